// The figures as Prometheus reads them: names, units and closed sets of labels, never an id.
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Sample } from '../../core/desk/metrics.ts'
import { type Instant, MINUTE, SECOND } from '../../core/kit/clock.ts'
import type { Route } from './route.ts'

/** Tells where on the scale people feel a wait: minutes, the working day, days. */
const REPLY_BUCKETS_S = [60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 259_200]

const gauges = {
  ticketQueueOldest: ['ticket_queue_oldest_seconds', 'How long the oldest ticket waits for somebody to take it.'],
  outboxDead: ['outbox_dead', 'Messages that a platform refused for good.'],
  outboxOldest: ['outbox_oldest_seconds', 'How long the oldest message waits to be sent.'],
  inboxOpen: ['inbox_open', 'Messages received and not worked on yet.'],
  inboxOldest: ['inbox_oldest_seconds', 'How long the oldest of them waits.'],
  ordersProcessing: ['orders_processing', 'Orders whose payment is known and not credited yet.'],
  suspense: ['payments_in_suspense', 'Payments that wait for a person to say where they belong.'],
  reconciled: ['reconciler_last_success_timestamp_seconds', 'When the reconciler last ended well; 0: not yet.'],
} as const
type GaugeName = keyof typeof gauges

const valuesOf = (sample: Sample, reconciledAt: Instant | undefined): Readonly<Record<GaugeName, number>> => ({
  ticketQueueOldest: sample.queueOldestMs / SECOND,
  outboxDead: sample.outboxDead,
  outboxOldest: sample.outboxOldestMs / SECOND,
  inboxOpen: sample.inboxOpen,
  inboxOldest: sample.inboxOldestMs / SECOND,
  ordersProcessing: sample.ordersProcessing,
  suspense: sample.suspense,
  reconciled: (reconciledAt ?? 0) / SECOND,
})

const counters = {
  orders: ['order_states_entered_total', 'Orders that came into a state since the start.', ['state']],
  verdicts: ['diagnoses_total', 'Findings given since the start.', ['about', 'finding']],
  notices: ['notices_total', 'Payment notices since the start.', ['channel', 'state']],
} as const

export type MetricsSource = {
  readonly sample: () => Promise<Sample>
  readonly reconciledAt: () => Instant | undefined
}

/** `GET /metrics`: one reading a request; requests at the same time share it. */
export function metricsRoute({ sample, reconciledAt }: MetricsSource): Route {
  const registry = new Registry()
  const registers = [registry]
  const named = (name: string): string => `daozhang_${name}`
  const plain = Object.fromEntries(
    Object.entries(gauges).map(([key, [name, help]]) => [key, new Gauge({ name: named(name), help, registers })]),
  ) as Record<GaugeName, Gauge>
  const tickets = new Gauge({ name: named('tickets'), help: 'Tickets by state.', labelNames: ['state'], registers })
  const outbox = new Gauge({
    name: named('outbox'),
    help: 'Messages that are not sent yet, by platform and state.',
    labelNames: ['platform', 'state'],
    registers,
  })
  const happened = Object.fromEntries(
    Object.entries(counters).map(([key, [name, help, labelNames]]) => [
      key,
      new Counter({ name: named(name), help, labelNames: [...labelNames], registers }),
    ]),
  ) as Record<keyof typeof counters, Counter>
  const replies = new Histogram({
    name: named('ticket_first_reply_seconds'),
    help: 'From the opening of a ticket to the first reply of a person.',
    buckets: REPLY_BUCKETS_S,
    registers,
  })
  const memory = new Gauge({ name: 'process_resident_memory_bytes', help: 'Resident memory.', registers })
  const uptime = new Gauge({ name: named('uptime_seconds'), help: 'Since the process started.', registers })

  function take(now: Sample): void {
    for (const [key, value] of Object.entries(valuesOf(now, reconciledAt()))) plain[key as GaugeName].set(value)
    for (const [state, count] of Object.entries(now.tickets)) tickets.set({ state }, count)
    for (const { platform, state, count } of now.outbox) outbox.set({ platform, state }, count)
    for (const [key, [, , labelNames]] of Object.entries(counters)) {
      for (const { words, count } of now.happened[key as keyof typeof counters]) {
        const labels = Object.fromEntries(labelNames.map((label, index) => [label, words[index] ?? '']))
        happened[key as keyof typeof counters].inc(labels, count)
      }
    }
    for (const waitMs of now.firstReplyMs) replies.observe(waitMs / SECOND)
    memory.set(process.memoryUsage.rss())
    uptime.set(process.uptime())
  }

  // Two readings at once would both count from the same mark.
  let reading: Promise<string> | undefined
  const read = (): Promise<string> => {
    reading ??= (async () => {
      take(await sample())
      return registry.metrics()
    })().finally(() => {
      reading = undefined
    })
    return reading
  }
  return {
    method: 'GET',
    path: '/metrics',
    maxBytes: 1_024,
    maxMs: MINUTE / 6,
    handle: async () => ({ status: 200, headers: { 'content-type': registry.contentType }, body: await read() }),
  }
}
