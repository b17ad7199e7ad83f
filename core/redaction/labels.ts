// Finds the words that announce a value, and where the value they announce begins.
import { isAlnum, isLetter } from './glyphs.ts'
import { lower, walk, walked } from './label-tree.ts'
import type { Pool } from './pool.ts'
import { type Topic, topicNames } from './topics.ts'

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
  ['碼', undefined],
  ['号碼', undefined],
  ['證件', undefined],
  ['证件', undefined],
  ['编号', undefined],
  ['編號', undefined],
  ['生日', undefined],
  ['分別', 'sign'],
  ['改為', 'sign'],
  ['設成', 'sign'],
  ['設為', 'sign'],
  ['設置為', 'sign'],
  ['換成', 'sign'],
  ['重置為', 'sign'],
  ['birthday', undefined],
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

/**
 * Adds the longest label that begins at `at` and returns its end; -1 if none does.
 * The caller sees to it that no letter stands before, and that a label may open there.
 */
export function addLabel(labels: Pool<Label>, codes: Uint16Array, length: number, at: number): number {
  if (!walk(codes, at)) return -1
  const { said, end } = walked
  const label = labels.next()
  label.topic = topicNames[said] ?? label.topic
  label.number = said
  label.start = at
  label.end = end
  reachValue(codes, length, label)
  return end
}
