// The text as a reader sees it: disguises taken off, with the way back from every unit to the original.
import { DROPPED, isAlnum, OTHER, plainForm, SEVERAL, twins } from './glyphs.ts'

export type View = {
  /** The original. */
  readonly source: string
  /** What the rules read; may be longer or shorter than the original. Made when it is first asked for: few texts need it. */
  readonly text: string
  /** The units of `text`, with others behind them: good until the next view is built. */
  readonly codes: Uint16Array
  readonly length: number
  /** The same as a slice of `text`: of a long text only this much is made. `from` is not below zero. */
  slice(from: number, to: number): string
  /** Where the original of unit `index` begins, in UTF-16 units of the original. */
  start(index: number): number
  /** Where the original of unit `index` ends (exclusive). */
  end(index: number): number
}

// What becomes of each BMP unit, learnt as units are met.
const SAME = 1
const MAPPED = 2
const RARE = 3
const fate = new Uint8Array(0x10000)
const known = new Uint16Array(0x10000)
const several = new Map<number, string>()
for (let unit = 0x20; unit < 0x7f; unit++) fate[unit] = SAME
for (let unit = 0x4e00; unit < 0xa000; unit++) fate[unit] = SAME

const isForeign = (unit: number): boolean => unit >= 0x370 && unit <= 0x52f
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

function learn(unit: number): number {
  const plain = isSurrogate(unit) ? String.fromCharCode(OTHER) : plainForm(unit)
  const becomes = plain === '' ? DROPPED : plain.length === 1 ? plain.charCodeAt(0) : SEVERAL
  if (becomes === SEVERAL) several.set(unit, plain)
  known[unit] = becomes
  // A carriage return may be half of a line break, a surrogate half of a character, a foreign letter the twin of a Latin one.
  const rare = becomes >= OTHER || unit === 0x0d || isSurrogate(unit) || isForeign(becomes)
  const told = rare ? RARE : becomes === unit ? SAME : MAPPED
  fate[unit] = told
  return told
}

// Few astral characters occur in one process; the bound keeps a hostile text from filling memory.
const astral = new Map<number, string>()
function learnAstral(point: number): string {
  const plain = plainForm(point)
  if (astral.size > 20_000) astral.clear()
  astral.set(point, plain)
  return plain
}

// Views are read one after the other and not kept: they share their buffers as long as they are short.
const SHARED = 131_072
const shared = new Uint16Array(SHARED)
const sharedStarts = new Int32Array(SHARED)
const sharedEnds = new Int32Array(SHARED)
const sharedBytes = Buffer.from(shared.buffer)
const buffer = (size: number): Uint16Array => (size < SHARED ? shared : new Uint16Array(size + 1))
const bytesOf = (codes: Uint16Array): Buffer =>
  codes === shared ? sharedBytes : Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength)

/** From this length on one call that copies all units costs less than asking the string for each. */
const COPIED = 96

/** The units of the view with the way back; without one as long as every unit stands where it stood. */
class Growing {
  units: Uint16Array
  starts: Int32Array | undefined
  ends: Int32Array | undefined
  length: number

  /** The first `length` units are known and stand where they stood. */
  constructor(units: Uint16Array, length: number) {
    this.units = units
    this.length = length
  }

  push(unit: number, start: number, end: number): void {
    if (this.length === this.units.length) this.#grow()
    if (this.starts === undefined && (start !== this.length || end !== start + 1)) this.#part()
    if (this.starts && this.ends) {
      this.starts[this.length] = start
      this.ends[this.length] = end
    }
    this.units[this.length++] = unit
  }

  /** From here on a unit of the view and its original stand at different places. */
  #part(): void {
    const { length } = this.units
    this.starts = length > SHARED ? new Int32Array(length) : sharedStarts
    this.ends = length > SHARED ? new Int32Array(length) : sharedEnds
    for (let at = 0; at < this.length; at++) {
      this.starts[at] = at
      this.ends[at] = at + 1
    }
  }

  #grow(): void {
    const size = this.units.length * 2 + 16
    const { units, starts, ends } = this
    this.units = new Uint16Array(size)
    this.units.set(units)
    if (!starts || !ends) return
    this.starts = new Int32Array(size)
    this.starts.set(starts)
    this.ends = new Int32Array(size)
    this.ends.set(ends)
  }
}

const isTwin = (unit: number): boolean => twins.has(unit)

/**
 * Latin for its Cyrillic and Greek twins, only in words that are Latin otherwise: a Russian word stays Russian.
 * Where such a word touches foreign letters that are nobody's twins, the twins beside those belong to them.
 */
function unmask(units: Uint16Array, length: number): void {
  const at = (index: number): number => (index >= 0 && index < length ? (units[index] ?? 0) : 0)
  for (let from = 0; from < length; ) {
    if (!isTwin(at(from)) && !isAlnum(at(from))) {
      from++
      continue
    }
    let to = from
    let foreign = false
    for (; isTwin(at(to)) || isAlnum(at(to)); to++) foreign ||= isTwin(at(to))
    if (foreign) {
      let first = from
      let last = to
      if (isForeign(at(from - 1))) while (first < to && isTwin(at(first))) first++
      if (isForeign(at(to))) while (last > first && isTwin(at(last - 1))) last--
      let latin = false
      for (let i = first; i < last; i++) latin ||= isAlnum(at(i))
      if (latin) for (let i = first; i < last; i++) units[i] = twins.get(at(i)) ?? at(i)
    }
    from = to
  }
}

