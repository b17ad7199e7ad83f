// What is said for each finding and each refusal: our own templates, read from data/texts and checked before the first answer.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { bilingual } from '../domain/policy.ts'
import { InvariantError } from '../kit/invariant.ts'
import { mint, type Redacted, say } from '../redaction/redacted.ts'

/** Everything that a text may ask for: amounts with their ¥, times by the Shanghai clock, orders as masks. */
export const VARIABLES = [
  'order',
  'second',
  'amount',
  'paid',
  'time',
  'until',
  'now',
  'next_check',
  'minutes',
  'plan',
  'model',
  'credit_yuan',
  'refund_amount',
  'refund_days',
  'refund_limit',
  'min',
  'max',
  'hours',
  'late_days',
  'due',
] as const
export type Variable = (typeof VARIABLES)[number]

const IN_REFUSALS = ['min', 'max', 'until', 'time', 'refund_limit'] as const satisfies readonly Variable[]

/** The same thing said in Chinese and in English, safe to leave. */
export type Said = { readonly zh: Redacted; readonly en: Redacted }
/** `say` is the verdict; `next` is what happens now and what not to do. */
export type FindingText = { readonly say: Said; readonly next: Said }
/** A value is the same in both languages, or, like working hours, one for each. */
export type Variables = { readonly [V in Variable]?: Redacted | Said | undefined }

type Language = keyof Said
type Slot = { readonly variable: Variable }
type Template = readonly (Redacted | Slot)[]
type Line = { readonly [L in Language]: Template }
type FindingLines = { readonly say: Line; readonly next: Line }

const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[]
const file = z.record(z.string(), z.unknown())
const findingShape = z.strictObject({ say: bilingual, next: bilingual })

const fail = (where: string, what: string): never => {
  throw new InvariantError(`${where}: ${what}`)
}

function shaped<T>(where: string, shape: z.ZodType<T>, value: unknown): T {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const problem = read.error.issues[0]
  return fail(where, `${problem?.path.join('.') ?? ''} ${problem?.message ?? 'cannot be read'}`.trimStart())
}

/** Cuts "a {order} b" into constants and slots. A constant is ours, so it may leave as it stands. */
function cut(where: string, text: string, allowed: readonly Variable[]): Template {
  return text.split(/\{([^{}]*)\}/).map((piece, index) => {
    if (index % 2 === 0) return /[{}]/.test(piece) ? fail(where, 'a brace without its partner') : mint(piece)
    const variable = allowed.find((name) => name === piece)
    return variable ? { variable } : fail(where, `unknown variable {${piece}}`)
  })
}

const slotsOf = (template: Template): readonly Variable[] =>
  template.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.variable]))

function cutLine(where: string, text: z.infer<typeof bilingual>, allowed: readonly Variable[]): Line {
  const line = { zh: cut(`${where} zh`, text.zh, allowed), en: cut(`${where} en`, text.en, allowed) }
  // A fact that stands in one language only is a fact that half of the users never learn.
  for (const [has, lacks] of [LANGUAGES, ['en', 'zh'] as const]) {
    const missing = slotsOf(line[has]).find((variable) => !slotsOf(line[lacks]).includes(variable))
    if (missing) fail(`${where} ${lacks}`, `{${missing}} is missing, ${has} has it`)
  }
  return line
}

const entries = (source: string): [string, unknown][] => Object.entries(shaped('texts', file, parse(source)))

/** Reads findings.yaml; throws an InvariantError that names the key where a text is missing or wrong. */
export function readFindings(source: string): ReadonlyMap<string, FindingLines> {
  return new Map(
    entries(source).map(([key, value]) => {
      const text = shaped(key, findingShape, value)
      return [
        key,
        { say: cutLine(`${key} say`, text.say, VARIABLES), next: cutLine(`${key} next`, text.next, VARIABLES) },
      ]
    }),
  )
}

/** Reads refusals.yaml; throws as `readFindings` does. */
export function readRefusals(source: string): ReadonlyMap<string, Line> {
  return new Map(
    entries(source).map(([code, value]) => [code, cutLine(code, shaped(code, bilingual, value), IN_REFUSALS)]),
  )
}

const ours = (name: string): string => readFileSync(new URL(`../../data/texts/${name}`, import.meta.url), 'utf8')
const findings = readFindings(ours('findings.yaml'))
const refusals = readRefusals(ours('refusals.yaml'))

function fill(where: string, line: Line, language: Language, given: Variables): Redacted {
  return line[language].reduce<Redacted>((text, piece) => {
    if (typeof piece === 'string') return say`${text}${piece}`
    const value = given[piece.variable] ?? fail(where, `{${piece.variable}} was not given`)
    return say`${text}${typeof value === 'string' ? value : value[language]}`
  }, mint(''))
}

const both = (where: string, line: Line, given: Variables): Said => ({
  zh: fill(where, line, 'zh', given),
  en: fill(where, line, 'en', given),
})

/** Every key of findings.yaml, as `about/finding` or `about/finding.variant`. */
export const findingKeys: readonly string[] = [...findings.keys()]
/** Every code of refusals.yaml. */
export const refusalCodes: readonly string[] = [...refusals.keys()]

const lineOfRefusal = (code: string): Line => refusals.get(code) ?? fail(code, 'no text for this refusal')
const linesOfFinding = (key: string): FindingLines => findings.get(key) ?? fail(key, 'no text for this finding')

/** What the texts of a finding ask for, each variable once. */
export const variablesOfFinding = (key: string): readonly Variable[] => {
  const lines = linesOfFinding(key)
  return [...new Set([...slotsOf(lines.say.zh), ...slotsOf(lines.next.zh)])]
}

/** What the message of a refusal asks for, each variable once. */
export const variablesOfRefusal = (code: string): readonly Variable[] => [...new Set(slotsOf(lineOfRefusal(code).zh))]

/** The answer for `about/finding` or one of its variants. Throws where a variable it asks for was not given. */
export function renderFinding(key: string, given: Variables): FindingText {
  const lines = linesOfFinding(key)
  return { say: both(key, lines.say, given), next: both(key, lines.next, given) }
}

/** The one sentence for a refusal. Throws where a variable it asks for was not given. */
export const renderRefusal = (code: string, given: Variables): Said => both(code, lineOfRefusal(code), given)
