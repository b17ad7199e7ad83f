// What every payment channel must do, said once and run for each of them against its provider.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock, MINUTE, plus, SECOND, type SettableClock } from '../../core/kit/clock.ts'
import { fen } from '../../core/kit/money.ts'
import { shanghai } from '../../core/kit/zone.ts'
import type { RefundWish } from '../../core/ports/payment-channel.ts'
import { type Fault, faults } from '../fakes/providers/gate.ts'
import type { Provider } from '../fakes/providers/provider.ts'

export const NUMBER = 'DZ20261121ABCDEFGH1234'
export const OPENED_AT = shanghai('2026-11-21', '10:00')
const FIFTY_YUAN = fen(5_000n)
const soon = (): AbortSignal => AbortSignal.timeout(400)

export type OpenProvider = (clock: SettableClock) => Promise<Provider>

export function contractOf(what: string, open: OpenProvider): void {
  describe(`${what} as a payment channel`, () => {
    let clock: SettableClock
    let provider: Provider
    beforeEach(async () => {
      clock = fixedClock(OPENED_AT)
      provider = await open(clock)
    })
    afterEach(() => provider.close())

    const signal = AbortSignal.timeout(60_000)
    const create = (number = NUMBER) =>
      provider.channel.create({ number, amount: FIFTY_YUAN, expiresAt: plus(OPENED_AT, 15 * MINUTE) }, signal)
    const created = async (): Promise<string> => {
      const made = await create()
      if (!made.ok) throw new Error(made.error)
      return made.value.qr
    }
    const query = (within = signal) => provider.channel.query(NUMBER, within)
    const fact = (txn: string, paid = FIFTY_YUAN) => ({
      channel: provider.name,
      orderNumber: NUMBER,
      txn,
      amount: paid,
      paidAt: plus(OPENED_AT, MINUTE),
    })
    async function paid(amount?: bigint): Promise<string> {
      await created()
      clock.advance(MINUTE)
      return provider.pay(NUMBER, amount)
    }
    const wish = (txn: string, more: Partial<RefundWish> = {}): RefundWish => ({
      number: NUMBER,
      refundNumber: 'RF20261121000001',
      amount: FIFTY_YUAN,
      paid: FIFTY_YUAN,
      txn,
      ...more,
    })

    it('gives a code that can be shown, and the same trade when asked again', async () => {
      const first = await created()
      clock.advance(5 * MINUTE)
      const again = await created()
      expect(first).toMatch(/^(https?|weixin):\/\/\S{4,}$/)
      expect(again).toBe(first)
      expect(first).not.toContain(NUMBER)
    })

    it('says "not paid" of a trade that nobody paid, and of one that was never made', async () => {
      expect((await query()).kind).toBe('not-paid')
      await created()
      expect(await query()).toEqual({ kind: 'not-paid' })
    })

    it('tells that somebody scanned, where the provider does', async () => {
      await created()
      clock.advance(MINUTE)
      if (!(await provider.scan(NUMBER))) return
      expect(await query()).toEqual({ kind: 'not-paid', scannedAt: plus(OPENED_AT, MINUTE) })
    })

    it('tells what was paid: number, transaction, amount and time', async () => {
      const txn = await paid()
      clock.advance(MINUTE)
      expect(await query()).toEqual({ kind: 'paid', payments: [fact(txn)] })
    })

    it('tells the amount that was really paid, to the fen', async () => {
      const txn = await paid(4_901n)
      expect(await query()).toEqual({ kind: 'paid', payments: [fact(txn, fen(4_901n))] })
    })

    it('reads a notice as the same fact as a question gives', async () => {
      const txn = await paid()
      const { body, headers } = await provider.notice(NUMBER)
      const read = provider.channel.readNotice(body, headers)
      expect(read).toMatchObject({ ok: true, value: { kind: 'paid', fact: fact(txn) } })
    })

    it('knows a notice again: the same event in every repeat of it', async () => {
      await paid()
      const ids = await Promise.all(
        [1, 2].map(async () => {
          const { body, headers } = await provider.notice(NUMBER)
          const read = provider.channel.readNotice(body, headers)
          return read.ok ? read.value.eventId : read.error.reason
        }),
      )
      expect(ids[0]).toBe(ids[1])
      expect(ids[0]?.length).toBeGreaterThan(2)
    })

    it('keeps nothing about the payer of what a notice holds', async () => {
      await paid()
      const { body, headers } = await provider.notice(NUMBER)
      const read = provider.channel.readNotice(body, headers)
      const kept = read.ok && read.value.kind === 'paid' ? read.value.body : ''
      expect(JSON.parse(kept)).toEqual(expect.any(Object))
      expect(kept).not.toMatch(/buyer|payer|openid|email|customer|@/i)
    })

    it('takes a true notice without money for what it is', async () => {
      await paid()
      const quiet = await provider.quiet?.(NUMBER)
      if (!quiet) return
      const read = provider.channel.readNotice(quiet.body, quiet.headers)
      expect(read).toMatchObject({ ok: true, value: { kind: 'nothing' } })
    })

    it('refuses every notice that is signed by, for or about somebody else', async () => {
      await paid()
      const forgeries = await provider.forgeries(NUMBER)
      expect(forgeries.length).toBeGreaterThan(5)
      for (const { what: how, delivered } of forgeries) {
        expect(provider.channel.readNotice(delivered.body, delivered.headers).ok, how).toBe(false)
      }
    })

    it('closes a trade that nobody paid, and a second time', async () => {
      await created()
      expect(await provider.channel.close(NUMBER, signal)).toBe('gone')
      expect(await provider.channel.close(NUMBER, signal)).toBe('gone')
      expect((await query()).kind).toBe('not-paid')
    })

    it('takes a trade that there never was for gone', async () => {
      expect(await provider.channel.close(NUMBER, signal)).toBe('gone')
    })

    it('does not close what was paid meanwhile, and says so', async () => {
      const txn = await paid()
      expect(await provider.channel.close(NUMBER, signal)).toBe('paid')
      expect(await query()).toEqual({ kind: 'paid', payments: [fact(txn)] })
    })

    it('returns the money once, however often it is asked under one number', async () => {
      const txn = await paid()
      expect(await provider.channel.refundQuery(wish(txn), signal)).toEqual({ kind: 'none' })
      for (const _ of [1, 2, 3]) {
        const answer = await provider.channel.refund(wish(txn), signal)
        expect(answer).toEqual({ kind: 'returned', amount: FIFTY_YUAN, at: plus(OPENED_AT, MINUTE) })
      }
      expect((await provider.channel.refundQuery(wish(txn), signal)).kind).toBe('returned')
    })

    it('says "not paid" of money that went back as a whole: it must not be credited any more', async () => {
      const txn = await paid()
      await provider.channel.refund(wish(txn), signal)
      expect((await query()).kind).toBe('not-paid')
    })

    it('returns a part, and no more than was paid in all', async () => {
      const txn = await paid()
      const part = wish(txn, { amount: fen(3_000n) })
      const answer = await provider.channel.refund(part, signal)
      if (!provider.refundsParts) return expect(answer).toEqual({ kind: 'by-hand' })
      expect(answer).toMatchObject({ kind: 'returned', amount: 3_000n })
      const more = await provider.channel.refund({ ...part, refundNumber: 'RF20261121000002' }, signal)
      expect(more).toEqual({ kind: 'refused', reason: 'amount' })
      expect((await provider.channel.refundQuery(part, signal)).kind).toBe('returned')
      const rest = wish(txn, { amount: fen(2_000n), refundNumber: 'RF20261121000003' })
      expect((await provider.channel.refund(rest, signal)).kind).toBe('returned')
    })

    const shown = (fault: Fault): boolean => fault !== 'unsigned' || provider.signsAnswers

    it.each(faults)('with the network "%s" knows nothing, changes nothing and throws nothing', async (fault) => {
      const txn = await paid()
      if (!shown(fault)) return
      await provider.fail(fault)
      expect(await query(soon())).toEqual({ kind: 'unknown' })
      expect(await provider.channel.refundQuery(wish(txn), soon())).toEqual({ kind: 'unknown' })
      if (provider.network) {
        const other = { number: `${NUMBER}B`, amount: FIFTY_YUAN, expiresAt: plus(OPENED_AT, 15 * MINUTE) }
        expect(await provider.channel.create(other, soon())).toEqual({ ok: false, error: 'unavailable' })
      }
      if (fault !== 'hangs' || provider.network) {
        expect(await provider.channel.close(NUMBER, soon())).toBe('unknown')
      }
      await provider.fail(undefined)
      expect(await query()).toEqual({ kind: 'paid', payments: [fact(txn)] })
    })

    it('of a refund whose answer was lost knows nothing, and the next try under its number sends no second one', async () => {
      const txn = await paid()
      if (!provider.network) return
      await provider.fail('answer-lost')
      expect(await provider.channel.refund(wish(txn), soon())).toEqual({ kind: 'unknown' })
      await provider.fail(undefined)
      expect((await provider.channel.refund(wish(txn), signal)).kind).toBe('returned')
      expect(await provider.channel.refund(wish(txn), signal)).toMatchObject({ amount: FIFTY_YUAN })
    })

    it('ends a call as soon as its signal says so', async () => {
      await created()
      await provider.fail('hangs')
      const over = new AbortController()
      const asked = query(over.signal)
      over.abort()
      expect(await asked).toEqual({ kind: 'unknown' })
      await provider.fail(undefined)
      clock.advance(SECOND)
    })
  })
}
