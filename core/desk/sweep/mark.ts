// How far the sweep has come through rows in the order of a time: the mark outlives a restart, a page ends where a time ends.
import { type Instant, instantOf } from '../../kit/clock.ts'
import type { Readers, Writers } from '../../store/nouns.ts'

type Mark = 'sweep.talks' | 'sweep.tidied' | 'sweep.tickets' | 'sweep.states'

export async function markOf(r: Readers, name: Mark): Promise<Instant> {
  return instantOf(Number((await r.threads.fact(name)) ?? 0))
}

export const setMark = (w: Writers, name: Mark, at: Instant): Promise<void> => w.threads.putFact(name, String(at))

export type Page<T> = { readonly rows: readonly T[]; readonly mark: Instant; readonly more: boolean }

/**
 * About `limit` rows behind `after`. Several rows may share a time, and the next page begins behind a time: the rows of
 * the last one are left for it whole.
 */
export async function pageBehind<T>(
  after: Instant,
  limit: number,
  read: (limit: number) => Promise<readonly T[]>,
  timeOf: (row: T) => Instant,
): Promise<Page<T>> {
  for (let most = limit; ; most *= 2) {
    const rows = await read(most)
    const last = rows.at(-1)
    if (!last) return { rows, mark: after, more: false }
    if (rows.length < most) return { rows, mark: timeOf(last), more: false }
    const whole = rows.filter((row) => timeOf(row) < timeOf(last))
    const end = whole.at(-1)
    if (end) return { rows: whole, mark: timeOf(end), more: true }
  }
}
