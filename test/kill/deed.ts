// What a customer asks of the shop, as data: the victim does it and says so, the judge does it again and nothing may change.
import { placeOrder } from '../../core/desk/order/order.ts'
import { receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { requery } from '../../core/desk/payment/requery.ts'
import { decideRefund, requestRefund } from '../../core/desk/refund/refund.ts'
import { redeemCode } from '../../core/desk/wallet/redeem.ts'
import { chargeTask, finishTask, refundTask } from '../../core/desk/wallet/task.ts'
import { invariant } from '../../core/kit/invariant.ts'
import { credit, fenOfYuan } from '../../core/kit/money.ts'
import { codeReference, txnHashOf } from '../../core/redaction/door.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import { CHANNEL, type Shop } from './shop.ts'

export const TASK_UNITS = credit(1_000_000n)

type Shapes = {
  /** `key` is the client's own: the same key gives the same order. */
  order: { readonly key: string; readonly account: string; readonly yuan: number }
  notice: { readonly number: string; readonly txn: string }
  ask: { readonly number: string }
  redeem: { readonly text: string; readonly account: string }
  charge: { readonly task: string; readonly account: string }
  succeed: { readonly task: string }
  'give-back': { readonly task: string }
  refund: { readonly number: string }
  approve: { readonly number: string }
  return: { readonly number: string }
}
export type Deed = { readonly [K in keyof Shapes]: { readonly kind: K } & Shapes[K] }[keyof Shapes]
/** One word; what was acknowledged to the customer. */
export type Outcome = string

type Table<R> = { readonly [K in keyof Shapes]: (shop: Shop, deed: Shapes[K], outcome: Outcome) => Promise<R> }

const reason = redact(new Raw('changed my mind')).text
const orderOf = ({ context }: Shop, number: string) => context.store.read((r) => r.orders.byNumber(number))
const idOf = async (shop: Shop, number: string): Promise<string> => (await orderOf(shop, number))?.id ?? 'none'
const decide = async (shop: Shop, number: string, to: 'approved' | 'returned'): Promise<Outcome> => {
  const decided = await decideRefund(shop.context, await idOf(shop, number), { to, by: 'staff' })
  return decided.ok ? decided.value.state : decided.error
}

const doing: Table<Outcome> = {
  order: async ({ context }, { key, account, yuan }) => {
    const wish = { accountId: account, amount: fenOfYuan(yuan), channel: CHANNEL, clientKey: key }
    const placed = await placeOrder(context, wish)
    if (placed.ok) return placed.value.order.number
    // Asked for again after it was paid: still the same order.
    return ['order-not-open', 'paid-meanwhile'].includes(placed.error.code) ? placed.error.number : placed.error.code
  },
  notice: async ({ context, sandbox }, { number, txn }) => {
    const notice = await sandbox.notice(CHANNEL, number, txn)
    invariant(notice, 'a notice of a payment that the provider does not have')
    const outcome = await receiveNotice(context, CHANNEL, notice.body, notice.headers)
    return outcome.kind === 'accepted' ? outcome.settled : outcome.reason
  },
  ask: async (shop, { number }) => {
    const order = await orderOf(shop, number)
    return order ? (await requery(shop.context, order, 'query')).answer.kind : 'unknown-order'
  },
  redeem: async ({ context }, { text, account }) => {
    const answer = await redeemCode(context, account, codeReference(context.keyring, new Raw(text)))
    return answer.redeemed ? 'redeemed' : answer.finding
  },
  charge: ({ context }, { task, account }) =>
    chargeTask(context, { number: task, accountId: account, units: TASK_UNITS, model: 'a model' }),
  succeed: async ({ context }, { task }) => {
    await finishTask(context, task, 'succeeded')
    return 'settled'
  },
  'give-back': ({ context }, { task }) => refundTask(context, task),
  refund: async (shop, { number }) => {
    const requested = await requestRefund(shop.context, await idOf(shop, number), reason)
    return requested.ok ? 'requested' : requested.error
  },
  approve: (shop, { number }) => decide(shop, number, 'approved'),
  return: (shop, { number }) => decide(shop, number, 'returned'),
}

/** Whether a deed left what its outcome promised. True for an outcome that promised nothing. */
const keeping: Table<boolean> = {
  order: async (shop, { account }, outcome) =>
    !outcome.startsWith('DZ') || (await orderOf(shop, outcome))?.accountId === account,
  notice: ({ context }, { number, txn }, outcome) =>
    context.store.read(async (r) => {
      const payment = await r.payments.byTxn(CHANNEL, txnHashOf(context.keyring, txn))
      const notice = await r.payments.noticeByEvent(CHANNEL, `${number}:${txn}`)
      if (!payment || notice?.paymentId !== payment.id) return false
      const order = await r.orders.byNumber(number)
      return outcome === 'credited' ? payment.disposition !== 'suspense' && order?.completedAt != null : true
    }),
  ask: async (shop, { number }, outcome) => {
    const order = await idOf(shop, number)
    return outcome !== 'paid' || (await shop.context.store.read((r) => r.payments.ofOrder(order))).length > 0
  },
  redeem: ({ context }, { text, account }, outcome) =>
    context.store.read(async (r) => {
      const typed = codeReference(context.keyring, new Raw(text))
      const code = typed.kind === 'code' ? await r.codes.byLookup(typed.lookup) : undefined
      return outcome !== 'redeemed' || code?.redeemedBy === account
    }),
  charge: async (shop, { task }, outcome) =>
    outcome !== 'charged' || ((await taskOf(shop, task))?.chargedAt ?? null) !== null,
  succeed: async (shop, { task }) => (await taskOf(shop, task))?.outcome === 'succeeded',
  'give-back': async (shop, { task }, outcome) =>
    outcome !== 'refunded' || ((await taskOf(shop, task))?.refundedAt ?? null) !== null,
  refund: async (shop, { number }, outcome) =>
    outcome !== 'requested' || (await refundState(shop, number)) !== undefined,
  approve: async (shop, { number }, outcome) =>
    outcome !== 'approved' || ['approved', 'returned'].includes((await refundState(shop, number)) ?? 'none'),
  return: async (shop, { number }, outcome) =>
    outcome !== 'returned' || (await refundState(shop, number)) === 'returned',
}

const taskOf = ({ context }: Shop, number: string) => context.store.read((r) => r.tasks.byNumber(number))
const refundState = async (shop: Shop, number: string) => {
  const order = await idOf(shop, number)
  return (await shop.context.store.read((r) => r.refunds.ofOrder(order)))[0]?.state
}

// Each row of a table takes the deed of its own kind; TypeScript cannot see that row and deed belong together.
const row = <R>(table: Table<R>, deed: Deed): ((shop: Shop, deed: Deed, outcome: Outcome) => Promise<R>) =>
  table[deed.kind] as (shop: Shop, deed: Deed, outcome: Outcome) => Promise<R>

export const perform = (shop: Shop, deed: Deed): Promise<Outcome> => row(doing, deed)(shop, deed, '')
export const kept = (shop: Shop, deed: Deed, outcome: Outcome): Promise<boolean> =>
  row(keeping, deed)(shop, deed, outcome)
