// Two people and a support desk side by side: each sees their own, and nobody can tell what belongs to somebody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verdicts } from '../../mcp-server/tools/diagnose-missing-credit.ts'
import { masksIn } from '../mcp/canary.ts'
import { type Counter, openCounter } from '../mcp/counter.ts'

let counter: Counter
beforeAll(async () => {
  counter = await openCounter()
})
afterAll(() => counter.close())

const number = (label: string): string => counter.numbers.get(label) ?? ''
const window = { since: '2026-09-01', until: '2026-11-21' }
type Item = { handle: string; ref_masked: string; amount: string }
const recharges = async (who: string, more: object = {}): Promise<{ items: Item[]; next_cursor?: string }> =>
  (await counter.ask(who, 'list_recharges', { ...window, limit: 20, ...more })) as never

describe('what is not yours', () => {
  it.each([
    ['get_order_status', 'order_ref'],
    ['get_refund_status', 'order_ref'],
    ['get_refund_status', 'refund_ref'],
    ['get_invoice_status', 'order_ref'],
    ['get_invoice_status', 'invoice_ref'],
    ['diagnose_missing_credit', 'order_ref'],
  ])('%s by %s answers unknown, foreign and malformed with the same bytes', async (tool, name) => {
    const foreignHandle = (await recharges('daniel')).items[0]?.handle ?? ''
    const references = [number('d1'), foreignHandle, 'DZ202611219999999999ZZ', 'rfd_x', '不是编号', '', '%', "' or 1=1"]
    const texts = new Set<string>()
    for (const reference of references) {
      const answer = await counter.sessionFor('mei').call(tool, { [name]: reference })
      texts.add(answer.text)
    }
    expect(texts.size).toBe(1)
  })

  it('cases of others are not there, by whatever number', async () => {
    const texts = new Set<string>()
    for (const ticket_ref of ['1', '2', '999', '#1', 'x', '']) {
      texts.add((await counter.sessionFor('mei').call('get_ticket_status', { ticket_ref })).text)
    }
    expect(texts.size).toBe(1)
  })

  it('a list, a handle and a cursor serve their owner only', async () => {
    const mei = await recharges('mei', { limit: 2 })
    const daniel = await recharges('daniel')
    expect(mei.next_cursor).toBeDefined()
    const masks = new Set(mei.items.map(({ ref_masked }) => ref_masked))
    expect(daniel.items.some(({ ref_masked }) => masks.has(ref_masked))).toBe(false)
    for (const { handle } of daniel.items) {
      expect(await counter.ask('mei', 'get_order_status', { order_ref: handle })).toMatchObject({ found: false })
      expect(await counter.ask('daniel', 'get_order_status', { order_ref: handle })).toMatchObject({ found: true })
    }
    expect((await recharges('daniel', { limit: 2, cursor: mei.next_cursor })).items).toEqual([])
    expect((await recharges('mei', { limit: 2, cursor: mei.next_cursor, status: 'Pending' })).items).toEqual([])
    const next = await recharges('mei', { limit: 2, cursor: mei.next_cursor })
    expect(next.items.length).toBe(2)
    expect(next.items.some(({ ref_masked }) => masks.has(ref_masked))).toBe(false)
  })

  it('pages give every recharge once', async () => {
    const all = (await recharges('mei')).items.map(({ ref_masked }) => ref_masked)
    const paged: string[] = []
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await recharges('mei', { limit: 1, ...(cursor ? { cursor } : {}) })
      paged.push(...page.items.map(({ ref_masked }) => ref_masked))
      cursor = page.next_cursor
    }
    expect(paged).toEqual(all)
    expect(all.length).toBe(6)
  })
})

