// A provider's notice: believed only when its signature, merchant, channel and shape hold; repeats and floods leave one row.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import type { NoticeError } from '../../core/domain/channel.ts'
import { MINUTE } from '../../core/kit/clock.ts'
import { fenOfYuan } from '../../core/kit/money.ts'
import type { NoticeHeaders } from '../../core/ports/payment-channel.ts'
import { FIFTY, openShop, type Shop } from '../fakes/shop.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
  await shop.openAccount('alice')
})
afterEach(async () => {
  expect(await shop.broken()).toEqual([])
  await shop.close()
})

const receive = (body: Uint8Array, headers: NoticeHeaders, channel: 'alipay' | 'wechat' = 'alipay') =>
  receiveNotice(shop.context, channel, body, headers)
const bad = (number: string, reason: NoticeError) =>
  shop.sandbox.badNotice('alipay', number, 'T9', fenOfYuan(50), reason)

describe('a notice', () => {
  it('delivered twice credits once, and is answered alike', async () => {
    const order = await shop.order()
    await shop.pay(order, 'T1')
    expect(await shop.notify(order, 'T1')).toEqual({ kind: 'accepted', settled: 'credited' })
    expect(await shop.notify(order, 'T1')).toEqual({ kind: 'accepted', settled: 'repeat' })
    expect([await shop.balance(), await shop.count('notice'), await shop.count('payment')]).toEqual([FIFTY, 1, 1])
  })

  it('delivered a hundred times at once credits once', async () => {
    const order = await shop.order()
    await shop.pay(order, 'T1')
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => shop.notify(order, 'T1')))
    expect(outcomes.filter((outcome) => outcome.kind === 'accepted' && outcome.settled === 'credited')).toHaveLength(1)
    expect([await shop.balance(), await shop.count('notice')]).toEqual([FIFTY, 1])
  })

  it('of a second payment that overtakes the first: the first that came is credited, the other kept apart', async () => {
    const order = await shop.order()
    await shop.pay(order, 'T1')
    shop.clock.advance(MINUTE)
    await shop.pay(order, 'T2')
    expect(await shop.notify(order, 'T2')).toEqual({ kind: 'accepted', settled: 'credited' })
    expect(await shop.notify(order, 'T1')).toEqual({ kind: 'accepted', settled: 'suspense' })
    expect(await shop.balance()).toBe(FIFTY)
  })

  it('that arrives after the order timed out is credited by the time of the payment', async () => {
    const order = await shop.order()
    shop.clock.advance(14 * MINUTE)
    await shop.pay(order, 'T1')
    shop.clock.advance(60 * MINUTE)
    await shop.notify(order, 'T1')
    expect(await shop.orderOf(order.id)).toMatchObject({ state: 'completed', late: false })
  })

  it('about an order that we do not have is accepted, and its money kept apart', async () => {
    await shop.sandbox.pay('alipay', 'DZ20261120NOBODY000000', 'T1', fenOfYuan(50))
    const notice = await shop.sandbox.notice('alipay', 'DZ20261120NOBODY000000', 'T1')
    if (!notice) throw new Error('no notice')
    expect(await receive(notice.body, notice.headers)).toEqual({ kind: 'accepted', settled: 'suspense' })
    expect(await shop.store.read((r) => r.ledger.fen('suspense:alipay'))).toBe(5_000n)
  })

  it('keeps its body sealed: no number stands in the table', async () => {
    const order = await shop.order()
    await shop.pay(order, 'T-PROVIDER-NUMBER')
    await shop.notify(order, 'T-PROVIDER-NUMBER')
    const [row] = await shop.store.sql('select body_sealed, event_id from notice')
    const [payment] = await shop.store.sql('select * from payment')
    expect(String(row?.body_sealed)).toMatch(/^v1\./)
    expect(JSON.stringify(payment)).not.toContain('T-PROVIDER-NUMBER')
  })
})

