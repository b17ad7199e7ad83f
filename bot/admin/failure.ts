// What a database says when it cannot go on, and what an operator does then.
import { MIGRATE } from './desk.ts'
import { failed, misused, type Outcome } from './verb.ts'

const answers: readonly { readonly code: RegExp; readonly message?: RegExp; readonly outcome: Outcome }[] = [
  {
    code: /^SQLITE_ERROR$/,
    message: /^no such (table|column)/,
    outcome: misused(`the database has no tables yet, or those of an older version; ${MIGRATE}`),
  },
  {
    code: /^SQLITE_(CORRUPT|NOTADB)/,
    outcome: failed('the file is damaged or no database: stop the bot, keep a copy of it, and go back to a backup'),
  },
  {
    code: /^(SQLITE_(CANTOPEN|READONLY|PERM)|EACCES|ENOTDIR|EROFS|EEXIST)/,
    outcome: misused('the database of DATABASE_URL cannot be opened or written; check the path and its permissions'),
  },
  { code: /^SQLITE_FULL/, outcome: failed('the disk is full; nothing was changed by the last step') },
  { code: /^SQLITE_BUSY/, outcome: failed('another process holds the database; try again in a moment') },
]

/** Undefined for an error that nobody foresaw. */
export function foreseen(error: unknown): Outcome | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const code = String(error.code)
  return answers.find((one) => one.code.test(code) && (one.message?.test(error.message) ?? true))?.outcome
}
