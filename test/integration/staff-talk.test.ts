// What staff write in a ticket's thread: what stays among them, what reaches the user, and how it is changed afterwards.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { anonymous, lin, StaffPlace, wang } from '../fakes/staff-place.ts'

let place: StaffPlace
beforeEach(async () => {
  place = await StaffPlace.open()
  await place.says('mei', '人工')
  await place.says('mei', '我的钱没到账，请帮忙看看')
})
afterEach(async () => {
  expect(await brokenInvariants(place.desk.context.store)).toEqual([])
  await place.desk.context.store.close()
})

describe('case 14: staff chatter is never sent to the customer', () => {
  it('plain words are an internal note, and so is an answer to a colleague', async () => {
    const before = place.sees('mei')
    const note = await place.writes(lin, 1, '这个用户昨天也来过')
    await place.writes(wang, 1, '对，我记得', { answers: note })
    expect(place.sees('mei')).toEqual(before)
    expect((await place.lines(1)).map(({ author }) => author)).toEqual(['user', 'user', 'note', 'note'])
  })

  it('an unknown or mistyped command sends nothing and says so', async () => {
    const before = place.sees('mei')
    await place.writes(lin, 1, '/colse 结束这张')
    expect(place.sees('mei')).toEqual(before)
    expect((await place.shows(1)).at(-1)).toContain('没有这个命令')
  })
})

describe('what reaches the user', () => {
  it('a reply to the message that shows their line, as a reply to their own message', async () => {
    const { id } = await place.found(1, '我的钱没到账')
    await place.writes(lin, 1, '正在查', { answers: id })
    expect(place.sees('mei').at(-1)).toContain('正在查')
    const sent = place.network.calls.findLast((call) => call.kind === 'text' && call.to.room === 'user')
    expect(sent).toHaveProperty('answers')
    expect((await place.ticket(1)).state).toBe('waiting-user')
  })

  it('/r TEXT, and an answer to the prompt of the Reply button', async () => {
    await place.writes(lin, 1, '/r 您好')
    expect(place.sees('mei').at(-1)).toContain('您好')
    await place.presses(lin, 1, 'reply')
    const { id } = await place.found(1, '回复这条消息')
    await place.writes(lin, 1, '已经查到了', { answers: id })
    expect(place.sees('mei').at(-1)).toContain('已经查到了')
  })

  it('case 15: the user sees the name that users know, never the key of a colleague', async () => {
    await place.writes(lin, 1, '/r 您好')
    expect(place.sees('mei').at(-1)).toContain('Lin')
    expect(JSON.stringify(place.network.messages)).not.toContain('telegram:Lin')
  })

  it('a secret in a reply is covered on its way', async () => {
    await place.writes(lin, 1, '/r 打 13812345678 找我')
    expect(place.sees('mei').at(-1)).not.toContain('13812345678')
  })

  it('the message gets its receipt when it has reached the user, and not before', async () => {
    place.network.blocked.add('mei')
    const id = await place.writes(lin, 1, '/r 您好')
    expect(place.network.reactions).toEqual([])
    expect((await place.shows(1)).at(-1)).toContain('屏蔽')
    place.network.blocked.delete('mei')
    await place.says('mei', '我回来了')
    expect(place.sees('mei').some((text) => text.includes('您好'))).toBe(true)
    expect(place.network.reactions).toContainEqual({ message: id, mark: '👌' })
  })

  it('an event that comes twice is sent once', async () => {
    await place.writes(lin, 1, '/r 只说一次', { eventId: 'same' })
    await place.writes(lin, 1, '/r 只说一次', { eventId: 'same' })
    expect(place.sees('mei').filter((text) => text.includes('只说一次')).length).toBe(1)
  })

  it('nothing goes out on a closed ticket, and the writer is told', async () => {
    await place.presses(lin, 1, 'close')
    const before = place.sees('mei').length
    await place.writes(lin, 1, '/r 还有一句')
    expect(place.sees('mei').length).toBe(before)
    expect((await place.shows(1)).at(-1)).toContain('/reopen')
  })
})

