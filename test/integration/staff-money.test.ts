// What staff do about money: each with its right, a reason and an audit row, once, and two people above the limits.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { resolveSuspense } from '../../core/desk/payment/suspense.ts'
import { requestRefund } from '../../core/desk/refund/refund.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { walletOf } from '../../core/domain/ledger.ts'
import { DAY } from '../../core/kit/clock.ts'
import { mint } from '../../core/redaction/redacted.ts'
import { brokenLink } from '../../core/store/audit.ts'
import { anonymous, lin, StaffPlace, wang } from '../fakes/staff-place.ts'

const FIFTY = 25_000_000n
const YUAN = 500_000n
let place: StaffPlace
beforeEach(async () => {
  place = await StaffPlace.open()
})
afterEach(async () => {
  const { store } = place.desk.context
  expect(await brokenInvariants(store)).toEqual([])
  expect(brokenLink(await store.read((r) => r.audit.page(0, 1_000)))).toBeUndefined()
  await store.close()
})

const wallet = (user = 'mei') => place.desk.context.store.read((r) => r.ledger.credit(walletOf(user)))
const last = async () => (await place.shows(1)).at(-1) ?? ''
const entry = async (action: string) =>
  (await place.desk.context.store.read((r) => r.audit.newest(20))).find((row) => row.action === action)

/** A ticket about an order of ¥50 for which `paid` came. */
async function ticketAbout(paid: number): Promise<string> {
  const order = await place.paidOrder('mei', 50, paid)
  await place.says('mei', '我付了款但是没到账')
  if ((await place.desk.context.store.read((r) => r.tickets.byId(1))) === undefined) await place.says('mei', '人工')
  return order
}

describe('asking the provider now', () => {
  it('credits what was paid since, says so in the thread, and offers words for the user that wait for a tap', async () => {
    await place.says('mei', '人工')
    await place.writes(lin, 1, '/requery')
    expect(await last()).toContain('还没有查到具体的订单')
    await place.presses(lin, 1, 'claim')
    await place.presses(lin, 1, 'bot')
    const pay = await place.unpaidOrder('mei')
    await place.says('mei', '我付了款但是没到账')
    await place.says('mei', '人工')
    await pay()
    await place.writes(lin, 2, '/requery')
    expect(await wallet()).toBe(FIFTY)
    expect((await place.shows(2)).join()).toContain('credited-by-requery')
    expect(place.sees('mei').join()).not.toContain('刚刚到账')
    await place.pressUnder(lin, 2, '预览', 'send')
    expect(place.sees('mei').at(-1)).toContain('刚刚到账')
    expect((await entry('order.requery'))?.actor).toBe(lin.key)
  })

  it('is done by the worker, so that a kill between the deed and the question asks all the same', async () => {
    await ticketAbout(49)
    const { store } = place.desk.context
    const { dispatcher } = place
    await place.room.take({
      platform: 'telegram',
      eventId: 'asked',
      member: lin,
      chat: '-100',
      thread: await place.threadOf(1),
      message: { kind: 'button', ticketId: 1, verb: 'requery', argument: '' },
    })
    await dispatcher.flush()
    expect(await last()).toContain('正在问支付平台')
    const reborn = new StaffPlace(place.desk)
    await reborn.settle()
    await dispatcher.flush()
    const said = [...reborn.network.messages, ...place.network.messages].map(({ text }) => text).join('\n')
    expect(said).toContain('amount-mismatch')
    expect((await place.audit()).filter((action) => action === 'order.requery').length).toBe(1)
    const open = await store.read((r) => r.inbox.open(place.desk.clock.now(), 10))
    expect(open).toEqual([])
  })

  it('needs a name', async () => {
    await ticketAbout(49)
    await place.writes(anonymous, 1, '/requery')
    expect(await last()).toContain('匿名')
    expect(await place.audit()).not.toContain('order.requery')
  })
})

