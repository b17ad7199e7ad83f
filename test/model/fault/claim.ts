// Eight promises about money as small experiments: each says what it saw, and whether that keeps the promise.

import { diagnose } from '../../../core/desk/lookups/diagnose.ts'
import { cancelOrder, placeOrder } from '../../../core/desk/order/order.ts'
import { receiveNotice } from '../../../core/desk/payment/receive-notice.ts'
import { requery } from '../../../core/desk/payment/requery.ts'
import { issueCodes, redeemCode } from '../../../core/desk/wallet/redeem.ts'
import { postings } from '../../../core/domain/ledger.ts'
import type { Order } from '../../../core/domain/order.ts'
import { instantOf } from '../../../core/kit/clock.ts'
import { newCode } from '../../../core/kit/code-text.ts'
import { countedIds } from '../../../core/kit/ids.ts'
import { credit, fen, fenOfYuan } from '../../../core/kit/money.ts'
import { codeReference, numberReferences } from '../../../core/redaction/door.ts'
import { Raw } from '../../../core/redaction/raw.ts'
import { OPENED_AT, openShop, type Shop } from '../shop.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Alice's ¥50 in units. */
const FIFTY = 25_000_000

/** What was seen, and what had to be. */
type Sight = { readonly saw: unknown; readonly due: unknown }
type Claim = (shop: Shop) => Promise<Sight>

async function order({ context }: Shop): Promise<Order> {
  const placed = await placeOrder(context, { accountId: 'alice', amount: fenOfYuan(50), channel: 'alipay' }, true)
  if (!placed.ok) throw new Error(placed.error.code)
  return placed.value.order
}
const pay = ({ sandbox }: Shop, { number }: Order, txn: string, amount = 50_00): Promise<void> =>
  sandbox.pay('alipay', number, txn, fen(BigInt(amount)))
async function notify({ context, sandbox }: Shop, { number }: Order, txn: string): Promise<void> {
  const notice = await sandbox.notice('alipay', number, txn)
  if (notice) await receiveNotice(context, 'alipay', notice.body, notice.headers)
}
const at = ({ clock }: Shop, ms: number): void => clock.set(instantOf(OPENED_AT + ms))
const wallet = ({ store }: Shop): Promise<number> =>
  sum(store, `select balance as n from balance where account = 'wallet:alice'`)
const sum = async (store: Shop['store'], sql: string): Promise<number> => Number((await store.sql(sql))[0]?.n ?? 0)
const state = async ({ store }: Shop): Promise<unknown> => (await store.sql('select state, late from orders'))[0]

/** Pays an order so long after it was made, tells of it, and says what became of it. */
async function paidAfter(shop: Shop, ms: number): Promise<unknown> {
  const made = await order(shop)
  at(shop, ms)
  await pay(shop, made, 'T1')
  await notify(shop, made, 'T1')
  const { state: now, late } = (await state(shop)) as { state: string; late: number }
  return `${now}${late === 1 ? ', late' : ''}`
}

/** Misses one after another; the findings. */
async function misses({ context }: Shop, times: number): Promise<string[]> {
  const unknown = codeReference(context.keyring, new Raw(newCode(countedIds(7))))
  const heard: string[] = []
  for (let time = 0; time < times; time++) heard.push((await redeemCode(context, 'alice', unknown)).finding)
  return heard
}

export const claims: { readonly [claim: string]: Claim } = {
  'a payment of another amount is not credited': async (shop) => {
    const made = await order(shop)
    await pay(shop, made, 'T1', 50_01)
    await notify(shop, made, 'T1')
    return { saw: await wallet(shop), due: 0 }
  },
  'a notice delivered twice is one payment': async (shop) => {
    const made = await order(shop)
    await pay(shop, made, 'T1')
    await notify(shop, made, 'T1')
    await notify(shop, made, 'T1')
    const payments = await sum(shop.store, 'select count(*) as n from payment')
    return { saw: [payments, await wallet(shop)], due: [1, FIFTY] }
  },
  'one posting made twice moves the money once': async (shop) => {
    const made = await order(shop)
    const post = () => shop.context.store.write((w) => w.ledger.post(postings.orderCredited(made), shop.clock.now()))
    await post()
    await post()
    return { saw: await wallet(shop), due: FIFTY }
  },
  'an order whose buyer stands before the password is not credited': async (shop) => {
    const made = await order(shop)
    await shop.sandbox.scan('alipay', made.number)
    await requery(shop.context, made, 'query')
    return { saw: await wallet(shop), due: 0 }
  },
  'money for a cancelled order is credited': async (shop) => {
    const made = await order(shop)
    await cancelOrder(shop.context, made.id)
    at(shop, MINUTE)
    await pay(shop, made, 'T1')
    await notify(shop, made, 'T1')
    return { saw: [await wallet(shop), await state(shop)], due: [FIFTY, { state: 'completed', late: 1 }] }
  },
  'what was acknowledged is there after a crash at the commit': async () => {
    let crashes = false
    const shop = await openShop({
      around: (writer) => ({
        ...writer,
        commit: () => {
          if (crashes) throw new Error('the machine stops here')
          return writer.commit()
        },
      }),
    })
    try {
      const made = await order(shop)
      await pay(shop, made, 'T1')
      crashes = true
      const heard = await notify(shop, made, 'T1').then(
        () => 'acknowledged',
        () => 'no answer',
      )
      crashes = false
      return { saw: [heard, await sum(shop.store, 'select count(*) as n from payment')], due: ['no answer', 0] }
    } finally {
      await shop.close()
    }
  },
  "another account's order is as unknown as one that does not exist": async (shop) => {
    const made = await order(shop)
    await pay(shop, made, 'T1')
    const named = numberReferences(shop.context.keyring, new Raw(made.number))
    const { finding, evidence } = await diagnose(shop.context, { about: 'payment', accountId: 'bob', named })
    return { saw: [finding, evidence, await wallet(shop)], due: ['other-account', [], 0] }
  },
  'the fifth miss locks the codes of an account, the fourth does not': async (shop) => {
    await misses(shop, 4)
    at(shop, 10 * MINUTE)
    const [fifth, sixth] = await misses(shop, 2)
    return { saw: [fifth, sixth], due: ['code-unusable', 'code-locked'] }
  },
  'four misses lock nothing': async (shop) => {
    await misses(shop, 4)
    const [code] = await issueCodes(shop.context, { units: credit(1n), count: 1 })
    const typed = codeReference(shop.context.keyring, new Raw(code?.text ?? ''))
    return { saw: (await redeemCode(shop.context, 'alice', typed)).redeemed, due: true }
  },
  'a lock ends at exactly ten minutes': async (shop) => {
    await misses(shop, 5)
    at(shop, 10 * MINUTE - 1)
    const before = await misses(shop, 1)
    at(shop, 10 * MINUTE)
    return { saw: [...before, ...(await misses(shop, 1))], due: ['code-locked', 'code-unusable'] }
  },
  'paid at 14:59 is in time': async (shop) => ({ saw: await paidAfter(shop, 15 * MINUTE - 1), due: 'completed' }),
  'paid at exactly 15:00 is late': async (shop) => ({
    saw: await paidAfter(shop, 15 * MINUTE),
    due: 'completed, late',
  }),
  'late money is credited at exactly seven days': async (shop) => ({
    saw: await paidAfter(shop, 7 * DAY),
    due: 'completed, late',
  }),
  'late money waits for a person after seven days': async (shop) => ({
    saw: await paidAfter(shop, 7 * DAY + 1),
    due: 'pending',
  }),
}
