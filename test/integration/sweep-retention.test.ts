// What is kept for how long: after its time every word is gone, figures, money and the audit trail stay.
import { beforeEach, describe, expect, it } from 'vitest'
import { sweep } from '../../core/desk/sweep/sweep.ts'
import { transcriptOf } from '../../core/desk/transcript/gather.ts'
import { DAY, instantOf, plus } from '../../core/kit/clock.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { mint } from '../../core/redaction/redacted.ts'
import { brokenLink } from '../../core/store/audit.ts'
import { lin, openSweepDesk, press, type SweepDesk, staffOf, talkOf, ticketOf, write } from './sweep-desk.ts'

const WORDS = ['我的订单有问题', '请补充订单号', '内部看法', '改之前的话']
let desk: SweepDesk
beforeEach(async () => {
  desk = await openSweepDesk()
  await write(desk, 'mei', WORDS[0] ?? '')
  await write(desk, 'mei', '人工')
  const staff = staffOf(desk)
  await staff.reply(1, lin, new Raw(WORDS[1] ?? ''))
  await staff.note(1, lin, new Raw(WORDS[2] ?? ''))
  await desk.context.store.write(async (w) => {
    const [line] = await w.tickets.lines(1)
    await w.tickets.addVersion({ lineId: line?.id ?? 0, text: mint(WORDS[3] ?? ''), at: desk.clock.now() })
    await w.tickets.attach({
      id: 'att_1',
      lineId: line?.id ?? 0,
      inboxId: 'in_x',
      bytes: Buffer.from('picture'),
      width: 1,
      height: 1,
      covered: 0,
      at: desk.clock.now(),
      expiresAt: plus(desk.clock.now(), 30 * DAY),
    })
  })
  await staff.close(1, lin)
})

const later = async (days: number): Promise<void> => {
  desk.clock.set(instantOf(plus(desk.clock.now(), days * DAY)))
  await sweep(desk.options)
}
/** Everything that a person wrote or was told, wherever it is kept. */
async function everything(): Promise<string> {
  const tables = ['inbox', 'outbox', 'ticket', 'ticket_line', 'line_version', 'conversation']
  const rows = await Promise.all(tables.map((table) => desk.context.store.sql(`select * from ${table}`)))
  return JSON.stringify(rows)
}
const counted = async (table: string): Promise<number> =>
  Number((await desk.context.store.sql(`select count(*) as n from ${table}`))[0]?.n)

describe('words', () => {
  it('are all there on the last day, and the buttons of an old talk still work', async () => {
    await later(364)
    const all = await everything()
    for (const words of WORDS) expect(all).toContain(words)
    await press(desk, 'mei', 1, 0)
  })

  it('are all gone after it, from every table, and so are the links of their messages', async () => {
    expect(await counted('message_link')).toBeGreaterThan(0)
    await later(367)
    const all = await everything()
    for (const words of WORDS) expect(all).not.toContain(words)
    expect(await counted('message_link')).toBe(0)
    expect(await counted('inbox')).toBe(0)
  })

  it('of what is newer nothing is lost with them', async () => {
    await later(300)
    await write(desk, 'wei', '人工')
    await write(desk, 'wei', '这是新的一句')
    await later(70)
    const all = await everything()
    expect(all).not.toContain(WORDS[0])
    expect(all).toContain('这是新的一句')
    expect((await ticketOf(desk, 2)).state).toBe('queue')
  })

  it('of a ticket that is still open are kept, however old it is', async () => {
    await write(desk, 'wei', '人工')
    await write(desk, 'wei', '还没有解决的事')
    await later(400)
    expect(await everything()).toContain('还没有解决的事')
  })
})

it('a ticket keeps its row and its figures, and its transcript says that the words are gone', async () => {
  const { openedAt, firstReplyAt, closedBy } = await ticketOf(desk, 1)
  await later(367)
  expect(await ticketOf(desk, 1)).toMatchObject({ openedAt, firstReplyAt, closedBy })
  const transcript = await desk.context.store.read((r) => transcriptOf(r, desk.context, 1))
  expect(transcript?.entries.length).toBeGreaterThan(1)
  expect(transcript?.entries.every(({ text, removed }) => text === '' && removed)).toBe(true)
})

it('the audit trail stays whole', async () => {
  const before = await counted('audit')
  await later(367)
  const rows = await desk.context.store.read((r) => r.audit.page(0, 1_000))
  expect(rows.length).toBe(before)
  expect(brokenLink(rows)).toBeUndefined()
})

it('pictures go after their own, shorter time', async () => {
  await later(29)
  expect(await counted('attachment')).toBe(1)
  await later(2)
  expect(await counted('attachment')).toBe(0)
})

it('more than a pass takes is forgotten in the next ones', async () => {
  const { id } = await talkOf(desk, 'mei')
  const at = desk.clock.now()
  await desk.context.store.sql(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < 12000)
     insert into outbox (platform, lane, conversation_id, body, state, parts, tries, due_at, at)
     select 'telegram', 'user:${id}', '${id}', '{"kind":"say","text":"x","step":0,"choices":[]}', 'sent', 0, 0, ${at}, ${at} from n`,
  )
  desk.clock.set(instantOf(plus(desk.clock.now(), 367 * DAY)))
  const first = await sweep(desk.options)
  expect(first.nextAt).toBe(desk.clock.now())
  await sweep(desk.options)
  // The digest of the day is all that is left.
  expect(Number((await desk.context.store.sql(`select count(*) as n from outbox where at <= ${at}`))[0]?.n)).toBe(0)
})
