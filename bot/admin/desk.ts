// The operator's desk: the tool beside an open database, the keys, the policy and the name that the audit trail will carry.
import { existsSync } from 'node:fs'
import { type Context, QUERY_DEADLINE_MS, QUERY_INTERVAL_MS } from '../../core/desk/context.ts'
import { isRightKey } from '../../core/desk/key-check.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { systemClock } from '../../core/kit/clock.ts'
import { randomIds } from '../../core/kit/ids.ts'
import { err, ok, type Result } from '../../core/kit/result.ts'
import type { Redacted } from '../../core/redaction/redacted.ts'
import type { AuditDetail } from '../../core/store/audit.ts'
import { openStore } from '../../core/store/open.ts'
import type { Config } from '../config.ts'
import type { Tool } from './tool.ts'

/** The tool with the settings, and the name that the audit trail will carry. */
export type Bench = Tool & { readonly config: Config; readonly by: Redacted }
export type Desk = Bench & { readonly context: Context }

export const MIGRATE = 'run: npm run -s admin -- migrate'

/** Opens the configured database; the error is a line that says what to do. Only `making` makes a file. */
export async function openDesk(
  tool: Tool,
  config: Config,
  by: Redacted,
  opens: 'reading' | 'writing' | 'making',
): Promise<Result<Desk, string>> {
  const { path } = config.database
  const memory = path === ':memory:'
  if (memory && opens !== 'making')
    return err('DATABASE_URL: a database in memory is empty at every start; name a file')
  if (!memory && opens !== 'making' && !existsSync(path)) return err(`there is no database at ${path}; ${MIGRATE}`)
  const store = openStore(config.database, randomIds, { readonly: opens === 'reading' })
  const context: Context = {
    store,
    clock: systemClock,
    ids: randomIds,
    keyring: config.keyring,
    policy: config.policy,
    // The operator's tool decides about what is known; it asks no provider.
    channel: () => undefined,
    queryDeadlineMs: QUERY_DEADLINE_MS,
    queryIntervalMs: QUERY_INTERVAL_MS,
    answers: new ProviderAnswers(),
  }
  if (opens !== 'making' && !(await isRightKey(store, config.keyring))) {
    await store.close()
    return err('APP_SECRET is not the one that this database was made with; set that one again')
  }
  return ok({ ...tool, config, context, by })
}

export type Entry = { readonly action: string; readonly subject: string; readonly detail?: AuditDetail }

/**
 * Runs a use case that makes one write and gives what that write gives, and appends its audit row in the same
 * transaction: neither is kept without the other. No entry, no row. What `entry` throws undoes the write.
 */
export function audited<T>(
  { context, by }: Desk,
  act: (context: Context) => Promise<T>,
  entry: (value: T) => Entry | undefined,
): Promise<T> {
  const { store, clock } = context
  const write: typeof store.write = (work) =>
    store.write(async (w) => {
      const value = await work(w)
      const row = entry(value as unknown as T)
      if (row) await w.audit.append({ at: clock.now(), actor: by, detail: {}, ...row })
      return value
    })
  return act({ ...context, store: { ...store, write } })
}
