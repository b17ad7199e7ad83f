// The decided rules in numbers, read from the papers a second time and not from the core: a slip there must not be a slip here.
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const rules = {
  unitsPerFen: 5_000,
  /** An order is open for less than this after it was made. */
  openMs: 15 * MINUTE,
  /** Late money is credited up to and including this long after the order was made. */
  lateMs: 7 * DAY,
  leastFen: 10_00,
  mostFen: 10_000_00,
  openOrders: 5,
  ordersAnHour: 20,
  hourMs: HOUR,
  /** A wish remembers for so long what it met. */
  wishMs: 2 * DAY,
  /** Three asks of a provider that has a millisecond here: then nobody waits for its code any more. */
  codeMs: 3,
  /** Like orders of other methods that one wish closes at most. */
  rivals: 5,
  /** When we ask about an order by ourselves: after it was made, then from its timeout on. */
  askAfterMs: [5_000, 15_000, 30_000, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE],
  askAfterTimeoutMs: [0, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 25 * HOUR],
  askAgainMs: 5 * MINUTE,
  stuckMs: MINUTE,
  missesToLock: 5,
  missWindowMs: 10 * MINUTE,
  lockMs: 10 * MINUTE,
  refundMs: 30 * DAY,
  twinMs: 30 * MINUTE,
  recentMs: 7 * DAY,
  planMs: 30 * DAY,
} as const
