// The closed list of findings: what a question about money can turn out to be (contract, "Findings").

export const findings = {
  payment: [
    'already-credited',
    'other-account',
    'credited-by-requery',
    'fulfilment-resumed',
    'late-credited',
    'late-needs-human',
    'amount-mismatch',
    'payment-without-order',
    'not-paid',
    'waiting-for-payment',
    'waiting-for-buyer',
    'provider-unknown',
    'expired-unpaid',
    'cancelled-by-user',
    'declined',
    'duplicate-credited',
    'duplicate-suspense',
    'one-payment-only',
    'refund-in-progress',
    'refunded',
    'forged-notice',
    'account-not-normal',
    'plan-activated',
    'unknown-order',
  ],
  redeem: ['code-malformed', 'code-unusable', 'code-redeemed-by-you', 'code-not-eligible', 'code-ready', 'code-locked'],
  task: ['task-not-charged', 'task-refunded', 'task-refund-posted', 'task-unknown', 'task-succeeded'],
  refund: [
    'other-account',
    'unknown-order',
    'refund-eligible',
    'refund-too-old',
    'refund-used',
    'refund-partly-used',
    'refund-account',
    'refund-unpaid',
    'refund-in-progress',
    'refund-rejected',
    'refunded',
  ],
  invoice: ['other-account', 'unknown-order', 'invoice-possible', 'invoice-requested', 'invoice-unpaid'],
} as const

/** What a question can be about. */
export type About = keyof typeof findings
/** A finding of one `about`, or of any. */
export type Finding<A extends About = About> = (typeof findings)[A][number]

export const abouts = Object.keys(findings) as readonly About[]
