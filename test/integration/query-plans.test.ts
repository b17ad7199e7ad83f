// Every query of the store finds its rows by an index, in a database of some thousand rows that was analysed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomIds } from '../../core/kit/ids.ts'
import '../../core/store/nouns.ts'
import { openStore } from '../../core/store/open.ts'
import { allQueries } from '../../core/store/query.ts'
import '../../core/store/views/open.ts'

const store = openStore({ path: ':memory:' }, randomIds)

/** Rows by table; `i` counts from 1. Enough of each that a wrong plan would be a plan over thousands of rows. */
const rows: { readonly [table: string]: readonly [count: number, columns: string] } = {
  account: [400, `'a' || i, 'normal', null, 'mail' || i, null, i`],
  identity: [400, `'i' || i, 'telegram', 'u' || i, 'a' || i, i`],
  orders: [
    6_000,
    `'o' || i, 'DZ' || i, 'a' || (1 + i % 400), null, 1000, 500000, 'alipay',
      case i % 3 when 0 then 'pending' when 1 then 'completed' else 'cancelled' end, 0, 0, null, i, i + 900, null, null,
      null, null, null, null, case i % 3 when 1 then i end, 0, 1`,
  ],
  order_event: [6_000, `i, 'o' || i, 'none', 'pending', 'user', 'ordered', i`],
  order_refusal: [2_000, `'r' || i, 'DX' || i, 'a' || (1 + i % 400), 'amount-out-of-range', i`],
  due_query: [6_000, `'o' || (1 + i % 3000), i, i % 2`],
  payment: [
    4_000,
    `'p' || i, 'alipay', 'h' || i, '1234', 's', 'o' || i, 'DZ' || i, 1000, i, i, 'notice',
      case i % 40 when 0 then 'suspense' else 'credited' end, null`,
  ],
  notice: [4_000, `'n' || i, 'alipay', 'e' || i, null, 'DZ' || i, 'p' || i, 'accepted', null, i`],
  ledger_tx: [4_000, `'t' || i, 'k' || i, 'h', 'order-credit', 'o' || i, null, null, i`],
  ledger_transfer: [8_000, `i, 't' || (1 + i % 4000), 'CREDIT', 'promo', 'wallet:a' || (1 + i % 400), 5, 0, 5`],
  balance: [2_000, `'wallet:a' || i, 'CREDIT', 5`],
  lot: [4_000, `i, 'l' || i, 'a' || (1 + i % 400), 'order', 'o' || i, 10, i % 4, i`],
  lot_use: [4_000, `i, 'task:' || i, 'l' || i, 1, i`],
  redeem_code: [
    3_000,
    `'c' || i, 'lk' || i, '1234', 'f', 10, case i % 3 when 0 then 'redeemed' else 'issued' end, i, null,
      case i % 9 when 1 then 'a' || (1 + i % 400) end, case i % 3 when 0 then 'a' || (1 + i % 400) end,
      case i % 3 when 0 then i end, null`,
  ],
  code_try: [2_000, `i, 'a' || (1 + i % 400), i`],
  task: [3_000, `'k' || i, 'T' || i, 'a' || (1 + i % 400), 'm', 5, i, null, null, null, null`],
  usage: [3_000, `'u' || i, 'a' || (1 + i % 400), 5, i`],
  refund: [
    2_000,
    `'f' || i, 'o' || i, 'a' || (1 + i % 400), 'r', 5, 5, case i % 9 when 0 then 'requested' else 'returned' end, i,
      null, null, null, null, null, null`,
  ],
  invoice: [2_000, `'v' || i, 'o' || i, 'a' || (1 + i % 400), 's', null, 'ordinary', i`],
  conversation: [400, `'x' || i, 'telegram', 'u' || i, null, 'zh', '{}', null, 0, 1, i`],
  inbox: [
    4_000,
    `'b' || i, 'telegram', 'e' || i, 'x' || (1 + i % 400), '{}', case i % 50 when 0 then 'received' else 'done' end, i, 0, i`,
  ],
  ticket: [
    3_000,
    `i, 'x' || (1 + i % 400), null, 'zh', 't', case when i <= 400 then 'queue' else 'closed' end, null, null, 'normal', '{}',
      'asked', '-', 0, i, i, null, null, case when i > 400 then i end, null, null, null, null, null, 0, null, null, 0,
      case when i <= 400 then i end, 0, null, null, null, null, 1`,
  ],
  ticket_line: [6_000, `i, 1 + i % 3000, 'b' || i, 'user', null, null, 't', null, 0, 0, i`],
  line_version: [3_000, `i, 1 + i % 3000, 't', i`],
  attachment: [2_000, `'p' || i, i, 'b' || i, x'00', 1, 1, 0, i, i + 1000`],
  original: [2_000, `'b' || i, 's', i`],
  thread: [
    3_000,
    `i, 'telegram', case when i > 2900 then 'wanted' else 'open' end, 'h' || i, 'n', null, null, 1, null`,
  ],
  outbox: [
    4_000,
    `i, 'telegram', 'user:' || (i % 400), 'x' || (1 + i % 400), null, i, '{}',
      case i % 50 when 0 then 'queued' else 'sent' end, 0, 0, i, null, i, i`,
  ],
  message_link: [6_000, `'telegram', 'c' || (i % 400), i, i, 'b' || i, i, 1, i`],
}

const plans = new Map<string, { readonly sql: string; readonly steps: readonly string[] }>()
const planOf = async (sql: string, values: number): Promise<readonly string[]> =>
  (await store.sql(`explain query plan ${sql}`, ...Array<number>(values).fill(1))).map(({ detail }) => String(detail))

/** A table read from end to end: without an index, or along one with nothing that stops it. */
const scans = (sql: string, steps: readonly string[]): readonly string[] =>
  steps.filter(
    (step) =>
      /^SCAN (?!\d+-ROW VALUES)/.test(step) && !(/ USING (COVERING )?INDEX /.test(step) && / limit \?$/.test(sql)),
  )
const sorts = (steps: readonly string[]): readonly string[] => steps.filter((step) => step.includes('TEMP B-TREE'))

beforeAll(async () => {
  await store.migrate()
  for (const [table, [count, columns]] of Object.entries(rows)) {
    await store.sql(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
       insert into ${table} select ${columns} from n`,
    )
  }
  await store.sql('analyze')
  for (const { name, sql, values } of allQueries()) plans.set(name, { sql, steps: await planOf(sql, values) })
})
afterAll(() => store.close())

describe('every query of the store', () => {
  it('is known by a name of its own, and there are many', () => {
    expect(plans.size).toBe(allQueries().length)
    expect(plans.size).toBeGreaterThan(80)
  })

  it('reads no table from end to end', () => {
    const found = [...plans].flatMap(([name, { sql, steps }]) => scans(sql, steps).map((step) => `${name}: ${step}`))
    expect(found).toEqual([])
  })

  it('is sorted by its index', () => {
    const sorted = [...plans].filter(([, { steps }]) => sorts(steps).length > 0).map(([name]) => name)
    expect(sorted).toEqual([])
  })
})

describe('the check sees', () => {
  it.each([
    `select * from orders where disputed = ?`,
    `select * from orders order by created_at limit ?`,
    `select * from payment order by learned_at`,
    `update orders set late = 1 where cancelled_at = ?`,
    `select id from account`,
  ])('a scan: %s', async (sql) => {
    expect(scans(sql, await planOf(sql, sql.split('?').length - 1))).not.toEqual([])
  })

  it('a sort', async () => {
    expect(sorts(await planOf('select * from orders where account_id = ? order by amount', 1))).not.toEqual([])
  })
})
