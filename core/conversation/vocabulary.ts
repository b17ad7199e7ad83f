// The words a flow may use: what opens it, what it may ask, look up and do, and what comes back. The shell answers them.
import { type About, findings } from '../domain/finding.ts'

/** What an opening sentence can mean; the matcher returns one of these. */
export const intents = [
  ...['redeem_code', 'task_charged', 'invoice', 'duplicate_payment', 'refund', 'paid_not_credited'],
  ...['payment_failed', 'order_processing', 'other'],
  ...['recharge', 'plans', 'orders', 'balance', 'link', 'language', 'human'],
  ...['limits', 'recharge_steps', 'methods', 'order_statuses', 'refund_policy', 'hours', 'first_recharge'],
  ...['never_post', 'gateway', 'base_url', 'model_not_found', 'cost_control', 'greeting', 'thanks', 'unknown'],
] as const
export type Intent = (typeof intents)[number]

export const commands = [
  ...['start', 'help', 'support', 'orders', 'balance', 'recharge', 'redeem', 'link', 'language', 'human', 'cancel'],
] as const
export type Command = (typeof commands)[number]

/** What a message without a clear intent may hold, and so be about. */
export const finds = ['has-order', 'has-code', 'has-link-code'] as const

/** What can be asked and kept. Values are opaque references made at the door, fen, or a word of a choice. */
export const answerNames = [
  ...['order', 'txn', 'code', 'link_code', 'amount', 'tax_id', 'title', 'task', 'plan', 'channel', 'pay_with'],
  ...['kind', 'reason', 'language', 'page'],
] as const
export type AnswerName = (typeof answerNames)[number]

/** Which references of a message answer an ask, first that is there; `text` is the redacted message itself. */
export const asks = {
  order: ['order', 'txn'],
  amount: ['amount'],
  code: ['code'],
  link_code: ['link_code'],
  tax_id: ['tax_id'],
  title: ['title'],
  language: ['language'],
  reason: ['text'],
} as const satisfies Partial<Record<AnswerName, readonly (AnswerName | 'text')[]>>
export type Ask = keyof typeof asks

/** Buttons made from data: from the lookup just before, or (amount, channel) from the operator's policy. */
export const picks = ['order', 'plan', 'task', 'amount', 'channel'] as const
export type Pick = (typeof picks)[number]

export const handoffReasons = ['asked', 'finding', 'disputed', 'not-understood', 'unlinked', 'request'] as const
export type HandoffReason = (typeof handoffReasons)[number]

/** What comes back with an outcome: slots for texts, answers that the records add, buttons to pick from. */
export type Yield = {
  readonly vars?: readonly string[]
  readonly answers?: readonly AnswerName[]
  readonly items?: Pick
}
export type Call = {
  readonly args: readonly AnswerName[]
  /** Arguments without which the call makes no sense. */
  readonly needs: readonly AnswerName[]
  /** Asks for a linked account: then `not-linked` may come back. */
  readonly account: boolean
  /** May come back with `handoff`: then the flow must say where `needs-human` goes. */
  readonly person: boolean
  readonly outcomes: Readonly<Record<string, Yield>>
}

const each = (names: readonly string[], given: Yield): Record<string, Yield> =>
  Object.fromEntries(names.map((name) => [name, given]))

/** Findings arrive rendered: `say` the verdict, `next` what happens now and what not to do. */
const said: Yield = { vars: ['say', 'next'] }
const strangers: readonly string[] = ['other-account', 'unknown-order', 'payment-without-order']

function verdicts(about: About, adds: readonly AnswerName[]): Record<string, Yield> {
  const known = findings[about].filter((name) => !strangers.includes(name))
  const unknown = findings[about].filter((name) => strangers.includes(name))
  return { ...each(known, { ...said, answers: adds }), ...each(unknown, said) }
}

