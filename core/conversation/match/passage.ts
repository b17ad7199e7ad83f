// What the person says in a pasted report, sentence by sentence, each with a weight: furniture gone, title first.
import { noise, partWeight } from './section.ts'

/** `weight` is 0 to 1: how much a sentence at this place tells about the trouble. */
export type Passage = { readonly text: string; readonly weight: number }

const HEADING = /^\s*(?:#{1,6}\s+(?<hash>.+?)\s*#*|(?:\*\*|__)(?<bold>[^*_]{1,48})(?:\*\*|__).*)$/u
const MAX_SENTENCE = 170
/** What a line is shows in its beginning; it also bounds the patterns that look. */
const LONGEST_HEADING = 300
const CLAUSE = /[^,，、]{1,170}[,，、]?/gu
/** Who has not said it in so many characters, furniture aside, doesn't say it in the rest. */
const ENOUGH = 4_000
const MOST = 160

/** Where a sentence stands decides how much it says: people come to the point early. */
const places: readonly (readonly [number, number])[] = [
  [4, 1],
  [10, 0.88],
  [24, 0.7],
]
const placeWeight = (index: number): number => places.find(([upTo]) => index < upTo)?.[1] ?? 0.5

const withoutBlocks = (text: string): string =>
  text
    .replace(/<!--[\s\S]*?(-->|$)/g, '\n')
    .replace(/^[ \t]*(```+|~~~+)[\s\S]*?(^[ \t]*\1[ \t]*$|$(?![\s\S]))/gm, '\n')
    .replace(/<details[\s\S]*?(<\/details>|$)/gi, '\n')

const inline = (line: string): string =>
  line
    .replace(/!\[[^\]]{0,200}\]\([^)]{0,500}\)/g, ' ')
    .replace(/\[([^\]]{1,120})\]\([^)]{0,500}\)/g, '$1')
    .replace(/<[a-z/][^>]{0,300}>/gi, ' ')
    .replace(/\b(?:https?|ftp):\/\/[^\s)\]，。；]+/gi, ' ')
    .replace(/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/g, ' ')
    .replace(/\*\*|__|~~/g, '')
    .replace(/^\s*(?:>+|#{1,6}(?=\s)|[-+*•]|\d+[.、)）])\s*/, '')

function* sentences(line: string): Generator<string> {
  for (const sentence of line.split(/(?<=[。！？!?；;])|(?<=[a-z)"'\d]{2}\.)\s+|\.{3,}|…+/iu)) {
    if (sentence.length <= MAX_SENTENCE) yield sentence
    else yield* clauses(sentence)
  }
}

/** A sentence that never ends is cut, at commas if it has any: two cues in one piece are then about the same thing. */
function* clauses(sentence: string): Generator<string> {
  let rest = ''
  for (const clause of sentence.match(CLAUSE) ?? []) {
    if (rest.length + clause.length > MAX_SENTENCE && rest !== '') {
      yield rest
      rest = ''
    }
    rest += clause
  }
  yield rest
}

/** Cuts a message or a Markdown report into weighted sentences; a text that is all furniture comes back whole. */
export function passages(text: string): readonly Passage[] {
  const found: Passage[] = []
  let part = 1
  let titled = false
  let read = 0
  const say = (line: string, weight: number): void => {
    for (const sentence of sentences(inline(line))) {
      if (!/\p{L}/u.test(sentence) || read > ENOUGH || found.length >= MOST) continue
      read += sentence.length
      found.push({ text: sentence.trim(), weight: weight * placeWeight(found.length) })
    }
  }
  for (const line of withoutBlocks(text).split(/\r?\n/)) {
    if (line.trim() === '') continue
    const { hash, bold } = HEADING.exec(line.slice(0, LONGEST_HEADING))?.groups ?? {}
    const heading = (hash ?? bold)
      ?.replace(/[*_:：?？]/g, ' ')
      .trim()
      .toLowerCase()
    const weight = heading === undefined ? undefined : partWeight(heading)
    if (!titled) {
      titled = true
      // The first line is the title, unless somebody pasted the report without one.
      if (weight === undefined || /^\s*#\s/.test(line)) {
        say(line, 1)
        continue
      }
    }
    if (weight !== undefined) {
      part = weight
      if (part === 1 && heading) say(heading, 0.7)
      // A bold heading may stand in the line of what it heads.
      const rest = bold ? line.slice(line.indexOf(bold) + bold.length).replace(/^[*_\s:：]+/, '') : ''
      if (rest !== '' && part > 0) say(rest, part)
    } else {
      if (hash !== undefined) part = 1
      if (part > 0 && !noise.some((shape) => shape.test(line.slice(0, LONGEST_HEADING))))
        say(line, /^\s*>/.test(line) ? part * 0.4 : part)
    }
  }
  return found.length > 0 ? found : [{ text, weight: 0.6 }]
}
