// What of an edited text must be read again: the lines around its masks, where the rest was read before and is as it was.
import type { Patch } from './cover.ts'

// Why that is enough: a find of the second reading that the first had not must have seen a mask, or what stood there.
// What a rule sees without crossing a line end lies within whole lines, and a stretch holds whole lines only. What crosses
// line ends is bounded: 36 digits with gaps of 8 (324 units), an address (154), a label and its value (200), a code or 32
// hex digits with gaps (150), an e-mail (170), the words near a value (36), a street (220), a key over 3 further lines.
// A number set apart digit by digit begins at fewer digits in the whole than in a stretch. What is found is not used: any
// find in a stretch has the whole text read.

/** More units than any rule looks over line ends. */
const REACH = 512
/** More lines than a key goes on over; those come on top. */
const LINES = 4
/** Longer lines: the whole is read. */
const LONGEST = 8 * REACH
/** Masks nearer to each other lie in one stretch. */
const TOGETHER = 4 * REACH

const NEWLINE = 10

/** Where the line begins that lies LINES before the one REACH units before `at`; -1 if the lines are too long. */
function lineBefore(text: string, at: number): number {
  const from = at - REACH
  for (let start = from, lines = 0; start > 0; start--) {
    if (text.charCodeAt(start - 1) === NEWLINE && ++lines > LINES) return start
    if (from - start > LONGEST) return -1
  }
  return 0
}

/** Where the line ends that lies LINES behind the one REACH units behind `at`; -1 if the lines are too long. */
function lineBehind(text: string, at: number): number {
  const from = at + REACH
  for (let end = from, lines = 0; end < text.length; end++) {
    if (text.charCodeAt(end) === NEWLINE && ++lines > LINES) return end
    if (end - from > LONGEST) return -1
  }
  return text.length
}

/**
 * Stretches of `text`, which is a source with `patches` applied, in which alone a second reading can find anything.
 * Undefined where reading them would save less than half. Linear.
 */
export function around(text: string, patches: readonly Patch[]): readonly string[] | undefined {
  if (text.length < TOGETHER * 2) return undefined
  const stretches: string[] = []
  let size = 0
  let shift = 0
  for (let i = 0; i < patches.length; ) {
    const first = patches[i]
    const from = (first?.start ?? 0) + shift
    let to = from
    for (let patch = first; patch && patch.start + shift - to <= TOGETHER; patch = patches[++i]) {
      to = patch.start + shift + patch.shown.length
      shift = to - patch.end
    }
    const start = lineBefore(text, from)
    const end = lineBehind(text, to)
    size += end - start
    if (start < 0 || end < 0 || size * 2 > text.length) return undefined
    stretches.push(text.slice(start, end))
  }
  return stretches
}
