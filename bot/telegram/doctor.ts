// What Telegram can tell about this installation: the token, the staff's group and our rights in it, how updates come, the clock.
import type { ChatFullInfo, ChatMember } from 'grammy/types'
import { type Clock, SECOND, systemClock } from '../../core/kit/clock.ts'
import { within } from '../../core/kit/deadline.ts'
import type { Config } from '../config.ts'
import { type Check, fail, good, warn } from '../doctor/check.ts'
import { type Client, makeClient, type Signal, signalOf, type TelegramSettings } from './api.ts'
import { failureOf, isRefusedToken } from './failure.ts'
import { type WebhookSettings, webhookUrl } from './webhook.ts'

const ALL_MS = 20 * SECOND
/** Due times and the ages of messages are compared with Telegram's own. */
const SKEW_MS = 30 * SECOND

const rights: readonly { readonly right: string; readonly for: string; readonly needed: boolean }[] = [
  { right: 'can_manage_topics', for: 'a topic a ticket', needed: true },
  { right: 'can_delete_messages', for: 'taking back what was sent, and secrets', needed: true },
  { right: 'can_pin_messages', for: 'pinning', needed: false },
]

function ofGroup(chat: ChatFullInfo): Check {
  const name = 'telegram staff group'
  if (chat.type !== 'supergroup')
    return fail(name, `is a ${chat.type}`, 'make it a supergroup: open its settings and turn on Topics')
  if (!chat.is_forum) return fail(name, 'has no topics', 'open its settings in Telegram and turn on Topics')
  return good(name, 'is a forum supergroup')
}

function ofRights(me: ChatMember): readonly Check[] {
  const name = 'telegram rights'
  if (me.status !== 'administrator')
    return [fail(name, `the bot is ${me.status} there`, 'make the bot an administrator of the staff group')]
  const given = me as unknown as Readonly<Record<string, unknown>>
  const missing = rights.filter(({ right }) => given[right] !== true)
  if (missing.length === 0) return [good(name, 'topics, deleting, pinning')]
  return missing.map(({ right, for: what, needed }) => {
    const fix = `give the bot the right ${right} in the staff group (for ${what})`
    return needed ? fail(name, `${right} is missing`, fix) : warn(name, `${right} is missing`, fix)
  })
}

async function ofStaff(
  { api }: Client,
  { staffChatId, staffIds }: TelegramSettings,
  signal: Signal,
): Promise<readonly Check[]> {
  const away: number[] = []
  for (const user_id of staffIds) {
    const member = await api.raw.getChatMember({ chat_id: staffChatId, user_id }, signal).catch(() => undefined)
    if (!member || member.status === 'left' || member.status === 'kicked') away.push(user_id)
  }
  if (away.length === 0) return [good('telegram staff', `${staffIds.length} in the group`)]
  const positions = away.map((id) => `no. ${staffIds.indexOf(id) + 1}`).join(', ')
  const fix = 'invite them to the staff group, or take them out of TELEGRAM_STAFF_IDS'
  return [warn('telegram staff', `${positions} of TELEGRAM_STAFF_IDS not in the group`, fix)]
}

async function ofUpdates(
  { api }: Client,
  webhook: WebhookSettings | undefined,
  signal: Signal,
): Promise<readonly Check[]> {
  const name = 'telegram updates'
  const info = await api.raw.getWebhookInfo(signal)
  if (!webhook) {
    const waiting = good(name, `polling; ${info.pending_update_count} waiting`)
    return [
      info.url
        ? warn(name, 'a webhook is set and polling is configured', 'the bot takes it away when it starts')
        : waiting,
    ]
  }
  if (!info.url) return [warn(name, 'no webhook is set yet', 'the bot sets it when it starts: npm run bot')]
  if (info.url !== webhookUrl(webhook))
    return [fail(name, 'the webhook is another address', 'start the bot here, or stop the one that set it')]
  const since = info.last_error_date
  return [
    since === undefined
      ? good(name, `webhook; ${info.pending_update_count} waiting`)
      : warn(name, 'the last call of the webhook failed', 'see that the address reaches HTTP_HOST:HTTP_PORT'),
  ]
}

/** By the Date of an answer; the answer itself may be anything. */
async function ofClock({ apiRoot }: TelegramSettings, clock: Clock, signal: AbortSignal): Promise<readonly Check[]> {
  const before = clock.now()
  const date = await fetch(apiRoot, { method: 'HEAD', signal, redirect: 'manual' })
    .then((answer) => Date.parse(answer.headers.get('date') ?? ''))
    .catch(() => Number.NaN)
  if (Number.isNaN(date)) return []
  const skewMs = (before + clock.now()) / 2 - date
  const seconds = Math.round(Math.abs(skewMs) / SECOND)
  return [
    Math.abs(skewMs) <= SKEW_MS
      ? good('telegram clock', 'agrees with ours')
      : fail('telegram clock', `ours is ${seconds} s off`, 'let this machine keep its time: timedatectl set-ntp true'),
  ]
}

async function look(config: Config, settings: TelegramSettings, clock: Clock, until: AbortSignal) {
  const signal = signalOf(until)
  const client = makeClient(settings)
  const { api } = client
  const me = await api.raw.getMe(signal)
  const found: Check[] = [good('telegram token', 'is known')]
  found.push(
    me.can_read_all_group_messages
      ? good('telegram privacy mode', 'off: secrets in groups of users are seen')
      : warn(
          'telegram privacy mode',
          'on: in groups of users the bot sees only what is said to it',
          'in @BotFather: /setprivacy, Disable, then add the bot to its groups again; or leave it where it is in none',
        ),
  )
  const chat = await api.raw.getChat({ chat_id: settings.staffChatId }, signal).catch((error: unknown) => error)
  if (chat instanceof Error) {
    const what = failureOf(chat).kind === 'moved' ? 'has another id now' : 'cannot be seen by the bot'
    const fix = 'add the bot to the group, and set TELEGRAM_STAFF_CHAT_ID to its id (it begins with -100)'
    found.push(fail('telegram staff group', what, fix))
  } else {
    found.push(ofGroup(chat as ChatFullInfo))
    const own = await api.raw.getChatMember({ chat_id: settings.staffChatId, user_id: me.id }, signal)
    found.push(...ofRights(own), ...(await ofStaff(client, settings, signal)))
  }
  found.push(...(await ofUpdates(client, config.telegramWebhook, signal)))
  found.push(...(await ofClock(settings, clock, until)))
  return found
}

/** Nothing where Telegram is off. */
export async function telegramChecks(config: Config, clock: Clock = systemClock): Promise<readonly Check[]> {
  const settings = config.telegram
  if (!settings) return []
  const unreachable = [
    fail('telegram', 'cannot be reached', 'see that this machine reaches TELEGRAM_API_ROOT, and try again'),
  ]
  return within<readonly Check[]>(ALL_MS, unreachable, async (signal) => {
    try {
      return await look(config, settings, clock, signal)
    } catch (error) {
      if (!isRefusedToken(error)) return unreachable
      const fix = 'copy TELEGRAM_BOT_TOKEN again from @BotFather'
      return [fail('telegram token', 'Telegram does not know it', fix)]
    }
  })
}
