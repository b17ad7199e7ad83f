// Notices over real HTTP into a real database: answered as each provider wants it, after the commit, whoever else knocks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { notifyRoutes } from '../../bot/http/notify.ts'
import { placeOrder } from '../../core/desk/order/order.ts'
import type { ChannelName } from '../../core/domain/channel.ts'
import type { Order } from '../../core/domain/order.ts'
import { fenOfYuan } from '../../core/kit/money.ts'
import { makeLog } from '../../core/redaction/log.ts'
import { openAlipay } from '../fakes/providers/alipay.ts'
import { openEpay } from '../fakes/providers/epay.ts'
import type { Delivered, Provider } from '../fakes/providers/provider.ts'
import { openStripe } from '../fakes/providers/stripe.ts'
import { openWechat } from '../fakes/providers/wechat.ts'
import { FIFTY, openShop, type Shop, type ShopOptions } from '../fakes/shop.ts'
import { started } from './http-server.ts'

const providers = { alipay: openAlipay, wechat: openWechat, epay: openEpay, stripe: openStripe } as const
type Name = keyof typeof providers
const names = Object.keys(providers) as Name[]

let shop: Shop
let open: Map<ChannelName, Provider>
let at: string
let logged: () => string

async function start(options: ShopOptions = {}, on: readonly Name[] = names): Promise<void> {
  open = new Map()
  shop = await openShop({ ...options, provider: (channel) => open.get(channel.name)?.channel ?? {} })
  for (const name of on) open.set(name, await providers[name](shop.clock))
  await shop.openAccount('alice')
  const lines: string[] = []
  const log = makeLog({ level: 'debug', name: 'notify', destination: { write: (line) => void lines.push(line) } })
  const context = {
    ...shop.context,
    channel: (name: ChannelName) => (open.has(name) ? shop.context.channel(name) : undefined),
  }
  const server = await started(notifyRoutes(context, log))
  at = server.at
  logged = () => lines.join('') + server.logged()
}
beforeEach(() => start())
afterEach(async () => {
  await Promise.all([...open.values()].map((provider) => provider.close()))
  await shop.close()
})

const providerOf = (name: Name): Provider => {
  const provider = open.get(name)
  if (!provider) throw new Error(`${name} is off`)
  return provider
}
async function ordered(name: Name): Promise<Order> {
  const placed = await placeOrder(shop.context, { accountId: 'alice', amount: fenOfYuan(50), channel: name }, true)
  if (!placed.ok) throw new Error(placed.error.code)
  return placed.value.order
}
const post = async ({ body, headers }: Delivered, to: string): Promise<[number, string]> => {
  const reply = await fetch(`${at}/notify/${to}`, {
    method: 'POST',
    body: Buffer.from(body),
    headers: Object.fromEntries(
      Object.entries(headers).filter((field): field is [string, string] => field[1] !== undefined),
    ),
  })
  return [reply.status, await reply.text()]
}
const done: { readonly [N in Name]: [number, string] } = {
  alipay: [200, 'success'],
  epay: [200, 'success'],
  wechat: [204, ''],
  stripe: [200, '{"received":true}'],
}
const refused: { readonly [N in Name]: [number, string] } = {
  alipay: [400, 'fail'],
  epay: [400, 'fail'],
  wechat: [400, '{"code":"FAIL","message":"refused"}'],
  stripe: [400, '{"received":false}'],
}

