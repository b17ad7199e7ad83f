// A recharge in a Telegram chat, through the real client: one message shows the code and turns by itself as the order goes on.

import { describe, expect, it } from 'vitest'
import { readBarcodes } from 'zxing-wasm/reader'
import { receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { reconcile } from '../../core/desk/payment/reconcile.ts'
import type { Order } from '../../core/domain/order.ts'
import { MINUTE } from '../../core/kit/clock.ts'
import { prepareCodes } from '../../core/readers/codes.ts'
import type { Seen } from '../fakes/telegram/screen.ts'
import type { Somebody } from '../fakes/telegram/somebody.ts'
import { type Desk, openDesk } from '../telegram/desk.ts'

/** Time must not run out while a slow machine works: fifteen minutes of the shop last longer than any test. */
const open = (): Promise<Desk> => openDesk({ faster: 4 })

const orders = async ({ store }: Desk): Promise<readonly Order[]> => store.read((r) => r.orders.since('li', 0 as never))
const last = async (desk: Desk): Promise<Order> => (await orders(desk))[0] as Order

/** The provider's notice of a payment arrives, and the outbox hears of it as it does behind the HTTP route. */
async function noticed(desk: Desk, { channel, number, amount }: Order, txn: string): Promise<void> {
  await desk.sandbox.pay(channel, number, txn, amount)
  const notice = await desk.sandbox.notice(channel, number, txn)
  if (!notice) throw new Error('no payment to tell of')
  await receiveNotice(desk.context, channel, notice.body, notice.headers)
  desk.running.dispatcher.poke()
}

async function asked(desk: Desk, laterMs: number): Promise<void> {
  desk.clock.advance(laterMs)
  await reconcile(desk.context)
  desk.running.dispatcher.poke()
}

async function ordered(desk: Desk, li: Somebody, words = '/recharge 50', method = '支付宝'): Promise<Seen> {
  li.sends(words)
  await desk.reads(li, '用哪种方式支付')
  li.presses(method)
  return desk.reads(li, '请核对金额')
}

/** The question about the method stands there a second time. */
const asksAgain = (desk: Desk, li: Somebody): Promise<void> =>
  desk.telegram.until(
    'the question again',
    () => li.sees().filter(({ text }) => text.includes('哪种方式')).length === 2,
  )

const pictures = (li: Somebody): readonly Seen[] => li.sees().filter(({ media }) => media !== undefined)
const turned = async (desk: Desk, li: Somebody, { id }: Seen, words: string): Promise<Seen> => {
  const look = (): Seen | undefined => li.sees().find((seen) => seen.id === id && seen.text.includes(words))
  await desk.telegram.until(`the message with the code says ${words}`, () => look() !== undefined)
  return look() as Seen
}

describe('the message with the code', () => {
  it('holds the code that the provider gave, the masked number, the amount, the time left, and what not to do', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    const bill = await ordered(desk, li)
    const order = await last(desk)
    await prepareCodes()
    const [read] = await readBarcodes(new Blob([bill.media?.bytes as Uint8Array<ArrayBuffer>]), { formats: ['QRCode'] })
    const made = await desk.sandbox.channel('alipay').create(order, new AbortController().signal)
    expect(read?.text).toBe(made.ok && made.value.qr)
    for (const words of [`****${order.number.slice(-4)}`, '¥50', '还剩 15 分钟', '支付宝', '不要重复付款'])
      expect(bill.text).toContain(words)
    expect(bill.text).not.toContain(order.number)
    expect(bill.buttons.flat()).toEqual(['我已付款，查一下', '取消这笔订单', '人工客服'])
    expect(desk.telegram.faults).toEqual([])
  })

  it('turns to "credited" with the balance, by itself, and stays one message', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    const bill = await ordered(desk, li)
    const before = li.sees().length
    await noticed(desk, await last(desk), '2026112022001400000000000001')
    const now = await turned(desk, li, bill, '到账了')
    expect(now.text).toContain('余额 ¥50')
    expect(now.buttons.flat()).toEqual(['看余额和流水'])
    expect([pictures(li).length, li.sees().length]).toEqual([1, before])
    expect(desk.telegram.faults).toEqual([])
  })

  it('a notice that comes twice turns it once', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    const bill = await ordered(desk, li)
    const order = await last(desk)
    await noticed(desk, order, '2026112022001400000000000002')
    await turned(desk, li, bill, '到账了')
    await noticed(desk, order, '2026112022001400000000000002')
    await desk.quiet()
    expect(desk.telegram.calls.filter(({ method }) => method === 'editMessageCaption')).toHaveLength(1)
  })

  it('turns to "expired" with a button for a new order of the same amount', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    const bill = await ordered(desk, li)
    await asked(desk, 15 * MINUTE)
    const now = await turned(desk, li, bill, '已超时')
    expect(now.buttons.flat()).toEqual(['重新下单', '我已付款，查一下'])
    li.presses('重新下单')
    await asksAgain(desk, li)
    li.presses('微信支付')
    await desk.telegram.until('a second code', () => pictures(li).length === 2)
    expect((await last(desk)).amount).toBe(5_000n)
    expect((await orders(desk)).length).toBe(2)
  })

  it('says that its time is over, without claiming anything, where the provider cannot be asked', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    const bill = await ordered(desk, li)
    await desk.sandbox.setDown('alipay', 'fails')
    await asked(desk, 15 * MINUTE)
    const now = await turned(desk, li, bill, '正在向支付渠道核对')
    expect(now.text).not.toContain('没有收到付款')
    await desk.sandbox.setUp('alipay')
    await asked(desk, 6 * MINUTE)
    await turned(desk, li, bill, '没有收到付款')
  })

  it('turns to "late, credited" after it had expired', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    const bill = await ordered(desk, li)
    await asked(desk, 15 * MINUTE)
    await turned(desk, li, bill, '已超时')
    await noticed(desk, await last(desk), '2026112022001400000000000003')
    const now = await turned(desk, li, bill, '结束后才收到付款')
    expect(now.text).toContain('余额 ¥50')
  })

  it('says that the money waits for a person where the amount is another one', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    const bill = await ordered(desk, li)
    await noticed(desk, { ...(await last(desk)), amount: 4_900n as Order['amount'] }, '2026112022001400000000000004')
    expect((await turned(desk, li, bill, '由同事核对')).text).toContain('请不要再付')
  })

  it('was deleted by its reader: "credited" comes all the same, as a message of its own', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    const bill = await ordered(desk, li)
    li.deletes(bill)
    await noticed(desk, await last(desk), '2026112022001400000000000005')
    expect((await desk.reads(li, '到账了')).text).toContain('余额 ¥50')
    expect(desk.telegram.faults).toEqual([])
  })

  it("'s buttons work after the talk went elsewhere", async () => {
    const desk = await open()
    const li = await desk.linked('li')
    const bill = await ordered(desk, li)
    li.sends('/balance')
    await desk.reads(li, '余额：')
    li.presses('取消这笔订单', bill)
    await desk.reads(li, '确定取消')
    li.presses('确定取消订单')
    expect((await turned(desk, li, bill, '已取消')).buttons.flat()).toContain('重新下单')
    expect((await last(desk)).state).toBe('cancelled')
  })

  it('of somebody else is an old button', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    const wei = await desk.linked('wei')
    const bill = await ordered(desk, li)
    wei.starts()
    const menu = await desk.reads(wei, '您好')
    wei.pressesData('o:1:cancel', menu)
    await desk.reads(wei, '已经过去了')
    await desk.quiet()
    expect((await last(desk)).state).toBe('pending')
    expect(li.sees().find(({ id }) => id === bill.id)?.text).toContain('请核对金额')
  })
})