describe('money in suspense', () => {
  it('a wrong amount is credited to the account of the order, once, with a reason, and the ticket may close then', async () => {
    await ticketAbout(49)
    expect((await place.ticket(1)).moneyOpen).toBe(true)
    await place.presses(lin, 1, 'claim')
    expect(await place.presses(lin, 1, 'close')).toContain('挂账')
    await place.writes(lin, 1, '/suspense credit')
    expect(await last()).toContain('原因')
    expect(await wallet()).toBe(0n)
    await place.writes(lin, 1, '/suspense credit 少付一元，按实付入账')
    expect(await wallet()).toBe(49n * YUAN)
    expect((await entry('suspense.granted'))?.actor).toBe(lin.key)
    expect((await entry('suspense.granted'))?.detail).toContain('按实付入账')
    await place.writes(lin, 1, '/suspense credit 再来一次')
    expect(await wallet()).toBe(49n * YUAN)
    expect(await last()).toContain('没有挂账')
    expect((await place.ticket(1)).moneyOpen).toBe(false)
    expect(await place.presses(lin, 1, 'close')).toContain('已结束')
  })

  it('a question about it afterwards says that a person decided, and opens no new ticket', async () => {
    await ticketAbout(49)
    await place.presses(lin, 1, 'claim')
    await place.writes(lin, 1, '/suspense return 用户要求退回')
    expect(await wallet()).toBe(0n)
    await place.presses(lin, 1, 'bot')
    await place.says('mei', '我付了款但是没到账')
    expect(place.sees('mei').at(-1)).toContain('已经处理完毕')
    expect(await place.desk.context.store.read((r) => r.tickets.byId(2))).toBeUndefined()
  })

  it('money that came eight days late completes its order', async () => {
    const pay = await place.unpaidOrder('mei')
    place.desk.clock.advance(8 * DAY)
    await pay()
    await place.says('mei', '我付了款但是没到账')
    expect(await wallet()).toBe(0n)
    await place.writes(lin, 1, '/suspense credit 支付平台确认')
    expect(await wallet()).toBe(FIFTY)
    const orders = await place.desk.context.store.sql('select state, late from orders')
    expect(orders).toEqual([{ state: 'completed', late: 1 }])
  })

  it('a number that is none of them does nothing to another one', async () => {
    await ticketAbout(49)
    await place.writes(lin, 1, '/suspense credit 9999 打错了尾号')
    expect(await wallet()).toBe(0n)
  })

  it('the second payment of one order goes back', async () => {
    const { context, clock, sandbox } = place.desk
    const order = await place.paidOrder('mei', 50, 50)
    const number = (await context.store.read((r) => r.orders.byId(order)))?.number ?? ''
    await place.says('mei', '我付了款但是没到账')
    expect(await wallet()).toBe(FIFTY)
    await sandbox.pay('alipay', number, '2026112122001400009999999999', 50_00n as never)
    clock.advance(1_000)
    await place.says('mei', `订单 ${number} 又付了一次`)
    await place.says('mei', '人工')
    await place.writes(lin, 1, '/suspense return 重复付款')
    expect(await wallet()).toBe(FIFTY)
    expect(await place.audit()).toContain('suspense.returned')
  })

  it('is decided once, whoever asks twice', async () => {
    await ticketAbout(49)
    const { context } = place.desk
    const [payment] = await context.store.read((r) => r.payments.open(5))
    const decide = (to: 'credit' | 'return') =>
      context.store.write((w) => resolveSuspense(w, context, { paymentId: payment?.id ?? '', to, reason: mint('x') }))
    expect(await decide('credit')).toMatchObject({ ok: true, value: { to: 'granted' } })
    expect(await decide('return')).toMatchObject({ ok: false, error: 'decided-before' })
    expect(await decide('credit')).toMatchObject({ ok: false, error: 'decided-before' })
    expect(await wallet()).toBe(49n * YUAN)
  })

  it('an anonymous admin cannot', async () => {
    await ticketAbout(49)
    await place.writes(anonymous, 1, '/suspense credit 试试')
    expect(await wallet()).toBe(0n)
  })
})

describe('refunds', () => {
  const asked = async (yuan = 50): Promise<void> => {
    const order = await place.paidOrder('mei', yuan)
    await place.says('mei', '我付了款但是没到账')
    const filed = await requestRefund(place.desk.context, order, mint('不需要了'))
    expect(filed.ok).toBe(true)
    await place.says('mei', '人工')
  }

  it('are approved with a reason, once', async () => {
    await asked()
    await place.writes(lin, 1, '/refund approve')
    expect(await last()).toContain('原因')
    await place.writes(lin, 1, '/refund approve 未使用')
    expect(await last()).toContain('已通过')
    expect((await entry('refund.approve'))?.actor).toBe(lin.key)
    await place.writes(wang, 1, '/refund approve 再一次')
    expect(await last()).toContain('没有改动')
  })

  it('are refused with a reason: what was held is back in the wallet', async () => {
    await asked()
    expect(await wallet()).toBe(0n)
    await place.writes(lin, 1, '/refund reject 已经用过')
    expect(await wallet()).toBe(FIFTY)
    expect((await entry('refund.reject'))?.detail).toContain('已经用过')
  })

  it('above the limit a second person must agree, never the same', async () => {
    await asked(600)
    await place.writes(lin, 1, '/refund approve 全额未使用')
    const state = async () => (await place.desk.context.store.read((r) => r.refunds.byState('approved', 5))).length
    expect(await state()).toBe(0)
    expect(await place.pressUnder(lin, 1, '第二位同事', 'agree')).toContain('不能同意自己的提议')
    expect(await state()).toBe(0)
    await place.pressUnder(wang, 1, '第二位同事', 'agree')
    expect(await state()).toBe(1)
    expect((await entry('refund.approve'))?.actor).toBe(lin.key)
    expect((await entry('refund.approve'))?.detail).toContain(wang.key)
  })
})
