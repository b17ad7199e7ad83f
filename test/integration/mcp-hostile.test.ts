// Whatever people write into free text, the answers stay the same bytes: no word of it comes out, and no word of it is obeyed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freeColumns, openUnguarded } from '../mcp/canary.ts'
import { type Counter, openCounter } from '../mcp/counter.ts'
import { hostileTexts } from '../mcp/hostile.ts'

let counter: Counter
let calm: readonly string[]

/** Every lookup that reads what somebody else may have written, by two people and a support desk. */
async function everything(): Promise<readonly string[]> {
  const number = (label: string): string => counter.numbers.get(label) ?? ''
  const window = { since: '2026-09-01', until: '2026-11-21', limit: 20, lang: 'en' }
  const texts: string[] = []
  const ask = async (who: string, tool: string, args: object): Promise<void> => {
    const answer = await counter.sessionFor(who).call(tool, args)
    expect(answer.ok, `${who} ${tool}: ${answer.text}`).toBe(true)
    texts.push(answer.text)
  }
  for (const [who, labels] of [['daniel', ['d1', 'd2', 'd3', 'd4']] as const, ['mei', ['m1', 'm3', 'm5']] as const]) {
    await ask(who, 'list_recharges', window)
    await ask(who, 'get_balance_ledger', window)
    for (const label of labels) {
      for (const tool of ['get_order_status', 'get_refund_status', 'get_invoice_status', 'diagnose_missing_credit']) {
        await ask(who, tool, { order_ref: number(label) })
      }
      await ask(who, 'prepare_handoff', { topic: 'refund', order_ref: number(label), ticket_ref: '1' })
    }
    await ask(who, 'get_ticket_status', { ticket_ref: '1' })
    await ask(who, 'check_redeem_code', { code_masked: `****${(counter.codes.get('c1') ?? '').slice(-4)}` })
  }
  await ask('support', 'get_refund_status', { order_ref: number('d1'), amount_yuan: 120 })
  await ask('support', 'get_ticket_status', { ticket_ref: '1' })
  return texts
}

beforeAll(async () => {
  counter = await openCounter(undefined, (path) => {
    const db = openUnguarded(path)
    const columns = db.prepare(`select name, type from pragma_table_info('ticket')`).all() as {
      name: string
      type: string
    }[]
    const own: { readonly [name: string]: unknown } = {
      id: 1,
      account_id: 'daniel',
      state: 'human',
      opened_at: 1,
      next_review_at: 2,
    }
    const values = columns.map(({ name, type }) => own[name] ?? (type.toLowerCase() === 'text' ? '' : null))
    db.pragma('ignore_check_constraints = ON')
    const numbers = columns.map(({ type }, at) =>
      values[at] === null && type.toLowerCase() !== 'text' ? 0 : values[at],
    )
    const cells = numbers.map((value) => (typeof value === 'number' ? BigInt(value) : value))
    db.prepare(
      `insert into ticket (${columns.map(({ name }) => name).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    ).run(...cells)
    db.close()
  })
  calm = await everything()
})
afterAll(() => counter.close())

describe(`${hostileTexts.length} hostile texts in every free column`, () => {
  it('there are at least 50, and the columns that people write into are among those planted', () => {
    expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(50)
    const db = openUnguarded(counter.path)
    const planted = freeColumns(db).map((pair) => pair.join('.'))
    db.close()
    for (const column of [
      'refund.reason',
      'refund.reject_reason',
      'ticket_line.text',
      'ticket.card',
      'invoice.title_sealed',
      'account.nickname_sealed',
    ]) {
      expect(planted).toContain(column)
    }
  })

  it('none of them changes one byte of any answer', async () => {
    const db = openUnguarded(counter.path)
    const updates = freeColumns(db)
      .filter(([table]) => table !== 'key_check')
      .map(([table, column]) => db.prepare(`update "${table}" set "${column}" = ? || rowid`))
    for (const text of hostileTexts) {
      for (const update of updates) update.run(text)
      expect(await everything(), text.slice(0, 40)).toEqual(calm)
    }
    db.close()
  })
})

it('hostile words in a question to the help come out nowhere', async () => {
  const articles = new Set(counter.office.desk.articles.map(({ id }) => id))
  for (const query of hostileTexts) {
    const answer = await counter.ask('mei', 'search_faq', { query: query.slice(0, 300), lang: 'en' })
    const hits = (answer.hits ?? []) as { article_id: string }[]
    expect(hits.every(({ article_id }) => articles.has(article_id))).toBe(true)
    if (query.length > 12 && query.length < 300) expect(JSON.stringify(answer)).not.toContain(query.slice(0, 40))
  }
})