/** Without an argument the shell picks: the order of case-rules 9, the newest credited order, the newest task. */
export const lookups = {
  payment: {
    args: ['order', 'txn'],
    needs: [],
    account: true,
    person: true,
    outcomes: verdicts('payment', ['order']),
  },
  redeem: {
    args: ['code'],
    needs: [],
    account: true,
    person: false,
    // `recent`: one sentence, the last code this account redeemed or that there is none.
    outcomes: { ...verdicts('redeem', ['code']), 'no-code': { vars: ['recent'] } },
  },
  task: { args: ['task'], needs: [], account: true, person: true, outcomes: verdicts('task', ['task']) },
  refund: { args: ['order', 'txn'], needs: [], account: true, person: true, outcomes: verdicts('refund', ['order']) },
  invoice: {
    args: ['order', 'txn'],
    needs: [],
    account: true,
    person: true,
    outcomes: verdicts('invoice', ['order']),
  },
  // `list`: the same rows as the buttons, one a line, with amount, status, times and refunds. `more`: there are older ones.
  orders: {
    args: ['page'],
    needs: [],
    account: true,
    person: false,
    outcomes: {
      some: { vars: ['list'], items: 'order' },
      more: { vars: ['list'], items: 'order', answers: ['page'] },
      none: {},
    },
  },
  tasks: {
    args: [],
    needs: [],
    account: true,
    person: false,
    outcomes: { some: { vars: ['list'], items: 'task' }, none: {} },
  },
  plans: {
    args: [],
    needs: [],
    account: false,
    person: false,
    outcomes: { some: { vars: ['list'], items: 'plan' }, none: {} },
  },
  // `balance`: ¥12.50; `list`: the newest entries of the wallet, active plans among them.
  balance: {
    args: ['page'],
    needs: [],
    account: true,
    person: false,
    outcomes: {
      shown: { vars: ['balance', 'list'] },
      'shown-more': { vars: ['balance', 'list'], answers: ['page'] },
    },
  },
} as const satisfies Record<string, Call>
export type Lookup = keyof typeof lookups

/** A payable order: what to pay, how, until when. Its code is shown by the desk, in the place of what the flow says. */
const payable: Yield = { vars: ['order', 'amount', 'method', 'until'], answers: ['order'] }
const refusals = {
  ...each(['account-not-normal', 'too-many-open', 'too-many-orders', 'channel-unavailable', 'order-not-open'], {}),
  // The open order of another method: paid meanwhile, or its provider can't be asked to close it.
  ...each(['paid-meanwhile', 'earlier-open'], { vars: ['order', 'balance', 'until'], answers: ['order'] }),
}

/** Each runs once for its step number, however often the effect is handed out. */
export const actions = {
  'create-order': {
    args: ['amount', 'channel'],
    needs: ['amount', 'channel'],
    account: true,
    person: false,
    outcomes: { created: payable, 'amount-out-of-range': {}, 'amount-not-integer': {}, ...refusals },
  },
  'cancel-order': {
    args: ['order'],
    needs: ['order'],
    account: true,
    person: false,
    // The user's cancel asks the provider first (case-rules 25): paid money is credited instead.
    outcomes: {
      ...each(['cancelled', 'credited-instead', 'order-not-open', 'provider-unknown'], { vars: ['order'] }),
      'unknown-order': {},
    },
  },
  'buy-plan': {
    args: ['plan', 'pay_with', 'channel'],
    needs: ['plan', 'pay_with'],
    account: true,
    person: false,
    outcomes: {
      created: payable,
      activated: { vars: ['plan', 'amount', 'until'] },
      'insufficient-credit': { vars: ['plan', 'amount', 'balance'] },
      'unknown-plan': {},
      ...refusals,
    },
  },
  redeem: {
    args: ['code'],
    needs: ['code'],
    account: true,
    person: false,
    outcomes: { redeemed: { vars: ['code', 'amount', 'balance'] }, ...verdicts('redeem', []) },
  },
  'request-refund': {
    args: ['order', 'reason'],
    needs: ['order', 'reason'],
    account: true,
    person: true,
    outcomes: { requested: { vars: ['order', 'amount'] }, ...verdicts('refund', ['order']) },
  },
  'request-invoice': {
    args: ['order', 'kind', 'title', 'tax_id'],
    needs: ['order', 'kind', 'title'],
    account: true,
    person: true,
    outcomes: {
      requested: { vars: ['order', 'amount'] },
      'invoice-tax-id': {},
      ...verdicts('invoice', ['order']),
    },
  },
  link: {
    args: ['link_code'],
    needs: ['link_code'],
    account: false,
    person: false,
    // `account`: the masked name of the account, said only to the identity that was just linked to it.
    outcomes: {
      linked: { vars: ['account'] },
      'link-refused': {},
      'already-linked': {},
      'too-many': { vars: ['until'] },
    },
  },
  'set-language': { args: ['language'], needs: ['language'], account: false, person: false, outcomes: { done: {} } },
} as const satisfies Record<string, Call>
export type Action = keyof typeof actions

/** Outcomes that any call may come back with. The engine itself answers `failed` (nothing was changed). */
export const NOT_LINKED = 'not-linked'
export const FAILED = 'failed'
export const NEEDS_HUMAN = 'needs-human'
