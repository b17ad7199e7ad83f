// The shape of a flow file: steps in both languages, as somebody who doesn't program writes them.
import { z } from 'zod'
import type { Template } from './template.ts'
import { asks, handoffReasons, picks } from './vocabulary.ts'

// Texts may lack a language here: the static check names that fault with its own words and line.
const text = z.strictObject({ zh: z.string().optional(), en: z.string().optional() })
const stepName = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a step is named in small letters, digits and _')
const flowName = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a flow is named in small letters, digits and -')
const target = z.string().regex(/^[a-z][a-z0-9-]*(\/[a-z][a-z0-9_]*)?$/, 'write a flow, or flow/step')
const reviewDate = z.iso.date('write a date as YYYY-MM-DD')

const choice = z
  .strictObject({
    label: text,
    to: stepName.optional().describe('a step of this flow'),
    go: target.optional().describe('another flow, or flow/step'),
    set: z.record(z.string(), z.string()).optional().describe('answers that this choice gives'),
  })
  .refine((value) => (value.to === undefined) !== (value.go === undefined), 'a choice has either `to` or `go`')

const choices = z.array(choice).default([])
const branches = z.record(z.string(), stepName)

const shapes = {
  say: z.strictObject({
    say: text,
    pick: z.enum(picks).optional().describe('a button for each row found, or for each amount or method of the policy'),
    choices,
    to: stepName.optional().describe('where a picked row goes; without buttons: what comes next'),
  }),
  ask: z.strictObject({
    ask: z.enum(Object.keys(asks) as [keyof typeof asks]),
    say: text,
    pick: z.enum(picks).optional(),
    choices,
    to: stepName,
  }),
  lookup: z.strictObject({
    lookup: z.string(),
    with: z.array(z.string()).default([]),
    on: branches.default({}),
    else: stepName.optional(),
  }),
  act: z.strictObject({
    act: z.string(),
    with: z.array(z.string()).default([]),
    on: branches.default({}),
    else: stepName.optional(),
  }),
  route: z.strictObject({
    route: z.string().describe('sorts by the outcome of the last such lookup, without looking again'),
    on: branches.default({}),
    else: stepName.optional(),
  }),
  handoff: z.strictObject({ handoff: z.enum(handoffReasons), say: text.optional() }),
  go: z.strictObject({ go: target }),
  end: z.strictObject({ end: z.literal(true), say: text.optional() }),
}
export type StepKind = keyof typeof shapes

/** The key that tells the kind; `say` last, for asks, handoffs and ends have a `say` too. */
const order = ['ask', 'lookup', 'act', 'route', 'handoff', 'go', 'end', 'say'] as const satisfies readonly StepKind[]

/** The kind of a step as written, or undefined where no key tells it. */
export const kindOf = (step: unknown): StepKind | undefined =>
  typeof step === 'object' && step !== null ? order.find((kind) => Object.hasOwn(step, kind)) : undefined

/** The shape of a step, chosen by its key so that a fault is told about that kind only. */
export const shapeOf = (kind: StepKind): z.ZodType => shapes[kind]

type Filled<T> = {
  [K in keyof T]: K extends 'say' | 'label' ? Template : K extends 'choices' ? readonly FlowChoice[] : T[K]
}
export type FlowChoice = Readonly<Filled<z.infer<typeof choice>>>
export type StepOf<K extends StepKind> = { readonly kind: K } & Readonly<Filled<z.infer<(typeof shapes)[K]>>>
export type Step = { [K in StepKind]: StepOf<K> }[StepKind]

/** What each flow and each short answer says about itself (the editorial rules). */
export const editorial = {
  owner: z.string().min(1).describe('who answers for this text'),
  last_review: reviewDate,
  applies: text.describe('when this is the right text'),
  limits: text.describe('what it does not cover'),
}

export const flowShape = z.strictObject({
  flow: flowName,
  ...editorial,
  opens_on: z
    .record(z.string(), stepName)
    .default({})
    .describe('what the user says or types → the step it begins with'),
  start: stepName,
  steps: z.record(stepName, z.unknown()),
})

export const answersShape = z.strictObject({
  answers: z.record(
    flowName,
    z.strictObject({ ...editorial, opens_on: z.array(z.string()).min(1), say: text, choices }),
  ),
})

export type Flow = {
  readonly name: string
  readonly file: string
  /** Changes with every edit of the flow. */
  readonly version: string
  readonly owner: string
  readonly lastReview: string
  readonly applies: Template
  readonly limits: Template
  readonly opensOn: Readonly<Record<string, string>>
  readonly start: string
  readonly steps: Readonly<Record<string, Step>>
}
