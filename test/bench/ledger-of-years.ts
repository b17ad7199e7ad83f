// A database of any number of finished orders, built by bulk SQL: row by row what the product would have written.

import { txnHashOf } from '../../core/redaction/door.ts'
import type { Keyring } from '../../core/redaction/keyring.ts'
import { openSqlite, type SqliteDatabase } from '../../core/store/sqlite.ts'
import { progress } from './figure.ts'

/** Every account has ten orders; the first nine were paid and credited, the last one timed out unpaid. */
export const ORDERS_EACH = 10
/** In fen; and what it buys. */
export const AMOUNT = 5_000
const UNITS = 25_000_000
const MINUTES_15 = 900_000

export const idOf = (order: number): string => `o_${String(order).padStart(9, '0')}`
export const numberOf = (order: number): string => `DZ20260101${String(order).padStart(12, '0')}`
export const txnOf = (order: number): string => `20260101220014${String(order).padStart(14, '0')}`
export const accountOf = (order: number, orders: number): string =>
  `acc_${String((order - 1) % (orders / ORDERS_EACH)).padStart(7, '0')}`

/** SQL that fills each table; `i` counts orders from 1, `:accounts` and `:start` (of the first order) are given. */
const columns = {
  id: `printf('o_%09d', i)`,
  number: `printf('DZ20260101%012d', i)`,
  account: `printf('acc_%07d', (i - 1) % :accounts)`,
  made: `(:start + i * 60000)`,
  paid: `(:start + i * 60000 + 60000)`,
  wallet: `'wallet:' || printf('acc_%07d', (i - 1) % :accounts)`,
} as const
const { id, number, account, made, paid, wallet } = columns
/** Per credited order: how many of its account's orders were credited up to it. */
const nth = '((i - 1) / :accounts + 1)'

const fillings: readonly (readonly [what: string, rows: 'accounts' | 'credited' | 'unpaid', sql: string])[] = [
  ['account', 'accounts', `select printf('acc_%07d', i - 1), 'normal', null, null, null, :start from n`],
  [
    'orders',
    'credited',
    `select ${id}, ${number}, ${account}, null, ${AMOUNT}, 500000, 'alipay', 'completed', 0, 0, null, ${made}, ${made} + ${MINUTES_15},
      null, null, null, null, null, null, ${paid}, 0, 2 from n`,
  ],
  [
    'orders',
    'unpaid',
    `select ${id}, ${number}, ${account}, null, ${AMOUNT}, 500000, 'alipay', 'cancelled', 0, 0, null, ${made}, ${made} + ${MINUTES_15},
      ${made} + ${MINUTES_15}, 'expired', null, null, null, null, null, 0, 2 from n`,
  ],
  ['order_event', 'credited', `select null, ${id}, 'none', 'pending', 'user', 'ordered', ${made} from n`],
  ['order_event', 'credited', `select null, ${id}, 'pending', 'completed', 'notice', 'paid', ${paid} from n`],
  ['order_event', 'unpaid', `select null, ${id}, 'none', 'pending', 'user', 'ordered', ${made} from n`],
  [
    'order_event',
    'unpaid',
    `select null, ${id}, 'pending', 'cancelled', 'reconciler', 'expired', ${made} + ${MINUTES_15} from n`,
  ],
  [
    'payment',
    'credited',
    `select printf('pay_%09d', i), 'alipay', txn_hash(i), printf('%04d', i % 10000), :sealed, ${id}, ${number}, ${AMOUNT}, ${paid}, ${paid},
      'notice', 'credited', null from n`,
  ],
  [
    'notice',
    'credited',
    `select printf('ntc_%09d', i), 'alipay', ${number} || ':' || i, :sealed || :sealed, ${number}, printf('pay_%09d', i), 'accepted', null,
      ${paid} from n`,
  ],
  [
    'ledger_tx',
    'credited',
    `select printf('tx_%09d', i), 'order:' || ${id} || ':credit', substr(:sealed, 1, 43), 'order-credit', ${id}, null, null, ${paid} from n`,
  ],
  [
    'ledger_transfer',
    'credited',
    `select i * 2 - 1, printf('tx_%09d', i), 'CNY', 'provider:alipay', 'sales:clearing', ${AMOUNT}, -i * ${AMOUNT}, i * ${AMOUNT} from n`,
  ],
  [
    'ledger_transfer',
    'credited',
    `select i * 2, printf('tx_%09d', i), 'CREDIT', 'sales:clearing', ${wallet}, ${UNITS}, -i * ${UNITS}, ${nth} * ${UNITS} from n`,
  ],
  [
    'lot',
    'credited',
    `select i, printf('lot_%09d', i), ${account}, 'order', ${id}, ${UNITS}, ${UNITS}, ${paid} from n`,
  ],
  [
    'balance',
    'accounts',
    `select 'wallet:' || printf('acc_%07d', i - 1), 'CREDIT', ${ORDERS_EACH - 1} * ${UNITS} from n`,
  ],
]

type Totals = { readonly accounts: number; readonly credited: number; readonly unpaid: number }
const range = (rows: keyof Totals, { accounts, credited, unpaid }: Totals): readonly [number, number] =>
  rows === 'accounts' ? [1, accounts] : rows === 'credited' ? [1, credited] : [credited + 1, credited + unpaid]

/** `path` holds the product's empty tables. The last order was made a day before `now`. */
export function fill(path: string, orders: number, now: number, keyring: Keyring): void {
  const db = openSqlite(path)
  // The file is thrown away if this breaks off, so nothing of it has to be durable.
  for (const pragma of ['synchronous = OFF', 'foreign_keys = OFF', 'cache_size = -500000']) db.pragma(pragma)
  db.function('txn_hash', (order: unknown) => txnHashOf(keyring, txnOf(Number(order))))
  const accounts = orders / ORDERS_EACH
  const totals = { accounts, credited: orders - accounts, unpaid: accounts }
  // The driver binds a number as a real, a bigint as an integer.
  const given = {
    accounts: BigInt(accounts),
    start: BigInt(now - 86_400_000 - orders * 60_000),
    sealed: `v1.${'x'.repeat(90)}`,
  }
  withoutIndexes(db, () => {
    for (const [table, rows, select] of fillings) {
      const [first, last] = range(rows, totals)
      const used = Object.fromEntries(Object.entries(given).filter(([name]) => select.includes(`:${name}`)))
      const counting = `with recursive n(i) as (select :first union all select i + 1 from n where i < :last)`
      db.prepare(`insert into ${table} ${counting} ${select}`).run({
        first: BigInt(first),
        last: BigInt(last),
        ...used,
      })
      if (orders > 100_000) progress(`${table}: ${last - first + 1} rows`)
    }
    const whole = totals.credited
    const open = db.prepare('insert into balance values (?, ?, ?)')
    open.run('provider:alipay', 'CNY', -whole * AMOUNT)
    open.run('sales:clearing', 'CNY', whole * AMOUNT)
    open.run('sales:clearing', 'CREDIT', -whole * UNITS)
  })
  db.close()
}

/** An index that is made once is made in order; one that grows row by row is not. */
function withoutIndexes(db: SqliteDatabase, work: () => void): void {
  const indexes = db.prepare(`select name, sql from sqlite_master where type = 'index' and sql is not null`).all() as {
    name: string
    sql: string
  }[]
  db.exec('begin')
  for (const { name } of indexes) db.exec(`drop index ${name}`)
  work()
  progress('indexes')
  for (const { sql } of indexes) db.exec(sql)
  db.exec('commit')
  db.pragma('wal_checkpoint(TRUNCATE)')
}
