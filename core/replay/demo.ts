// The demo: made-up people from data/demo/demo.yaml, played through the same use cases as a case file, ending now.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { makeSandbox, type SandboxBook } from '../channels/sandbox.ts'
import type { Context } from '../desk/context.ts'
import { sealedAccount } from '../desk/wallet/account.ts'
import { DAY, fixedClock, HOUR, type Instant, MINUTE, plus, SECOND } from '../kit/clock.ts'
import { invariant } from '../kit/invariant.ts'
import { mask } from '../redaction/redacted.ts'
import { caseEvent } from './case-file.ts'
import { play } from './events.ts'
import { emptyWorld, type World } from './world.ts'

const unit = { s: SECOND, m: MINUTE, h: HOUR, d: DAY } as const
const ago = z.string().regex(/^\d{1,6}[smhd]$/, 'write how long ago as 90s, 15m, 3h or 2d')

const shape = z.strictObject({
  accounts: z.array(z.strictObject({ id: z.string(), email: z.string(), nickname: z.string() })),
  default: z.string(),
  events: z.array(z.looseObject({ ago })),
  notes: z.record(z.string(), z.record(z.string(), z.string())),
})

const source = (): z.infer<typeof shape> =>
  shape.parse(parse(readFileSync(new URL('../../data/demo/demo.yaml', import.meta.url), 'utf8')))

/** The account that `npm start` signs in as. */
export const demoDefault = (): string => source().default

export type DemoNote = { readonly label: string; readonly about: string; readonly finding: string }
export type Demo = {
  readonly accounts: readonly string[]
  readonly orders: number
  /** Which finding each order, task and code shows when it is asked about. */
  readonly notes: readonly DemoNote[]
  readonly world: World
  /** What /orders says about a row: an order by its id. */
  note(orderId: string): string | undefined
  /** Lines about what /orders does not list: an account's tasks and codes, masked. */
  readonly beside: readonly string[]
}

const time = (text: string, now: Instant): Instant =>
  plus(now, -Number(text.slice(0, -1)) * unit[text.at(-1) as keyof typeof unit])

/** Plays the demo into an empty store. `book` is where the sandbox keeps its trades. */
export async function seedDemo(context: Context, book: SandboxBook): Promise<Demo> {
  const { accounts, events, notes } = source()
  const now = context.clock.now()
  const clock = fixedClock(now)
  const sandbox = makeSandbox(book, clock)
  const past: Context = { ...context, clock, channel: (name) => sandbox.channel(name), queryIntervalMs: 0 }
  const world = emptyWorld(past, clock, sandbox)
  await context.store.write(async (w) => {
    for (const person of accounts) {
      const createdAt = plus(now, -60 * DAY)
      await w.accounts.insert(sealedAccount(context, { ...person, status: 'normal', createdAt }))
      world.accounts.set(person.id, person.id)
    }
  })
  const played = events.map(({ ago: text, ...event }) => ({ ...event, at: new Date(time(text, now)).toISOString() }))
  // A stable sort: a crash stays right behind its notice.
  const read = z
    .array(caseEvent)
    .parse(played)
    .sort((a, b) => a.at - b.at)
  for (const [index, event] of read.entries()) {
    clock.set(event.at)
    const refused = await play(world, event, read[index + 1])
    invariant(!refused, `the demo's event ${index} (${event.type}) is refused: ${refused?.code}`)
  }
  const ids = await orderIds(world)
  await forgetSchedule(context, [...ids.values()])
  const findings = Object.entries(notes).flatMap(([label, each]) =>
    Object.entries(each).map(([about, finding]) => ({ label, about, finding })),
  )
  const words = (label: string): string => Object.values(notes[label] ?? {}).join(', ')
  const labelOf = new Map([...ids].map(([label, id]) => [id, label]))
  return {
    accounts: accounts.map(({ id }) => id),
    orders: ids.size,
    notes: findings,
    world,
    note: (orderId) => words(labelOf.get(orderId) ?? '') || undefined,
    beside: [
      ...[...world.tasks].map(([label, number]) => `task ${mask(number)} [demo: ${words(label)}]`),
      ...[...world.codes].map(([label, { text }]) => `code ${mask(text)} [demo: ${words(label)}]`),
    ],
  }
}

async function orderIds(world: World): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [label, { number }] of world.orders) {
    const order = await world.context.store.read((r) => r.orders.byNumber(number))
    if (order) ids.set(label, order.id)
  }
  return ids
}

/** What the reconciler should long have done stays undone, so that a question can be seen doing it. */
const forgetSchedule = (context: Context, orderIds: readonly string[]): Promise<void> =>
  context.store.write(async (w) => {
    for (const id of orderIds) await w.orders.unschedule(id)
  })