describe('one wish, one open order', () => {
  it('the same amount and method again show the same order once more', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    await ordered(desk, li)
    li.sends('/recharge 50')
    await asksAgain(desk, li)
    li.presses('支付宝')
    await desk.reads(li, '没有另下新单')
    expect(await orders(desk)).toHaveLength(1)
    await noticed(desk, await last(desk), '2026112022001400000000000006')
    await desk.telegram.until('both turn', () => pictures(li).every(({ text }) => text.includes('到账了')))
  })

  it('a second method closes the first at its provider, and the first message says so', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    const bill = await ordered(desk, li)
    li.sends('/recharge 50')
    await asksAgain(desk, li)
    li.presses('微信支付')
    await turned(desk, li, bill, '已取消')
    await desk.telegram.until('the second code', () => pictures(li).length === 2)
    const states = (await orders(desk)).map(({ channel, state }) => `${channel} ${state}`)
    expect(states.toSorted()).toEqual(['alipay cancelled', 'wechat pending'])
  })

  it('the first one turns out to be paid: it is credited and said, and no second order is made', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    const bill = await ordered(desk, li)
    await desk.pays(await last(desk), '2026112022001400000000000007')
    li.sends('/recharge 50')
    await asksAgain(desk, li)
    li.presses('微信支付')
    await desk.reads(li, '没有再下新单')
    await turned(desk, li, bill, '到账了')
    expect(await orders(desk)).toHaveLength(1)
  })

  it('the first provider cannot be asked: no second code, and the reason', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    await ordered(desk, li)
    await desk.sandbox.setDown('alipay', 'fails')
    li.sends('/recharge 50')
    await asksAgain(desk, li)
    li.presses('微信支付')
    await desk.reads(li, '请不要两边都付')
    expect(await orders(desk)).toHaveLength(1)
  })
})