describe('a support desk', () => {
  it('must know the amount or the day beside a number, and a wrong one finds nothing', async () => {
    const order_ref = number('m1')
    expect((await counter.ask('support', 'get_order_status', { order_ref })).error).toMatch(/amount_yuan or paid_on/)
    expect(await counter.ask('support', 'get_order_status', { order_ref, amount_yuan: 99 })).toMatchObject({
      found: false,
    })
    expect(await counter.ask('support', 'get_order_status', { order_ref, paid_on: '2026-11-01' })).toMatchObject({
      found: false,
    })
    expect(await counter.ask('support', 'get_order_status', { order_ref, amount_yuan: '五十' })).toMatchObject({
      found: false,
    })
    expect(await counter.ask('support', 'get_order_status', { order_ref, amount_yuan: 100 })).toMatchObject({
      found: true,
      order: { amount: '¥100' },
    })
  })

  it('who knows only the day reads a band, in the words too', async () => {
    const order_ref = number('m1')
    const given = { order_ref, paid_on: '2026-11-18' }
    expect(await counter.ask('support', 'get_order_status', given)).toMatchObject({ order: { amount: '¥100-¥499' } })
    const cause = await counter.ask('support', 'diagnose_missing_credit', {
      order_ref,
      paid_around: '2026-11-18',
      lang: 'en',
    })
    expect(cause.verdict).toBe('already-credited')
    expect(JSON.stringify(cause)).toContain('¥100-¥499')
    expect(JSON.stringify(cause)).not.toMatch(/¥100(?!-)/)
  })

  it('has no lists, and cannot search by amount', async () => {
    const names = (counter.sessionFor('support').tools() as { name: string }[]).map(({ name }) => name)
    expect(names).not.toContain('list_recharges')
    expect(names).not.toContain('get_balance_ledger')
    expect((await counter.ask('support', 'list_recharges', window)).error).toMatch(/no such tool/)
    const search = { amount: 100, paid_around: '2026-11-18' }
    expect((await counter.ask('support', 'diagnose_missing_credit', search)).error).toMatch(/order_ref is required/)
  })
})

describe('verdicts from the records', () => {
  it.each([
    ['hugo', 'h1', 'already-credited'],
    ['hugo', 'h4', 'refunded'],
    ['lin', 'l1', 'duplicate-credited'],
    ['lin', 'l3', 'plan-activated'],
    ['lin', 'l4', 'late-credited'],
    ['lin', 'l5', 'one-payment-only'],
    ['daniel', 'd2', 'refund-in-progress'],
    ['daniel', 'd3', 'duplicate-suspense'],
    ['daniel', 'd4', 'amount-mismatch'],
    ['wang', 'w1', 'account-not-normal'],
    ['wang', 'w2', 'late-needs-human'],
    // What the chat would settle by asking the provider is not settled here.
    ['mei', 'm5', 'provider-unknown'],
    ['mei', 'm6', 'provider-unknown'],
    ['sofia', 's3', 'provider-unknown'],
    ['mei', 'd1', 'unknown-order'],
  ])('%s about %s: %s', async (who, label, verdict) => {
    const answer = await counter.ask(who, 'diagnose_missing_credit', { order_ref: number(label) })
    expect(answer.verdict).toBe(verdict)
    if (verdict === 'provider-unknown') expect(answer.next_step).toContain('客服聊天')
  })

  it('never says what is only said while settling, nor that another account is behind it', () => {
    expect(verdicts).not.toContain('credited-by-requery')
    expect(verdicts).not.toContain('fulfilment-resumed')
    expect(verdicts).not.toContain('other-account')
  })

  it('amount and time find the order without its number', async () => {
    const asked = { amount: '100', paid_around: '2026-11-18', lang: 'en' }
    const answer = await counter.ask('mei', 'diagnose_missing_credit', asked)
    expect(answer.verdict).toBe('already-credited')
    expect(masksIn(JSON.stringify(answer))).toContain(`****${number('m1').slice(-4)}`)
    expect(await counter.ask('mei', 'diagnose_missing_credit', { ...asked, amount: '101' })).toMatchObject({
      verdict: 'unknown-order',
    })
  })
})

describe('codes', () => {
  const tail = (label: string): string => `****${(counter.codes.get(label) ?? '').slice(-4)}`
  it.each([
    ['mei', 'c1', 'one', 'redeemed'],
    ['daniel', 'c1', 'none', 'unusable'],
    ['daniel', 'c3', 'one', 'ready'],
    ['mei', 'c3', 'none', 'unusable'],
    ['mei', 'c2', 'none', 'unusable'],
    ['support', 'c1', 'none', 'unusable'],
  ])('%s asks about %s: %s, %s', async (who, label, match, state) => {
    expect(await counter.ask(who, 'check_redeem_code', { code_masked: tail(label) })).toMatchObject({ match, state })
  })

  it('a complete code is refused, unread and unrepeated', async () => {
    const code = counter.codes.get('c1') ?? ''
    const { error } = await counter.ask('mei', 'check_redeem_code', { code_masked: code })
    expect(error).toMatch(/masked/)
    expect(String(error)).not.toContain(code.slice(0, 5))
  })
})
