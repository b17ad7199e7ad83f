// A fake Epay gateway in any dialect: mapi.php, api.php and notices by MD5, as the PHP of this family behaves.
import { createHash } from 'node:crypto'
import { makeChannel } from '../../../core/channels/index.ts'
import type { Clock } from '../../../core/kit/clock.ts'
import { countedIds } from '../../../core/kit/ids.ts'
import { Secret } from '../../../core/kit/secret.ts'
import { type Asked, Gate, type Told } from './gate.ts'
import { type Books, bytes, type Delivered, type Provider } from './provider.ts'
import { Till, type Trade } from './till.ts'

const PID = '1001'
const KEY = 'k3yOfTheMerchant0123456789abcdef'
const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
const fenOf = (text: string): bigint => BigInt(text.replace('.', ''))
const shanghai = (ms: number): string => new Date(ms + 28_800_000).toISOString().slice(0, 19).replace('T', ' ')
const json = (value: object): Told => ({ status: 200, body: JSON.stringify(value) })

export type Fields = Record<string, string>

export type EpayProvider = Provider & Books & { readonly deliver: (fields: Fields, key?: string) => Delivered }

export async function openEpay(clock: Clock, dialect = 'standard+refund'): Promise<EpayProvider> {
  const traits = dialect.split('+')
  const till = new Till(clock)
  const codes = new Map<string, string>()
  const signOf = (fields: Fields, key = KEY): string => {
    const pairs = Object.keys(fields)
      .filter((name) => name !== 'sign' && name !== 'sign_type' && fields[name] !== '')
      .sort()
      .map((name) => `${name}=${fields[name]}`)
    const end = traits.includes('keyed') ? `&key=${key}` : key
    const md5 = createHash('md5')
      .update(pairs.join('&') + end)
      .digest('hex')
    return traits.includes('upper') ? md5.toUpperCase() : md5
  }
  const row = (trade: Trade) => {
    const status = trade.state !== 'paid' ? 0 : till.refunded(trade) === trade.paidFen ? 2 : 1
    return {
      code: 1,
      msg: '查询订单号成功！',
      trade_no: trade.txn || `E${trade.number}`,
      out_trade_no: trade.number,
      type: 'alipay',
      pid: PID,
      endtime: trade.state === 'paid' ? shanghai(trade.paidAt) : null,
      name: trade.number,
      money: yuan(trade.state === 'paid' ? trade.paidFen : trade.fen),
      status: String(status),
    }
  }
  const wish = (body: string): Fields => Object.fromEntries(new URLSearchParams(body))
  const pages: { readonly [page: string]: (asked: Asked) => Told } = {
    'POST /mapi.php': ({ body }) => {
      const fields = wish(body)
      const { out_trade_no = '', money = '', pid, sign, name, notify_url, type, clientip } = fields
      if (pid !== PID) return json({ code: -1, msg: '商户不存在' })
      if (sign !== signOf(fields)) return json({ code: -1, msg: '签名校验失败，请返回重试！' })
      if (!name || !notify_url?.startsWith('https://') || !type || !clientip)
        return json({ code: -1, msg: '参数不能为空' })
      if (!/^\d+\.\d\d$/.test(money)) return json({ code: -1, msg: '金额不合法' })
      if (!till.open(out_trade_no, fenOf(money), Number.POSITIVE_INFINITY)) return json({ code: -1, msg: '订单已存在' })
      const code = codes.get(out_trade_no) ?? `https://qr.alipay.com/bax${codes.size}x`
      codes.set(out_trade_no, code)
      return json({ code: 1, trade_no: `E${out_trade_no}`, qrcode: code })
    },
    'GET /api.php?act=order': ({ query }) => {
      if (query.get('pid') !== PID || query.get('key') !== KEY) return json({ code: -3, msg: '商户密钥错误' })
      const trade = till.trades.get(query.get('out_trade_no') ?? '')
      return trade ? json(row(trade)) : json({ code: -1, msg: '订单号不存在' })
    },
    'POST /api.php?act=refund': ({ body }) => {
      const { pid, key, out_trade_no = '', money = '' } = wish(body)
      if (pid !== PID || key !== KEY) return json({ code: -3, msg: '商户密钥错误' })
      const trade = till.trades.get(out_trade_no)
      if (trade?.state !== 'paid' || till.refund(trade, 'whole', fenOf(money)) !== 'done')
        return json({ code: -1, msg: '退款失败' })
      // As some gateways do: success in words, an odd code beside it.
      return json({ code: 0, msg: '退款成功' })
    },
  }
  const gate = new Gate((asked) => {
    const act = asked.query.get('act')
    const page = `${asked.method} ${asked.path.split('?')[0]}${act === null ? '' : `?act=${act}`}`
    return pages[page]?.(asked) ?? { status: 404, body: '<html>404' }
  })
  const apiRoot = await gate.open()
  const settings = {
    epay: { merchantId: PID, key: new Secret(KEY), apiRoot, dialect },
    publicUrl: 'https://bot.example.com',
  }
  const made = makeChannel('epay', settings, clock, countedIds())
  if (!made?.ok) throw new Error(made?.error)

  const noticeOf = (trade: Trade): Fields => ({
    pid: PID,
    trade_no: trade.txn || 'E1',
    out_trade_no: trade.number,
    type: 'alipay',
    name: trade.number,
    money: yuan(trade.state === 'paid' ? trade.paidFen : trade.fen),
    trade_status: 'TRADE_SUCCESS',
    param: '',
  })
  const text = (fields: Fields): string => new URLSearchParams(fields).toString()
  const deliver = (fields: Fields, key = KEY): Delivered => ({
    body: bytes(text({ ...fields, sign: signOf(fields, key), sign_type: 'MD5' })),
    headers: {},
  })
  return {
    name: 'epay',
    channel: made.value,
    network: true,
    signsAnswers: false,
    refundsParts: false,
    environment: { EPAY_PID: PID, EPAY_KEY: KEY, EPAY_API_ROOT: apiRoot, EPAY_DIALECT: dialect },
    till,
    deliver,
    scan: async () => false,
    pay: async (number, fen) => till.pay(number, fen),
    fail: async (fault) => {
      gate.fault = fault
    },
    notice: async (number) => deliver(noticeOf(till.get(number))),
    quiet: async (number) => deliver({ ...noticeOf(till.get(number)), trade_status: 'TRADE_CLOSED' }),
    forgeries: async (number) => {
      const fields = noticeOf(till.get(number))
      const right = text({ ...fields, sign: signOf(fields), sign_type: 'MD5' })
      const raw = (body: string): Delivered => ({ body: bytes(body), headers: {} })
      const { pid, ...rest } = fields
      return [
        { what: 'signed with another merchant’s key', delivered: deliver(fields, 'an0therMerchantsKey0123456789abcd') },
        { what: 'signed with an empty key', delivered: deliver(fields, '') },
        { what: 'of another merchant', delivered: deliver({ ...fields, pid: '1002' }) },
        { what: 'of no merchant', delivered: deliver(rest) },
        { what: 'with a doubled amount', delivered: raw(`${right}&money=9999.00`) },
        { what: 'with a doubled number in front', delivered: raw(`out_trade_no=DZ20261121AAAAAAAAAAAA&${right}`) },
        { what: 'with a doubled field spelt in another way', delivered: raw(`${right}&%6doney=9999.00`) },
        { what: 'in array spelling', delivered: raw(`${right}&money%5B%5D=9999.00`) },
        { what: 'with a sign type of its own', delivered: raw(right.replace('sign_type=MD5', 'sign_type=NONE')) },
        { what: 'with an empty signature', delivered: raw(text({ ...fields, sign: '', sign_type: 'MD5' })) },
        { what: 'without a signature', delivered: raw(text(fields)) },
        {
          what: 'cut in another way than it was signed',
          delivered: raw(
            text({
              ...rest,
              out_trade_no: `${fields.out_trade_no}&pid=${pid}`,
              sign: signOf(fields),
              sign_type: 'MD5',
            }),
          ),
        },
        { what: 'of no money', delivered: deliver({ ...fields, money: '0.00' }) },
        { what: 'of less than no money', delivered: deliver({ ...fields, money: '-50.00' }) },
        { what: 'of a third of a fen', delivered: deliver({ ...fields, money: '50.003' }) },
        { what: 'of an amount in words', delivered: deliver({ ...fields, money: '5e3' }) },
        {
          what: 'not in UTF-8',
          delivered: { body: Buffer.concat([bytes(`${right}&x=`), Buffer.from([0xff])]), headers: {} },
        },
      ]
    },
    close: () => gate.close(),
  }
}
