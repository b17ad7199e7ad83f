// Ten thousand ways to lie about a payment: every changed notice is refused, whatever was changed, and nothing is credited.
import { afterEach, describe, expect, it } from 'vitest'
import { placeOrder } from '../../core/desk/order/order.ts'
import { receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { fenOfYuan } from '../../core/kit/money.ts'
import { openAlipay } from '../fakes/providers/alipay.ts'
import { openEpay } from '../fakes/providers/epay.ts'
import { chanceOf, mutate } from '../fakes/providers/mutation.ts'
import type { Provider } from '../fakes/providers/provider.ts'
import { openStripe } from '../fakes/providers/stripe.ts'
import { openWechat } from '../fakes/providers/wechat.ts'
import { FIFTY, openShop, type Shop } from '../fakes/shop.ts'

/** More with DAOZHANG_FORGERIES=10000. */
const FORGERIES = Number(process.env.DAOZHANG_FORGERIES ?? 1_000)
const SEED = Number(process.env.DAOZHANG_SEED ?? 20_261_121)

const providers = { alipay: openAlipay, wechat: openWechat, epay: openEpay, stripe: openStripe } as const
type Name = keyof typeof providers

let shop: Shop
let provider: Provider
afterEach(async () => {
  await provider.close()
  await shop.close()
})

async function ordered(name: Name, yuan: number): Promise<string> {
  const wish = { accountId: 'alice', amount: fenOfYuan(yuan), channel: name }
  const placed = await placeOrder(shop.context, wish, true)
  if (!placed.ok) throw new Error(placed.error.code)
  await provider.pay(placed.value.order.number)
  return placed.value.order.number
}

describe.each(Object.keys(providers) as Name[])('%s', (name) => {
  it(`believes none of ${FORGERIES} changed notices, and the true one after them`, async () => {
    shop = await openShop({ provider: (channel) => (channel.name === name ? provider.channel : {}) })
    provider = await providers[name](shop.clock)
    await shop.openAccount('alice')
    // The notice of a large payment lends its fields to that of a small one, and the other way round.
    const [small, large] = [await ordered(name, 50), await ordered(name, 9_999)]
    const notices = [await provider.notice(small), await provider.notice(large)] as const
    const forgeries = await provider.forgeries(small)
    const chance = chanceOf(SEED)
    const reasons: Record<string, number> = {}
    const believed: string[] = []
    let made = 0
    while (made < FORGERIES) {
      const known = chance(10) === 0 ? forgeries[chance(forgeries.length)] : undefined
      const [mine, other] = chance(2) === 0 ? notices : [notices[1], notices[0]]
      const forgery = known ?? mutate(mine, other, chance)
      if (!forgery) continue
      made += 1
      const outcome = await receiveNotice(shop.context, name, forgery.delivered.body, forgery.delivered.headers)
      if (outcome.kind === 'accepted') {
        believed.push(
          `${forgery.what}: ${Buffer.from(forgery.delivered.body).toString('utf8')} ${JSON.stringify(forgery.delivered.headers)}`,
        )
      } else reasons[outcome.reason] = (reasons[outcome.reason] ?? 0) + 1
    }
    process.stdout.write(`${name}: ${made} forged notices refused: ${JSON.stringify(reasons)}\n`)
    expect(believed).toEqual([])
    expect([await shop.balance(), await shop.count('payment')]).toEqual([0n, 0])
    const { body, headers } = await provider.notice(small)
    expect(await receiveNotice(shop.context, name, body, headers)).toEqual({ kind: 'accepted', settled: 'credited' })
    expect(await shop.balance()).toBe(FIFTY)
    expect(await shop.broken()).toEqual([])
  })
})
