// The machine around the program: its Node, the file with the secret, the port, the operator's calendar.
import { existsSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Policy } from '../../core/domain/policy.ts'
import { DAY, type Instant, plus, SECOND } from '../../core/kit/clock.ts'
import { within } from '../../core/kit/deadline.ts'
import { dateOf } from '../../core/kit/zone.ts'
import { type Check, fail, good, warn } from './check.ts'

const LEAST_NODE = 24
/** From autumn on the next year's holidays are announced, usually in November. */
const AHEAD_MS = 60 * DAY
/** Below this a year has its statutory days only, and nobody works on bridging days that were not entered. */
const FEW_HOLIDAYS = 20

/** `version` as Node says it, such as `v24.21.0`. */
export const nodeCheck = (version: string): Check =>
  Number(/^v(\d+)/.exec(version)?.[1] ?? 0) >= LEAST_NODE
    ? good('node', version)
    : fail(
        'node',
        `${version} is older than ${LEAST_NODE}`,
        'start programs with npm run, which brings its own Node: npm ci',
      )

/** The file that holds APP_SECRET: readable by its owner only. Undefined where there is none, or no such permissions. */
export function envFileCheck(path: string): Check | undefined {
  if (process.platform === 'win32' || !existsSync(path)) return undefined
  const mode = statSync(path).mode & 0o777
  return (mode & 0o077) === 0
    ? good('.env', 'readable by its owner only')
    : warn(
        '.env',
        `others on this machine can read the secrets in it (mode ${mode.toString(8)})`,
        'run: chmod 600 .env',
      )
}

/** Whether the calendar reaches far enough ahead. */
export function holidayChecks({ hours }: Policy, now: Instant): readonly Check[] {
  const years = [...new Set([dateOf(now), dateOf(plus(now, AHEAD_MS))].map((date) => date.slice(0, 4)))]
  return years.map((year) => {
    const name = `holidays ${year}`
    const days = hours.holidays.filter((date) => date.startsWith(year)).length
    const fix = `add the holidays and workdays of ${year} under hours in the policy file`
    if (days === 0) return fail(name, 'none: promises of working time would be wrong', fix)
    const complete = days >= FEW_HOLIDAYS || hours.workdays.some((date) => date.startsWith(year))
    return complete
      ? good(name, `${days} days`)
      : warn(name, `${days} days and no workdays: the bridging days are missing`, fix)
  })
}

const listens = (host: string, port: number): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve('code' in error ? String(error.code) : 'UNKNOWN'))
    server.listen(port, host, () => server.close(() => resolve('free')))
  })

/** Our own server says so under /healthz. */
const isOurs = (host: string, port: number): Promise<boolean> =>
  within(2 * SECOND, false, async (signal) => {
    const reply = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`, { signal })
    return reply.status === 200 && (await reply.text()) === '{"ok":true}'
  })

export async function portCheck({ host, port }: { readonly host: string; readonly port: number }): Promise<Check> {
  const name = 'http port'
  const state = await listens(host, port)
  if (state === 'free') return good(name, `${host}:${port} is free`)
  if (state === 'EADDRINUSE') {
    return (await isOurs(host, port))
      ? good(name, `the bot listens on ${host}:${port}`)
      : fail(name, `another program listens on ${host}:${port}`, 'stop it, or set another HTTP_PORT')
  }
  return fail(
    name,
    `cannot listen on ${host}:${port} (${state})`,
    'set HTTP_HOST and HTTP_PORT to what this machine has',
  )
}
