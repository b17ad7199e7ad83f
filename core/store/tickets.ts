// Tickets, their lines with what those said before an edit, and the redacted pictures that belong to them.
import type { AttachmentRow, LineVersion, TicketLineRow, TicketRow, TicketState } from '../domain/desk.ts'
import type { Instant } from '../kit/clock.ts'
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
  persona: 'plain',
  priority: 'plain',
  card: 'plain',
  reason: 'plain',
  origin: 'plain',
  moneyOpen: 'flag',
  openedAt: 'plain',
  nextReviewAt: 'plain',
  claimedAt: 'plain',
  firstReplyAt: 'plain',
  closedAt: 'plain',
  closedBy: 'plain',
  firstDueAt: 'plain',
  nextDueAt: 'plain',
  resolveDueAt: 'plain',
  pausedAt: 'plain',
  reminders: 'plain',
  warnAt: 'plain',
  closeAt: 'plain',
  hold: 'flag',
  wakeAt: 'plain',
  reopened: 'plain',
  follows: 'plain',
  mergedInto: 'plain',
  rating: 'plain',
  ratingAskedAt: 'plain',
  version: 'plain',
})
const addTicket = ticket.adder()
const saveTicket = ticket.saver()
const byId = ticket.one('byId', (q, p: { id: number }) => q.where('id', '=', p.id))
const byState = ticket.many('byState', (q, p: { state: TicketState; limit: number }) =>
  q.where('state', '=', p.state).orderBy('id').limit(p.limit),
)
const ofConversation = ticket.many('ofConversation', (q, p: { conversationId: string; limit: number }) =>
  q.where('conversation_id', '=', p.conversationId).orderBy('id', 'desc').limit(p.limit),
)
const mergedInto = ticket.many('mergedInto', (q, p: { id: number; limit: number }) =>
  q.where('merged_into', '=', p.id).orderBy('id').limit(p.limit),
)
const awake = ticket.many('awake', (q, p: { now: Instant; limit: number }) =>
  q.where('wake_at', '<=', p.now).orderBy('wake_at').limit(p.limit),
)
const opened = ticket.many('opened', (q, p: { from: Instant; to: Instant }) =>
  q.where('opened_at', '>=', p.from).where('opened_at', '<', p.to).orderBy('opened_at'),
)

const line = table<TicketLineRow>('ticket_line', {
  id: 'plain',
  ticketId: 'plain',
  inboxId: 'plain',
  author: 'plain',
  staff: 'plain',
  persona: 'plain',
  text: 'plain',
  answers: 'plain',
  held: 'flag',
  removed: 'flag',
  at: 'plain',
})
const addLine = line.adder()
const saveLine = line.saver('ticketId', 'author', 'at')
const lineById = line.one('byId', (q, p: { id: number }) => q.where('id', '=', p.id))
const lineOfInbox = line.one('ofInbox', (q, p: { inboxId: string }) => q.where('inbox_id', '=', p.inboxId))
const lines = line.many('ofTicket', (q, p: { ticketId: number; after: number }) =>
  q.where('ticket_id', '=', p.ticketId).where('id', '>', p.after).orderBy('id'),
)
const lastLines = line.many('lastOfTicket', (q, p: { ticketId: number; limit: number }) =>
  q.where('ticket_id', '=', p.ticketId).orderBy('id', 'desc').limit(p.limit),
)

const version = table<LineVersion>('line_version', { id: 'plain', lineId: 'plain', text: 'plain', at: 'plain' })
const addVersion = version.adder()
const versions = version.many('ofLine', (q, p: { lineId: number }) => q.where('line_id', '=', p.lineId).orderBy('id'))

const attachment = table<AttachmentRow>('attachment', {
  id: 'plain',
  lineId: 'plain',
  inboxId: 'plain',
  bytes: 'plain',
  width: 'plain',
  height: 'plain',
  covered: 'plain',
  at: 'plain',
  expiresAt: 'plain',
})
const insertAttachment = attachment.inserter()
const attachmentById = attachment.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const attachmentsOfLine = attachment.many('ofLine', (q, p: { lineId: number }) =>
  q.where('line_id', '=', p.lineId).orderBy('id'),
)
const attachmentsOfInbox = attachment.many('ofInbox', (q, p: { inboxId: string }) =>
  q.where('inbox_id', '=', p.inboxId).orderBy('id'),
)
const placeAttachments = query<{ inboxId: string; lineId: number }>('attachment.place', (db, p) =>
  db.updateTable('attachment').set({ line_id: p.lineId }).where('inbox_id', '=', p.inboxId),
)
const purge = query<{ now: Instant }>('attachment.purge', (db, p) =>
  db.deleteFrom('attachment').where('expires_at', '<=', p.now).returning('id'),
)

export const ticketReader = (c: Connection) => ({
  byId: (id: number) => byId(c, { id }),
  /** Oldest first. */
  byState: (state: TicketState, limit: number) => byState(c, { state, limit }),
  /** Newest first. */
  ofConversation: (conversationId: string, limit: number) => ofConversation(c, { conversationId, limit }),
  /** Of one incident: those that go on as this one, at most 500. */
  mergedInto: (id: number) => mergedInto(c, { id, limit: 500 }),
  /** What the sweep has to look at by now. */
  awake: (now: Instant, limit: number) => awake(c, { now, limit }),
  /** Opened in [from, to). */
  opened: (from: Instant, to: Instant) => opened(c, { from, to }),
  line: (id: number) => lineById(c, { id }),
  lineOfInbox: (inboxId: string) => lineOfInbox(c, { inboxId }),
  /** Lines behind the one with the id `after`. */
  lines: (ticketId: number, after = 0) => lines(c, { ticketId, after }),
  /** The last lines, newest first. */
  lastLines: (ticketId: number, limit: number) => lastLines(c, { ticketId, limit }),
  versions: (lineId: number) => versions(c, { lineId }),
  attachment: (id: string) => attachmentById(c, { id }),
  attachmentsOfLine: (lineId: number) => attachmentsOfLine(c, { lineId }),
  attachmentsOfInbox: (inboxId: string) => attachmentsOfInbox(c, { inboxId }),
})

export const ticketWriter = (c: Connection) => ({
  ...ticketReader(c),
  /** Gives the ticket's number. */
  add: (row: Omit<TicketRow, 'id'>): Promise<number> => addTicket(c, row),
  save: async (row: TicketRow) => void (await saveTicket(c, { ...row, version: row.version + 1 })),
  /** Gives the line's number. */
  addLine: (row: Omit<TicketLineRow, 'id'>): Promise<number> => addLine(c, row),
  saveLine: async (row: TicketLineRow) => void (await saveLine(c, row)),
  addVersion: async (row: Omit<LineVersion, 'id'>) => void (await addVersion(c, row)),
  attach: (row: AttachmentRow) => insertAttachment(c, row),
  /** The pictures of a message belong to this line from now on. */
  placeAttachments: async (inboxId: string, lineId: number) => void (await placeAttachments(c, { inboxId, lineId })),
  /** Removes pictures whose time is over; how many. */
  purgeAttachments: async (now: Instant): Promise<number> => (await purge(c, { now })).length,
})
