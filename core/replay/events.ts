// What each event of a case does, through the same use cases as in the product.

import { cancelOrder, placeOrder } from '../desk/order/order.ts'
import { receiveNotice } from '../desk/payment/receive-notice.ts'
import { decideRefund, requestRefund } from '../desk/refund/refund.ts'
import { setAccountStatus } from '../desk/wallet/account.ts'
import { requestInvoice } from '../desk/wallet/invoice.ts'
import { disableCode, issueCodes, redeemCode } from '../desk/wallet/redeem.ts'
import { chargeTask, finishTask, recordUsage, refundTask } from '../desk/wallet/task.ts'
import type { Variables } from '../diagnosis/texts.ts'
import { when } from '../diagnosis/words.ts'
import { invariant } from '../kit/invariant.ts'
import { credit, type Fen, fen, parseYuan } from '../kit/money.ts'
import { codeReference } from '../redaction/door.ts'
import { Raw } from '../redaction/raw.ts'
import { redact } from '../redaction/redact.ts'
import type { CaseEvent } from './case-file.ts'
import { fillPlaceholders } from './placeholder.ts'
import type { World } from './world.ts'

/** Why the product refused an event, and what its sentence needs. */
export type Refused = { readonly code: string; readonly words?: Variables }
type Effect = Promise<Refused | undefined>

type Handlers = {
  readonly [T in CaseEvent['type']]: (world: World, event: Extract<CaseEvent, { type: T }>, next?: CaseEvent) => Effect
}

const accountOf = (world: World, label: string): string => {
  const id = world.accounts.get(label)
  invariant(id !== undefined, 'a case names an account that it does not have')
  return id
}
const orderId = (world: World, label: string): Promise<string | undefined> =>
  world.context.store.read(async (r) => (await r.orders.byNumber(world.numberOf(label)))?.id)
const channelOf = (world: World, label: string) => {
  world.numberOf(label)
  return world.orders.get(label)?.channel ?? 'sandbox'
}

/** Any wished number as fen: what is no whole yuan stays no whole yuan, what is absurdly large stays too large. */
function wished(yuan: number): Fen {
  if (!Number.isInteger(yuan)) return parseYuan(yuan) ?? fen(1n)
  return fen(BigInt(Math.max(-1e11, Math.min(1e11, yuan))) * 100n)
}

async function tryCode(world: World, account: string, text: string): Effect {
  const { context } = world
  const answer = await redeemCode(context, accountOf(world, account), codeReference(context.keyring, new Raw(text)))
  if (answer.redeemed) return undefined
  const now = context.clock.now()
  return {
    code: answer.finding,
    words: {
      until: answer.until === undefined ? undefined : when(answer.until, now),
      time: answer.code?.redeemedAt == null ? undefined : when(answer.code.redeemedAt, now),
    },
  }
}

const reasonText = (text: string) => redact(new Raw(text)).text

