// Opens the store for looking only: a read-only handle, views that select what may be shown, and no writer anywhere.
import { sql } from 'kysely'
import type { AccountStatus } from '../../domain/account.ts'
import type { Connection } from '../connection.ts'
import { openSqlite, sqliteConnection } from '../sqlite.ts'
import { transactions } from '../unit-of-work.ts'
import type { StoreUrl } from '../url.ts'
import { aftersalesViews } from './aftersales.ts'
import { codeViews } from './codes.ts'
import { factReaders } from './facts.ts'
import { keyViews } from './keys.ts'
import { ledgerViews } from './ledger.ts'
import { orderViews } from './orders.ts'
import { strangerViews } from './strangers.ts'
import { ticketViews } from './tickets.ts'
import { view } from './view.ts'

const status = view<{ id: string }, { status: AccountStatus }>(
  'account.status',
  (p) => sql`select status from account where id = ${p.id}`,
)

export const viewsOn = (c: Connection) => ({
  /** Undefined where there is no such account. */
  accountStatus: async (id: string) => (await status(c, { id }))[0]?.status,
  orders: orderViews(c),
  strangers: strangerViews(c),
  facts: factReaders(c),
  ledger: ledgerViews(c),
  aftersales: aftersalesViews(c),
  codes: codeViews(c),
  tickets: ticketViews(c),
  keys: keyViews(c),
})
export type Views = ReturnType<typeof viewsOn>

export type ViewStore = {
  /** One statement: it is a snapshot by itself. */
  look<T>(work: (views: Views) => Promise<T>): Promise<T>
  /** One snapshot; `work` awaits nothing but the views it is given. */
  read<T>(work: (views: Views) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens a database file that exists. The handle itself refuses to write (`readonly` and `query_only`). */
export function openViews({ path }: StoreUrl): ViewStore {
  const connection = sqliteConnection(openSqlite(path, { readonly: true }))
  const run = transactions(connection, connection)
  const views = viewsOn(connection)
  return { look: (work) => work(views), read: (work) => run.read(() => work(views)), close: () => run.close() }
}
