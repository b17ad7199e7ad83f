// Makes a phone's photo of a screen: turned and seen at an angle, unsharp, noisy, dark at the edges, saved as a poor JPEG.
import sharp from 'sharp'
import type { Chance } from './chance.ts'

type Point = readonly [number, number]
/** Maps a point of the screen to the photo. */
export type Projection = (x: number, y: number) => Point

/** Solves the eight unknowns of the plane-to-plane map that takes `from` to `to`, corner by corner. */
function projection(from: readonly Point[], to: readonly Point[]): Projection {
  const rows = from.flatMap(([x, y], i) => {
    const [u, v] = to[i] ?? [0, 0]
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ]
  })
  for (let c = 0; c < 8; c++) {
    const best = rows
      .slice(c)
      .reduce((most, row, i) => (Math.abs(row[c] ?? 0) > Math.abs(rows[most]?.[c] ?? 0) ? c + i : most), c)
    const pivot = rows[best] ?? []
    rows[best] = rows[c] ?? []
    rows[c] = pivot
    rows.forEach((row, r) => {
      if (r === c) return
      const factor = (row[c] ?? 0) / (pivot[c] ?? 1)
      for (let k = c; k < 9; k++) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0)
    })
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = rows.map((row, i) => (row[8] ?? 0) / (row[i] ?? 1))
  return (x, y) => {
    const w = g * x + h * y + 1
    return [(a * x + b * y + c) / w, (d * x + e * y + f) / w]
  }
}

export async function photograph(picture: Buffer, chance: Chance): Promise<{ jpg: Buffer; place: Projection }> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const scale = Math.min(1.15, Math.max(0.9, 1_000 / info.width))
  const [width, height] = [Math.round(info.width * scale * 1.1), Math.round(info.height * scale * 1.06)]
  const angle = ((chance.real() * 2 - 1) * 4.2 * Math.PI) / 180
  const turned = ([x, y]: Point): Point => {
    const [dx, dy] = [(x - info.width / 2) * scale * 0.97, (y - info.height / 2) * scale * 0.97]
    const lean = 1 + (chance.real() - 0.5) * 0.022
    return [
      width / 2 + (dx * Math.cos(angle) - dy * Math.sin(angle)) * lean,
      height / 2 + (dx * Math.sin(angle) + dy * Math.cos(angle)) * lean,
    ]
  }
  const corners: readonly Point[] = [
    [0, 0],
    [info.width, 0],
    [info.width, info.height],
    [0, info.height],
  ]
  const seen = corners.map(turned)
  const place = projection(corners, seen)
  const back = projection(seen, corners)
  const out = Buffer.alloc(width * height * 3)
  const noise = chance.real() * 14 + 6
  const dark = 0.1 + chance.real() * 0.25
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [sx, sy] = back(x + 0.5, y + 0.5)
      const inside = sx >= 0.5 && sy >= 0.5 && sx < info.width - 1.5 && sy < info.height - 1.5
      const [x0, y0] = [Math.floor(sx - 0.5), Math.floor(sy - 0.5)]
      const [fx, fy] = [sx - 0.5 - x0, sy - 0.5 - y0]
      const edge = ((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2) * 2
      const grain = (chance.real() + chance.real() - 1) * noise
      for (let c = 0; c < 3; c++) {
        const at = (dy: number, dx: number): number => data[((y0 + dy) * info.width + x0 + dx) * 3 + c] ?? 0
        const value = inside
          ? (at(0, 0) * (1 - fx) + at(0, 1) * fx) * (1 - fy) + (at(1, 0) * (1 - fx) + at(1, 1) * fx) * fy
          : 58 + c * 6
        out[(y * width + x) * 3 + c] = Math.max(0, Math.min(255, value * (1 - dark * edge) + grain))
      }
    }
  }
  const jpg = await sharp(out, { raw: { width, height, channels: 3 } })
    .blur(0.5 + chance.real() * 0.5)
    .jpeg({ quality: 60 })
    .toBuffer()
  return { jpg, place }
}
