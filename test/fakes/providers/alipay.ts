// A fake Alipay gateway: checks our RSA2 as theirs does, makes a trade only when somebody scans, signs answers and notices.
import { verify } from 'node:crypto'
import { makeChannel } from '../../../core/channels/index.ts'
import type { Clock } from '../../../core/kit/clock.ts'
import { countedIds } from '../../../core/kit/ids.ts'
import { Secret } from '../../../core/kit/secret.ts'
import { dateOf } from '../../../core/kit/zone.ts'
import { alipayZip } from './bill.ts'
import { Gate, type Told } from './gate.ts'
import { pairOf, signed } from './keys.ts'
import { bytes, type Delivered, type Provider } from './provider.ts'
import { Till, type Trade } from './till.ts'

const APP = '2021000000000001'
const SELLER = '2088000000000001'
type Fields = Record<string, string>
type Json = Record<string, unknown>
const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
const fenOf = (text: unknown): bigint => BigInt(String(text).replace('.', ''))
const shanghai = (ms: number): string => new Date(ms + 28_800_000).toISOString().slice(0, 19).replace('T', ' ')
const plain = (fields: Fields, without: readonly string[]): string =>
  Object.keys(fields)
    .filter((name) => !without.includes(name))
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&')

export type AlipaySettingsOf = Awaited<ReturnType<typeof openAlipay>>['settings']

