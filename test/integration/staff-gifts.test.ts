// What staff give: goodwill, a failed task's charge, a code replaced; a reason each, once, two people above the limit.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeStaffRoom } from '../../core/desk/staff/room.ts'
import { issueCodes } from '../../core/desk/wallet/redeem.ts'
import { chargeTask, finishTask } from '../../core/desk/wallet/task.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { walletOf } from '../../core/domain/ledger.ts'
import { DAY } from '../../core/kit/clock.ts'
import { credit } from '../../core/kit/money.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { brokenLink } from '../../core/store/audit.ts'
import { anonymous, lin, PLATFORM, StaffPlace, wang } from '../fakes/staff-place.ts'

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

  it('a death before the commit gives nothing, and the same event again gives once', async () => {
    const { context } = place.desk
    const dying: typeof context.store.write = (work) =>
      context.store.write(async (w) => {
        await work(w)
        throw new Error('the process died')
      })
    const before = makeStaffRoom({
      ...place.chat.options,
      context: { ...context, store: { ...context.store, write: dying } },
    })
    const thread = await place.threadOf(1)
    const message = { kind: 'text', raw: new Raw('/credit 5 补偿') } as const
    const gift = {
      platform: PLATFORM,
      eventId: 'gift',
      member: lin,
      chat: '-100',
      thread,
      messageId: 's-gift',
      message,
    }
    await expect(before.take(gift)).rejects.toThrow('died')
    expect(await wallet()).toBe(0n)
    expect(await entry('goodwill.credit')).toBeUndefined()
    await place.room.take(gift)
    await place.room.take(gift)
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
