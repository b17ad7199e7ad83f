// The people around the bot on Discord: where each of them talks, who has a ticket, two colleagues; each message carries a number.
import { PANEL } from '../discord/panel.ts'
import type { Channel } from '../fakes/discord/channel.ts'
import type { Discord } from '../fakes/discord/discord.ts'
import type { Interaction } from '../fakes/discord/interaction.ts'
import type { Message } from '../fakes/discord/message.ts'
import type { Seen } from '../fakes/discord/screen.ts'
import type { Somebody } from '../fakes/discord/somebody.ts'
import { Patient } from './patient.ts'

/** `u`: of a user with a ticket. `r`: a reply of staff. */
export type Token = `${'u' | 'r'}${number}m${number}`
/** Of one message: an edited copy may show a number twice. */
export const tokensIn = (text: string): ReadonlySet<Token> =>
  new Set((text.match(/\b[ur]\d+m\d+\b/g) ?? []) as readonly Token[])

/** `called`: says everything by a command in a channel that all read. */
export type Home = 'direct' | 'thread' | 'called'

export type Neighbour = {
  readonly index: number
  readonly who: Somebody
  readonly hasTicket: boolean
  readonly home: Home
  /** Commands that the bot answers, so far. */
  asked: number
}

export type Said = {
  readonly neighbour: Neighbour
  /** It was said by a command or in a form: what was never acknowledged failed before their eyes. */
  readonly by: Interaction | undefined
  /** It was typed, and reads so since its last edit. */
  readonly typed: Message | undefined
  edits: number
}

const WITH_BOT = 2
const homes: readonly Home[] = [
  'direct',
  'thread',
  'direct',
  'thread',
  'called',
  'direct',
  'thread',
  'direct',
  'thread',
]
/** Of these have asked for a person before the first death. */
export const AT_ONCE = 5

export class Town {
  readonly discord: Discord
  readonly colleagues: readonly Somebody[]
  readonly people: Neighbour[] = []
  readonly patients: readonly Patient[]
  readonly said = new Map<Token, Said>()
  readonly #boss: Somebody
  readonly #asked = new Set<Neighbour>()
  #count = 0

  constructor(discord: Discord) {
    this.discord = discord
    this.colleagues = [discord.staff('Mei'), discord.staff('Bo')]
    this.#boss = discord.person('Boss', { roles: [discord.guild.role('boss', ['ManageGuild'])] })
    for (let talker = 0; talker < WITH_BOT; talker++) this.#settle('direct', false)
    for (const home of homes) this.#settle(home, true)
    const patient = (name: string): Somebody => discord.person(name, { locale: 'zh-CN' })
    this.patients = [
      new Patient(patient('presser'), (who) => who.presses('返回')),
      new Patient(patient('caller'), (who) => who.slash('/help', {}, { in: 'support' })),
      new Patient(patient('opener'), (who) => who.presses(PANEL)),
    ]
  }

  #settle(home: Home, hasTicket: boolean): void {
    const index = this.people.length
    const who = this.discord.person(`user${index}`, { locale: index % 2 === 0 ? 'zh-CN' : 'en-US' })
    this.people.push({ index, who, hasTicket, home, asked: 0 })
  }

  /** The first words ever can only be heard by a bot that is there: Discord does not tell of them afterwards. */
  async begin(): Promise<void> {
    const { discord } = this
    const known = 'PUT /applications/:application/guilds/:guild/commands'
    await discord.until('the commands', () => discord.callsOf(known).some(({ status }) => status === 200), 60_000)
    this.#boss.slash('/panel', {}, { in: 'support' })
    const panel = (): boolean => discord.messagesIn(discord.guild.channel('support')).length > 0
    await discord.until('the panel', panel, 60_000)
    for (const neighbour of this.people) {
      if (neighbour.home === 'thread') neighbour.who.presses(PANEL)
      else neighbour.who.sends('dm', neighbour.hasTicket ? '/help' : '/start')
      if (!neighbour.hasTicket) neighbour.asked += 1
    }
    this.patients[0]?.who.sends('dm', '/start')
    const met = (who: Somebody, where: Channel | undefined): boolean =>
      where !== undefined && who.sees(where).some(({ by }) => by === 'bot')
    await discord.until('everybody known', () => this.people.every((one) => met(one.who, this.placeOf(one))), 60_000)
    const presser = this.patients[0]?.who
    if (presser) await discord.until('the presser known', () => met(presser, presser.dm), 60_000)
  }

  /** Where they talk with the bot alone. */
  placeOf({ who, home }: Neighbour): Channel | undefined {
    if (home !== 'thread') return who.dm
    return this.discord.guild.threads.find(
      ({ parent, thread }) => parent?.name === 'support' && thread?.members.has(who.id) === true,
    )
  }

  /** Those who asked for a person. */
  get served(): readonly Neighbour[] {
    return [...this.#asked]
  }

  /** Somebody who only looked around so far asks for a person. */
  moveIn(): void {
    const waiting = this.people.find((one) => one.hasTicket && !this.#asked.has(one))
    const place = waiting && this.placeOf(waiting)
    if (!waiting || !place) return
    this.#asked.add(waiting)
    waiting.who.sends(place, '人工')
  }

  /** The number that the bot told them. */
  ticketOf({ who }: Neighbour): number | undefined {
    for (const { by, text } of who.sees()) {
      const number = by === 'bot' ? /(?:工单|[Tt]icket) #(\d+)/.exec(text)?.[1] : undefined
      if (number) return Number(number)
    }
    return undefined
  }

  postsOf(neighbour: Neighbour): readonly Channel[] {
    const ticket = this.ticketOf(neighbour)
    return ticket === undefined ? [] : this.discord.posts().filter(({ name }) => name.startsWith(`#${ticket} `))
  }

  /** A post is a ticket's once its card stands in it. */
  cardOf(post: Channel): Seen | undefined {
    return this.discord.messagesIn(post).find(({ id, buttons }) => id === post.id && buttons.length > 0)
  }

  token(kind: 'u' | 'r', neighbour: Neighbour): Token {
    this.#count += 1
    return `${kind}${neighbour.index}m${this.#count}`
  }

  note(token: Token, neighbour: Neighbour, how: { readonly by?: Interaction; readonly typed?: Message }): void {
    this.said.set(token, { neighbour, by: how.by, typed: how.typed, edits: 0 })
  }
}
