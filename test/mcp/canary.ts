// Canaries: a word of ours in every column of every table that a lookup does not need, and the forms in which one could come out.
import Database from 'better-sqlite3'

/** Stands in every canary; no word of ours, no code and no number holds it. */
export const MARK = 'ZQXJVK'

/** What lookups find rows by or show as a mask, a closed word or a time. Everything else is overwritten. */
const kept: { readonly [table: string]: readonly string[] } = {
  account: ['id', 'status'],
  orders: ['id', 'number', 'account_id', 'plan_id', 'channel', 'state', 'cancel_reason', 'decline_reason'],
  order_refusal: ['id', 'number', 'account_id', 'code'],
  due_query: ['order_id'],
  payment: ['id', 'channel', 'order_id', 'order_number', 'source', 'disposition', 'suspense_reason'],
  notice: ['id', 'channel', 'order_number', 'state', 'reason'],
  channel_health: ['channel'],
  ledger_tx: ['id', 'kind', 'order_id'],
  ledger_transfer: ['tx_id', 'asset', 'debit', 'credit'],
  balance: ['account', 'asset'],
  lot: ['id', 'account_id', 'source', 'source_id'],
  redeem_code: ['id', 'tail', 'state', 'only_for', 'redeemed_by'],
  refund: ['id', 'order_id', 'account_id', 'state'],
  invoice: ['id', 'order_id', 'account_id', 'kind'],
  ticket: ['account_id', 'state'],
  key_check: ['hash'],
}
/** Accounts as a leak would name them: their ids carry the mark too. */
const accountColumns: { readonly [table: string]: readonly string[] } = {
  account: ['id'],
  orders: ['account_id'],
  order_refusal: ['account_id'],
  lot: ['account_id'],
  redeem_code: ['redeemed_by', 'only_for'],
  refund: ['account_id'],
  invoice: ['account_id'],
}
const numberColumns: { readonly [table: string]: string } = {
  orders: 'number',
  order_refusal: 'number',
  payment: 'order_number',
  notice: 'order_number',
}

export const marked = (account: string): string => `${MARK}${account}`
/** The number of an order once its middle carries the mark; its last four characters stay. */
export const markedNumber = (number: string): string => number.slice(0, 10) + MARK + number.slice(16)

type Column = { readonly name: string; readonly type: string }
/** `bare`: text columns in which no canary stands in the end. */
export type Spoiled = { readonly columns: number; readonly tables: number; readonly bare: readonly string[] }

/** A database in which nothing of ours stands in the way any more: no triggers, no checks. */
export function openUnguarded(path: string): Database.Database {
  const db = new Database(path)
  for (const pragma of ['foreign_keys = OFF', 'ignore_check_constraints = ON']) db.pragma(pragma)
  const triggers = db.prepare(`select name from sqlite_master where type = 'trigger'`).all() as Column[]
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  return db
}

const columnsOf = (db: Database.Database, table: string): readonly Column[] =>
  db.prepare('select name, type from pragma_table_info(?)').all(table) as Column[]

function tablesOf(db: Database.Database): readonly string[] {
  const ours = `type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'`
  return (db.prepare(`select name from sqlite_master where ${ours}`).all() as Column[]).map(({ name }) => name)
}

/** Every text column that no lookup needs, in every table there is; a new one is among them by itself. */
export function freeColumns(db: Database.Database): readonly (readonly [table: string, column: string])[] {
  const keyed = new Set(
    (db.prepare('select name from pragma_table_list where wr = 1').all() as Column[]).map(({ name }) => name),
  )
  return tablesOf(db)
    .filter((table) => !keyed.has(table))
    .flatMap((table) =>
      columnsOf(db, table)
        .filter(({ name, type }) => type.toLowerCase() === 'text' && !kept[table]?.includes(name))
        .map(({ name }) => [table, name] as const),
    )
}

