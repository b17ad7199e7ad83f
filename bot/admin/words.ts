// How rows look on the operator's screen: masks for people, ¥ for money, Shanghai for times.
import type { Account } from '../../core/domain/account.ts'
import type { Order } from '../../core/domain/order.ts'
import { statusOf } from '../../core/domain/order.ts'
import type { Instant } from '../../core/kit/clock.ts'
import { type Credit, credit, fenFor, showYuan } from '../../core/kit/money.ts'
import { dateTimeOf } from '../../core/kit/zone.ts'
import type { Keyring } from '../../core/redaction/keyring.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import { mask } from '../../core/redaction/redacted.ts'
import { type Sealed, type SealedField, unseal } from '../../core/redaction/sealed.ts'

const HIDDEN = '***'

/** What is sealed in a row; undefined where it was sealed under another APP_SECRET. */
export function opened(keyring: Keyring, field: SealedField, value: Sealed): string | undefined {
  try {
    return unseal(keyring, field, value)
  } catch {
    return undefined
  }
}

/** l***@qq.com; what the redactor does not know as an e-mail address is hidden as a whole. */
export function emailOf(keyring: Keyring, { emailSealed }: Account): string {
  if (emailSealed === null) return ''
  const email = opened(keyring, 'account.email', emailSealed)
  if (email === undefined) return '[another secret]'
  const { text, finds } = redact(new Raw(email))
  const [find, more] = finds
  const whole = find?.kind === 'email' && !more && find.start === 0 && find.end === email.length
  return whole ? text : HIDDEN
}

/** The first letter of a name or title. */
export const initialOf = (name: string): string => (/^[\p{L}\p{N}]/u.exec(name)?.[0] ?? '') + HIDDEN

export function nicknameOf(keyring: Keyring, { nicknameSealed }: Account): string {
  if (nicknameSealed === null) return ''
  const nickname = opened(keyring, 'account.nickname', nicknameSealed)
  return nickname === undefined ? '[another secret]' : [...nickname].length > 1 ? initialOf(nickname) : HIDDEN
}

export const timeOf = (at: Instant | null): string => (at === null ? '' : dateTimeOf(at))

/** Units at the rate of the policy; a minus in front where something was taken. */
export const worth = (units: Credit, unitsPerYuan: number): string =>
  units < 0n ? `-${worth(credit(-units), unitsPerYuan)}` : showYuan(fenFor(units, unitsPerYuan))

const flagged = (order: Order): string => (order.late ? ' late' : '') + (order.disputed ? ' disputed' : '')

export const orderHeadings = ['id', 'number', 'account', 'amount', 'status', 'channel', 'ordered'] as const
export const orderRow = (order: Order): string[] => [
  order.id,
  mask(order.number),
  order.accountId,
  showYuan(order.amount),
  statusOf[order.state] + flagged(order),
  order.channel,
  timeOf(order.createdAt),
]
