// The people around the bot on Discord: users with tickets, users with the bot alone, two colleagues; each message carries a number.
import type { Channel } from '../fakes/discord/channel.ts'
import type { Discord } from '../fakes/discord/discord.ts'
import type { Seen } from '../fakes/discord/screen.ts'
import type { Somebody } from '../fakes/discord/somebody.ts'
import type { Dice } from '../kill-telegram/dice.ts'

/** `u`: of a user with a ticket. `r`: a reply of staff. */
export type Token = `${'u' | 'r'}${number}m${number}`
export const tokensIn = (text: string): readonly Token[] => (text.match(/\b[ur]\d+m\d+\b/g) ?? []) as Token[]

export type Neighbour = {
  readonly index: number
  readonly who: Somebody
  readonly hasTicket: boolean
  /** Commands that the bot answers, so far. */
  asked: number
}

const WITH_BOT = 2
const WITH_TICKET = 8
/** Of these have asked for a person before the first death. */
export const AT_ONCE = 4
/** Answered at once: what a lookup would answer gives way to the next command. */
const COMMANDS = ['/help', '/start', '/support']

export class Town {
  readonly discord: Discord
  readonly colleagues: readonly Somebody[]
  readonly people: Neighbour[] = []
  readonly said = new Map<Token, Neighbour>()
  readonly #asked = new Set<Neighbour>()
  #count = 0

  constructor(discord: Discord) {
    this.discord = discord
    this.colleagues = [discord.staff('Mei'), discord.staff('Bo')]
    for (let index = 0; index < WITH_BOT + WITH_TICKET; index++) this.#settle(index >= WITH_BOT)
  }

  #settle(hasTicket: boolean): void {
    const index = this.people.length
    const who = this.discord.person(`user${index}`, { locale: index % 2 === 0 ? 'zh-CN' : 'en-US' })
    this.people.push({ index, who, hasTicket, asked: 0 })
  }

  /** The first words ever can only be heard by a bot that is there: Discord does not tell of them afterwards. */
  begin(): void {
    for (const neighbour of this.people) {
      neighbour.who.sends('dm', neighbour.hasTicket ? '/help' : '/start')
      if (!neighbour.hasTicket) neighbour.asked += 1
    }
  }

  isKnown(): boolean {
    return this.people.every(({ who }) => who.sees('dm').some(({ by }) => by === 'bot'))
  }

  /** Somebody who only looked around so far asks for a person. */
  moveIn(): void {
    const waiting = this.people.find((one) => one.hasTicket && !this.#asked.has(one))
    if (!waiting) return
    this.#asked.add(waiting)
    waiting.who.sends('dm', '人工')
  }

  /** The number that the bot told them. */
  ticketOf({ who }: Neighbour): number | undefined {
    for (const { by, text } of who.sees('dm')) {
      const number = by === 'bot' ? /(?:工单|[Tt]icket) #(\d+)/.exec(text)?.[1] : undefined
      if (number) return Number(number)
    }
    return undefined
  }

  postsOf(neighbour: Neighbour): readonly Channel[] {
    const ticket = this.ticketOf(neighbour)
    return ticket === undefined ? [] : this.discord.posts().filter(({ name }) => name.startsWith(`#${ticket} `))
  }

  #token(kind: 'u' | 'r', neighbour: Neighbour): Token {
    this.#count += 1
    const token: Token = `${kind}${neighbour.index}m${this.#count}`
    this.said.set(token, neighbour)
    return token
  }

  /** One of them says something. */
  speak(dice: Dice): void {
    const neighbour = dice.of([...this.#asked])
    const what = dice.roll()
    if (what < 0.45) neighbour.who.sends('dm', `${this.#token('u', neighbour)} 请帮我看一下`)
    else if (what < 0.6) {
      const talker = dice.of(this.people.filter(({ hasTicket }) => !hasTicket))
      talker.asked += 1
      talker.who.sends('dm', dice.of(COMMANDS))
    } else {
      const [post] = this.postsOf(neighbour)
      // A post is a ticket's once its card stands in it.
      const colleague = this.colleagues[neighbour.index % this.colleagues.length]
      if (post && this.cardOf(post)) colleague?.writes(post, `/r ${this.#token('r', neighbour)} 正在查`)
    }
  }

  cardOf(post: Channel): Seen | undefined {
    return this.discord.messagesIn(post).find(({ id, buttons }) => id === post.id && buttons.length > 0)
  }
}
