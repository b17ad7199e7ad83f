// list_recharges: the caller's own recharges in a window of time, newest first.
import { z } from 'zod'
import { amountFor } from '../../core/desk/lookups/money.ts'
import { type OrderState, statusOf } from '../../core/domain/order.ts'
import { parseYuan } from '../../core/kit/money.ts'
import * as field from '../fields.ts'
import { ended, tool } from '../tool.ts'
import { filtersOf, openWindow, pageThatFits, refusesWindow } from '../window.ts'

const states = Object.fromEntries(
  Object.entries(statusOf).map(([state, status]) => [status, state as OrderState]),
) as Record<string, OrderState>

export const listRecharges = tool({
  name: 'list_recharges',
  title: 'Recharge history',
  description:
    "Lists the caller's recharges in a time window, newest first. Use when no order number is known: narrow by amount and time.",
  scope: 'orders:read',
  only: 'account',
  input: z.strictObject({
    ...field.window,
    status: field.orderStatus.optional().describe('only this status'),
    amount: field.yuan('only this amount, in yuan').optional(),
    limit: z.int().min(1).max(20).default(5).describe('how many'),
    cursor: field.cursor,
    lang: field.lang,
  }),
  output: z.strictObject({
    items: z
      .array(
        z.strictObject({
          handle: field.handle,
          ref_masked: field.masked('end of the order number'),
          status: field.shownStatus,
          amount: field.amount('what was ordered'),
          method: field.shownMethod,
          created_at: field.time('ordered'),
          credited_at: field.time('credited').optional(),
        }),
      )
      .max(20)
      .describe('newest first'),
    next_cursor: z.string().max(64).optional().describe('there is more'),
    ...field.answered,
  }),
  example: { since: '2026-11-01', until: '2026-11-21' },
  refuses: (_, input) => refusesWindow(input),
  answer: async (ask) => {
    const { desk, subject, input, now } = ask
    const { status, amount, limit } = input
    const open = openWindow(input)
    const filters = filtersOf('orders', input.since, input.until, status, amount)
    const after = input.cursor === undefined ? null : desk.handles.page(open.owner(subject), filters, input.cursor, now)
    // A cursor of somebody else, or of other filters, leads nowhere.
    const accountId = subject.kind === 'account' && after !== undefined ? subject.accountId : ''
    const rows = await desk.store.look((views) =>
      views.orders.window({
        accountId,
        from: open.from,
        to: open.to,
        after: after ?? null,
        state: status === undefined ? null : (states[status] ?? null),
        amount: amount === undefined ? null : (parseYuan(amount) ?? -1n),
        limit: limit + 1,
      }),
    )
    const items = pageThatFits(
      rows.slice(0, limit).map((row) => ({
        handle: desk.handles.ofOrder(open.owner(subject), row.id, now),
        ref_masked: row.refMasked,
        status: statusOf[row.state],
        amount: amountFor(subject, row.amount, false),
        method: row.method,
        created_at: field.showTime(row.createdAt),
        credited_at: field.maybeTime(row.creditedAt),
      })),
    )
    const last = rows[items.length - 1]
    return {
      items,
      next_cursor:
        rows.length > items.length && last
          ? desk.handles.ofPage(open.owner(subject), filters, last.id, now)
          : undefined,
      ...ended(ask, rows.length > 0 ? 'list-some' : 'list-none'),
    }
  },
})
