// The chat over real flows and a real store: verdict in the first reply, one ticket, silence while a person has it, nothing unredacted.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCard } from '../../core/desk/card/card.ts'
import { type Chat, makeChat, type Outgoing } from '../../core/desk/chat/chat.ts'
import { makeLinkCode } from '../../core/desk/chat/link.ts'
import { placeOrder } from '../../core/desk/order/order.ts'
import { type Member, makeStaff } from '../../core/desk/staff/work.ts'
import { issueCodes } from '../../core/desk/wallet/redeem.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { walletOf } from '../../core/domain/ledger.ts'
import { MINUTE } from '../../core/kit/clock.ts'
import { credit, fenOfYuan } from '../../core/kit/money.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { mint } from '../../core/redaction/redacted.ts'
import { type ChatContext, chatContext, linkedUser, shippedBook } from '../fakes/chat-context.ts'

const PLATFORM = 'test'
let desk: ChatContext
let chat: Chat
let events = 0

const make = (): Chat => makeChat({ context: desk.context, book: shippedBook, environment: 'test' })

async function drain(user: string): Promise<readonly Outgoing[]> {
  const queued = await chat.queued(PLATFORM, user)
  for (const { id } of queued) await chat.sent(id)
  return queued.flatMap(({ message }) => (message ? [message] : []))
}

async function write(user: string, text: string, eventId = `e${++events}`): Promise<string> {
  await chat.receive({ platform: PLATFORM, user, eventId, message: { kind: 'text', raw: new Raw(text) } })
  return (await drain(user)).map(({ text: said }) => said).join('\n')
}

async function paidOrder(user: string, yuan = 50): Promise<string> {
  const placed = await placeOrder(desk.context, { accountId: user, amount: fenOfYuan(yuan), channel: 'alipay' })
  if (!placed.ok) throw new Error(placed.error.code)
  desk.clock.advance(MINUTE)
  await desk.sandbox.pay('alipay', placed.value.order.number, `20261121220014${++events}`, fenOfYuan(yuan))
  desk.clock.advance(2 * MINUTE)
  return placed.value.order.number
}

const wallet = (user: string) => desk.context.store.read((r) => r.ledger.credit(walletOf(user)))
const everything = async (): Promise<string> => {
  const tables = await desk.context.store.sql("select name from sqlite_schema where type = 'table'")
  const rows = await Promise.all(tables.map(({ name }) => desk.context.store.sql(`select * from "${String(name)}"`)))
  return JSON.stringify(rows)
}

beforeEach(async () => {
  desk = await chatContext()
  chat = make()
  await linkedUser(desk, PLATFORM, 'mei')
  await linkedUser(desk, PLATFORM, 'daniel')
})
afterEach(async () => {
  expect(await brokenInvariants(desk.context.store)).toEqual([])
  await desk.context.store.close()
})

const member = (name: string): Member => ({ key: `test:${name}`, persona: mint(name), proven: true })

describe('a paid order that was not credited', () => {
  it.each([
    ['我付了款但是没到账', '刚刚到账了'],
    ['I paid 50 yuan and nothing arrived', 'has just been credited'],
  ])('%s: the first reply is the verdict, and the wallet is credited once', async (sentence, verdict) => {
    const number = await paidOrder('mei')
    const said = await write('mei', sentence)
    expect(said).toContain(verdict)
    expect(said).toContain(`****${number.slice(-4)}`)
    expect(said).not.toContain(number)
    expect(await wallet('mei')).toBe(25_000_000n)
    await write('mei', sentence)
    expect(await wallet('mei')).toBe(25_000_000n)
  })

  it('an event that the platform delivers twice is answered once', async () => {
    await paidOrder('mei')
    expect(await write('mei', '我付了款但是没到账', 'same')).not.toBe('')
    expect(await write('mei', '我付了款但是没到账', 'same')).toBe('')
  })

  it('a full order number of somebody else gets the same words as one that does not exist', async () => {
    const theirs = await paidOrder('daniel')
    const foreign = await write('mei', `订单号 ${theirs} 没到账`)
    const unknown = await write('mei', '订单号 DZ20261121ABCDEFGHJKMN 没到账')
    expect(foreign).toBe(unknown)
    expect(await wallet('daniel')).toBe(0n)
  })

  it('a transaction number that nobody had told us of finds the order once the provider was asked', async () => {
    const number = await paidOrder('mei')
    const said = await write('mei', `支付宝交易号 20261121220014${events} 没到账`)
    expect(said).toContain(`****${number.slice(-4)}`)
  })

  it('somebody who is not linked learns nothing about any account', async () => {
    const number = await paidOrder('mei')
    const said = await write('stranger', `我付了款但是没到账 ${number}`)
    expect(said).not.toContain(number.slice(-4))
    expect(await wallet('mei')).toBe(0n)
  })
})

