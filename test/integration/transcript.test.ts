// A ticket's transcript: everything that was said by anybody, as it was, redacted, and nothing in the page that could act.
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { transcriptOf } from '../../core/desk/transcript/gather.ts'
import { transcriptPage } from '../../core/desk/transcript/html.ts'
import { type Transcript, transcriptShape } from '../../core/desk/transcript/shape.ts'
import { HOUR, MINUTE } from '../../core/kit/clock.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { mint } from '../../core/redaction/redacted.ts'
import { linkedUser } from '../fakes/chat-context.ts'
import { deliver, lin, openSweepDesk, press, type SweepDesk, staffOf, talkOf, write } from './sweep-desk.ts'

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const CODE = 'K7M2P-9QRST-VWXYZ-01234'
const wei = { key: 'telegram:43', persona: mint('Wei'), proven: true }

let desk: SweepDesk
beforeEach(async () => {
  desk = await openSweepDesk()
  await linkedUser(desk, 'telegram', 'mei')
})

async function made(id = 1): Promise<Transcript> {
  const transcript = await desk.context.store.read((r) => transcriptOf(r, desk.context, id))
  if (!transcript) throw new Error('there is no such ticket')
  return transcript
}
const minute = (): void => desk.clock.advance(MINUTE)
const texts = ({ entries }: Transcript): readonly string[] => entries.map(({ author, text }) => `${author}: ${text}`)

/** A talk with the bot, a ticket, answers, a note, an edit, a picture, a reply taken back, a closing. */
async function wholeLife(): Promise<void> {
  const staff = staffOf(desk)
  await write(desk, 'mei', '我付了款但是没到账')
  minute()
  await write(desk, 'mei', '人工')
  minute()
  await write(desk, 'mei', `<b onclick="x">兑换码</b> ${CODE} <script>alert(1)</script>`)
  minute()
  await staff.claim(1, lin)
  await staff.note(1, lin, new Raw('看起来是回调丢失'))
  minute()
  await staff.reply(1, lin, new Raw('您好，正在为您查'))
  await staff.reply(1, wei, new Raw('我也在看'))
  await deliver(desk)
  await desk.context.store.write(async (w) => {
    const [first] = await w.tickets.lines(1)
    if (!first?.inboxId) return
    await w.tickets.addVersion({ lineId: first.id, text: mint('改之前的话'), at: desk.clock.now() })
    const expiresAt = desk.clock.now() + HOUR
    await w.tickets.attach({
      id: 'att_1',
      lineId: first.id,
      inboxId: first.inboxId,
      bytes: PNG,
      width: 1,
      height: 1,
      covered: 2,
      at: desk.clock.now(),
      expiresAt: expiresAt as never,
    })
  })
  minute()
  await staff.close(1, lin)
}

