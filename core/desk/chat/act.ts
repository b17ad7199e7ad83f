// What a flow may do, each once for its conversation and step, however often the effect is handed out.
import { methodsInSentence } from '../../conversation/fact.ts'
import type { Answers } from '../../conversation/state.ts'
import type { Action } from '../../conversation/vocabulary.ts'
import { when, yuan } from '../../diagnosis/words.ts'
import { type ChannelName, channelNames } from '../../domain/channel.ts'
import { type InvoiceKind, invoiceKinds } from '../../domain/invoice.ts'
import { walletOf } from '../../domain/ledger.ts'
import type { Order } from '../../domain/order.ts'
import { type Fen, fen, fenOfYuan } from '../../kit/money.ts'
import { openField } from '../../redaction/door.ts'
import { Raw } from '../../redaction/raw.ts'
import { redact } from '../../redaction/redact.ts'
import { mask, mint } from '../../redaction/redacted.ts'
import { newBill } from '../bill/show.ts'
import { codeVerdict, diagnose } from '../lookups/diagnose.ts'
import { cancelOrder, placeOrder, type RefusedOrder } from '../order/order.ts'
import { NO_ORDER } from '../order/target.ts'
import { requestRefund } from '../refund/refund.ts'
import { requestInvoice } from '../wallet/invoice.ts'
import { buyPlan } from '../wallet/plan.ts'
import { redeemCode } from '../wallet/redeem.ts'
import { worth } from '../wallet/words.ts'
import { type Caller, type Result, verdictResult } from './caller.ts'
import { unpackCode } from './code-packet.ts'
import { useLinkCode } from './link.ts'

type Asked = { readonly caller: Caller; readonly accountId: string; readonly args: Answers; readonly step: number }
type Act = (asked: Asked) => Promise<Result>

const failed: Result = { outcome: 'failed' }
const channelOf = (args: Answers): ChannelName | undefined => channelNames.find((name) => name === args.channel)

async function ordered(asked: Asked, amount: Fen, planId: string | undefined): Promise<Result> {
  const { caller, accountId, args, step } = asked
  const { context, lang, conversationId } = caller
  const channel = channelOf(args)
  const offered = channel !== undefined && context.policy.recharge.channels.includes(channel)
  if (!offered) return { outcome: 'channel-unavailable' }
  // One wish a step, however often it is handed out.
  const wish = { accountId, amount, channel, clientKey: `${conversationId}:${step}` }
  const placed = await placeOrder(context, planId === undefined ? wish : { ...wish, planId })
  if (!placed.ok) return notOrdered(asked, placed.error)
  const { order, qr, shownAgain } = placed.value
  return {
    outcome: 'created',
    vars: {
      order: mask(order.number),
      amount: yuan(order.amount),
      method: mint(methodsInSentence[channel][lang]),
      until: when(order.expiresAt, context.clock.now()),
    },
    answers: { order: order.id },
    // After a death between the order and its code nothing was shown yet.
    bill: await newBill(
      order.id,
      qr,
      shownAgain && (await context.store.read((r) => r.bills.ofOrder(order.id))).length > 0,
    ),
  }
}

/** Why there is no code; what was there before is named where the user has to know it. */
async function notOrdered({ caller, accountId }: Asked, { code, number }: RefusedOrder): Promise<Result> {
  if (code !== 'paid-meanwhile' && code !== 'earlier-open') return { outcome: code }
  const { store, clock, policy } = caller.context
  const [order, units] = await store.read(async (r) => [
    await r.orders.byNumber(number),
    await r.ledger.credit(walletOf(accountId)),
  ])
  const until = order?.expiresAt ?? clock.now()
  return {
    outcome: code,
    vars: {
      order: mask(number),
      balance: worth(units, policy.unitsPerYuan),
      until: when(until, clock.now()),
    },
    ...(order ? { answers: { order: order.id } } : {}),
  }
}

const createOrder: Act = (asked) => ordered(asked, fen(BigInt(Math.trunc(Number(asked.args.amount ?? 0)))), undefined)

const buy: Act = async (asked) => {
  const { caller, accountId, args, step } = asked
  const { context, lang, conversationId } = caller
  const plan = context.policy.plans.find(({ id }) => id === args.plan)
  if (!plan) return { outcome: 'unknown-plan' }
  if (args.pay_with !== 'wallet') return ordered(asked, fenOfYuan(plan.priceYuan), plan.id)
  const bought = await buyPlan(context, { accountId, planId: plan.id, purchaseId: `${conversationId}:${step}` })
  const balance = await context.store.read((r) => r.ledger.credit(walletOf(accountId)))
  const words = { plan: mint(plan.name[lang]), amount: yuan(fenOfYuan(plan.priceYuan)) }
  if (bought.ok)
    return { outcome: 'activated', vars: { ...words, until: when(bought.value.endsAt, context.clock.now()) } }
  return { outcome: bought.error, vars: { ...words, balance: worth(balance, context.policy.unitsPerYuan) } }
}

