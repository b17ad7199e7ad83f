// The shape of a case file, and everything that makes one unreadable, said in one line.
import { z } from 'zod'
import { accountStatuses } from '../domain/account.ts'
import { channelNames, declineReasons } from '../domain/channel.ts'
import { invoiceKinds } from '../domain/invoice.ts'
import { taskOutcomes } from '../domain/task.ts'
import { parseInstant } from '../kit/clock.ts'
import { parseYuan } from '../kit/money.ts'
import { err, ok, type Result } from '../kit/result.ts'

const time = z.string().transform((text, context) => {
  const at = parseInstant(text)
  if (at === undefined) context.addIssue({ code: 'custom', message: 'write a time as 2026-11-20T10:00:00+08:00' })
  return at ?? z.NEVER
})
const label = z.string().min(1).max(100)
const units = z.int().positive().transform(BigInt)
/** An order may be wished for with any number; the product refuses it, the file stays readable. */
const wishedYuan = z.number()
const paidYuan = z
  .number()
  .positive()
  .transform((value, context) => {
    const fen = parseYuan(value)
    if (fen === undefined) context.addIssue({ code: 'custom', message: 'an amount has at most two decimals' })
    return fen ?? z.NEVER
  })
const channel = z.enum(channelNames)
const txn = z.string().min(1).max(64)

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ at: time, type: z.literal(type), ...shape })

export const caseEvent = z.discriminatedUnion('type', [
  event('order.created', { order: label, account: label, amount_yuan: wishedYuan, channel, plan: label.optional() }),
  event('order.cancelled', { order: label }),
  event('order.viewed', { order: label }),
  event('channel.paid', { order: label, txn, amount_yuan: paidYuan }),
  event('channel.failed', { order: label, reason: z.enum(declineReasons) }),
  event('channel.down', { channel }),
  event('channel.up', { channel }),
  event('notice.delivered', { order: label, txn }),
  event('notice.rejected', { order: label, txn, reason: z.enum(['bad_signature', 'wrong_merchant', 'parse']) }),
  event('notice.forged', { order: label }),
  event('fulfilment.crashed', { order: label }),
  event('account.status', { account: label, status: z.enum(accountStatuses) }),
  event('code.issued', { code: label, credit: units, expires_at: time.optional(), only_for: label.optional() }),
  event('code.redeemed', { code: label, account: label }),
  event('code.disabled', { code: label }),
  event('code.attempted', { text: z.string().max(10_000), account: label }),
  event('usage', { account: label, credit: units }),
  event('task.charged', { task: label, account: label, credit: units, model: z.string().max(200) }),
  event('task.finished', { task: label, outcome: z.enum(taskOutcomes) }),
  event('task.refunded', { task: label }),
  event('refund.requested', { order: label, reason: z.string().max(2_000) }),
  event('refund.approved', { order: label }),
  event('refund.rejected', { order: label, reason: z.string().max(2_000) }),
  event('refund.returned', { order: label }),
  event('invoice.requested', {
    order: label,
    title: z.string().max(2_000),
    tax_id: z.string().max(200),
    kind: z.enum(invoiceKinds),
  }),
])
export type CaseEvent = z.infer<typeof caseEvent>

const ask = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('payment'),
    account: label,
    order: label.optional(),
    order_text: z.string().max(10_000).optional(),
  }),
  z.object({ about: z.literal('redeem'), account: label, text: z.string().max(10_000) }),
  z.object({ about: z.literal('task'), account: label, task: label }),
  z.object({ about: z.literal('refund'), account: label, order: label }),
  z.object({ about: z.literal('invoice'), account: label, order: label }),
])

const shape = z.object({
  name: z.string(),
  reconciler: z.enum(['on', 'off']).default('on'),
  accounts: z.array(
    z.object({
      id: label,
      email: z.string().max(300).optional(),
      nickname: z.string().max(300).optional(),
      status: z.enum(accountStatuses).default('normal'),
    }),
  ),
  events: z.array(caseEvent),
  now: time,
  ask,
})
export type CaseFile = z.infer<typeof shape>

/** Case-rules 5: each reason why a file cannot be read as a case, and how many of its events stand before it. */
const contradictions: readonly ((file: CaseFile) => string | undefined)[] = [
  ({ accounts }) => {
    const ids = accounts.map(({ id }) => id)
    return ids.length === new Set(ids).size ? undefined : 'two accounts have the same id'
  },
  ({ events }) => {
    const index = events.findIndex(({ at }, position) => at < (events[position - 1]?.at ?? at))
    return index < 0 ? undefined : `event ${index}: time runs back`
  },
  ({ events, now }) => (now < (events.at(-1)?.at ?? now) ? 'now lies before the last event' : undefined),
  ({ accounts, events, ask: question }) => {
    const known = new Set(accounts.map(({ id }) => id))
    const stranger = events.findIndex((one) => 'account' in one && !known.has(one.account))
    if (stranger >= 0) return `event ${stranger}: the account is not among the accounts`
    const bound = events.findIndex(
      (one) =>
        one.type === 'code.issued' &&
        one.only_for !== undefined &&
        one.only_for !== 'new-accounts' &&
        !known.has(one.only_for),
    )
    if (bound >= 0) return `event ${bound}: only_for names no account of the file`
    return known.has(question.account) ? undefined : 'ask: the account is not among the accounts'
  },
  ({ events }) => {
    const made = new Set<string>()
    // Money of our merchant under a number that is no order of ours (case-rules 16).
    const strayAllowed = ['channel.paid', 'notice.delivered']
    for (const [index, one] of events.entries()) {
      if (one.type === 'order.created') {
        if (made.has(one.order)) return `event ${index}: the order was created before`
        made.add(one.order)
      } else if ('order' in one && !made.has(one.order) && !strayAllowed.includes(one.type)) {
        return `event ${index}: the order was not created before`
      }
    }
    return undefined
  },
  ({ events }) => {
    const issued = new Set<string>()
    for (const [index, one] of events.entries()) {
      if (one.type === 'code.issued') {
        if (issued.has(one.code)) return `event ${index}: the code was issued before`
        issued.add(one.code)
      } else if ('code' in one && !issued.has(one.code)) return `event ${index}: the code was not issued before`
    }
    return undefined
  },
  ({ events }) => {
    const paid = new Set<string>()
    for (const [index, one] of events.entries()) {
      if (one.type === 'channel.paid') paid.add(`${one.order} ${one.txn}`)
      if (one.type === 'notice.delivered' && !paid.has(`${one.order} ${one.txn}`)) {
        return `event ${index}: a notice of a payment that the channel does not have`
      }
    }
    return undefined
  },
]

/** Reads the text of a case file. The error is one line. */
export function readCase(text: string): Result<CaseFile, { readonly name: string | null; readonly error: string }> {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return err({ name: null, error: 'not JSON' })
  }
  const named = z.object({ name: z.string() }).safeParse(json)
  const name = named.success ? named.data.name : null
  const read = shape.safeParse(json)
  if (!read.success) {
    const issue = read.error.issues[0]
    return err({ name, error: `${issue?.path.join('.') || 'file'}: ${issue?.message ?? 'not a case'}` })
  }
  const error = contradictions.map((check) => check(read.data)).find((found) => found !== undefined)
  return error === undefined ? ok(read.data) : err({ name, error })
}
