// A running installation from its settings: database brought up to date, keys that fit, flows that hold.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeChannels } from '../core/channels/index.ts'
import type { FlowBook } from '../core/conversation/book.ts'
import { loadBook } from '../core/conversation/check.ts'
import { type Context, QUERY_DEADLINE_MS, QUERY_INTERVAL_MS } from '../core/desk/context.ts'
import { isRightKey, rememberKey } from '../core/desk/key-check.ts'
import { ProviderAnswers } from '../core/desk/payment/provider-answers.ts'
import { loadReplies, type Replies } from '../core/desk/staff/replies.ts'
import type { Policy } from '../core/domain/policy.ts'
import { systemClock } from '../core/kit/clock.ts'
import { randomIds } from '../core/kit/ids.ts'
import { err, ok, type Result } from '../core/kit/result.ts'
import { openStore } from '../core/store/open.ts'
import { type Config, showFault } from './config.ts'

const data = fileURLToPath(new URL('../data', import.meta.url))

export type Installed = { readonly context: Context; readonly book: FlowBook; readonly replies: Replies }

/** Only the methods that are set up are offered and named; where none is, whoever orders is told so. */
function offering(policy: Policy, channel: Context['channel']): Policy {
  const channels = policy.recharge.channels.filter((name) => channel(name) !== undefined)
  return channels.length === 0 ? policy : { ...policy, recharge: { ...policy.recharge, channels } }
}

/** The error is a line that says what to do. */
export async function install(config: Config): Promise<Result<Installed, string>> {
  const { database, keyring, policy } = config
  const channels = makeChannels(config, systemClock, randomIds)
  if (!channels.ok) return channels
  const book = loadBook(data, offering(policy, channels.value))
  if (!book.ok) return err(book.error[0] ? showFault(book.error[0]) : 'data: the flows cannot be read')
  const replies = loadReplies(data, book.value)
  if (!replies.ok) return err(replies.error[0] ? showFault(replies.error[0]) : 'data: the replies cannot be read')
  if (database.path !== ':memory:') mkdirSync(dirname(database.path), { recursive: true })
  const store = openStore(database, randomIds)
  await store.migrate()
  if (!(await isRightKey(store, keyring))) {
    await store.close()
    return err('APP_SECRET is not the one that this database was made with; set that one again')
  }
  await rememberKey(store, keyring)
  const context: Context = {
    store,
    clock: systemClock,
    ids: randomIds,
    keyring,
    policy,
    channel: channels.value,
    queryDeadlineMs: QUERY_DEADLINE_MS,
    queryIntervalMs: QUERY_INTERVAL_MS,
    answers: new ProviderAnswers(),
  }
  return ok({ context, book: book.value, replies: replies.value })
}
