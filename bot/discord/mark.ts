// The bot's one reaction to a message: set, changed, taken back. Discord would keep several.
import { type APIMessage, Routes } from 'discord.js'
import type { Client } from './api.ts'
import { failureOf } from './failure.ts'
import type { Named } from './name.ts'

/** Where an emoji is none that Discord knows. */
const PLAIN = '👍'
const MOST_KNOWN = 5_000

export type Marks = ReturnType<typeof makeMarks>

export function makeMarks({ rest }: Client) {
  const known = new Map<string, string | null>()

  async function own({ channel, message }: Named, signal: AbortSignal): Promise<readonly string[]> {
    const before = known.get(message)
    if (before !== undefined) return before === null ? [] : [before]
    const { reactions = [] } = (await rest.get(Routes.channelMessage(channel, message), { signal })) as APIMessage
    return reactions.filter(({ me, emoji }) => me && emoji.name !== null).map(({ emoji }) => emoji.name as string)
  }

  const put = ({ channel, message }: Named, emoji: string, signal: AbortSignal) =>
    rest.put(Routes.channelMessageOwnReaction(channel, message, encodeURIComponent(emoji)), { signal })

  async function set(at: Named, mark: string, signal: AbortSignal): Promise<string> {
    try {
      await put(at, mark, signal)
      return mark
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind !== 'refused' || mark === PLAIN) throw error
      await put(at, PLAIN, signal)
      return PLAIN
    }
  }

  return {
    async react(at: Named, mark: string | null, signal: AbortSignal): Promise<void> {
      const before = await own(at, signal)
      const now = mark === null ? null : await set(at, mark, signal)
      for (const emoji of before) {
        if (emoji === now) continue
        const route = Routes.channelMessageOwnReaction(at.channel, at.message, encodeURIComponent(emoji))
        await rest.delete(route, { signal })
      }
      known.delete(at.message)
      known.set(at.message, now)
      const eldest = known.keys().next()
      if (known.size > MOST_KNOWN && !eldest.done) known.delete(eldest.value)
    },
  }
}
