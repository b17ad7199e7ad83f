// `npm run bot`: the chat platforms that are configured, the HTTP server, the reconciler, the outbox and the desk's clock.
import { realChannels } from '../core/channels/index.ts'
import { type Chat, makeChat } from '../core/desk/chat/chat.ts'
import { makeSampler } from '../core/desk/metrics.ts'
import { Pulse, readiness } from '../core/desk/readiness.ts'
import { makeStaffRoom } from '../core/desk/staff/room.ts'
import { makeScreenshotRedactor } from '../core/readers/index.ts'
import { type Log, makeLog } from '../core/redaction/log.ts'
import { type Config, config } from './config.ts'
import { healthRoutes } from './http/health.ts'
import { metricsRoute } from './http/metrics.ts'
import { notifyRoutes } from './http/notify.ts'
import { startHttp } from './http/server.ts'
import { install } from './installation.ts'
import { runRounds } from './rounds.ts'
import type { Running } from './running.ts'
import { startTelegram } from './telegram/start.ts'

const note = (line: string): void => void process.stderr.write(`${line}\n`)

/** What is off and not needed to say that something else is on. */
const QUIET: readonly Config['off'][number][] = ['telegramWebhook', 'mcpOauth']

/** Staff see the users of each of these on the same one. */
const chatPlatforms = ['telegram', 'discord'] as const

/** Loaded where it is on only: its client alone takes as much memory as the whole desk. */
const discordStart = async () => (await import('./discord/start.ts')).startDiscord

/** One line for each platform. */
async function startPlatforms(config: Config, chat: Chat, log: Log, signal: AbortSignal): Promise<readonly Running[]> {
  const { telegram, telegramWebhook: webhook, discord } = config
  const common = { chat, staffRoom: makeStaffRoom }
  const starting: (Promise<Running> | undefined)[] = [
    telegram && startTelegram({ ...common, settings: telegram, webhook, log: log.named('telegram') }, signal),
    discord &&
      discordStart().then((start) => start({ ...common, settings: discord, log: log.named('discord') }, signal)),
  ]
  return Promise.all(starting.filter((one) => one !== undefined))
}

/** Gives the exit code. */
async function main(): Promise<number> {
  const settings = config()
  if (!settings.ok) {
    note(settings.error)
    return 2
  }
  const log = makeLog({ level: settings.value.logLevel, name: 'bot' })
  const installed = await install(settings.value)
  if (!installed.ok) {
    note(installed.error)
    return 2
  }
  const { context, book, replies } = installed.value
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  for (const name of settings.value.off) if (!QUIET.includes(name)) note(`${name}: off (no settings)`)

  const chat = makeChat({
    context,
    book,
    replies,
    environment: 'live',
    staffPlatform: (name) => (chatPlatforms.some((one) => one === name && settings.value[one]) ? name : undefined),
  })
  const running = await startPlatforms(settings.value, chat, log, stop.signal)
  const platforms = running.map(({ platform }) => platform)
  for (const { platform, by } of running) note(`${platform.name}: on (${by})`)
  for (const name of realChannels) if (context.channel(name)) note(`${name}: on`)
  const names = platforms.map(({ name }) => name)
  const poke = (): void => {
    for (const { dispatcher } of running) dispatcher.poke()
  }
  const reconciler = new Pulse(context.clock)
  const server = await startHttp({
    ...settings.value.http,
    log: log.named('http'),
    routes: [
      ...healthRoutes(() => readiness(context, names, reconciler)),
      metricsRoute({ sample: makeSampler(context, names), reconciledAt: () => reconciler.lastAt }),
      ...notifyRoutes(context, log.named('notify'), poke),
      ...running.flatMap(({ routes }) => routes),
    ],
  })
  if (!server.ok) {
    note(server.error)
    await Promise.all(running.map((one) => one.stop()))
    await context.store.close()
    return 2
  }
  note(`http: on (${settings.value.http.host}:${server.value.port})`)

  const redactor = makeScreenshotRedactor()
  const pictures = { redactor, platform: (name: string) => platforms.find((one) => one.name === name) }
  const groups = running.map(({ group }) => group)
  const rounds = runRounds({ chat: chat.options, pictures, groups, log, reconciler, poke }, stop.signal)
  // A platform that ends by itself ends the program: whoever keeps it running starts it again or reads why.
  let code = 0
  const ended = running.map(async (one) => {
    const end = await one.ended
    if (!end.ok) {
      note(end.error)
      code = 2
    }
    stop.abort()
  })
  await rounds
  await Promise.all([...running.map((one) => one.stop()), ...ended, server.value.close(), redactor.close()])
  await context.store.close()
  return code
}

process.exitCode = await main()