/** What becomes of the character at `at` is not one plain unit: drops it, or pushes what it stands for. */
function pushRare(out: Growing, source: string, at: number, becomes: number): number {
  const unit = source.charCodeAt(at)
  const point = source.codePointAt(at) ?? unit
  if (unit === 0x0d && source.charCodeAt(at + 1) === 0x0a) return 1
  if (point > 0xffff) {
    const plain = astral.get(point) ?? learnAstral(point)
    for (let i = 0; i < plain.length; i++) out.push(plain.charCodeAt(i), at, at + 2)
    return 2
  }
  if (becomes === DROPPED) return 1
  if (becomes === SEVERAL) {
    const plain = several.get(unit) ?? ''
    for (let i = 0; i < plain.length; i++) out.push(plain.charCodeAt(i), at, at + 1)
    return 1
  }
  out.push(becomes, at, at + 1)
  return 1
}

const decode = (codes: Uint16Array, from: number, to: number): string =>
  bytesOf(codes).toString('utf16le', from * 2, to * 2)

/** Of longer texts few stretches are looked at as text: the whole would be a large object for the memory. */
const LONG = 16_384

/** A view whose text is made only when it is asked for: most pages are read by their units alone. */
class LazyView implements View {
  source = ''
  codes: Uint16Array = shared
  length = 0
  #starts: Int32Array | undefined
  #ends: Int32Array | undefined
  #text: string | undefined

  /** `text` where it is known already; without `starts` and `ends` every unit stands where it stood. */
  show(
    source: string,
    codes: Uint16Array,
    length: number,
    text: string | undefined,
    starts: Int32Array | undefined,
    ends: Int32Array | undefined,
  ): this {
    this.source = source
    this.codes = codes
    this.length = length
    this.#text = text
    this.#starts = starts
    this.#ends = ends
    return this
  }

  get text(): string {
    this.#text ??= decode(this.codes, 0, this.length)
    return this.#text
  }

  slice(from: number, to: number): string {
    if (this.#text !== undefined || this.length < LONG) return this.text.slice(from, to)
    const end = Math.min(to, this.length)
    return from < end ? decode(this.codes, from, end) : ''
  }

  start(index: number): number {
    const starts = this.#starts
    if (!starts) return index
    return index < this.length ? (starts[index] ?? 0) : this.source.length
  }

  end(index: number): number {
    const ends = this.#ends
    if (!ends) return index + 1
    return index < this.length ? (ends[index] ?? 0) : this.source.length
  }
}

// Views are read one after the other: one object serves them all.
const view = new LazyView()

/** Builds the view of `source`, good until the next one is built. Linear in its length. */
export function viewOf(source: string): View {
  const { length } = source
  const codes = buffer(length)
  if (length >= COPIED) return copiedView(source, codes)
  let plain = true
  for (let at = 0; at < length; at++) {
    const unit = source.charCodeAt(at)
    const told = fate[unit] || learn(unit)
    if (told === SAME) codes[at] = unit
    else if (told === MAPPED) {
      codes[at] = known[unit] ?? unit
      plain = false
    } else return rareView(source, codes, at)
  }
  codes[length] = 0
  return view.show(source, codes, length, plain ? source : undefined, undefined, undefined)
}

/** The same of a longer text. */
function copiedView(source: string, codes: Uint16Array): View {
  const { length } = source
  bytesOf(codes).write(source, 0, length * 2, 'utf16le')
  let plain = true
  for (let at = 0; at < length; at++) {
    const unit = codes[at] ?? 0
    const told = fate[unit] || learn(unit)
    if (told === SAME) continue
    if (told === RARE) return rareView(source, codes, at)
    codes[at] = known[unit] ?? unit
    plain = false
  }
  codes[length] = 0
  return view.show(source, codes, length, plain ? source : undefined, undefined, undefined)
}

/** The view of a text that holds a disguise from `from` on. */
function rareView(source: string, done: Uint16Array, from: number): View {
  const out = new Growing(done, from)
  let foreign = false
  for (let at = from; at < source.length; ) {
    const unit = source.charCodeAt(at)
    const told = fate[unit] || learn(unit)
    if (told === RARE) {
      foreign ||= isForeign(known[unit] ?? 0)
      at += pushRare(out, source, at, known[unit] ?? OTHER)
    } else {
      out.push(told === SAME ? unit : (known[unit] ?? unit), at, at + 1)
      at++
    }
  }
  const { length, starts, ends } = out
  out.push(0, source.length, source.length)
  if (foreign) unmask(out.units, length)
  return view.show(source, out.units, length, undefined, starts, ends)
}