async function ownOrder({ context }: Caller, accountId: string, args: Answers): Promise<Order | undefined> {
  const order = await context.store.read((r) => r.orders.byId(String(args.order ?? NO_ORDER)))
  return order?.accountId === accountId ? order : undefined
}

const cancel: Act = async ({ caller, accountId, args }) => {
  const order = await ownOrder(caller, accountId, args)
  if (!order) return { outcome: 'unknown-order' }
  return { outcome: await cancelOrder(caller.context, order.id), vars: { order: mask(order.number) } }
}

const redeem: Act = async ({ caller, accountId, args }) => {
  const { context, lang } = caller
  const packet = unpackCode(String(args.code ?? ''))
  const answer = await redeemCode(context, accountId, packet)
  if (!answer.redeemed || !answer.code) return verdictResult(codeVerdict(context, answer), lang)
  const balance = await context.store.read((r) => r.ledger.credit(walletOf(accountId)))
  const { unitsPerYuan } = context.policy
  return {
    outcome: 'redeemed',
    vars: {
      code: mint(`****${answer.code.tail}`),
      amount: worth(answer.code.units, unitsPerYuan),
      balance: worth(balance, unitsPerYuan),
    },
  }
}

const refund: Act = async ({ caller, accountId, args }) => {
  const { context, lang } = caller
  const judged = await diagnose(context, { about: 'refund', accountId, named: String(args.order ?? NO_ORDER) })
  const order = await ownOrder(caller, accountId, args)
  if (!order || (judged.finding !== 'refund-eligible' && judged.finding !== 'refund-partly-used')) {
    return verdictResult(judged, lang)
  }
  const filed = await requestRefund(context, order.id, redact(new Raw(String(args.reason ?? ''))).text)
  if (!filed.ok) return verdictResult(await diagnose(context, { about: 'refund', accountId, named: order.id }), lang)
  return {
    outcome: 'requested',
    vars: { order: mask(order.number), amount: yuan(filed.value.amount) },
    answers: { order: order.id },
  }
}

const invoice: Act = async ({ caller, accountId, args }) => {
  const { context, lang } = caller
  const judge = async () =>
    verdictResult(await diagnose(context, { about: 'invoice', accountId, named: String(args.order ?? NO_ORDER) }), lang)
  const order = await ownOrder(caller, accountId, args)
  const kind: InvoiceKind | undefined = invoiceKinds.find((name) => name === args.kind)
  if (!order || kind === undefined || args.title === undefined) return judge()
  const filed = await requestInvoice(context, {
    orderId: order.id,
    kind,
    title: openField(context.keyring, 'invoice.title', String(args.title)),
    taxId: args.tax_id === undefined ? new Raw('') : openField(context.keyring, 'invoice.tax_id', String(args.tax_id)),
  })
  if (!filed.ok) return filed.error === 'invoice-tax-id' ? { outcome: 'invoice-tax-id' } : judge()
  return { outcome: 'requested', vars: { order: mask(order.number), amount: yuan(order.amount) } }
}

/** Said only to the identity that was just linked: the last characters of the account's id. */
async function link(caller: Caller, args: Answers): Promise<Result> {
  const { context, user } = caller
  const linked = await useLinkCode(context, user, String(args.link_code ?? ''))
  if (linked.ok) return { outcome: 'linked', vars: { account: mask(linked.value) } }
  if (linked.error.kind !== 'too-many') return { outcome: linked.error.kind }
  return { outcome: 'too-many', vars: { until: when(linked.error.until, context.clock.now()) } }
}

const forAccount: { readonly [A in Exclude<Action, 'link' | 'set-language'>]: Act } = {
  'create-order': createOrder,
  'buy-plan': buy,
  'cancel-order': cancel,
  redeem,
  'request-refund': refund,
  'request-invoice': invoice,
}

/** Does what a flow asks for; `not-linked` where it needs an account and the chat has none. */
export async function act(caller: Caller, action: Action, args: Answers, step: number): Promise<Result> {
  if (action === 'set-language') return args.language === undefined ? failed : { outcome: 'done' }
  if (action === 'link') return link(caller, args)
  const { accountId } = caller
  return accountId === null ? { outcome: 'not-linked' } : forAccount[action]({ caller, accountId, args, step })
}
