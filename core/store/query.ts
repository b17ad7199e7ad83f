// Queries compiled once: Kysely writes the SQL the first time, later runs only bind values (measured: per-query cost dominates a credit).
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Connection, DbRow, Value } from './connection.ts'
import type { Schema } from './tables.ts'

/** Builds and compiles, never executes: execution belongs to the unit of work. */
const builder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** Stands for a value that is bound at each run. */
class Parameter {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const placeholders = new Proxy({}, { get: (_, name) => new Parameter(String(name)) })

type Compilable = { compile(): { readonly sql: string; readonly parameters: readonly unknown[] } }
type Compiled = { readonly sql: string; readonly parameters: readonly unknown[] }

const registry: { readonly name: string; readonly compiled: () => Compiled }[] = []

/** Every query of the store, for the test that looks at their plans. */
export const allQueries = (): readonly { name: string; sql: string; values: number }[] =>
  registry.map(({ name, compiled }) => ({ name, sql: compiled().sql, values: compiled().parameters.length }))

export type Query<P> = (connection: Connection, parameters: P) => DbRow[] | Promise<DbRow[]>

/**
 * Declares a query. `build` gets the query builder and `p`, whose properties stand for the parameters of each run;
 * they may be used only where a value may stand.
 */
export function query<P extends object>(name: string, build: (db: Kysely<Schema>, p: P) => Compilable): Query<P> {
  let known: Compiled | undefined
  const compiled = (): Compiled => {
    known ??= build(builder, placeholders as P).compile()
    return known
  }
  registry.push({ name, compiled })
  return (connection, parameters) => {
    const { sql, parameters: slots } = compiled()
    const values = slots.map((slot) => {
      const value = slot instanceof Parameter ? (parameters as Record<string, unknown>)[slot.name] : slot
      return (value === undefined ? null : value) as Value
    })
    return connection.rows(sql, values)
  }
}
