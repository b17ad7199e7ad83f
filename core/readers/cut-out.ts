// Cuts a line of text, turned as it may be, out of a picture into the strip that the recogniser reads.
import type { Pixels } from './picture.ts'
import type { Slant } from './slant.ts'

/** Planes blue, green, red of `width` × `height`, each value from −1 to 1. */
export function cutOut(pixels: Pixels, slant: Slant, width: number, height: number): Float32Array {
  const { data, width: across, height: down } = pixels
  const plane = width * height
  const strip = new Float32Array(plane * 3)
  const cos = Math.cos(slant.angle)
  const sin = Math.sin(slant.angle)
  const stepU = slant.length / width
  const stepV = slant.height / height
  // Large print is made smaller: several samples a pixel, or thin strokes get lost between them.
  const samples = Math.min(4, Math.max(1, Math.round(Math.max(stepU, stepV))))
  const weight = 1 / (samples * samples * 127.5)
  const last = { x: across - 1.001, y: down - 1.001 }
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let blue = 0
      let green = 0
      let red = 0
      for (let sv = 0; sv < samples; sv++) {
        const v = (row + (sv + 0.5) / samples) * stepV - slant.height / 2
        for (let su = 0; su < samples; su++) {
          const u = (column + (su + 0.5) / samples) * stepU - slant.length / 2
          const x = Math.min(last.x, Math.max(0, slant.centre.x + u * cos - v * sin - 0.5))
          const y = Math.min(last.y, Math.max(0, slant.centre.y + u * sin + v * cos - 0.5))
          const x0 = x | 0
          const y0 = y | 0
          const fx = x - x0
          const fy = y - y0
          const a = (y0 * across + x0) * 3
          const b = a + across * 3
          const wa = (1 - fx) * (1 - fy)
          const wb = fx * (1 - fy)
          const wc = (1 - fx) * fy
          const wd = fx * fy
          red += (data[a] ?? 0) * wa + (data[a + 3] ?? 0) * wb + (data[b] ?? 0) * wc + (data[b + 3] ?? 0) * wd
          green += (data[a + 1] ?? 0) * wa + (data[a + 4] ?? 0) * wb + (data[b + 1] ?? 0) * wc + (data[b + 4] ?? 0) * wd
          blue += (data[a + 2] ?? 0) * wa + (data[a + 5] ?? 0) * wb + (data[b + 2] ?? 0) * wc + (data[b + 5] ?? 0) * wd
        }
      }
      const at = row * width + column
      strip[at] = blue * weight - 1
      strip[plane + at] = green * weight - 1
      strip[2 * plane + at] = red * weight - 1
    }
  }
  return strip
}
