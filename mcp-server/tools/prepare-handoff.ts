// prepare_handoff: a note for a person at support, masked throughout. Nothing is opened and nothing is stored.
import { z } from 'zod'
import { languages } from '../../core/conversation/language.ts'
import { categories } from '../../core/conversation/match/category.ts'
import { amountFor } from '../../core/desk/lookups/money.ts'
import { findOrder } from '../../core/desk/lookups/order.ts'
import { sentence as said } from '../../core/desk/lookups/words.ts'
import type { Instant } from '../../core/kit/clock.ts'
import { dateTimeOf } from '../../core/kit/zone.ts'
import { type Redacted, say } from '../../core/redaction/redacted.ts'
import type { OrderView } from '../../core/store/views/orders.ts'
import * as field from '../fields.ts'
import { type Ask, ended, needsSecondFact, tool } from '../tool.ts'
import { findTicket } from './get-ticket-status.ts'

const missingNames = ['order_ref', 'amount', 'paid_on', 'method', 'same_account', 'code_last_four', 'task'] as const
type Missing = (typeof missingNames)[number]

/** What a colleague asks first, by matter. */
const wanted: Record<(typeof categories)[number], readonly Missing[]> = {
  paid_not_credited: ['order_ref', 'amount', 'paid_on', 'method', 'same_account'],
  payment_failed: ['order_ref', 'amount', 'method'],
  order_processing: ['order_ref', 'amount', 'paid_on'],
  duplicate_payment: ['order_ref', 'amount', 'paid_on', 'method'],
  refund: ['order_ref', 'amount'],
  invoice: ['order_ref'],
  redeem_code: ['code_last_four', 'same_account'],
  task_charged: ['task'],
  other: [],
}
const never = ['screenshot', 'code', 'person', 'number'] as const
const KNOWN_FROM_ORDER: readonly Missing[] = ['order_ref', 'amount', 'paid_on', 'method', 'same_account']

/** 11-21 14:05, made of numbers. */
function clockTime(at: Instant): Redacted {
  const two = (value: string | undefined): Redacted => say`${Number(value?.[0])}${Number(value?.[1])}`
  const [, month, day, hour, minute] = dateTimeOf(at).split(/[- :]/)
  return say`${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`
}

/** Lines about an order that was found; a case has one. */
const ORDER_LINES = 2
const NOTHING: readonly string[] = languages.map((lang) => said('handoff/nothing', lang))

function orderFacts({ lang, subject }: Ask<unknown>, order: OrderView, told: boolean): Redacted[] {
  const amount = amountFor(subject, order.amount, told)
  const vars = {
    order: order.refMasked,
    amount,
    status: said(`word/${order.state}`, lang),
    at: clockTime(order.createdAt),
  }
  const credited =
    order.creditedAt === null
      ? said('handoff/not-credited', lang)
      : said('handoff/credited', lang, { at: clockTime(order.creditedAt) })
  return [said('handoff/order', lang, vars), credited]
}

export const prepareHandoff = tool({
  name: 'prepare_handoff',
  title: 'Handoff note',
  description:
    'Writes a redacted note for a human agent: what is known, what to ask, what must not be posted in public. Opens nothing.',
  scope: 'help:read',
  input: z.strictObject({
    topic: z.enum(categories).describe('what it is about'),
    order_ref: field.orderRef.optional(),
    amount_yuan: field.amountYuan.optional(),
    paid_on: field.paidOn.optional(),
    ticket_ref: field.ticketRef.optional(),
    lang: field.lang,
  }),
  output: z.strictObject({
    note: field.sentence('first line of the note'),
    facts: z.array(field.sentence('a line')).describe('what the records show, masked'),
    missing: z.array(z.enum(missingNames)).describe('what to ask the customer'),
    never_send: z.array(field.sentence('a thing')).describe('what must not be posted'),
    ...field.answered,
  }),
  example: { topic: 'paid_not_credited', order_ref: 'DZ202611210123456789AB', amount_yuan: '50' },
  refuses: (subject, input) => (input.order_ref === undefined ? undefined : needsSecondFact(subject, input)),
  missed: ({ facts }, { order_ref, ticket_ref }) => {
    const expected = (order_ref === undefined ? 0 : ORDER_LINES) + (ticket_ref === undefined ? 0 : 1)
    return facts.filter((line) => !NOTHING.includes(line)).length < expected
  },
  answer: async (ask) => {
    const { desk, subject, input, lang, now } = ask
    const order =
      input.order_ref === undefined
        ? undefined
        : await desk.store.look((views) => findOrder(desk, views, subject, input))
    const ticket = input.ticket_ref === undefined ? undefined : await findTicket(ask, input.ticket_ref)
    const facts = [
      ...(order ? orderFacts(ask, order, input.amount_yuan !== undefined) : []),
      ...(ticket
        ? [said('handoff/ticket', lang, { status: said(`word/${ticket.state}`, lang), at: clockTime(ticket.openedAt) })]
        : []),
    ]
    return {
      note: said('handoff/note', lang, { topic: said(`topic/${input.topic}`, lang), at: clockTime(now) }),
      facts: facts.length > 0 ? facts : [said('handoff/nothing', lang)],
      missing: wanted[input.topic].filter((name) => !order || !KNOWN_FROM_ORDER.includes(name)),
      never_send: never.map((name) => said(`never/${name}`, lang)),
      ...ended(ask, 'handoff'),
    }
  },
})
