// A desk for tests: a real store (in memory, or a file), a sandbox provider, a clock that stands until it is moved.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeSandbox, memoryBook, type Sandbox } from '../../core/channels/sandbox.ts'
import type { FlowBook } from '../../core/conversation/book.ts'
import { loadBook } from '../../core/conversation/check.ts'
import type { Context } from '../../core/desk/context.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { openAccount } from '../../core/desk/wallet/account.ts'
import { parsePolicy } from '../../core/domain/policy-file.ts'
import { fixedClock, type SettableClock } from '../../core/kit/clock.ts'
import { countedIds } from '../../core/kit/ids.ts'
import { invariant } from '../../core/kit/invariant.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { openStore } from '../../core/store/open.ts'

const data = fileURLToPath(new URL('../../data', import.meta.url))
const read = parsePolicy(readFileSync(`${data}/policy.yaml`, 'utf8'), 'policy.yaml')
invariant(read.ok, 'the shipped policy is readable')
export const shippedPolicy = read.value
const flows = loadBook(data, shippedPolicy)
invariant(flows.ok, 'the shipped flows are readable')
export const shippedBook: FlowBook = flows.value

export type ChatContext = { readonly context: Context; readonly clock: SettableClock; readonly sandbox: Sandbox }

/** A Saturday noon in Shanghai, unless told otherwise. */
export async function chatContext(path = ':memory:', at = '2026-11-21T04:00:00Z', seed = 1): Promise<ChatContext> {
  const clock = fixedClock(at)
  const ids = countedIds(seed)
  const sandbox = makeSandbox(memoryBook(), clock)
  const store = openStore({ path }, ids)
  await store.migrate()
  const context: Context = {
    store,
    clock,
    ids,
    keyring: new Keyring(Buffer.alloc(32, 'test')),
    policy: shippedPolicy,
    channel: (name) => sandbox.channel(name),
    queryDeadlineMs: 300,
    queryIntervalMs: 0,
    answers: new ProviderAnswers(),
  }
  return { context, clock, sandbox }
}

/** An account, and the chat user of the same name linked to it. */
export async function linkedUser({ context }: ChatContext, platform: string, user: string): Promise<void> {
  await openAccount(context, { id: user, status: 'normal', email: `${user}@example.com`, nickname: user })
  const userHash = context.keyring.hash('chat-user', `${platform}:${user}`)
  const now = context.clock.now()
  await context.store.write((w) =>
    w.accounts.link({ id: context.ids.row('idn', now), platform, userHash, accountId: user, linkedAt: now }),
  )
}
