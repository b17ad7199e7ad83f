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
type Compiled = {
  readonly sql: string
  /** What stands behind each `?`: the name of a parameter, or a value that is always the same. */
  readonly slots: readonly ({ readonly name: string } | { readonly always: Value })[]
}

const registry: { readonly name: string; readonly compiled: () => Compiled }[] = []

/** Every query of the store, for the test that looks at their plans. */
export const allQueries = (): readonly { name: string; sql: string; values: number }[] =>
  registry.map(({ name, compiled }) => ({ name, sql: compiled().sql, values: compiled().slots.length }))

export type Query<P> = (connection: Connection, parameters: P) => DbRow[] | Promise<DbRow[]>

/**
 * Declares a query. `build` gets the query builder and `p`, whose properties stand for the parameters of each run;
 * they may be used only where a value may stand.
 */
export function query<P extends object>(name: string, build: (db: Kysely<Schema>, p: P) => Compilable): Query<P> {
  let known: Compiled | undefined
  const compiled = (): Compiled => {
    if (known) return known
    const { sql, parameters } = build(builder, placeholders as P).compile()
    const slots = parameters.map((slot) => (slot instanceof Parameter ? { name: slot.name } : { always: bound(slot) }))
    known = { sql, slots }
    return known
  }
  registry.push({ name, compiled })
  return (connection, parameters) => {
    const { sql, slots } = known ?? compiled()
    const given = parameters as Record<string, unknown>
    return connection.rows(
      sql,
      slots.map((slot) => ('name' in slot ? bound(given[slot.name]) : slot.always)),
    )
  }
}

/** A flag is kept as 0 or 1, so that every database counts it the same way. */
function bound(value: unknown): Value {
  if (value === undefined) return null
  return typeof value === 'boolean' ? Number(value) : (value as Value)
}
