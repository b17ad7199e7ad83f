// From the panel to "credited": what a linked user taps and reads on Discord, and what staff read; kept as a transcript. And the account that moves.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openDesk, wordsOf } from '../discord/desk.ts'
import { shown as asShown } from '../discord/shown.ts'
import type { Seen } from '../fakes/discord/screen.ts'

const file = fileURLToPath(new URL('../transcripts/discord-zh.txt', import.meta.url))

/** Times and the random parts of numbers differ from run to run. */
const steady = (text: string): string =>
  text
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'DATE TIME')
    .replace(/\d\d-\d\d \d\d:\d\d/g, 'DATE TIME')
    .replace(/\b\d\d:\d\d\b/g, 'TIME')
    .replace(/\*{4}[0-9A-Z]{4}\b/g, '****XXXX')
    .replace(/\b(\w+):\w+_\w+/g, '$1:ID')
    .replace(/<#\d+>/g, '#客服')

function shown(seen: Seen, who: string): string {
  const words = wordsOf(seen)
  const lines = steady(words.includes('<#') ? words : asShown(words)).split('\n')
  const rows = [
    ...seen.selects.map(({ options }) => `▾ ${options.map(({ label }) => label).join(' | ')}`),
    ...seen.buttons.map((row) => row.map(({ label }) => `[${label}]`).join(' ')),
  ]
  return [
    `${who}${seen.ephemeral ? ' (only you)' : ''}: ${lines.join('\n      ')}`,
    ...rows.map((row) => `      ${row}`),
  ].join('\n')
}

describe('a paid order that nobody told us of', () => {
  it('is credited within four taps of the panel with nothing typed, and a person is one tap away', async () => {
    const desk = await openDesk()
    const boss = desk.discord.person('Boss', {
      locale: 'zh-CN',
      roles: [desk.discord.guild.role('boss', ['ManageGuild'])],
    })
    boss.slash('/panel', {}, { in: 'support' })
    await desk.reads(boss, '面板')
    const li = await desk.linked('li')
    const order = await desk.order('li')
    await desk.pays(order, '2026112022001400000000000001')
    const taps: string[] = []
    const tap = (label: string): void => {
      taps.push(label)
      desk.taps(li, label)
    }

    tap('联系客服 · Contact support')
    const pointer = await desk.reads(li, '请到这里继续', 'support')
    const place = /<#(\d+)>/.exec(pointer.text)?.[1] ?? ''
    await desk.reads(li, '付款、订单', place)
    taps.push('#客服')
    tap('付款了没到账')
    await desk.reads(li, '刚刚到账了', place)
    expect(taps.length).toBeLessThanOrEqual(4)
    const toVerdict = [...taps]

    tap('人工客服')
    await desk.reads(li, '工单 #1', place)
    const post = await desk.postOf(1)
    await desk.discord.until('the card', () => (desk.discord.messagesIn(post)[0]?.buttons.length ?? 0) > 0)
    await desk.quiet()
    desk.mei.presses('接手', desk.discord.messagesIn(post)[0]?.message)
    await desk.staffReads('🟢', post)
    desk.mei.writes(post, '/r 您好，这笔已经到账，余额页刷新即可看到。')
    await desk.reads(li, '余额页刷新', place)
    li.sends(place, '看到了，谢谢')
    await desk.staffReads('看到了，谢谢', post)
    await desk.quiet()

    const said = [pointer, ...li.sees(place).filter(({ type }) => type === 0)]
    const transcript = [
      `Taps from the panel to the verdict: ${toVerdict.length} (${toVerdict.join(' → ')}); typed: nothing.`,
      'Taps from there to a person: 1 (人工客服).',
      '',
      '— What the user sees —',
      ...said.map((seen) => shown(seen, seen.by === 'bot' ? 'Bot ' : 'User')),
      '',
      `— What staff see in the post ${post.name} —`,
      ...desk.discord
        .messagesIn(post)
        .filter(({ type }) => type === 0)
        .map((seen) => shown(seen, seen.by === 'bot' ? 'Bot ' : 'Mei ')),
      '',
    ].join('\n')
    if (!existsSync(file)) writeFileSync(file, transcript)
    expect(transcript).toBe(readFileSync(file, 'utf8'))
    expect(desk.discord.breaches).toEqual([])
  })

  it('a talk that began elsewhere goes on here by the linked account: its orders and tickets are seen', async () => {
    const desk = await openDesk()
    const code = await desk.linkCode('wang')
    const order = await desk.order('wang')
    await desk.pays(order, '2026112022001400000000000002')
    // On the other platform the same account asked for a person.
    await desk.elsewhere('wang', '人工')
    const wang = desk.discord.person('Wang', { locale: 'zh-CN' })
    wang.slash('/orders', {}, { in: 'general' })
    await desk.reads(wang, '绑定', 'general')
    wang.slash('/link', { code }, { in: 'general' })
    await desk.reads(wang, /绑定成功|已绑定|绑定/, 'general')
    await desk.quiet()
    wang.slash('/start', {}, { in: 'general' })
    await desk.reads(wang, '付款、订单', 'general')
    desk.taps(wang, '付款了没到账')
    await desk.reads(wang, '刚刚到账了', 'general')
    const post = await desk.handedOver(wang, 2)
    await desk.quiet()
    expect(wordsOf(desk.discord.messagesIn(post)[0] as Seen)).toContain('#1')
  })
})
