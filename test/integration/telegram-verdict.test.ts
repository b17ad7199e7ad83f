// From /start to "credited": what a linked user taps and reads on Telegram, and what staff read; kept as a transcript.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Seen } from '../fakes/telegram/screen.ts'
import { openDesk } from '../telegram/desk.ts'

const file = fileURLToPath(new URL('../transcripts/telegram-zh.txt', import.meta.url))

/** Times and the random parts of numbers differ from run to run. */
const steady = (text: string): string =>
  text
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'DATE TIME')
    .replace(/\d\d-\d\d \d\d:\d\d/g, 'DATE TIME')
    .replace(/\b\d\d:\d\d\b/g, 'TIME')
    .replace(/\*{4}[0-9A-Z]{4}\b/g, '****XXXX')
    .replace(/\b(\w+):\w+_\w+/g, '$1:ID')

function shown(seen: Seen, who: string): string {
  const words = seen.text === '' ? `[${seen.service ?? seen.media?.kind ?? ''}]` : seen.text
  const lines = steady(words).split('\n')
  const buttons = seen.buttons.map((row) => `      ${row.map((label) => `[${label}]`).join(' ')}`)
  return [`${who}: ${lines.join('\n      ')}`, ...buttons].join('\n')
}

describe('a paid order that nobody told us of', () => {
  it('is credited within four taps of /start with nothing typed, and a person is one tap away', async () => {
    const desk = await openDesk({ faster: 4 })
    const li = await desk.linked('li')
    const order = await desk.order('li')
    await desk.pays(order, '2026112022001400000000000001')
    const taps: string[] = []
    const tap = (label: string): void => {
      taps.push(label)
      li.presses(label)
    }

    taps.push('/start')
    li.starts()
    await desk.reads(li, '付款、订单')
    tap('付款了没到账')
    await desk.reads(li, '刚刚到账了')
    expect(taps.length).toBeLessThanOrEqual(4)
    const toVerdict = [...taps]

    tap('人工客服')
    await desk.reads(li, '工单 #1')
    const topic = await desk.topicOf(1)
    await desk.staffReads('#1 ·', topic)
    desk.mei.presses(
      '接手',
      desk.staff.messages(topic).find(({ buttons }) => buttons.flat().includes('接手')),
    )
    await desk.staffReads('🟢', topic)
    desk.mei.writes(topic, '/r 您好，这笔已经到账，余额页刷新即可看到。')
    await desk.reads(li, '余额页刷新')
    li.sends('看到了，谢谢')
    await desk.staffReads('看到了，谢谢', topic)
    await desk.quiet()

    const transcript = [
      `Taps from /start to the verdict: ${toVerdict.length} (${toVerdict.join(' → ')}); typed: nothing.`,
      'Taps from there to a person: 1 (人工客服).',
      '',
      '— What the user sees —',
      ...li.sees().map((seen) => shown(seen, seen.by === 'bot' ? 'Bot ' : 'User')),
      '',
      `— What staff see in the topic ${topic.name} —`,
      ...desk.staff
        .messages(topic)
        .filter(({ service }) => service === undefined)
        .map((seen) => shown(seen, seen.by === 'bot' ? 'Bot ' : 'Mei ')),
      '',
    ].join('\n')
    if (!existsSync(file)) writeFileSync(file, transcript)
    expect(transcript).toBe(readFileSync(file, 'utf8'))
    expect(desk.telegram.faults).toEqual([])
  })
})