describe.each(names)('a notice of %s', (name) => {
  it('is answered as its provider wants it, and credited once however often it comes', async () => {
    const order = await ordered(name)
    await providerOf(name).pay(order.number)
    for (const _ of [1, 2, 3]) expect(await post(await providerOf(name).notice(order.number), name)).toEqual(done[name])
    expect([await shop.balance(), await shop.count('payment'), await shop.count('notice')]).toEqual([FIFTY, 1, 1])
    expect(await shop.broken()).toEqual([])
  })

  it('with another amount than the order’s is answered, and its money kept apart', async () => {
    const order = await ordered(name)
    await providerOf(name).pay(order.number, 4_900n)
    expect(await post(await providerOf(name).notice(order.number), name)).toEqual(done[name])
    expect(await shop.balance()).toBe(0n)
    expect(await shop.store.read((r) => r.ledger.fen(`suspense:${name}`))).toBe(4_900n)
  })

  it('without money in it is answered and leaves nothing behind', async () => {
    const order = await ordered(name)
    await providerOf(name).pay(order.number)
    const quiet = await providerOf(name).quiet?.(order.number)
    expect(quiet && (await post(quiet, name))).toEqual(done[name])
    expect([await shop.balance(), await shop.count('payment'), await shop.count('notice')]).toEqual([0n, 0, 0])
  })

  it('that is forged in any way is refused in its provider’s words, credits nothing and is not logged in full', async () => {
    const order = await ordered(name)
    await providerOf(name).pay(order.number)
    for (const { what, delivered } of await providerOf(name).forgeries(order.number)) {
      expect(await post(delivered, name), what).toEqual(refused[name])
    }
    expect([await shop.balance(), await shop.count('payment')]).toEqual([0n, 0])
    expect(logged()).toContain('a payment notice was refused')
    expect(logged()).not.toContain(order.number)
    expect(await post(await providerOf(name).notice(order.number), name)).toEqual(done[name])
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('is refused at the address of every other channel', async () => {
    const order = await ordered(name)
    await providerOf(name).pay(order.number)
    const notice = await providerOf(name).notice(order.number)
    for (const other of names.filter((known) => known !== name)) {
      expect(await post(notice, other), other).toEqual(refused[other])
    }
    expect(await shop.balance()).toBe(0n)
  })

  it('rightly signed, about an order that was made for another channel, is refused', async () => {
    const foreign = names.find((known) => known !== name) as Name
    const order = await ordered(foreign)
    const amount = { number: order.number, amount: order.amount, expiresAt: order.expiresAt }
    expect((await providerOf(name).channel.create(amount, AbortSignal.timeout(5_000))).ok).toBe(true)
    await providerOf(name).pay(order.number)
    expect(await post(await providerOf(name).notice(order.number), name)).toEqual(refused[name])
    expect([await shop.balance(), await shop.count('payment')]).toEqual([0n, 0])
  })

  it('is not answered as done when it could not be stored, and is credited when it comes again', async () => {
    await Promise.all([...open.values()].map((provider) => provider.close()))
    await shop.close()
    let broken = false
    const around: ShopOptions['around'] = (connection) => ({
      ...connection,
      commit: () => {
        if (broken) throw new Error('canary-7Zq9: the disk is full')
        return connection.commit()
      },
    })
    await start({ around }, [name])
    const order = await ordered(name)
    await providerOf(name).pay(order.number)
    broken = true
    const [status] = await post(await providerOf(name).notice(order.number), name)
    expect(status).toBe(500)
    broken = false
    expect(logged()).toContain('could not be stored')
    expect(logged()).not.toContain('canary')
    expect(await shop.balance()).toBe(0n)
    expect(await post(await providerOf(name).notice(order.number), name)).toEqual(done[name])
    expect(await shop.balance()).toBe(FIFTY)
  })
})

describe('the address of notices', () => {
  it('takes Epay’s by GET too, and nobody else’s', async () => {
    const order = await ordered('epay')
    await providerOf('epay').pay(order.number)
    const { body } = await providerOf('epay').notice(order.number)
    const query = Buffer.from(body).toString()
    for (const other of ['alipay', 'wechat', 'stripe']) {
      const reply = await fetch(`${at}/notify/${other}?${query}`)
      expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST'])
    }
    const reply = await fetch(`${at}/notify/epay?${query}`)
    expect([reply.status, await reply.text(), await shop.balance()]).toEqual([200, 'success', FIFTY])
  })

  it('reads a body only: what is added in the address changes nothing', async () => {
    const order = await ordered('epay')
    await providerOf('epay').pay(order.number)
    const notice = await providerOf('epay').notice(order.number)
    expect(await post(notice, 'epay?money=9999.00&out_trade_no=DZ20261121AAAAAAAAAAAA')).toEqual(done.epay)
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('of a channel that is off, or of none, is not there', async () => {
    for (const name of ['sandbox', 'nobody', 'constructor', '__proto__']) {
      expect((await post({ body: Buffer.from('x'), headers: {} }, name))[0], name).toBe(404)
    }
  })

  it('takes no body that is larger than any notice', async () => {
    const large = { body: Buffer.alloc(70_000, 'x'), headers: {} }
    for (const name of names) expect((await post(large, name))[0]).toBe(413)
  })

  it('credits once when a hundred of one payment come at once', async () => {
    const order = await ordered('wechat')
    await providerOf('wechat').pay(order.number)
    const notices = await Promise.all(Array.from({ length: 100 }, () => providerOf('wechat').notice(order.number)))
    const heard = await Promise.all(notices.map((notice) => post(notice, 'wechat')))
    expect(new Set(heard.map(([status]) => status))).toEqual(new Set([204]))
    expect([await shop.balance(), await shop.count('payment')]).toEqual([FIFTY, 1])
    expect(await shop.broken()).toEqual([])
  })
})
