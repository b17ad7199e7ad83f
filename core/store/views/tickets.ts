// Tickets by their public parts: state, matter and times. Nothing that a person wrote.
import { sql } from 'kysely'
import type { TicketState } from '../../domain/desk.ts'
import type { Instant } from '../../kit/clock.ts'
import type { Connection } from '../connection.ts'
import { ownedBy } from './sight.ts'
import { view } from './view.ts'

export type TicketView = {
  readonly state: TicketState
  /** The flow that led to it: a name of ours, checked against the flows before it is shown. */
  readonly topic: string
  readonly openedAt: Instant
  readonly claimedAt: Instant | null
  readonly firstReplyAt: Instant | null
  readonly closedAt: Instant | null
  readonly nextReviewAt: Instant
}

const shown = sql`state, topic, opened_at as openedAt, claimed_at as claimedAt, first_reply_at as firstReplyAt,
  closed_at as closedAt, next_review_at as nextReviewAt`
const own = view<{ id: number; accountId: string }, TicketView>(
  'ticket.own',
  (p) => sql`select ${shown} from ticket where id = ${p.id} and ${ownedBy(p)}`,
)
const any = view<{ id: number }, TicketView>('ticket.any', (p) => sql`select ${shown} from ticket where id = ${p.id}`)

export const ticketViews = (c: Connection) => ({
  own: async (id: number, accountId: string) => (await own(c, { id, accountId }))[0],
  /** For a support desk. */
  any: async (id: number) => (await any(c, { id }))[0],
})
