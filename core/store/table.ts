// A table and its noun: which column holds which property, and how a row becomes an object and back.
import type { SelectQueryBuilder } from 'kysely'
import type { Connection, DbRow } from './connection.ts'
import { type Query, query } from './query.ts'
import type { Schema } from './tables.ts'

/** bigint columns hold exact amounts, flags hold 0 or 1, everything else is kept as it is. */
type KindOf<T> = NonNullable<T> extends bigint ? 'amount' : NonNullable<T> extends boolean ? 'flag' : 'plain'

type Snake<S extends string> = S extends `${infer A}${infer B}`
  ? B extends Uncapitalize<B>
    ? `${Uncapitalize<A>}${Snake<B>}`
    : `${Uncapitalize<A>}_${Snake<B>}`
  : S

type ColumnValue<T> = T extends bigint ? number : T extends boolean ? number : T

/** A noun as Kysely sees its table. */
export type Columns<T> = { [K in keyof T & string as Snake<K>]: ColumnValue<T[K]> }

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export type Table<T> = {
  readonly name: keyof Schema & string
  /** `created_at as createdAt`, … for a select. */
  readonly selection: readonly string[]
  read(row: DbRow): T
  /** Declares the insert of a whole row. */
  inserter(): (connection: Connection, row: T) => Promise<void>
  /** Declares the insert of a row whose first column the database counts up; it gives that number. */
  adder(): (connection: Connection, row: Omit<T, 'id'>) => Promise<number>
  /** Declares an insert that does nothing where a unique key is taken; it gives true if the row is new. */
  newcomer(): (connection: Connection, row: T) => Promise<boolean>
  /**
   * Declares the rewrite of the row with this noun's first column, its key; it gives false where there is none. `fixed`
   * never change after the insert and are left alone: SQLite would rewrite their indexes and check their keys again.
   */
  saver(...fixed: readonly (keyof T & string)[]): (connection: Connection, row: T) => Promise<boolean>
  /** Declares a query whose rows are whole nouns. */
  readonly many: <P extends object>(
    name: string,
    narrow: Narrow<T, P>,
  ) => (connection: Connection, parameters: P) => Promise<readonly T[]>
  readonly one: <P extends object>(
    name: string,
    narrow: Narrow<T, P>,
  ) => (connection: Connection, parameters: P) => Promise<T | undefined>
}

/** A select of whole nouns, still to be narrowed. */
export type SelectOf<T> = SelectQueryBuilder<{ t: Columns<T> }, 't', object>
type Narrow<T, P> = (select: SelectOf<T>, p: P) => SelectOf<T>

export function table<T extends object>(
  name: keyof Schema & string,
  kinds: { readonly [K in keyof T & string]: KindOf<T[K]> },
): Table<T> {
  const names = Object.keys(kinds) as (keyof T & string)[]
  const selection = names.map((column) => (snake(column) === column ? column : `${snake(column)} as ${column}`))
  const special = names.filter((column) => kinds[column] !== 'plain')

  const read = (row: DbRow): T => {
    for (const column of special) {
      const value = row[column]
      if (value !== null) row[column] = kinds[column] === 'amount' ? BigInt(value as number) : value === 1
    }
    return row as T
  }

  const values = (p: DbRow): DbRow => Object.fromEntries(names.map((column) => [snake(column), p[column]]))
  const key = snake(names[0] as string)

  const many = <P extends object>(label: string, narrow: Narrow<T, P>) => {
    const run: Query<P> = query(`${name}.${label}`, (db, p: P) =>
      narrow(db.selectFrom(name).select(selection as never) as unknown as SelectOf<T>, p),
    )
    return async (connection: Connection, parameters: P): Promise<readonly T[]> => {
      const rows = await run(connection, parameters)
      return rows.map(read)
    }
  }

  return {
    name,
    selection,
    read,
    inserter: () => {
      const run = query<DbRow>(`${name}.insert`, (db, p) => db.insertInto(name).values(values(p) as never))
      return async (connection, row) => void (await run(connection, row as DbRow))
    },
    adder: () => {
      const counted = names.slice(1)
      const run = query<DbRow>(`${name}.add`, (db, p) =>
        db
          .insertInto(name)
          .values(Object.fromEntries(counted.map((column) => [snake(column), p[column]])) as never)
          .returning(key as never),
      )
      return async (connection, row) => (await run(connection, row as DbRow))[0]?.[key] as number
    },
    newcomer: () => {
      const run = query<DbRow>(`${name}.insertNew`, (db, p) =>
        db
          .insertInto(name)
          .values(values(p) as never)
          .onConflict((conflict) => conflict.doNothing())
          .returning(key as never),
      )
      return async (connection, row) => (await run(connection, row as DbRow)).length > 0
    },
    saver: (...fixed) => {
      const changing = names.slice(1).filter((column) => !fixed.includes(column))
      const run = query<DbRow>(`${name}.save`, (db, p) =>
        db
          .updateTable(name)
          .set(Object.fromEntries(changing.map((column) => [snake(column), p[column]])) as never)
          .where(key as never, '=', p[names[0] as string] as never)
          .returning(key as never),
      )
      return async (connection, row) => (await run(connection, row as DbRow)).length > 0
    },
    many,
    one: (label, narrow) => {
      const run = many(label, (select, p: Parameters<typeof narrow>[1]) => narrow(select, p).limit(1))
      return async (connection, parameters) => (await run(connection, parameters))[0]
    },
  }
}
