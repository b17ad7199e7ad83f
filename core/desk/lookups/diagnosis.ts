// Why money has not arrived, as far as the records tell: the rules of the chat, without asking a provider and without settling anything.
import type { OrderFacts, Target } from '../../diagnosis/facts.ts'
import { firstRuling, type Ruling } from '../../diagnosis/rule.ts'
import { paymentRules, targetRules } from '../../diagnosis/rules.ts'
import { type FindingText, renderFinding, type Variables } from '../../diagnosis/texts.ts'
import { orderWords, policyWords } from '../../diagnosis/words.ts'
import type { OrderRefusalCode } from '../../domain/order.ts'
import type { Payment } from '../../domain/payment.ts'
import { DAY, type Instant, instantOf, parseInstant, plus } from '../../kit/clock.ts'
import { invariant } from '../../kit/invariant.ts'
import { parseYuan } from '../../kit/money.ts'
import { dateOf, shanghai } from '../../kit/zone.ts'
import type { Views } from '../../store/views/open.ts'
import type { OrderView } from '../../store/views/orders.ts'
import type { LookupDesk } from './desk.ts'
import { gatherOrder } from './gather.ts'
import { amountFor } from './money.ts'
import { findOrder, isDate, numberOf, type OrderReference, secondFact } from './order.ts'
import type { Subject } from './subject.ts'

export type DiagnosisQuestion = {
  readonly order_ref?: string | undefined
  readonly amount?: string | undefined
  /** A date in Shanghai, or a time with its offset. */
  readonly paid_around?: string | undefined
  readonly method?: string | undefined
}

export type Diagnosis = {
  readonly ruling: Ruling
  readonly text: FindingText
  readonly order: OrderView | undefined
  readonly facts: OrderFacts | undefined
}

const readTime = (text: string): { readonly at: Instant; readonly day: boolean } | undefined => {
  if (isDate(text)) return { at: shanghai(text), day: true }
  const at = parseInstant(text)
  return at === undefined ? undefined : { at, day: false }
}

const factOf = ({ amount, paid_around }: DiagnosisQuestion): Pick<OrderReference, 'amount_yuan' | 'paid_on'> => {
  const time = paid_around === undefined ? undefined : readTime(paid_around)
  return {
    ...(amount === undefined ? {} : { amount_yuan: amount }),
    ...(paid_around === undefined ? {} : { paid_on: time === undefined ? '-' : dateOf(time.at) }),
  }
}

/** Without a reference: the order of this amount that was made or paid nearest to the time; at most a day apart. */
async function nearestOrder(
  views: Views,
  accountId: string,
  { amount, paid_around, method }: DiagnosisQuestion,
): Promise<string | undefined> {
  const time = paid_around === undefined ? undefined : readTime(paid_around)
  const fen = amount === undefined ? undefined : parseYuan(amount)
  if (time === undefined || fen === undefined) return undefined
  const from = plus(time.at, -DAY)
  const to = plus(time.at, time.day ? 2 * DAY : DAY)
  const near = await views.strangers.near({ accountId, amount: fen, from, to, method: method ?? null })
  const middle = time.day ? plus(time.at, DAY / 2) : time.at
  const distance = (row: (typeof near)[number]): number => Math.abs((row.paidAt ?? row.createdAt) - middle)
  return [...near].sort((a, b) => distance(a) - distance(b))[0]?.id
}

const NO_FACT = { amount: null, paidFrom: null, paidTo: null }

async function orderAsked(
  desk: LookupDesk,
  views: Views,
  subject: Subject,
  asked: DiagnosisQuestion,
): Promise<OrderView | undefined> {
  if (asked.order_ref !== undefined) {
    // An owner needs no second fact, and remembers times badly; a desk must know one.
    const fact = subject.kind === 'account' ? {} : factOf(asked)
    return findOrder(desk, views, subject, { order_ref: asked.order_ref, ...fact })
  }
  if (subject.kind !== 'account') return undefined
  const id = await nearestOrder(views, subject.accountId, asked)
  return id === undefined ? undefined : views.orders.own('id', id, subject.accountId, NO_FACT)
}

/** As much of a target as the rules look at: its kind, and why an order was refused. */
function targetOf(stray: boolean, code: OrderRefusalCode | undefined): Target {
  if (stray) return { kind: 'without-order', payment: {} as Payment }
  if (code === undefined) return { kind: 'unknown' }
  return { kind: 'refused', refusal: { id: '', number: '', accountId: '', at: instantOf(0), code } }
}

/** A number that is no order of theirs: money without an order, an order refused at its making, or nothing. */
async function strangerRuling(views: Views, subject: Subject, asked: DiagnosisQuestion): Promise<Ruling> {
  const number = numberOf(asked.order_ref ?? '') ?? '-'
  const fact = secondFact(factOf(asked))
  const stray = await views.strangers.isStray(number, subject.kind === 'account' ? NO_FACT : fact)
  const code = subject.kind === 'account' ? await views.strangers.refusal(number, subject.accountId) : undefined
  const ruling = firstRuling(targetRules, targetOf(stray, code))
  invariant(ruling, 'no rule for this kind of target')
  return ruling
}

const textOf = ({ finding, variant }: Ruling, words: Variables): FindingText =>
  renderFinding(`payment/${finding}${variant === undefined ? '' : `.${variant}`}`, words)

/** The amounts of a text as this subject may know them. */
function wordsFor(subject: Subject, facts: OrderFacts, told: boolean): Variables {
  const words = orderWords(facts)
  if (subject.kind === 'account' || told) return words
  const band = amountFor(subject, facts.order.amount, false)
  return {
    ...words,
    amount: band,
    paid: words.paid && band,
    credit_yuan: band,
    refund_amount: words.refund_amount && band,
  }
}

/** A verdict from one snapshot of the records. What only a provider could settle is `provider-unknown`. */
export async function diagnoseRecords(
  desk: LookupDesk,
  views: Views,
  subject: Subject,
  asked: DiagnosisQuestion,
): Promise<Diagnosis> {
  const order = await orderAsked(desk, views, subject, asked)
  if (!order) {
    const ruling = await strangerRuling(views, subject, asked)
    return { ruling, text: textOf(ruling, policyWords(desk.policy)), order: undefined, facts: undefined }
  }
  const asRecorded = { answer: { kind: 'unknown' }, did: 'nothing', closed: false } as const
  const facts = await gatherOrder(views.facts(order.id), desk, order.id, asRecorded)
  const ruling = firstRuling(paymentRules, facts)
  invariant(ruling, 'no rule fits the facts of an order')
  const words = wordsFor(subject, facts, asked.amount !== undefined)
  return { ruling, text: textOf(ruling, words), order, facts }
}
