// The help articles that the flows hold: what the chat tells everybody, for a site and for assistants, in the same words.
import type { Redacted } from '../redaction/redacted.ts'
import { type FlowBook, write } from './book.ts'
import { factNames } from './fact.ts'
import type { Flow } from './flow.ts'
import { type Language, languages } from './language.ts'
import { slotsOf, type Template } from './template.ts'

type Both<T> = { readonly [lang in Language]: T }
export type Article = {
  /** The flow's name; it stays when its words change. */
  readonly id: string
  readonly title: Both<Redacted>
  /** When this is the right text; for finding it, not for reading it out. */
  readonly applies: Both<Redacted>
  readonly body: Both<Redacted>
  /** YYYY-MM-DD: when somebody last read it through. */
  readonly updated: string
  /** What a user says or types to be told this. */
  readonly opensOn: readonly string[]
}

/** Small talk, and what only a chat can do. */
const NO_MATTER = new Set(['greeting', 'thanks', 'language', 'human'])
/** A line that stands in more flows than this belongs to the chat around the answers. */
const FRAME = 2

const known = new Set<string>(factNames)
/** Everybody may read it: it speaks of no order and no account. */
const isPublic = ({ zh, en }: Template): boolean => [...slotsOf(zh), ...slotsOf(en)].every((slot) => known.has(slot))

const isMatter = ({ opensOn }: Flow): boolean =>
  Object.keys(opensOn).some((trigger) => /^[a-z_]+$/.test(trigger) && !NO_MATTER.has(trigger))

/** What a flow tells somebody of whom nothing is known: its general part, else its first words. */
function textOf({ steps, start }: Flow): Template | undefined {
  for (const step of [steps.general, steps[start]]) {
    const say = step !== undefined && (step.kind === 'say' || step.kind === 'end') ? step.say : undefined
    if (say !== undefined && isPublic(say)) return say
  }
  return undefined
}

/** Lines that many flows share word for word: "this chat isn't linked", "this is enough to prepare". */
function frameOf(texts: readonly Template[], lang: Language): ReadonlySet<string> {
  const count = new Map<string, number>()
  for (const text of texts)
    for (const line of new Set(text[lang].split('\n'))) count.set(line, (count.get(line) ?? 0) + 1)
  return new Set([...count].flatMap(([line, times]) => (times > FRAME && line.trim() !== '' ? [line] : [])))
}

/** Every article, in the order of the flows' files. */
export function articlesOf(book: FlowBook): readonly Article[] {
  const found = Object.values(book.flows).flatMap((flow) => {
    const text = isMatter(flow) ? textOf(flow) : undefined
    return text === undefined ? [] : [{ flow, text }]
  })
  const texts = found.map(({ text }) => text)
  const frames = { zh: frameOf(texts, 'zh'), en: frameOf(texts, 'en') }
  const inBoth = (say: (lang: Language) => Redacted): Both<Redacted> =>
    Object.fromEntries(languages.map((lang) => [lang, say(lang)])) as Both<Redacted>
  return found.map(({ flow, text }) => {
    const own = (lang: Language): string =>
      text[lang]
        .split('\n')
        .filter((line) => !frames[lang].has(line))
        .join('\n')
    const body: Template = { zh: own('zh'), en: own('en') }
    return {
      id: flow.name,
      title: inBoth((lang) => write(book, lang, flow.title)),
      applies: inBoth((lang) => write(book, lang, flow.applies)),
      body: inBoth((lang) => write(book, lang, body)),
      updated: flow.last_review,
      opensOn: Object.keys(flow.opensOn),
    }
  })
}
