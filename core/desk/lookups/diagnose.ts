// The diagnosis: finds the order, asks the provider outside any transaction, gathers the facts, and says the first rule that fits.
import type { OrderFacts } from '../../diagnosis/facts.ts'
import { firstRuling, type Rule, type Ruling } from '../../diagnosis/rule.ts'
import { codeRules, invoiceRules, paymentRules, refundRules, targetRules, taskRules } from '../../diagnosis/rules.ts'
import { type FindingText, renderFinding, type Variables } from '../../diagnosis/texts.ts'
import { codeWords, orderWords, policyWords, taskWords } from '../../diagnosis/words.ts'
import type { About, Finding } from '../../domain/finding.ts'
import { type Order, type OrderStatus, statusOf } from '../../domain/order.ts'
import { DAY, plus } from '../../kit/clock.ts'
import { invariant } from '../../kit/invariant.ts'
import type { CodeReference, NumberReference } from '../../redaction/door.ts'
import type { Readers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { type Found, findTarget, type OrderReference, targetOf } from '../order/target.ts'
import { type Requeried, requery } from '../payment/requery.ts'
import { askAboutCode, type CodeAnswer } from '../wallet/redeem.ts'
import { refundTaskIn } from '../wallet/task.ts'
import { gatherOrder } from './gather.ts'

/** The numbers that were typed, or the reference that the door made of them. */
export type Named = readonly NumberReference[] | OrderReference

export type Question =
  /** No `named`: the order whose money is missing. */
  | { readonly about: 'payment'; readonly accountId: string; readonly named?: Named }
  | { readonly about: 'refund' | 'invoice'; readonly accountId: string; readonly named: Named }
  | { readonly about: 'redeem'; readonly accountId: string; readonly code: CodeReference }
  | { readonly about: 'task'; readonly accountId: string; readonly number: string }

export type Verdict = FindingText & {
  readonly about: About
  readonly finding: Finding
  readonly handoff: boolean
  /** `table:id` of every row that the verdict rests on. */
  readonly evidence: readonly string[]
  /** Null where the one who asks has no such order. */
  readonly orderStatus: OrderStatus | null
  readonly orderId: string | null
}

/** An order of the last week is looked at when none is named (case-rules 9). */
const RECENT_MS = 7 * DAY
/** More orders than this are not asked about for one question: a bound, far above what a person makes in a week. */
const MAX_ASKED = 50

export async function diagnose(context: Context, question: Question): Promise<Verdict> {
  switch (question.about) {
    case 'payment':
      return question.named === undefined
        ? aboutRecent(context, question.accountId)
        : aboutOrder(context, question.about, question.accountId, question.named)
    case 'refund':
    case 'invoice':
      return aboutOrder(context, question.about, question.accountId, question.named)
    case 'redeem':
      return codeVerdict(context, await askAboutCode(context, question.accountId, question.code))
    case 'task':
      return aboutTask(context, question.accountId, question.number)
  }
}

const orderRules: { readonly [A in 'payment' | 'refund' | 'invoice']: readonly Rule<A, OrderFacts>[] } = {
  payment: paymentRules,
  refund: refundRules,
  invoice: invoiceRules,
}

async function aboutOrder(
  context: Context,
  about: 'payment' | 'refund' | 'invoice',
  accountId: string,
  named: Named,
): Promise<Verdict> {
  const found = await context.store.read((r) =>
    typeof named === 'string' ? targetOf(r, accountId, named) : findTarget(r, accountId, named),
  )
  if (!found.order) return targetVerdict(context, about, found)
  const asked = await requery(context, found.order, 'query')
  const { id } = found.order
  return orderVerdict(about, await context.store.read((r) => gatherOrder(r, context, id, asked)))
}

/** Refunds and invoices of what is no order of theirs: only that there is none. */
function targetVerdict(context: Context, about: 'payment' | 'refund' | 'invoice', { target }: Found): Verdict {
  const hidden =
    about !== 'payment' && target.kind !== 'foreign' && !isRefusedAmount(target) ? { kind: 'unknown' as const } : target
  const ruling = firstRuling(targetRules, hidden)
  invariant(ruling, 'no rule for this kind of target')
  return verdict(about, ruling, policyWords(context.policy), null)
}

const isRefusedAmount = (target: Found['target']): boolean =>
  target.kind === 'refused' && target.refusal.code !== 'account-not-normal'

/** Nothing named: every order of the last week is asked about, then the one whose money was missing is the answer. */
async function aboutRecent(context: Context, accountId: string): Promise<Verdict> {
  const from = plus(context.clock.now(), -RECENT_MS)
  const [recent, newest, refusal] = await context.store.read(async (r) => [
    await r.orders.since(accountId, from),
    await r.orders.page(accountId, plus(context.clock.now(), 1), 1),
    await r.orders.lastRefusal(accountId, from),
  ])
  const asked = new Map<string, Requeried>()
  await Promise.all(
    recent.slice(0, MAX_ASKED).map(async (order) => void asked.set(order.id, await requery(context, order, 'query'))),
  )
  const candidates = recent.length > 0 ? recent : newest
  if (candidates.length === 0) {
    // Somebody whose only order was refused learns why, instead of "check the number" that they never had.
    return targetVerdict(context, 'payment', { target: refusal ? { kind: 'refused', refusal } : { kind: 'unknown' } })
  }
  const facts = await context.store.read(async (r) => {
    const all: OrderFacts[] = []
    for (const order of candidates) all.push(await gatherOrder(r, context, order.id, asked.get(order.id) ?? notAsked))
    return all
  })
  const chosen = facts.find(wasMissing) ?? facts.find(isPair) ?? facts[0]
  invariant(chosen, 'no order among the candidates')
  if (asked.has(chosen.order.id)) return orderVerdict('payment', chosen)
  const late = await requery(context, chosen.order, 'query')
  return orderVerdict('payment', await context.store.read((r) => gatherOrder(r, context, chosen.order.id, late)))
}

const notAsked: Requeried = { answer: { kind: 'unknown' }, did: 'nothing', closed: false }

/** Its money was not credited when the question came: credited now, or in suspense. */
const wasMissing = (facts: OrderFacts): boolean =>
  facts.did !== 'nothing' || facts.payments.some(({ disposition }) => disposition === 'suspense')

const pairs: readonly (Finding | undefined)[] = ['duplicate-credited', 'one-payment-only']
const isPair = (facts: OrderFacts): boolean => pairs.includes(firstRuling(paymentRules, facts)?.finding)

function orderVerdict(about: 'payment' | 'refund' | 'invoice', facts: OrderFacts): Verdict {
  const ruling = firstRuling<typeof about, OrderFacts>(orderRules[about], facts)
  invariant(ruling, 'no rule fits the facts of an order')
  return verdict(about, ruling, orderWords(facts), facts.order)
}

/** What the records alone say of an order's payment, without asking its provider: for whoever is told before they ask. */
export const paymentVerdict = async (r: Readers, context: Context, orderId: string): Promise<Verdict> =>
  orderVerdict('payment', await gatherOrder(r, context, orderId, notAsked))

/** The same of its refund. */
export const refundVerdict = async (r: Readers, context: Context, orderId: string): Promise<Verdict> =>
  orderVerdict('refund', await gatherOrder(r, context, orderId, notAsked))

/** What a try or a question about a code comes to, in words. */
export function codeVerdict(context: Context, answer: CodeAnswer): Verdict {
  const facts = { judged: answer.finding, apiKey: answer.apiKey, code: answer.code }
  const ruling = firstRuling(codeRules, facts)
  invariant(ruling, 'no rule fits a code')
  return verdict('redeem', ruling, codeWords(facts, context.policy, answer.until, context.clock.now()), null)
}

async function aboutTask(context: Context, accountId: string, number: string): Promise<Verdict> {
  const now = context.clock.now()
  const facts = await context.store.write(async (w) => {
    const known = await w.tasks.byNumber(number)
    const own = known?.accountId === accountId ? known : undefined
    const due = own?.outcome === 'failed' && own.chargedAt !== null && own.refundedAt === null
    if (due) await refundTaskIn(w, number, now)
    return { now, task: due ? await w.tasks.byNumber(number) : own, refundedNow: due }
  })
  const ruling = firstRuling(taskRules, facts)
  invariant(ruling, 'no rule fits a task')
  return verdict('task', ruling, taskWords(facts, context.policy), null)
}

function verdict(about: About, ruling: Ruling, words: Variables, order: Order | null): Verdict {
  const key = ruling.variant === undefined ? ruling.finding : `${ruling.finding}.${ruling.variant}`
  return {
    about,
    finding: ruling.finding,
    handoff: ruling.handoff,
    evidence: ruling.evidence,
    orderStatus: order && statusOf[order.state],
    orderId: order?.id ?? null,
    ...renderFinding(`${about}/${key}`, words),
  }
}
