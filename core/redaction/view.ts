// The text as a reader sees it: disguises taken off, with the way back from every unit to the original.
import { DROPPED, isAlnum, OTHER, plainForm, SEVERAL, twins } from './glyphs.ts'

export type View = {
  /** The original. */
  readonly source: string
  /** What the rules read; may be longer or shorter than the original. */
  readonly text: string
  /** The units of `text`. */
  readonly codes: Uint16Array
  /** Where the original of unit `index` begins, in UTF-16 units of the original. */
  start(index: number): number
  /** Where the original of unit `index` ends (exclusive). */
  end(index: number): number
}

// One entry a BMP unit: 0 not looked at yet, else what it becomes. Filled as characters are met.
const known = new Uint16Array(0x10000)
const several = new Map<number, string>()
for (let unit = 0x20; unit < 0x7f; unit++) known[unit] = unit
for (let unit = 0x4e00; unit < 0xa000; unit++) known[unit] = unit

function learn(unit: number): number {
  const plain = plainForm(unit)
  const becomes = plain === '' ? DROPPED : plain.length === 1 ? plain.charCodeAt(0) : SEVERAL
  if (becomes === SEVERAL) several.set(unit, plain)
  known[unit] = becomes
  return becomes
}

// Few astral characters occur in one process; the bound keeps a hostile text from filling memory.
const astral = new Map<number, string>()
function learnAstral(point: number): string {
  const plain = plainForm(point)
  if (astral.size > 20_000) astral.clear()
  astral.set(point, plain)
  return plain
}

class Growing {
  units: Uint16Array
  starts: Int32Array
  ends: Int32Array
  length = 0

  constructor(size: number) {
    this.units = new Uint16Array(size)
    this.starts = new Int32Array(size)
    this.ends = new Int32Array(size)
  }

  push(unit: number, start: number, end: number): void {
    if (this.length === this.units.length) this.#grow()
    this.units[this.length] = unit
    this.starts[this.length] = start
    this.ends[this.length++] = end
  }

  #grow(): void {
    const size = this.units.length * 2 + 16
    const { units, starts, ends } = this
    this.units = new Uint16Array(size)
    this.units.set(units)
    this.starts = new Int32Array(size)
    this.starts.set(starts)
    this.ends = new Int32Array(size)
    this.ends.set(ends)
  }
}

const isForeign = (unit: number): boolean => unit >= 0x370 && unit <= 0x52f

/** Latin for its Cyrillic and Greek twins, only in words that are Latin otherwise: a Russian word stays Russian. */
function unmask(units: Uint16Array): void {
  let index = 0
  while (index < units.length) {
    if (!isForeign(units[index] ?? 0)) {
      index++
      continue
    }
    let from = index
    while (from > 0 && isAlnum(units[from - 1] ?? 0)) from--
    let latin = index > from
    let every = true
    let to = index
    for (; to < units.length; to++) {
      const unit = units[to] ?? 0
      if (isAlnum(unit)) latin = true
      else if (!isForeign(unit)) break
      else every &&= twins.has(unit)
    }
    if (latin && every) {
      for (let at = index; at < to; at++) units[at] = twins.get(units[at] ?? 0) ?? units[at] ?? 0
    }
    index = to
  }
}

/** Builds the view of `source`. Linear in its length. */
export function viewOf(source: string): View {
  const out = new Growing(source.length)
  let foreign = false
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at)
    const becomes = known[unit] || learn(unit)
    if (unit === 0x0d && source.charCodeAt(at + 1) === 0x0a) continue
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const point = source.codePointAt(at) ?? unit
      if (point > 0xffff) {
        const plain = astral.get(point) ?? learnAstral(point)
        for (let i = 0; i < plain.length; i++) out.push(plain.charCodeAt(i), at, at + 2)
        at++
        continue
      }
    }
    if (becomes === DROPPED) continue
    if (becomes === SEVERAL) {
      const plain = several.get(unit) ?? ''
      for (let i = 0; i < plain.length; i++) out.push(plain.charCodeAt(i), at, at + 1)
      continue
    }
    foreign ||= isForeign(becomes)
    out.push(unit >= 0xd800 && unit <= 0xdfff ? OTHER : becomes, at, at + 1)
  }
  const codes = out.units.subarray(0, out.length)
  if (foreign) unmask(codes)
  return {
    source,
    text: Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).toString('utf16le'),
    codes,
    start: (index) => out.starts[index] ?? source.length,
    end: (index) => out.ends[index] ?? source.length,
  }
}
