// A fake Stripe: Checkout sessions, refunds and events under the rules of the real one, for its own client to talk to.
import { createHmac } from 'node:crypto'
import { makeChannel } from '../../../core/channels/index.ts'
import type { Clock } from '../../../core/kit/clock.ts'
import { countedIds } from '../../../core/kit/ids.ts'
import { Secret } from '../../../core/kit/secret.ts'
import { type Asked, Gate, type Told } from './gate.ts'
import { bytes, type Delivered, type Provider } from './provider.ts'
import { Till, type Trade } from './till.ts'

const KEY = 'sk_test_51AbcdefGHIJklmnop'
const HOOK = 'whsec_0123456789abcdefghijklmnop'
type Json = Record<string, unknown>

class Refused extends Error {
  readonly status: number
  readonly error: Json
  constructor(status: number, error: Json) {
    super('refused')
    this.status = status
    this.error = error
  }
}
const invalid = (code: string, status = 400): Refused =>
  new Refused(status, { type: 'invalid_request_error', code, message: '—' })

export async function openStripe(clock: Clock) {
  const till = new Till(clock)
  const numbers = new Map<string, string>()
  const replays = new Map<string, { readonly body: string; readonly told: Told }>()
  const nowS = (): number => Math.floor(clock.now() / 1_000)
  const idOf = (number: string): string => `cs_test_${[...numbers.values()].indexOf(number)}a1`
  const charge = (trade: Trade): Json => ({
    id: `ch_${trade.txn}`,
    object: 'charge',
    created: Math.floor(trade.paidAt / 1_000),
    refunded: till.refunded(trade) === trade.paidFen,
  })
  function sessionOf(trade: Trade, expand = ''): Json {
    const paid = trade.state === 'paid'
    const open = !paid && trade.state !== 'closed' && clock.now() < trade.endsAt
    const intent = expand ? { id: trade.txn, object: 'payment_intent', latest_charge: charge(trade) } : trade.txn
    return {
      id: idOf(trade.number),
      object: 'checkout.session',
      mode: 'payment',
      status: paid ? 'complete' : open ? 'open' : 'expired',
      client_reference_id: trade.number,
      currency: 'cny',
      amount_total: Number(paid ? trade.paidFen : trade.fen),
      payment_status: paid ? 'paid' : 'unpaid',
      payment_intent: paid ? intent : null,
      customer_details: paid ? { email: 'payer@example.com' } : null,
      url: open ? `https://checkout.stripe.com/c/pay/${idOf(trade.number)}#fid` : null,
      livemode: false,
    }
  }
  const tradeOf = (id: string): Trade => {
    const number = numbers.get(id)
    if (number === undefined) throw invalid('resource_missing', 404)
    return till.get(number)
  }
  function create(form: URLSearchParams): Json {
    const number = form.get('client_reference_id') ?? ''
    const amount = form.get('line_items[0][price_data][unit_amount]') ?? ''
    const ends = Number(form.get('expires_at'))
    if (form.get('line_items[0][price_data][currency]') !== 'cny' || !/^\d+$/.test(amount))
      throw invalid('parameter_invalid')
    if (!form.get('success_url')?.startsWith('https://') || form.get('mode') !== 'payment')
      throw invalid('parameter_missing')
    // Their words: between 30 minutes and 24 hours after creation.
    if (ends < nowS() + 1_800 || ends > nowS() + 86_400) throw invalid('parameter_invalid_integer')
    const trade = till.open(number, BigInt(amount), ends * 1_000)
    if (!trade) throw new Error('a second session of one order')
    numbers.set(`cs_test_${numbers.size}a1`, number)
    return sessionOf(trade)
  }
  const refundLine = (trade: Trade, name: string): Json => ({
    id: `re_${name}`,
    object: 'refund',
    amount: Number(trade.refunds.get(name)?.fen),
    currency: 'cny',
    created: Math.floor((trade.refunds.get(name)?.at ?? 0) / 1_000),
    status: 'succeeded',
    metadata: { refund: name },
  })
  const byIntent = (txn: string): Trade => {
    const trade = [...till.trades.values()].find((known) => known.txn !== '' && known.txn === txn)
    if (!trade) throw invalid('resource_missing', 404)
    return trade
  }
  function refund(form: URLSearchParams): Json {
    const trade = byIntent(form.get('payment_intent') ?? '')
    const name = form.get('metadata[refund]') ?? ''
    if (till.refunded(trade) === trade.paidFen) throw invalid('charge_already_refunded')
    if (till.refund(trade, name, BigInt(form.get('amount') ?? '0')) !== 'done') throw invalid('amount_too_large')
    return refundLine(trade, name)
  }
  const list = (data: readonly Json[]): Json => ({ object: 'list', data, has_more: false, url: '/' })

  function answer({ method, path, query, body }: Asked): Json {
    const [where = ''] = path.split('?')
    const [, id = '', expires] = /^\/v1\/checkout\/sessions\/(\w+)(\/expire)?$/.exec(where) ?? []
    if (id !== '') {
      const trade = tradeOf(id)
      if (!expires) return sessionOf(trade, query.get('expand[0]') ?? '')
      if (sessionOf(trade).status !== 'open') throw invalid('resource_invalid_state')
      trade.state = 'closed'
      return sessionOf(trade)
    }
    if (where === '/v1/checkout/sessions' && method === 'POST') return create(new URLSearchParams(body))
    if (where === '/v1/checkout/sessions') {
      if (!query.get('created[gte]') || !query.get('created[lte]')) throw invalid('parameter_missing')
      return list([...numbers.values()].reverse().map((number) => sessionOf(till.get(number))))
    }
    if (where === '/v1/refunds' && method === 'POST') return refund(new URLSearchParams(body))
    if (where === '/v1/refunds') {
      const trade = byIntent(query.get('payment_intent') ?? '')
      return list([...trade.refunds.keys()].map((name) => refundLine(trade, name)))
    }
    throw invalid('resource_missing', 404)
  }

  const gate = new Gate((asked) => {
    const { headers, method, body } = asked
    const told = (status: number, value: Json): Told => ({
      status,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(value),
    })
    if (headers.authorization !== `Bearer ${KEY}`) return told(401, { error: { type: 'invalid_request_error' } })
    // Without it the answer has the shape of whatever version the account was made with.
    if (!headers['stripe-version']) return told(400, { error: { type: 'invalid_request_error' } })
    const key = method === 'POST' ? String(headers['idempotency-key'] ?? '') : ''
    const before = replays.get(key)
    if (before && before.body !== body) return told(400, { error: { type: 'idempotency_error', message: '—' } })
    if (before) return before.told
    try {
      const done = told(200, answer(asked))
      if (key !== '') replays.set(key, { body, told: done })
      return done
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return told(error.status, { error: error.error })
    }
  })
  const apiRoot = await gate.open()
  const settings = { secretKey: new Secret(KEY), webhookSecret: new Secret(HOOK), apiRoot }
  const open = () => {
    const made = makeChannel('stripe', { stripe: settings, publicUrl: 'https://bot.example.com' }, clock, countedIds())
    if (!made?.ok) throw new Error(made?.error)
    return made.value
  }

  type Change = {
    readonly event?: Json
    readonly session?: Json
    readonly agoS?: number
    readonly secret?: string
    readonly scheme?: string
  }
  const headerOf = (text: string, { agoS = 0, secret = HOOK, scheme = 'v1' }: Change = {}): string => {
    const at = nowS() - agoS
    return `t=${at},${scheme}=${createHmac('sha256', secret).update(`${at}.${text}`).digest('hex')}`
  }
  function deliver(number: string, change: Change = {}): Delivered {
    const trade = till.get(number)
    const text = JSON.stringify({
      id: `evt_${trade.number}`,
      object: 'event',
      api_version: '2026-10-28.x',
      type: 'checkout.session.completed',
      created: Math.floor(trade.paidAt / 1_000),
      livemode: false,
      data: { object: { ...sessionOf(trade), ...change.session } },
      ...change.event,
    })
    return { body: bytes(text), headers: { 'stripe-signature': headerOf(text, change) } }
  }
  const provider: Provider = {
    name: 'stripe',
    channel: open(),
    network: true,
    signsAnswers: false,
    refundsParts: true,
    scan: async () => false,
    pay: async (number, fen) => {
      const trade = till.get(number)
      till.pay(number, fen)
      trade.txn = `pi_${trade.txn}`
      return trade.txn
    },
    fail: async (fault) => {
      gate.fault = fault
    },
    notice: async (number) => deliver(number),
    quiet: async (number) => deliver(number, { event: { type: 'checkout.session.expired' } }),
    forgeries: async (number) => {
      const right = deliver(number)
      const text = Buffer.from(right.body).toString('utf8')
      const raw = (body: Uint8Array, header: string): Delivered => ({ body, headers: { 'stripe-signature': header } })
      const header = String(right.headers['stripe-signature'])
      return [
        { what: 'signed with another secret', delivered: deliver(number, { secret: 'whsec_another0123456789' }) },
        { what: 'signed with an empty secret', delivered: deliver(number, { secret: '' }) },
        { what: 'six minutes old', delivered: deliver(number, { agoS: 360 }) },
        { what: 'under the scheme of test clocks', delivered: deliver(number, { scheme: 'v0' }) },
        { what: 'without a signature', delivered: raw(right.body, '') },
        {
          what: 'with a newer time than was signed',
          delivered: raw(right.body, header.replace(/t=\d+/, `t=${nowS() + 9}`)),
        },
        {
          what: 'with a byte order mark',
          delivered: raw(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), right.body]), header),
        },
        { what: 'written in another way', delivered: raw(bytes(text.replace('{', '{ ')), header) },
        { what: 'of the live mode', delivered: deliver(number, { event: { livemode: true } }) },
        { what: 'of a connected account', delivered: deliver(number, { event: { account: 'acct_1' } }) },
        { what: 'of another currency', delivered: deliver(number, { session: { currency: 'jpy' } }) },
        { what: 'of no money', delivered: deliver(number, { session: { amount_total: 0 } }) },
        { what: 'of less than no money', delivered: deliver(number, { session: { amount_total: -5_000 } }) },
        { what: 'of a number that is none', delivered: deliver(number, { session: { client_reference_id: '../..' } }) },
        { what: 'without a payment', delivered: deliver(number, { session: { payment_intent: null } }) },
      ]
    },
    close: () => gate.close(),
  }
  return {
    ...provider,
    environment: { STRIPE_SECRET_KEY: KEY, STRIPE_WEBHOOK_SECRET: HOOK, STRIPE_API_ROOT: apiRoot },
    till,
    deliver,
    /** The same shop after a restart: nothing is remembered. */
    restarted: open,
  }
}