export const handlers: Handlers = {
  'order.created': async (world, { order, account, amount_yuan, channel, plan }) => {
    const wish = { accountId: accountOf(world, account), amount: wished(amount_yuan), channel }
    const placed = await placeOrder(world.context, plan === undefined ? wish : { ...wish, planId: plan }, true)
    world.orders.set(order, { number: placed.ok ? placed.value.order.number : placed.error.number, channel })
    return placed.ok ? undefined : { code: placed.error.code }
  },
  'order.cancelled': async (world, { order }) => {
    const id = await orderId(world, order)
    const outcome = id === undefined ? 'order-not-open' : await cancelOrder(world.context, id)
    return outcome === 'cancelled' ? undefined : { code: 'order-not-open' }
  },
  'order.viewed': async (world, { order }) => {
    await world.sandbox.scan(channelOf(world, order), world.numberOf(order))
    return undefined
  },
  'channel.paid': async (world, { order, txn, amount_yuan }) => {
    await world.sandbox.pay(channelOf(world, order), world.numberOf(order), txn, amount_yuan)
    return undefined
  },
  'channel.failed': async (world, { order, reason }) => {
    await world.sandbox.decline(channelOf(world, order), world.numberOf(order), reason)
    return undefined
  },
  'channel.down': async (world, { channel }) => {
    await world.sandbox.setDown(channel, 'fails')
    // In the product the first unreadable answer starts this clock; a replay knows the very moment (case-rules 7).
    await world.context.store.write((w) => w.payments.noteUnreadable(channel, world.clock.now()))
    return undefined
  },
  'channel.up': async (world, { channel }) => {
    await world.sandbox.setUp(channel)
    await world.context.store.write((w) => w.payments.noteReadable(channel, world.clock.now()))
    return undefined
  },
  'notice.delivered': async (world, { order, txn, at }, next) => {
    const channel = channelOf(world, order)
    const notice = await world.sandbox.notice(channel, world.numberOf(order), txn)
    invariant(notice, 'a notice of a payment that the sandbox does not have')
    const crash = next?.type === 'fulfilment.crashed' && next.order === order && next.at === at
    await receiveNotice(world.context, channel, notice.body, notice.headers, crash)
    return undefined
  },
  'notice.rejected': async (world, { order, txn, reason }) => {
    const channel = channelOf(world, order)
    const notice = world.sandbox.badNotice(channel, world.numberOf(order), txn, fen(1n), reason)
    await receiveNotice(world.context, channel, notice.body, notice.headers)
    return undefined
  },
  'notice.forged': async (world, { order }) => {
    const channel = channelOf(world, order)
    const notice = world.sandbox.badNotice(channel, world.numberOf(order), 'forged', fen(1n), 'forged')
    await receiveNotice(world.context, channel, notice.body, notice.headers)
    return undefined
  },
  // Acted out by the notice in front of it: that one stored the paid fact only.
  'fulfilment.crashed': async () => undefined,
  'account.status': async (world, { account, status }) => {
    await setAccountStatus(world.context, accountOf(world, account), status)
    return undefined
  },
  'code.issued': async (world, { code, credit: units, expires_at, only_for }) => {
    const onlyFor = only_for === undefined || only_for === 'new-accounts' ? only_for : accountOf(world, only_for)
    const [issued] = await issueCodes(world.context, {
      units: credit(units),
      count: 1,
      ...(expires_at === undefined ? {} : { expiresAt: expires_at }),
      ...(onlyFor === undefined ? {} : { onlyFor }),
    })
    if (issued) world.codes.set(code, issued)
    return undefined
  },
  'code.redeemed': (world, { code, account }) => tryCode(world, account, world.codes.get(code)?.text ?? ''),
  'code.attempted': (world, { text, account }) => tryCode(world, account, fillPlaceholders(world, text)),
  'code.disabled': async (world, { code }) => {
    await disableCode(world.context, world.codes.get(code)?.id ?? '')
    return undefined
  },
  usage: async (world, { account, credit: units }) => {
    const outcome = await recordUsage(world.context, accountOf(world, account), credit(units))
    return outcome === 'used' ? undefined : { code: outcome }
  },
  'task.charged': async (world, { task, account, credit: units, model }) => {
    const charge = { number: world.taskOf(task), accountId: accountOf(world, account), units: credit(units), model }
    const outcome = await chargeTask(world.context, charge)
    return outcome === 'charged' ? undefined : { code: outcome }
  },
  'task.finished': async (world, { task, outcome }) => {
    await finishTask(world.context, world.taskOf(task), outcome)
    return undefined
  },
  'task.refunded': async (world, { task }) => {
    const outcome = await refundTask(world.context, world.taskOf(task))
    return outcome === 'task-not-charged' ? { code: outcome } : undefined
  },
  'refund.requested': async (world, { order, reason }) => {
    const id = await orderId(world, order)
    if (id === undefined) return { code: 'refund-unpaid' }
    const filed = await requestRefund(world.context, id, reasonText(reason))
    return filed.ok ? undefined : { code: filed.error }
  },
  'refund.approved': (world, { order }) => decide(world, order, { to: 'approved', by: 'staff' }),
  'refund.rejected': (world, { order, reason }) =>
    decide(world, order, { to: 'rejected', by: 'staff', reason: reasonText(reason) }),
  'refund.returned': (world, { order }) => decide(world, order, { to: 'returned', by: 'staff' }),
  'invoice.requested': async (world, { order, title, tax_id, kind }) => {
    const id = await orderId(world, order)
    if (id === undefined) return { code: 'invoice-unpaid' }
    const filed = await requestInvoice(world.context, {
      orderId: id,
      title: new Raw(title),
      taxId: new Raw(tax_id),
      kind,
    })
    return filed.ok ? undefined : { code: filed.error }
  },
}

async function decide(world: World, order: string, decision: Parameters<typeof decideRefund>[2]): Effect {
  const id = await orderId(world, order)
  if (id === undefined) return { code: 'refund-unpaid' }
  const decided = await decideRefund(world.context, id, decision)
  return decided.ok ? undefined : { code: decided.error }
}

/** Plays one event; `next` is the one behind it. */
export function play<T extends CaseEvent>(world: World, event: T, next?: CaseEvent): Effect {
  const handler = handlers[event.type] as (world: World, event: T, next?: CaseEvent) => Effect
  return handler(world, event, next)
}