describe('as JSON', () => {
  it('case 41: holds the talk with the bot before it, what everybody said in it, and the last words, in order', async () => {
    await wholeLife()
    const transcript = await made()
    expect(transcriptShape.parse(JSON.parse(JSON.stringify(transcript)))).toEqual(transcript)
    const all = texts(transcript)
    const places = [/user: 我付了款但是没到账/, /bot: /, /user: 人工/, /bot: 已转给同事，工单 #1/, /note: 看起来/]
      .concat([/staff: 您好，正在为您查/, /staff: 我也在看/, /bot: 工单 #1 已结束/, /bot: 工单 #1 处理得怎么样/])
      .map((words) => all.findIndex((text) => words.test(text)))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(transcript.complete).toBe(true)
    expect(transcript.ticket).toMatchObject({ number: 1, state: 'closed', closedBy: 'staff', owner: 'Lin' })
  })

  it('case 41: is the same after a restart, when nothing but the database is left', async () => {
    await wholeLife()
    const before = await made()
    const { ProviderAnswers } = await import('../../core/desk/payment/provider-answers.ts')
    const context = { ...desk.context, answers: new ProviderAnswers() }
    expect(await context.store.read((r) => transcriptOf(r, context, 1))).toEqual(before)
  })

  it('tells how a line read before an edit, what was held, and what reached the user', async () => {
    await wholeLife()
    const { entries } = await made()
    expect(entries.find(({ versions }) => versions.length > 0)?.versions[0]?.text).toBe('改之前的话')
    expect(entries.find(({ text }) => text === '我也在看')).toMatchObject({ held: true, delivery: null, name: 'Wei' })
    expect(entries.find(({ text }) => text === '您好，正在为您查')).toMatchObject({ delivery: 'sent', name: 'Lin' })
  })

  it('case 16: carries its pictures itself, so that no link in it can die', async () => {
    await wholeLife()
    const picture = (await made()).entries.flatMap(({ pictures }) => pictures)[0]
    expect(picture).toMatchObject({ type: 'image/png', width: 1, covered: 2 })
    expect(Buffer.from(picture?.data ?? '', 'base64')).toEqual(PNG)
  })

  it('case 15: names colleagues as users know them, in what was done too, and never by their key', async () => {
    await wholeLife()
    const transcript = await made()
    expect(transcript.deeds.map(({ by, action }) => `${by} ${action}`)).toEqual(
      expect.arrayContaining(['Lin ticket.claim', 'Lin ticket.close']),
    )
    expect(transcript.deeds.find(({ action }) => action === 'ticket.claim')?.detail.owner).toBe('Lin')
    for (const out of [JSON.stringify(transcript), transcriptPage(transcript)])
      expect(out).not.toMatch(/telegram:4[23]/)
  })

  it('holds no full code, number or account', async () => {
    await wholeLife()
    const transcript = await made()
    for (const out of [JSON.stringify(transcript), transcriptPage(transcript)]) {
      expect(out).not.toContain(CODE)
      expect(out).not.toContain('K7M2P')
      expect(out).not.toMatch(/DZ\d{8}[0-9A-Z]{12}/)
      expect(out).not.toContain('chat-mei')
    }
    expect(transcript.ticket.account).toBe('****mei')
  })

  it('names the button that was pressed', async () => {
    await write(desk, 'mei', '/start')
    minute()
    const [first] = (await made0()).slice(-1)
    await press(desk, 'mei', first?.step ?? 0, 0)
    minute()
    await write(desk, 'mei', '人工')
    const pressed = (await made()).entries.find(({ text }) => text.startsWith('▸'))
    expect(pressed?.text).toBe(`▸ ${first?.label}`)
  })

  it('of the user’s other tickets nothing is in it', async () => {
    await wholeLife()
    desk.clock.advance(100 * HOUR)
    await write(desk, 'mei', '人工')
    minute()
    await write(desk, 'mei', '这次是发票的事')
    const second = await made(2)
    expect(texts(second).join()).not.toContain('回调丢失')
    expect(texts(second).join()).toContain('这次是发票的事')
    expect(texts(await made(1)).join()).not.toContain('发票')
    expect(second.ticket.follows).toBe(1)
  })

  it('lists the verdicts with the rows they rest on', async () => {
    await wholeLife()
    const talk = await talkOf(desk, 'mei')
    await desk.context.store.write((w) =>
      w.verdicts.insert({
        id: desk.context.ids.row('vrd', desk.clock.now()),
        accountId: 'mei',
        conversationId: talk.id,
        about: 'payment',
        finding: 'not-paid',
        handoff: false,
        evidence: '["orders:o_1"]',
        at: desk.clock.now(),
      }),
    )
    expect((await made()).verdicts.at(-1)).toMatchObject({ finding: 'not-paid', evidence: ['orders:o_1'] })
  })

  it('there is none of a ticket that does not exist', async () => {
    expect(await desk.context.store.read((r) => transcriptOf(r, desk.context, 9))).toBeUndefined()
  })

  /** The buttons of what the bot said last. */
  async function made0(): Promise<readonly { step: number; label: string }[]> {
    const talk = await talkOf(desk, 'mei')
    const rows = await desk.context.store.read((r) => r.outbox.lane('telegram', `user:${talk.id}`, 50))
    return rows.map(({ body }) => JSON.parse(body)).map(({ step, choices }) => ({ step, label: choices[0]?.label }))
  }
})

describe('as a page', () => {
  it('escapes what people wrote, and has no script, no handler and no address to load from', async () => {
    await wholeLife()
    const page = transcriptPage(await made())
    expect(page).toContain('&lt;b onclick=&quot;x&quot;&gt;')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toMatch(/<(script|iframe|object|embed|link|form|base|a)\b/i)
    expect(page).not.toMatch(/<[^>]*\son\w+\s*=/i)
    expect([...page.matchAll(/\b(?:src|href)="([^"]*)"/g)].every(([, to]) => to?.startsWith('data:image/'))).toBe(true)
  })

  it('allows a browser its own style and pictures inside it, and nothing else', async () => {
    await wholeLife()
    const page = transcriptPage(await made())
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(policy?.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
    )
    expect(style.length).toBeGreaterThan(100)
  })

  it('shows the picture, the edit, the held reply and both languages', async () => {
    await wholeLife()
    const page = transcriptPage(await made())
    for (const part of ['data:image/png;base64,', '改之前的话', 'Held, not sent', '内部备注 Internal note']) {
      expect(page).toContain(part)
    }
  })

  it('cannot be turned around by marks of writing direction', async () => {
    await write(desk, 'mei', '人工')
    await write(desk, 'mei', '退款\u202E完成\u2066')
    expect(transcriptPage(await made())).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
  })
})
