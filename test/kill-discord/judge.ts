// What became of every numbered message and every press, read from the channels as people see them; the bot and its database are not asked.
import { interfaceText } from '../../core/conversation/book.ts'
import { shippedBook } from '../fakes/chat-context.ts'
import type { Seen } from '../fakes/discord/screen.ts'
import type { Somebody } from '../fakes/discord/somebody.ts'
import { stepOf } from './patient.ts'
import { type Said, type Token, type Town, tokensIn } from './town.ts'

export type Judgement = {
  readonly messages: number
  /** Of these by a press, a command or a form that was acknowledged. */
  readonly interactions: number
  readonly edits: number
  readonly lost: readonly string[]
  readonly wrong: readonly string[]
  /** Seen twice. */
  readonly doubled: readonly string[]
  /** Carries the mark of a repeat. */
  readonly marked: number
  /** Said for one person's eyes and, marked, once more in their private place. */
  readonly again: number
  /** Tickets with more than one post. */
  readonly twins: readonly string[]
}

const said = (key: 'may_repeat' | 'moved_on'): readonly string[] =>
  (['zh', 'en'] as const).map((lang) => String(interfaceText(shippedBook, lang, key)))
const repeats = said('may_repeat')
const stale = said('moved_on')
const begins = ({ text }: Seen, words: readonly string[]): boolean => words.some((one) => text.startsWith(one))

class Copies {
  readonly #seen = new Map<string, Seen[]>()

  add(key: string, seen: Seen): void {
    this.#seen.set(key, [...(this.#seen.get(key) ?? []), seen])
  }

  of(key: string): readonly Seen[] {
    return this.#seen.get(key) ?? []
  }

  beginningWith(start: string): number {
    return [...this.#seen.keys()].filter((key) => key.startsWith(start)).length
  }

  /** `mayRepeat`: whose answers for their eyes only can come once more, marked. */
  count(mayRepeat: (key: string) => boolean) {
    const doubled: string[] = []
    const tally = { marked: 0, again: 0 }
    for (const [key, copies] of this.#seen) {
      const marked = copies.filter((seen) => begins(seen, repeats)).length
      const isAgain = mayRepeat(key) && copies.some(({ ephemeral }) => ephemeral)
      tally[mayRepeat(key) ? 'again' : 'marked'] += marked
      if (copies.length - (isAgain ? marked : 0) > 1) doubled.push(`${key} ${copies.length} times`)
    }
    return { doubled, ...tally }
  }
}

const inPost = (token: Token): string => `${token} in the post`
const stepsOf = (who: Somebody): string => `${who.name} step `

function steps(copies: Copies, who: Somebody): void {
  for (const seen of who.sees().filter(({ by, loading }) => by === 'bot' && !loading)) {
    const step = stepOf(seen)
    // A press that came late shows where the talk stands: the same step once more.
    if (step !== undefined && !begins(seen, stale)) copies.add(`${stepsOf(who)}${step}`, seen)
  }
}

/** What must be seen of a message and is not. */
function missing(copies: Copies, token: Token, { by, edits }: Said): readonly string[] {
  if (by && by.acked === undefined) return []
  const isReply = token.startsWith('r')
  const keys = isReply && by ? [token, inPost(token)] : [isReply ? token : inPost(token)]
  const lost = keys.filter((key) => copies.of(key).length === 0)
  const old =
    edits > 0 &&
    lost.length === 0 &&
    !keys.every((key) => copies.of(key).some(({ text }) => text.includes(`e${edits}`)))
  const how = by ? `acknowledged by ${by.acked} after ${(by.ackedAtMs ?? 0) - by.createdAtMs} ms` : 'typed'
  return (old ? [`edit ${edits} of ${token}`] : lost).map((what) => `${what}, ${how}`)
}

export function judge(town: Town): Judgement {
  const copies = new Copies()
  const wrong: string[] = []
  for (const neighbour of town.people) {
    const { who, index, hasTicket } = neighbour
    for (const seen of who.sees().filter(({ by }) => by === 'bot')) {
      for (const token of tokensIn(seen.text)) {
        if (town.said.get(token)?.neighbour !== neighbour || !token.startsWith('r'))
          wrong.push(`${token} with ${index}`)
        else copies.add(token, seen)
      }
    }
    if (!hasTicket) steps(copies, who)
  }
  for (const { who } of town.patients) steps(copies, who)
  const twins: string[] = []
  for (const neighbour of town.people.filter(({ hasTicket }) => hasTicket)) {
    const posts = town.postsOf(neighbour)
    if (posts.length > 1) twins.push(`${posts.length} posts of user ${neighbour.index}`)
    for (const post of posts) {
      for (const seen of town.discord.messagesIn(post).filter(({ by, id }) => by === 'bot' && id !== post.id)) {
        for (const token of tokensIn(seen.text)) {
          if (town.said.get(token)?.neighbour !== neighbour) wrong.push(`${token} in ${post.name}`)
          else copies.add(inPost(token), seen)
        }
      }
    }
  }
  const lost = [...town.said].flatMap(([token, one]) => missing(copies, token, one))
  for (const { who, asked, hasTicket } of town.people) {
    const answered = copies.beginningWith(stepsOf(who))
    if (!hasTicket && answered < asked) lost.push(`${asked - answered} answers to ${who.name}`)
  }
  for (const { who, isForgotten } of town.patients) if (isForgotten) lost.push(`the answer to ${who.name}`)
  const caller = town.patients[1]?.who
  const called = (key: string): boolean =>
    (caller !== undefined && key.startsWith(stepsOf(caller))) ||
    [...tokensIn(key)].some((token) => town.said.get(token)?.neighbour.home === 'called' && key === token)
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)
  const everything = [...town.said.values()]
  const patients = sum(town.patients.map(({ answered }) => answered))
  return {
    messages: everything.length + patients + sum(town.people.map(({ asked }) => asked)),
    interactions: patients + everything.filter(({ by }) => by?.acked !== undefined).length,
    edits: sum(everything.map(({ edits }) => edits)),
    lost,
    wrong,
    twins,
    ...copies.count(called),
  }
}
