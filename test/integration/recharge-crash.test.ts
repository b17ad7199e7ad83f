// The process dies at every point of a recharge, from the wish to the credit that is told: one order, one credit, and the user reads of it.
// DAOZHANG_RECHARGE_POINTS=1 for every point; otherwise each so-manyth.
import { afterAll, describe, expect, it } from 'vitest'
import { makeChat } from '../../core/desk/chat/chat.ts'
import { makeDispatcher } from '../../core/desk/outbox/dispatch.ts'
import { receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { reconcile } from '../../core/desk/payment/reconcile.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { walletOf } from '../../core/domain/ledger.ts'
import { type Order, timedOut } from '../../core/domain/order.ts'
import { instantOf, MINUTE, SECOND } from '../../core/kit/clock.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { openMemoryStore } from '../../core/store/open.ts'
import { chatContext, linkedUser, shippedBook } from '../fakes/chat-context.ts'
import { ChatNetwork } from '../fakes/chat-network.ts'
import { makeFate } from '../model/mortal.ts'

/** More than any of these has. */
const MANY = 1_500
const STRIDE = Number(process.env.DAOZHANG_RECHARGE_POINTS ?? 9)
const TXN = '2026112122001400000000000042'

type Shop = Awaited<ReturnType<typeof open>>

async function open() {
  const fate = makeFate()
  const made = await chatContext()
  const store = await openMemoryStore(made.context.ids, { around: fate.around })
  const context = { ...made.context, store }
  await linkedUser({ ...made, context }, 'telegram', 'li')
  const network = new ChatNetwork()
  /** One life of the process: what it held in memory dies with it. */
  const born = () => {
    const chat = makeChat({ context, book: shippedBook, environment: 'test', staffPlatform: (name) => name })
    const dispatcher = makeDispatcher({ context, book: shippedBook, platform: network.platform() })
    return { chat, dispatcher }
  }
  return { ...made, context, store, network, fate, born, life: born() }
}

/** What the world does, in order; each may be repeated as it was, as Telegram and providers repeat what nobody confirmed. */
type Deed = (shop: Shop) => Promise<void>

const says =
  (eventId: string, words: string): Deed =>
  ({ life, network }) =>
    life.chat
      .receive({
        platform: 'telegram',
        user: 'li',
        eventId,
        address: 'li',
        messageId: eventId,
        message: { kind: 'text', raw: new Raw(words) },
      })
      .then(() => void network)

const orders = ({ store }: Shop): Promise<readonly Order[]> => store.read((r) => r.orders.since('li', instantOf(0)))

const sends: Deed = ({ life }) => life.dispatcher.flush()

/** At the provider the newest code is paid, once. */
const pays: Deed = async (shop) => {
  const [order] = await orders(shop)
  if (order) await shop.sandbox.pay(order.channel, order.number, TXN, order.amount)
}
const tells: Deed = async (shop) => {
  const paid = (await orders(shop)).map(({ channel, number }) => shop.sandbox.notice(channel, number, TXN))
  for (const notice of (await Promise.all(paid)).filter((one) => one !== undefined)) {
    for (const channel of ['alipay', 'wechat'] as const)
      await receiveNotice(shop.context, channel, notice.body, notice.headers)
  }
}
const passes =
  (ms: number): Deed =>
  async (shop) => {
    const [order] = await orders(shop)
    const until = instantOf((order?.createdAt ?? shop.clock.now()) + ms)
    if (shop.clock.now() < until) shop.clock.set(until)
    await reconcile(shop.context)
  }

const ordered = [says('e1', '/recharge 50'), says('e2', '支付宝'), sends]

const scenes: {
  readonly [what: string]: { readonly deeds: readonly Deed[]; readonly ends: RegExp; readonly credited: bigint }
} = {
  'paid in time': { deeds: [...ordered, pays, tells, sends], ends: /✅ 到账了/, credited: 25_000_000n },
  'expired and never paid': { deeds: [...ordered, passes(15 * MINUTE), sends], ends: /已超时/, credited: 0n },
  'paid after it had expired': {
    deeds: [...ordered, passes(15 * MINUTE), sends, pays, tells, sends],
    ends: /结束后才收到付款/,
    credited: 25_000_000n,
  },
  'the second method, and that is paid': {
    deeds: [...ordered, says('e3', '/recharge 50'), says('e4', '微信支付'), sends, pays, tells, sends],
    ends: /✅ 到账了/,
    credited: 25_000_000n,
  },
  'the second method, but the first is paid': {
    deeds: [...ordered, pays, says('e3', '/recharge 50'), says('e4', '微信支付'), sends, tells, sends],
    ends: /✅ 到账了/,
    credited: 25_000_000n,
  },
}

/** Lives through a scene; at `point` of it the process dies, is started again, and the world repeats its last deed. */
async function lived(deeds: readonly Deed[], point: number) {
  const shop = await open()
  let deaths = 0
  /** Codes of one wish that could be paid at one time. */
  let together = 0
  shop.fate.arm(point)
  for (let at = 0; at < deeds.length; at++) {
    try {
      await deeds[at]?.(shop)
    } catch (error) {
      if (!shop.fate.dead) throw error
    }
    if (shop.fate.dead) {
      deaths += 1
      shop.fate.arm(Number.POSITIVE_INFINITY)
      shop.life = shop.born()
      await shop.life.chat.resumeAll('telegram')
      at -= 1
    }
    const now = shop.clock.now()
    const open = (await orders(shop)).filter((order) => order.state === 'pending' && !timedOut(order, now))
    together = Math.max(together, open.length)
  }
  for (let round = 0; round < 5; round++) {
    await shop.life.dispatcher.flush()
    shop.clock.advance(20 * SECOND)
  }
  return { shop, deaths, together }
}

let points = 0
afterAll(
  () => void process.stderr.write(`recharge: died at ${points} points of ${Object.keys(scenes).length} scenes\n`),
)

describe('a kill at any point of a recharge makes no second order and loses no word about the credit', () => {
  it.each(Object.entries(scenes))('%s', async (_, { deeds, ends, credited }) => {
    const whole = await lived(deeds, Number.POSITIVE_INFINITY)
    const many = (await orders(whole.shop)).length
    // Each scene begins elsewhere, so that the points are spread.
    let point = 1 + (Object.values(scenes).findIndex((scene) => scene.deeds === deeds) % STRIDE)
    for (; point < MANY; point += STRIDE) {
      const { shop, deaths, together } = await lived(deeds, point)
      const wallet = await shop.store.read((r) => r.ledger.credit(walletOf('li')))
      const shown = shop.network.seenAt('user:li')
      const found = {
        point,
        orders: (await orders(shop)).length,
        together,
        wallet,
        toldHow: shown.filter((text) => ends.test(text)).length > 0,
        broken: await brokenInvariants(shop.store),
        waiting: (await shop.store.sql(`select id from outbox where state in ('queued', 'sending', 'ambiguous')`))
          .length,
      }
      await shop.store.close()
      expect(found).toEqual({
        point,
        orders: many,
        together: 1,
        wallet: credited,
        toldHow: true,
        broken: [],
        waiting: 0,
      })
      if (deaths === 0) break
    }
    await whole.shop.store.close()
    points += Math.floor(point / STRIDE)
    expect(point).toBeGreaterThan(50)
    expect(point).toBeLessThan(MANY)
  })
})
