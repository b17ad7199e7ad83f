// One request of the bot: what it asked, when, and what became of it.
import type { Uploads } from './files.ts'

export type Params = { readonly [name: string]: unknown }

export type Ask = { readonly method: string; readonly params: Params; readonly uploads: Uploads }

export type Outcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly code: number; readonly description: string }

export type Call = Ask & {
  readonly atMs: number
  /** What Telegram did with it; undefined: nothing yet, or the connection died before. */
  outcome?: Outcome
  /** False while it waits, and for ever when the connection died before the answer. */
  answered: boolean
}
