// A provider's statement tells what we missed and what does not agree: taken in once, settled the one way, told by masks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readStatementFile } from '../../core/channels/statement/file.ts'
import { decideRefund, requestRefund } from '../../core/desk/refund/refund.ts'
import { importStatement } from '../../core/desk/statement/import.ts'
import { matchStatement } from '../../core/desk/statement/match.ts'
import type { Order } from '../../core/domain/order.ts'
import { DAY, fixedClock, HOUR, type SettableClock } from '../../core/kit/clock.ts'
import { fen } from '../../core/kit/money.ts'
import { Secret } from '../../core/kit/secret.ts'
import type { StatementLine } from '../../core/ports/payment-channel.ts'
import { mint } from '../../core/redaction/redacted.ts'
import { openAlipay } from '../fakes/providers/alipay.ts'
import { alipayBill, alipayZip, gbk, wechatBill } from '../fakes/providers/bill.ts'
import { pairOf } from '../fakes/providers/keys.ts'
import type { Books, Provider } from '../fakes/providers/provider.ts'
import { Till } from '../fakes/providers/till.ts'
import { openWechat } from '../fakes/providers/wechat.ts'
import { openShop, type Shop } from '../fakes/shop.ts'

const NOON = '2026-11-20T12:00:00+08:00'
const ON = '2026-11-20'
const signal = new AbortController().signal

const settings = {
  publicUrl: undefined,
  wechat: {
    merchantId: '1900000001',
    appId: 'wx0123456789abcdef',
    apiV3Key: new Secret('a'.repeat(32)),
    privateKey: pairOf('merchant').ours,
    certSerial: '51',
    platformPublicKey: pairOf('wechat').theirs,
    platformKeyId: 'PUB_KEY_ID_1',
    apiRoot: 'https://api.mch.weixin.qq.com',
  },
  alipay: {
    appId: '2021000000000001',
    privateKey: pairOf('merchant').ours,
    publicKey: pairOf('alipay').theirs,
    sellerId: '2088000000000001',
    apiRoot: 'https://openapi.alipay.com/gateway.do',
  },
}

describe.each([
  ['WeChat Pay', openWechat],
  ['Alipay', openAlipay],
] as const)('the statement of %s', (_, openBank) => {
  let clock: SettableClock
  let bank: Provider & Books
  beforeEach(async () => {
    clock = fixedClock(NOON)
    bank = await openBank(clock)
  })
  afterEach(() => bank.close())

  const made = async (number: string, amount: bigint): Promise<void> => {
    const trade = { number, amount: fen(amount), expiresAt: (clock.now() + 900_000) as never }
    expect((await bank.channel.create(trade, signal)).ok).toBe(true)
    await bank.pay(number)
  }
  const fetched = () => bank.channel.statement?.(ON, signal) ?? Promise.reject(new Error('no statement'))

  it('of a day is every payment and refund of it, to the fen', async () => {
    await made('DZ20261120AAAAAAAAAAAA', 5_001n)
    await made('DZ20261120BBBBBBBBBBBB', 999_900n)
    const { txn } = bank.till.get('DZ20261120BBBBBBBBBBBB')
    const wish = { number: 'DZ20261120BBBBBBBBBBBB', refundNumber: 'RF20261120ABC', paid: fen(999_900n), txn }
    expect((await bank.channel.refund({ ...wish, amount: fen(900n) }, signal)).kind).toBe('returned')
    clock.advance(DAY)
    const told = await fetched()
    expect(told.ok && told.value.map((line) => (line.kind === 'payment' ? line.fact.amount : -line.amount))).toEqual([
      5_001n,
      999_900n,
      -900n,
    ])
    const [first] = told.ok ? told.value : []
    expect(first?.kind === 'payment' && first.fact.paidAt).toBe(Date.parse(NOON))
  })

  it('is not there before the day is over, and that is said', async () => {
    expect(await fetched()).toEqual({ ok: false, error: 'not-ready' })
  })

  it.each(['down', 'html', 'drops', 'cut', 'unsigned', 'redirects'] as const)(
    'from a provider that is %s is no statement',
    async (fault) => {
      await made('DZ20261120AAAAAAAAAAAA', 5_000n)
      clock.advance(DAY)
      await bank.fail(fault)
      expect(await fetched()).toEqual({ ok: false, error: 'unknown' })
    },
  )
})

