// Finds the words that announce a value, and where the value they announce begins.
import { isAlnum, isDigit, isLetter } from './glyphs.ts'
import { type Topic, topicWords } from './topics.ts'

/** How the label reaches its value: nothing, a space, a comma or stop, or a sign such as a colon, "=", 是, "is". */
export type Joint = 'glued' | 'space' | 'comma' | 'sign'

export type Label = {
  readonly topic: Topic
  readonly start: number
  readonly end: number
  /** Index in the view of the first unit of what may be the value; the length of the view if there is none. */
  readonly valueAt: number
  readonly joint: Joint
  /** The value stands on a later line than the label. */
  readonly below: boolean
}

/** A word in lower case with its units at hand. */
type Entry = { readonly units: Uint16Array; readonly topic: Topic }

// Words by their first two units, the longest first; a hash may mix buckets, the comparison does not.
const pair = (first: number, second: number): number => (first * 31 + second) & 0xffff
const buckets: Entry[][] = [[]]
const bucketOf = new Uint16Array(0x10000)
const opens = new Uint8Array(0x10000)
for (const [word, topic] of topicWords) {
  const units = Uint16Array.from(word, (sign) => sign.charCodeAt(0))
  const [first = 0, second = 0] = units
  opens[first] = 1
  const key = pair(first, second)
  if (!bucketOf[key]) bucketOf[key] = buckets.push([]) - 1
  buckets[bucketOf[key] ?? 0]?.push({ units, topic })
}
for (const bucket of buckets) bucket.sort((a, b) => b.units.length - a.units.length)

const lower = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit)

/** A table that is 1 for the units of `signs`. */
const units = (signs: string): Uint8Array => {
  const table = new Uint8Array(0x10000)
  for (let i = 0; i < signs.length; i++) table[signs.charCodeAt(i)] = 1
  return table
}
const SIGNS = units(':=#→>|是为為叫即系係')
const QUIET = units(' \'"`“”‘’「」『』【】《》([{<*_~-')
const COMMAS = units(',.;。、!')
const NEWLINE = 10

// Words that may stand between a label and its value, with what they make of the joint.
const BRIDGES: readonly (readonly [string, Joint | undefined])[] = [
  ['号码', undefined],
  ['號碼', undefined],
  ['号', undefined],
  ['號', undefined],
  ['码', undefined],
  ['的', undefined],
  ['我的', undefined],
  ['如下', 'sign'],
  ['分别', 'sign'],
  ['就', undefined],
  ['改成', 'sign'],
  ['改为', 'sign'],
  ['设成', 'sign'],
  ['设为', 'sign'],
  ['设置为', 'sign'],
  ['换成', 'sign'],
  ['重置为', 'sign'],
  ['changed to', 'sign'],
  ['reset to', 'sign'],
  ['set to', 'sign'],
  ['to', undefined],
  ['number', undefined],
  ['num', undefined],
  ['no', undefined],
  ['id', undefined],
  ['was', 'sign'],
  ['is', 'sign'],
  ['are', 'sign'],
  ['my', undefined],
]

const bridgesBy = new Map<number, (typeof BRIDGES)[number][]>()
const bridges = new Uint8Array(0x10000)
for (const bridge of BRIDGES) {
  const first = bridge[0].charCodeAt(0)
  bridgesBy.set(
    first,
    [...(bridgesBy.get(first) ?? []), bridge].sort((a, b) => b[0].length - a[0].length),
  )
  bridges[first] = 1
}

/** Longest way from a label to its value: more is another sentence. */
const REACH = 16

function bridgeAt(codes: Uint16Array, at: number): readonly [string, Joint | undefined] | undefined {
  const first = lower(codes[at] ?? 0)
  if (bridges[first] !== 1) return undefined
  const ascii = isLetter(first)
  if (ascii && isAlnum(codes[at - 1] ?? 0)) return undefined
  for (const bridge of bridgesBy.get(first) ?? []) {
    const word = bridge[0]
    let same = 1
    while (same < word.length && lower(codes[at + same] ?? 0) === word.charCodeAt(same)) same++
    if (same === word.length && !(ascii && isAlnum(codes[at + same] ?? 0))) return bridge
  }
  return undefined
}

function reachValue(
  codes: Uint16Array,
  length: number,
  end: number,
): { valueAt: number; joint: Joint; below: boolean } {
  let at = end
  let joint: Joint = 'glued'
  let lines = 0
  for (let steps = 0; steps < REACH && at < length; steps++) {
    const unit = codes[at] ?? 0
    const bridge = bridgeAt(codes, at)
    if (bridge) {
      if (bridge[1]) joint = bridge[1]
      at += bridge[0].length
    } else if (SIGNS[unit] === 1) {
      joint = 'sign'
      at++
    } else if (COMMAS[unit] === 1) {
      if (joint !== 'sign') joint = 'comma'
      at++
    } else if (unit === NEWLINE && lines < 2) {
      lines++
      at++
    } else if (QUIET[unit] === 1) {
      if (joint === 'glued') joint = 'space'
      at++
    } else break
  }
  return { valueAt: at, joint, below: lines > 0 }
}

/** A Chinese label may begin with this unit. */
export const opensLabel = (unit: number): boolean => opens[unit] === 1

/** The longest label that begins at `at`; undefined if none does. The caller sees to it that no letter stands before. */
export function labelAt(codes: Uint16Array, length: number, at: number): Label | undefined {
  const key = pair(lower(codes[at] ?? 0), lower(codes[at + 1] ?? 0))
  const bucket = bucketOf[key]
  if (!bucket) return undefined
  for (const { units, topic } of buckets[bucket] ?? []) {
    const end = at + units.length
    if (end > length) continue
    let same = 0
    while (same < units.length && lower(codes[at + same] ?? 0) === units[same]) same++
    if (same === units.length && wordEnds(codes, end))
      return { topic, start: at, end, ...reachValue(codes, length, end) }
  }
  return undefined
}

/** An English label ends where letters end; digits may follow at once (tel138…). */
function wordEnds(codes: Uint16Array, end: number): boolean {
  return !(isLetter(codes[end - 1] ?? 0) || isDigit(codes[end - 1] ?? 0)) || !isLetter(codes[end] ?? 0)
}
