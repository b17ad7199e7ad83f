// diagnose_missing_credit: every check at once, one cause, and a safe next step; from the records alone.
import { z } from 'zod'
import { type Diagnosis, diagnoseRecords } from '../../core/desk/lookups/diagnosis.ts'
import { amountFor } from '../../core/desk/lookups/money.ts'
import { sentence as said } from '../../core/desk/lookups/words.ts'
import type { Ruling } from '../../core/diagnosis/rule.ts'
import { findings } from '../../core/domain/finding.ts'
import * as field from '../fields.ts'
import { type Ask, ended, tool } from '../tool.ts'

/** Never said here: they settle something while answering, or tell that another account is behind it. */
const unsaid = ['credited-by-requery', 'fulfilment-resumed', 'other-account'] as const
export const verdicts = findings.payment.filter((name) => !(unsaid as readonly string[]).includes(name)) as Exclude<
  (typeof findings.payment)[number],
  (typeof unsaid)[number]
>[]
type Verdict = (typeof verdicts)[number]

const unsure: Partial<Record<Verdict, 'medium' | 'low'>> = {
  'provider-unknown': 'low',
  'unknown-order': 'low',
  'one-payment-only': 'medium',
  'duplicate-credited': 'medium',
  'forged-notice': 'medium',
}
const asks: Partial<Record<Verdict, readonly string[]>> = {
  'unknown-order': ['amount-and-time', 'same-account', 'last-four'],
  'provider-unknown': ['bill'],
}

/** What the chat says next fits only the chat: there a person can be called with a word, and a case is opened. */
const ownNext: Partial<Record<Verdict, string>> = {
  'already-credited': 'credited',
  'one-payment-only': 'one-payment',
  'duplicate-credited': 'two-credited',
  refunded: 'refund-returned',
}

/** The key of the next step; undefined where the finding's own words hold everywhere. */
function nextOf({ finding, handoff, variant }: Ruling): string | undefined {
  const verdict = finding as Verdict
  if (verdict === 'provider-unknown') return 'ask-in-chat'
  if (handoff) return verdict === 'account-not-normal' ? 'account-person' : 'money-person'
  // Refused at its making: its own words name the rule.
  if (verdict === 'unknown-order' && variant === undefined) return 'not-found'
  if (verdict === 'refund-in-progress') return `refund-${variant}`
  return ownNext[verdict]
}

const checkNames = ['order', 'payment', 'callback', 'ledger', 'duplicate', 'account'] as const
type Result = 'ok' | 'missing' | 'problem'

/** What each check came to; without an order there is only the first. */
function resultsOf({ facts }: Diagnosis): Partial<Record<(typeof checkNames)[number], Result>> {
  if (!facts) return { order: 'missing' }
  const { payments, notices, order, twin, account } = facts
  const waits = payments.some(({ disposition }) => disposition === 'suspense')
  const refused = notices.some(({ state }) => state === 'rejected')
  const accepted = notices.some(({ state }) => state === 'accepted')
  return {
    order: 'ok',
    payment: waits ? 'problem' : payments.length > 0 ? 'ok' : 'missing',
    callback: accepted ? 'ok' : refused ? 'problem' : 'missing',
    ledger: order.completedAt === null ? 'missing' : 'ok',
    duplicate: twin === undefined && payments.length < 2 ? 'ok' : 'problem',
    account: account.status === 'normal' ? 'ok' : 'problem',
  }
}

function checksOf({ lang, subject }: Ask<unknown>, diagnosis: Diagnosis, amountTold: boolean) {
  const results = resultsOf(diagnosis)
  const { order } = diagnosis
  const vars = order ? { order: order.refMasked, amount: amountFor(subject, order.amount, amountTold) } : {}
  const twice = (diagnosis.facts?.payments.length ?? 0) > 1
  return checkNames.flatMap((name) => {
    const result = results[name]
    const told = name === 'duplicate' && twice ? 'twice' : result
    return result === undefined ? [] : [{ name, result, fact: said(`check/${name}-${told}`, lang, vars) }]
  })
}

const output = z.strictObject({
  verdict: z
    .enum(verdicts as [Verdict, ...Verdict[]])
    .meta({ brief: true, description: 'finding, e.g. already-credited' }),
  confidence: z.enum(['high', 'medium', 'low']).describe('how sure'),
  checks: z
    .array(
      z.strictObject({
        name: z.enum(checkNames).meta({ brief: true, description: 'e.g. ledger' }),
        result: z.enum(['ok', 'missing', 'problem']).meta({ brief: true, description: 'ok, missing or problem' }),
        fact: field.sentence('told'),
      }),
    )
    .describe('all'),
  likely_cause: field.sentence('to tell the customer'),
  ask_customer: z.array(field.sentence('a question')).describe('what would help'),
  needs_human: z.boolean().describe('hand it over'),
  ...field.answered,
})

export const diagnoseMissingCredit = tool({
  name: 'diagnose_missing_credit',
  title: 'Paid but not credited',
  description:
    'Start here for "I paid but nothing arrived": runs every check, gives one cause and safe next steps. Give order_ref, or amount and paid_around.',
  scope: 'orders:read',
  input: z.strictObject({
    order_ref: field.orderRef.optional(),
    amount: field.yuan('paid, in yuan').optional(),
    paid_around: z.string().max(32).optional().describe('YYYY-MM-DD or ISO time'),
    method: field.method.optional(),
    same_account: z.boolean().optional().describe('paid from this account'),
    lang: field.lang,
  }),
  output,
  example: { amount: '50', paid_around: '2026-11-21' },
  refuses: (subject, { order_ref, amount, paid_around }) => {
    if (order_ref === undefined && (amount === undefined || paid_around === undefined)) {
      return 'give order_ref, or amount and paid_around together'
    }
    if (subject.kind === 'account') return undefined
    if (order_ref === undefined) return 'order_ref is required here'
    return amount === undefined && paid_around === undefined
      ? 'amount or paid_around is required beside order_ref'
      : undefined
  },
  missed: ({ verdict }) => verdict === 'unknown-order',
  answer: async (ask): Promise<z.input<typeof output>> => {
    const { desk, subject, input, lang } = ask
    const diagnosis = await desk.store.read((views) => diagnoseRecords(desk, views, subject, input))
    const { ruling, text } = diagnosis
    const verdict = ruling.finding as Verdict
    const next = nextOf(ruling)
    const questions = (asks[verdict] ?? []).filter((name) => name !== 'same-account' || input.same_account !== true)
    return {
      verdict,
      confidence: unsure[verdict] ?? 'high',
      checks: checksOf(ask, diagnosis, input.amount !== undefined),
      likely_cause: verdict === 'provider-unknown' ? said('cause/provider-unknown', lang) : text.say[lang],
      ask_customer: questions.map((name) => said(`ask/${name}`, lang)),
      needs_human: ruling.handoff,
      ...ended(ask, next ?? 'not-found', desk.book.facts[lang]),
      ...(next === undefined ? { next_step: text.next[lang] } : {}),
    }
  },
})
