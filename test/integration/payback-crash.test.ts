// A process that dies between any two statements of a refund loses nothing and refunds once; random weather agrees with a plain model.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeReconciler } from '../../core/desk/payment/reconciler.ts'
import { decideRefund, requestRefund } from '../../core/desk/refund/refund.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import type { Refund } from '../../core/domain/refund.ts'
import { HOUR, MINUTE, SECOND } from '../../core/kit/clock.ts'
import type { PaymentChannel, RefundAnswer, RefundWish } from '../../core/ports/payment-channel.ts'
import { mint } from '../../core/redaction/redacted.ts'
import { makeFate } from '../model/mortal.ts'
import { customer, lives, notify, openMoneyDesk, ordered, pay } from './money-desk.ts'
import { saidTo } from './sweep-desk.ts'

/** A provider that keeps its own books and answers as it is told to. */
class Provider {
  readonly sent = new Map<string, bigint>()
  readonly asked: string[] = []
  /** One for each call to come; none: it answers rightly. */
  readonly weather: Weather[] = []

  readonly methods = (_: PaymentChannel): Partial<PaymentChannel> => ({
    refund: async (wish) => this.#call('refund', wish),
    refundQuery: async (wish) => this.#call('query', wish),
  })

  #call(what: 'refund' | 'query', wish: RefundWish): RefundAnswer {
    this.asked.push(`${what} ${wish.refundNumber}`)
    const weather = this.weather.shift() ?? 'clear'
    if (weather === 'lost-before') return { kind: 'unknown' }
    if (weather === 'refuses' && what === 'refund') return { kind: 'refused', reason: 'not-refundable' }
    if (weather === 'no-balance' && what === 'refund') return { kind: 'refused', reason: 'balance' }
    if (what === 'refund') this.sent.set(wish.refundNumber, wish.amount)
    const there = this.sent.has(wish.refundNumber)
    if (weather === 'lost-after') return { kind: 'unknown' }
    if (!there) return { kind: 'none' }
    if (weather === 'slow') return { kind: 'on-its-way' }
    return { kind: 'returned', amount: wish.amount, at: 0 as never }
  }
}
const weathers = ['clear', 'lost-before', 'lost-after', 'slow', 'no-balance', 'refuses'] as const
type Weather = (typeof weathers)[number]

async function openPlay() {
  const provider = new Provider()
  const fate = makeFate()
  const desk = await openMoneyDesk({ provider: provider.methods, around: fate.around })
  await customer(desk, 'mei')
  const order = await ordered(desk, 'mei')
  await pay(desk, order, 'T1')
  await notify(desk, order, 'T1')
  await desk.reconciler.round()
  const request = async (): Promise<void> => {
    if (!(await requestRefund(desk.context, order.id, mint('twice'))).ok) return
    await decideRefund(desk.context, order.id, { to: 'approved', by: 'lin' })
  }
  const refund = async (): Promise<Refund | undefined> =>
    (await desk.context.store.read((r) => r.refunds.ofOrder(order.id)))[0]
  return { provider, fate, desk, order, request, refund }
}

describe('a refund whose process dies', () => {
  it('at any point of it is sent once, booked once and told of once by the next life', async () => {
    let deaths = 0
    for (let point = 1; ; point++) {
      const { provider, fate, desk, order, request, refund } = await openPlay()
      await request()
      fate.arm(point)
      await desk.reconciler.round().catch(() => undefined)
      const died = fate.dead
      fate.arm(Number.POSITIVE_INFINITY)
      // A new process waits until the lease of the dead one is over.
      await lives({ ...desk, reconciler: makeReconciler(desk.options) }, 10 * MINUTE, 10 * SECOND)
      expect([...provider.sent.values()], `dead at point ${point}`).toEqual([order.amount])
      expect(new Set(provider.asked.map((line) => line.split(' ')[1])).size).toBe(1)
      expect((await refund())?.state).toBe('returned')
      expect(await brokenInvariants(desk.context.store)).toEqual([])
      const said = (await saidTo(desk, 'mei')).filter((text) => text.includes('已退') || text.includes('已经退'))
      expect(said.length, said.join()).toBeLessThanOrEqual(1)
      await desk.context.store.close()
      if (!died) break
      deaths += 1
    }
    expect(deaths).toBeGreaterThan(10)
  })
})

