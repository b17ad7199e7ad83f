// Where the database is, as DATABASE_URL says it.
import { err, ok, type Result } from '../kit/result.ts'

export type StoreUrl = { readonly path: string }

/** `sqlite:PATH` or `sqlite::memory:`; anything else is refused with a line that says what to do. */
export function parseStoreUrl(url: string): Result<StoreUrl, string> {
  if (/^postgres(ql)?:/.test(url)) {
    return err('DATABASE_URL: PostgreSQL is not built yet; use sqlite:PATH, for example sqlite:var/daozhang.db')
  }
  const path = /^sqlite:(.+)$/.exec(url)?.[1]
  return path ? ok({ path }) : err('DATABASE_URL: write sqlite:PATH or sqlite::memory:')
}
