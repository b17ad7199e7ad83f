// A fake WeChat Pay v3 gateway: checks our signature as theirs does, signs its answers, seals its notices, ends codes in time.
import { createCipheriv, createHash, randomBytes, verify } from 'node:crypto'
import { makeChannel } from '../../../core/channels/index.ts'
import type { Clock } from '../../../core/kit/clock.ts'
import { countedIds } from '../../../core/kit/ids.ts'
import { Secret } from '../../../core/kit/secret.ts'
import { dateOf } from '../../../core/kit/zone.ts'
import { wechatBill } from './bill.ts'
import { type Asked, Gate, type Told } from './gate.ts'
import { pairOf, signed } from './keys.ts'
import { bytes, type Delivered, type Provider } from './provider.ts'
import { Till, type Trade } from './till.ts'

const MCH = '1900000001'
const APP = 'wx0123456789abcdef'
const KEY = 'apiV3KeyOfThirtyTwoCharacters123'
const OUR_SERIAL = '5157F09EFDC096DE15EBE81A47057A7200000000'
export const THEIR_ID = 'PUB_KEY_ID_0119000000012026112100000000000001'

type Json = Record<string, unknown>
type Change = {
  readonly inside?: Json
  readonly outside?: Json
  readonly key?: string
  readonly signer?: string
  readonly headers?: Json
  readonly agoS?: number
  readonly algorithm?: string
}
const rfc = (ms: number): string => `${new Date(ms + 28_800_000).toISOString().slice(0, 19)}+08:00`

function seal(key: string, text: string): Json {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key), Buffer.from(nonce))
  cipher.setAAD(Buffer.from('transaction'))
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return {
    original_type: 'transaction',
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: ciphertext.toString('base64'),
    associated_data: 'transaction',
    nonce,
  }
}