describe('a notice is refused', () => {
  it.each(['bad_signature', 'wrong_merchant', 'parse', 'forged'] as const)(
    'for %s, and credits nothing',
    async (reason) => {
      const order = await shop.order()
      const { body, headers } = bad(order.number, reason)
      expect(await receive(body, headers)).toEqual({ kind: 'refused', reason })
      expect(await shop.balance()).toBe(0n)
      const [row] = await shop.store.read((r) => r.payments.noticesOf(order.number))
      expect(row).toMatchObject({ state: 'rejected', reason, bodySealed: null, paymentId: null })
    },
  )

  it('when one byte of it was changed on the way', async () => {
    const order = await shop.order()
    await shop.pay(order, 'T1')
    const notice = await shop.sandbox.notice('alipay', order.number, 'T1')
    if (!notice) throw new Error('no notice')
    const text = Buffer.from(notice.body).toString('utf8')
    for (const tampered of [
      text.replace('5000', '9000'),
      text.replace('T1', 'T2'),
      `${text} `,
      text.slice(0, -1),
      '',
    ]) {
      expect(await receive(Buffer.from(tampered), notice.headers)).toMatchObject({ reason: 'bad_signature' })
    }
    for (const signature of ['', 'zz', notice.headers['x-sandbox-signature']?.slice(2), 'f'.repeat(64)]) {
      const headers = { ...notice.headers, 'x-sandbox-signature': signature }
      expect(await receive(notice.body, headers)).toMatchObject({ reason: 'bad_signature' })
    }
    expect(await shop.balance()).toBe(0n)
    expect(await receive(notice.body, notice.headers)).toEqual({ kind: 'accepted', settled: 'credited' })
  })

  it('when it comes in at the door of another channel', async () => {
    const order = await shop.order()
    await shop.pay(order, 'T1')
    const notice = await shop.sandbox.notice('alipay', order.number, 'T1')
    if (!notice) throw new Error('no notice')
    expect(await receive(notice.body, notice.headers, 'wechat')).toMatchObject({ kind: 'refused', reason: 'forged' })
  })

  it('when a rightly signed one of another channel names our order', async () => {
    const order = await shop.order()
    await shop.sandbox.pay('wechat', order.number, 'T1', fenOfYuan(50))
    const notice = await shop.sandbox.notice('wechat', order.number, 'T1')
    if (!notice) throw new Error('no notice')
    expect(await receive(notice.body, notice.headers, 'wechat')).toEqual({ kind: 'refused', reason: 'forged' })
    expect([await shop.balance(), await shop.count('payment')]).toEqual([0n, 0])
  })

  it('a thousand times and leaves one row an order and reason', async () => {
    const order = await shop.order()
    for (let n = 0; n < 40; n++) {
      const { body, headers } = bad(order.number, 'bad_signature')
      await receive(body, headers)
      const stranger = bad(`DZ20261120STRANGER${n}`, 'forged')
      await receive(stranger.body, stranger.headers)
      await receive(Buffer.from(`noise ${n}`), {})
    }
    const rows = await shop.store.sql('select order_number, reason from notice order by reason')
    expect(rows).toEqual([
      { order_number: order.number, reason: 'bad_signature' },
      { order_number: null, reason: 'forged' },
    ])
  })

  it('and its claimed number is kept only where it is ours, never as it was written', async () => {
    const { body, headers } = bad('DZ20261120SOMEBODYS000', 'bad_signature')
    await receive(body, headers)
    expect(JSON.stringify(await shop.store.sql('select * from notice'))).not.toContain('SOMEBODYS')
  })

  it('and the order may be paid and credited later', async () => {
    const order = await shop.order()
    const { body, headers } = bad(order.number, 'forged')
    await receive(body, headers)
    await shop.pay(order, 'T1')
    await shop.notify(order, 'T1')
    expect(await shop.balance()).toBe(FIFTY)
  })
})

it('a store that fails answers the provider with an error, so that it sends the notice again', async () => {
  let broken = false
  const failing = await openShop({
    around: (connection) => ({
      ...connection,
      commit: () => {
        if (broken) throw new Error('the disk is full')
        return connection.commit()
      },
    }),
  })
  await failing.openAccount('alice')
  const order = await failing.order()
  await failing.pay(order, 'T1')
  broken = true
  await expect(failing.notify(order, 'T1')).rejects.toThrow('the disk is full')
  broken = false
  expect(await failing.balance()).toBe(0n)
  expect(await failing.notify(order, 'T1')).toEqual({ kind: 'accepted', settled: 'credited' })
  await failing.close()
})