it('a bill of WeChat Pay whose download was altered on its way is no statement', async () => {
  const clock = fixedClock(NOON)
  const bank = await openWechat(clock)
  const number = 'DZ20261120AAAAAAAAAAAA'
  await bank.channel.create({ number, amount: fen(5_000n), expiresAt: (clock.now() + 900_000) as never }, signal)
  await bank.pay(number)
  clock.advance(DAY)
  expect((await bank.channel.statement?.(ON, signal))?.ok).toBe(true)
  bank.bill.says = '`90.00'
  expect(await bank.channel.statement?.(ON, signal)).toEqual({ ok: false, error: 'unknown' })
  await bank.close()
})

describe('a file', () => {
  const till = new Till(fixedClock(NOON))
  for (let count = 0; count < 3_000; count++) {
    const number = `DZ20261120${String(count).padStart(12, '0')}`
    till.open(number, 1_000n + BigInt(count), Number.POSITIVE_INFINITY)
    till.pay(number)
  }
  const wechat = wechatBill(till, ON, '1900000001', 'wx0123456789abcdef')
  const alipay = alipayBill(till, ON, '2088000000000001')
  const read = (bytes: Uint8Array) => readStatementFile(bytes, settings)
  const sum = (lines: readonly StatementLine[]): bigint =>
    lines.reduce((total, line) => total + (line.kind === 'payment' ? line.fact.amount : 0n), 0n)

  it.each([
    ['WeChat Pay’s CSV', () => Buffer.from(wechat)],
    ['Alipay’s CSV in GBK', () => gbk(alipay)],
    ['Alipay’s CSV in UTF-8', () => Buffer.from(alipay)],
    ['Alipay’s ZIP', () => alipayZip(till, ON, '2088000000000001')],
  ])('of three thousand rows is read whole: %s', (_, bytes) => {
    const file = read(bytes())
    expect(file.ok && [file.value.lines.length, sum(file.value.lines)]).toEqual([3_000, 7_498_500n])
  })

  it.each([
    ['cut at half', () => Buffer.from(wechat.slice(0, wechat.length / 2))],
    ['without one of its rows', () => Buffer.from(wechat.replace(/\r\n`2026[^\r]*\r\n/, '\r\n'))],
    ['of another merchant', () => Buffer.from(wechat.replaceAll('1900000001', '1900000002'))],
    ['with an amount in words', () => Buffer.from(wechat.replaceAll('`10.00', '`ten'))],
    ['of another account', () => gbk(alipay.replace('2088000000000001', '2088000000000002'))],
    ['of Alipay, cut', () => gbk(alipay.slice(0, alipay.length / 2))],
    ['of Alipay, without one of its rows', () => gbk(alipay.replace(/\r\n2026[^\r]*\r\n/, '\r\n'))],
    ['a broken archive', () => alipayZip(till, ON, '2088000000000001').subarray(0, 2_000)],
    ['something else', () => Buffer.from('a,b,c\r\n1,2,3\r\n')],
    ['empty', () => Buffer.alloc(0)],
  ])('%s is refused as a whole', (_, bytes) => {
    expect(read(bytes()).ok).toBe(false)
  })
})

describe('matching', () => {
  let shop: Shop
  beforeEach(async () => {
    shop = await openShop()
    await shop.openAccount('alice')
  })
  afterEach(async () => {
    expect(await shop.broken()).toEqual([])
    await shop.close()
  })
  const lineOf = (order: Order, txn: string, amount = order.amount): StatementLine => ({
    kind: 'payment',
    fact: { channel: 'alipay', orderNumber: order.number, txn, amount, paidAt: shop.clock.now() },
    fee: fen(0n),
  })
  const taken = (...lines: StatementLine[]) => importStatement(shop.context, 'alipay', lines, ON)
  const matched = () => matchStatement(shop.context, 'alipay', ON)

  it('takes the same statement in once, and a longer one of the same day adds what is new', async () => {
    const [one, two] = [lineOf(await shop.order(), 'T1'), lineOf(await shop.order(), 'T2')]
    expect(await taken(one)).toMatchObject({ added: 1, repeat: false })
    expect(await taken(one)).toMatchObject({ added: 0, repeat: true })
    expect(await taken(two, one)).toMatchObject({ added: 1, repeat: false })
    expect(await shop.count('statement_line')).toBe(2)
  })

  it('credits what we missed the one way, once, and says nothing of what agrees', async () => {
    const known = await shop.order()
    await shop.pay(known, 'T1')
    await shop.notify(known, 'T1')
    const unknown = await shop.order()
    await taken(lineOf(known, 'T1'), lineOf(unknown, 'T2'))
    expect(await matched()).toMatchObject({ lines: 2, matched: 1, credited: 1, suspense: 0, left: [] })
    expect((await shop.orderOf(unknown.id)).state).toBe('completed')
    const [payment] = await shop.store.read((r) => r.payments.ofOrder(unknown.id))
    expect(payment).toMatchObject({ source: 'statement', disposition: 'credited' })
    expect(await shop.store.read((r) => r.untold.has(payment?.id ?? ''))).toBe(true)
    expect(await matched()).toMatchObject({ lines: 2, matched: 2, credited: 0, left: [] })
    expect(await shop.count('payment')).toBe(2)
  })

  it('puts another amount, a second payment and an unknown number in suspense, and lists them by mask', async () => {
    const order = await shop.order()
    const paid = await shop.order()
    await shop.pay(paid, 'T3')
    await shop.notify(paid, 'T3')
    await taken(
      lineOf(order, 'T1', fen(4_000n)),
      lineOf({ ...order, number: 'DZ20261120ZZZZZZZZZZZZ' }, 'T2'),
      lineOf(paid, 'T3'),
      lineOf(paid, 'T4'),
    )
    const result = await matched()
    expect(result).toMatchObject({ matched: 1, suspense: 3 })
    expect(result.left.map(({ what }) => what)).toEqual(['suspense', 'suspense', 'suspense'])
    expect(JSON.stringify(result)).not.toContain(order.number)
    expect(await shop.balance()).toBe(25_000_000n)
  })

  it('lists a payment of ours that the provider does not have, and one that it has with another amount', async () => {
    const [ours, other] = [await shop.order(), await shop.order()]
    for (const [order, txn] of [
      [ours, 'T1'],
      [other, 'T2'],
    ] as const) {
      await shop.pay(order, txn)
      await shop.notify(order, txn)
    }
    await taken(lineOf(other, 'T2', fen(4_999n)))
    expect((await matched()).left.map(({ what, fen: amount }) => [what, amount])).toEqual([
      ['differs', 4_999],
      ['not-in-statement', 5_000],
    ])
    expect(await shop.balance()).toBe(50_000_000n)
  })

  it('knows refunds by their number, lists those that are not ours, and has the provider asked about those under way', async () => {
    const order = await shop.order()
    await shop.pay(order, 'T1')
    await shop.notify(order, 'T1')
    const asked = await requestRefund(shop.context, order.id, mint('twice'))
    await decideRefund(shop.context, order.id, { to: 'approved', by: 'lin' })
    const id = asked.ok ? asked.value.id : ''
    const payback = await shop.store.read((r) => r.paybacks.ofCause('refund', id))
    if (!payback) throw new Error('no payback')
    await shop.store.write((w) =>
      w.paybacks.save({ ...payback, state: 'waiting', nextAt: (shop.clock.now() + HOUR) as never }),
    )
    const back = (refundNumber: string): StatementLine => ({
      kind: 'refund',
      number: order.number,
      refundNumber,
      amount: order.amount,
    })
    await taken(lineOf(order, 'T1'), back(payback.number), back('SOMEBODYS'))
    const result = await matched()
    expect(result).toMatchObject({ refunds: 2, open: 1 })
    expect(result.left.map(({ what }) => what)).toEqual(['unknown-refund'])
    expect((await shop.store.read((r) => r.paybacks.byId(payback.id)))?.nextAt).toBe(shop.clock.now())
  })

  it('stopped half-way and begun again settles everything once', async () => {
    const orders = []
    for (let count = 0; count < 450; count++) orders.push(await shop.order())
    await taken(...orders.map((order, index) => lineOf(order, `T${index}`)))
    const first = await matchStatement(shop.context, 'alipay', ON, async () => true)
    expect(first.credited).toBe(200)
    expect(await matched()).toMatchObject({ lines: 450, matched: 200, credited: 250, left: [] })
    expect(await shop.count('payment')).toBe(450)
  })
})
