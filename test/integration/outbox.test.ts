// What leaves the desk: in order, to the right person, never lost; what may have arrived is repeated with a mark.
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Chat, makeChat } from '../../core/desk/chat/chat.ts'
import { type Dispatcher, makeDispatcher } from '../../core/desk/outbox/dispatch.ts'
import { type Member, makeStaff } from '../../core/desk/staff/work.ts'
import { HOUR, MINUTE, SECOND } from '../../core/kit/clock.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { mint } from '../../core/redaction/redacted.ts'
import type { Store } from '../../core/store/open.ts'
import { type ChatContext, chatContext, linkedUser, shippedBook } from '../fakes/chat-context.ts'
import { ChatNetwork, type Mishap } from '../fakes/chat-network.ts'
import { Life } from '../fakes/life.ts'

const lin: Member = { key: 'test:lin', persona: mint('Lin'), proven: true }
const MARK = '可能是重复'

type Desk = ChatContext & { readonly network: ChatNetwork; readonly chat: Chat; dispatcher: Dispatcher; life: Life }

async function open(path?: string, pace?: Parameters<ChatNetwork['platform']>[1]): Promise<Desk> {
  const desk = await chatContext(path)
  const network = new ChatNetwork()
  const chat = makeChat({
    context: desk.context,
    book: shippedBook,
    environment: 'test',
    staffPlatform: (name) => name,
  })
  return { ...desk, network, chat, ...born(desk, network, pace) }
}

function born({ context }: ChatContext, network: ChatNetwork, pace?: Parameters<ChatNetwork['platform']>[1]) {
  const life = new Life()
  const { read, write } = context.store
  const store: Store = {
    ...context.store,
    read: (work) => life.of(() => read(work))(),
    write: (work) => life.of(() => write(work))(),
  }
  const platform = network.platform('telegram', pace)
  const mortal = { ...platform, perform: life.of(platform.perform.bind(platform)) }
  return { life, dispatcher: makeDispatcher({ context: { ...context, store }, book: shippedBook, platform: mortal }) }
}

/** The process dies: a new dispatcher knows only what is stored. */
function restart(desk: Desk): void {
  desk.life.end()
  Object.assign(desk, born(desk, desk.network))
}

let count = 0
const write = (desk: Desk, user: string, text: string): Promise<void> =>
  desk.chat.receive({
    platform: 'telegram',
    user,
    eventId: `e${++count}`,
    address: `chat-${user}`,
    messageId: `${count}`,
    message: { kind: 'text', raw: new Raw(text) },
  })

/** Lets time pass until nothing is due any more. */
async function settle(desk: Desk): Promise<void> {
  for (let round = 0; round < 40; round++) {
    await desk.dispatcher.flush()
    desk.clock.advance(20 * SECOND)
  }
}

let desk: Desk
beforeEach(async () => {
  desk = await open()
  await linkedUser(desk, 'telegram', 'mei')
})

