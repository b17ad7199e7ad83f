// `npm run bot`: the chat platforms that are configured, the HTTP server, the reconciler, the outbox and the desk's clock.
import { type ChatOptions, makeChat } from '../core/desk/chat.ts'
import { makeSampler } from '../core/desk/metrics.ts'
import { Pulse, readiness } from '../core/desk/readiness.ts'
import { makeStaffRoom } from '../core/desk/staff-room.ts'
import { makeScreenshotRedactor } from '../core/readers/index.ts'
import { makeLog } from '../core/redaction/log.ts'
import { type Config, config } from './config.ts'
import { healthRoutes } from './http/health.ts'
import { metricsRoute } from './http/metrics.ts'
import { startHttp } from './http/server.ts'
import { install } from './installation.ts'
import { runRounds } from './rounds.ts'
import { type Running, startTelegram } from './telegram/start.ts'

const note = (line: string): void => void process.stderr.write(`${line}\n`)

/** What is off and not needed to say that something else is on. */
const QUIET: readonly Config['off'][number][] = ['telegramWebhook', 'mcpOauth']

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

  const { telegram: own, telegramWebhook: webhook } = settings.value
  const telegram: Running | undefined =
    own &&
    (await startTelegram(
      { context, book, replies, settings: own, webhook, log: log.named('telegram'), staffRoom: makeStaffRoom },
      stop.signal,
    ))
  if (telegram) note(`telegram: on (${webhook ? 'webhook' : 'polling'})`)
  const platforms = telegram ? [telegram.platform] : []
  const names = platforms.map(({ name }) => name)
  const reconciler = new Pulse(context.clock)
  const server = await startHttp({
    ...settings.value.http,
    log: log.named('http'),
    routes: [
      ...healthRoutes(() => readiness(context, names, reconciler)),
      metricsRoute({ sample: makeSampler(context, names), reconciledAt: () => reconciler.lastAt }),
      ...(telegram?.routes ?? []),
    ],
  })
  if (!server.ok) {
    note(server.error)
    await telegram?.stop()
    await context.store.close()
    return 2
  }
  note(`http: on (${settings.value.http.host}:${server.value.port})`)

  const chat: ChatOptions = telegram?.chat.options ?? makeChat({ context, book, replies, environment: 'live' }).options
  const redactor = makeScreenshotRedactor()
  const reading = { redactor, platform: (name: string) => platforms.find((one) => one.name === name) }
  const rounds = runRounds(
    {
      chat,
      pictures: reading,
      groups: telegram ? [telegram.group] : [],
      log,
      reconciler,
      poke: () => telegram?.dispatcher.poke(),
    },
    stop.signal,
  )
  // A platform that ends by itself ends the program: whoever keeps it running starts it again or reads why.
  let code = 0
  const ended = telegram?.ended.then((end) => {
    if (!end.ok) {
      note(end.error)
      code = 2
    }
    stop.abort()
  })
  await rounds
  await Promise.all([telegram?.stop(), ended, server.value.close(), redactor.close()])
  await context.store.close()
  return code
}

process.exitCode = await main()
