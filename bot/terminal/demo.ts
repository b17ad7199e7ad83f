// The demo's own database, var/demo.db: made afresh at every start, joined by staff, and no other database is touched.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeSandbox, type Sandbox, type SandboxBook } from '../../core/channels/sandbox.ts'
import { type Context, QUERY_DEADLINE_MS, QUERY_INTERVAL_MS } from '../../core/desk/context.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import type { Policy } from '../../core/domain/policy.ts'
import { systemClock } from '../../core/kit/clock.ts'
import { randomIds } from '../../core/kit/ids.ts'
import { Keyring, newSecret } from '../../core/redaction/keyring.ts'
import { openStore, type Store } from '../../core/store/open.ts'

const folder = fileURLToPath(new URL('../../var', import.meta.url))
const path = `${folder}/demo.db`
const secretPath = `${folder}/demo.secret`

/** The sandbox's trades live in the demo's database, so that staff and a later start see the same provider. */
export const storedBook = (store: Store): SandboxBook => ({
  get: (number) => store.read((r) => r.sandbox.trade(number)),
  put: (number, json) => store.write((w) => w.sandbox.put(number, json)),
})

export type DemoPlace = { readonly context: Context; readonly sandbox: Sandbox }

function placeOf(store: Store, secret: Buffer, policy: Policy): DemoPlace {
  const sandbox = makeSandbox(storedBook(store), systemClock)
  const context: Context = {
    store,
    clock: systemClock,
    ids: randomIds,
    keyring: new Keyring(secret),
    policy,
    channel: (name) => sandbox.channel(name),
    queryDeadlineMs: QUERY_DEADLINE_MS,
    queryIntervalMs: QUERY_INTERVAL_MS,
    answers: new ProviderAnswers(),
  }
  return { context, sandbox }
}

/** A new demo; an earlier one is removed. */
export async function freshDemo(policy: Policy): Promise<DemoPlace> {
  mkdirSync(folder, { recursive: true })
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  const secret = newSecret()
  writeFileSync(secretPath, secret.toString('base64'), { mode: 0o600 })
  const store = openStore({ path }, randomIds)
  await store.migrate()
  return placeOf(store, secret, policy)
}

/** The demo that the last `npm start` made; undefined if there is none. */
export function joinDemo(policy: Policy): Context | undefined {
  if (!existsSync(path) || !existsSync(secretPath)) return undefined
  const secret = Buffer.from(readFileSync(secretPath, 'utf8'), 'base64')
  return placeOf(openStore({ path }, randomIds), secret, policy).context
}
