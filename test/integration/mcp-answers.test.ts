// Answers as an assistant reads them: text and structure are the same, small enough, and refusals tell nothing.
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultLimits } from '../../mcp-server/budget.ts'
import { tools } from '../../mcp-server/tools/index.ts'
import { type Counter, openCounter } from '../mcp/counter.ts'
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

  it('the longest list stays within 4 KB', async () => {
    for (const tool of ['list_recharges', 'get_balance_ledger']) {
      const answer = await counter.sessionFor('hugo').call(tool, { ...window, limit: 20 })
      expect(answer.ok && Buffer.byteLength(answer.text)).toBeLessThanOrEqual(4_096)
    }
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

  it('too many calls are refused with the time to wait', async () => {
    const guarded = await openCounter({ perSubject: 5, overall: 100, misses: 100 })
    for (let call = 0; call < 5; call++) await guarded.ask('mei', 'search_faq', { query: '退款' })
    expect((await guarded.ask('mei', 'search_faq', { query: '退款' })).error).toMatch(/^Too many calls; wait 12 s/)
    await guarded.close()
  })
})
