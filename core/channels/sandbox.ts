// The sandbox provider: plays any channel for replays, the demo and tests, and can lose, delay, double and forge.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import {
  type ChannelName,
  channelNames,
  type DeclineReason,
  declineReasons,
  type QueryAnswer,
} from '../domain/channel.ts'
import { type Clock, type Instant, instantOf } from '../kit/clock.ts'
import { type Fen, fen } from '../kit/money.ts'
import { err, ok, type Result } from '../kit/result.ts'
import type {
  NoticeHeaders,
  PaymentChannel,
  RefundAnswer,
  RefundWish,
  RefusedNotice,
  VerifiedNotice,
} from '../ports/payment-channel.ts'

const trade = z.object({
  channel: z.enum(channelNames),
  scannedAt: z.int().nullable(),
  declined: z.object({ reason: z.enum(declineReasons), at: z.int() }).nullable(),
  payments: z.array(z.object({ txn: z.string(), amount: z.string().regex(/^\d+$/), paidAt: z.int() })),
  refunds: z.array(z.object({ refundNumber: z.string(), amount: z.string().regex(/^\d+$/), at: z.int() })).default([]),
})
type Trade = z.infer<typeof trade>

/** Where the provider keeps its books. */
export type SandboxBook = {
  get(number: string): Promise<string | undefined>
  put(number: string, json: string): Promise<void>
}

export const memoryBook = (): SandboxBook => {
  const trades = new Map<string, string>()
  return {
    get: async (number) => trades.get(number),
    put: async (number, json) => void trades.set(number, json),
  }
}

const MERCHANT = 'sandbox-merchant'
const KEYS: { readonly [id: string]: string } = { 'sandbox-1': 'the sandbox signs with this; it guards no real money' }

const body = z.object({
  merchant: z.string(),
  channel: z.enum(channelNames),
  number: z.string().min(1).max(64),
  txn: z.string().min(1).max(64),
  amount: z.string().regex(/^\d{1,16}$/),
  paidAt: z.int(),
})

export type SignedNotice = { readonly body: Uint8Array; readonly headers: NoticeHeaders }
const sign = (key: string, text: Uint8Array | string): string => createHmac('sha256', key).update(text).digest('hex')

function signed(content: object, keyId = 'sandbox-1', secret = KEYS[keyId] ?? 'nobody gave this key'): SignedNotice {
  const text = JSON.stringify(content)
  return { body: Buffer.from(text), headers: { 'x-sandbox-key': keyId, 'x-sandbox-signature': sign(secret, text) } }
}

function claimedNumber(bytes: Uint8Array): { claimedNumber?: string } {
  const number = /"number":"([0-9A-Za-z]{1,64})"/.exec(Buffer.from(bytes).toString('utf8'))?.[1]
  return number === undefined ? {} : { claimedNumber: number }
}

