// What the examiner expects of a replayed case file, and the differences to the line that the replay printed.
import { z } from 'zod'
import { holds, isPhrase, isSecret, type Language } from './phrase.ts'

const phrase = z.string().refine(isPhrase, 'is a phrase of no known form')
const refusal = z.strictObject({ event: z.int().min(0), code: z.string() })

const answered = z.strictObject({
  file: z.string(),
  finding: z.string(),
  handoff: z.boolean(),
  credited: z.record(z.string(), z.int()),
  order_status: z.enum(['Pending', 'Processing', 'Completed', 'Cancelled', 'Refunded']).nullable(),
  refused: z.array(refusal).optional(),
  sayHas: z.array(phrase),
  sayNotHas: z.array(phrase),
  same: z.string().optional(),
})
const unreadable = z.strictObject({ file: z.string(), error: z.literal(true), name: z.string().nullable() })

/** One line of expected.jsonl: an answered case, or a file that cannot be read as one. */
export const expectation = z.union([answered, unreadable])
export type Expected = z.infer<typeof expectation>
type Answered = z.infer<typeof answered>

const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })
const printed = z.object({
  name: z.string(),
  file: z.string(),
  finding: z.string(),
  handoff: z.boolean(),
  credited: z.record(z.string(), z.number()),
  order_status: z.string().nullable(),
  say: bilingual,
  next: bilingual,
  evidence: z.array(z.string().regex(/^[a-z_]+:\S+$/, 'is not "table:id"')),
  labels: z.record(z.string(), z.string()),
  refused: z.array(refusal.extend({ message: bilingual }).loose()).default([]),
  invariants: z.literal('ok'),
})
type Printed = z.infer<typeof printed>
const failed = z.object({ name: z.string().nullable(), file: z.string(), error: z.string().min(1) })

const languages: readonly Language[] = ['zh', 'en']
const textOf = (line: Printed, language: Language): string => `${line.say[language]}\n${line.next[language]}`
const show = (value: unknown): string => JSON.stringify(value)
const sorted = (amounts: Readonly<Record<string, number>>): string => show(Object.entries(amounts).sort())

function unlike(what: string, wanted: unknown, got: unknown): string[] {
  return show(wanted) === show(got) ? [] : [`${what}: expected ${show(wanted)}, got ${show(got)}`]
}

function wordDifferences(expected: Answered, line: Printed, language: Language): string[] {
  const held = (text: string): boolean => holds(textOf(line, language), text, language, line.labels)
  return [
    ...expected.sayHas.filter((text) => !held(text)).map((text) => `${language}: the text lacks ${text}`),
    ...expected.sayNotHas.filter(held).map((text) => `${language}: the text must not hold ${text}`),
  ]
}

/** Everything that the line shows beside its labels and its account names, one string for each place. */
function shown(line: Printed): readonly string[] {
  const refusals = line.refused.flatMap(({ message }) => [message.zh, message.en])
  return [...languages.map((language) => textOf(line, language)), ...line.evidence, ...refusals]
}

const dense = (text: string): string => text.toUpperCase().replaceAll(/[\s-]/g, '')
// Only order numbers and redeem codes are secret: the name of a task may be said.
const secret = /^(DZ\d{8}[0-9A-Z]{12}|([0-9A-Z]{5}-?){3}[0-9A-Z]{5})$/i

function leaks(expected: Answered, line: Printed): string[] {
  const places = shown(line)
  const full = Object.entries(line.labels)
    .filter(([, identifier]) => secret.test(identifier))
    .filter(([, identifier]) => places.some((place) => dense(place).includes(dense(identifier))))
    .map(([label]) => `the full identifier of ${label} is shown`)
  const beyondTexts = places.slice(languages.length).join('\n')
  const banned = expected.sayNotHas
    .filter((text) => isSecret(text) && holds(beyondTexts, text, 'en', line.labels))
    .map((text) => `evidence or a refusal must not hold ${text}`)
  return [...full, ...banned]
}

function evidenceDifferences(expected: Answered, line: Printed): string[] {
  const nameless = ['other-account', 'unknown-order'].includes(expected.finding)
  // An order refused at its creation is the one unknown order that the records may name.
  if (nameless && expected.same !== undefined && line.evidence.length > 0) return ['evidence is named for no own order']
  if (expected.order_status !== null && line.evidence.length === 0) return ['no evidence for the verdict']
  return []
}

function languageDifferences(line: Printed): string[] {
  const han = /\p{Script=Han}/u
  return [
    ...[line.say.zh, line.next.zh].filter((text) => !han.test(text)).map(() => 'zh: a text without Chinese'),
    ...[line.say.en, line.next.en].filter((text) => han.test(text)).map(() => 'en: a text with Chinese'),
  ]
}

function shapeFaults(error: z.ZodError): string[] {
  return error.issues.map((issue) => `the line's ${issue.path.join('.') || 'whole'}: ${issue.message}`)
}

/**
 * The differences between what is expected of a file and the parsed JSON line that was printed for it, as sentences;
 * empty where they agree. `line.file` may be any path that ends with the expected one.
 */
export function compare(expected: Expected, line: unknown): string[] {
  if ('error' in expected) {
    const parsed = failed.safeParse(line)
    if (!parsed.success) return shapeFaults(parsed.error)
    return [
      ...(parsed.data.file.endsWith(expected.file) ? [] : unlike('file', expected.file, parsed.data.file)),
      ...(parsed.data.name === null ? [] : unlike('name', expected.name, parsed.data.name)),
    ]
  }
  const parsed = printed.safeParse(line)
  if (!parsed.success) return shapeFaults(parsed.error)
  const got = parsed.data
  const refused = got.refused.map(({ event, code }) => ({ event, code }))
  return [
    ...(got.file.endsWith(expected.file) ? [] : unlike('file', expected.file, got.file)),
    ...unlike('finding', expected.finding, got.finding),
    ...unlike('handoff', expected.handoff, got.handoff),
    ...unlike('credited', sorted(expected.credited), sorted(got.credited)),
    ...unlike('order_status', expected.order_status, got.order_status),
    ...unlike('refused', expected.refused ?? [], refused),
    ...languages.flatMap((language) => wordDifferences(expected, got, language)),
    ...leaks(expected, got),
    ...evidenceDifferences(expected, got),
    ...languageDifferences(got),
  ]
}

export type Pair = { readonly expected: Expected; readonly line: unknown }

/** Files whose answers must be word for word the same (`same`) and are not, as sentences; empty where all agree. */
export function compareSame(pairs: readonly Pair[]): string[] {
  const first = new Map<string, { file: string; texts: string }>()
  const differences: string[] = []
  for (const { expected, line } of pairs) {
    if ('error' in expected || expected.same === undefined) continue
    const parsed = printed.safeParse(line)
    if (!parsed.success) continue
    const texts = show([parsed.data.say.zh, parsed.data.say.en, parsed.data.next.zh, parsed.data.next.en])
    const known = first.get(expected.same)
    if (!known) first.set(expected.same, { file: expected.file, texts })
    else if (known.texts !== texts)
      differences.push(`${expected.file} is not worded like ${known.file} (${expected.same})`)
  }
  return differences
}

/** Reads expected.jsonl. Throws a ZodError where a line has another shape. */
export const readExpectations = (jsonl: string): Expected[] =>
  jsonl
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => expectation.parse(JSON.parse(line)))
