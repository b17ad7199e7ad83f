// One order's story: made, paid or not, in time or not, rightly or not, and told of by notices of every kind.
import { placeOrder } from '../../core/desk/order/order.ts'
import { decideRefund, requestRefund } from '../../core/desk/refund/refund.ts'
import type { ChannelName } from '../../core/domain/channel.ts'
import type { Order } from '../../core/domain/order.ts'
import { MINUTE, SECOND } from '../../core/kit/clock.ts'
import { fen, fenOfYuan } from '../../core/kit/money.ts'
import { mint } from '../../core/redaction/redacted.ts'
import type { Delivered } from '../fakes/providers/provider.ts'
import type { Dice } from '../kill-telegram/dice.ts'
import type { Crowd, Customer } from './crowd.ts'
import type { PostOffice } from './post.ts'

export const plots = [
  ...(['pays', 'pays', 'pays', 'pays', 'pays', 'pays', 'pays', 'pays', 'pays', 'pays', 'pays'] as const),
  ...(['never', 'never', 'last-second', 'last-second', 'after-the-end', 'after-the-end'] as const),
  ...(['wrong-amount', 'two-orders', 'one-order-twice', 'no-order'] as const),
] as const
export type Plot = (typeof plots)[number]

/** Money that a provider really has. */
export type Paid = {
  readonly channel: ChannelName
  readonly number: string
  readonly txn: string
  readonly fen: bigint
}
export type Shown = { readonly order: Order; readonly customer: Customer }

export type Chronicle = {
  readonly paid: Paid[]
  readonly shown: Shown[]
  readonly plots: { [plot in Plot | 'no-code' | 'code-over' | 'refund-asked']?: number }
}

const channels = ['alipay', 'wechat', 'epay', 'stripe'] as const

export function storyteller(crowd: Crowd, post: PostOffice, dice: Dice, chronicle: Chronicle) {
  const { context, clock, wait } = crowd
  const count = (what: keyof Chronicle['plots']): void => {
    chronicle.plots[what] = (chronicle.plots[what] ?? 0) + 1
  }

  async function make(customer: Customer, channel: ChannelName, yuan: number): Promise<Order | undefined> {
    const wish = { accountId: customer.accountId, amount: fenOfYuan(yuan), channel }
    const placed = await placeOrder(context, wish, true)
    if (placed.ok) {
      chronicle.shown.push({ order: placed.value.order, customer })
      return placed.value.order
    }
    // The order is in the records and nobody saw its code: nobody pays it.
    count('no-code')
    return undefined
  }

  /** The notice as it would be signed now; undefined where the code could not be paid any more. */
  async function pay(
    channel: ChannelName,
    number: string,
    amount: bigint,
  ): Promise<(() => Promise<Delivered>) | undefined> {
    const bank = crowd.bank(channel)
    try {
      const txn = await bank.pay(number, amount)
      chronicle.paid.push({ channel, number, txn: bank.till.get(number).txn || txn, fen: amount })
      return () => bank.notice(number)
    } catch {
      count('code-over')
      return undefined
    }
  }

  /** A fifth is lost; the others come late, in any order, some of them more than once. */
  function spread(channel: ChannelName, notice: () => Promise<Delivered>): void {
    if (dice.roll() < 0.2) {
      post.figures.lost += 1
      return
    }
    const copies = dice.roll() < 0.25 ? 2 : 1
    post.figures.doubled += copies - 1
    for (let copy = 0; copy < copies; copy++) {
      const late = dice.roll() < 0.5 ? dice.roll() * 3 * SECOND : dice.roll() * 4 * MINUTE
      void wait(late).then(() => post.insist(channel, notice))
    }
  }

  async function forge(channel: ChannelName, number: string): Promise<void> {
    const bank = crowd.bank(channel)
    // Of a trade that is not paid some of them say only that, rightly signed: they are answered, and bring no money
    // (whatever they brought would be found as invented).
    const paid = bank.till.trades.get(number)?.state === 'paid'
    const forgeries = await bank.forgeries(number).catch(() => [])
    const right = await bank.notice(number).catch(() => undefined)
    const bad = forgeries.length > 0 ? [dice.of(forgeries), dice.of(forgeries)] : []
    if (right) bad.push({ what: 'one digit is another', delivered: tampered(right) })
    for (const { what, delivered } of bad) {
      post.figures.forged += 1
      if ((await post.deliver(channel, delivered)) === 'accepted' && paid) post.believed.push(`${channel}: ${what}`)
    }
  }

  /** Rightly signed as it was; now one digit of its words is another. */
  function tampered({ body, headers }: Delivered): Delivered {
    const bytes = Buffer.from(body)
    const digits = [...bytes.keys()].filter((at) => /\d/.test(String.fromCharCode(bytes[at] ?? 0)))
    const at = dice.of(digits)
    bytes[at] = (((bytes[at] ?? 0) - 48 + 1) % 10) + 48
    return { body: bytes, headers }
  }

  async function refund(order: Order): Promise<void> {
    await wait(5 * MINUTE)
    if (!(await requestRefund(context, order.id, mint('rehearsal'))).ok) return
    if ((await decideRefund(context, order.id, { to: 'approved', by: 'rehearsal' })).ok) count('refund-asked')
  }

  return async function tell(customer: Customer): Promise<void> {
    const plot = dice.of(plots)
    const channel: ChannelName = plot === 'one-order-twice' ? 'epay' : dice.of(channels)
    const yuan = 10 + Math.floor(dice.roll() * 490)
    const order = await make(customer, channel, yuan)
    if (!order) return
    count(plot)
    if (dice.roll() < 0.3) void wait(dice.roll() * MINUTE).then(() => forge(channel, order.number))
    const end = order.expiresAt - clock.now()
    const moments: { readonly [plot in Plot]?: number } = {
      'last-second': end - dice.roll() * 10 * SECOND,
      'after-the-end': end + SECOND + dice.roll() * 15 * MINUTE,
    }
    if (plot === 'never') return
    await wait(Math.max(0, moments[plot] ?? dice.roll() * 4 * MINUTE))
    if (plot === 'no-order') {
      const stray = `${order.number.slice(0, -3)}ZZZ`
      crowd.bank(channel).till.open(stray, order.amount, Number.POSITIVE_INFINITY)
      const bank = crowd.bank(channel)
      if (channel === 'alipay' || channel === 'stripe') return
      const notice = await pay(channel, stray, order.amount)
      // Nobody asks about a number that is not ours: only its notice tells of it.
      if (notice) await post.insist(bank.name, notice)
      return
    }
    const amount =
      plot === 'wrong-amount' ? fen(order.amount - 100n - BigInt(Math.floor(dice.roll() * 500))) : order.amount
    const notice = await pay(channel, order.number, amount)
    if (!notice) return
    if (plot === 'one-order-twice') {
      const first = await notice()
      await wait(20 * SECOND)
      const second = await pay(channel, order.number, order.amount)
      // The gateway's own page tells of the last one only: its notices are all that there is of the first.
      await Promise.all([post.insist(channel, async () => first), second && post.insist(channel, second)])
      return
    }
    spread(channel, notice)
    if (plot === 'two-orders') {
      const other = await make(customer, channel, yuan)
      const again = other && (await pay(channel, other.number, other.amount))
      if (again) spread(channel, again)
    }
    if (plot === 'pays' && dice.roll() < 0.1) await refund(order)
  }
}
