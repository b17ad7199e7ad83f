// The figures of some days at the desk: how much came, how soon people answered, what the bot solved, and which steps lose people.
import { z } from 'zod'
import { type State, stateShape } from '../../conversation/state.ts'
import { workingBetween } from '../../domain/working-time.ts'
import { DAY, type Instant, MINUTE, plus } from '../../kit/clock.ts'
import type { Readers } from '../../store/nouns.ts'
import type { OpenedTicket, TalkState, TicketClocks } from '../../store/statistics.ts'
import type { Context } from '../context.ts'

const count = z.int().nonnegative()
const minutes = z.number().nonnegative().nullable()

/** What `admin digest` prints; a field is only ever added. */
export const figuresShape = z.strictObject({
  version: z.literal(1),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  talks: z.strictObject({ all: count, byPlatform: z.record(z.string(), count) }),
  tickets: z.strictObject({
    opened: count,
    closed: count,
    reopened: count,
    byTopic: z.array(z.strictObject({ topic: z.string(), platform: z.string(), opened: count, closed: count })),
    closedBy: z.record(z.string(), count),
  }),
  /** Of the tickets that were opened then, in working minutes. */
  firstReply: z.strictObject({ answered: count, unanswered: count, p50Minutes: minutes, p90Minutes: minutes }),
  /** Talks with a verdict, and those of them in which nobody was asked for within 24 hours of it. */
  bot: z.strictObject({ judged: count, solved: count, share: z.number().min(0).max(1).nullable() }),
  handOffs: z.array(z.strictObject({ step: z.string(), reason: z.string(), tickets: count })),
  /** Steps at which people fell silent, or wrote what the step could not use. */
  stale: z.array(z.strictObject({ step: z.string(), left: count, missed: count })),
  ratings: z.strictObject({ count, average: z.number().min(1).max(5).nullable() }),
  now: z.strictObject({ overdue: count, dead: count, suspense: count }),
})
export type Figures = z.infer<typeof figuresShape>
export type Span = { readonly from: Instant; readonly to: Instant }

/** Talks that are looked into for stale steps: each has its state read whole. */
const MOST_STATES = 5_000
const LISTED = 50

