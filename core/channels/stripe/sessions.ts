// Which Checkout session belongs to an order: Stripe finds a session by its own id only, so it is kept, or looked for among those of the day.
import type Stripe from 'stripe'
import { DAY, HOUR, type Instant, parseInstant, SECOND } from '../../kit/clock.ts'
import { clearly } from './client.ts'

/** A day of more sessions than this is not read to its end: the answer is "unknown" then. */
const PAGES = 10
const PAGE = 100
/** Orders whose session is kept in memory; the oldest is forgotten first. */
const KEPT = 5_000

/** The day on which an order was made, from its number (DZ, date, chance). */
export function dayOf(number: string): { readonly from: Instant; readonly to: Instant } | undefined {
  const [, year, month, day] = /^DZ(\d{4})(\d\d)(\d\d)/i.exec(number) ?? []
  const from = parseInstant(`${year}-${month}-${day}T00:00:00+08:00`)
  // An order may be shown again shortly after midnight.
  return from === undefined ? undefined : { from, to: (from + DAY + HOUR) as Instant }
}

export class Sessions {
  readonly #ids = new Map<string, string>()

  keep(number: string, id: string): void {
    this.#ids.delete(number)
    this.#ids.set(number, id)
    const [oldest] = this.#ids.keys()
    if (this.#ids.size > KEPT && oldest !== undefined) this.#ids.delete(oldest)
  }

  /** `missing`: Stripe has none, read to the end. Undefined: it could not be read. */
  async idOf(client: Stripe, number: string): Promise<string | undefined> {
    const kept = this.#ids.get(number)
    if (kept !== undefined) return kept
    const day = dayOf(number)
    if (!day) return 'missing'
    const created = { gte: Math.floor(day.from / SECOND), lte: Math.ceil(day.to / SECOND) }
    let after: string | undefined
    for (let page = 0; page < PAGES; page++) {
      const more = after === undefined ? {} : { starting_after: after }
      const read = await clearly(() => client.checkout.sessions.list({ created, limit: PAGE, ...more }))
      if (!read || !('value' in read)) return undefined
      const { data, has_more } = read.value
      for (const { client_reference_id, id } of data) if (client_reference_id) this.keep(client_reference_id, id)
      const found = this.#ids.get(number)
      if (found !== undefined) return found
      if (!has_more) return 'missing'
      after = data.at(-1)?.id
    }
    return undefined
  }
}
