// Indexes for what the desk reads back: what was said in one talk, what happened to one ticket, what closed or was decided when.
import { type Kysely, sql } from 'kysely'

const statements: readonly string[] = [
  'create index outbox_of_conversation on outbox (conversation_id, id) where conversation_id is not null',
  'create index ticket_closed on ticket (closed_at) where closed_at is not null',
  'create index audit_of_subject on audit (subject, id)',
  'create index audit_of_action on audit (action, at)',
]

export const up = async (db: Kysely<never>): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