/** Puts canaries into a closed database file and adds rows full of them to every table. */
export function plantCanaries(path: string, tickets: readonly string[]): Spoiled {
  const db = openUnguarded(path)
  const tables = tablesOf(db)
  const columns = tables.reduce((sum, table) => sum + columnsOf(db, table).length, 0)
  for (const [table, column] of freeColumns(db)) {
    db.exec(
      `update "${table}" set "${column}" = '${MARK}' || hex(randomblob(6)) || rowid where "${column}" is not null`,
    )
  }
  for (const table of tables) {
    for (const column of accountColumns[table] ?? []) {
      db.exec(`update "${table}" set "${column}" = '${MARK}' || "${column}" where "${column}" not in ('new-accounts')`)
    }
    const number = numberColumns[table]
    if (number)
      db.exec(`update ${table} set ${number} = substr(${number}, 1, 10) || '${MARK}' || substr(${number}, 17)`)
  }
  for (const column of ['debit', 'credit']) {
    db.exec(
      `update ledger_transfer set ${column} = replace(replace(${column}, 'wallet:', 'wallet:${MARK}'), 'hold:', 'hold:${MARK}')`,
    )
  }
  for (const table of tables) addRows(db, table)
  for (const [at, account] of tickets.entries()) addTicket(db, 100 + at, account)
  const bare = tables.flatMap((table) =>
    columnsOf(db, table)
      .filter(({ name, type }) => type.toLowerCase() === 'text' && !holdsMark(db, table, name))
      .map(({ name }) => `${table}.${name}`),
  )
  db.close()
  return { columns, tables: tables.length, bare }
}

const holdsMark = (db: Database.Database, table: string, column: string): boolean =>
  db.prepare(`select 1 from "${table}" where "${column}" like '%${MARK}%' limit 1`).get() !== undefined

const madeUp = ({ name, type }: Column, row: number): string =>
  type.toLowerCase() === 'text'
    ? `'${MARK}${name}${row}' || hex(randomblob(4))`
    : type.toLowerCase() === 'blob'
      ? `x'5a51584a564b'`
      : String(7_000_000 + row)

function addRows(db: Database.Database, table: string): void {
  const all = columnsOf(db, table)
  for (let row = 1; row <= 3; row++) {
    const names = all.map(({ name }) => `"${name}"`).join(', ')
    db.exec(`insert or ignore into "${table}" (${names}) values (${all.map((one) => madeUp(one, row)).join(', ')})`)
  }
}

/** A case of this account in which everything that people wrote is a canary. */
function addTicket(db: Database.Database, id: number, account: string): void {
  const own: { readonly [column: string]: string } = {
    id: String(id),
    account_id: `'${marked(account)}'`,
    state: `'human'`,
    opened_at: '1763704800000',
    next_review_at: '1763791200000',
    claimed_at: 'null',
    first_reply_at: 'null',
    closed_at: 'null',
  }
  const all = columnsOf(db, 'ticket')
  const values = all.map((one) => own[one.name] ?? madeUp(one, id)).join(', ')
  db.exec(`insert into ticket (${all.map(({ name }) => `"${name}"`).join(', ')}) values (${values})`)
}

const forms = (text: string): readonly string[] => {
  // Wherever it stands in a longer text, base64 shows one of three middles.
  const base64 = [0, 1, 2].map((shift) => {
    const bits = [shift * 8, (shift + text.length) * 8]
    const whole = Buffer.from('a'.repeat(shift) + text).toString('base64')
    return whole.slice(Math.ceil((bits[0] ?? 0) / 6), Math.floor((bits[1] ?? 0) / 6))
  })
  return [text, [...text].reverse().join(''), Buffer.from(text).toString('hex'), ...base64]
}
const wanted = forms(MARK).map((form) => form.toLowerCase())

/** The form in which a canary stands in a text; undefined where there is none: plain, reversed, encoded, or split by anything. */
export function canaryIn(text: string): string | undefined {
  const low = text.toLowerCase()
  const joined = low.replace(/[^a-z0-9]/g, '')
  return wanted.find((form) => low.includes(form) || joined.includes(form))
}

/** Row ids of ours, whole order numbers and whole codes never leave either. */
const PRIVATE =
  /\b(?:o|rfd|inv|pay|ntc|tx|lot|cod|cnv|tsk|ent|use|rfo|vrd|mct)_[0-9a-z]{9}[0-9A-Z]{10}\b|DZ\d{8}(?!0123456789AB)[0-9A-Z]{12}/
export const privateIn = (text: string): string | undefined => PRIVATE.exec(text)?.[0]

export const masksIn = (text: string): readonly string[] => text.match(/\*{4}[0-9A-Za-z]{4}/g) ?? []
