// The reconciler of a running bot: one process at a time, each provider at its pace, and everything that follows from money learned.
import { type ChannelName, channelNames } from '../../domain/channel.ts'
import { type Instant, plus } from '../../kit/clock.ts'
import { LeaseLost, leaseOn } from '../lease.ts'
import { sendPaybacks } from '../refund/payback.ts'
import { type WatchOptions, watchNotices } from './notice-watch.ts'
import { ProviderPace } from './provider-pace.ts'
import { apart, reconcileOrder, STUCK_MS } from './reconcile.ts'
import { resumeOrder } from './settle-payment.ts'
import { tellPayments } from './tell-payment.ts'

/** Questions to one provider at the same time. */
const AT_ONCE = 4
/** Orders of one provider in a round: the others, and what follows, have their turn in between. */
const A_ROUND = 24

export type Round = {
  /** Another process has the lease: nothing was done here. */
  readonly held: boolean
  /** Orders asked about, fulfilments taken up, people told, refunds sent. */
  readonly did: number
}

export type Reconciler = {
  /** Throws an AggregateError at the end where single pieces failed: the others were done all the same. */
  round(): Promise<Round>
  /** Leaves the lease to whoever waits for it. */
  end(): Promise<void>
}

export function makeReconciler(options: WatchOptions, pace = new ProviderPace(options.context)): Reconciler {
  const lease = leaseOn(options.context, 'reconciler')
  const leased = lease.context
  const { store, clock } = leased

  async function takeUp(now: Instant, faults: unknown[]): Promise<number> {
    const stuck = await store.read((r) => r.orders.stuck(plus(now, -STUCK_MS), A_ROUND))
    for (const { id } of stuck) await apart(faults, () => store.write((w) => resumeOrder(w, leased, id)))
    return stuck.length
  }

  /** Asks one provider about its orders, in the order in which they fell due; how many. */
  async function askAll(channel: ChannelName, now: Instant, faults: unknown[]): Promise<number> {
    const due = await store.read((r) => r.orders.dueAt(channel, now, A_ROUND))
    const waiting = [...new Set(due.map(({ orderId }) => orderId))]
    let asked = 0
    const ask = async (): Promise<void> => {
      for (;;) {
        const [orderId] = waiting
        if (orderId === undefined || !pace.take(channel)) return
        waiting.shift()
        asked += 1
        const answer = await reconcileOrder(leased, orderId, now, faults)
        if (answer) pace.heard(channel, answer.kind !== 'unknown')
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, () => apart(faults, ask)))
    return asked
  }

  return {
    round: async () => {
      if (!(await lease.take())) return { held: true, did: 0 }
      const now = clock.now()
      const faults: unknown[] = []
      let did = await takeUp(now, faults)
      const asked = await Promise.all(channelNames.map((name) => askAll(name, now, faults)))
      did += asked.reduce((sum, count) => sum + count, 0)
      did += await tellPayments(options, leased, faults)
      did += (await apart(faults, () => sendPaybacks(options, leased, pace, faults))) ?? 0
      did += (await apart(faults, () => watchNotices(options, leased))) ?? 0
      // Whoever took over does all of this: nothing is lost by our standing back.
      const real = faults.filter((fault) => !(fault instanceof LeaseLost))
      if (real.length > 0) throw new AggregateError(real, 'the reconciler failed for some pieces')
      return { held: faults.length > 0, did }
    },
    end: () => lease.release(),
  }
}
