// A tool: its name, what it takes and gives, and what it does. One file each in tools/; nothing here knows the SDK.
import { z } from 'zod'
import type { LookupDesk } from '../core/desk/lookups/desk.ts'
import type { Subject } from '../core/desk/lookups/subject.ts'
import { sentence } from '../core/desk/lookups/words.ts'
import type { Language } from '../core/domain/desk.ts'
import type { McpScope } from '../core/domain/mcp-token.ts'
import type { Instant } from '../core/kit/clock.ts'
import { showTime } from './fields.ts'

export type Ask<I> = {
  readonly desk: LookupDesk
  readonly subject: Subject
  readonly input: I
  readonly lang: Language
  readonly now: Instant
}

type Plan<I extends z.ZodObject, O extends z.ZodObject> = {
  readonly name: string
  readonly title: string
  readonly description: string
  /** The scope that a credential needs for it. */
  readonly scope: McpScope
  /** Absent: for everybody. */
  readonly only?: 'account'
  readonly input: I
  readonly output: O
  /** Arguments that are right, as an error shows them. */
  readonly example: z.input<NoInfer<I>>
  /** Why right arguments are not enough: a constant sentence, or undefined. */
  readonly refuses?: (subject: Subject, input: z.output<NoInfer<I>>) => string | undefined
  /** Nothing was found under a reference: counted against guessing. */
  readonly missed?: (output: z.output<NoInfer<O>>, input: z.output<NoInfer<I>>) => boolean
  readonly answer: (ask: Ask<z.output<NoInfer<I>>>) => Promise<z.input<NoInfer<O>>>
}

export type Tool = Omit<Plan<z.ZodObject, z.ZodObject>, 'refuses' | 'missed' | 'answer'> & {
  readonly refuses: (subject: Subject, input: object) => string | undefined
  readonly missed: (output: object, input: object) => boolean
  readonly answer: (ask: Ask<object>) => Promise<object>
}

/** Declares a tool; its types are checked here, once. */
export const tool = <I extends z.ZodObject, O extends z.ZodObject>(plan: Plan<I, O>): Tool =>
  ({ refuses: () => undefined, missed: () => false, ...plan }) as unknown as Tool

/** Every tool looks and changes nothing; it speaks of this service only. */
export const hints = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const

/** What stands in every answer: when, and what to do next. */
export const ended = ({ lang, now }: Ask<unknown>, key: string, vars = {}) => ({
  as_of: showTime(now),
  next_step: sentence(`next/${key}`, lang, vars),
})

/** A desk that may look up orders of anybody must know something about each. */
export const needsSecondFact = (
  subject: Subject,
  { amount_yuan, paid_on }: { readonly amount_yuan?: string | undefined; readonly paid_on?: string | undefined },
): string | undefined =>
  subject.kind === 'support' && amount_yuan === undefined && paid_on === undefined
    ? 'amount_yuan or paid_on is required beside the reference'
    : undefined

type Schema = { readonly [key: string]: unknown }
const shown = (schema: z.ZodObject, io: 'input' | 'output'): Schema => {
  const made = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    // Checked by us in any case; a pattern costs an assistant more tokens than the example in the description.
    override: ({ jsonSchema }) => {
      delete jsonSchema.pattern
      delete jsonSchema.maxLength
      delete jsonSchema.maxItems
      // A closed list that its description explains with two examples.
      if (jsonSchema.brief === true) delete jsonSchema.enum
      delete jsonSchema.brief
      // A number is taken too where text is expected; there are clients that refuse a tool that says so.
      if (jsonSchema.anyOf?.some((either) => typeof either === 'object' && either.type === 'string')) {
        delete jsonSchema.anyOf
        jsonSchema.type = 'string'
      }
    },
  })
  const { $schema: _, ...rest } = made as Schema & { $schema?: string }
  return rest
}

/** A tool as `tools/list` shows it. */
export const listed = ({ name, title, description, input, output }: Tool) => ({
  name,
  title,
  description,
  inputSchema: shown(input, 'input'),
  outputSchema: shown(output, 'output'),
  annotations: hints,
})
