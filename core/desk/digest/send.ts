// The digest of the days before goes into each common room of staff, once a working day, however often the process starts.
import type { Readers } from '../../store/nouns.ts'
import type { ChatOptions } from '../chat/chat.ts'
import { tellRoom } from '../outbox/enqueue.ts'
import { digestDay, spanOf } from './day.ts'
import { figuresOf } from './figures.ts'
import { digestText } from './words.ts'

const SENT = 'digest.sent'

/** Where staff of any platform on which somebody has talked to us meet. */
export async function staffRooms(r: Readers, { staffPlatform }: ChatOptions): Promise<readonly string[]> {
  const platforms = await r.statistics.platforms()
  return [...new Set(platforms.flatMap((platform) => staffPlatform?.(platform) ?? []))]
}

/** In how many rooms it was said now. */
export async function sendDigest(options: ChatOptions): Promise<number> {
  const { store, clock, policy } = options.context
  const at = clock.now()
  const day = digestDay(at, policy)
  if (day === undefined) return 0
  const made = await store.read(async (r) => {
    if ((await r.threads.fact(SENT)) === day) return undefined
    const places = await staffRooms(r, options)
    if (places.length === 0) return undefined
    return { places, figures: await figuresOf(r, options.context, spanOf(day, policy)) }
  })
  if (!made) return 0
  const text = digestText(options.book, made.figures)
  return store.write(async (w) => {
    if ((await w.threads.fact(SENT)) === day) return 0
    for (const platform of made.places) await tellRoom(w, at, platform, text)
    await w.threads.putFact(SENT, day)
    return made.places.length
  })
}
