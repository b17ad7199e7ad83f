// Money goes back: asked for, approved, refused, returned; and invoices are asked for.
import * as fc from 'fast-check'
import { requestInvoice } from '../../../core/desk/invoice.ts'
import { decideRefund, requestRefund } from '../../../core/desk/refund.ts'
import { Raw } from '../../../core/redaction/raw.ts'
import { redact } from '../../../core/redaction/redact.ts'
import {
  decideRefund as bookDecision,
  requestInvoice as bookInvoice,
  requestRefund as bookRequest,
} from '../aftersales.ts'
import { type Book, type Order, orderOf } from '../book.ts'
import { type Chance, nothing, toOrder } from './deed.ts'

const reason = redact(new Raw('changed my mind')).text

const request = toOrder('ask back', nothing, (play, { id }) =>
  play.once(
    async ({ context }) => {
      const filed = await requestRefund(context, id, reason)
      return filed.ok ? filed.value.state : filed.error
    },
    (book) => bookRequest(book, orderOf(book, id)),
  ),
)

const decisions = fc.constantFrom(
  'approved' as const,
  'approved' as const,
  'rejected' as const,
  'returned' as const,
  'returned' as const,
)
const wasAskedBack = (book: Book, { id }: Order): boolean => book.refunds.some((refund) => refund.order === id)
const decide = toOrder(
  'decide about',
  decisions,
  (play, { id }, to) =>
    play.once(
      async ({ context }) => {
        const decided = await decideRefund(
          context,
          id,
          to === 'rejected' ? { to, by: 'staff', reason } : { to, by: 'staff' },
        )
        return decided.ok ? decided.value.state : decided.error
      },
      (book) => bookDecision(book, orderOf(book, id), to),
    ),
  wasAskedBack,
)

const invoice = toOrder('ask an invoice for', nothing, (play, { id }) =>
  play.once(
    async ({ context }) => {
      const wish = { orderId: id, title: new Raw('A company'), taxId: new Raw(''), kind: 'ordinary' } as const
      const filed = await requestInvoice(context, wish)
      return filed.ok ? 'invoice-requested' : filed.error
    },
    (book) => bookInvoice(book, orderOf(book, id)),
  ),
)

export const returning: readonly Chance[] = [
  [4, request],
  [6, decide],
  [1, invoice],
]
