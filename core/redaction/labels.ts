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

type Node = { next: Map<number, Node>; topic: Topic | undefined }
const node = (): Node => ({ next: new Map(), topic: undefined })

const root = node()
const opens = new Uint8Array(0x10000)
// The first two units of every word, so that most places are passed with one look.
const pairs = new Uint8Array(0x10000)
const pair = (first: number, second: number): number => (first * 31 + second) & 0xffff
for (const [word, topic] of topicWords) {
  let at = root
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    const next = at.next.get(unit) ?? node()
    at.next.set(unit, next)
    at = next
  }
  at.topic = topic
  const first = word.charCodeAt(0)
  opens[first] = 1
  pairs[pair(first, word.length > 1 ? word.charCodeAt(1) : 0)] = 1
  if (first >= 97 && first <= 122) opens[first - 32] = 1
}

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

function reachValue(codes: Uint16Array, end: number): { valueAt: number; joint: Joint; below: boolean } {
  let at = end
  let joint: Joint = 'glued'
  let lines = 0
  for (let steps = 0; steps < REACH && at < codes.length; steps++) {
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

/** All labels of a view in the order they stand; of several at one place the longest. */
export function labelsOf(codes: Uint16Array): Label[] {
  const labels: Label[] = []
  let at = 0
  while (at < codes.length) {
    const first = codes[at] ?? 0
    if (opens[first] !== 1 || (isLetter(first) && isLetter(codes[at - 1] ?? 0))) {
      at++
      continue
    }
    const start = lower(first)
    if (pairs[pair(start, lower(codes[at + 1] ?? 0))] !== 1 && pairs[pair(start, 0)] !== 1) {
      at++
      continue
    }
    let here: Node | undefined = root
    let topic: Topic | undefined
    let end = at
    for (let to = at; here && to < codes.length; ) {
      here = here.next.get(lower(codes[to] ?? 0))
      to++
      if (here?.topic && wordEnds(codes, to)) {
        topic = here.topic
        end = to
      }
    }
    if (!topic) {
      at++
      continue
    }
    labels.push({ topic, start: at, end, ...reachValue(codes, end) })
    at = end
  }
  return labels
}

/** An English label ends where letters end; digits may follow at once (tel138…). */
function wordEnds(codes: Uint16Array, end: number): boolean {
  return !(isLetter(codes[end - 1] ?? 0) || isDigit(codes[end - 1] ?? 0)) || !isLetter(codes[end] ?? 0)
}
