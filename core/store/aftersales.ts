// Refund requests, invoice requests and plan entitlements: what hangs on a paid order.
import type { Invoice } from '../domain/invoice.ts'
import type { Entitlement } from '../domain/plan.ts'
import type { Refund } from '../domain/refund.ts'
import type { Instant } from '../kit/clock.ts'
import type { Connection } from './connection.ts'
import { table } from './table.ts'

const refund = table<Refund>('refund', {
  id: 'plain',
  orderId: 'plain',
  accountId: 'plain',
  reason: 'plain',
  units: 'amount',
  amount: 'amount',
  state: 'plain',
  requestedAt: 'plain',
  decidedAt: 'plain',
  decidedBy: 'plain',
  rejectReason: 'plain',
  dueFrom: 'plain',
  dueTo: 'plain',
  returnedAt: 'plain',
})
const insertRefund = refund.inserter()
const saveRefund = refund.saver('orderId', 'accountId', 'reason', 'units', 'amount', 'requestedAt')
const invoice = table<Invoice>('invoice', {
  id: 'plain',
  orderId: 'plain',
  accountId: 'plain',
  titleSealed: 'plain',
  taxIdSealed: 'plain',
  kind: 'plain',
  requestedAt: 'plain',
})
const insertInvoice = invoice.inserter()
const entitlement = table<Entitlement>('entitlement', {
  id: 'plain',
  accountId: 'plain',
  planId: 'plain',
  orderId: 'plain',
  startsAt: 'plain',
  endsAt: 'plain',
  revokedAt: 'plain',
})
const insertEntitlement = entitlement.inserter()
const saveEntitlement = entitlement.saver()

const byId = refund.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const ofOrder = refund.many('ofOrder', (q, p: { orderId: string }) =>
  q.where('order_id', '=', p.orderId).orderBy('requested_at', 'desc').orderBy('id', 'desc'),
)
const byState = refund.many('byState', (q, p: { state: Refund['state']; limit: number }) =>
  q.where('state', '=', p.state).orderBy('requested_at').limit(p.limit),
)
const invoiceById = invoice.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const invoiceOf = invoice.one('ofOrder', (q, p: { orderId: string }) => q.where('order_id', '=', p.orderId))
const invoices = invoice.many('list', (q, p: { limit: number }) => q.orderBy('requested_at', 'desc').limit(p.limit))
const entitlementById = entitlement.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const entitlementOf = entitlement.one('ofOrder', (q, p: { orderId: string }) => q.where('order_id', '=', p.orderId))
const entitlements = entitlement.many('ofAccount', (q, p: { accountId: string; now: Instant }) =>
  q
    .where('account_id', '=', p.accountId)
    .where('revoked_at', 'is', null)
    .where('ends_at', '>', p.now)
    .orderBy('starts_at', 'desc'),
)

export const refundReader = (c: Connection) => ({
  byId: (id: string) => byId(c, { id }),
  /** Newest request first. */
  ofOrder: (orderId: string) => ofOrder(c, { orderId }),
  byState: (state: Refund['state'], limit: number) => byState(c, { state, limit }),
})
export const refundWriter = (c: Connection) => ({
  ...refundReader(c),
  insert: (row: Refund) => insertRefund(c, row),
  save: (row: Refund) => saveRefund(c, row),
})

export const invoiceReader = (c: Connection) => ({
  byId: (id: string) => invoiceById(c, { id }),
  ofOrder: (orderId: string) => invoiceOf(c, { orderId }),
  list: (limit: number) => invoices(c, { limit }),
})
export const invoiceWriter = (c: Connection) => ({
  ...invoiceReader(c),
  insert: (row: Invoice) => insertInvoice(c, row),
})

export const entitlementReader = (c: Connection) => ({
  byId: (id: string) => entitlementById(c, { id }),
  ofOrder: (orderId: string) => entitlementOf(c, { orderId }),
  ofAccount: (accountId: string, now: Instant) => entitlements(c, { accountId, now }),
})
export const entitlementWriter = (c: Connection) => ({
  ...entitlementReader(c),
  insert: (row: Entitlement) => insertEntitlement(c, row),
  save: (row: Entitlement) => saveEntitlement(c, row),
})
