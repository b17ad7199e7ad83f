// Whatever people wish, pay and leave, in two chats at once: one open order a wish, every credit told, every fen in one place.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeChat } from '../../core/desk/chat/chat.ts'
import { makeDispatcher } from '../../core/desk/outbox/dispatch.ts'
import { receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { reconcile } from '../../core/desk/payment/reconcile.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { isOpen, type Order } from '../../core/domain/order.ts'
import { instantOf, MINUTE, SECOND } from '../../core/kit/clock.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { chatContext, linkedUser, shippedBook } from '../fakes/chat-context.ts'
import { ChatNetwork } from '../fakes/chat-network.ts'

const RUNS = Number(process.env.DAOZHANG_RECHARGE_RUNS ?? 25)
const platforms = ['telegram', 'discord'] as const
const methods = { alipay: '支付宝', wechat: '微信支付' } as const
type Method = keyof typeof methods

type Deed =
  | { readonly do: 'wishes'; readonly on: 0 | 1; readonly yuan: number; readonly by: Method }
  /** The same in both chats at one time. */
  | { readonly do: 'wishes twice'; readonly yuan: number; readonly by: readonly [Method, Method] }
  | { readonly do: 'pays'; readonly which: number; readonly told: boolean }
  | { readonly do: 'waits'; readonly minutes: number }
  | { readonly do: 'network'; readonly of: Method; readonly up: boolean }

const amount = fc.constantFrom(10, 50)
const method = fc.constantFrom<Method>('alipay', 'wechat')
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wishes' as const),
      on: fc.constantFrom(0 as const, 1 as const),
      yuan: amount,
      by: method,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wishes twice' as const), yuan: amount, by: fc.tuple(method, method) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pays' as const), which: fc.nat(4), told: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('waits' as const), minutes: fc.constantFrom(1, 6, 16) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('network' as const), of: method, up: fc.boolean() }) },
)

async function open() {
  const made = await chatContext()
  const { context } = made
  const userHash = context.keyring.hash('chat-user', 'discord:li')
  await linkedUser(made, 'telegram', 'li')
  const linkedAt = context.clock.now()
  await context.store.write((w) =>
    w.accounts.link({ id: context.ids.row('idn', linkedAt), platform: 'discord', userHash, accountId: 'li', linkedAt }),
  )
  const chat = makeChat({ context, book: shippedBook, environment: 'test' })
  const networks = platforms.map(() => new ChatNetwork())
  const dispatchers = platforms.map((name, index) =>
    makeDispatcher({ context, book: shippedBook, platform: (networks[index] as ChatNetwork).platform(name) }),
  )
  return { ...made, chat, networks, dispatchers }
}
type Shop = Awaited<ReturnType<typeof open>>

let count = 0
async function says({ chat }: Shop, on: 0 | 1, words: string): Promise<void> {
  const eventId = `e${++count}`
  const message = { kind: 'text', raw: new Raw(words) } as const
  await chat.receive({ platform: platforms[on], user: 'li', eventId, address: 'li', messageId: eventId, message })
}
async function wishes(shop: Shop, on: 0 | 1, yuan: number, by: Method): Promise<void> {
  await says(shop, on, `/recharge ${yuan}`)
  await says(shop, on, methods[by])
}
const orders = ({ context }: Shop): Promise<readonly Order[]> =>
  context.store.read((r) => r.orders.since('li', instantOf(0)))

async function pays(shop: Shop, which: number, told: boolean): Promise<void> {
  const all = await orders(shop)
  const order = all[which % Math.max(1, all.length)]
  if (order?.state !== 'pending') return
  const txn = `202611212200140000000${String(10_000_000 + ++count)}`
  const { channel, number } = order
  await shop.sandbox.pay(channel, number, txn, order.amount)
  const notice = told ? await shop.sandbox.notice(channel, number, txn) : undefined
  if (notice) await receiveNotice(shop.context, channel, notice.body, notice.headers)
}

const does = (shop: Shop, deed: Deed): Promise<unknown> => {
  switch (deed.do) {
    case 'wishes':
      return wishes(shop, deed.on, deed.yuan, deed.by)
    case 'wishes twice':
      return Promise.all([wishes(shop, 0, deed.yuan, deed.by[0]), wishes(shop, 1, deed.yuan, deed.by[1])])
    case 'pays':
      return pays(shop, deed.which, deed.told)
    case 'waits':
      shop.clock.advance(deed.minutes * MINUTE)
      return reconcile(shop.context)
    case 'network':
      return deed.up ? shop.sandbox.setUp(deed.of) : shop.sandbox.setDown(deed.of, 'fails')
    default:
      return deed satisfies never
  }
}

const flush = async ({ dispatchers, clock }: Shop): Promise<void> => {
  for (let round = 0; round < 3; round++) {
    await Promise.all(dispatchers.map((one) => one.flush()))
    clock.advance(SECOND)
  }
}

/** Amounts of which two orders could be paid at this moment. */
async function doubled(shop: Shop): Promise<readonly string[]> {
  const now = shop.clock.now()
  const open = (await orders(shop)).filter((order) => isOpen(order, now)).map((order) => String(order.amount))
  return open.filter((one, index) => open.indexOf(one) !== index)
}

describe('whatever people wish and pay', () => {
  it('there is one open order a wish at any moment, and each credit is read in the chat that showed its code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (deeds) => {
        const shop = await open()
        for (const one of deeds) {
          await does(shop, one)
          await flush(shop)
          expect(await doubled(shop)).toEqual([])
        }
        for (const name of ['alipay', 'wechat'] as const) await shop.sandbox.setUp(name)
        // Beyond the last time at which a provider is asked.
        for (let hour = 0; hour < 30; hour += 3) {
          shop.clock.advance(180 * MINUTE)
          await reconcile(shop.context, 500)
        }
        await flush(shop)
        for (const order of await orders(shop)) {
          const shown = shop.networks.flatMap((network) =>
            network.seenAt('user:li').filter((text) => text.includes(`****${order.number.slice(-4)}`)),
          )
          // In every chat the message with the code says how it ended.
          const turns = { completed: /✅|第一笔已经生效/, cancelled: /已超时|已取消/ }
          if (order.state === 'completed' || order.state === 'cancelled') {
            expect([order.state, shown.some((text) => turns[order.state as keyof typeof turns].test(text))]).toEqual([
              order.state,
              true,
            ])
          }
          expect([order.state, shown.filter((text) => text.includes('请核对金额'))]).toEqual([order.state, []])
          expect(['completed', 'cancelled']).toContain(order.state)
        }
        expect(await brokenInvariants(shop.context.store)).toEqual([])
        await shop.context.store.close()
      }),
      { numRuns: RUNS, seed: 7 },
    )
  })
})