export async function openWechat(clock: Clock) {
  const till = new Till(clock)
  const codes = new Map<string, string>()
  /** What the bill says where an order was paid ¥50. */
  const bill = { says: '`50.00' }
  const headersFor = (body: string, { signer = 'wechat', agoS = 0, algorithm, headers = {} }: Change = {}) => {
    const timestamp = String(Math.floor(clock.now() / 1_000) - agoS)
    const nonce = randomBytes(16).toString('hex')
    return {
      'content-type': 'application/json',
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-serial': THEIR_ID,
      'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
      'wechatpay-signature': signed(signer, `${timestamp}\n${nonce}\n${body}\n`, algorithm),
      ...headers,
    } as Record<string, string>
  }

  /** Their check of our request: who, when, and every byte of it. */
  function trusts({ method, path, headers, body }: Asked): boolean {
    const [type, text = ''] = (headers.authorization ?? '').split(/ (.*)/s)
    const field = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(text)?.[1] ?? ''
    const age = Math.abs(clock.now() / 1_000 - Number(field('timestamp')))
    if (type !== 'WECHATPAY2-SHA256-RSA2048' || field('mchid') !== MCH || field('serial_no') !== OUR_SERIAL)
      return false
    if (age > 300 || field('nonce_str').length < 16 || !headers['user-agent'] || !headers.accept) return false
    const message = `${method}\n${path}\n${field('timestamp')}\n${field('nonce_str')}\n${body}\n`
    const signature = Buffer.from(field('signature'), 'base64')
    return verify('RSA-SHA256', Buffer.from(message), pairOf('merchant').publicKey, signature)
  }

  const state = (trade: Trade): string => {
    if (till.refunded(trade) > 0n) return 'REFUND'
    return { open: 'NOTPAY', scanned: 'USERPAYING', paid: 'SUCCESS', closed: 'CLOSED' }[trade.state]
  }
  const transaction = (trade: Trade): Json => ({
    mchid: MCH,
    appid: APP,
    out_trade_no: trade.number,
    trade_state: state(trade),
    trade_state_desc: '—',
    ...(trade.state === 'paid'
      ? {
          transaction_id: trade.txn,
          trade_type: 'NATIVE',
          bank_type: 'OTHERS',
          success_time: rfc(trade.paidAt),
          payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
          amount: {
            total: Number(trade.paidFen),
            payer_total: Number(trade.paidFen),
            currency: 'CNY',
            payer_currency: 'CNY',
          },
        }
      : {}),
  })
  const no = (status: number, code: string): [number, Json] => [status, { code, message: '—' }]
  const refundOf = (trade: Trade, number: string): Json => ({
    out_refund_no: number,
    out_trade_no: trade.number,
    status: 'SUCCESS',
    success_time: rfc(trade.refunds.get(number)?.at ?? 0),
    amount: { refund: Number(trade.refunds.get(number)?.fen), total: Number(trade.paidFen), currency: 'CNY' },
  })

  function answer({ method, path, body, query }: Asked): [number, Json | undefined] {
    const wish = (body === '' ? {} : JSON.parse(body)) as Json & { amount?: { total: number; refund: number } }
    const [where = ''] = path.split('?')
    const [, number = '', closes] = /^\/v3\/pay\/transactions\/out-trade-no\/([\w-]+)(\/close)?$/.exec(where) ?? []
    if (method === 'POST' && where === '/v3/pay/transactions/native') {
      const ends = Date.parse(String(wish.time_expire))
      const notify = String(wish.notify_url)
      const right = wish.appid === APP && wish.mchid === MCH && wish.description && /^https:\/\/[^?]+$/.test(notify)
      if (!right || !(ends > clock.now()) || ends - clock.now() > 7_200_000) return no(400, 'PARAM_ERROR')
      const trade = till.open(String(wish.out_trade_no), BigInt(wish.amount?.total ?? 0), ends)
      if (!trade || trade.endsAt !== ends) return no(403, 'OUT_TRADE_NO_USED')
      if (trade.state === 'closed') return no(400, 'ORDER_CLOSED')
      const code = codes.get(trade.number) ?? `weixin://wxpay/bizpayurl?pr=${codes.size}zz`
      codes.set(trade.number, code)
      return [200, { code_url: code }]
    }
    if (where === '/v3/bill/tradebill') {
      const day = query.get('bill_date') ?? ''
      if (query.get('bill_type') !== 'ALL' || day >= dateOf(clock.now())) return no(400, 'NO_STATEMENT_EXIST')
      const bill = wechatBill(till, day, MCH, APP)
      const hash = createHash('sha1').update(bill).digest('hex')
      const url = `${apiRoot}/v3/billdownload/file?token=${day}`
      return [200, { hash_type: 'SHA1', hash_value: hash, download_url: url }]
    }
    const trade = till.trades.get(number)
    if (number !== '' && !trade) return no(404, 'ORDER_NOT_EXIST')
    if (trade && closes) {
      if (wish.mchid !== MCH) return no(400, 'PARAM_ERROR')
      if (trade.state === 'paid') return no(400, 'ORDERPAID')
      trade.state = 'closed'
      return [204, undefined]
    }
    if (trade) return query.get('mchid') === MCH ? [200, transaction(trade)] : no(400, 'PARAM_ERROR')
    return refund(method, where, wish)
  }

  function refund(
    method: string,
    where: string,
    wish: Json & { amount?: { total: number; refund: number } },
  ): [number, Json] {
    if (method === 'POST' && where === '/v3/refund/domestic/refunds') {
      const trade = till.trades.get(String(wish.out_trade_no))
      const number = String(wish.out_refund_no)
      if (trade?.state !== 'paid') return no(404, 'RESOURCE_NOT_EXISTS')
      if (BigInt(wish.amount?.total ?? 0) !== trade.paidFen) return no(400, 'PARAM_ERROR')
      const done = till.refund(trade, number, BigInt(wish.amount?.refund ?? 0))
      if (done === 'too-much' || done === 'another-amount') return no(400, 'INVALID_REQUEST')
      return [200, refundOf(trade, number)]
    }
    const [, number = ''] = /^\/v3\/refund\/domestic\/refunds\/([\w-]+)$/.exec(where) ?? []
    const trade = [...till.trades.values()].find(({ refunds }) => refunds.has(number))
    return trade ? [200, refundOf(trade, number)] : no(404, 'RESOURCE_NOT_EXISTS')
  }

  const gate = new Gate((asked): Told => {
    // The file itself comes without a signature: its hash was signed.
    if (asked.path.startsWith('/v3/billdownload/file') && trusts(asked))
      return {
        status: 200,
        body: wechatBill(till, asked.query.get('token') ?? '', MCH, APP).replace('`50.00', bill.says),
      }
    const [status, value] = trusts(asked) ? answer(asked) : no(401, 'SIGN_ERROR')
    const body = value === undefined ? '' : JSON.stringify(value)
    return { status, headers: headersFor(body, asked.unsigned ? { signer: 'stranger' } : {}), body }
  })
  const apiRoot = await gate.open()
  const wechat = {
    merchantId: MCH,
    appId: APP,
    apiV3Key: new Secret(KEY),
    privateKey: pairOf('merchant').ours,
    certSerial: OUR_SERIAL,
    platformPublicKey: pairOf('wechat').theirs,
    platformKeyId: THEIR_ID,
    apiRoot,
  }
  const made = makeChannel('wechat', { wechat, publicUrl: 'https://bot.example.com/' }, clock, countedIds())
  if (!made?.ok) throw new Error(made?.error)

  /** A notice with something else in it, rightly signed unless told otherwise. */
  function deliver(number: string, change: Change = {}): Delivered {
    const trade = till.get(number)
    const text = JSON.stringify({
      id: `EV-2026112110000000000-${trade.number}`,
      create_time: rfc(clock.now()),
      resource_type: 'encrypt-resource',
      event_type: 'TRANSACTION.SUCCESS',
      summary: '支付成功',
      resource: seal(change.key ?? KEY, JSON.stringify({ ...transaction(trade), ...change.inside })),
      ...change.outside,
    })
    return { body: bytes(text), headers: headersFor(text, change) }
  }
  const provider: Provider = {
    name: 'wechat',
    channel: made.value,
    network: true,
    signsAnswers: true,
    refundsParts: true,
    scan: async (number) => {
      till.get(number).state = 'scanned'
      return true
    },
    pay: async (number, fen) => till.pay(number, fen),
    fail: async (fault) => {
      gate.fault = fault
    },
    notice: async (number) => deliver(number),
    quiet: async (number) => deliver(number, { outside: { event_type: 'REFUND.SUCCESS' } }),
    forgeries: async (number) => {
      const right = deliver(number)
      const text = Buffer.from(right.body).toString('utf8')
      const first = (more: string): string => text.replace('{', `{${more},`)
      const resigned = (body: string, change: Change = {}) => ({ body: bytes(body), headers: headersFor(body, change) })
      return [
        { what: 'signed by a stranger', delivered: deliver(number, { signer: 'stranger' }) },
        { what: 'signed by ourselves', delivered: deliver(number, { signer: 'merchant' }) },
        {
          what: 'under an unknown serial',
          delivered: deliver(number, { headers: { 'wechatpay-serial': 'PUB_KEY_ID_9' } }),
        },
        { what: 'six minutes old', delivered: deliver(number, { agoS: 360 }) },
        { what: 'six minutes ahead', delivered: deliver(number, { agoS: -360 }) },
        {
          what: 'with another signature type',
          delivered: deliver(number, { headers: { 'wechatpay-signature-type': 'WECHATPAY2-MD5' } }),
        },
        { what: 'signed with SHA-1', delivered: deliver(number, { algorithm: 'RSA-SHA1' }) },
        { what: 'without a signature', delivered: deliver(number, { headers: { 'wechatpay-signature': '' } }) },
        { what: 'of another merchant', delivered: deliver(number, { inside: { mchid: '1900000002' } }) },
        { what: 'of another application', delivered: deliver(number, { inside: { appid: 'wxfedcba9876543210' } }) },
        {
          what: 'sealed under another merchant’s key',
          delivered: deliver(number, { key: 'anotherMerchantsKeyOf32Character' }),
        },
        { what: 'of no money', delivered: deliver(number, { inside: { amount: { total: 0, currency: 'CNY' } } }) },
        {
          what: 'of a part of a fen',
          delivered: deliver(number, { inside: { amount: { total: 5_000.5, currency: 'CNY' } } }),
        },
        {
          what: 'of another currency',
          delivered: deliver(number, { inside: { amount: { total: 5_000, currency: 'JPY' } } }),
        },
        { what: 'without an amount', delivered: deliver(number, { inside: { amount: undefined } }) },
        { what: 'without a time', delivered: deliver(number, { inside: { success_time: undefined } }) },
        { what: 'in another cipher', delivered: resigned(text.replace('AEAD_AES_256_GCM', 'AES_256_ECB')) },
        {
          what: 'with a byte order mark',
          delivered: { body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), right.body]), headers: right.headers },
        },
        { what: 'with a doubled field', delivered: { body: bytes(first('"id":"EV-1"')), headers: right.headers } },
        { what: 'with its body changed', delivered: { body: bytes(`${text} `), headers: right.headers } },
        {
          what: 'with the headers of an older one',
          delivered: { body: right.body, headers: deliver(`${number}`, { agoS: 1 }).headers },
        },
      ]
    },
    close: () => gate.close(),
  }
  const environment = {
    WECHAT_MCH_ID: MCH,
    WECHAT_APP_ID: APP,
    WECHAT_API_V3_KEY: KEY,
    WECHAT_PRIVATE_KEY: wechat.privateKey.reveal(),
    WECHAT_CERT_SERIAL: OUR_SERIAL,
    WECHAT_PLATFORM_PUBLIC_KEY: wechat.platformPublicKey.reveal(),
    WECHAT_PLATFORM_KEY_ID: THEIR_ID,
    WECHAT_API_ROOT: apiRoot,
  }
  return { ...provider, environment, till, bill, deliver }
}
