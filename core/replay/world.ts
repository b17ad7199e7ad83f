// The world of one replay: an empty database in memory, the sandbox as every provider, the case's clock, and who is who.
import { makeSandbox, memoryBook, type Sandbox } from '../channels/sandbox.ts'
import type { Context } from '../desk/context.ts'
import { QUERY_DEADLINE_MS } from '../desk/context.ts'
import { ProviderAnswers } from '../desk/payment/provider-answers.ts'
import { sealedAccount } from '../desk/wallet/account.ts'
import type { ChannelName } from '../domain/channel.ts'
import { policyDefaults } from '../domain/policy-defaults.ts'
import { fixedClock, type Instant, type SettableClock } from '../kit/clock.ts'
import { countedIds, orderNumber } from '../kit/ids.ts'
import { Keyring } from '../redaction/keyring.ts'
import { openMemoryStore } from '../store/open.ts'
import type { CaseFile } from './case-file.ts'

export type World = {
  readonly context: Context
  readonly clock: SettableClock
  readonly sandbox: Sandbox
  /** An account's label → its id. */
  readonly accounts: Map<string, string>
  /** An order's label → its number, also of one that was refused or never existed. */
  readonly orders: Map<string, { readonly number: string; readonly channel: ChannelName }>
  readonly codes: Map<string, { readonly id: string; readonly text: string }>
  readonly tasks: Map<string, string>
  /** The number that stands for a label, made up where no such order exists. */
  numberOf(label: string): string
  taskOf(label: string): string
  close(): Promise<void>
}

/** Guards nothing: the database of a replay lives in memory and is made up. */
const SECRET = Buffer.alloc(32, 'replay')

export async function makeWorld(file: CaseFile): Promise<World> {
  const start: Instant = file.events[0]?.at ?? file.now
  const clock = fixedClock(start)
  const ids = countedIds()
  const keyring = new Keyring(SECRET)
  const sandbox = makeSandbox(memoryBook(), clock)
  const store = await openMemoryStore(ids)
  const context: Context = {
    store,
    clock,
    ids,
    keyring,
    policy: policyDefaults,
    channel: (name) => sandbox.channel(name),
    queryDeadlineMs: QUERY_DEADLINE_MS,
    queryIntervalMs: 0,
    answers: new ProviderAnswers(Number.POSITIVE_INFINITY),
  }
  const world = emptyWorld(context, clock, sandbox)
  await store.write(async (w) => {
    for (const { id: label, status, email, nickname } of file.accounts) {
      const id = ids.row('acc', start)
      world.accounts.set(label, id)
      await w.accounts.insert(sealedAccount(context, { id, status, email, nickname, createdAt: start }))
    }
  })
  return world
}

/** A world in which nobody lives yet. */
export function emptyWorld(context: Context, clock: SettableClock, sandbox: Sandbox): World {
  const orders: World['orders'] = new Map()
  const tasks: World['tasks'] = new Map()
  return {
    context,
    clock,
    sandbox,
    accounts: new Map(),
    orders,
    codes: new Map(),
    tasks,
    numberOf: (label) => {
      const known = orders.get(label)?.number ?? orderNumber(clock.now(), context.ids)
      if (!orders.has(label)) orders.set(label, { number: known, channel: 'sandbox' })
      return known
    },
    taskOf: (label) => {
      const known = tasks.get(label) ?? `T${context.ids.base32(12)}`
      tasks.set(label, known)
      return known
    },
    close: () => context.store.close(),
  }
}