describe('linking', () => {
  it('a link code works once, for ten minutes, and not for a second person', async () => {
    const code = (await makeLinkCode(desk.context, 'mei')) ?? ''
    expect(await write('new', `/link ${code}`)).toContain('****')
    expect(await write('other', `/link ${code}`)).not.toContain('****mei')
    const late = (await makeLinkCode(desk.context, 'mei')) ?? ''
    desk.clock.advance(10 * MINUTE)
    expect(await write('third', `/link ${late}`)).not.toContain('****')
  })

  it('five wrong codes lock the one who tries', async () => {
    for (let round = 0; round < 5; round++) await write('guesser', `/link 0123456${round}89`)
    const code = (await makeLinkCode(desk.context, 'mei')) ?? ''
    expect(await write('guesser', `/link ${code}`)).not.toContain('****')
    desk.clock.advance(10 * MINUTE + 1)
    const fresh = (await makeLinkCode(desk.context, 'mei')) ?? ''
    expect(await write('guesser', `/link ${fresh}`)).toContain('****')
  })
})

describe('secrets', () => {
  it('a code, a key and a card that somebody pastes are nowhere in the database or in any reply', async () => {
    const [issued] = await issueCodes(desk.context, { units: credit(5_000_000n), count: 1 })
    const code = issued?.text ?? ''
    const key = 'sk-Abcd1234Efgh5678Ijkl9012Mnop3456'
    const card = '6222021234567890128'
    const said = [
      await write('mei', `兑换码 ${code} 用不了`),
      await write('mei', `my key is ${key}`),
      await write('mei', `卡号 ${card}`),
      await write('mei', '人工'),
      await write('mei', `又发一次 ${code} ${key} ${card}`),
    ].join('\n')
    const kept = await everything()
    for (const secret of [code, code.replaceAll('-', ''), key, card]) {
      expect(said).not.toContain(secret)
      expect(kept).not.toContain(secret)
    }
  })

  it('a card number that comes in two messages is in no row either, also where the first one went to staff', async () => {
    await write('mei', '人工')
    await write('mei', '6222 0212 3456')
    await write('mei', '7890 128')
    await write('daniel', '6222 0212 3456')
    await write('daniel', '7890 128')
    await write('daniel', 'human')
    const kept = await everything()
    expect(kept).not.toContain('6222 0212 3456')
    expect(kept).not.toContain('7890 128')
  })

  it('a nickname and an e-mail address are not in the database in the clear', async () => {
    expect(await everything()).not.toContain('mei@example.com')
  })
})

