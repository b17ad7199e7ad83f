// What became of every numbered message, read from the chats as people see them; the bot and its database are not asked.
import { interfaceText } from '../../core/conversation/book.ts'
import type { InterfaceKey } from '../../core/conversation/interface-text.ts'
import { shippedBook } from '../fakes/chat-context.ts'
import type { Seen } from '../fakes/telegram/screen.ts'
import { isUserLine, type Neighbour, type Token, type Town, tokensIn } from './town.ts'

export type Judgement = {
  /** Numbered messages and commands that had to arrive. */
  readonly messages: number
  readonly lost: readonly string[]
  readonly wrong: readonly string[]
  /** Seen twice, and no mark says so. */
  readonly doubled: readonly string[]
  /** Copies that carry the mark. */
  readonly marked: number
  /** Replies to a copy that the bot never heard it had sent: the user does not get them, and their writer is told so. */
  readonly toldBack: number
}

const marks = (['zh', 'en'] as const).map((lang) => String(interfaceText(shippedBook, lang, 'may_repeat')))
const isMarked = ({ text }: Seen): boolean => marks.some((mark) => text.startsWith(mark))

type Copies = { plain: number; marked: number }
class Counted {
  readonly copies = new Map<string, Copies>()
  add(key: string, seen: Seen): void {
    const known = this.copies.get(key) ?? { plain: 0, marked: 0 }
    if (isMarked(seen)) known.marked += 1
    else known.plain += 1
    this.copies.set(key, known)
  }
}

/** The step of the talk that a message of the bot shows: its buttons name it. */
const stepOf = ({ post }: Seen): string | undefined =>
  post.wire.reply_markup?.inline_keyboard
    .flat()
    .find(({ callback_data: data }) => data?.startsWith('c:'))
    ?.callback_data?.split(':')[1]

/** The colleagues' messages that the bot answered with this. */
function answeredWith(town: Town, key: InterfaceKey): ReadonlySet<Token> {
  const words = (['zh', 'en'] as const).map((lang) => String(interfaceText(shippedBook, lang, key)))
  const seen = town.group.messages()
  const answered = seen.filter(({ by, text }) => by === 'bot' && words.some((word) => text.endsWith(word)))
  const texts = new Map(seen.map(({ id, text }) => [id, text]))
  return new Set(answered.flatMap(({ replyTo }) => tokensIn(texts.get(replyTo ?? 0) ?? '')))
}

export function judge(town: Town): Judgement {
  const counted = new Counted()
  const wrong: string[] = []
  const whose = (token: Token): Neighbour | undefined => town.said.get(token)

  for (const neighbour of town.people) {
    for (const seen of neighbour.who.sees().filter(({ by }) => by === 'bot')) {
      for (const token of tokensIn(seen.text)) {
        if (whose(token) !== neighbour || !/^[rq]/.test(token)) wrong.push(`${token} with user ${neighbour.index}`)
        else counted.add(token, seen)
      }
      const step = neighbour.colleague ? undefined : stepOf(seen)
      if (step !== undefined) counted.add(`b${neighbour.index}s${step}`, seen)
    }
  }
  const topics = new Map(town.withTicket.flatMap((one) => town.topicsOf(one).map(({ id }) => [id, one] as const)))
  for (const seen of town.group.messages().filter(isUserLine)) {
    for (const token of tokensIn(seen.text)) {
      if (topics.get(seen.topic ?? 0) !== whose(token)) wrong.push(`${token} in topic ${seen.topic}`)
      else counted.add(token, seen)
    }
  }

  const back = answeredWith(town, 'staff_unknown_copy')
  const lost: string[] = []
  for (const token of town.said.keys()) {
    if (!counted.copies.has(token) && !token.startsWith('n') && !back.has(token)) lost.push(token)
  }
  let messages = [...town.said.keys()].filter((token) => !token.startsWith('n')).length
  for (const { index, asked, colleague } of town.people) {
    if (colleague) continue
    messages += asked
    const answered = [...counted.copies.keys()].filter((key) => key.startsWith(`b${index}s`)).length
    if (answered < asked) lost.push(`${asked - answered} answers to user ${index}`)
  }
  const all = [...counted.copies]
  return {
    messages,
    lost,
    wrong,
    doubled: all.filter(([, { plain }]) => plain > 1).map(([key]) => key),
    toldBack: back.size,
    marked: all.reduce((sum, [, { marked }]) => sum + marked, 0),
  }
}