function readNotice(
  name: ChannelName,
  bytes: Uint8Array,
  headers: NoticeHeaders,
): Result<VerifiedNotice, RefusedNotice> {
  const hint = claimedNumber(bytes)
  const key = KEYS[headers['x-sandbox-key'] ?? '']
  if (key === undefined) return err({ reason: 'forged', ...hint })
  const given = Buffer.from(headers['x-sandbox-signature'] ?? '', 'hex')
  const right = Buffer.from(sign(key, bytes), 'hex')
  if (given.length !== right.length || !timingSafeEqual(given, right)) return err({ reason: 'bad_signature', ...hint })
  const read = body.safeParse(parseJson(bytes))
  if (!read.success) return err({ reason: 'parse', ...hint })
  const { merchant, channel, number, txn, amount, paidAt } = read.data
  if (merchant !== MERCHANT) return err({ reason: 'wrong_merchant', ...hint })
  if (channel !== name) return err({ reason: 'forged', ...hint })
  return ok({
    kind: 'paid',
    eventId: `${number}:${txn}`,
    fact: { channel, orderNumber: number, txn, amount: fen(BigInt(amount)), paidAt: instantOf(paidAt) },
    body: JSON.stringify({ number, txn, amount, paidAt }),
  })
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

export type Sandbox = ReturnType<typeof makeSandbox>

export function makeSandbox(book: SandboxBook, clock: Clock) {
  const downKey = (name: ChannelName): string => `down:${name}`
  const faultOf = async (name: ChannelName): Promise<string> => (await book.get(downKey(name))) ?? ''
  const tradeOf = async (number: string, channel: ChannelName): Promise<Trade> => {
    const known = await book.get(number)
    return known === undefined
      ? { channel, scannedAt: null, declined: null, payments: [], refunds: [] }
      : trade.parse(JSON.parse(known))
  }
  const change = async (number: string, channel: ChannelName, next: (known: Trade) => Trade): Promise<void> =>
    book.put(number, JSON.stringify(next(await tradeOf(number, channel))))

  async function answer(name: ChannelName, number: string): Promise<QueryAnswer> {
    const { payments, refunds, scannedAt, declined } = await tradeOf(number, name)
    const sum = (parts: readonly { readonly amount: string }[]) => parts.reduce((all, p) => all + BigInt(p.amount), 0n)
    // What went back as a whole is no money that we could credit.
    if (payments.length > 0 && sum(refunds) < sum(payments)) {
      const paid = payments.map(({ txn, amount, paidAt }) => ({
        channel: name,
        orderNumber: number,
        txn,
        amount: fen(BigInt(amount)),
        paidAt: instantOf(paidAt),
      }))
      return { kind: 'paid', payments: paid }
    }
    return {
      kind: 'not-paid',
      ...(scannedAt === null ? {} : { scannedAt: instantOf(scannedAt) }),
      ...(declined === null ? {} : { declined: { reason: declined.reason, at: instantOf(declined.at) } }),
    }
  }

  /** Resolves when the caller gives up. */
  const hang = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) resolve()
      else signal.addEventListener('abort', () => resolve(), { once: true })
    })

  async function returned(name: ChannelName, { number, refundNumber, amount }: RefundWish): Promise<RefundAnswer> {
    const known = (await tradeOf(number, name)).refunds.find((refund) => refund.refundNumber === refundNumber)
    if (!known) return { kind: 'none' }
    if (BigInt(known.amount) !== amount) return { kind: 'refused', reason: 'amount' }
    return { kind: 'returned', amount, at: instantOf(known.at) }
  }

  async function refund(name: ChannelName, wish: RefundWish): Promise<RefundAnswer> {
    const before = await returned(name, wish)
    if (before.kind !== 'none') return before
    const { payments, refunds } = await tradeOf(wish.number, name)
    const paid = payments.find(({ txn }) => txn === wish.txn)
    if (!paid) return { kind: 'refused', reason: 'not-refundable' }
    const gone = refunds.reduce((sum, { amount }) => sum + BigInt(amount), 0n)
    if (gone + wish.amount > BigInt(paid.amount)) return { kind: 'refused', reason: 'amount' }
    const line = { refundNumber: wish.refundNumber, amount: String(wish.amount), at: clock.now() }
    await change(wish.number, name, (known) => ({ ...known, refunds: [...known.refunds, line] }))
    return returned(name, wish)
  }

  const channel = (name: ChannelName): PaymentChannel => ({
    name,
    create: async ({ number }) => {
      await change(number, name, (known) => known)
      // Opaque, like a real provider's: the text of a code is shown in chats, an order number is not.
      return ok({
        qr: `https://pay.example.com/${name}/${createHash('sha256').update(number).digest('hex').slice(0, 16)}`,
      })
    },
    readNotice: (bytes, headers) => readNotice(name, bytes, headers),
    query: async (number, signal) => {
      const fault = await faultOf(name)
      if (fault === 'hangs') await hang(signal)
      return fault === '' ? answer(name, number) : { kind: 'unknown' }
    },
    close: async (number) => {
      if ((await faultOf(name)) !== '') return 'unknown'
      return (await answer(name, number)).kind === 'paid' ? 'paid' : 'gone'
    },
    refund: async (wish) => ((await faultOf(name)) === '' ? refund(name, wish) : { kind: 'unknown' }),
    refundQuery: async (wish) => ((await faultOf(name)) === '' ? returned(name, wish) : { kind: 'unknown' }),
  })

  const notice = (name: ChannelName, number: string, txn: string, amount: Fen, paidAt: Instant) => ({
    merchant: MERCHANT,
    channel: name,
    number,
    txn,
    amount: String(amount),
    paidAt,
  })

  return {
    channel,
    /** The user scanned and stands before the password. */
    scan: (name: ChannelName, number: string) =>
      change(number, name, (known) => ({ ...known, scannedAt: clock.now() })),
    decline: (name: ChannelName, number: string, reason: DeclineReason) =>
      change(number, name, (known) => ({ ...known, declined: { reason, at: clock.now() } })),
    pay: (name: ChannelName, number: string, txn: string, amount: Fen) =>
      change(number, name, (known) =>
        known.payments.some((paid) => paid.txn === txn)
          ? known
          : { ...known, payments: [...known.payments, { txn, amount: String(amount), paidAt: clock.now() }] },
      ),
    setDown: (name: ChannelName, how: 'fails' | 'hangs'): Promise<void> => book.put(downKey(name), how),
    setUp: (name: ChannelName): Promise<void> => book.put(downKey(name), ''),
    /** The notice of a payment that the sandbox has, rightly signed; undefined if it has none. */
    notice: async (name: ChannelName, number: string, txn: string): Promise<SignedNotice | undefined> => {
      const paid = (await tradeOf(number, name)).payments.find((payment) => payment.txn === txn)
      return paid && signed(notice(name, number, txn, fen(BigInt(paid.amount)), instantOf(paid.paidAt)))
    },
    /** A notice that we must refuse, for each of the reasons. */
    badNotice: (
      name: ChannelName,
      number: string,
      txn: string,
      amount: Fen,
      reason: 'bad_signature' | 'wrong_merchant' | 'parse' | 'forged',
    ): SignedNotice => {
      const content = notice(name, number, txn, amount, clock.now())
      const bad = {
        bad_signature: () => signed(content, 'sandbox-1', 'a proxy changed the body on its way'),
        wrong_merchant: () => signed({ ...content, merchant: 'another-merchant' }),
        parse: () => signed({ merchant: MERCHANT, number, note: 'a dialect that nobody reads' }),
        forged: () => signed(content, 'nobody-knows-this-key'),
      }
      return bad[reason]()
    },
  }
}
