// A provider's notice of a refund is a reason to ask now; it moves no money by itself, and a forged one not even that.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../core/desk/context.ts'
import { receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { decideRefund, requestRefund } from '../../core/desk/refund/refund.ts'
import type { Payback } from '../../core/domain/payback.ts'
import { HOUR, plus } from '../../core/kit/clock.ts'
import { mint } from '../../core/redaction/redacted.ts'
import { openAlipay } from '../fakes/providers/alipay.ts'
import type { Delivered } from '../fakes/providers/provider.ts'
import { openWechat } from '../fakes/providers/wechat.ts'
import { openShop, type Shop } from '../fakes/shop.ts'

const refundNumber = 'RF20261120AAAAAAAAAAAAAA'
const banks = [
  [
    'alipay',
    async (shop: Shop) => {
      const bank = await openAlipay(shop.clock)
      const told = (number: string, signer?: string): Delivered =>
        bank.deliver(
          number,
          { refund_fee: '50.00', gmt_refund: '2026-11-20 10:00:00.000', out_biz_no: refundNumber },
          signer,
        )
      return { bank, told }
    },
  ],
  [
    'wechat',
    async (shop: Shop) => {
      const bank = await openWechat(shop.clock)
      const told = (number: string, signer?: string): Delivered =>
        bank.deliver(number, {
          outside: { event_type: 'REFUND.SUCCESS' },
          inside: { out_refund_no: refundNumber },
          ...(signer === undefined ? {} : { signer }),
        })
      return { bank, told }
    },
  ],
] as const

describe.each(banks)('a notice of a refund by %s', (name, open) => {
  let shop: Shop
  let made: Awaited<ReturnType<typeof open>>
  let context: Context
  let payback: Payback
  let number: string
  beforeEach(async () => {
    shop = await openShop()
    made = await open(shop)
    await shop.openAccount('alice')
    context = { ...shop.context, channel: () => made.bank.channel }
    const order = await shop.order()
    // The shop sells by Alipay; this order is the other's where it is told so.
    await shop.store.sql('update orders set channel = ? where id = ?', name, order.id)
    number = order.number
    const trade = { number, amount: order.amount, expiresAt: order.expiresAt }
    await made.bank.channel.create(trade, new AbortController().signal)
    await made.bank.pay(number)
    const { body, headers } = await made.bank.notice(number)
    await receiveNotice(context, name, body, headers)
    const asked = await requestRefund(context, order.id, mint('twice'))
    await decideRefund(context, order.id, { to: 'approved', by: 'lin' })
    const planned = await shop.store.read((r) => r.paybacks.ofCause('refund', asked.ok ? asked.value.id : ''))
    if (!planned) throw new Error('nothing was planned')
    payback = { ...planned, state: 'waiting', nextAt: plus(shop.clock.now(), HOUR) }
    await shop.store.write((w) => w.paybacks.save(payback))
    await shop.store.sql('update payback set number = ?', refundNumber)
  })
  afterEach(async () => {
    expect(await shop.broken()).toEqual([])
    await made.bank.close()
    await shop.close()
  })
  const now = async (): Promise<Payback | undefined> => shop.store.read((r) => r.paybacks.byId(payback.id))
  const tell = ({ body, headers }: Delivered) => receiveNotice(context, name, body, headers)

  it('has its provider asked at once, and returns nothing by itself', async () => {
    expect(await tell(made.told(number))).toEqual({ kind: 'accepted', settled: 'nothing' })
    expect(await now()).toMatchObject({ state: 'waiting', nextAt: shop.clock.now() })
  })

  it('of somebody else’s hand changes nothing', async () => {
    expect((await tell(made.told(number, 'stranger'))).kind).toBe('refused')
    expect(await now()).toMatchObject({ nextAt: payback.nextAt })
  })

  it('of a refund that is over changes nothing', async () => {
    await shop.store.write((w) => w.paybacks.save({ ...payback, state: 'by-hand', nextAt: null }))
    await tell(made.told(number))
    expect(await now()).toMatchObject({ state: 'by-hand', nextAt: null })
  })
})