export async function openAlipay(clock: Clock) {
  const till = new Till(clock)
  /** Codes that were shown; a trade comes into being with the scan. */
  const codes = new Map<string, { readonly fen: bigint; readonly endsAt: number; readonly qr: string }>()
  const yes = (more: Json): Json => ({ code: '10000', msg: 'Success', ...more })
  const no = (sub: string): Json => ({ code: '40004', msg: 'Business Failed', sub_code: sub, sub_msg: '—' })

  const status = (trade: Trade): string => {
    if (trade.state === 'paid') return till.refunded(trade) === trade.paidFen ? 'TRADE_CLOSED' : 'TRADE_SUCCESS'
    return trade.state === 'closed' ? 'TRADE_CLOSED' : 'WAIT_BUYER_PAY'
  }
  const methods: { readonly [method: string]: (wish: Json, fields: Fields) => Json } = {
    'alipay.trade.precreate': (wish, { notify_url = '' }) => {
      const number = String(wish.out_trade_no)
      const minutes = /^(\d+)m$/.exec(String(wish.timeout_express))?.[1]
      const complete =
        /^\d+\.\d\d$/.test(String(wish.total_amount)) && wish.subject && notify_url.startsWith('https://')
      if (!complete || !minutes || wish.qr_code_timeout_express !== wish.timeout_express)
        return no('ACQ.INVALID_PARAMETER')
      const fen = fenOf(wish.total_amount)
      const known = codes.get(number)
      if (known && known.fen !== fen) return no('ACQ.CONTEXT_INCONSISTENT')
      const qr = known?.qr ?? `https://qr.alipay.com/bax0${codes.size}`
      codes.set(number, { fen, qr, endsAt: clock.now() + Number(minutes) * 60_000 })
      return yes({ out_trade_no: number, qr_code: qr })
    },
    'alipay.trade.query': (wish) => {
      const trade = till.trades.get(String(wish.out_trade_no))
      if (!trade) return no('ACQ.TRADE_NOT_EXIST')
      return yes({
        out_trade_no: trade.number,
        trade_no: trade.txn || '2026112122001400000000000000',
        trade_status: status(trade),
        total_amount: yuan(trade.state === 'paid' ? trade.paidFen : trade.fen),
        buyer_logon_id: '158****1562',
        ...(trade.state === 'paid' ? { send_pay_date: shanghai(trade.paidAt) } : {}),
      })
    },
    'alipay.trade.close': (wish) => {
      const trade = till.trades.get(String(wish.out_trade_no))
      if (!trade) return no('ACQ.TRADE_NOT_EXIST')
      if (trade.state === 'paid' || trade.state === 'closed') return no('ACQ.TRADE_STATUS_ERROR')
      trade.state = 'closed'
      return yes({ out_trade_no: trade.number, trade_no: trade.txn })
    },
    'alipay.trade.refund': (wish) => {
      const trade = till.trades.get(String(wish.out_trade_no))
      if (trade?.state !== 'paid') return no('ACQ.TRADE_NOT_EXIST')
      const done = till.refund(trade, String(wish.out_request_no), fenOf(wish.refund_amount))
      if (done === 'too-much') return no('ACQ.REASON_TRADE_REFUND_FEE_ERR')
      if (done === 'another-amount') return no('ACQ.DISCORDANT_REPEAT_REQUEST')
      const sum = yuan(till.refunded(trade))
      return yes({
        out_trade_no: trade.number,
        trade_no: trade.txn,
        fund_change: done === 'repeat' ? 'N' : 'Y',
        refund_fee: sum,
      })
    },
    'alipay.data.dataservice.bill.downloadurl.query': ({ bill_type, bill_date }) => {
      if (bill_type !== 'trade' || String(bill_date) >= dateOf(clock.now())) return no('isp.bill_not_exist')
      return yes({ bill_download_url: `${new URL(apiRoot).origin}/downloadBillFile.resource?bizType=${bill_date}` })
    },
    'alipay.trade.fastpay.refund.query': (wish) => {
      const trade = till.trades.get(String(wish.out_trade_no))
      if (!trade) return no('ACQ.TRADE_NOT_EXIST')
      const back = trade.refunds.get(String(wish.out_request_no))
      if (!back) return yes({})
      return yes({
        out_trade_no: trade.number,
        trade_no: trade.txn,
        out_request_no: wish.out_request_no,
        refund_amount: yuan(back.fen),
        total_amount: yuan(trade.paidFen),
        refund_status: 'REFUND_SUCCESS',
        gmt_refund_pay: shanghai(back.at),
      })
    },
  }

  const gate = new Gate(({ body, path, query, unsigned }): Told => {
    if (path.startsWith('/downloadBillFile.resource'))
      return { status: 200, body: alipayZip(till, query.get('bizType') ?? '', SELLER) }
    const fields: Fields = Object.fromEntries([...new URL(path, 'http://x').searchParams, ...new URLSearchParams(body)])
    const { method = '', sign = '', sign_type, app_id, biz_content = '{}', charset } = fields
    const key = `${method.replaceAll('.', '_')}_response`
    const mine = verify(
      'RSA-SHA256',
      Buffer.from(plain(fields, ['sign'])),
      pairOf('merchant').publicKey,
      Buffer.from(sign, 'base64'),
    )
    const trusted =
      mine && sign_type === 'RSA2' && app_id === APP && charset === 'utf-8' && path.includes('charset=utf-8')
    const told = trusted
      ? (methods[method]?.(JSON.parse(biz_content) as Json, fields) ?? { code: '40001', msg: 'Missing Method' })
      : { code: '40002', msg: 'Invalid Arguments', sub_code: 'isv.invalid-signature', sub_msg: '验签出错' }
    // Slashes are escaped in what they sign, as their servers do.
    const text = JSON.stringify(told).replaceAll('/', '\\/')
    return { status: 200, body: `{"${key}":${text},"sign":"${signed(unsigned ? 'stranger' : 'alipay', text)}"}` }
  })
  const apiRoot = `${await gate.open()}/gateway.do`
  const settings = {
    appId: APP,
    privateKey: pairOf('merchant').ours,
    publicKey: pairOf('alipay').theirs,
    sellerId: SELLER,
    apiRoot,
  }
  const made = makeChannel('alipay', { alipay: settings, publicUrl: 'https://bot.example.com' }, clock, countedIds())
  if (!made?.ok) throw new Error(made?.error)

  /** The scan that makes a trade of a code. */
  function scanned(number: string): Trade {
    const code = codes.get(number)
    if (!code || clock.now() >= code.endsAt) throw new Error('the code is over')
    const trade = till.open(number, code.fen, code.endsAt)
    if (!trade) throw new Error('another trade')
    return trade
  }
  const fieldsOf = (trade: Trade): Fields => ({
    gmt_create: shanghai(clock.now()),
    charset: 'utf-8',
    subject: `订单 ${trade.number} & 100%+`,
    buyer_id: '2088102534368455',
    buyer_logon_id: 'xud***@example.com',
    invoice_amount: yuan(trade.paidFen),
    notify_id: `2026112100222155624068450559${trade.number.slice(-6)}`,
    fund_bill_list: `[{"amount":"${yuan(trade.paidFen)}","fundChannel":"ALIPAYACCOUNT"}]`,
    notify_type: 'trade_status_sync',
    trade_status: 'TRADE_SUCCESS',
    receipt_amount: yuan(trade.paidFen),
    app_id: APP,
    auth_app_id: APP,
    seller_id: SELLER,
    gmt_payment: shanghai(trade.paidAt),
    notify_time: shanghai(clock.now()),
    version: '1.0',
    out_trade_no: trade.number,
    total_amount: yuan(trade.paidFen),
    trade_no: trade.txn,
  })
  const form = (fields: Fields): Delivered => ({ body: bytes(new URLSearchParams(fields).toString()), headers: {} })
  const signedFields = (fields: Fields, signer = 'alipay', type = 'RSA2'): Fields => ({
    ...fields,
    sign: signed(signer, plain(fields, ['sign', 'sign_type']), type === 'RSA' ? 'RSA-SHA1' : 'RSA-SHA256'),
    sign_type: type,
  })
  const deliver = (number: string, change: Fields = {}, signer?: string, type?: string): Delivered =>
    form(signedFields({ ...fieldsOf(till.get(number)), ...change }, signer, type))

  const provider: Provider = {
    name: 'alipay',
    channel: made.value,
    network: true,
    signsAnswers: true,
    refundsParts: true,
    scan: async (number) => {
      scanned(number).state = 'scanned'
      return true
    },
    pay: async (number, fen) => {
      scanned(number)
      return till.pay(number, fen)
    },
    fail: async (fault) => {
      gate.fault = fault
    },
    notice: async (number) => deliver(number),
    quiet: async (number) => deliver(number, { trade_status: 'TRADE_CLOSED' }),
    forgeries: async (number) => {
      const right = Buffer.from(deliver(number).body).toString('utf8')
      const raw = (body: string): Delivered => ({ body: bytes(body), headers: {} })
      const fields = fieldsOf(till.get(number))
      return [
        { what: 'signed by a stranger', delivered: deliver(number, {}, 'stranger') },
        { what: 'signed by ourselves', delivered: deliver(number, {}, 'merchant') },
        { what: 'signed with SHA-1 and saying so', delivered: deliver(number, {}, 'alipay', 'RSA') },
        { what: 'claiming SHA-1', delivered: raw(right.replace('sign_type=RSA2', 'sign_type=RSA')) },
        { what: 'without a sign type', delivered: raw(right.replace('&sign_type=RSA2', '')) },
        { what: 'without a signature', delivered: form({ ...fields, sign_type: 'RSA2' }) },
        { what: 'with an empty signature', delivered: form({ ...fields, sign: '', sign_type: 'RSA2' }) },
        { what: 'of another application', delivered: deliver(number, { app_id: '2021000000000002' }) },
        { what: 'of another seller', delivered: deliver(number, { seller_id: '2088000000000002' }) },
        { what: 'with a doubled amount', delivered: raw(`${right}&total_amount=9999.00`) },
        { what: 'with a doubled number in front', delivered: raw(`out_trade_no=DZ20261121AAAAAAAAAAAA&${right}`) },
        { what: 'with a doubled field spelt in another way', delivered: raw(`${right}&%74otal_amount=9999.00`) },
        { what: 'with an added field', delivered: raw(`${right}&extra=1`) },
        { what: 'with its signature spelt in another way', delivered: raw(right.replace('sign=', 'sign=%0A')) },
        { what: 'of no money', delivered: deliver(number, { total_amount: '0.00' }) },
        { what: 'of less than no money', delivered: deliver(number, { total_amount: '-50.00' }) },
        { what: 'of a part of a fen', delivered: deliver(number, { total_amount: '50.001' }) },
        { what: 'of a number that is none', delivered: deliver(number, { out_trade_no: "' or 1=1 --" }) },
        { what: 'without a time', delivered: deliver(number, { gmt_payment: '' }) },
        {
          what: 'not in UTF-8',
          delivered: { body: Buffer.concat([bytes(`${right}&x=`), Buffer.from([0xff])]), headers: {} },
        },
      ]
    },
    close: () => gate.close(),
  }
  const environment = {
    ALIPAY_APP_ID: APP,
    ALIPAY_SELLER_ID: SELLER,
    ALIPAY_PRIVATE_KEY: settings.privateKey.reveal(),
    ALIPAY_PUBLIC_KEY: settings.publicKey.reveal(),
    ALIPAY_API_ROOT: apiRoot,
  }
  return {
    ...provider,
    environment,
    till,
    deliver,
    settings,
    signedFields,
    fieldsOf,
    form,
    secretOf: (text: string) => new Secret(text),
  }
}
