// Money goes back: asked for, approved, refused, returned; and invoices are asked for.
import * as fc from 'fast-check'
import { decideRefund, requestRefund } from '../../../core/desk/refund/refund.ts'
import { requestInvoice } from '../../../core/desk/wallet/invoice.ts'
import { Raw } from '../../../core/redaction/raw.ts'
import { redact } from '../../../core/redaction/redact.ts'
import {
  decideRefund as bookDecision,
  requestInvoice as bookInvoice,
  requestRefund as bookRequest,
} from '../aftersales.ts'
import { type Book, type Order, orderOf } from '../book.ts'
import type { Play } from '../play.ts'
import { rules } from '../rules.ts'
import { type Chance, nothing, toOrder } from './deed.ts'
import { until } from './time.ts'

const reason = redact(new Raw('changed my mind')).text

export const askedBack = (play: Play, id: string): Promise<boolean> =>
  play.once(
    async ({ context }) => {
      const filed = await requestRefund(context, id, reason)
      return filed.ok ? filed.value.state : filed.error
    },
    (book) => bookRequest(book, orderOf(book, id)),
  )

export const decided = (play: Play, id: string, to: 'approved' | 'rejected' | 'returned'): Promise<boolean> =>
  play.once(
    async ({ context }) => {
      const by = 'staff'
      const refund = await decideRefund(context, id, to === 'rejected' ? { to, by, reason } : { to, by })
      return refund.ok ? refund.value.state : refund.error
    },
    (book) => bookDecision(book, orderOf(book, id), to),
  )

export const invoiced = (play: Play, id: string): Promise<boolean> =>
  play.once(
    async ({ context }) => {
      const wish = { orderId: id, title: new Raw('A company'), taxId: new Raw(''), kind: 'ordinary' } as const
      const filed = await requestInvoice(context, wish)
      return filed.ok ? 'invoice-requested' : filed.error
    },
    (book) => bookInvoice(book, orderOf(book, id)),
  )

const decisions = fc.constantFrom<'approved' | 'rejected' | 'returned'>(
  ...(['approved', 'approved', 'rejected', 'returned', 'returned'] as const),
)
const wasAskedBack = (book: Book, { id }: Order): boolean => book.refunds.some((refund) => refund.order === id)

const atEdge = toOrder(
  'ask back at the edge',
  fc.constantFrom(-1, 0, 1),
  async (play, { id, completedAt }, off) => {
    const end = (completedAt ?? 0) + rules.refundMs + off
    const whole = end > play.book.now ? await until(play, end, false) : true
    return (await askedBack(play, id)) && whole
  },
  (_, { completedAt }) => completedAt !== null,
)

export const returning: readonly Chance[] = [
  [4, toOrder('ask back', nothing, (play, { id }) => askedBack(play, id))],
  [2, atEdge],
  [6, toOrder('decide about', decisions, (play, { id }, to) => decided(play, id, to), wasAskedBack)],
  [1, toOrder('ask an invoice for', nothing, (play, { id }) => invoiced(play, id))],
]
