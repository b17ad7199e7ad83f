// The shape of a flow file: steps in both languages, as somebody who doesn't program writes them.
import { z } from 'zod'
import { type Template, bilingualText as text } from './template.ts'
import { asks, handoffReasons, picks } from './vocabulary.ts'

const stepName = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a step is named in small letters, digits and _')
const flowName = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a flow is named in small letters, digits and -')
const target = z.string().regex(/^[a-z][a-z0-9-]*(\/[a-z][a-z0-9_]*)?$/, 'write a flow, or flow/step')

const choice = z
  .strictObject({
    label: text,
    to: stepName.optional().describe('a step of this flow'),
    go: target.optional().describe('another flow, or flow/step'),
    set: z.record(z.string(), z.string()).default({}).describe('answers that this choice gives'),
  })
  .refine((value) => (value.to === undefined) !== (value.go === undefined), 'a choice has either `to` or `go`')
export type FlowChoice = Readonly<z.infer<typeof choice>>

const choices = z.array(choice).default([])
const branches = z.record(z.string(), stepName).default({})
const call = { with: z.array(z.string()).default([]), on: branches, else: stepName.optional() }

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
  lookup: z.strictObject({ lookup: z.string(), ...call }),
  act: z.strictObject({ act: z.string(), ...call }),
  route: z.strictObject({
    route: z.string().describe('sorts by the outcome of the last such lookup, without looking again'),
    on: branches,
    else: stepName.optional(),
  }),
  handoff: z.strictObject({ handoff: z.enum(handoffReasons), say: text.optional() }),
  go: z.strictObject({ go: target }),
  end: z.strictObject({ end: z.literal(true), say: text.optional() }),
} as const
export type StepKind = keyof typeof shapes
export type StepOf<K extends StepKind> = { readonly kind: K } & Readonly<z.infer<(typeof shapes)[K]>>
export type Step = { [K in StepKind]: StepOf<K> }[StepKind]

/** The key that tells the kind; `say` last, for asks, handoffs and ends have a `say` too. */
const order = ['ask', 'lookup', 'act', 'route', 'handoff', 'go', 'end', 'say'] as const satisfies readonly StepKind[]

/** A step as written; its key tells the kind, so that a fault is told about that kind only. */
const step = z.unknown().transform((written, context): Step => {
  const kind = order.find((key) => typeof written === 'object' && written !== null && Object.hasOwn(written, key))
  if (kind === undefined) {
    context.addIssue({ code: 'custom', message: `a step has one of: ${order.join(', ')}` })
    return z.NEVER
  }
  const read = shapes[kind].safeParse(written)
  if (read.success) return { kind, ...read.data } as Step
  for (const issue of read.error.issues) {
    // An unknown key is told at its own line, not at that of the step.
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
    context.addIssue({ code: 'custom', path, message: issue.message })
  }
  return z.NEVER
})

/** What each flow and each short answer says about itself (the editorial rules). */
const editorial = {
  title: text.describe('the matter in a few words: on the card and in the list of tickets'),
  owner: z.string().min(1).describe('who answers for this text'),
  last_review: z.iso.date('write a date as YYYY-MM-DD'),
  applies: text.describe('when this is the right text'),
  limits: text.describe('what it does not cover'),
}
export type Editorial = Readonly<{
  title: Template
  owner: string
  last_review: string
  applies: Template
  limits: Template
}>

export const flowShape = z.strictObject({
  flow: flowName,
  ...editorial,
  opens_on: z
    .record(z.string(), stepName)
    .default({})
    .describe('what the user says or types → the step it begins with'),
  start: stepName,
  steps: z.record(stepName, step),
})

export const answersShape = z.strictObject({
  answers: z.record(
    flowName,
    z.strictObject({ ...editorial, opens_on: z.array(z.string()).min(1), say: text, choices }),
  ),
})

export type Flow = Editorial & {
  readonly name: string
  /** Changes with every edit of its file. */
  readonly version: string
  readonly opensOn: Readonly<Record<string, string>>
  readonly start: string
  readonly steps: Readonly<Record<string, Step>>
}
