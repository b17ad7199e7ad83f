// What goes wrong on purpose: limits, lost connections, answers that never come.
import { describe, expect, it } from 'vitest'
import { opened, parametersOf, toldBy } from './opened.ts'

describe('limits, by a clock that is handed in', () => {
  it('a private chat takes a short burst, then a message a second', async () => {
    let nowMs = 1_000_000_000_000
    const { telegram, api } = await opened({ limits: true, now: () => nowMs })
    const { id } = telegram.user()
    telegram.world.person(id).started = true
    const send = () => parametersOf(api.sendMessage(id, 'x'))
    for (const _ of Array(5)) expect(await send()).toBe('done')
    expect(await send()).toEqual({ retry_after: 5 })
    nowMs += 5_000
    expect(await send()).toBe('done')
  })

  it('a group takes 20 messages a minute over all topics, topics included, and 20 edits beside them', async () => {
    let nowMs = 1_000_000_000_000
    const { telegram, api } = await opened({ limits: true, now: () => nowMs })
    const group = telegram.supergroup()
    const { message_thread_id } = await api.createForumTopic(group.id, 'a')
    const card = await api.sendMessage(group.id, '0', { message_thread_id })
    for (let sent = 2; sent < 20; sent += 1) await api.sendMessage(group.id, 'x', { message_thread_id })
    nowMs += 1_000
    expect(await parametersOf(api.createForumTopic(group.id, 'b'))).toEqual({ retry_after: 59 })
    for (let edit = 0; edit < 20; edit += 1) await api.editMessageText(group.id, card.message_id, `edit ${edit}`)
    expect(await toldBy(api.editMessageText(group.id, card.message_id, 'more'))).toContain('429 Too Many Requests')
    nowMs += 59_000
    expect(await toldBy(api.createForumTopic(group.id, 'b'))).toBe('done')
  })

  it('30 messages a second go out over all chats', async () => {
    const { telegram, api } = await opened({ limits: true, now: () => 1_000_000_000_000 })
    const people = Array.from({ length: 31 }, () => telegram.user())
    for (const person of people) person.starts()
    const told = await Promise.all(people.map(({ id }) => toldBy(api.sendMessage(id, 'x'))))
    expect(told.filter((each) => each === 'done')).toHaveLength(30)
    expect(told).toContain('429 Too Many Requests: retry after 1')
  })
})

describe('faults', () => {
  it('accepted and then dropped: the message stands, the client heard nothing, a repeat stands twice', async () => {
    const { telegram, api } = await opened()
    const li = telegram.user()
    li.starts()
    telegram.fails({ kind: 'accept-then-drop' }, 'sendMessage')
    expect(await toldBy(api.sendMessage(li.id, 'once'))).toBe('lost')
    expect(telegram.calls.at(-1)).toMatchObject({ answered: false, outcome: { ok: true } })
    await api.sendMessage(li.id, 'once')
    expect(li.sees().filter(({ text }) => text === 'once')).toHaveLength(2)
  })

  it('dropped before: nothing was done', async () => {
    const { telegram, api } = await opened()
    const li = telegram.user()
    li.starts()
    telegram.fails({ kind: 'drop' }, { method: 'sendMessage', chat: li.id })
    expect(await toldBy(api.sendMessage(li.id, 'x'))).toBe('lost')
    expect(li.sees()).toHaveLength(1)
    expect(telegram.calls.at(-1)?.outcome).toBeUndefined()
  })

  it('502 comes as a page, and nothing was done', async () => {
    const { telegram, api } = await opened()
    const li = telegram.user()
    li.starts()
    telegram.fails({ kind: 'bad-gateway' }, 'sendMessage')
    expect(await toldBy(api.sendMessage(li.id, 'x'))).toBe('lost')
    telegram.fails({ kind: 'bad-gateway' })
    const answer = await fetch(`${telegram.apiRoot}/bot${telegram.token}/getMe`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html'])
    expect(li.sees()).toHaveLength(1)
  })

  it('a told 429 holds for that chat alone until its time is over', async () => {
    let nowMs = 1_000_000_000_000
    const { telegram, api } = await opened({ now: () => nowMs })
    const [li, wang] = [telegram.user(), telegram.user()]
    li.starts()
    wang.starts()
    telegram.fails({ kind: 'too-many', retryAfterS: 2282, holds: true }, { chat: li.id })
    expect(await parametersOf(api.sendMessage(li.id, 'x'))).toEqual({ retry_after: 2282 })
    nowMs += 1_000_000
    expect(await parametersOf(api.sendMessage(li.id, 'x'))).toEqual({ retry_after: 1282 })
    expect(await toldBy(api.sendMessage(wang.id, 'x'))).toBe('done')
    nowMs += 1_282_000
    expect(await toldBy(api.sendMessage(li.id, 'x'))).toBe('done')
  })

  it('a delay before is a delay of the deed, a delay after one of the answer alone', async () => {
    const { telegram, api } = await opened()
    const li = telegram.user()
    li.starts()
    telegram.fails({ kind: 'wait-after', ms: 50 }, 'sendMessage')
    const late = api.sendMessage(li.id, 'done, not told')
    await telegram.until('the deed', () => li.sees().length === 2)
    expect(telegram.calls.at(-1)?.answered).toBe(false)
    await late
    telegram.fails({ kind: 'wait-before', ms: 50 }, 'sendMessage')
    const waiting = api.sendMessage(li.id, 'not done')
    await api.getMe()
    expect(li.sees()).toHaveLength(2)
    await waiting
    expect(li.sees()).toHaveLength(3)
  })

  it('chaos is the same for the same seed', async () => {
    const run = async (seed: number) => {
      const { telegram, api } = await opened()
      const li = telegram.user()
      li.starts()
      telegram.chaos({ seed, chance: 0.5, faults: [{ kind: 'drop' }, { kind: 'accept-then-drop' }] })
      const told: string[] = []
      for (let sent = 0; sent < 30; sent += 1) told.push(await toldBy(api.sendMessage(li.id, String(sent))))
      telegram.calm()
      expect(await toldBy(api.sendMessage(li.id, 'calm'))).toBe('done')
      return { told, stands: li.sees().map(({ text }) => text) }
    }
    const first = await run(7)
    expect(await run(7)).toEqual(first)
    expect(await run(8)).not.toEqual(first)
    expect(new Set(first.told)).toEqual(new Set(['done', 'lost']))
  })
})
