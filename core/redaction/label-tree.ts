// The words of labels as a tree of their characters, and the tables that tell at one look where none begins.
import { isDigit, isLetter } from './glyphs.ts'
import { topicNames, topicWords } from './topics.ts'

export const lower = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit)

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

/** A Chinese label may begin with these two units: most places of a text are passed with this look. */
export const mayOpen = (first: number, second: number): boolean => roots[pair(first, lower(second))] !== 0

/** The same of an English label, with its third unit and the number of letters of its first word; 0 if that is unknown. */
export const mayOpenWord = (first: number, second: number, third: number, letters: number): boolean => {
  const lengths = englishLengths[triple(first, second, third)] ?? 0
  return letters === 0 ? lengths !== 0 : letters < 16 && (lengths & (1 << letters)) !== 0
}

/** What the last walk found: the number of the topic, and where the word ends. */
export const walked = { said: 0, end: 0 }

/** Finds the longest word of a label that begins at `at`; whether there is one. */
export function walk(codes: Uint16Array, at: number): boolean {
  let node = roots[pair(lower(codes[at] ?? 0), lower(codes[at + 1] ?? 0))] ?? 0
  let end = -1
  // The unit behind the text is 0 and leads nowhere.
  for (let here = at; (saidAt[node] ?? 0) >= KIDS; here++) {
    const unit = lower(codes[here] ?? 0)
    node++
    while (node !== 0 && unitOf[node] !== unit) node = nextOf[node] ?? 0
    const topic = (saidAt[node] ?? 0) & TOPIC
    if (topic > 0 && wordEnds(codes, here + 1)) {
      walked.said = topic - 1
      end = here + 1
    }
  }
  walked.end = end
  return end >= 0
}

/** An English label ends where letters end; digits may follow at once (tel138…). */
function wordEnds(codes: Uint16Array, end: number): boolean {
  return !(isLetter(codes[end - 1] ?? 0) || isDigit(codes[end - 1] ?? 0)) || !isLetter(codes[end] ?? 0)
}
