// Finds one order for a subject: by its number, a handle, or the id of its refund or invoice. What is not theirs is not there.
import { DAY, type Instant, plus } from '../../kit/clock.ts'
import { parseYuan } from '../../kit/money.ts'
import { shanghai } from '../../kit/zone.ts'
import type { Views } from '../../store/views/open.ts'
import type { OrderView } from '../../store/views/orders.ts'
import type { SecondFact } from '../../store/views/sight.ts'
import type { LookupDesk } from './desk.ts'
import { type Subject, subjectText } from './subject.ts'

/** What an assistant says of an order; every part is text that was checked for its form only. */
export type OrderReference = {
  readonly order_ref?: string | undefined
  readonly refund_ref?: string | undefined
  readonly invoice_ref?: string | undefined
  readonly amount_yuan?: string | undefined
  /** YYYY-MM-DD in Shanghai. */
  readonly paid_on?: string | undefined
}

/** An amount that no order has: what cannot be read is wrong, not absent. */
const WRONG = -1n

export const isDate = (text: string): boolean => Number.isFinite(shanghai(text)) && /^\d{4}-\d\d-\d\d$/.test(text)

export function secondFact({ amount_yuan, paid_on }: OrderReference): SecondFact {
  const from = paid_on === undefined ? null : isDate(paid_on) ? shanghai(paid_on) : (0 as Instant)
  return {
    amount: amount_yuan === undefined ? null : (parseYuan(amount_yuan) ?? WRONG),
    paidFrom: from,
    paidTo: from === null ? null : from === 0 ? from : plus(from, DAY),
  }
}

/** An order number of ours, in upper case; undefined for any other text. */
export function numberOf(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().toUpperCase()
  return /^DZ[0-9A-Z]{14,24}$/.test(plain) ? plain : undefined
}

/** A text that no row is named by: what is malformed takes the same way as what is unknown. */
const NOWHERE = '-'

/** One statement whatever was given, so that unknown, foreign and malformed take the same way. */
export async function findOrder(
  desk: LookupDesk,
  views: Views,
  subject: Subject,
  asked: OrderReference,
): Promise<OrderView | undefined> {
  const fact = secondFact(asked)
  const { order_ref, refund_ref, invoice_ref } = asked
  const handle = order_ref && desk.handles.order(subjectText(subject), order_ref, desk.clock.now())
  const [by, key] =
    refund_ref !== undefined
      ? (['refund', refund_ref] as const)
      : invoice_ref !== undefined
        ? (['invoice', invoice_ref] as const)
        : handle !== undefined && handle !== ''
          ? (['id', handle] as const)
          : (['number', numberOf(order_ref ?? '') ?? NOWHERE] as const)
  return subject.kind === 'account'
    ? views.orders.own(by, key, subject.accountId, fact)
    : views.orders.known(by, key, fact)
}
