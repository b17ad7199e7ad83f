// Where one person's conversation stands: plain JSON, enough to go on after a kill at any moment.
import { z } from 'zod'
import type { Instant } from '../kit/clock.ts'
import { err, ok, type Result } from '../kit/result.ts'
import type { Redacted } from '../redaction/redacted.ts'
import { type Language, language } from './language.ts'
import { answerNames, picks } from './vocabulary.ts'

/** Bounds: a conversation's row stays small however long somebody talks. */
export const BOUNDS = { path: 60, history: 8, items: 10, notes: 5, lookups: 30 } as const

// A state is written with Redacted texts only and read back through the column reader, so its parts are redacted too.
const redacted = z.custom<Redacted>((value) => typeof value === 'string')
const instant = z.custom<Instant>((value) => Number.isSafeInteger(value))

export const answers = z.partialRecord(z.enum(answerNames), z.union([z.string(), z.number()]))
/** Opaque references of the door, amounts in fen, words of choices, and redacted text for `reason`. */
export type Answers = Readonly<z.infer<typeof answers>>

export const item = z.strictObject({ label: redacted, value: z.string() })
/** A button made from a row: what it shows, and the row's id. */
export type Item = Readonly<z.infer<typeof item>>

const place = z.strictObject({ flow: z.string(), step: z.string() })
/** A step of a flow. */
export type Place = Readonly<z.infer<typeof place>>

const scene = z.strictObject({
  place: place.nullable().describe('the step whose question is open; null between flows'),
  version: z.string().describe('of the flow when the step was shown: buttons of an older text are stale'),
  answers,
  given: z.array(z.enum(answerNames)).describe('answers that came with the opening and no step has used yet'),
  vars: z.record(z.string(), redacted).describe('what the last call brought, for the texts'),
  items: z.array(item).describe('what the last call found, for the buttons'),
  itemsFor: z.enum(picks).nullable(),
  outcome: z.string().nullable().describe('of the last call'),
})
/** All that a question rests on; Back brings the earlier one back whole. */
export type Scene = Readonly<z.infer<typeof scene>>

const call = z.strictObject({ kind: z.enum(['lookup', 'act']), name: z.string(), step: z.int(), args: answers })

const logged = z.strictObject({
  name: z.string(),
  step: z.int(),
  at: instant,
  outcome: z.string().nullable().describe('null while nothing came back'),
})

export const stateShape = z.strictObject({
  v: z.literal(1),
  lang: language,
  langChosen: z.boolean().describe('the user set the language; else it follows each opening message'),
  step: z.int().min(0).describe('counts what was shown; a button carries it, so a stale one can be told'),
  scene,
  waiting: call.nullable().describe('the call whose result we wait for'),
  history: z.array(scene).describe('earlier questions, newest last'),
  path: z.array(z.strictObject({ flow: z.string(), step: z.string(), at: instant })),
  lookups: z.array(logged),
  notes: z.array(z.strictObject({ text: redacted, at: instant })).describe('what was said and not understood'),
  misses: z.int().min(0).describe('messages in a row that no step could use'),
  nudged: z.boolean(),
})
export type State = Readonly<z.infer<typeof stateShape>>

export const emptyScene: Scene = {
  place: null,
  version: '',
  answers: {},
  given: [],
  vars: {},
  items: [],
  itemsFor: null,
  outcome: null,
}

/** A conversation nobody has begun. `lang` given: the user chose it, and messages don't change it. */
export const newState = (lang?: Language): State => ({
  v: 1,
  lang: lang ?? 'zh',
  langChosen: lang !== undefined,
  step: 0,
  scene: emptyScene,
  waiting: null,
  history: [],
  path: [],
  lookups: [],
  notes: [],
  misses: 0,
  nudged: false,
})

export const serialiseState = (state: State): string => JSON.stringify(state)

/** Reads a stored state. Unreadable (another version of ours wrote it): the caller begins anew with `newState`. */
export function parseState(text: Redacted): Result<State, 'unreadable'> {
  try {
    const read = stateShape.safeParse(JSON.parse(text))
    return read.success ? ok(read.data) : err('unreadable')
  } catch {
    return err('unreadable')
  }
}
