// The demo's people in a file of their own, and the MCP server's lookups over it, with a log that can be read.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSandbox, memoryBook } from '../../core/channels/sandbox.ts'
import { loadBook } from '../../core/conversation/check.ts'
import type { Context } from '../../core/desk/context.ts'
import { rememberKey } from '../../core/desk/key-check.ts'
import { makeLookupDesk } from '../../core/desk/lookups/desk.ts'
import { parseSubject } from '../../core/desk/lookups/subject.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { mcpScopes } from '../../core/domain/mcp-token.ts'
import { policyDefaults } from '../../core/domain/policy-defaults.ts'
import { fixedClock, instantOf } from '../../core/kit/clock.ts'
import { countedIds } from '../../core/kit/ids.ts'
import { packageFolder } from '../../core/kit/setting.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { makeLog } from '../../core/redaction/log.ts'
import { seedDemo } from '../../core/replay/demo.ts'
import { openStore } from '../../core/store/open.ts'
import { openViews } from '../../core/store/views/open.ts'
import { type Limits, makeBudget } from '../../mcp-server/budget.ts'
import type { Caller, Office } from '../../mcp-server/call.ts'
import { scrubberOver } from '../../mcp-server/office.ts'
import { makeSession, type Session } from '../../mcp-server/session.ts'

export const NOW = instantOf(Date.parse('2026-11-21T14:00:00+08:00'))
export const secret = Buffer.alloc(32, 'mcp-test')
export const keyring = new Keyring(secret)
export const unlimited: Limits = { perSubject: 1e12, overall: 1e12, misses: 1e12 }

const book = () => {
  const read = loadBook(join(packageFolder, 'data'), policyDefaults)
  if (!read.ok) throw new Error('the flows have faults')
  return read.value
}

export type Counter = {
  readonly path: string
  readonly folder: string
  readonly office: Office
  readonly log: string[]
  /** The number of each order of the demo by its label. */
  readonly numbers: ReadonlyMap<string, string>
  readonly codes: ReadonlyMap<string, string>
  sessionFor(who: string): Session
  /** Calls a tool as somebody; the structured answer, or the text of the refusal. */
  ask(who: string, tool: string, args?: object): Promise<Record<string, unknown>>
  close(): Promise<void>
}

export const callerFor = (who: string): Caller => {
  const subject = parseSubject(who === 'support' ? who : `account:${who}`)
  if (!subject) throw new Error('no such subject')
  return { subject, scopes: mcpScopes }
}

/** A demo database as it was at NOW; `spoil` may change the file before it is opened for looking. */
export async function openCounter(limits: Limits = unlimited, spoil?: (path: string) => void): Promise<Counter> {
  const folder = mkdtempSync(join(tmpdir(), 'daozhang-mcp-'))
  const path = join(folder, 'shop.db')
  const clock = fixedClock(NOW)
  const store = openStore({ path }, countedIds(7))
  await store.migrate()
  await rememberKey(store, keyring)
  const sandbox = makeSandbox(memoryBook(), clock)
  const context: Context = {
    store,
    clock,
    ids: countedIds(11),
    keyring,
    policy: policyDefaults,
    channel: (name) => sandbox.channel(name),
    queryDeadlineMs: 1_000,
    queryIntervalMs: 0,
    answers: new ProviderAnswers(Number.POSITIVE_INFINITY),
  }
  const { world } = await seedDemo(context, memoryBook())
  await store.close()
  spoil?.(path)
  const views = openViews({ path })
  const desk = makeLookupDesk({ store: views, clock, keyring, policy: policyDefaults, book: book() })
  const log: string[] = []
  const office: Office = {
    desk,
    budget: makeBudget(limits, NOW),
    scrubber: scrubberOver(desk),
    log: makeLog({ level: 'info', name: 'mcp', destination: { write: (line) => void log.push(line) } }),
  }
  const sessionFor = (who: string): Session => makeSession(office, callerFor(who))
  return {
    path,
    folder,
    office,
    log,
    numbers: new Map([...world.orders].map(([label, { number }]) => [label, number])),
    codes: new Map([...world.codes].map(([label, { text }]) => [label, text])),
    sessionFor,
    ask: async (who, tool, args = {}) => {
      const answer = await sessionFor(who).call(tool, args)
      return answer.ok ? (answer.structured as Record<string, unknown>) : { error: answer.text }
    },
    close: async () => {
      await views.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
