// A verb of the operator's tool: its name, its example, what it takes, and what it does. One table serves parser, help and checks.
import type { z } from 'zod'
import type { Bench, Desk } from './desk.ts'
import type { Tool } from './tool.ts'

/** How a verb ends: `failed` exits 1 and `misused` 2, each with one line that says what to do. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed' | 'misused'; readonly line: string }
  /** Exits 1; what is wrong was the output. */
  | { readonly kind: 'faults' }

export const done: Outcome = { kind: 'done' }
export const faults: Outcome = { kind: 'faults' }
export const failed = (line: string): Outcome => ({ kind: 'failed', line })
export const misused = (line: string): Outcome => ({ kind: 'misused', line })

export type Taken<T> = {
  /** `<id>` as the help shows it; empty for a switch. */
  readonly syntax: string
  readonly says: string
  /** Its messages never repeat what was typed. */
  readonly shape: z.ZodType<T>
}
export const taken = <T>(syntax: string, says: string, shape: z.ZodType<T>): Taken<T> => ({ syntax, says, shape })

type Options = { readonly [name: string]: Taken<unknown> }
type Asked<O extends Options> = { readonly [P in keyof O]: O[P] extends Taken<infer T> ? T : never }

type Naming<O, A> = {
  /** Its words, such as `account list`. */
  readonly name: string
  readonly says: string
  /** What stands behind `npm run -s admin --`. */
  readonly example: string
  readonly argument?: Taken<A>
  readonly options?: O
}

export type Verb = Naming<Options, unknown> & {
  /**
   * `making` brings the tables up to date first; `replacing` has the settings and opens what it needs itself; `nothing`
   * opens no database and needs no settings.
   */
  readonly opens: 'nothing' | 'replacing' | 'reading' | 'writing' | 'making'
  readonly run: (tool: Tool, desk: Desk | Bench | undefined, argument: unknown, options: object) => Promise<Outcome>
}

/** A verb at the desk: with a database, keys and a policy. */
export const verb = <A = undefined, O extends Options = Record<never, never>>(
  plan: Naming<O, A> & {
    readonly opens: 'reading' | 'writing' | 'making'
    readonly run: (desk: Desk, argument: A, options: Asked<O>) => Promise<Outcome>
  },
): Verb => ({
  ...plan,
  run: async (_, desk, argument, options) =>
    // What stands here went through the shapes of this very plan (program.ts).
    desk && 'context' in desk ? plan.run(desk, argument as A, options as Asked<O>) : misused('no database is open'),
})

/** A verb that puts another file in the database's place: with the settings, and no database open. */
export const replacingVerb = <A = undefined, O extends Options = Record<never, never>>(
  plan: Naming<O, A> & { readonly run: (bench: Bench, argument: A, options: Asked<O>) => Promise<Outcome> },
): Verb => ({
  ...plan,
  opens: 'replacing',
  run: async (_, bench, argument, options) =>
    bench ? plan.run(bench, argument as A, options as Asked<O>) : misused('there are no settings'),
})

/** A verb that looks at files only. */
export const bareVerb = <A = undefined, O extends Options = Record<never, never>>(
  plan: Naming<O, A> & { readonly run: (tool: Tool, argument: A, options: Asked<O>) => Promise<Outcome> },
): Verb => ({
  ...plan,
  opens: 'nothing',
  run: (tool, _, argument, options) => plan.run(tool, argument as A, options as Asked<O>),
})
