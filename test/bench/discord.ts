// How soon an interaction on Discord is acknowledged under fifty a second, beside a bare client that does nothing else.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDiscord } from '../../bot/discord/start.ts'
import { makeChat } from '../../core/desk/chat/chat.ts'
import type { Context } from '../../core/desk/context.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { makeStaffRoom } from '../../core/desk/staff/room.ts'
import { systemClock } from '../../core/kit/clock.ts'
import { randomIds } from '../../core/kit/ids.ts'
import { Secret } from '../../core/kit/secret.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { makeLog } from '../../core/redaction/log.ts'
import { openStore } from '../../core/store/open.ts'
import { shippedBook, shippedPolicy } from '../fakes/chat-context.ts'
import { bareClient } from '../fakes/discord/bare.ts'
import { type Discord, openDiscord } from '../fakes/discord/discord.ts'
import type { Interaction } from '../fakes/discord/interaction.ts'
import { type Bench, median, progress, quantile } from './figure.ts'

const A_SECOND = 50
const PEOPLE = 100
const COMMANDS = ['/start', '/orders', '/balance', '/help'] as const

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

/** Milliseconds from the interaction to its first answer; one that got none counts as three seconds. */
async function askedFor(discord: Discord, seconds: number): Promise<readonly number[]> {
  const people = Array.from({ length: PEOPLE }, (_, index) => discord.person(`user${index}`, { locale: 'zh-CN' }))
  const asked: Interaction[] = []
  const began = performance.now()
  while (asked.length < seconds * A_SECOND) {
    const due = Math.floor(((performance.now() - began) / 1_000) * A_SECOND)
    while (asked.length < Math.min(due, seconds * A_SECOND)) {
      const somebody = people[asked.length % PEOPLE]
      const command = COMMANDS[asked.length % COMMANDS.length] ?? '/start'
      if (somebody) asked.push(somebody.slash(command, {}, { in: 'general' }))
    }
    await pause(5)
  }
  await pause(3_000)
  return asked.map(({ ackedAtMs, createdAtMs }) => (ackedAtMs === undefined ? 3_000 : ackedAtMs - createdAtMs))
}

async function ours(seconds: number): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-bench-'))
  const store = openStore({ path: join(folder, 'desk.db') }, randomIds)
  await store.migrate()
  const discord = await openDiscord()
  const context: Context = {
    store,
    clock: systemClock,
    ids: randomIds,
    keyring: new Keyring(Buffer.alloc(32, 'bench')),
    policy: shippedPolicy,
    channel: () => undefined,
    queryDeadlineMs: 1_000,
    queryIntervalMs: 0,
    answers: new ProviderAnswers(),
  }
  const chat = makeChat({ context, book: shippedBook, environment: 'test', staffPlatform: (name) => name })
  const settings = {
    token: new Secret(discord.token),
    apiRoot: discord.apiRoot,
    guildId: discord.guild.id,
    staffChannelId: discord.guild.channel('tickets').id,
    staffRoleId: discord.guild.staffRole,
  }
  const log = makeLog({ level: 'silent', name: 'bench' })
  const running = await startDiscord({ chat, settings, log, staffRoom: makeStaffRoom }, new AbortController().signal)
  await running.arrived
  const commands = 'PUT /applications/:application/guilds/:guild/commands'
  await discord.until('the commands', () => discord.callsOf(commands).length > 0)
  const samples = await askedFor(discord, seconds)
  await running.stop()
  await discord.close()
  await store.close()
  rmSync(folder, { recursive: true })
  return samples
}

async function bare(seconds: number): Promise<readonly number[]> {
  const discord = await openDiscord()
  const client = await bareClient(discord, COMMANDS)
  const samples = await askedFor(discord, seconds)
  await client.destroy()
  await discord.close()
  return samples
}

export const bench: Bench = async function* ({ quick }) {
  const seconds = quick ? 4 : 20
  progress(`discord: ${seconds} s of ${A_SECOND} interactions a second, ours and a bare client`)
  const theirs = await bare(seconds)
  const own = await ours(seconds)
  const most = (samples: readonly number[], share: number): number => Math.max(quantile(samples, share), 0.5)
  yield { metric: 'acknowledged p50', value: Math.max(median(own), 0.5), unit: 'ms', baseline: most(theirs, 0.5) }
  yield { metric: 'acknowledged p99', value: most(own, 0.99), unit: 'ms', baseline: most(theirs, 0.99) }
}
