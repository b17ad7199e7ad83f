// How many threads are open in the guild, beside how many Discord allows: told to staff before it is full.
import { type RESTGetAPIGuildThreadsResult, Routes } from 'discord.js'
import { type FlowBook, interfaceText } from '../../core/conversation/book.ts'
import type { Context } from '../../core/desk/context.ts'
import { tellRoom } from '../../core/desk/outbox/enqueue.ts'
import type { Log } from '../../core/redaction/log.ts'
import { join, say } from '../../core/redaction/redacted.ts'
import type { Client } from './api.ts'
import { DISCORD } from './name.ts'

/** In the whole guild, threads of others too. */
export const MOST_OPEN = 1_000
const WARN_AT = 0.8 * MOST_OPEN
/** Below this it is told anew when it fills again. */
const CALM_AT = 0.7 * MOST_OPEN
const TOLD = 'discord.crowd-told'

export const isCrowded = (open: number): boolean => open >= WARN_AT

/** As far as the bot sees them. */
export async function openThreads(
  { rest }: Pick<Client, 'rest'>,
  guild: string,
  signal?: AbortSignal,
): Promise<number> {
  const route = Routes.guildActiveThreads(guild)
  return ((await rest.get(route, signal ? { signal } : {})) as RESTGetAPIGuildThreadsResult).threads.length
}

export type CrowdOptions = {
  readonly client: Client
  readonly guildId: string
  readonly context: Context
  readonly book: FlowBook
  readonly log: Log
}

/** Looks once; throws where Discord does not answer. */
export function makeCrowdWatch({ client, guildId, context, book, log }: CrowdOptions) {
  return async (signal: AbortSignal): Promise<void> => {
    const open = await openThreads(client, guildId, signal)
    const wasTold = (await context.store.read((r) => r.threads.fact(TOLD))) === 'yes'
    if (wasTold && open < CALM_AT) await context.store.write((w) => w.threads.putFact(TOLD, 'no'))
    if (wasTold || !isCrowded(open)) return
    log.warn('the server has nearly as many open threads as Discord allows', { open, most: MOST_OPEN })
    const given = { open: say`${open}`, most: say`${MOST_OPEN}` }
    const words = (['zh', 'en'] as const).map((lang) => interfaceText(book, lang, 'room_threads', given))
    await context.store.write(async (w) => {
      await tellRoom(w, context.clock.now(), DISCORD, join(words, '\n'))
      await w.threads.putFact(TOLD, 'yes')
    })
  }
}
