// What happens at the provider, and the notices that tell of it: in any order, twice, late, lost, refused, forged.
import * as fc from 'fast-check'
import { receiveNotice } from '../../../core/desk/payment/receive-notice.ts'
import { fen } from '../../../core/kit/money.ts'
import type { Book, Order } from '../book.ts'
import { hear, refuseNotice } from '../notices.ts'
import type { Play } from '../play.ts'
import { tradeOf } from '../requery.ts'
import { rules } from '../rules.ts'
import type { Shop } from '../shop.ts'
import { always, anyAccount, anyChannel, anyPick, type Chance, type Deed, pick, toOrder } from './deed.ts'
import { ordered } from './ordering.ts'
import { until } from './time.ts'

type Channel = Order['channel']
type Where = { readonly channel: Channel; readonly number: string }
/** A notice that could be delivered. */
type Letter = Where & { readonly txn: string; readonly fen: number; readonly paidAt: number }

const letters = ({ trades }: Book): readonly Letter[] =>
  trades.flatMap(({ channel, number, payments }) => payments.map((paid) => ({ channel, number, ...paid })))
const newTxn = (book: Book): string => `T${String(letters(book).length + 1).padStart(4, '0')}`

export const paid = (play: Play, { channel, number }: Where, txn: string, amount: number): Promise<boolean> =>
  play.once(
    async ({ sandbox }) => {
      await sandbox.pay(channel, number, txn, fen(BigInt(amount)))
      return ''
    },
    (book) => {
      const trade = tradeOf(book, channel, number)
      if (!trade.payments.some((known) => known.txn === txn))
        trade.payments.push({ txn, fen: amount, paidAt: book.now })
      return ''
    },
  )

async function deliver({ context, sandbox }: Shop, letter: Letter, dies: boolean, to: Channel): Promise<string> {
  const notice = await sandbox.notice(to, letter.number, letter.txn)
  if (!notice) throw new Error('the sandbox lost a payment')
  const outcome = await receiveNotice(context, to, notice.body, notice.headers, dies)
  return outcome.kind === 'accepted' ? outcome.settled : outcome.reason
}

export const told = (play: Play, letter: Letter, dies = false, to = letter.channel): Promise<boolean> =>
  play.once(
    (shop) => deliver(shop, letter, dies, to),
    (book, _, mark) => hear(book, { ...letter, channel: to }, dies, mark),
  )

const wrongBy = fc.constantFrom(0, 0, 0, 0, 0, 1, -1, -999, 100)
const pay = toOrder('pay', wrongBy, (play, order, wrong) => paid(play, order, newTxn(play.book), order.fen + wrong))
const payAgain = toOrder('pay under a known number', anyPick, (play, order, index) => {
  const known = letters(play.book).filter(({ channel }) => channel === order.channel)
  return paid(play, order, known.length > 0 ? pick(known, index).txn : newTxn(play.book), order.fen)
})
const payStray: fc.Arbitrary<Deed> = fc
  .record({ channel: anyChannel, number: fc.constantFrom('STRAY1', 'STRAY2') })
  .map((where) => ({
    name: `pay a number that is nobody's ${JSON.stringify(where)}`,
    ready: always,
    play: (play) =>
      paid(play, tradeOf(structuredClone(play.book), where.channel, where.number), newTxn(play.book), 50_00),
  }))

const toLetter = (kind: string, play: (play: Play, letter: Letter) => Promise<boolean>): fc.Arbitrary<Deed> =>
  anyPick.map((index) => ({
    name: `${kind} [-${index + 1}]`,
    ready: (book) => letters(book).length > 0,
    play: (at) => play(at, pick(letters(at.book), index)),
  }))

const notice = toLetter('deliver notice', (play, letter) => told(play, letter))
const halfway = toLetter('deliver notice and die before the credit', (play, letter) => told(play, letter, true))
const elsewhere = toLetter('deliver notice at another channel', (play, letter) =>
  told(play, letter, false, letter.channel === 'alipay' ? 'wechat' : 'alipay'),
)
export const toldTwice = (play: Play, letter: Letter): Promise<boolean> =>
  play.once(
    async (shop) => (await Promise.all([1, 2].map(() => deliver(shop, letter, false, letter.channel)))).join(),
    (book, _, mark) => [1, 2].map(() => hear(book, letter, false, mark)).join(),
  )
const twice = toLetter('deliver notice twice at once', toldTwice)

const reasons = fc.constantFrom('bad_signature', 'wrong_merchant', 'parse', 'forged')
const bad = toOrder('deliver bad notice', reasons, (play, order, why) =>
  play.once(
    async ({ context, sandbox }) => {
      const forged = sandbox.badNotice(order.channel, order.number, 'T9999', fen(BigInt(order.fen)), why)
      const outcome = await receiveNotice(context, order.channel, forged.body, forged.headers)
      return outcome.kind === 'refused' ? outcome.reason : outcome.settled
    },
    (book) => refuseNotice(book, order.channel, order.number, why),
  ),
)

/** The way it mostly goes, so that there is something to spend, to refund and to ask about. */
const smooth: fc.Arbitrary<Deed> = fc
  .record({ account: anyAccount, fen: fc.constantFrom(10_00, 50_00), channel: anyChannel })
  .map((wish) => ({
    name: `order, pay, deliver ${JSON.stringify(wish)}`,
    ready: always,
    play: async (play) => {
      const before = play.book.orders.length
      await ordered(play, { ...wish, plan: null, key: null })
      const order = play.book.orders[before]
      if (!order) return false
      const txn = newTxn(play.book)
      await paid(play, order, txn, order.fen)
      return told(play, { ...order, txn, paidAt: play.book.now })
    },
  }))

/** The edges that decide whether money is late, and whether a late one is credited. */
const ends = fc.record({
  edge: fc.constantFrom('timeout' as const, 'seventh day' as const, 'cancel' as const),
  off: fc.constantFrom(-1, 0, 1),
  awake: fc.boolean(),
  told: fc.boolean(),
})
const payAtEdge = toOrder('pay at the edge', ends, async (play, order, { edge, off, awake, told: heard }) => {
  const end = {
    timeout: order.createdAt + rules.openMs,
    'seventh day': order.createdAt + rules.lateMs,
    cancel: order.cancelledAt ?? 0,
  }[edge]
  let whole = end + off > play.book.now ? await until(play, end + off, awake) : true
  const txn = newTxn(play.book)
  const where = { channel: order.channel, number: order.number }
  whole = (await paid(play, where, txn, order.fen)) && whole
  return heard ? (await told(play, { ...where, txn, fen: order.fen, paidAt: play.book.now })) && whole : whole
})

export const paying: readonly Chance[] = [
  [7, pay],
  [4, payAtEdge],
  [1, payAgain],
  [1, payStray],
  [6, notice],
  [2, halfway],
  [1, elsewhere],
  [2, twice],
  [2, bad],
  [5, smooth],
]