describe('to the user', () => {
  it('what the bot says arrives once, in order, in the chat of the one who asked', async () => {
    await write(desk, 'mei', '/start')
    await write(desk, 'mei', '/balance')
    await write(desk, 'wei', '/start')
    await settle(desk)
    expect(desk.network.seenAt('user:chat-mei').length).toBeGreaterThan(1)
    expect(desk.network.seenAt('user:chat-wei').length).toBe(1)
    expect(desk.network.messages.every(({ text }) => !text.includes(MARK))).toBe(true)
  })

  it('an answer that nobody heard of is sent again with a mark', async () => {
    let first = true
    desk.network.mishap = () => {
      const now: Mishap = first ? 'lost-after' : 'none'
      first = false
      return now
    }
    await write(desk, 'mei', '/start')
    await settle(desk)
    const seen = desk.network.seenAt('user:chat-mei')
    expect(seen.length).toBe(2)
    expect(seen[0]).not.toContain(MARK)
    expect(seen[1]).toContain(MARK)
  })

  it('a death while a message is on its way repeats it with a mark, and nothing behind it overtakes it', async () => {
    desk.network.mishap = () => 'hangs-for-ever'
    await write(desk, 'mei', '/start')
    void desk.dispatcher.flush()
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    for (let tick = 0; tick < 200 && desk.network.calls.length === 0; tick++)
      await new Promise((go) => setImmediate(go))
    desk.network.mishap = () => 'none'
    restart(desk)
    await write(desk, 'mei', '/help')
    await settle(desk)
    const seen = desk.network.seenAt('user:chat-mei')
    expect(seen[0]).toContain(MARK)
    expect(seen.slice(1).join()).not.toContain(MARK)
    expect(seen.length).toBeGreaterThan(1)
  })

  it('a repeat that meets a limit first still says that it may be one', async () => {
    const met: Mishap[] = ['lost-after', 'later', 'later', 'none']
    desk.network.mishap = () => met.shift() ?? 'none'
    await write(desk, 'mei', '/start')
    await settle(desk)
    expect(desk.network.seenAt('user:chat-mei').map((text) => text.includes(MARK))).toEqual([false, true])
  })

  it('what waits for somebody who blocked the bot goes out when they are back, and staff are told once', async () => {
    await write(desk, 'mei', '人工')
    await settle(desk)
    const staff = makeStaff(desk.context, shippedBook)
    desk.network.blocked.add('chat-mei')
    await staff.reply(1, lin, new Raw('第一句'))
    await staff.reply(1, lin, new Raw('第二句'))
    await settle(desk)
    expect(desk.network.seenAt('user:chat-mei').join()).not.toContain('第一句')
    const thread = [...desk.network.threads.keys()][0]
    expect(desk.network.seenAt(`staff:${thread}`).filter((text) => text.includes('🚫')).length).toBe(1)
    desk.network.blocked.clear()
    await write(desk, 'mei', '我回来了')
    await settle(desk)
    const seen = desk.network.seenAt('user:chat-mei')
    expect(seen.findIndex((text) => text.includes('第一句'))).toBeLessThan(
      seen.findIndex((text) => text.includes('第二句')),
    )
    expect(seen.join()).toContain('第一句')
  })

  it('a text longer than the platform takes arrives whole, in numbered parts', async () => {
    await write(desk, 'mei', '人工')
    await makeStaff(desk.context, shippedBook).reply(1, lin, new Raw(`${'这是一段很长的说明。'.repeat(900)}完`))
    await settle(desk)
    const parts = desk.network.seenAt('user:chat-mei').filter((text) => / \(\d\/\d\)$/.test(text))
    expect(parts.length).toBe(3)
    expect(parts.every((part) => part.length <= 4_096)).toBe(true)
    expect(parts.join('').match(/这是一段很长的说明。/g)?.length).toBe(900)
  })
})

describe('to staff', () => {
  const threadOf = (): string => `staff:${[...desk.network.threads.keys()].at(-1)}`

  it('case 2: a thread that somebody deleted is made again, with the card and what was said, and the line arrives', async () => {
    await write(desk, 'mei', '人工')
    await write(desk, 'mei', '第一条补充')
    await settle(desk)
    desk.network.threads.clear()
    await write(desk, 'mei', '第二条补充')
    await settle(desk)
    expect(desk.network.threads.size).toBe(1)
    const seen = desk.network.seenAt(threadOf()).join('\n')
    expect(seen).toContain('#1')
    expect(seen).toContain('第一条补充')
    expect(desk.network.seenAt(threadOf()).filter((text) => text.includes('第二条补充')).length).toBeGreaterThan(0)
  })

  it('a thread that somebody closed is opened for a new line', async () => {
    await write(desk, 'mei', '人工')
    await settle(desk)
    const [thread] = [...desk.network.threads.values()]
    if (thread) thread.open = false
    await write(desk, 'mei', '还有一句')
    await settle(desk)
    expect(desk.network.seenAt(threadOf()).join()).toContain('还有一句')
    expect(thread?.open).toBe(true)
  })

  it('the card is edited in place when the ticket changes hands', async () => {
    await write(desk, 'mei', '人工')
    await settle(desk)
    const before = desk.network.seenAt(threadOf()).length
    await makeStaff(desk.context, shippedBook).claim(1, lin)
    await settle(desk)
    expect(desk.network.seenAt(threadOf()).length).toBe(before)
    expect(desk.network.seenAt(threadOf())[0]).toContain('Lin')
  })

  it('60 people at once: each is named within a minute, each has a thread within six, and nothing is lost', async () => {
    desk = await open(undefined, { perUserMs: 1_000, staffPerMinute: 20, staffEditsPerMinute: 20, perSecond: 30 })
    const people = Array.from({ length: 60 }, (_, i) => `u${i}`)
    for (const user of people) await write(desk, user, '人工')
    const namedAt = new Map<number, number>()
    const threadedAt = new Map<number, number>()
    for (let second = 0; second <= 7 * 60; second++) {
      await desk.dispatcher.flush()
      const room = desk.network.seenAt('staff:room').join('\n')
      const names = [...desk.network.threads.values()].map(({ name }) => name)
      for (let id = 1; id <= 60; id++) {
        const threaded = names.some((name) => name.startsWith(`#${id} `))
        if (!namedAt.has(id) && (threaded || room.includes(`#${id} `))) namedAt.set(id, second)
        if (!threadedAt.has(id) && threaded) threadedAt.set(id, second)
      }
      desk.clock.advance(SECOND)
    }
    expect(namedAt.size).toBe(60)
    expect(Math.max(...namedAt.values())).toBeLessThanOrEqual(60)
    expect(threadedAt.size).toBe(60)
    expect(Math.max(...threadedAt.values())).toBeLessThanOrEqual(360)
    // No minute saw more than the group takes.
    expect(desk.network.threads.size).toBe(60)
  })
})