describe('the amount', () => {
  it.each([
    ['５０', 50],
    ['¥50', 50],
    ['50.00', 50],
    ['充值50元', 50],
    ['1,000', 1_000],
    ['10,000', 10_000],
    ['１０', 10],
  ] as const)('%s is %i yuan', async (typed, yuan) => {
    const desk = await open()
    const li = await desk.linked('li')
    li.sends('/recharge')
    await desk.reads(li, '充多少')
    li.sends(typed)
    await desk.reads(li, '用哪种方式支付')
    li.presses('支付宝')
    await desk.reads(li, '请核对金额')
    expect((await last(desk)).amount).toBe(BigInt(yuan) * 100n)
  })

  it.each(['9', '10001', '50.5', '0.01', '０', '-50', '50.123', '99999999', '五十'])(
    '%s is refused at once, and the limits are named',
    async (typed) => {
      const desk = await open()
      const li = await desk.linked('li')
      li.sends('/recharge')
      await desk.reads(li, '充多少')
      li.sends(typed)
      const told = await desk.reads(li, /充不了|没有看到金额/)
      for (const limit of ['¥10', '¥10,000']) expect(told.text).toContain(limit)
      expect(told.text).not.toContain('哪种方式')
      expect(await orders(desk)).toHaveLength(0)
    },
  )

  it('that came with the command and is no amount for an order is asked for again', async () => {
    const desk = await open()
    const li = await desk.linked('li')
    li.sends('/recharge 5')
    expect((await desk.reads(li, '充多少')).text).toContain('¥10,000')
  })
})

it('a plan is paid by the same message, and it turns to "active"', async () => {
  const desk = await open()
  const li = await desk.linked('li')
  li.sends('我想买套餐')
  await desk.reads(li, '现在可以买的套餐')
  li.presses('轻量月卡 · ¥29')
  await desk.reads(li, '怎么付')
  li.presses('扫码支付')
  await desk.reads(li, '用哪种方式支付')
  li.presses('支付宝')
  const bill = await desk.reads(li, '请核对金额')
  await noticed(desk, await last(desk), '2026112022001400000000000008')
  expect((await turned(desk, li, bill, '已开通')).text).toContain('轻量月卡')
  expect(desk.telegram.faults).toEqual([])
})
