// The names of what a bill says: the message that shows an order's code and turns with the order.

const slots = ['order', 'amount', 'until', 'left', 'time', 'balance', 'plan', 'scan'] as const

const said = [
  ...(['bill_open', 'bill_checking', 'bill_paid', 'bill_credited', 'bill_late', 'bill_active', 'bill_second'] as const),
  ...(['bill_held', 'bill_expired', 'bill_cancelled'] as const),
] as const

export const billKeys = [
  ...said,
  'bill_shown_again',
  ...['bill_scan_alipay', 'bill_scan_wechat', 'bill_scan_epay', 'bill_scan_stripe', 'bill_scan_sandbox'],
  ...['bill_button_check', 'bill_button_cancel', 'bill_button_again', 'bill_button_balance'],
  // In the terminal, where the sandbox plays the provider.
  'bill_press_tab',
  'bill_nothing_to_pay',
] as const

export const billSlots: Partial<Record<(typeof said)[number], readonly string[]>> = Object.fromEntries(
  said.map((key) => [key, slots]),
)

export const billButtons: readonly string[] = billKeys.filter((key) => key.startsWith('bill_button_'))
