// What a monitor is told of the shop: counts by closed sets, never an id; cheap enough to be asked every few seconds.
import type { TicketState } from '../domain/desk.ts'
import { DAY, type Instant, plus } from '../kit/clock.ts'
import type { Readers } from '../store/nouns.ts'
import type { Context } from './context.ts'

export const ticketStates = ['queue', 'human', 'waiting-user', 'closed'] as const satisfies readonly TicketState[]
const histories = ['orders', 'verdicts', 'notices'] as const
type History = (typeof histories)[number]

/** What happened since the reading before: how often, by its words. */
export type Happened = { readonly words: readonly string[]; readonly count: number }

export type Sample = {
  readonly tickets: Readonly<Record<TicketState, number>>
  /** How long the one has waited that waits longest for somebody to take it. */
  readonly queueOldestMs: number
  readonly outbox: readonly { readonly platform: string; readonly state: string; readonly count: number }[]
  readonly outboxDead: number
  readonly outboxOldestMs: number
  readonly inboxOpen: number
  readonly inboxOldestMs: number
  /** Orders whose payment is known and not credited yet. */
  readonly ordersProcessing: number
  /** Payments that belong to no order, and wait for a person. */
  readonly suspense: number
  /** Since the reading before: order states entered, findings given, notices received. */
  readonly happened: Readonly<Record<History, readonly Happened[]>>
  /** Waits of tickets that got their first human reply since the reading before. */
  readonly firstReplyMs: readonly number[]
}

const PAGE = 5_000
/** A ticket that nobody answered for longer is not counted any more. */
const REPLY_WINDOW_MS = 14 * DAY

const wordsOf: Readonly<Record<History, readonly string[]>> = {
  orders: ['to_state'],
  verdicts: ['about', 'finding'],
  notices: ['channel', 'state'],
}

type Marks = { readonly [H in History]: number }

async function added(r: Readers, history: History, after: number): Promise<{ mark: number; happened: Happened[] }> {
  const counts = new Map<string, Happened>()
  let mark = after
  for (;;) {
    const rows = await r.figures.after(history, mark, PAGE)
    for (const row of rows) {
      const words = wordsOf[history].map((column) => String(row[column]))
      const key = words.join(' ')
      counts.set(key, { words, count: (counts.get(key)?.count ?? 0) + 1 })
    }
    mark = Number(rows.at(-1)?.row ?? mark)
    if (rows.length < PAGE) return { mark, happened: [...counts.values()] }
  }
}

/**
 * Reads the figures of one process: what is open is counted anew, what happened is counted from where the reading before
 * ended. The first reading tells of nothing that happened before it.
 */
export function makeSampler({ store, clock }: Pick<Context, 'store' | 'clock'>, platforms: readonly string[]) {
  let marks: Marks | undefined
  let answered = new Set<number>()

  async function read(r: Readers, now: Instant) {
    const age = (at: Instant | undefined): number => (at === undefined ? 0 : Math.max(0, now - at))
    const replied = await r.figures.replied(plus(now, -REPLY_WINDOW_MS), now)
    const fresh = marks === undefined ? [] : replied.filter(({ id }) => !answered.has(id))
    const next: Record<History, number> = { orders: 0, verdicts: 0, notices: 0 }
    const happened: Record<History, readonly Happened[]> = { orders: [], verdicts: [], notices: [] }
    for (const history of histories) {
      if (marks === undefined) next[history] = await r.figures.last(history)
      else {
        const more = await added(r, history, marks[history])
        next[history] = more.mark
        happened[history] = more.happened
      }
    }
    const tickets: Record<TicketState, number> = { queue: 0, human: 0, 'waiting-user': 0, closed: 0 }
    let queueOldestAt: Instant | undefined
    for (const state of ticketStates) {
      const { count, oldestAt } = await r.figures.tickets(state)
      tickets[state] = count
      if (state === 'queue') queueOldestAt = oldestAt
    }
    const outbox: { platform: string; state: string; count: number }[] = []
    const ages: number[] = [0]
    for (const platform of platforms) {
      const { oldestAt, ...states } = await r.figures.outboxOpen(platform)
      ages.push(age(oldestAt))
      for (const [state, count] of Object.entries(states)) outbox.push({ platform, state, count })
    }
    const inbox = await r.figures.inboxOpen()
    const sample: Sample = {
      tickets,
      queueOldestMs: age(queueOldestAt),
      outbox,
      outboxDead: await r.figures.outboxDead(),
      outboxOldestMs: Math.max(...ages),
      inboxOpen: inbox.count,
      inboxOldestMs: age(inbox.oldestAt),
      ordersProcessing: await r.figures.processing(),
      suspense: await r.figures.suspense(),
      happened,
      firstReplyMs: fresh.map(({ waitMs }) => Math.max(0, waitMs)),
    }
    return { sample, next, replied }
  }

  return async (): Promise<Sample> => {
    const { sample, next, replied } = await store.read((r) => read(r, clock.now()))
    // Only now: a reading that failed must not have counted anything.
    marks = next
    answered = new Set(replied.map(({ id }) => id))
    return sample
  }
}
