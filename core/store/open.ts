// Opens the store by its URL: read and write as units of work, migrations, a graceful close.
import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Ids } from '../kit/ids.ts'
import { InvariantError } from '../kit/invariant.ts'
import type { Connection } from './connection.ts'
import { sqliteWords } from './dialect.ts'
import { up as firstLight } from './migrations/0001-first-light.ts'
import { up as mcpTokens } from './migrations/0002-mcp-tokens.ts'
import { up as deskBooks } from './migrations/0003-desk-books.ts'
import { up as bills } from './migrations/0004-bills.ts'
import { up as moneyAtWork } from './migrations/0005-money-at-work.ts'
import { type Readers, readersOn, type Writers, writersOn } from './nouns.ts'
import { openSqlite, type SqliteDatabase, type SqliteOptions, sqliteConnection } from './sqlite.ts'
import { transactions } from './unit-of-work.ts'
import type { StoreUrl } from './url.ts'

export { parseStoreUrl, type StoreUrl } from './url.ts'

const migrations = {
  '0001-first-light': firstLight,
  '0002-mcp-tokens': mcpTokens,
  '0003-desk-books': deskBooks,
  '0004-bills': bills,
  '0005-money-at-work': moneyAtWork,
}

/** In the order in which they are applied. */
export const knownMigrations: readonly string[] = Object.keys(migrations)

export type Store = {
  read<T>(work: (r: Readers) => Promise<T>): Promise<T>
  /** One durable transaction; `work` awaits nothing but the writers it is given. */
  write<T>(work: (w: Writers) => Promise<T>): Promise<T>
  /** Brings the tables up to date; the names of what was applied now. */
  migrate(): Promise<readonly string[]>
  /** SQL of the store's own maintenance: invariants, plans, dumps. */
  sql(sql: string, ...values: (string | number)[]): Promise<readonly Record<string, unknown>[]>
  close(): Promise<void>
}

async function migrate(db: SqliteDatabase): Promise<readonly string[]> {
  const kysely = new Kysely<never>({ dialect: new SqliteDialect({ database: db }) })
  const provider = {
    getMigrations: async () =>
      Object.fromEntries(
        Object.entries(migrations).map(([name, up]) => [name, { up: (on: Kysely<never>) => up(on, sqliteWords) }]),
      ),
  }
  const { error, results } = await new Migrator({ db: kysely, provider }).migrateToLatest()
  if (error) throw error
  return (results ?? []).map(({ migrationName }) => migrationName)
}

/** One unit of work, from its first statement to its last. */
type Unit = { open: boolean }

/**
 * Refuses readers and writers outside the unit of work that they were handed to: what a leaked one does would land in
 * somebody else's transaction, or be kept although its own failed.
 */
function guarded(connection: Connection, unit: AsyncLocalStorage<Unit>): Connection {
  return {
    ...connection,
    rows: (sql, values) => {
      if (!unit.getStore()?.open) throw new InvariantError('a reader or writer was used outside its transaction')
      return connection.rows(sql, values)
    },
  }
}

export type StoreOptions = SqliteOptions & {
  /** Stands between the units of work and the database: a crash test dies there, between two statements. */
  readonly around?: (writer: Connection) => Connection
}

export function openStore({ path }: StoreUrl, ids: Ids, options: StoreOptions = {}): Store {
  const db = openSqlite(path, options)
  const own = sqliteConnection(db)
  const writer = options.around?.(own) ?? own
  // In WAL mode a second connection sees a snapshot and never waits for a writer; a database in memory has only one.
  const reader =
    path === ':memory:' || options.readonly ? writer : sqliteConnection(openSqlite(path, { readonly: true }))
  const run = transactions(writer, reader)

  const unit = new AsyncLocalStorage<Unit>()
  const readers = readersOn(guarded(reader, unit))
  const writers = writersOn(guarded(writer, unit), ids)
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    const mine: Unit = { open: true }
    try {
      return await unit.run(mine, work)
    } finally {
      mine.open = false
    }
  }
  // Inside a unit of work the outer store would wait for itself for ever.
  const refuseNested = (): void => {
    if (unit.getStore()?.open)
      throw new InvariantError('the store was used inside a unit of work: use what it hands in')
  }
  return {
    read: async (work) => {
      refuseNested()
      return run.read(() => alone(() => work(readers)))
    },
    write: async (work) => {
      refuseNested()
      return run.write(() => alone(() => work(writers)))
    },
    migrate: () => migrate(db),
    sql: async (sql, ...values) => writer.rows(sql, values),
    close: () => run.close(),
  }
}

let image: Promise<Buffer> | undefined

async function migratedImage(): Promise<Buffer> {
  const db = openSqlite(':memory:')
  await migrate(db)
  const bytes = db.serialize()
  db.close()
  return bytes
}

/** A store in memory that has its tables already, for replays and tests, which need hundreds: copied, not migrated again. */
export async function openMemoryStore(ids: Ids, options: StoreOptions = {}): Promise<Store> {
  image ??= migratedImage()
  return openStore({ path: ':memory:' }, ids, { ...options, image: await image })
}
