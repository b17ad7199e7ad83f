// What staff do about money: each with its right, a reason and an audit row, once, and two people above the limits.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issueCodes } from '../../core/desk/redeem.ts'
import { requestRefund } from '../../core/desk/refund.ts'
import { chargeTask, finishTask } from '../../core/desk/task.ts'
import { brokenInvariants } from '../../core/desk/verify.ts'
import { walletOf } from '../../core/domain/ledger.ts'
import { DAY } from '../../core/kit/clock.ts'
import { credit } from '../../core/kit/money.ts'
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

describe('goodwill', () => {
  beforeEach(() => place.says('mei', '人工').then(() => undefined))

  it('up to the limit one person gives it, with a reason', async () => {
    await place.writes(lin, 1, '/credit 20')
    expect(await last()).toContain('原因')
    await place.writes(lin, 1, '/credit 20 抱歉让您久等')
    expect(await wallet()).toBe(20n * YUAN)
    expect((await entry('goodwill.credit'))?.actor).toBe(lin.key)
  })

  it('an event that comes twice gives once', async () => {
    await place.writes(lin, 1, '/credit 5 补偿', { eventId: 'same' })
    await place.writes(lin, 1, '/credit 5 补偿', { eventId: 'same' })
    expect(await wallet()).toBe(5n * YUAN)
  })

  it('above it a second proven person agrees; nobody agrees twice', async () => {
    await place.writes(lin, 1, '/credit 30 补偿')
    expect(await wallet()).toBe(0n)
    expect(await place.pressUnder(lin, 1, '第二位同事', 'agree')).toContain('自己')
    expect(await place.pressUnder(anonymous, 1, '第二位同事', 'agree')).toContain('匿名')
    expect(await wallet()).toBe(0n)
    await place.pressUnder(wang, 1, '第二位同事', 'agree')
    expect(await wallet()).toBe(30n * YUAN)
    await place.pressUnder(wang, 1, '第二位同事', 'agree')
    expect(await wallet()).toBe(30n * YUAN)
    expect((await place.audit()).filter((action) => action === 'goodwill.credit').length).toBe(1)
  })

  it('many small gifts in a day are one large one', async () => {
    await place.writes(lin, 1, '/credit 15 补偿')
    await place.writes(lin, 1, '/credit 15 再补偿')
    expect(await wallet()).toBe(15n * YUAN)
    expect(await last()).toContain('第二位同事')
    place.desk.clock.advance(DAY)
    await place.writes(lin, 1, '/credit 15 第二天')
    expect(await wallet()).toBe(30n * YUAN)
  })

  it('a proposal is over after a day', async () => {
    await place.writes(lin, 1, '/credit 30 补偿')
    place.desk.clock.advance(DAY + 1)
    expect(await place.pressUnder(wang, 1, '第二位同事', 'agree')).toContain('过期')
    expect(await wallet()).toBe(0n)
  })

  it.each(['-5', '0', 'abc', '10001', '1.234'])('%s is no amount', async (figure) => {
    await place.writes(lin, 1, `/credit ${figure} 补偿`)
    expect(await wallet()).toBe(0n)
  })

  it('a chat that is not linked has no account to give to', async () => {
    await place.says('stranger', '人工')
    await place.writes(lin, 2, '/credit 5 补偿')
    expect((await place.shows(2)).at(-1)).toContain('还没有绑定账号')
  })
})

describe('a failed task', () => {
  beforeEach(async () => {
    await place.paidOrder('mei')
    await place.says('mei', '我付了款但是没到账')
    await place.says('mei', '人工')
    for (const [number, outcome] of [
      ['task-0001', 'failed'],
      ['task-0002', 'succeeded'],
    ] as const) {
      await chargeTask(place.desk.context, { number, accountId: 'mei', units: credit(YUAN), model: 'm' })
      await finishTask(place.desk.context, number, outcome)
    }
  })

  it('is given back once; one that succeeded is not', async () => {
    expect(await wallet()).toBe(FIFTY - 2n * YUAN)
    await place.writes(lin, 1, '/task refund 0002 它成功了')
    expect(await wallet()).toBe(FIFTY - 2n * YUAN)
    await place.writes(lin, 1, '/task refund 0001 失败')
    expect(await wallet()).toBe(FIFTY - YUAN)
    expect((await entry('task.refund'))?.actor).toBe(lin.key)
    await place.writes(lin, 1, '/task refund 0001 再一次')
    expect(await wallet()).toBe(FIFTY - YUAN)
  })
})

describe('a redeem code', () => {
  async function spokenOf(units = 10n * YUAN): Promise<string> {
    const [issued] = await issueCodes(place.desk.context, { units: credit(units), count: 1 })
    await place.says('mei', '人工')
    await place.says('mei', `兑换码 ${issued?.text} 用不了`)
    return issued?.text ?? ''
  }
  const everything = async (): Promise<string> => {
    const { store } = place.desk.context
    const tables = await store.sql("select name from sqlite_schema where type = 'table'")
    return JSON.stringify(await Promise.all(tables.map(({ name }) => store.sql(`select * from "${String(name)}"`))))
  }

  it('that a user types is shown to staff by its end, its fingerprint and what the records say', async () => {
    const code = await spokenOf()
    const line = (await place.shows(1)).find((text) => text.includes('fp '))
    expect(line).toContain(`****${code.slice(-4)}`)
    expect(line).toMatch(/fp [0-9a-z_-]{8}/i)
    expect(line).toContain('未兑换')
    expect((await place.shows(1)).join()).not.toContain(code)
    expect(await everything()).not.toContain(code)
  })

  it('is disabled by its end, and by its fingerprint', async () => {
    const code = await spokenOf()
    await place.writes(lin, 1, `/code disable ${code.slice(-4)} 泄露`)
    expect(await last()).toContain('已停用')
    expect((await entry('codes.disable'))?.actor).toBe(lin.key)
    await place.writes(lin, 1, `/code disable ${code.slice(-4)} 再一次`)
    expect(await last()).toContain('没有改动')
  })

  it('is replaced once: the old one is void, the new one is redeemed for the account and named in no chat', async () => {
    const code = await spokenOf()
    await place.writes(lin, 1, '/code reissue 用户兑换失败')
    expect(await wallet()).toBe(10n * YUAN)
    await place.writes(lin, 1, `/code reissue ${code.slice(-4)} 再一次`)
    expect(await wallet()).toBe(10n * YUAN)
    const codes = await place.desk.context.store.sql('select state from redeem_code order by issued_at, id')
    expect(codes.map(({ state }) => state).toSorted()).toEqual(['disabled', 'redeemed'])
    await place.says('daniel', `/redeem ${code}`)
    expect(await wallet('daniel')).toBe(0n)
  })

  it('of more than the limit needs a second person', async () => {
    await spokenOf(100n * YUAN)
    await place.writes(lin, 1, '/code reissue 用户兑换失败')
    expect(await wallet()).toBe(0n)
    await place.pressUnder(wang, 1, '第二位同事', 'agree')
    expect(await wallet()).toBe(100n * YUAN)
  })
})