describe('handing over', () => {
  it('human as the whole message hands over at any point, says the ticket and when somebody is there', async () => {
    const said = await write('mei', 'human')
    expect(said).toMatch(/#1\b/)
    expect(said).toContain('11-23 09:00')
  })

  it('asking twice opens one ticket', async () => {
    await write('mei', '人工')
    await write('mei', '/human')
    await write('mei', 'human')
    expect((await makeStaff(desk.context, shippedBook).open()).length).toBe(1)
  })

  it('the card tells who, what, the path, the lookups and the rows, and no full number', async () => {
    const number = await paidOrder('mei')
    await write('mei', `我付了款但是没到账 ${number}`)
    await write('mei', '人工')
    const ticket = await makeStaff(desk.context, shippedBook).show(1)
    const card = readCard(ticket?.ticket.card ?? '{}')
    expect(card.evidence.some((row) => row.startsWith('orders:'))).toBe(true)
    expect(card.lookups.some(({ text }) => text.includes('credited-by-requery'))).toBe(true)
    expect(card.path.length).toBeGreaterThan(0)
    expect(card.symptom.length).toBeGreaterThan(0)
    expect(JSON.stringify(card)).not.toContain(number)
  })

  it('from the moment somebody claims it the bot is silent, and what both write reaches the other', async () => {
    const staff = makeStaff(desk.context, shippedBook)
    await write('mei', '人工')
    await staff.claim(1, member('Li'))
    expect(await write('mei', '我付了款但是没到账')).toBe('')
    expect(await write('mei', '/orders')).toBe('')
    await staff.reply(1, member('Li'), new Raw('请稍等，我的电话是 13812345678'))
    const said = (await drain('mei')).map(({ text }) => text).join()
    expect(said).toContain('请稍等')
    expect(said).not.toContain('13812345678')
    expect((await staff.show(1))?.lines.some(({ text }) => text.includes('没到账'))).toBe(true)
  })

  it('a second person who claims is told who has it', async () => {
    const staff = makeStaff(desk.context, shippedBook)
    await write('mei', '人工')
    const both = await Promise.all([staff.claim(1, member('Li')), staff.claim(1, member('Wang'))])
    expect(both.filter(({ ok }) => ok).length).toBe(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { kind: 'taken' } })
  })

  it('back to the bot begins a clean talk', async () => {
    const staff = makeStaff(desk.context, shippedBook)
    await paidOrder('mei')
    await write('mei', '人工')
    await staff.claim(1, member('Li'))
    await staff.backToBot(1, member('Li'))
    await drain('mei')
    expect(await write('mei', '我付了款但是没到账')).toContain('刚刚到账了')
  })

  it('nothing closes while money is in suspense', async () => {
    const staff = makeStaff(desk.context, shippedBook)
    const placed = await placeOrder(desk.context, { accountId: 'mei', amount: fenOfYuan(50), channel: 'alipay' })
    const number = placed.ok ? placed.value.order.number : ''
    await desk.sandbox.pay('alipay', number, '2026112122001400000000000099', fenOfYuan(49))
    expect(await write('mei', '我付了款但是没到账')).toContain('#1')
    await staff.claim(1, member('Li'))
    expect(await staff.close(1, member('Li'))).toMatchObject({ ok: false, error: { kind: 'money-open' } })
  })
})

describe('a kill between the question and its answer', () => {
  it('the answer comes after the restart, once, and credits once', async () => {
    await paidOrder('mei')
    // The process dies after the message was committed and before the provider answered.
    const dead = makeChat({
      context: {
        ...desk.context,
        channel: () => ({ ...desk.sandbox.channel('alipay'), query: () => new Promise(() => undefined) }),
        queryDeadlineMs: 1e9,
      },
      book: shippedBook,
      environment: 'test',
    })
    void dead.receive({
      platform: PLATFORM,
      user: 'mei',
      eventId: 'before',
      message: { kind: 'text', raw: new Raw('我付了款但是没到账') },
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await drain('mei')).toEqual([])
    chat = make()
    await chat.resume(PLATFORM, 'mei')
    const said = (await drain('mei')).map(({ text }) => text).join()
    expect(said).toContain('刚刚到账了')
    expect(await wallet('mei')).toBe(25_000_000n)
    await chat.resume(PLATFORM, 'mei')
    expect(await drain('mei')).toEqual([])
  })
})