describe('whatever fails', () => {
  const mishap = fc.constantFrom<Mishap>(
    'none',
    'none',
    'none',
    'later',
    'lost-before',
    'lost-after',
    'hangs-for-ever',
    'hangs-after',
  )
  const deed = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), user: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ kind: fc.constant('reply' as const), ticket: fc.constantFrom(1, 2, 3) }),
    fc.record({ kind: fc.constant('send' as const) }),
    fc.record({ kind: fc.constant('die' as const) }),
    fc.record({ kind: fc.constant('wait' as const) }),
  )

  it('nothing is lost, nothing goes to another person, order holds, and every repeat is marked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 5, maxLength: 25 }),
        fc.array(mishap, { maxLength: 40 }),
        async (deeds, mishaps) => {
          const one = await open()
          const users = ['a', 'b', 'c']
          for (const user of users) await write(one, user, '人工')
          const staff = makeStaff(one.context, shippedBook)
          const said = new Map<string, string[]>()
          const say = (where: string, text: string): void => void said.set(where, [...(said.get(where) ?? []), text])
          let n = 0
          let calls = 0
          one.network.mishap = () => mishaps[calls++] ?? 'none'
          for (const it of deeds) {
            const word = `W${++n}W`
            if (it.kind === 'write') {
              await write(one, it.user, word)
              say(`staff #${users.indexOf(it.user) + 1}`, word)
            } else if (it.kind === 'reply') {
              const user = users[it.ticket - 1] ?? ''
              if ((await staff.reply(it.ticket, lin, new Raw(word))).ok) say(`user:chat-${user}`, word)
            } else if (it.kind === 'wait') one.clock.advance(MINUTE)
            else if (it.kind === 'send') void one.dispatcher.flush().catch(() => undefined)
            else restart(one)
            for (let tick = 0; tick < 5; tick++) await new Promise((go) => setImmediate(go))
          }
          one.network.mishap = () => 'none'
          restart(one)
          for (let round = 0; round < 30; round++) {
            await one.dispatcher.flush()
            one.clock.advance(HOUR)
          }
          for (const [where, words] of said) {
            const id = /#(\d)/.exec(where)?.[1]
            const threads = [...one.network.threads]
              .filter(([, { name }]) => name.startsWith(`#${id} `))
              .map(([key]) => `staff:${key}`)
            const seen = id ? threads.flatMap((thread) => one.network.seenAt(thread)) : one.network.seenAt(where)
            const firsts = words.map((word) => seen.findIndex((text) => text.includes(word)))
            expect(firsts.every((index) => index >= 0)).toBe(true)
            expect(firsts).toEqual(firsts.toSorted((x, y) => x - y))
            for (const word of words) {
              const shown = seen.filter((text) => text.includes(word) && !text.startsWith('#') && !text.includes('↻'))
              expect(shown.filter((text) => !text.includes(MARK)).length).toBeLessThanOrEqual(1)
            }
            const everywhere = one.network.messages.filter(
              ({ where: at, text }) => words.some((word) => text.includes(word)) && at.startsWith('user:'),
            )
            if (!id) expect(everywhere.every(({ where: at }) => at === where)).toBe(true)
          }
          await one.context.store.close()
        },
      ),
      { numRuns: Number(process.env.DAOZHANG_OUTBOX_RUNS ?? 40) },
    )
  })
})
