// What works on money by itself: who may work, what a user is still to be told, money on its way back, providers' statements.
import { type Kysely, sql } from 'kysely'
import type { DialectWords } from '../dialect.ts'

const statements = ({ integer, serial, strict, keyed }: DialectWords): readonly string[] => [
  `create table lease (
    name text primary key, holder text not null, fence ${integer} not null check (fence > 0), until ${integer} not null) ${keyed}`,
  // A payment that nobody has been told of: its user by a message, people by a ticket.
  `create table untold (payment_id text primary key references payment (id), at ${integer} not null) ${keyed}`,
  'create index identity_of_account on identity (account_id, linked_at)',
  'create index payment_of_channel on payment (channel, learned_at)',
  'create index notice_of_payment on notice (payment_id) where payment_id is not null',
  `create table payback (
    id text primary key, number text not null unique, cause text not null check (cause in ('refund', 'suspense')),
    cause_id text not null, payment_id text not null references payment (id), channel text not null,
    amount ${integer} not null check (amount > 0),
    state text not null check (state in ('planned', 'asking', 'waiting', 'by-hand', 'refused', 'returned')),
    tries ${integer} not null, next_at ${integer}, unclear_since ${integer}, due_to ${integer}, refusal text,
    alerted ${integer} not null check (alerted in (0, 1)), made_at ${integer} not null, ended_at ${integer},
    unique (cause, cause_id), check ((state = 'returned') = (ended_at is not null))) ${strict}`,
  'create index payback_next on payback (next_at) where next_at is not null',
  `create index payback_overdue on payback (due_to) where ended_at is null and due_to is not null and alerted = 0`,
  `create table statement (
    id text primary key, channel text not null, day text not null, hash text not null, lines ${integer} not null,
    imported_at ${integer} not null, unique (channel, hash)) ${strict}`,
  'create index statement_of_day on statement (channel, day)',
  `create table statement_line (
    id ${serial}, statement_id text not null references statement (id), channel text not null, day text not null,
    kind text not null check (kind in ('payment', 'refund')), key_hash text not null, txn_sealed text, order_number text not null,
    amount ${integer} not null check (amount > 0), fee ${integer} not null, paid_at ${integer}, outcome text,
    unique (channel, kind, key_hash)) ${strict}`,
  'create index statement_line_of_day on statement_line (channel, day, id)',
]

export const up = async (db: Kysely<never>, words: DialectWords): Promise<void> => {
  for (const statement of statements(words)) await sql.raw(statement).execute(db)
}
