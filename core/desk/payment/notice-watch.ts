// When a provider's notices stop coming, staff hear of it once, with the causes in the order in which to look; and once when they are back.
import { interfaceText } from '../../conversation/book.ts'
import type { InterfaceKey } from '../../conversation/interface-text.ts'
import { type ChannelName, channelNames } from '../../domain/channel.ts'
import { judgeNotices, type Learned, type NoticeHealth } from '../../domain/notice-health.ts'
import { HOUR, type Instant, MINUTE, plus } from '../../kit/clock.ts'
import type { Log } from '../../redaction/log.ts'
import { join, mint } from '../../redaction/redacted.ts'
import type { Readers, Writers } from '../../store/nouns.ts'
import type { ChatOptions } from '../chat/chat.ts'
import type { Context } from '../context.ts'
import { staffRooms } from '../digest/send.ts'
import { tellRoom } from '../outbox/enqueue.ts'

/** A notice may be a little later than our own question. */
const PATIENCE_MS = 2 * MINUTE
const WINDOW_MS = 6 * HOUR
const MOST = 50

export type WatchOptions = ChatOptions & { readonly log?: Log }

const factOf = (channel: ChannelName): string => `notices.missing.${channel}`

/** Payments of the window that are old enough to be judged, newest first. */
async function learnedOf(r: Readers, channel: ChannelName, since: Instant, now: Instant): Promise<readonly Learned[]> {
  const payments = await r.payments.lately(channel, since, plus(now, -PATIENCE_MS), MOST)
  const learned: Learned[] = []
  for (const { id, orderNumber, source } of payments) {
    const noticed = source === 'notice' || (await r.payments.noticeOf(id)) !== undefined
    const refused = noticed ? [] : await r.payments.noticesOf(orderNumber)
    learned.push({ noticed, refused: refused.flatMap(({ reason }) => (reason === null ? [] : [reason])) })
  }
  return learned
}

type Key = Extract<InterfaceKey, `staff_notices_${string}`>

async function tell(w: Writers, options: WatchOptions, key: Key, channel: ChannelName, health: NoticeHealth) {
  const { book, context } = options
  const counts = health.kind === 'missing' ? health : { missed: 0, of: 0, refused: [] }
  const vars = {
    channel: mint(channel),
    missed: mint(String(counts.missed)),
    all: mint(String(counts.of)),
    reasons: mint(counts.refused.join(', ')),
  }
  const text = join(
    (['zh', 'en'] as const).map((lang) => interfaceText(book, lang, key, vars)),
    '\n\n',
  )
  for (const room of await staffRooms(w, options)) await tellRoom(w, context.clock.now(), room, text)
}

/** One look at one channel, in the transaction that begins or ends its episode. */
async function look(w: Writers, options: WatchOptions, channel: ChannelName): Promise<'began' | 'ended' | undefined> {
  const now = options.context.clock.now()
  const since = Number((await w.threads.fact(factOf(channel))) ?? 0)
  // An episode ends by what was learned since it began: older payments are missing their notices for good.
  const from = Math.max(plus(now, -WINDOW_MS), since) as Instant
  const health = judgeNotices(await learnedOf(w, channel, from, now))
  if (since === 0 && health.kind === 'missing') {
    await w.threads.putFact(factOf(channel), String(now))
    await tell(
      w,
      options,
      health.refused.length > 0 ? 'staff_notices_refused' : 'staff_notices_missing',
      channel,
      health,
    )
    return 'began'
  }
  if (since !== 0 && health.kind === 'well') {
    await w.threads.putFact(factOf(channel), '0')
    await tell(w, options, 'staff_notices_back', channel, health)
    return 'ended'
  }
  return undefined
}

/** Looks at every channel; how many episodes began or ended now. */
export async function watchNotices(options: WatchOptions, leased: Context): Promise<number> {
  let changed = 0
  for (const channel of channelNames) {
    if (!leased.channel(channel)) continue
    const now = leased.clock.now()
    const recent = await leased.store.read((r) => r.payments.lately(channel, plus(now, -WINDOW_MS), now, 1))
    if (recent.length === 0) continue
    const did = await leased.store.write((w) => look(w, options, channel))
    if (did === 'began') options.log?.error('payment notices stopped coming', { channel: mint(channel) })
    if (did === 'ended') options.log?.info('payment notices are coming again', { channel: mint(channel) })
    if (did) changed += 1
  }
  return changed
}
