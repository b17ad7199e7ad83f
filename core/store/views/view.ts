// A view: one statement that selects what may be shown and nothing else. What is not selected cannot leak.
import type { RawBuilder } from 'kysely'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'

/** Declares a view; `build` writes its statement once, with placeholders where the values of each run will stand. */
export function view<P extends object, Row>(
  name: string,
  build: (p: P) => RawBuilder<unknown>,
): (connection: Connection, parameters: P) => Promise<readonly Row[]> {
  const run = query<P>(`view.${name}`, (db, p) => ({ compile: () => build(p).compile(db) }))
  return async (connection, parameters) => (await run(connection, parameters)) as unknown as readonly Row[]
}
