// Orders are made, shown again, refused, and cancelled.
import * as fc from 'fast-check'
import { cancelOrder, placeOrder } from '../../../core/desk/order/order.ts'
import { fen } from '../../../core/kit/money.ts'
import { orderOf } from '../book.ts'
import { cancel, place, type Wish } from '../ordering.ts'
import type { Play } from '../play.ts'
import { PLAN } from '../shop.ts'
import { always, anyAccount, anyChannel, type Chance, type Deed, nothing, toOrder } from './deed.ts'

const amounts = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(10_00, 50_00, 100_00) },
  { weight: 1, arbitrary: fc.constantFrom(10_000_00, 10_001_00, 9_00, 50_50, -50_00, 0) },
)
const plans = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(PLAN.id, 'an old plan') },
)

export const ordered = (play: Play, wish: Wish): Promise<boolean> =>
  play.once(
    async ({ context }) => {
      const { account, channel, plan, key } = wish
      const whole = {
        accountId: account,
        amount: fen(BigInt(wish.fen)),
        channel,
        ...(plan === null ? {} : { planId: plan }),
        ...(key === null ? {} : { clientKey: key }),
      }
      const placed = await placeOrder(context, whole, key === null)
      return placed.ok ? placed.value.order.number : placed.error.code
    },
    (book, born, mark) => place(book, wish, born.order, mark),
  )

const wishes = fc.record({ account: anyAccount, fen: amounts, channel: anyChannel, plan: plans })

const order: fc.Arbitrary<Deed> = fc
  .tuple(
    wishes,
    fc.oneof({ weight: 3, arbitrary: fc.constant('new') }, { weight: 1, arbitrary: fc.constantFrom('k1', 'k2') }),
  )
  .map(([wish, key]) => ({
    name: `order ${JSON.stringify(wish)} key ${key}`,
    ready: always,
    play: (play) => ordered(play, { ...wish, key: key === 'new' ? `n${play.book.orders.length}` : key }),
  }))

const asFact: fc.Arbitrary<Deed> = wishes.map((wish) => ({
  name: `order as a fact ${JSON.stringify(wish)}`,
  ready: always,
  play: (play) => ordered(play, { ...wish, key: null }),
}))

export const cancelled = (play: Play, id: string): Promise<boolean> =>
  play.once(
    ({ context }) => cancelOrder(context, id),
    (book, _, mark) => cancel(book, orderOf(book, id), mark),
  )

export const ordering: readonly Chance[] = [
  [5, order],
  [4, asFact],
  [2, toOrder('cancel', nothing, (play, { id }) => cancelled(play, id))],
]
