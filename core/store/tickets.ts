// Tickets and their lines: what a person takes over, and what was said since.
import type { TicketLineRow, TicketRow, TicketState } from '../domain/desk.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

const ticket = table<TicketRow>('ticket', {
  id: 'plain',
  conversationId: 'plain',
  accountId: 'plain',
  lang: 'plain',
  topic: 'plain',
  state: 'plain',
  owner: 'plain',
  card: 'plain',
  moneyOpen: 'flag',
  openedAt: 'plain',
  nextReviewAt: 'plain',
  claimedAt: 'plain',
  firstReplyAt: 'plain',
  closedAt: 'plain',
  version: 'plain',
})
const saveTicket = ticket.saver()
const line = table<TicketLineRow>('ticket_line', {
  id: 'plain',
  ticketId: 'plain',
  inboxId: 'plain',
  author: 'plain',
  persona: 'plain',
  text: 'plain',
  at: 'plain',
})

type NewTicket = Omit<TicketRow, 'id' | 'state' | 'owner' | 'claimedAt' | 'firstReplyAt' | 'closedAt' | 'version'>
const insertTicket = query<NewTicket>('ticket.insert', (db, p) =>
  db
    .insertInto('ticket')
    .values({
      conversation_id: p.conversationId,
      account_id: p.accountId,
      lang: p.lang,
      topic: p.topic,
      state: 'queue',
      card: p.card,
      money_open: p.moneyOpen as unknown as number,
      opened_at: p.openedAt,
      next_review_at: p.nextReviewAt,
      version: 1,
    } as never)
    .returning('id'),
)
const insertLine = query<Omit<TicketLineRow, 'id'>>('ticket_line.insert', (db, p) =>
  db.insertInto('ticket_line').values({
    ticket_id: p.ticketId,
    inbox_id: p.inboxId,
    author: p.author,
    persona: p.persona,
    text: p.text,
    at: p.at,
  } as never),
)
const byId = ticket.one('byId', (q, p: { id: number }) => q.where('id', '=', p.id))
const byState = ticket.many('byState', (q, p: { state: TicketState; limit: number }) =>
  q.where('state', '=', p.state).orderBy('id').limit(p.limit),
)
const lines = line.many('ofTicket', (q, p: { ticketId: number; after: number }) =>
  q.where('ticket_id', '=', p.ticketId).where('id', '>', p.after).orderBy('id'),
)

export const ticketReader = (c: Connection) => ({
  byId: (id: number) => byId(c, { id }),
  /** Oldest first. */
  byState: (state: TicketState, limit: number) => byState(c, { state, limit }),
  /** Lines behind the one with the id `after`. */
  lines: (ticketId: number, after = 0) => lines(c, { ticketId, after }),
})

export const ticketWriter = (c: Connection) => ({
  ...ticketReader(c),
  insert: async (row: NewTicket): Promise<number> => (await insertTicket(c, row))[0]?.id as number,
  save: async (row: TicketRow) => void (await saveTicket(c, { ...row, version: row.version + 1 })),
  addLine: async (row: Omit<TicketLineRow, 'id'>) => void (await insertLine(c, row)),
})
