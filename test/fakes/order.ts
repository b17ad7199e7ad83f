// A made-up recharge of ¥50 by Alipay, ordered at ten in the morning in Shanghai.
import type { Order } from '../../core/domain/order.ts'
import { fen } from '../../core/kit/money.ts'
import { shanghai } from '../../core/kit/zone.ts'

export const ORDERED_AT = shanghai('2026-11-20', '10:00')

export const madeUpOrder = (changes: Partial<Order> = {}): Order => ({
  id: 'o_1',
  number: 'DZ20261120ABCDEFGHJKMN',
  accountId: 'alice',
  planId: null,
  amount: fen(5_000n),
  unitsPerYuan: 500_000,
  channel: 'alipay',
  state: 'pending',
  late: false,
  disputed: false,
  clientKey: null,
  createdAt: ORDERED_AT,
  expiresAt: shanghai('2026-11-20', '10:15'),
  cancelledAt: null,
  cancelReason: null,
  scannedAt: null,
  declinedAt: null,
  declineReason: null,
  processingAt: null,
  completedAt: null,
  refunded: fen(0n),
  version: 1,
  ...changes,
})
