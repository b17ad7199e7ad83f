// Providers' statements: taken in from a file or fetched, and compared with our own records, day by day.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { makeChannel } from '../../../core/channels/index.ts'
import { readStatementFile } from '../../../core/channels/statement/file.ts'
import { importStatement } from '../../../core/desk/statement/import.ts'
import { matchStatement } from '../../../core/desk/statement/match.ts'
import { type Clock, DAY, MINUTE, plus } from '../../../core/kit/clock.ts'
import { within } from '../../../core/kit/deadline.ts'
import type { Result } from '../../../core/kit/result.ts'
import { err } from '../../../core/kit/result.ts'
import { dateOf } from '../../../core/kit/zone.ts'
import type { StatementFault, StatementLine } from '../../../core/ports/payment-channel.ts'
import type { Desk } from '../desk.ts'
import { done, failed, faults, misused, type Outcome, taken, verb } from '../verb.ts'

const names = ['alipay', 'wechat'] as const
const channel = z.enum(names, 'alipay or wechat: the others have no daily statement')
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'a date such as 2026-11-20')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'a date such as 2026-11-20')
const FETCH_MS = MINUTE
const NEXT = 'then: npm run -s admin -- statement match'

const yesterday = (clock: Clock): string => dateOf(plus(clock.now(), -DAY))

async function keep(
  desk: Desk,
  name: (typeof names)[number],
  lines: readonly StatementLine[],
  on?: string,
): Promise<Outcome> {
  const imported = await importStatement(desk.context, name, lines, on)
  await desk.print(JSON.stringify(imported))
  if (!imported.repeat) {
    await desk.context.store.write((w) =>
      w.audit.append({
        at: desk.context.clock.now(),
        actor: desk.by,
        action: 'statement.import',
        subject: `statement:${name}`,
        detail: { days: imported.days.length, lines: imported.lines, added: imported.added },
      }),
    )
  }
  desk.note(imported.repeat ? 'statement import: the same one was taken in before; nothing changed' : NEXT)
  return done
}

async function fromFile(desk: Desk, path: string): Promise<Outcome> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    return misused('the file cannot be read: check its path and rights')
  }
  const { alipay, wechat, publicUrl } = desk.config
  const read = readStatementFile(bytes, { ...(alipay ? { alipay } : {}), ...(wechat ? { wechat } : {}), publicUrl })
  return read.ok ? keep(desk, read.value.channel, read.value.lines) : failed(`${read.error}; nothing was taken in`)
}

async function fromProvider(desk: Desk, name: (typeof names)[number], on: string): Promise<Outcome> {
  const { clock, ids } = desk.context
  const made = makeChannel(name, desk.config, clock, ids)
  if (!made) return misused(`${name} is off: give it its settings in .env first`)
  if (!made.ok) return misused(made.error)
  const late: Result<readonly StatementLine[], StatementFault> = err('unknown')
  const told = await within(FETCH_MS, late, async (signal) => made.value.statement?.(on, signal) ?? late)
  if (told.ok) return keep(desk, name, told.value, on)
  return failed(
    told.error === 'not-ready'
      ? `${name} has no statement of ${on} yet: it is made in the morning of the next day, try again after ten`
      : `${name} gave no statement that could be read: try again, or download it there and name the file`,
  )
}

export const statementImport = verb({
  name: 'statement import',
  says: 'Takes in a provider’s daily statement: a downloaded file, or fetched from the provider. The same one twice changes nothing.',
  example: 'statement import --channel wechat --day 2026-11-20',
  opens: 'writing',
  argument: taken(
    '[file]',
    'a trade bill of WeChat Pay (CSV) or of Alipay (CSV or ZIP)',
    z.string().max(1_000).optional(),
  ),
  options: {
    channel: taken('<name>', 'fetch it from alipay or wechat', channel.optional()),
    day: taken('<date>', 'of that day in China (yesterday)', day.optional()),
  },
  run: async (desk, file, { channel: name, day: on }) => {
    if ((file === undefined) === (name === undefined))
      return misused('name a file, or a channel with --channel; one of the two')
    if (file !== undefined) return fromFile(desk, file)
    return name === undefined
      ? misused('name a channel')
      : fromProvider(desk, name, on ?? yesterday(desk.context.clock))
  },
})

/** More days than this at once are named one by one. */
const MOST_DAYS = 1_000

export const statementMatch = verb({
  name: 'statement match',
  says: 'Compares what was taken in with our records, one JSON line a channel and day: unknown payments are credited or put in suspense (the bot opens a ticket), everything else that does not agree is listed.',
  example: 'statement match --day 2026-11-20',
  opens: 'writing',
  options: { day: taken('<date>', 'only this day in China (every day there is)', day.optional()) },
  run: async (desk, _, { day: on }) => {
    const days = await desk.context.store.read((r) => r.statements.days(MOST_DAYS))
    const wanted = days.filter((each) => on === undefined || each.day === on)
    if (wanted.length === 0) return failed('there is no statement of that day: take one in with statement import')
    let left = 0
    for (const { channel: name, day: each } of wanted) {
      const matched = await matchStatement(desk.context, name, each, desk.stopped)
      left += matched.left.length
      await desk.print(JSON.stringify(matched))
      if (await desk.stopped()) break
    }
    if (left > 0)
      desk.note('statement match: what stands under "left" needs a person; suspense list shows the money that waits')
    return left > 0 ? faults : done
  },
})
