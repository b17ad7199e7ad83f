// The desk's clock: everything that falls due without anybody writing or pressing. One pass; a kill at any statement does nothing twice.
import { type Instant, instantOf, plus, SECOND } from '../../kit/clock.ts'
import type { Log } from '../../redaction/log.ts'
import { say } from '../../redaction/redacted.ts'
import type { ChatOptions } from '../chat/chat.ts'
import { nextDigestAt } from '../digest/day.ts'
import { sendDigest } from '../digest/send.ts'
import { nextTidyAt, tidy } from './retention.ts'
import { nextNudgeAt, sweepTalks } from './talks.ts'
import { type Alert, sweepTicket } from './ticket.ts'

export type SweepOptions = ChatOptions & {
  /** Where the operator hears of what waited too long, and of faults. */
  readonly log?: Log
}

export type Swept = {
  /** Things said, closed, nudged, sent and forgotten. */
  readonly did: number
  /** When there is next something to do, as far as is known now; what comes in meanwhile may be due earlier. */
  readonly nextAt: Instant | undefined
  /** What failed; everything else was done all the same, and this is tried again. */
  readonly faults: readonly unknown[]
}

const AT_ONCE = 100
/** Tickets a pass: what is beyond it is due at once, and others get their turn in between. */
const MOST = 1_000
/** What fails is not tried again sooner. */
const FAULT_PAUSE_MS = 30 * SECOND

const clockNames = { first: say`first`, next: say`next`, resolve: say`resolve` } as const

class Pass {
  readonly #options: SweepOptions
  did = 0
  more = false
  readonly faults: unknown[] = []

  constructor(options: SweepOptions) {
    this.#options = options
  }

  /** One thing that fails keeps nothing else from being done. */
  async apart<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (fault) {
      this.fault(fault)
      return undefined
    }
  }

  fault(fault: unknown): void {
    this.faults.push(fault)
    this.#options.log?.error('a part of the sweep failed', { error: fault instanceof Error ? fault : null })
  }

  #alert({ ticketId, clock }: Alert): void {
    this.#options.log?.error('a ticket has waited too long', { ticket: ticketId, clock: clockNames[clock] })
  }

  async tickets(): Promise<void> {
    const { store, clock } = this.#options.context
    const seen = new Set<number>()
    while (seen.size < MOST) {
      const due = await store.read((r) => r.tickets.awake(clock.now(), AT_ONCE + this.faults.length))
      const fresh = due.filter(({ id }) => !seen.has(id))
      if (fresh.length === 0) return
      for (const { id } of fresh) {
        seen.add(id)
        const swept = await this.apart(() => store.write((w) => sweepTicket(w, this.#options, id)))
        this.did += swept?.did ?? 0
        for (const alert of swept?.alerts ?? []) this.#alert(alert)
      }
    }
    this.more = true
  }

  async talks(): Promise<void> {
    const { did, more, faults } = await sweepTalks(this.#options)
    this.did += did
    this.more ||= more
    for (const fault of faults) this.fault(fault)
  }

  async tidy(): Promise<void> {
    const { did, more } = await tidy(this.#options.context)
    this.did += did
    this.more ||= more
  }

  async digest(): Promise<void> {
    this.did += await sendDigest(this.#options)
  }

  async nextAt(): Promise<Instant> {
    const { context } = this.#options
    const now = context.clock.now()
    const times = [
      await context.store.read((r) => r.statistics.firstWakeAt()),
      await nextNudgeAt(this.#options),
      await nextTidyAt(context),
      nextDigestAt(now, context.policy),
    ].filter((at) => at !== undefined)
    const earliest = this.more ? now : instantOf(Math.min(...times))
    const notBefore = this.faults.length > 0 ? plus(now, FAULT_PAUSE_MS) : now
    return instantOf(Math.max(earliest, notBefore))
  }
}

/**
 * One pass over tickets, talks, what is over its time, and the digest. Each ticket and each talk has a transaction of
 * its own: what is said is kept with the mark that it was said. A caller sleeps until `nextAt`, a minute at most.
 */
export async function sweep(options: SweepOptions): Promise<Swept> {
  const pass = new Pass(options)
  for (const part of [pass.tickets, pass.talks, pass.tidy, pass.digest]) await pass.apart(() => part.call(pass))
  return { did: pass.did, nextAt: await pass.nextAt(), faults: pass.faults }
}
