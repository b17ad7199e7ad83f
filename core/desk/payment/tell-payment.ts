// Who paid is told before they ask, once: what a verdict would say, and a ticket where a person has to decide.
import { interfaceText } from '../../conversation/book.ts'
import { yuan } from '../../diagnosis/words.ts'
import type { ConversationRow } from '../../domain/desk.ts'
import type { Order } from '../../domain/order.ts'
import type { Payment } from '../../domain/payment.ts'
import { plus, SECOND } from '../../kit/clock.ts'
import { join, mask } from '../../redaction/redacted.ts'
import type { Readers, Writers } from '../../store/nouns.ts'
import type { ChatOptions } from '../chat/chat.ts'
import { stateOf } from '../chat/conversations.ts'
import { conversationOfOrder } from '../chat/talk-of-order.ts'
import type { Context } from '../context.ts'
import { paymentVerdict, type Verdict } from '../lookups/diagnose.ts'
import { tellUser } from '../outbox/enqueue.ts'
import { openMoneyTicket, openOrphanTicket } from './money-ticket.ts'

/** Somebody who asks has their answer within this time, and is not told twice. */
const ASKED_MS = 5 * SECOND
const PAGE = 100

/** Good news begins with what the provider confirmed; everything else says itself what it is. */
const confirmed: ReadonlySet<Verdict['finding']> = new Set([
  'already-credited',
  'late-credited',
  'plan-activated',
  'duplicate-credited',
])

/** A verdict that rested on this payment was given in the chat since it is known. */
async function wasAnswered(r: Readers, talk: ConversationRow, payment: Payment): Promise<boolean> {
  const verdicts = await r.verdicts.since(talk.id, payment.learnedAt)
  return verdicts.some(({ evidence }) => (JSON.parse(evidence) as string[]).includes(`payment:${payment.id}`))
}

/** The message with the code turns by itself, to "credited" or to what keeps it from that. */
const turnsByItself = async (r: Readers, order: Order): Promise<boolean> => (await r.bills.ofOrder(order.id)).length > 0

/** Money of theirs that was never credited is back. */
async function tellReturned(w: Writers, { context, book }: ChatOptions, talk: ConversationRow, payment: Payment) {
  const payback = await w.paybacks.ofCause('suspense', payment.id)
  // A word of its own follows when it is there.
  if (payback?.state !== 'returned') return true
  const vars = { amount: yuan(payment.amount), order: mask(payment.orderNumber) }
  const text = interfaceText(book, stateOf(talk).lang, 'payment_returned', vars)
  await tellUser(w, context.clock.now(), talk, { kind: 'say', text, step: 0, choices: [] })
  return true
}

/** In the transaction that takes the payment off the list; false where it is too early to say. */
async function tellOf(w: Writers, options: ChatOptions, paymentId: string): Promise<boolean> {
  const { context, book } = options
  const now = context.clock.now()
  if (!(await w.untold.has(paymentId))) return false
  const payment = await w.payments.byId(paymentId)
  if (!payment || payment.disposition === 'received') return false
  if (payment.source === 'query' && now < plus(payment.learnedAt, ASKED_MS)) return false
  await w.untold.drop(paymentId)
  const order = payment.orderId === null ? undefined : await w.orders.byId(payment.orderId)
  const waits = payment.disposition === 'suspense'
  const talk = order && (await conversationOfOrder(w, order))
  if (!order || !talk) {
    if (waits) await openOrphanTicket(w, options, payment, order)
    return true
  }
  if (payment.disposition === 'returned') return tellReturned(w, options, talk, payment)
  // Decided by a person meanwhile, who says so.
  if (!waits && payment.disposition !== 'credited') return true
  const shown = await turnsByItself(w, order)
  if (shown && !waits) return true
  const verdict = await paymentVerdict(w, context, order.id)
  const { lang } = stateOf(talk)
  if (!shown && !(await wasAnswered(w, talk, payment))) {
    const told = join([verdict.say[lang], verdict.next[lang]], '\n\n')
    const first = confirmed.has(verdict.finding) ? [interfaceText(book, lang, 'payment_confirmed')] : []
    await tellUser(w, now, talk, { kind: 'say', text: join([...first, told], '\n'), step: 0, choices: [] })
    await w.verdicts.insert({
      id: context.ids.row('vrd', now),
      accountId: order.accountId,
      conversationId: talk.id,
      about: 'payment',
      finding: verdict.finding,
      handoff: verdict.handoff,
      evidence: JSON.stringify(verdict.evidence),
      at: now,
    })
  }
  if (waits) await openMoneyTicket(w, options, talk, order, payment, verdict)
  return true
}

/**
 * Tells of every payment that nobody was told of, each in a transaction of its own; how many. `leased` writes only
 * while the work is ours.
 */
export async function tellPayments(options: ChatOptions, leased: Context, faults: unknown[]): Promise<number> {
  let told = 0
  for (let after = ''; ; ) {
    const page = await leased.store.read((r) => r.untold.page(after, PAGE))
    const tell = async (paymentId: string): Promise<void> => {
      try {
        if (await leased.store.write((w) => tellOf(w, options, paymentId))) told += 1
      } catch (fault) {
        faults.push(fault)
      }
    }
    // A page rides in one commit: a crowd of payments must not cost each notice a second wait for the disk.
    await Promise.all(page.map(({ paymentId }) => tell(paymentId)))
    const last = page.at(-1)
    if (!last || page.length < PAGE) return told
    after = last.paymentId
  }
}
