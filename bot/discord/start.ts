// Discord as a whole: who the bot is, what was known before, the outbox and the gateway running, and a graceful end.
import { every, HOUR, SECOND, sleep } from '../../core/kit/clock.ts'
import { err, ok, type Result } from '../../core/kit/result.ts'
import type { Running } from '../running.ts'
import { assemble, type StartOptions } from './assemble.ts'
import { registerCommands } from './commands.ts'
import { makeCrowdWatch } from './crowd.ts'
import { type GatewayEnd, listen, whoAmI } from './gateway.ts'
import { DISCORD } from './name.ts'

export type DiscordRunning = Running & {
  /** We are known to Discord, events come, and what was missed is committed. */
  readonly arrived: Promise<void>
}

const GRACE_MS = 10 * SECOND
const FLUSH_MS = SECOND
/** The guild's channels come a moment after the session begins; where they don't, people are not kept waiting. */
const GUILD_MS = 5 * SECOND

const lines: { readonly [E in Exclude<GatewayEnd, 'stopped'>]: string } = {
  'token-refused':
    'DISCORD_BOT_TOKEN: Discord does not know this token; reset and copy it again in the developer portal (Bot)',
  'intents-refused':
    'DISCORD_BOT_TOKEN: Discord refuses the intents of this application; look at Bot, Privileged Gateway Intents in the developer portal',
}

/** Resolves at once: a network that is down holds up neither what else runs nor what is still to be sent. */
export async function startDiscord(options: StartOptions, signal: AbortSignal): Promise<DiscordRunning> {
  const { chat, settings, log } = options
  const { context, book } = chat.options
  const { store } = context
  const { guildId } = settings
  const { client, me, places, posts, platform, group, dispatcher, intake, hearing, backfill } = await assemble(options)

  const sending = new AbortController()
  const stop = new AbortController()
  const receive = AbortSignal.any([stop.signal, signal])
  const arrived = Promise.withResolvers<void>()

  const crowd = makeCrowdWatch({ client, guildId, context, book, log })
  const countThreads = (): Promise<void> =>
    crowd(receive).catch((error: unknown) => log.warn('open threads could not be counted', { error: error as Error }))

  /** Gaps are open before the first event of the session is taken. */
  function begins(): void {
    posts.begin()
    backfill.begin()
    void atMost(GUILD_MS, posts.told)
      .then(() => backfill.run(backfill.channels(), receive))
      .catch((error: unknown) => log.error('what came meanwhile could not be read', { error: error as Error }))
      .finally(() => arrived.resolve())
      .then(countThreads)
  }

  const receiveAll = async (): Promise<GatewayEnd> => {
    // What a death left half done comes before anything new.
    await chat
      .resumeAll(DISCORD)
      .catch((error: unknown) => log.error('not all talks could be resumed', { error: error as Error }))
    const known = await whoAmI(client, log, receive)
    if (!known.ok) return known.error
    Object.assign(me, known.value)
    if (me.readsGuild) log.info('message content is granted: free text is read in private threads and public channels')
    else log.info('message content is not granted: commands, buttons, forms and direct messages work; see the doctor')
    sent.resolve()
    void registerCommands(client, store, { application: me.application, guild: guildId }, receive).catch(
      (error: unknown) => log.warn('the commands could not be registered', { error: error as Error }),
    )
    return listen(
      {
        settings,
        me: known.value,
        log,
        hear: (packet, name) => hearing.take(packet, name),
        begins,
      },
      receive,
    )
  }

  /** Nothing leaves before we know who we are: what is found again is found by that. */
  const sent = Promise.withResolvers<void>()
  const dispatching = sent.promise.then(() => dispatcher.run(sending.signal))
  const flushing = every(FLUSH_MS, sending.signal, () =>
    places.flush().catch((error: unknown) => log.warn('what was read could not be noted', { error: error as Error })),
  )

  void every(HOUR, receive, countThreads)

  const finish = async (): Promise<void> => {
    await atMost(GRACE_MS / 2, Promise.all([hearing.idle(), intake.idle()]))
    sent.resolve()
    sending.abort()
    await atMost(GRACE_MS / 2, Promise.all([dispatching, flushing]))
    await places.flush().catch(() => undefined)
  }

  const ended = receiveAll()
    .finally(finish)
    .then((end): Result<void, string> => (end === 'stopped' ? ok(undefined) : err(lines[end])))
  return {
    platform,
    by: 'gateway',
    group,
    dispatcher,
    routes: [],
    arrived: arrived.promise,
    ended,
    stop: async () => {
      stop.abort()
      await ended
    },
  }
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController()
  await Promise.race([work, sleep(ms, over.signal)])
  over.abort()
}
