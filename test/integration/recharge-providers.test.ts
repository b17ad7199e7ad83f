// A recharge in Telegram with the providers' own protocols over HTTP on both sides: what their network does to it, and what the user reads.
import { describe, expect, it, onTestFinished } from 'vitest'
import { notifyRoutes } from '../../bot/http/notify.ts'
import { reconcile } from '../../core/desk/payment/reconcile.ts'
import type { ChannelName } from '../../core/domain/channel.ts'
import { isOpen, type Order } from '../../core/domain/order.ts'
import { instantOf, MINUTE } from '../../core/kit/clock.ts'
import { makeLog } from '../../core/redaction/log.ts'
import { openAlipay } from '../fakes/providers/alipay.ts'
import type { Provider } from '../fakes/providers/provider.ts'
import { openWechat } from '../fakes/providers/wechat.ts'
import type { Seen } from '../fakes/telegram/screen.ts'
import type { Somebody } from '../fakes/telegram/somebody.ts'
import { openDesk } from '../telegram/desk.ts'
import { started } from './http-server.ts'

const methods = { alipay: '支付宝', wechat: '微信支付' } as const
type Method = keyof typeof methods

async function open() {
  const providers = new Map<ChannelName, Provider>()
  const desk = await openDesk({ faster: 2, channel: (name) => providers.get(name)?.channel })
  providers.set('alipay', await openAlipay(desk.clock))
  providers.set('wechat', await openWechat(desk.clock))
  onTestFinished(async () => void (await Promise.all([...providers.values()].map((one) => one.close()))))
  const log = makeLog({ level: 'error', name: 'notify', destination: { write: () => undefined } })
  const server = await started(notifyRoutes(desk.context, log, () => desk.running.dispatcher.poke()))
  const li = await desk.linked('li')
  const orders = (): Promise<readonly Order[]> => desk.store.read((r) => r.orders.since('li', instantOf(0)))
  const provider = (name: Method): Provider => providers.get(name) as Provider
  return {
    desk,
    li,
    orders,
    provider,
    /** The provider tells of a payment as it does: over HTTP, signed at this moment. */
    async tells(name: Method, number: string): Promise<number> {
      const { body, headers } = await provider(name).notice(number)
      const sent = Object.entries(headers).filter((field): field is [string, string] => field[1] !== undefined)
      const reply = await fetch(`${server.at}/notify/${name}`, {
        method: 'POST',
        body: Buffer.from(body),
        headers: Object.fromEntries(sent),
      })
      return reply.status
    },
    async asked(laterMs: number): Promise<void> {
      desk.clock.advance(laterMs)
      await reconcile(desk.context)
      desk.running.dispatcher.poke()
    },
  }
}
type Shop = Awaited<ReturnType<typeof open>>

const questions = (li: Somebody): number => li.sees().filter(({ text }) => text.includes('哪种方式')).length
async function wishes({ desk, li }: Shop, method: Method): Promise<void> {
  const before = questions(li)
  li.sends('/recharge 50')
  await desk.telegram.until('the question about the method', () => questions(li) === before + 1)
  li.presses(methods[method])
}
const turned = async ({ desk, li }: Shop, { id }: Seen, words: string): Promise<void> =>
  desk.telegram.until(`the message with the code says ${words}`, () =>
    li.sees().some((seen) => seen.id === id && seen.text.includes(words)),
  )

describe.each(['alipay', 'wechat'] as const)('a recharge by %s', (name) => {
  it('shows the code, hears the notice over HTTP, and the message turns to "credited"', async () => {
    const shop = await open()
    await wishes(shop, name)
    const bill = await shop.desk.reads(shop.li, '请核对金额')
    const [order] = await shop.orders()
    await shop.provider(name).pay(order?.number ?? '')
    expect(await shop.tells(name, order?.number ?? '')).toBeLessThan(300)
    await turned(shop, bill, '到账了')
    expect(shop.desk.telegram.faults).toEqual([])
  })

  it('whose answer with the code is lost asks again: one order, one trade, a code', async () => {
    const shop = await open()
    const provider = shop.provider(name)
    await provider.fail('answer-lost')
    await wishes(shop, name)
    await shop.desk.reads(shop.li, '出不了二维码')
    await provider.fail(undefined)
    shop.li.presses('再试一次')
    const bill = await shop.desk.reads(shop.li, '请核对金额')
    expect(bill.text).not.toContain('没有另下新单')
    expect(await shop.orders()).toHaveLength(1)
    const [order] = await shop.orders()
    await provider.pay(order?.number ?? '')
    expect(await shop.tells(name, order?.number ?? '')).toBeLessThan(300)
    await turned(shop, bill, '到账了')
  })

  it('whose provider is down at first can be paid the other way at once: a code that was never shown stands in nobody’s way', async () => {
    const shop = await open()
    const other = name === 'alipay' ? 'wechat' : 'alipay'
    await shop.provider(name).fail('down')
    await wishes(shop, name)
    await shop.desk.reads(shop.li, '出不了二维码')
    // Beyond the time in which its code might still be coming.
    shop.desk.clock.advance(10_000)
    shop.li.presses('换一种支付方式')
    await shop.desk.telegram.until('the question again', () => questions(shop.li) === 2)
    shop.li.presses(methods[other])
    await shop.desk.reads(shop.li, '请核对金额')
    expect(await shop.orders()).toHaveLength(2)
  })

  it('whose notice never came is credited by the question, and the message turns all the same', async () => {
    const shop = await open()
    await wishes(shop, name)
    const bill = await shop.desk.reads(shop.li, '请核对金额')
    const [order] = await shop.orders()
    await shop.provider(name).pay(order?.number ?? '')
    await shop.asked(MINUTE)
    await turned(shop, bill, '到账了')
  })

  it('that is wished by the other method is closed at its provider first: its code takes no money any more', async () => {
    const shop = await open()
    const other = name === 'alipay' ? 'wechat' : 'alipay'
    await wishes(shop, name)
    const bill = await shop.desk.reads(shop.li, '请核对金额')
    const [first] = await shop.orders()
    // Alipay has no trade, and so nothing to close, until its code is scanned.
    await shop.provider(name).scan(first?.number ?? '')
    await wishes(shop, other)
    await turned(shop, bill, '已取消')
    await shop.desk.telegram.until('a second code', () => shop.li.sees().filter(({ media }) => media).length === 2)
    await expect(shop.provider(name).pay(first?.number ?? '')).rejects.toThrow('the code is over')
    const now = shop.desk.clock.now()
    expect((await shop.orders()).filter((order) => isOpen(order, now)).map(({ channel }) => channel)).toEqual([other])
  })
})

it('an Alipay code that nobody scanned outlives its close: what is paid by it later is credited as late, and said where it was shown', async () => {
  const shop = await open()
  await wishes(shop, 'alipay')
  const bill = await shop.desk.reads(shop.li, '请核对金额')
  const [first] = await shop.orders()
  await wishes(shop, 'wechat')
  await turned(shop, bill, '已取消')
  shop.desk.clock.advance(MINUTE)
  await shop.provider('alipay').pay(first?.number ?? '')
  expect(await shop.tells('alipay', first?.number ?? '')).toBeLessThan(300)
  await turned(shop, bill, '结束后才收到付款')
})
