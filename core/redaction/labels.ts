// Finds the words that announce a value, and where the value they announce begins.
import { isAlnum, isDigit, isLetter } from './glyphs.ts'
import type { Pool } from './pool.ts'
import { type Topic, topicNames, topicWords } from './topics.ts'

/** How the label reaches its value: nothing, a space, a comma or stop, or a sign such as a colon, "=", 是, "is". */
export type Joint = 'glued' | 'space' | 'comma' | 'sign'

/** Good until the next text. */
export type Label = {
  topic: Topic
  /** The topic's place in `topicNames`. */
  number: number
  start: number
  end: number
  /** Index in the view of the first unit of what may be the value; the length of the view if there is none. */
  valueAt: number
  joint: Joint
  /** The value stands on a later line than the label. */
  below: boolean
}
export const newLabel = (): Label => ({
  topic: 'redeem',
  number: 0,
  start: 0,
  end: 0,
  valueAt: 0,
  joint: 'glued',
  below: false,
})

const lower = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit)

// The words in lower case as a tree of their characters, one small tree for each pair of first two: the walk down it looks at
// each character of a text once. A hash may mix pairs, the walk does not. The first kid of a node stands right behind it, the
// others are linked: what most words share lies in one row.
const PAIRS = 0x2000
const pair = (first: number, second: number): number => (first * 31 + second) & (PAIRS - 1)

type Node = { readonly kids: Map<number, Node>; said: number }
const newNode = (): Node => ({ kids: new Map(), said: 0 })
const trees = new Map<number, Node>()
for (const [word, topic] of topicWords) {
  const key = pair(word.charCodeAt(0), word.charCodeAt(1))
  let node = trees.get(key) ?? newNode()
  trees.set(key, node)
  for (let at = 0; at < word.length; at++) {
    const kid = node.kids.get(word.charCodeAt(at)) ?? newNode()
    node.kids.set(word.charCodeAt(at), kid)
    node = kid
  }
  node.said ||= topicNames.indexOf(topic) + 1
}

/** More than all words have characters. */
const MOST_NODES = 0x2000
/** The root of the tree of each pair; 0: no word begins so. */
const roots = new Uint16Array(PAIRS)
/** The character that leads to each node, and the next node that another leads to; 0: none. */
const unitOf = new Uint16Array(MOST_NODES)
const nextOf = new Uint16Array(MOST_NODES)
/** The topic whose word ends at each node: its number and one; 0: none. Above it whether the node has kids. */
const saidAt = new Uint8Array(MOST_NODES)
const TOPIC = 0x7f
const KIDS = 0x80
let nodes = 1

function lay({ kids, said }: Node, unit: number): number {
  const place = nodes++
  unitOf[place] = unit
  saidAt[place] = said | (kids.size > 0 ? KIDS : 0)
  let before = 0
  for (const [next, kid] of kids) {
    const here = lay(kid, next)
    if (before > 0) nextOf[before] = here
    before = here
  }
  return place
}
for (const [key, root] of trees) roots[key] = lay(root, 0)
if (nodes > MOST_NODES || topicNames.length > TOPIC) throw new Error('too many words for the tree of labels')

const opens = new Set(topicWords.map(([word]) => word.charCodeAt(0)))
/** A label may begin with this unit. */
export const opensLabel = (unit: number): boolean => opens.has(unit)

// English words by their first three letters: most words of a text are passed with one look.
const OTHER_SIGN = 26
const RANGE = OTHER_SIGN + 1
const letterAt = (unit: number): number => {
  const letter = (unit | 32) - 97
  return letter >= 0 && letter < OTHER_SIGN ? letter : OTHER_SIGN
}
const triple = (first: number, second: number, third: number): number =>
  (letterAt(first) * RANGE + letterAt(second)) * RANGE + letterAt(third)
/** Of each triple: how many letters the first words of its labels have, as bits. */
const englishLengths = new Uint16Array(RANGE ** 3)
for (const [word] of topicWords) {
  const [first = 0, second = 0, third = 0] = Uint16Array.from(word, (sign) => sign.charCodeAt(0))
  if (first > 0x7f) continue
  const bit = 1 << (/^[a-z]*/.exec(word)?.[0].length ?? 0)
  // Anything may follow a word of two letters.
  for (let any = 0; any < RANGE; any++) {
    const key = triple(first, second, word.length === 2 ? 97 + any : third)
    englishLengths[key] = (englishLengths[key] ?? 0) | bit
  }
}

