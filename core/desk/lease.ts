// Work that one process does alone: it holds a lease, and whatever it writes is kept only while the lease is still its own.
import type { Lease } from '../domain/lease.ts'
import { type Instant, plus, SECOND } from '../kit/clock.ts'
import type { Writers } from '../store/nouns.ts'
import type { Context } from './context.ts'

/** A holder that died is replaced after this long. Longer than a round that waits for slow providers. */
export const LEASE_MS = 30 * SECOND

/** Somebody else took over while we were away: what was about to be written must not be. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

export type Leased = {
  /** True while the work is ours; makes it ours where nobody has it, or its holder has been silent for too long. */
  take(): Promise<boolean>
  /** The same context, whose every write fails with LeaseLost, and is undone, once the lease is somebody else's. */
  readonly context: Context
  /** Gives it up, so that nobody waits for us. */
  release(): Promise<void>
}

/** One for each process and work. */
export function leaseOn(context: Context, name: string, lastsMs = LEASE_MS): Leased {
  const { store, clock, ids } = context
  const holder = ids.base32(12)
  let fence: number | undefined

  const isOurs = (row: Lease | undefined): boolean => row?.holder === holder && row.fence === fence

  async function renew(w: Writers, row: Lease, now: Instant): Promise<void> {
    // Each write would else be a row more; half of the time is soon enough.
    if (row.until < plus(now, lastsMs / 2)) await w.leases.save({ ...row, until: plus(now, lastsMs) })
  }

  async function takeIn(w: Writers): Promise<number | undefined> {
    const now = clock.now()
    const row = await w.leases.byName(name)
    if (row && isOurs(row)) {
      await renew(w, row, now)
      return row.fence
    }
    if (row && row.until > now) return undefined
    const next = { name, holder, fence: (row?.fence ?? 0) + 1, until: plus(now, lastsMs) }
    await (row ? w.leases.save(next) : w.leases.insert(next))
    return next.fence
  }

  async function take(): Promise<boolean> {
    const row = await store.read((r) => r.leases.byName(name))
    const now = clock.now()
    // Nothing to write where nothing changes: this is asked every second.
    if (row && isOurs(row) && row.until >= plus(now, lastsMs / 2)) return true
    if (row && !isOurs(row) && row.until > now) return false
    fence = await store.write(takeIn)
    return fence !== undefined
  }

  const write: typeof store.write = (work) =>
    store.write(async (w) => {
      const row = await w.leases.byName(name)
      if (!row || !isOurs(row)) throw new LeaseLost('the lease is somebody else’s by now')
      await renew(w, row, clock.now())
      return work(w)
    })

  return {
    take,
    context: { ...context, store: { ...store, write } },
    release: () =>
      store.write(async (w) => {
        const row = await w.leases.byName(name)
        if (row && isOurs(row)) await w.leases.save({ ...row, until: clock.now() })
      }),
  }
}
