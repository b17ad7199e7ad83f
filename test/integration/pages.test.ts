// What a user reads of their own orders and money: every row once, newest first, a page at a time.
import { beforeEach, describe, expect, it } from 'vitest'
import { type Chat, makeChat } from '../../core/desk/chat/chat.ts'
import { placeOrder } from '../../core/desk/order/order.ts'
import { receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { reconcile } from '../../core/desk/payment/reconcile.ts'
import { requestRefund } from '../../core/desk/refund/refund.ts'
import { sweep } from '../../core/desk/sweep/sweep.ts'
import { transcriptOf } from '../../core/desk/transcript/gather.ts'
import type { Order } from '../../core/domain/order.ts'
import { HOUR, MINUTE } from '../../core/kit/clock.ts'
import { fenOfYuan } from '../../core/kit/money.ts'
import { makeLog } from '../../core/redaction/log.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import { type ChatContext, chatContext, linkedUser, shippedBook } from '../fakes/chat-context.ts'

const OLDER_ORDERS = '更早的订单 »'
const OLDER_ENTRIES = '更早的流水 »'
let desk: ChatContext
let chat: Chat
let count = 0

beforeEach(async () => {
  desk = await chatContext()
  chat = makeChat({ context: desk.context, book: shippedBook, environment: 'test' })
  await linkedUser(desk, 'test', 'li')
  await linkedUser(desk, 'test', 'wei')
})

async function write(text: string): Promise<string> {
  await chat.receive({
    platform: 'test',
    user: 'li',
    eventId: `e${++count}`,
    message: { kind: 'text', raw: new Raw(text) },
  })
  const queued = await chat.queued('test', 'li')
  for (const { id } of queued) await chat.sent(id)
  return queued
    .map(({ message }) => [message?.text, ...(message?.choices ?? []).map(({ label }) => label)].join('\n'))
    .join('\n')
}

async function order(user: string, yuan: number): Promise<Order> {
  const placed = await placeOrder(desk.context, { accountId: user, amount: fenOfYuan(yuan), channel: 'alipay' }, true)
  if (!placed.ok) throw new Error(placed.error.code)
  return placed.value.order
}

async function paid(yuan: number): Promise<Order> {
  const made = await order('li', yuan)
  const txn = `202611212200140000000000${1_000 + ++count}`
  await desk.sandbox.pay('alipay', made.number, txn, made.amount)
  const notice = await desk.sandbox.notice('alipay', made.number, txn)
  if (!notice) throw new Error('nothing to tell of')
  await receiveNotice(desk.context, 'alipay', notice.body, notice.headers)
  return made
}

/** Reads on until there is no older page. */
async function pages(first: string, older: string): Promise<readonly string[]> {
  const read = [await write(first)]
  while (read.at(-1)?.includes(older) && read.length < 20) read.push(await write(older))
  return read
}

describe('/orders', () => {
  it('shows each own order once, newest first, also where many were made in one instant, and none of others', async () => {
    const amounts = Array.from({ length: 19 }, (_, index) => 100 + index)
    for (const [index, yuan] of amounts.entries()) {
      await order('li', yuan)
      if (index % 5 === 0) desk.clock.advance(MINUTE)
    }
    await order('wei', 777)
    const read = await pages('/orders', OLDER_ORDERS)
    expect(read).toHaveLength(3)
    const shown = read.flatMap((page) =>
      [...page.matchAll(/^\*{4}\w{4} · ¥(\d+) · \S+ · .*下单/gm)].map(([, yuan]) => Number(yuan)),
    )
    expect(shown.toSorted((a, b) => a - b)).toEqual(amounts)
    expect(shown[0]).toBe(118)
  })

  it('names number, amount, status, when it was made and credited, and what is given back', async () => {
    const { number, id } = await paid(50)
    const before = await write('/orders')
    expect(before).toMatch(new RegExp(`\\*{4}${number.slice(-4)} · ¥50 · 已完成 · 12:00 下单 · 12:00 到账`))
    expect(before).not.toContain(number)
    await requestRefund(desk.context, id, redact(new Raw('不想要了')).text)
    expect(await write('/orders')).toContain('退款处理中 ¥50')
  })

  it('an order of an older page is the one that is looked into', async () => {
    const first = await order('li', 33)
    desk.clock.advance(MINUTE)
    for (let index = 0; index < 9; index++) await order('li', 60 + index)
    await write('/orders')
    await write(OLDER_ORDERS)
    expect(await write(`****${first.number.slice(-4)} · ¥33 · 待支付`)).toContain('¥33')
  })
})

describe('/balance', () => {
  it('shows the balance and each entry behind it once, and they add up', async () => {
    for (let yuan = 10; yuan < 29; yuan++) await paid(yuan)
    const read = await pages('/balance', OLDER_ENTRIES)
    const entries = read.flatMap((page) => [...page.matchAll(/· \+¥(\d+) · 充值到账/g)].map(([, yuan]) => Number(yuan)))
    const sum = Array.from({ length: 19 }, (_, index) => 10 + index).reduce((all, yuan) => all + yuan, 0)
    expect(entries).toHaveLength(19)
    expect(entries.reduce((all, yuan) => all + yuan, 0)).toBe(sum)
    for (const page of read) expect(page).toContain(`余额：¥${sum}`)
  })
})

it('a ticket’s transcript tells of the code that was shown and of what became of it, without the number', async () => {
  await write('/recharge 50')
  await write('支付宝')
  const [order] = await desk.context.store.read((r) => r.orders.since('li', desk.clock.now()))
  if (!order) throw new Error('no order')
  await desk.sandbox.pay('alipay', order.number, '2026112122001400000000000077', order.amount)
  const notice = await desk.sandbox.notice('alipay', order.number, '2026112122001400000000000077')
  if (notice) await receiveNotice(desk.context, 'alipay', notice.body, notice.headers)
  await write('人工')
  const made = await desk.context.store.read((r) => transcriptOf(r, desk.context, 1))
  const lines = made?.entries.map(({ text }) => text) ?? []
  expect(lines).toEqual(
    expect.arrayContaining([
      `▦ ****${order.number.slice(-4)} · ¥50 · 待支付`,
      `▦ ****${order.number.slice(-4)} · ¥50 · 已完成`,
    ]),
  )
  expect(JSON.stringify(made)).not.toContain(order.number)
})

it('nobody is reminded a day later of a code that is paid or over', async () => {
  const reminded = async (): Promise<string> => {
    desk.clock.advance(25 * HOUR)
    const log = makeLog({ level: 'silent', name: 'test' })
    await sweep({ context: desk.context, book: shippedBook, environment: 'test', log })
    const queued = await chat.queued('test', 'li')
    return queued.map(({ message }) => message?.text ?? '').join('\n')
  }
  await write('/recharge 50')
  await write('支付宝')
  desk.clock.advance(15 * MINUTE)
  await reconcile(desk.context)
  expect(await write('/language')).toContain('已超时')
  await write('/cancel')
  await write('/recharge 60')
  await write('支付宝')
  desk.clock.advance(15 * MINUTE)
  await reconcile(desk.context)
  const said = await reminded()
  expect(said).toContain('已超时')
  expect(said).not.toMatch(/您还在吗|扫上面的二维码支付/)
})
