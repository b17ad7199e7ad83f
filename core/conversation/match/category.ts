// The nine answers of triage, in the order in which they are tried: the first that fits is the answer.

export const categories = [
  'redeem_code',
  'task_charged',
  'invoice',
  'duplicate_payment',
  'refund',
  'paid_not_credited',
  'payment_failed',
  'order_processing',
  'other',
] as const
export type Category = (typeof categories)[number]