describe('two colleagues', () => {
  it('a reply of somebody else is held, says who has the ticket, and goes out on its writer’s word only', async () => {
    await place.presses(lin, 1, 'claim')
    const before = place.sees('mei').length
    await place.writes(wang, 1, '/r 我来插一句')
    expect(place.sees('mei').length).toBe(before)
    expect((await place.shows(1)).at(-1)).toContain('Lin')
    expect(await place.pressUnder(lin, 1, '还没有发出', 'send')).toContain('写这条的人')
    expect(place.sees('mei').length).toBe(before)
    await place.pressUnder(wang, 1, '还没有发出', 'send')
    expect(place.sees('mei').at(-1)).toContain('我来插一句')
    expect((await place.ticket(1)).owner).toBe(lin.key)
    expect(await place.pressUnder(wang, 1, '还没有发出', 'send')).toContain('处理过')
    expect(place.sees('mei').filter((text) => text.includes('我来插一句')).length).toBe(1)
  })

  it('a held reply that is dropped never goes out', async () => {
    await place.presses(lin, 1, 'claim')
    await place.writes(wang, 1, '/r 算了')
    await place.pressUnder(wang, 1, '还没有发出', 'drop')
    expect(await place.pressUnder(wang, 1, '还没有发出', 'send')).toContain('处理过')
    expect(place.sees('mei').some((text) => text.includes('算了'))).toBe(false)
  })

  it('the second who claims is told who has it, by toast and in the thread', async () => {
    await place.presses(lin, 1, 'claim')
    expect(await place.presses(wang, 1, 'claim')).toContain('Lin')
    expect((await place.shows(1)).at(-1)).toContain('Lin')
    expect((await place.ticket(1)).owner).toBe(lin.key)
  })
})

describe('what is changed afterwards', () => {
  it('case 24: an edited reply is edited at the user, found by its row, and what it said before is kept', async () => {
    const id = await place.writes(lin, 1, '/r 明天到账')
    await place.does(lin, 1, { kind: 'edit', of: id, raw: new Raw('/r 今天到账') })
    expect(place.sees('mei').at(-1)).toContain('今天到账')
    expect(place.sees('mei').some((text) => text.includes('明天到账'))).toBe(false)
    const line = (await place.lines(1)).find(({ author }) => author === 'staff')
    const versions = await place.desk.context.store.read((r) => r.tickets.versions(line?.id ?? 0))
    expect(versions.map(({ text }) => text)).toEqual(['明天到账'])
  })

  it('an edit of a reply that has not left yet leaves as it reads now', async () => {
    place.network.blocked.add('mei')
    const id = await place.writes(lin, 1, '/r 旧的说法')
    await place.does(lin, 1, { kind: 'edit', of: id, raw: new Raw('/r 新的说法') })
    place.network.blocked.delete('mei')
    await place.says('mei', '在')
    const said = place.sees('mei').join()
    expect(said).toContain('新的说法')
    expect(said).not.toContain('旧的说法')
  })

  it('an edit is redacted again', async () => {
    const id = await place.writes(lin, 1, '/r 您好')
    await place.does(lin, 1, { kind: 'edit', of: id, raw: new Raw('/r 我的电话 13812345678') })
    expect(place.sees('mei').join()).not.toContain('13812345678')
    expect(JSON.stringify(await place.lines(1))).not.toContain('13812345678')
  })

  it('/unsend as a reply to one’s own message takes the user’s copy away; somebody else’s stays', async () => {
    const id = await place.writes(lin, 1, '/r 说错了')
    await place.writes(wang, 1, '/unsend', { answers: id })
    expect(place.sees('mei').join()).toContain('说错了')
    await place.writes(lin, 1, '/unsend', { answers: id })
    expect(place.sees('mei').join()).not.toContain('说错了')
    expect((await place.lines(1)).find(({ author }) => author === 'staff')?.removed).toBe(true)
  })

  it('reactions go both ways by the line', async () => {
    const { id } = await place.found(1, '我的钱没到账')
    await place.does(lin, 1, { kind: 'reaction', of: id, mark: '👍' })
    expect(place.network.reactions.at(-1)).toMatchObject({ mark: '👍' })
    const own = await place.writes(lin, 1, '/r 好了')
    const copy = place.network.messages.findLast(({ where }) => where === 'user:mei')
    await place.chat.receive({
      platform: 'telegram',
      user: 'mei',
      eventId: 'reaction',
      address: 'mei',
      message: { kind: 'reaction', of: copy?.id ?? '', mark: '❤' },
    })
    await place.settle()
    expect(place.network.reactions.at(-1)).toEqual({ message: own, mark: '❤' })
  })
})

