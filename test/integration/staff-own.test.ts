// Whose a ticket is: taken once, handed on, given back, closed and opened by command, button or the thread itself, merged.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOUR } from '../../core/kit/clock.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { anonymous, lin, member, StaffPlace, wang } from '../fakes/staff-place.ts'

let place: StaffPlace
beforeEach(async () => {
  place = await StaffPlace.open()
  await place.says('mei', '人工')
})
afterEach(() => place.desk.context.store.close())

const last = async (id = 1) => (await place.shows(id)).at(-1) ?? ''
const thread = async (id = 1) => place.network.threads.get(await place.threadOf(id))
const card = async (id = 1) => (await place.shows(id))[0] ?? ''

describe('case 36: a hand-off is a ticket, and is said', () => {
  it('the user hears the number, and staff see the card, of one and the same ticket', async () => {
    expect(place.sees('mei').join()).toContain('#1')
    expect(await card()).toContain('#1')
    expect((await place.ticket(1)).state).toBe('queue')
  })
})

describe('case 35: the bot never answers over a person', () => {
  it('what the bot was looking up when somebody took the ticket is not said', async () => {
    const raw = new Raw('/balance')
    const asked = { platform: 'telegram', user: 'mei', eventId: 'asked', address: 'mei', messageId: '900' }
    const follow = await place.chat.accept({ ...asked, message: { kind: 'text', raw } })
    await place.writes(lin, 1, '/r 我来看看')
    const before = place.sees('mei')
    await follow()
    await place.settle()
    expect(place.sees('mei')).toEqual(before)
  })

  it('nor does it answer what the user writes while somebody has it', async () => {
    await place.presses(lin, 1, 'claim')
    const before = place.sees('mei')
    await place.says('mei', '我付了款但是没到账')
    await place.says('mei', '/orders')
    expect(place.sees('mei')).toEqual(before)
  })
})

describe('case 37: after the end a new talk begins', () => {
  it('back to the bot is said, and the next words begin a clean flow without another hand-off', async () => {
    await place.paidOrder('mei')
    await place.presses(lin, 1, 'claim')
    await place.presses(lin, 1, 'bot')
    expect(place.sees('mei').at(-1)).toContain('机器人')
    await place.says('mei', '我付了款但是没到账')
    expect(place.sees('mei').at(-1)).toContain('刚刚到账')
    expect(await place.desk.context.store.read((r) => r.tickets.byId(2))).toBeUndefined()
  })

  it('thanks after the close opens nothing again', async () => {
    await place.writes(lin, 1, '/r 已经好了')
    await place.writes(lin, 1, '/close')
    await place.says('mei', '谢谢')
    expect((await place.ticket(1)).state).toBe('closed')
  })
})

describe('case 39: staff see that the user answered', () => {
  it('a line in the thread, and the card no longer waits for the user', async () => {
    await place.writes(lin, 1, '/r 请告诉我金额')
    expect(await card()).toContain('等用户回复')
    await place.says('mei', '50 元')
    expect(await last()).toContain('50 元')
    expect(await card()).toContain('处理中')
  })
})

describe('case 30: a user who cannot be written to', () => {
  it('does not leave a ticket half closed', async () => {
    await place.presses(lin, 1, 'claim')
    place.network.blocked.add('mei')
    await place.writes(lin, 1, '/close')
    expect((await place.ticket(1)).state).toBe('closed')
    expect((await place.shows(1)).join()).toContain('屏蔽')
    place.network.blocked.delete('mei')
    await place.says('mei', '/start')
    expect(place.sees('mei').some((text) => text.includes('已结束'))).toBe(true)
  })
})

describe('the thread closed or opened by hand', () => {
  it('closes the ticket, with a word to the user', async () => {
    await place.presses(lin, 1, 'claim')
    await place.does(lin, 1, { kind: 'thread-closed' })
    expect((await place.ticket(1)).state).toBe('closed')
    expect(place.sees('mei').at(-1)).toContain('#1')
    await place.does(lin, 1, { kind: 'thread-reopened' })
    expect((await place.ticket(1)).state).toBe('human')
  })

  it('is opened again where money is unresolved, and the reason is said', async () => {
    await place.paidOrder('daniel', 50, 49)
    await place.says('daniel', '我付了款但是没到账')
    await place.presses(lin, 2, 'claim')
    const there = await thread(2)
    if (there) there.open = false
    await place.does(lin, 2, { kind: 'thread-closed' })
    expect((await place.ticket(2)).state).toBe('human')
    expect((await thread(2))?.open).toBe(true)
    expect((await place.shows(2)).join()).toContain('挂账')
  })

  it('by somebody who may not, or by the bot itself, moves no ticket', async () => {
    const there = await thread()
    if (there) there.open = false
    await place.does(null, 1, { kind: 'thread-closed' })
    expect((await place.ticket(1)).state).toBe('queue')
    expect((await thread())?.open).toBe(true)
    await place.does(member('X', false), 1, { kind: 'thread-closed' })
    expect((await place.ticket(1)).state).toBe('queue')
  })

  it('is closed again behind what is said about the closing', async () => {
    await place.presses(lin, 1, 'claim')
    await place.writes(lin, 1, '/close')
    expect(await last()).toContain('已结束')
    expect((await thread())?.open).toBe(false)
  })

  it('is not opened again after too long, and closes behind the word', async () => {
    await place.presses(lin, 1, 'claim')
    await place.presses(lin, 1, 'close')
    place.desk.clock.advance(100 * HOUR)
    const there = await thread()
    if (there) there.open = true
    await place.does(lin, 1, { kind: 'thread-reopened' })
    expect((await place.ticket(1)).state).toBe('closed')
    expect(await last()).toContain('结束太久')
    expect((await thread())?.open).toBe(false)
  })
})

