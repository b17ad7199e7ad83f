// Telegram as a whole: who the bot is, where staff are, the outbox and the inbox running, and a graceful end.
import type { FlowBook } from '../../core/conversation/book.ts'
import { type Chat, type ChatOptions, makeChat } from '../../core/desk/chat.ts'
import type { Context } from '../../core/desk/context.ts'
import { type Group, makeGroup } from '../../core/desk/group.ts'
import { type Dispatcher, makeDispatcher } from '../../core/desk/outbox/dispatch.ts'
import { MINUTE, SECOND, sleep } from '../../core/kit/clock.ts'
import { err, ok, type Result } from '../../core/kit/result.ts'
import type { Log } from '../../core/redaction/log.ts'
import type { Route } from '../http/route.ts'
import { type Client, makeClient, signalOf, type TelegramSettings } from './api.ts'
import { makeMembers } from './around.ts'
import { setCommands } from './commands.ts'
import { isRefusedToken } from './failure.ts'
import { makeIntake, type StaffRoom } from './intake.ts'
import { makePlatform, TELEGRAM, type TelegramPlatform } from './platform.ts'
import { type PollEnd, poll } from './poll.ts'
import { rememberedStaffChat } from './staff-chat.ts'
import { readIcons } from './topic.ts'
import { setWebhook, type WebhookSettings, webhookRoute } from './webhook.ts'

export type StartOptions = {
  readonly context: Context
  readonly book: FlowBook
  readonly settings: TelegramSettings
  readonly log: Log
  /** Undefined: polling. */
  readonly webhook?: WebhookSettings | undefined
  /** `live`, or what stands on a ticket's card instead. */
  readonly environment?: string
  /** Who hears what staff do; handed the options of this platform's chat. */
  readonly staffRoom: (options: ChatOptions) => StaffRoom
}

export type Running = {
  readonly platform: TelegramPlatform
  readonly chat: Chat
  readonly group: Group
  readonly dispatcher: Dispatcher
  /** For the HTTP server: the webhook, where there is one. */
  readonly routes: readonly Route[]
  /** Ends by itself only where nothing can go on: the line says what to do. */
  readonly ended: Promise<Result<void, string>>
  /** Takes nothing new, finishes what runs (10 s at most). */
  stop(): Promise<void>
}

export const TOKEN_REFUSED = 'TELEGRAM_BOT_TOKEN: Telegram does not know this token; copy it again from @BotFather'

const GRACE_MS = 10 * SECOND

type Me = { readonly id: number; readonly username: string }

/** Who we are; waits out a network that is down. The error: the token is refused, or we are to stop. */
async function whoWeAre({ api }: Client, log: Log, signal: AbortSignal): Promise<Result<Me, string>> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      const { id, username } = await api.raw.getMe(signalOf(signal))
      return ok({ id, username })
    } catch (error) {
      if (isRefusedToken(error)) return err(TOKEN_REFUSED)
      if (failures === 0) log.warn('Telegram cannot be reached; trying again', { error: error as Error })
      await sleep(Math.min(MINUTE / 2, SECOND * 2 ** failures), signal)
    }
  }
  return err('stopped before Telegram could be reached')
}

export async function startTelegram(options: StartOptions, signal: AbortSignal): Promise<Result<Running, string>> {
  const { context, book, settings, webhook, log } = options
  const client = makeClient(settings)
  const me = await whoWeAre(client, log, signal)
  if (!me.ok) return me
  const icons = await readIcons(client)
  const platform = makePlatform(client, await rememberedStaffChat(context.store, settings), icons)
  const chat = makeChat({
    context,
    book,
    environment: options.environment ?? 'live',
    staffPlatform: (name) => (name === TELEGRAM ? TELEGRAM : undefined),
  })
  const group = makeGroup(chat.options, `https://t.me/${me.value.username}`)
  const dispatcher = makeDispatcher({ context, book, platform }, log)
  const intake = makeIntake({
    context,
    book,
    client,
    platform,
    around: {
      botId: me.value.id,
      botName: me.value.username,
      staffChat: () => platform.staffChat(),
      member: makeMembers(settings, context.policy),
    },
    chat,
    staffRoom: options.staffRoom(chat.options),
    group,
    poke: () => dispatcher.poke(),
    log,
  })
  await setCommands(client, platform.staffChat())
  // Polling is refused while a webhook is set, and the other way round; what waits is kept in both cases.
  if (webhook) await setWebhook(client, webhook)
  else await client.api.raw.deleteWebhook({}).catch(() => undefined)
  // What a death left half done comes before anything new.
  await chat.resumeAll()

  const receiving = new AbortController()
  const sending = new AbortController()
  const stop = new AbortController()
  const receive = AbortSignal.any([receiving.signal, stop.signal, signal])
  const polling: Promise<PollEnd> = webhook
    ? new Promise((resolve) => receive.addEventListener('abort', () => resolve('stopped')))
    : poll(client, intake, log, receive)
  const dispatching = dispatcher.run(sending.signal)

  const finish = async (): Promise<void> => {
    const over = new AbortController()
    await Promise.race([intake.idle(), sleep(GRACE_MS / 2, over.signal)])
    over.abort()
    sending.abort()
    const late = new AbortController()
    await Promise.race([dispatching, sleep(GRACE_MS / 2, late.signal)])
    late.abort()
  }
  const ended = polling.then(async (end): Promise<Result<void, string>> => {
    await finish()
    return end === 'token-refused' ? err(TOKEN_REFUSED) : ok(undefined)
  })
  return ok({
    platform,
    chat,
    group,
    dispatcher,
    routes: webhook ? [webhookRoute(webhook, intake)] : [],
    ended,
    stop: async () => {
      stop.abort()
      await ended
    },
  })
}