/** What follows from the rules alone, call by call: the calls that the provider hears, and how the refund ends. */
function foresee(weather: readonly Weather[]): { readonly calls: readonly string[]; readonly state: Refund['state'] } {
  const coming = [...weather]
  const calls: string[] = []
  let sent = false
  let doubtful = false
  for (let turn = 1; ; turn++) {
    if (turn > 1) {
      calls.push('query')
      const now = coming.shift() ?? 'clear'
      if (now === 'lost-before' || now === 'lost-after') {
        doubtful = true
        continue
      }
      if (sent && now === 'slow') {
        doubtful = false
        continue
      }
      if (sent) return { calls, state: 'returned' }
    }
    calls.push('refund')
    const now = coming.shift() ?? 'clear'
    if (now === 'lost-before') doubtful = true
    else if (now === 'refuses') return { calls, state: doubtful ? 'approved' : 'rejected' }
    else if (now === 'no-balance') doubtful = false
    else {
      sent = true
      if (now === 'clear') return { calls, state: 'returned' }
      doubtful = now === 'lost-after'
    }
  }
}

describe('a refund in any weather', () => {
  it('is asked for and ends call by call as the model says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...weathers), { maxLength: 9 }), async (weather) => {
        const { provider, desk, request, refund } = await openPlay()
        provider.weather.push(...weather)
        await request()
        await lives(desk, 30 * HOUR, 10 * MINUTE)
        const heard = provider.asked.map((line) => line.split(' ')[0])
        expect({ calls: heard, state: (await refund())?.state }).toEqual(foresee(weather))
        expect(await brokenInvariants(desk.context.store)).toEqual([])
        await desk.context.store.close()
      }),
      { numRuns: 80, seed: 20261121 },
    )
  })

  it('ends where a plain model says, and never sends money twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...weathers), { maxLength: 8 }),
        fc.array(fc.nat({ max: 60 }), { maxLength: 3 }),
        async (weather, deaths) => {
          const { provider, fate, desk, order, request, refund } = await openPlay()
          provider.weather.push(...weather)
          await request()
          for (const point of deaths) {
            fate.arm(point + 1)
            await lives({ ...desk, reconciler: makeReconciler(desk.options) }, 2 * MINUTE, 20 * SECOND).catch(
              () => undefined,
            )
            fate.arm(Number.POSITIVE_INFINITY)
          }
          await lives({ ...desk, reconciler: makeReconciler(desk.options) }, 24 * HOUR, 15 * MINUTE)
          const state = (await refund())?.state
          const numbers = new Set(provider.asked.map((line) => line.split(' ')[1]))
          expect(provider.sent.size).toBeLessThanOrEqual(1)
          expect(numbers.size).toBeLessThanOrEqual(1)
          // What the provider sent is booked as returned or still a person's matter, never given back to the wallet as well.
          if (provider.sent.size > 0) expect(['returned', 'approved']).toContain(state)
          else expect(['rejected', 'approved']).toContain(state)
          const wallet = await desk.context.store.read((r) => r.ledger.credit('wallet:mei'))
          expect(wallet > 0n).toBe(state === 'rejected')
          if (weather.every((one) => one !== 'refuses')) {
            expect(state).toBe('returned')
            expect([...provider.sent.values()]).toEqual([order.amount])
          }
          expect(await brokenInvariants(desk.context.store)).toEqual([])
          await desk.context.store.close()
        },
      ),
      { numRuns: 60, seed: 20261121 },
    )
  })
})