describe('case 17: everything besides words is passed on or said not to be', () => {
  it('a sticker goes to the user as a reply to them, and stays internal otherwise', async () => {
    const sticker = { kind: 'copy', what: 'sticker', file: 'f1' } as const
    await place.does(lin, 1, sticker)
    expect(place.network.calls.some(({ kind }) => kind === 'copy')).toBe(false)
    const { id } = await place.found(1, '我的钱没到账')
    await place.does(lin, 1, sticker, { answers: id, messageId: 's-sticker' })
    expect(place.sees('mei').at(-1)).toBe('[sticker]')
  })

  it('a picture as a reply goes out redacted, one that cannot be handled is told to the writer', async () => {
    const { id } = await place.found(1, '我的钱没到账')
    place.files.set('good', new Uint8Array([1, 2, 3]))
    place.files.set('bad', new Uint8Array([1]))
    const picture = (file: string, caption: string) =>
      ({ kind: 'media', file, caption: new Raw(caption), album: null }) as const
    await place.does(lin, 1, picture('good', '看这里'), { answers: id, messageId: 's-good' })
    expect(place.sees('mei').at(-1)).toContain('看这里')
    const sent = place.network.calls.findLast((call) => call.kind === 'pictures')
    expect(sent?.kind === 'pictures' && sent.pictures.map((bytes) => [...bytes])).toEqual([[1, 2, 3, 0]])
    const before = place.sees('mei').length
    await place.does(lin, 1, picture('bad', ''), { answers: id, messageId: 's-bad' })
    expect(place.sees('mei').length).toBe(before)
    expect((await place.shows(1)).at(-1)).toContain('没有发给用户')
  })

  it('an album goes out as one message', async () => {
    const { id } = await place.found(1, '我的钱没到账')
    for (const file of ['a', 'b']) {
      place.files.set(file, new Uint8Array([1, 2]))
      const message = { kind: 'media', file, caption: new Raw(''), album: 'one' } as const
      await place.does(lin, 1, message, { answers: id, messageId: `s-${file}` })
    }
    place.desk.clock.advance(2_000)
    await place.settle()
    const albums = place.network.calls.filter((call) => call.kind === 'pictures')
    expect(albums.map((call) => call.kind === 'pictures' && call.pictures.length)).toEqual([2])
  })

  it('a file is not sent, and the thread says so', async () => {
    const before = place.sees('mei').length
    await place.does(lin, 1, { kind: 'unreadable', what: 'file' }, { messageId: 's-file' })
    expect(place.sees('mei').length).toBe(before)
    expect((await place.shows(1)).at(-1)).toContain('没有发给用户')
  })
})

describe('a long history', () => {
  it('the last lines fit into one message, however long they are', async () => {
    for (let round = 0; round < 12; round++) await place.writes(lin, 1, `/note ${'很长的备注'.repeat(100)}`)
    await place.writes(lin, 1, '/transcript')
    const shown = (await place.shows(1)).at(-1) ?? ''
    expect(shown).toContain('很长的备注')
    expect(shown.length).toBeLessThan(4_000)
  })
})

describe('prepared replies', () => {
  it('a canned reply is shown before it goes, filled from the records, in the user’s language', async () => {
    const before = place.sees('mei').length
    await place.writes(lin, 1, '/canned need-fields')
    expect(place.sees('mei').length).toBe(before)
    await place.pressUnder(lin, 1, '预览', 'send')
    expect(place.sees('mei').at(-1)).toContain('支付方式')
  })

  it('one that needs an order that the ticket does not know is not offered', async () => {
    await place.writes(lin, 1, '/canned credited')
    expect((await place.shows(1)).at(-1)).toContain('order')
    expect((await place.lines(1)).some(({ held }) => held)).toBe(false)
  })
})

describe('who may', () => {
  it('somebody who is not on the list changes nothing and is told politely', async () => {
    const before = await place.lines(1)
    await place.writes(null, 1, '/r 我是路人')
    expect(await place.lines(1)).toEqual(before)
    expect((await place.shows(1)).at(-1)).toContain('客服名单')
    expect(await place.presses(null, 1, 'claim')).toContain('客服名单')
    expect((await place.ticket(1)).state).toBe('queue')
  })

  it('case 13: an anonymous admin notes and answers; nothing that needs a name', async () => {
    await place.writes(anonymous, 1, '/r 您好')
    expect(place.sees('mei').at(-1)).toContain('您好')
    for (const command of ['/close', '/credit 5 补偿', '/requery', '/transfer Lin']) {
      await place.writes(anonymous, 1, command)
      expect((await place.shows(1)).at(-1)).toContain('匿名')
    }
    expect((await place.audit()).filter((action) => action !== 'ticket.reply')).toEqual([])
  })
})
