// The people around the bot: users with tickets, users with the bot alone, newcomers, two colleagues; each message carries a number.
import type { Group } from '../fakes/telegram/group.ts'
import type { Seen } from '../fakes/telegram/screen.ts'
import type { Somebody } from '../fakes/telegram/somebody.ts'
import type { Telegram } from '../fakes/telegram/telegram.ts'
import type { Topic } from '../fakes/telegram/topic.ts'
import type { Dice } from './dice.ts'

/** `u`: of a user with a ticket. `r`: a reply of staff. `n`: an internal note. `q`: a reply to a copy of the user's words. */
export type Token = `${'u' | 'r' | 'n' | 'q'}${number}m${number}`

export const tokensIn = (text: string): readonly Token[] => (text.match(/\b[urnq]\d+m\d+\b/g) ?? []) as Token[]

export type Neighbour = {
  readonly index: number
  readonly who: Somebody
  /** Who answers them; undefined: they talk with the bot alone. */
  readonly colleague: Somebody | undefined
  /** Commands that the bot answers, so far. */
  asked: number
}

/** What was said, by number, and whose it is. */
export type Said = Map<Token, Neighbour>

const HUMAN = '人工'
const WITH_BOT = 3
const WITH_TICKET = 6
/** Answered at once: what a lookup would answer gives way to the next command. */
const COMMANDS = ['/help', '/start', '/support']

export class Town {
  readonly telegram: Telegram
  readonly group: Group
  readonly colleagues: readonly Somebody[]
  readonly people: Neighbour[] = []
  readonly said: Said = new Map()
  #count = 0

  constructor(telegram: Telegram) {
    this.telegram = telegram
    this.group = telegram.supergroup({ title: 'Desk' })
    this.colleagues = [telegram.user({ first_name: 'Mei' }), telegram.user({ first_name: 'Bo' })]
    for (const one of this.colleagues) this.group.add(one, 'administrator')
    for (let index = 0; index < WITH_BOT; index++) this.#settle(undefined)
    for (let index = 0; index < WITH_TICKET; index++) this.moveIn()
  }

  #settle(colleague: Somebody | undefined): Neighbour {
    const index = this.people.length
    const who = this.telegram.user({ language_code: index % 2 === 0 ? 'zh-hans' : 'en' })
    const neighbour = { index, who, colleague, asked: 0 }
    this.people.push(neighbour)
    return neighbour
  }

  /** Somebody new asks for a person at once. */
  moveIn(): void {
    const neighbour = this.#settle(this.colleagues[this.people.length % this.colleagues.length])
    neighbour.who.sends(HUMAN)
  }

  get withTicket(): readonly Neighbour[] {
    return this.people.filter(({ colleague }) => colleague)
  }

  /** The number that the bot told them. */
  ticketOf({ who }: Neighbour): number | undefined {
    for (const { by, text } of who.sees()) {
      const number = by === 'bot' ? /(?:工单|[Tt]icket) #(\d+)/.exec(text)?.[1] : undefined
      if (number) return Number(number)
    }
    return undefined
  }

  /** A topic whose making was cut off has an empty twin: all of a ticket's. */
  topicsOf(neighbour: Neighbour): readonly Topic[] {
    const ticket = this.ticketOf(neighbour)
    return ticket === undefined ? [] : this.group.topics.filter(({ name }) => name.startsWith(`#${ticket} `))
  }

  /** The twin in which the bot shows the ticket. */
  topicOf(neighbour: Neighbour): Topic | undefined {
    const shown = (topic: Topic): boolean =>
      this.group.messages(topic).some(({ by, text }) => by === 'bot' && text !== '')
    return this.topicsOf(neighbour).findLast(shown)
  }

  #token(kind: 'u' | 'r' | 'n' | 'q', neighbour: Neighbour): Token {
    this.#count += 1
    const token: Token = `${kind}${neighbour.index}m${this.#count}`
    this.said.set(token, neighbour)
    return token
  }

  /** One of them says something. */
  speak(dice: Dice): void {
    const neighbour = dice.of(this.withTicket)
    const what = dice.roll()
    if (what < 0.45) neighbour.who.sends(`${this.#token('u', neighbour)} 请帮我看一下`)
    else if (what < 0.6) {
      const talker = dice.of(this.people.filter(({ colleague }) => !colleague))
      talker.asked += 1
      talker.who.sends(dice.of(COMMANDS))
    } else this.#answer(neighbour, dice)
  }

  #answer(neighbour: Neighbour, dice: Dice): void {
    const topic = this.topicOf(neighbour)
    const { colleague } = neighbour
    if (!topic || !colleague) return
    const what = dice.roll()
    if (what < 0.1) return void colleague.writes(topic, `${this.#token('n', neighbour)} 记一下`)
    const theirs = this.group.messages(topic).filter(isUserLine)
    if (what < 0.6 || theirs.length === 0) colleague.writes(topic, `/r ${this.#token('r', neighbour)} 正在查`)
    else colleague.writes(topic, `${this.#token('q', neighbour)} 正在查`, { replyTo: dice.of(theirs.slice(-3)) })
  }

  /** Each ticket has its topic and its colleague. */
  async claimAll(): Promise<void> {
    for (const neighbour of this.withTicket) {
      await this.telegram.until(`a topic for user ${neighbour.index}`, () => this.topicOf(neighbour) !== undefined)
      neighbour.colleague?.writes(this.topicOf(neighbour) as Topic, '/claim')
    }
  }
}

/** The user's words as staff read them, a mark before them or not. */
export const isUserLine = ({ by, text }: Seen): boolean => by === 'bot' && /^(?:[（(][^）)]*[）)] )?👤/u.test(text)
