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
  if (first >= 97 && first <= 122) opens[first - 32] = 1
}

const lower = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit)

const SIGNS = new Set([...':=#→>|是为為叫即系係'].map((sign) => sign.charCodeAt(0)))
const QUIET = new Set([...' \'"`“”‘’「」『』【】《》([{<*_~-'].map((sign) => sign.charCodeAt(0)))
const COMMAS = new Set([...',.;。、!'].map((sign) => sign.charCodeAt(0)))
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

/** Longest way from a label to its value: more is another sentence. */
const REACH = 16

function bridgeAt(codes: Uint16Array, at: number): readonly [string, Joint | undefined] | undefined {
  return BRIDGES.find(([word]) => {
    for (let i = 0; i < word.length; i++) {
      if (lower(codes[at + i] ?? 0) !== word.charCodeAt(i)) return false
    }
    const ascii = isLetter(word.charCodeAt(0))
    return !ascii || (!isAlnum(codes[at + word.length] ?? 0) && !isAlnum(codes[at - 1] ?? 0))
  })
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
    } else if (SIGNS.has(unit)) {
      joint = 'sign'
      at++
    } else if (COMMAS.has(unit)) {
      if (joint !== 'sign') joint = 'comma'
      at++
    } else if (unit === NEWLINE && lines < 2) {
      lines++
      at++
    } else if (QUIET.has(unit)) {
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
