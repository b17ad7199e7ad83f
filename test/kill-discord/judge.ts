// What became of every numbered message, read from the channels as people see them; the bot and its database are not asked.
import { interfaceText } from '../../core/conversation/book.ts'
import { shippedBook } from '../fakes/chat-context.ts'
import type { Seen } from '../fakes/discord/screen.ts'
import { type Token, type Town, tokensIn } from './town.ts'

export type Judgement = {
  readonly messages: number
  readonly lost: readonly string[]
  readonly wrong: readonly string[]
  /** Seen twice. */
  readonly doubled: readonly string[]
  /** Carries the mark of a repeat. */
  readonly marked: number
  /** Tickets with more than one post. */
  readonly twins: readonly string[]
}

const marks = (['zh', 'en'] as const).map((lang) => String(interfaceText(shippedBook, lang, 'may_repeat')))

export function judge(town: Town): Judgement {
  const copies = new Map<string, number>()
  const wrong: string[] = []
  let marked = 0
  const add = (key: string, { text }: Seen): void => {
    copies.set(key, (copies.get(key) ?? 0) + 1)
    if (marks.some((mark) => text.startsWith(mark))) marked += 1
  }
  for (const neighbour of town.people) {
    for (const seen of neighbour.who.sees().filter(({ by }) => by === 'bot')) {
      for (const token of tokensIn(seen.text)) {
        if (town.said.get(token) !== neighbour || !token.startsWith('r')) wrong.push(`${token} with ${neighbour.index}`)
        else add(token, seen)
      }
      const ids = [...seen.buttons.flat(), ...seen.selects.flatMap(({ options }) => options)]
      const step = ids.map((one) => ('value' in one ? one.value : one.customId)).find((id) => id?.startsWith('c:'))
      if (!neighbour.hasTicket && step !== undefined) add(`b${neighbour.index}s${step.split(':')[1]}`, seen)
    }
  }
  const twins: string[] = []
  for (const neighbour of town.people.filter(({ hasTicket }) => hasTicket)) {
    const posts = town.postsOf(neighbour)
    if (posts.length > 1) twins.push(`${posts.length} posts of user ${neighbour.index}`)
    for (const post of posts) {
      for (const seen of town.discord.messagesIn(post).filter(({ by, id }) => by === 'bot' && id !== post.id)) {
        for (const token of tokensIn(seen.text)) {
          if (town.said.get(token) !== neighbour) wrong.push(`${token} in ${post.name}`)
          else add(token, seen)
        }
      }
    }
  }
  const lost: string[] = [...town.said.keys()].filter((token: Token) => !copies.has(token))
  let messages = town.said.size
  for (const { index, asked, hasTicket } of town.people) {
    if (hasTicket) continue
    messages += asked
    const answered = [...copies.keys()].filter((key) => key.startsWith(`b${index}s`)).length
    if (answered < asked) lost.push(`${asked - answered} answers to user ${index}`)
  }
  const doubled = [...copies].filter(([, count]) => count > 1).map(([key, count]) => `${key} ${count} times`)
  return { messages, lost, wrong, doubled, marked, twins }
}
