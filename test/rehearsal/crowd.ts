// The world of a rehearsal: four fake providers and a fake Telegram on loopback, linked customers, staff, and one database file.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../../core/desk/context.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { openAccount } from '../../core/desk/wallet/account.ts'
import type { ChannelName } from '../../core/domain/channel.ts'
import { type Clock, instantOf } from '../../core/kit/clock.ts'
import { randomIds } from '../../core/kit/ids.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { openStore } from '../../core/store/open.ts'
import { shippedPolicy } from '../fakes/chat-context.ts'
import { openAlipay } from '../fakes/providers/alipay.ts'
import { openEpay } from '../fakes/providers/epay.ts'
import type { Books, Provider } from '../fakes/providers/provider.ts'
import { openStripe } from '../fakes/providers/stripe.ts'
import { openWechat } from '../fakes/providers/wechat.ts'
import type { Somebody } from '../fakes/telegram/somebody.ts'
import { openTelegram } from '../fakes/telegram/telegram.ts'

export const SECRET = Buffer.alloc(32, 'a bot in a rehearsal')

export type Customer = { readonly accountId: string; readonly who: Somebody }
export type Bank = Provider & Books

export type Crowd = Awaited<ReturnType<typeof gather>>

/** `faster`: so many times faster than the wall, for the bot and its providers alike. */
export async function gather(folder: string, customers: number, faster: number) {
  mkdirSync(folder, { recursive: true })
  const epochMs = Date.now()
  const clock: Clock = { now: () => instantOf(Math.round(epochMs + (Date.now() - epochMs) * faster)) }
  const telegram = await openTelegram()
  const banks: readonly Bank[] = await Promise.all([
    openAlipay(clock),
    openWechat(clock),
    openEpay(clock),
    openStripe(clock),
  ])
  const group = telegram.supergroup({ title: 'Desk' })
  const colleague = telegram.user({ first_name: 'Mei' })
  group.add(colleague, 'administrator')

  const database = join(folder, 'rehearsal.db')
  const store = openStore({ path: database }, randomIds)
  await store.migrate()
  const byName = new Map<ChannelName, Bank>(banks.map((bank) => [bank.name, bank]))
  const context: Context = {
    store,
    clock,
    ids: randomIds,
    keyring: new Keyring(SECRET),
    policy: shippedPolicy,
    channel: (name) => byName.get(name)?.channel,
    queryDeadlineMs: 2_000,
    queryIntervalMs: 0,
    answers: new ProviderAnswers(),
  }
  const people: Customer[] = []
  for (let index = 0; index < customers; index++) {
    const who = telegram.user({ language_code: index % 2 === 0 ? 'zh-hans' : 'en' })
    const accountId = `customer-${index}`
    await openAccount(context, { id: accountId, status: 'normal' })
    const userHash = context.keyring.hash('chat-user', `telegram:${who.id}`)
    const now = clock.now()
    await store.write((w) =>
      w.accounts.link({ id: randomIds.row('idn', now), platform: 'telegram', userHash, accountId, linkedAt: now }),
    )
    people.push({ accountId, who })
  }
  const environment: Record<string, string> = {
    DATABASE_URL: `sqlite:${database}`,
    APP_SECRET: SECRET.toString('base64'),
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_STAFF_CHAT_ID: String(group.id),
    TELEGRAM_STAFF_IDS: String(colleague.id),
    PUBLIC_URL: 'https://bot.example.com',
    LOG_LEVEL: 'error',
    KILL_EPOCH: String(epochMs),
    KILL_FASTER: String(faster),
    ...Object.assign({}, ...banks.map((bank) => bank.environment)),
  }
  return {
    clock,
    telegram,
    group,
    banks,
    bank: (name: ChannelName): Bank => byName.get(name) as Bank,
    people,
    context,
    environment,
    /** Lets so much of the rehearsal's own time pass. */
    wait: (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms / faster)),
    close: async (): Promise<void> => {
      await store.close()
      await telegram.close()
      for (const bank of banks) await bank.close()
    },
  }
}
