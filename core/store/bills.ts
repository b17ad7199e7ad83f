// Bills: which message of which chat shows an order's code, and what it says now.
import type { Bill } from '../domain/bill.ts'
import { invariant } from '../kit/invariant.ts'
import type { Connection } from './connection.ts'
import { table } from './table.ts'

const bill = table<Bill>('bill', {
  id: 'plain',
  orderId: 'plain',
  conversationId: 'plain',
  outboxId: 'plain',
  codeSealed: 'plain',
  picture: 'plain',
  pictured: 'flag',
  shown: 'plain',
  at: 'plain',
})
const add = bill.adder()
const save = bill.saver('orderId', 'conversationId', 'at')
const byId = bill.one('byId', (q, p: { id: number }) => q.where('id', '=', p.id))
const ofOrder = bill.many('ofOrder', (q, p: { orderId: string }) => q.where('order_id', '=', p.orderId).orderBy('id'))

export const billReader = (c: Connection) => ({
  byId: (id: number) => byId(c, { id }),
  /** One for each time that the order's code was shown, oldest first. */
  ofOrder: (orderId: string) => ofOrder(c, { orderId }),
})

export const billWriter = (c: Connection) => ({
  ...billReader(c),
  add: (row: Omit<Bill, 'id'>): Promise<number> => add(c, row),
  save: async (row: Bill): Promise<void> => invariant(await save(c, row), 'a bill to be saved does not exist'),
})
