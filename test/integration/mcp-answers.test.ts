// Answers as an assistant reads them: text and structure are the same, small enough, and refusals tell nothing.
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultLimits } from '../../mcp-server/budget.ts'
import { makeSession } from '../../mcp-server/session.ts'
import { tools } from '../../mcp-server/tools/index.ts'
import { openUnguarded } from '../mcp/canary.ts'
import { type Counter, callerFor, openCounter } from '../mcp/counter.ts'
import { hostileNames, hostileTexts } from '../mcp/hostile.ts'

let counter: Counter
beforeAll(async () => {
  counter = await openCounter()
})
afterAll(() => counter.close())

const window = { since: '2026-09-01', until: '2026-11-21' }
/** What an assistant typically sends: every tool, for orders in every state, in both languages. */
function* typical(): Iterable<readonly [string, string, object]> {
  const owners = { h: 'hugo', l: 'lin', d: 'daniel', w: 'wang', m: 'mei', s: 'sofia' } as const
  for (const lang of ['zh', 'en']) {
    for (const [label, order_ref] of counter.numbers) {
      const who = owners[label[0] as keyof typeof owners]
      for (const tool of ['diagnose_missing_credit', 'get_order_status', 'get_refund_status', 'get_invoice_status']) {
        yield [who, tool, { order_ref, lang }]
      }
      yield [who, 'prepare_handoff', { topic: 'paid_not_credited', order_ref, lang }]
    }
    for (const who of Object.values(owners)) {
      yield [who, 'list_recharges', { ...window, lang }]
      yield [who, 'get_balance_ledger', { ...window, lang }]
      yield [who, 'get_ticket_status', { ticket_ref: '1', lang }]
      yield [who, 'check_redeem_code', { code_masked: '****7K2M', lang }]
    }
    for (const query of ['退款要多久', 'how to redeem a code', '发票', 'payment methods'])
      yield ['mei', 'search_faq', { query, lang }]
  }
}

describe('answers', () => {
  it('are at most 600 tokens in 95 of 100, and 4 KB always', async () => {
    const sizes: number[] = []
    for (const [who, tool, args] of typical()) {
      const answer = await counter.sessionFor(who).call(tool, args)
      expect(answer.ok, `${tool} ${answer.text}`).toBe(true)
      expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(4_096)
      sizes.push(encode(answer.text).length)
    }
    sizes.sort((a, b) => a - b)
    const at = (share: number): number => sizes[Math.floor(sizes.length * share)] ?? 0
    process.stdout.write(
      `mcp answers: ${sizes.length}, tokens p50 ${at(0.5)}, p95 ${at(0.95)}, largest ${sizes.at(-1)}\n`,
    )
    expect(at(0.95)).toBeLessThanOrEqual(600)
    expect(sizes.length).toBeGreaterThan(250)
  })

  it('say the same as text and as structure, in the language that was asked for', async () => {
    for (const [lang, word] of [
      ['zh', '不用再付款'],
      ['en', 'no need to pay again'],
    ] as const) {
      const answer = await counter
        .sessionFor('mei')
        .call('get_order_status', { order_ref: counter.numbers.get('m1'), lang })
      expect(answer.ok && JSON.parse(answer.text)).toEqual(answer.ok && answer.structured)
      expect(answer.text).toContain(word)
    }
  })

  it('the longest list is cut where 4 KB end, and goes on behind its cursor', async () => {
    const full = await openCounter(undefined, (path) => {
      const db = openUnguarded(path)
      // As long as rows get: everything of one person, the largest amount, credited.
      db.exec(`update orders set account_id = 'hugo', amount = 1000000, channel = 'sandbox', state = 'completed',
        completed_at = created_at`)
      db.close()
    })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const given = { ...window, limit: 20, ...(cursor === undefined ? {} : { cursor }) }
      const answer = await full.sessionFor('hugo').call('list_recharges', given)
      expect(answer.ok, answer.text).toBe(true)
      expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(4_096)
      const page = JSON.parse(answer.text) as { items: { ref_masked: string }[]; next_cursor?: string }
      expect(page.items.length).toBeGreaterThan(3)
      seen.push(...page.items.map(({ ref_masked }) => ref_masked))
      cursor = page.next_cursor
    } while (cursor !== undefined)
    expect(seen.toSorted()).toEqual([...full.numbers.values()].map((number) => `****${number.slice(-4)}`).toSorted())
    await full.close()
  })

  it('five help articles stay within 4 KB in both languages', async () => {
    for (const [lang, query] of [
      ['zh', '退款 发票 兑换码 支付 订单 余额 账号 人工'],
      ['en', 'refund invoice code payment order balance account person'],
    ] as const) {
      const answer = await counter.sessionFor('mei').call('search_faq', { query, limit: 5, lang })
      expect(answer.ok && (JSON.parse(answer.text) as { hits: object[] }).hits.length).toBe(5)
      expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(4_096)
    }
  })

  it('end with a step that a customer can be told anywhere, not only in the chat of the bot', async () => {
    const steps = new Set<string>()
    for (const [who, tool, args] of typical()) {
      const answer = await counter.sessionFor(who).call(tool, args)
      const { next_step, likely_cause = '' } = JSON.parse(answer.text) as { next_step: string; likely_cause?: string }
      expect(next_step.length).toBeGreaterThan(5)
      expect(`${likely_cause} ${next_step}`).not.toMatch(
        /回复“人工”|reply "human"|在这里|\bhere\b|用户|the customer|[{}—]/,
      )
      steps.add(next_step)
    }
    expect(steps.size).toBeGreaterThan(30)
  })

  it('a matter for a person sends to where a case is opened, since nothing is opened here', async () => {
    for (const [who, label] of [
      ['daniel', 'd3'],
      ['daniel', 'd4'],
      ['wang', 'w1'],
      ['wang', 'w2'],
    ] as const) {
      const order_ref = counter.numbers.get(label)
      const answer = await counter.ask(who, 'diagnose_missing_credit', { order_ref, lang: 'en' })
      expect(answer).toMatchObject({ needs_human: true, next_step: expect.stringContaining('in the support chat') })
    }
  })

  it('an order that was paid twice is not said to have a double beside it', async () => {
    const answer = await counter.ask('daniel', 'diagnose_missing_credit', { order_ref: counter.numbers.get('d3') })
    expect(answer.checks).toContainEqual({ name: 'duplicate', result: 'problem', fact: '这笔订单收到了两次付款。' })
  })

  it('the number of a case may come as a number', async () => {
    expect(await counter.ask('mei', 'get_ticket_status', { ticket_ref: 1 })).toMatchObject({ found: false })
    expect(await counter.ask('mei', 'prepare_handoff', { topic: 'other', ticket_ref: 1 })).toHaveProperty('note')
  })
})

