// A copy of the picture on which covers are painted, and which knows of every pixel whether it is covered.
import type { Cover } from '../redaction/screenshot/screen.ts'
import type { Pixels } from './picture.ts'

/** One colour for every cover: nothing of what lay below may shine through. */
const INK = [31, 36, 48] as const

export class Canvas {
  readonly pixels: Pixels
  readonly covers: Cover[] = []
  readonly #mask: Uint8Array

  constructor(original: Pixels) {
    this.pixels = { ...original, data: new Uint8Array(original.data) }
    this.#mask = new Uint8Array(original.width * original.height)
  }

  /** The box in whole pixels of the picture; undefined where nothing of it lies inside. */
  #clipped({ kind, x, y, w, h }: Cover): Cover | undefined {
    const { width, height } = this.pixels
    const left = Math.min(width, Math.max(0, Math.floor(x)))
    const top = Math.min(height, Math.max(0, Math.floor(y)))
    const right = Math.min(width, Math.max(0, Math.ceil(x + w)))
    const bottom = Math.min(height, Math.max(0, Math.ceil(y + h)))
    return right > left && bottom > top ? { kind, x: left, y: top, w: right - left, h: bottom - top } : undefined
  }

  paint(covers: readonly Cover[]): void {
    const { data, width } = this.pixels
    for (const cover of covers) {
      const box = this.#clipped(cover)
      if (!box) continue
      for (let y = box.y; y < box.y + box.h; y++) {
        this.#mask.fill(1, y * width + box.x, y * width + box.x + box.w)
        for (let at = (y * width + box.x) * 3, end = at + box.w * 3; at < end; at += 3) {
          data[at] = INK[0]
          data[at + 1] = INK[1]
          data[at + 2] = INK[2]
        }
      }
      this.covers.push(box)
    }
  }

  /** Share of the box's heart (without its padding) that shows. */
  shows(cover: Cover): number {
    const pad = Math.min(cover.h, cover.w) * 0.2
    const heart = this.#clipped({
      ...cover,
      x: cover.x + pad,
      y: cover.y + pad,
      w: cover.w - 2 * pad,
      h: cover.h - 2 * pad,
    })
    if (!heart) return 0
    let covered = 0
    for (let y = heart.y; y < heart.y + heart.h; y++) {
      const row = y * this.pixels.width
      for (let x = heart.x; x < heart.x + heart.w; x++) covered += this.#mask[row + x] ?? 0
    }
    return 1 - covered / (heart.w * heart.h)
  }

  coverAll(): void {
    const { width, height } = this.pixels
    this.covers.length = 0
    this.paint([{ kind: 'region', x: 0, y: 0, w: width, h: height }])
  }
}