describe('verbs of a ticket', () => {
  it('/transfer hands it to a colleague who was seen, and names them otherwise', async () => {
    await place.presses(wang, 1, 'who')
    await place.writes(lin, 1, '/transfer')
    expect(await last()).toContain('Wang')
    await place.writes(lin, 1, '/transfer @wang')
    expect((await place.ticket(1)).owner).toBe(wang.key)
    expect(await card()).toContain('Wang')
  })

  it('/priority and /hold show on the card', async () => {
    await place.writes(lin, 1, '/priority urgent')
    await place.writes(lin, 1, '/hold')
    expect(await card()).toContain('紧急')
    expect(await place.ticket(1)).toMatchObject({ priority: 'urgent', hold: true })
    await place.writes(lin, 1, '/hold')
    expect((await place.ticket(1)).hold).toBe(false)
    await place.writes(lin, 1, '/priority 最高')
    expect(await last()).toContain('normal')
  })

  it('/help lists the commands; /transcript the last lines; /who the owner', async () => {
    await place.writes(lin, 1, '/r 您好')
    await place.writes(lin, 1, '/who')
    expect(await last()).toContain('Lin')
    await place.writes(lin, 1, '/transcript')
    expect(await last()).toContain('您好')
    await place.writes(lin, 1, '/help')
    expect(await last()).toContain('/suspense')
  })

  it('a reply of one user’s ticket never reaches the other’s user', async () => {
    await place.says('daniel', '人工')
    await place.says('daniel', '我是另一位')
    const { id } = await place.found(2, '我是另一位')
    const before = place.sees('daniel')
    // An answer to a message of another ticket's thread is no reply here.
    await place.writes(lin, 1, '这句只给同事', { answers: id })
    expect(place.sees('daniel')).toEqual(before)
    expect(place.sees('mei').join()).not.toContain('这句只给同事')
  })

  it('a repeated event does nothing a second time', async () => {
    await place.does(lin, 1, { kind: 'button', ticketId: 1, verb: 'hold', argument: '' }, { eventId: 'same' })
    await place.does(lin, 1, { kind: 'button', ticketId: 1, verb: 'hold', argument: '' }, { eventId: 'same' })
    expect((await place.ticket(1)).hold).toBe(true)
  })

  it('a button of a ticket that does not exist, or of no known verb, changes nothing', async () => {
    expect(await place.does(lin, 1, { kind: 'button', ticketId: 99, verb: 'close', argument: '' })).toContain(
      '没有这张工单',
    )
    expect(await place.presses(lin, 1, 'explode')).toContain('没有这个命令')
    expect(await place.writes(lin, 1, '/send 1').then(() => last())).toContain('没有这个命令')
  })

  it('case 12: the staff’s place moved, and is written to under its new id from then on', async () => {
    await place.does(lin, null, { kind: 'moved', to: '-100777' })
    expect(await place.desk.context.store.read((r) => r.threads.fact('telegram.staff-chat'))).toBe('-100777')
  })
})

describe('a ticket that was answered in the group’s name', () => {
  it('is taken by whoever gives a name, and by one of them only', async () => {
    await place.writes(anonymous, 1, '/r 您好')
    await place.presses(lin, 1, 'claim')
    expect((await place.ticket(1)).owner).toBe(lin.key)
    await place.presses(wang, 1, 'claim')
    expect((await place.ticket(1)).owner).toBe(lin.key)
  })
})

describe('one incident, many tickets', () => {
  beforeEach(async () => {
    await place.says('daniel', '人工')
    await place.presses(lin, 2, 'claim')
  })

  it('the merged one ends with a word to its user, who hears again when the main one is solved', async () => {
    await place.writes(lin, 2, '/merge 1')
    expect(await place.ticket(2)).toMatchObject({ state: 'closed', mergedInto: 1 })
    expect(place.sees('daniel').at(-1)).toContain('同一件事')
    expect(await last(1)).toContain('#2')
    await place.presses(wang, 1, 'claim')
    await place.writes(wang, 1, '/close')
    expect(place.sees('daniel').at(-1)).toContain('已经解决')
    expect(place.sees('mei').at(-1)).not.toContain('#2')
  })

  it('the bot answers the merged user again, and nothing of theirs goes to the other user', async () => {
    await place.writes(lin, 2, '/merge #1')
    await place.says('daniel', '/balance')
    expect(place.sees('daniel').at(-1)).toContain('¥')
    expect((await place.shows(1)).join()).not.toContain('/balance')
  })

  it('not into itself, nor into one that is not there', async () => {
    await place.writes(lin, 2, '/merge 2')
    expect(await last(2)).toContain('就是当前这张')
    await place.writes(lin, 2, '/merge 77')
    expect(await last(2)).toContain('/merge')
    expect((await place.ticket(2)).state).toBe('human')
  })
})