describe('refusals', () => {
  it('never repeat what was given, and show a right call', async () => {
    for (const { name, example } of tools) {
      for (const text of [...hostileTexts, ...hostileNames].filter((one) => one.length > 6)) {
        for (const args of [{ [text]: 'x' }, { ...example, [text]: text }, { lang: text }]) {
          const answer = await counter.sessionFor('mei').call(name, args)
          expect(answer.ok).toBe(false)
          expect(answer.text).not.toContain(text.slice(0, 24))
          expect(answer.text).toContain('Example: {')
        }
      }
    }
  })

  it('a tool that is not there is not named back', async () => {
    const answer = await counter.sessionFor('mei').call('drop_tables_SECRET', {})
    expect(answer).toEqual({ ok: false, text: expect.not.stringContaining('SECRET') })
  })

  it('whoever guesses references has to wait, longer and longer, also for what is there', async () => {
    const guarded = await openCounter(defaultLimits)
    const own = { order_ref: guarded.numbers.get('m1') }
    for (let miss = 0; miss < defaultLimits.misses; miss++) {
      expect(
        await guarded.ask('mei', 'get_order_status', { order_ref: `DZ20261121${String(miss).padStart(12, '0')}` }),
      ).toMatchObject({ found: false })
    }
    expect(await guarded.ask('mei', 'get_order_status', own)).toMatchObject({ found: true })
    await guarded.ask('mei', 'get_order_status', { order_ref: 'DZ20261121999999999999' })
    expect((await guarded.ask('mei', 'get_order_status', own)).error).toMatch(/wait 2 s/)
    expect(await guarded.ask('daniel', 'get_order_status', { order_ref: guarded.numbers.get('d1') })).toMatchObject({
      found: true,
    })
    await guarded.close()
  })

  it('a hand-off note is no way around it', async () => {
    const guarded = await openCounter({ ...defaultLimits, misses: 3 })
    const guess = (order_ref: string, more: object = {}) =>
      guarded.ask('support', 'prepare_handoff', { topic: 'redeem_code', order_ref, amount_yuan: '50', ...more })
    for (let miss = 0; miss < 3; miss++) await guess(`DZ20261121${String(miss).padStart(12, '0')}`)
    expect((await guess('DZ20261121999999999999')).facts).toHaveLength(1)
    expect((await guess('DZ20261121999999999998')).error).toMatch(/Too many references that are not known; wait 2 s/)
    await guarded.close()
  })

  it('what one person reads uses up nothing of another, and too much is told to wait', async () => {
    const guarded = await openCounter({ perSubject: 3, overall: 100, misses: 100 })
    const read = (who: string) => guarded.sessionFor(who).read('policy://limits').kind
    expect([1, 2, 3, 4].map(() => read('mei'))).toEqual(['text', 'text', 'text', 'wait'])
    expect(read('daniel')).toBe('text')
    expect(await guarded.ask('mei', 'search_faq', { query: '退款' })).toHaveProperty('hits')
    await guarded.close()
  })

  it('a net under everything that leaves stops lists and refusals too', async () => {
    const { office } = counter
    const caught = makeSession({ ...office, scrubber: { hit: () => 'email' } }, callerFor('mei'))
    expect([caught.tools(), caught.resources(), caught.templates(), caught.prompts()]).toEqual([[], [], [], []])
    expect([caught.read('policy://limits').kind, caught.prompt('public_reply', {}).kind]).toEqual(['none', 'none'])
    for (const args of [{ query: '退款' }, { nonsense: 1 }]) {
      expect(await caught.call('search_faq', args)).toEqual({ ok: false, text: expect.stringMatching(/withheld/) })
    }
    expect(counter.log.at(-1)).toMatch(/"outcome":"blocked","rule":"email"/)
  })

  it('too many calls are refused with the time to wait', async () => {
    const guarded = await openCounter({ perSubject: 5, overall: 100, misses: 100 })
    for (let call = 0; call < 5; call++) await guarded.ask('mei', 'search_faq', { query: '退款' })
    expect((await guarded.ask('mei', 'search_faq', { query: '退款' })).error).toMatch(/^Too many calls; wait 12 s/)
    await guarded.close()
  })
})
