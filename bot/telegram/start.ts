// Telegram as a whole: who the bot is, where staff are, the outbox and the inbox running, and a graceful end.
import type { Chat, ChatOptions } from '../../core/desk/chat/chat.ts'
import { makeGroup } from '../../core/desk/chat/group.ts'
import { makeDispatcher } from '../../core/desk/outbox/dispatch.ts'
import { MINUTE, SECOND, sleep } from '../../core/kit/clock.ts'
import { err, ok, type Result } from '../../core/kit/result.ts'
import type { Log } from '../../core/redaction/log.ts'
import type { Running } from '../running.ts'
import { makeClient, type Signal, signalOf, type TelegramSettings } from './api.ts'
import { makeMembers } from './around.ts'
import { setCommands } from './commands.ts'
import { failureOf, isRefusedToken } from './failure.ts'
import { makeIntake, type StaffRoom } from './intake.ts'
import { makePlatform, TELEGRAM, type TelegramPlatform } from './platform.ts'
import { type PollEnd, poll } from './poll.ts'
import { rememberedStaffChat } from './staff-chat.ts'
import { readIcons, type TopicIcons } from './topic.ts'
import { setWebhook, type WebhookSettings, webhookRoute } from './webhook.ts'

export type StartOptions = {
  /** Whom the bot talks as, on every platform. */
  readonly chat: Chat
  readonly settings: TelegramSettings
  readonly log: Log
  /** Undefined: polling. */
  readonly webhook?: WebhookSettings | undefined
  /** Who hears what staff do; handed the options of the chat. */
  readonly staffRoom: (options: ChatOptions) => StaffRoom
}

export type TelegramRunning = Running & {
  readonly platform: TelegramPlatform
  /** We are known to Telegram, and updates come. */
  readonly arrived: Promise<void>
}

const GRACE_MS = 10 * SECOND

type End = PollEnd | 'webhook-refused'

/** Asks until Telegram answers: a network that is down is waited out. */
async function patiently<T>(
  ask: (signal: Signal) => Promise<T>,
  log: Log,
  signal: AbortSignal,
): Promise<Result<T, End>> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      return ok(await ask(signalOf(signal)))
    } catch (error) {
      if (isRefusedToken(error)) return err('token-refused')
      if (failureOf(error).kind === 'refused') return err('webhook-refused')
      if (failures === 0) log.warn('Telegram cannot be reached; trying again', { error: error as Error })
      await sleep(Math.min(MINUTE / 2, SECOND * 2 ** failures), signal)
    }
  }
  return err('stopped')
}

const lines: { readonly [E in Exclude<End, 'stopped'>]: string } = {
  'token-refused': 'TELEGRAM_BOT_TOKEN: Telegram does not know this token; copy it again from @BotFather',
  'webhook-refused':
    'TELEGRAM_WEBHOOK_URL: Telegram refuses this address; it must be https:// and reach this machine, and the secret A-Z, a-z, 0-9, _ and - only',
}

/** Resolves at once: a network that is down holds up neither what else runs nor what is still to be sent. */
export async function startTelegram(options: StartOptions, signal: AbortSignal): Promise<TelegramRunning> {
  const { chat, settings, webhook, log } = options
  const { context, book } = chat.options
  const client = makeClient(settings)
  const me = { username: '' }
  const icons: { -readonly [S in keyof TopicIcons]: TopicIcons[S] } = {}
  const platform = makePlatform(client, await rememberedStaffChat(context.store, settings), icons)
  const group = makeGroup(chat.options, () => `https://t.me/${me.username}`)
  const dispatcher = makeDispatcher({ context, book, platform }, log)
  const intake = makeIntake({
    context,
    book,
    client,
    platform,
    around: {
      botId: client.botId,
      botName: () => me.username,
      staffChat: () => platform.staffChat(),
      member: makeMembers(settings, context.policy),
    },
    chat,
    staffRoom: options.staffRoom(chat.options),
    group,
    poke: () => dispatcher.poke(),
    log,
  })

  const sending = new AbortController()
  const stop = new AbortController()
  const receive = AbortSignal.any([stop.signal, signal])
  const dispatching = dispatcher.run(sending.signal)
  const arrived = Promise.withResolvers<void>()

  const receiveAll = async (): Promise<End> => {
    // What a death left half done comes before anything new.
    await chat
      .resumeAll(TELEGRAM)
      .catch((error: unknown) => log.error('not all talks could be resumed', { error: error as Error }))
    const known = await patiently((until) => client.api.raw.getMe(until), log, receive)
    if (!known.ok) return known.error
    me.username = known.value.username
    // Neither is needed for a talk: nobody waits for them.
    void readIcons(client).then((found) => Object.assign(icons, found))
    void setCommands(client, platform.staffChat())
    // Polling is refused while a webhook is set, and the other way round; what waits is kept in both cases.
    const way = await patiently(
      (until) => (webhook ? setWebhook(client, webhook, until) : client.api.raw.deleteWebhook({}, until)),
      log,
      receive,
    )
    if (!way.ok) return way.error
    arrived.resolve()
    if (!webhook) return poll(client, intake, log, receive)
    return new Promise((resolve) => receive.addEventListener('abort', () => resolve('stopped')))
  }

  const finish = async (): Promise<void> => {
    await atMost(GRACE_MS / 2, intake.idle())
    sending.abort()
    await atMost(GRACE_MS / 2, dispatching)
  }

  const ended = receiveAll()
    .finally(finish)
    .then((end): Result<void, string> => (end === 'stopped' ? ok(undefined) : err(lines[end])))
  return {
    platform,
    by: webhook ? 'webhook' : 'polling',
    group,
    dispatcher,
    routes: webhook ? [webhookRoute(webhook, intake, arrived.promise)] : [],
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
