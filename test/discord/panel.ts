// A channel with the panel in it, and people who come by its button.
import type { Channel } from '../fakes/discord/channel.ts'
import type { Somebody } from '../fakes/discord/somebody.ts'
import { type Desk, type DeskOptions, openDesk } from './desk.ts'

export const PANEL = '联系客服 · Contact support'

export const privateThreads = ({ discord }: Desk): readonly Channel[] =>
  discord.guild.threads.filter(({ parent }) => parent?.name === 'support')

export async function panelled(options: DeskOptions = {}) {
  const desk = await openDesk(options)
  const boss = desk.discord.person('Boss', {
    locale: 'zh-CN',
    roles: [desk.discord.guild.role('boss', ['ManageGuild'])],
  })
  boss.slash('/panel', {}, { in: 'support' })
  await desk.reads(boss, '面板')
  return { desk, boss }
}

/** Somebody presses the button of the panel and lands in their thread. */
export async function inThread(desk: Desk, somebody: Somebody): Promise<Channel> {
  somebody.presses(PANEL)
  await desk.discord.until('a thread', () =>
    privateThreads(desk).some(({ thread }) => thread?.members.has(somebody.id)),
  )
  const own = privateThreads(desk).find(({ thread }) => thread?.members.has(somebody.id)) as Channel
  await desk.reads(somebody, /您好|support bot/, own.id)
  return own
}
