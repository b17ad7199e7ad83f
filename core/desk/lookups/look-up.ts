// What a flow may look up, each answered from the records; nothing about an account is said to a chat that is not linked to it.
import type { Answers } from '../../conversation/state.ts'
import type { Lookup } from '../../conversation/vocabulary.ts'
import { when, yuan } from '../../diagnosis/words.ts'
import type { Task } from '../../domain/task.ts'
import { plus } from '../../kit/clock.ts'
import { fenOfYuan } from '../../kit/money.ts'
import { join, mask, mint, type Redacted, say } from '../../redaction/redacted.ts'
import { type Caller, type Result, verdictResult } from '../chat/caller.ts'
import { unpackCode } from '../chat/code-packet.ts'
import { NO_ORDER } from '../order/target.ts'
import { balancePage, ordersPage } from '../wallet/pages.ts'
import { taskLabel, worth } from '../wallet/words.ts'
import { diagnose } from './diagnose.ts'

type Asked = { readonly caller: Caller; readonly accountId: string; readonly args: Answers }
type LookUp = (asked: Asked) => Promise<Result>

const LISTED = 8
const text = (value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : String(value)

const payment: LookUp = async ({ caller, accountId, args }) => {
  const order = text(args.order)
  if (order !== undefined) return verdict(caller, { about: 'payment', accountId, named: order })
  const answer = await verdict(caller, { about: 'payment', accountId })
  const txn = text(args.txn)
  if (txn === undefined) return answer
  // A transaction number that nobody had told us of: asking about the recent orders may just have brought it.
  const known = await caller.context.store.read((r) => r.payments.anyByTxn(txn))
  return known ? verdict(caller, { about: 'payment', accountId, named: known.orderId ?? known.id }) : answer
}

async function verdict(caller: Caller, question: Parameters<typeof diagnose>[1]): Promise<Result> {
  return verdictResult(await diagnose(caller.context, question), caller.lang)
}

/** Without a number: the newest credited order, else the newest. */
const aboutOrder =
  (about: 'refund' | 'invoice'): LookUp =>
  async ({ caller, accountId, args }) => {
    const named = text(args.order) ?? (await byTxn(caller, args)) ?? (await newestOrder(caller, accountId))
    return verdict(caller, { about, accountId, named })
  }

async function byTxn(caller: Caller, args: Answers): Promise<string | undefined> {
  const txn = text(args.txn)
  if (txn === undefined) return undefined
  const known = await caller.context.store.read((r) => r.payments.anyByTxn(txn))
  return known?.orderId ?? NO_ORDER
}

async function newestOrder({ context }: Caller, accountId: string): Promise<string> {
  const page = await context.store.read((r) => r.orders.page(accountId, plus(context.clock.now(), 1), 50))
  return (page.find(({ completedAt }) => completedAt !== null) ?? page[0])?.id ?? NO_ORDER
}

const redeem: LookUp = async ({ caller, accountId, args }) => {
  const packet = text(args.code)
  if (packet !== undefined) return verdict(caller, { about: 'redeem', accountId, code: unpackCode(packet) })
  const { context, lang } = caller
  const [last] = await context.store.read((r) => r.codes.redeemedBy(accountId, 1))
  const recent: Redacted = last
    ? lang === 'zh'
      ? say`最近兑换的是 ****${mint(last.tail)}，${when(last.redeemedAt ?? context.clock.now(), context.clock.now())} 到账 ${worth(last.units, context.policy.unitsPerYuan)}。`
      : say`The last code redeemed was ****${mint(last.tail)}: ${worth(last.units, context.policy.unitsPerYuan)}, credited at ${when(last.redeemedAt ?? context.clock.now(), context.clock.now())}.`
    : mint(lang === 'zh' ? '这个账号还没有兑换过码。' : 'No code was redeemed on this account yet.')
  return { outcome: 'no-code', vars: { recent } }
}

const task: LookUp = async ({ caller, accountId, args }) => {
  const named = text(args.task)
  const recent = named === undefined ? await caller.context.store.read((r) => r.tasks.ofAccount(accountId, LISTED)) : []
  return verdict(caller, { about: 'task', accountId, number: named ?? likely(recent)?.number ?? '' })
}

/** Which task somebody means who names none: one that failed and was not given back, one without an outcome, the newest. */
const likely = (recent: readonly Task[]): Task | undefined =>
  recent.find(({ outcome, refundedAt }) => outcome === 'failed' && refundedAt === null) ??
  recent.find(({ outcome, refundedAt }) => outcome !== 'succeeded' && refundedAt === null) ??
  recent[0]

const orders: LookUp = ({ caller, accountId, args }) => ordersPage(caller, accountId, text(args.page))

const tasks: LookUp = async ({ caller, accountId }) => {
  const { context, lang } = caller
  const now = context.clock.now()
  const page = await context.store.read((r) => r.tasks.ofAccount(accountId, LISTED))
  if (page.length === 0) return { outcome: 'none' }
  const labels = page.map((known) => taskLabel(known, lang, now))
  return {
    outcome: 'some',
    vars: { list: join(labels, '\n') },
    items: page.map((known, index) => ({ label: labels[index] ?? mask(known.number), value: known.number })),
  }
}

const plans = ({ context, lang }: Caller): Result => {
  const lines = context.policy.plans.map(
    ({ name, priceYuan, days }) =>
      say`${mint(name[lang])} · ${yuan(fenOfYuan(priceYuan))} · ${days} ${mint(lang === 'zh' ? '天' : 'days')}`,
  )
  if (lines.length === 0) return { outcome: 'none' }
  return {
    outcome: 'some',
    vars: { list: join(lines, '\n') },
    items: context.policy.plans.map(({ id, name, priceYuan }) => ({
      label: say`${mint(name[lang])} · ${yuan(fenOfYuan(priceYuan))}`,
      value: id,
    })),
  }
}

const balance: LookUp = ({ caller, accountId, args }) => balancePage(caller, accountId, text(args.page))

const forAccount: { readonly [L in Exclude<Lookup, 'plans'>]: LookUp } = {
  payment,
  redeem,
  task,
  refund: aboutOrder('refund'),
  invoice: aboutOrder('invoice'),
  orders,
  tasks,
  balance,
}

/** Answers a lookup; `not-linked` where it needs an account and the chat has none. */
export async function lookUp(caller: Caller, about: Lookup, args: Answers): Promise<Result> {
  if (about === 'plans') return plans(caller)
  const { accountId } = caller
  return accountId === null ? { outcome: 'not-linked' } : forAccount[about]({ caller, accountId, args })
}
