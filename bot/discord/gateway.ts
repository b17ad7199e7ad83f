// The gateway: the unmodified client keeps the line, resumes and reconnects; its events are handed on as they come.
import { Events, Client as Gateway, GatewayDispatchEvents, GatewayIntentBits, Options, Routes } from 'discord.js'
import { MINUTE, SECOND, sleep } from '../../core/kit/clock.ts'
import { err, ok, type Result } from '../../core/kit/result.ts'
import type { Log } from '../../core/redaction/log.ts'
import { type Client, type DiscordSettings, restOptions } from './api.ts'
import { isRefusedToken } from './failure.ts'
import type { Packet } from './packet.ts'

export type GatewayEnd = 'stopped' | 'token-refused' | 'intents-refused'

export type Me = {
  readonly application: string
  readonly botId: string
  /** The words of others in the guild may be read: asked for in the developer portal. */
  readonly readsGuild: boolean
}

export type GatewayOptions = {
  readonly settings: DiscordSettings
  readonly me: Me
  readonly log: Log
  /** `name`: of the event, where Discord gives it no number of its own. */
  readonly hear: (packet: Packet, name: string) => void
  /** A session begins: everything before it has to be read from the channels. */
  readonly begins: () => void
}

const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.DirectMessageReactions,
]

/** Flags of an application: the intent is granted, or granted to a small bot. */
const READS = (1 << 18) | (1 << 19)
export const readsGuildOf = (flags: number): boolean => (flags & READS) !== 0

/** Codes with which the gateway closes for good. */
const FOR_GOOD: { readonly [code: number]: GatewayEnd } = {
  4004: 'token-refused',
  4013: 'intents-refused',
  4014: 'intents-refused',
}

/** Asks until Discord answers: a network that is down is waited out. */
export async function whoAmI({ rest }: Client, log: Log, signal: AbortSignal): Promise<Result<Me, GatewayEnd>> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      const application = (await rest.get(Routes.currentApplication(), { signal })) as { id: string; flags?: number }
      const bot = (await rest.get(Routes.user(), { signal })) as { id: string }
      const readsGuild = readsGuildOf(application.flags ?? 0)
      return ok({ application: application.id, botId: bot.id, readsGuild })
    } catch (error) {
      if (isRefusedToken(error)) return err('token-refused')
      if (failures === 0) log.warn('Discord cannot be reached; trying again', { error: error as Error })
      await sleep(Math.min(MINUTE / 2, SECOND * 2 ** failures), signal)
    }
  }
  return err('stopped')
}

/** Nothing of what is said is held in memory: the desk has its own book. */
const lean = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  ...Object.fromEntries(
    [
      ...['MessageManager', 'ReactionManager', 'ReactionUserManager', 'GuildMemberManager', 'UserManager'],
      ...['ThreadMemberManager', 'PresenceManager', 'VoiceStateManager', 'GuildEmojiManager', 'GuildStickerManager'],
      ...['GuildBanManager', 'GuildInviteManager', 'GuildScheduledEventManager', 'StageInstanceManager'],
      ...['AutoModerationRuleManager', 'EntitlementManager', 'DMMessageManager', 'GuildMessageManager'],
    ].map((name) => [name, 0]),
  ),
})

/** Ends when `signal` fires, or where nothing can go on. */
export async function listen(options: GatewayOptions, signal: AbortSignal): Promise<GatewayEnd> {
  const { settings, me, log, hear, begins } = options
  const intents = me.readsGuild ? [...INTENTS, GatewayIntentBits.MessageContent] : INTENTS
  const gateway = new Gateway({
    intents,
    makeCache: lean,
    rest: { ...restOptions(settings), retries: 3, rejectOnRateLimit: null },
  })
  const over = Promise.withResolvers<GatewayEnd>()
  let session = ''
  gateway.on('raw', (raw: { op: number; t: string; s: number; d: unknown }) => {
    if (raw.t === GatewayDispatchEvents.Ready) {
      session = (raw.d as { session_id: string }).session_id
      begins()
      return
    }
    hear(raw as unknown as Packet, `${session}:${raw.s}`)
  })
  gateway.on(Events.Error, (error) => log.warn('the gateway had an error', { error }))
  gateway.on(Events.ShardDisconnect, ({ code }) => {
    const end = FOR_GOOD[code]
    if (end) over.resolve(end)
    log.warn('the gateway closed the line', { code })
  })
  signal.addEventListener('abort', () => over.resolve('stopped'))

  const connect = async (): Promise<void> => {
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        await gateway.login(settings.token.reveal())
        return
      } catch (error) {
        const code = (error as { readonly code?: unknown } | null)?.code
        if (code === 'TokenInvalid') return over.resolve('token-refused')
        if (code === 'DisallowedIntents' || code === 'InvalidIntents') return over.resolve('intents-refused')
        if (failures === 0)
          log.warn('the gateway cannot be reached; trying again', { error: error instanceof Error ? error : null })
        await sleep(Math.min(MINUTE / 2, SECOND * 2 ** failures), signal)
      }
    }
  }
  void connect()
  const end = await over.promise
  await gateway.destroy()
  return end
}