/** What a unit may be between a label and its value. */
const SIGN = 1
const QUIET = 2
const COMMA = 4
const BRIDGE = 8
const BREAK = 16
const between = new Uint8Array(0x10000)
const mark = (signs: string, bit: number): void => {
  for (let i = 0; i < signs.length; i++) between[signs.charCodeAt(i)] = bit | (between[signs.charCodeAt(i)] ?? 0)
}
mark(':=#→>|是为為叫即系係', SIGN)
mark(' \'"`“”‘’「」『』【】《》([{<*_~-', QUIET)
mark(',.;。、!', COMMA)
mark('\n', BREAK)

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
for (const bridge of BRIDGES) {
  const first = bridge[0].charCodeAt(0)
  bridgesBy.set(
    first,
    [...(bridgesBy.get(first) ?? []), bridge].sort((a, b) => b[0].length - a[0].length),
  )
  mark(bridge[0][0] ?? '', BRIDGE)
  mark((bridge[0][0] ?? '').toUpperCase(), BRIDGE)
}

/** Longest way from a label to its value: more is another sentence. */
const REACH = 16

function bridgeAt(codes: Uint16Array, at: number): readonly [string, Joint | undefined] | undefined {
  const first = lower(codes[at] ?? 0)
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

/** Finds where the value of `label` begins. */
function reachValue(codes: Uint16Array, length: number, label: Label): void {
  let at = label.end
  let joint: Joint = 'glued'
  let lines = 0
  for (let steps = 0; steps < REACH && at < length; steps++) {
    const is = between[codes[at] ?? 0] ?? 0
    if (is === 0) break
    const bridge = is & BRIDGE ? bridgeAt(codes, at) : undefined
    if (bridge) {
      if (bridge[1]) joint = bridge[1]
      at += bridge[0].length
      continue
    }
    if (is & SIGN) joint = 'sign'
    else if (is & COMMA) {
      if (joint !== 'sign') joint = 'comma'
    } else if (is & BREAK && lines < 2) lines++
    else if (is & QUIET) {
      if (joint === 'glued') joint = 'space'
    } else break
    at++
  }
  label.valueAt = at
  label.joint = joint
  label.below = lines > 0
}

/** A Chinese label may begin with these two units: most places of a text are passed with this look. */
export const mayOpen = (first: number, second: number): boolean => roots[pair(first, lower(second))] !== 0

/** The same of an English label, with its third unit and the number of letters of its first word; 0 if that is unknown. */
export const mayOpenWord = (first: number, second: number, third: number, letters: number): boolean => {
  const lengths = englishLengths[triple(first, second, third)] ?? 0
  return letters === 0 ? lengths !== 0 : letters < 16 && (lengths & (1 << letters)) !== 0
}

/**
 * Adds the longest label that begins at `at` and returns its end; -1 if none does.
 * The caller sees to it that no letter stands before, and that a label may open there.
 */
export function addLabel(labels: Pool<Label>, codes: Uint16Array, length: number, at: number): number {
  let said = 0
  let end = -1
  let node = roots[pair(lower(codes[at] ?? 0), lower(codes[at + 1] ?? 0))] ?? 0
  // The unit behind the text is 0 and leads nowhere.
  for (let here = at; (saidAt[node] ?? 0) >= KIDS; here++) {
    const unit = lower(codes[here] ?? 0)
    node++
    while (node !== 0 && unitOf[node] !== unit) node = nextOf[node] ?? 0
    const topic = (saidAt[node] ?? 0) & TOPIC
    if (topic > 0 && wordEnds(codes, here + 1)) {
      said = topic
      end = here + 1
    }
  }
  if (end < 0) return -1
  const label = labels.next()
  label.topic = topicNames[said - 1] ?? label.topic
  label.number = said - 1
  label.start = at
  label.end = end
  reachValue(codes, length, label)
  return end
}

/** An English label ends where letters end; digits may follow at once (tel138…). */
function wordEnds(codes: Uint16Array, end: number): boolean {
  return !(isLetter(codes[end - 1] ?? 0) || isDigit(codes[end - 1] ?? 0)) || !isLetter(codes[end] ?? 0)
}