const counted = <T>(rows: readonly T[], nameOf: (row: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[nameOf(row)] = (counts[nameOf(row)] ?? 0) + 1
  return counts
}

/** The smallest value that `share` of all do not exceed. */
export const quantile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null

function firstReply(opened: readonly OpenedTicket[], { policy }: Context): Figures['firstReply'] {
  const waits = opened
    .flatMap((t) => (t.firstReplyAt === null ? [] : [workingBetween(t.openedAt, t.firstReplyAt, policy.hours)]))
    .sort((a, b) => a - b)
  const inMinutes = (share: number): number | null => {
    const ms = quantile(waits, share)
    return ms === null ? null : Math.round((ms / MINUTE) * 10) / 10
  }
  return {
    answered: waits.length,
    unanswered: opened.length - waits.length,
    p50Minutes: inMinutes(0.5),
    p90Minutes: inMinutes(0.9),
  }
}

async function bot(r: Readers, { from, to }: Span): Promise<Figures['bot']> {
  const first = new Map<string, Instant>()
  for (const { conversationId, at } of await r.statistics.judged({ from, to })) {
    if (!first.has(conversationId)) first.set(conversationId, at)
  }
  const asked = new Set<string>()
  for (const { conversationId, openedAt } of await r.statistics.opened({ from, to: plus(to, DAY) })) {
    const at = first.get(conversationId)
    if (at !== undefined && openedAt >= at && openedAt < plus(at, DAY)) asked.add(conversationId)
  }
  const judged = first.size
  const solved = judged - asked.size
  return { judged, solved, share: judged === 0 ? null : Math.round((solved / judged) * 1_000) / 1_000 }
}

const placeName = ({ flow, step }: { readonly flow: string; readonly step: string }): string => `${flow}/${step}`

/** Where this talk was left: the question that a nudge brought to mind, or that was put aside. */
function leftAt(state: State): string | undefined {
  if (!state.nudged) return undefined
  const place = state.scene.place ?? state.history.at(-1)?.place
  return place ? placeName(place) : undefined
}

/** The steps that stood open when something was written that no step could use. */
const missedAt = (state: State, { from, to }: Span): readonly string[] =>
  state.notes
    .filter(({ at }) => at >= from && at < to)
    .flatMap((note) => {
      const open = state.path.findLast(({ at }) => at <= note.at)
      return open ? [placeName(open)] : []
    })

function stale(talks: readonly TalkState[], span: Span): Figures['stale'] {
  const steps = new Map<string, { left: number; missed: number }>()
  const at = (step: string): { left: number; missed: number } => {
    const known = steps.get(step) ?? { left: 0, missed: 0 }
    steps.set(step, known)
    return known
  }
  for (const talk of talks) {
    const state = stateShape.safeParse(JSON.parse(talk.state))
    if (!state.success) continue
    const left = leftAt(state.data)
    if (left !== undefined) at(left).left += 1
    for (const step of missedAt(state.data, span)) at(step).missed += 1
  }
  return [...steps]
    .map(([step, counts]) => ({ step, ...counts }))
    .toSorted((a, b) => b.left + b.missed - a.left - a.missed || (a.step < b.step ? -1 : 1))
    .slice(0, LISTED)
}

async function ratings(r: Readers, span: Span): Promise<Figures['ratings']> {
  const stars: number[] = []
  for (const subject of await r.statistics.audited('ticket.rated', span)) {
    const ticket = await r.tickets.byId(Number(subject.split(':')[1]))
    if (ticket?.rating != null) stars.push(ticket.rating)
  }
  const sum = stars.reduce((all, one) => all + one, 0)
  return { count: stars.length, average: stars.length === 0 ? null : Math.round((sum / stars.length) * 100) / 100 }
}

const isOverdue = ({ firstDueAt, nextDueAt, resolveDueAt, pausedAt }: TicketClocks, now: Instant): boolean =>
  [firstDueAt, nextDueAt, pausedAt === null ? resolveDueAt : null].some((due) => due !== null && due < now)

async function standing(r: Readers, now: Instant): Promise<Figures['now']> {
  let overdue = 0
  for (const state of ['queue', 'human', 'waiting-user'] as const) {
    overdue += (await r.statistics.clocks(state)).filter((clocks) => isOverdue(clocks, now)).length
  }
  return { overdue, dead: await r.figures.outboxDead(), suspense: await r.figures.suspense() }
}

/** Everything as the records show it at the time of asking; `now` is of that time, not of the span. */
export async function figuresOf(r: Readers, context: Context, span: Span): Promise<Figures> {
  const platforms = new Map((await r.statistics.written(span)).map((row) => [row.conversationId, row.platform]))
  const opened = await r.statistics.opened(span)
  const closed = await r.statistics.closed(span)
  const topicOf = ({ topic, platform }: { topic: string; platform: string }): string => `${topic} ${platform}`
  const [openedBy, closedBy] = [counted(opened, topicOf), counted(closed, topicOf)]
  const topics = [...new Set([...Object.keys(openedBy), ...Object.keys(closedBy)])]
  const handOffs = counted(opened, ({ origin, reason }) => `${origin} ${reason}`)
  return {
    version: 1,
    from: new Date(span.from).toISOString(),
    to: new Date(span.to).toISOString(),
    talks: { all: platforms.size, byPlatform: counted([...platforms.values()], (platform) => platform) },
    tickets: {
      opened: opened.length,
      closed: closed.length,
      reopened: (await r.statistics.audited('ticket.reopen', span)).length,
      byTopic: topics
        .map((name) => {
          const [topic = '', platform = ''] = name.split(' ')
          return { topic, platform, opened: openedBy[name] ?? 0, closed: closedBy[name] ?? 0 }
        })
        .toSorted((a, b) => b.opened - a.opened || b.closed - a.closed || (a.topic < b.topic ? -1 : 1)),
      closedBy: counted(closed, (ticket) => ticket.closedBy ?? '-'),
    },
    firstReply: firstReply(opened, context),
    bot: await bot(r, span),
    handOffs: Object.entries(handOffs)
      .map(([name, tickets]) => {
        const [step = '', reason = ''] = name.split(' ')
        return { step, reason, tickets }
      })
      .toSorted((a, b) => b.tickets - a.tickets || (a.step < b.step ? -1 : 1))
      .slice(0, LISTED),
    stale: stale(await r.statistics.talks(span, MOST_STATES), span),
    ratings: await ratings(r, span),
    now: await standing(r, context.clock.now()),
  }
}
