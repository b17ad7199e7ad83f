// get_balance_ledger: the entries that explain a balance.
import { z } from 'zod'
import { walletOf } from '../../core/domain/ledger.ts'
import * as field from '../fields.ts'
import { ended, tool } from '../tool.ts'
import { filtersOf, openWindow, pageThatFits, refusesWindow } from '../window.ts'
import { worth } from '../worth.ts'

/** Every kind of posting that can touch a wallet. */
export const entryKinds = [
  'order-credit',
  'redeem',
  'usage',
  'plan',
  'task-hold',
  'task-void',
  'task-refund',
  'refund-hold',
  'refund-void',
  'reversal',
  'other',
] as const
const kindOf = (kind: string): (typeof entryKinds)[number] => entryKinds.find((known) => known === kind) ?? 'other'

export const getBalanceLedger = tool({
  name: 'get_balance_ledger',
  title: 'Balance ledger',
  description: 'Shows credits and debits that explain a balance. Use to see whether a payment or code was booked.',
  scope: 'ledger:read',
  only: 'account',
  input: z.strictObject({
    ...field.window,
    kind: z.enum(entryKinds).optional().describe('only this kind'),
    limit: z.int().min(1).max(20).default(5).describe('how many'),
    cursor: field.cursor,
    lang: field.lang,
  }),
  output: z.strictObject({
    entries: z
      .array(
        z.strictObject({
          at: field.time('booked'),
          kind: z.enum(entryKinds).meta({ brief: true, description: 'as in the arguments' }),
          delta: field.amount('change of the balance'),
          ref_masked: field.masked('order behind it').optional(),
          handle: field.handle,
        }),
      )
      .max(20)
      .describe('newest first'),
    next_cursor: z.string().max(64).optional().describe('there is more'),
    ...field.answered,
  }),
  example: { since: '2026-11-01', until: '2026-11-21', kind: 'order-credit' },
  refuses: (_, input) => refusesWindow(input),
  answer: async (ask) => {
    const { desk, subject, input, now } = ask
    const open = openWindow(input)
    const owner = open.owner(subject)
    const filters = filtersOf('ledger', input.since, input.until, input.kind)
    const before =
      input.cursor === undefined ? Number.MAX_SAFE_INTEGER : desk.handles.entry(owner, filters, input.cursor, now)
    const rows = await desk.store.look((views) =>
      views.ledger.window({
        wallet: subject.kind === 'account' ? walletOf(subject.accountId) : '',
        from: open.from,
        to: open.to,
        kind: input.kind ?? null,
        beforeId: before ?? 0,
        limit: input.limit + 1,
      }),
    )
    const entries = pageThatFits(
      rows.slice(0, input.limit).map((row) => ({
        at: field.showTime(row.at),
        kind: kindOf(row.kind),
        delta: worth(row.change, desk.policy.unitsPerYuan),
        ref_masked: row.refMasked ?? undefined,
        handle: row.orderId === null ? undefined : desk.handles.ofOrder(owner, row.orderId, now),
      })),
    )
    const last = rows[entries.length - 1]
    return {
      entries,
      next_cursor:
        rows.length > entries.length && last ? desk.handles.ofEntry(owner, filters, last.id, now) : undefined,
      ...ended(ask, rows.length > 0 ? 'entries-some' : 'list-none'),
    }
  },
})
