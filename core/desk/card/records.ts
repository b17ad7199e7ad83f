// What the records say about a ticket: the order of its verdict, the payments, the code, and the accounts beside each other.
import { yuan } from '../../diagnosis/words.ts'
import type { Order } from '../../domain/order.ts'
import { statusOf } from '../../domain/order.ts'
import type { Payment } from '../../domain/payment.ts'
import { DAY, MINUTE, plus } from '../../kit/clock.ts'
import { mask, mint, type Redacted, say } from '../../redaction/redacted.ts'
import { unseal } from '../../redaction/sealed.ts'
import type { Readers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import type { CardRecords, Compared } from './shape.ts'

/** Like orders are made at most this far apart (case-rules 14). */
const TWIN_MS = 30 * MINUTE
const USED_LATELY_MS = 30 * DAY

const idOf = (evidence: readonly string[], table: string): string | undefined =>
  evidence.find((row) => row.startsWith(`${table}:`))?.slice(table.length + 1)

/** ****a1b2 (L***) */
async function accountOf(r: Readers, { keyring }: Context, id: string): Promise<readonly [Redacted, string | null]> {
  const account = await r.accounts.byId(id)
  if (!account?.nicknameSealed) return [mask(id), account?.status ?? null]
  const initial = /^[\p{L}\p{N}]/u.exec(unseal(keyring, 'account.nickname', account.nicknameSealed))?.[0] ?? ''
  return [say`${mask(id)} (${mint(initial)}***)`, account.status]
}

async function twiceOf(r: Readers, order: Order, payments: readonly Payment[]): Promise<CardRecords['twice']> {
  if (payments.length > 1) return 'two-payments'
  const from = plus(order.createdAt, -TWIN_MS)
  const near = await r.orders.like(order.accountId, order.amount, from, plus(order.createdAt, TWIN_MS))
  return near.some(({ id }) => id !== order.id) ? 'two-orders' : 'no'
}

const compare = (signedIn: string | null, other: string | null | undefined): Compared =>
  other === undefined
    ? 'unknown'
    : other === null
      ? 'none'
      : signedIn === null
        ? 'unknown'
        : other === signedIn
          ? 'same'
          : 'another'

const nothing: CardRecords = {
  account: null,
  accountStatus: null,
  method: null,
  time: null,
  amount: null,
  status: null,
  number: null,
  paid: null,
  twice: null,
  codeId: null,
  code: null,
  paying: 'unknown',
  api: 'unknown',
  apiAt: null,
  redeeming: 'unknown',
}

async function ofOrder(r: Readers, order: Order): Promise<Partial<CardRecords>> {
  const payments = await r.payments.ofOrder(order.id)
  const other = payments.find(({ amount }) => amount !== order.amount)
  return {
    method: order.channel,
    time: order.createdAt,
    amount: yuan(order.amount),
    status: statusOf[order.state],
    number: mask(order.number),
    paid: other === undefined ? null : yuan(other.amount),
    twice: await twiceOf(r, order, payments),
  }
}

/** `evidence`: the rows of the newest verdict. `codeId`: the code that was spoken of. */
export async function recordsOf(
  r: Readers,
  context: Context,
  accountId: string | null,
  evidence: readonly string[],
  codeId: string | null,
): Promise<CardRecords> {
  const orderId = idOf(evidence, 'orders')
  const order = orderId === undefined ? undefined : await r.orders.byId(orderId)
  const paymentId = idOf(evidence, 'payment')
  const stray = order || paymentId === undefined ? undefined : await r.payments.byId(paymentId)
  const [account, accountStatus] = accountId === null ? [null, null] : await accountOf(r, context, accountId)
  const since = plus(context.clock.now(), -USED_LATELY_MS)
  const [usage] = accountId === null ? [] : await r.tasks.usageSince(accountId, since, 1)
  const code = codeId === null ? undefined : await r.codes.byId(codeId)
  return {
    ...nothing,
    account,
    accountStatus,
    ...(order ? await ofOrder(r, order) : {}),
    ...(stray ? { method: stray.channel, number: mask(stray.orderNumber), paid: yuan(stray.amount) } : {}),
    paying: order ? compare(accountId, order.accountId) : stray ? 'none' : 'unknown',
    // Usage is booked on the account that the key belongs to: none lately means that nobody called with this account.
    api: accountId === null ? 'unknown' : usage ? 'same' : 'none',
    apiAt: usage?.at ?? null,
    codeId,
    code: code ? say`****${mint(code.tail)} · fp ${mint(code.fingerprint)} · ${mint(code.state)}` : null,
    redeeming: code ? compare(accountId, code.redeemedBy) : 'unknown',
  }
}
