// "… is typing" while a lookup takes longer than a second: only where somebody talks with the bot alone, and nobody's condition.
import { Routes } from 'discord.js'
import { SECOND, sleep } from '../../core/kit/clock.ts'
import type { Client } from './api.ts'
import type { Places } from './places.ts'

const AFTER_MS = SECOND
/** Discord shows it for ten seconds. */
const EVERY_MS = 8 * SECOND
/** Longer than any lookup takes. */
const MOST = 5
/** Calls that may be spent on it at a time: words go first. */
const AT_ONCE = 10

export type Typing = (user: string, work: Promise<void>) => void

export function makeTyping({ rest }: Client, places: Places): Typing {
  let under = 0

  /** A command in a channel of everybody shows "thinking" by itself. */
  function channelOf(user: string): string | undefined {
    const { last, thread, direct } = places.home(user)
    return last === 'thread' ? thread : last === 'direct' ? direct : undefined
  }

  async function show(channel: string, signal: AbortSignal): Promise<void> {
    if (under >= AT_ONCE || signal.aborted) return
    under += 1
    await rest
      .post(Routes.channelTyping(channel), { signal })
      .catch(() => undefined)
      .finally(() => {
        under -= 1
      })
  }

  async function during(user: string, over: AbortSignal): Promise<void> {
    await sleep(AFTER_MS, over)
    for (let times = 0; times < MOST && !over.aborted; times++) {
      const channel = channelOf(user)
      if (channel !== undefined) await show(channel, over)
      await sleep(EVERY_MS, over)
    }
  }

  return (user, work) => {
    const over = new AbortController()
    const end = (): void => over.abort()
    work.then(end, end)
    void during(user, over.signal)
  }
}
