// The names of what is said about money that moves by itself: to its user, and to staff where a hand is needed.

const paybackSlots = ['amount', 'order', 'channel', 'txn', 'number', 'id'] as const
const noticeSlots = ['channel', 'missed', 'all', 'reasons'] as const

export const moneyKeys = [
  // To the user.
  ...['payment_confirmed', 'payment_returned'],
  // To staff.
  ...['staff_notices_missing', 'staff_notices_refused', 'staff_notices_back'],
  ...['staff_payback_by_hand', 'staff_payback_refused', 'staff_payback_balance', 'staff_payback_unclear'],
  ...['staff_payback_overdue'],
] as const

export const moneySlots: Partial<Record<(typeof moneyKeys)[number], readonly string[]>> = {
  payment_returned: ['amount', 'order'],
  staff_notices_missing: noticeSlots,
  staff_notices_refused: noticeSlots,
  staff_notices_back: noticeSlots,
  staff_payback_by_hand: paybackSlots,
  staff_payback_refused: paybackSlots,
  staff_payback_balance: paybackSlots,
  staff_payback_unclear: paybackSlots,
  staff_payback_overdue: paybackSlots,
}
