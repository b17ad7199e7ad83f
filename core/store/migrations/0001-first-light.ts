// The first tables. Written once, never edited: a later change is a migration of its own.
import { type Kysely, sql } from 'kysely'
import type { DialectWords } from '../dialect.ts'

const tables = ({ integer, serial, strict, keyed, exact }: DialectWords): readonly string[] => [
  `create table account (
    id text primary key, status text not null check (status in ('normal', 'suspended')),
    email_sealed text, email_hash text unique, nickname_sealed text, created_at ${integer} not null) ${strict}`,
  `create table identity (
    id text primary key, platform text not null, user_hash text not null, account_id text not null references account (id),
    linked_at ${integer} not null, unique (platform, user_hash)) ${strict}`,
  `create table link_code (
    hash text primary key, account_id text not null references account (id), expires_at ${integer} not null, used_at ${integer}) ${strict}`,
  `create table orders (
    id text primary key, number text not null unique check (number = upper(number)),
    account_id text not null references account (id), plan_id text,
    amount ${integer} not null check (amount > 0 and amount % 100 = 0), units_per_yuan ${integer} not null check (units_per_yuan > 0),
    channel text not null, state text not null check (state in ('pending', 'processing', 'completed', 'cancelled', 'refunded')),
    late ${integer} not null check (late in (0, 1)), disputed ${integer} not null check (disputed in (0, 1)), client_key text,
    created_at ${integer} not null, expires_at ${integer} not null check (expires_at > created_at),
    cancelled_at ${integer}, cancel_reason text check (cancel_reason in ('user', 'expired')),
    scanned_at ${integer}, declined_at ${integer}, decline_reason text, processing_at ${integer}, completed_at ${integer},
    refunded ${integer} not null check (refunded between 0 and amount), version ${integer} not null,
    unique (account_id, client_key),
    check ((state in ('completed', 'refunded')) = (completed_at is not null))) ${strict}`,
  'create index orders_of_account on orders (account_id, created_at, id)',
  `create index orders_processing on orders (processing_at) where state = 'processing'`,
  `create table order_refusal (
    id text primary key, number text not null unique, account_id text not null references account (id), code text not null,
    at ${integer} not null) ${strict}`,
  'create index order_refusal_of_account on order_refusal (account_id, at)',
  `create table order_event (
    id ${serial}, order_id text not null references orders (id), from_state text not null, to_state text not null,
    actor text not null, reason text not null, at ${integer} not null) ${strict}`,
  'create index order_event_of_order on order_event (order_id, id)',
  `create table due_query (
    order_id text not null references orders (id), at ${integer} not null, retry ${integer} not null check (retry in (0, 1)),
    primary key (order_id, at, retry)) ${keyed}`,
  'create index due_query_by_time on due_query (at, order_id, retry)',
  `create table payment (
    id text primary key, channel text not null, txn_hash text not null, txn_tail text not null, txn_sealed text not null,
    order_id text references orders (id), order_number text not null, amount ${integer} not null check (amount ${exact}),
    paid_at ${integer} not null, learned_at ${integer} not null, source text not null check (source in ('notice', 'query', 'statement')),
    disposition text not null check (disposition in ('received', 'credited', 'suspense', 'refunded', 'granted', 'returned')), suspense_reason text,
    unique (txn_hash, channel)) ${strict}`,
  'create index payment_of_order on payment (order_id, learned_at, id)',
  'create index payment_by_number on payment (order_number)',
  `create index payment_in_suspense on payment (learned_at) where disposition in ('suspense', 'received')`,
  // One order, one credited payment: a second one cannot be written, whatever the code believes.
  `create unique index payment_credited_once on payment (order_id) where disposition in ('received', 'credited')`,
  `create table notice (
    id text primary key, channel text not null, event_id text not null, body_sealed text, order_number text,
    payment_id text references payment (id), state text not null check (state in ('accepted', 'rejected')), reason text,
    received_at ${integer} not null, unique (channel, event_id)) ${strict}`,
  'create index notice_of_number on notice (order_number)',
  'create index notice_received on notice (channel, received_at)',
  `create table channel_health (
    channel text primary key, unreadable_since ${integer}, last_readable_at ${integer}, last_notice_at ${integer}) ${strict}`,
  `create table ledger_tx (
    id text primary key, idem_key text not null unique, payload_hash text not null, kind text not null,
    order_id text references orders (id), reverses text unique references ledger_tx (id), reason text, at ${integer} not null) ${strict}`,
  'create index ledger_tx_of_order on ledger_tx (order_id, at)',
  `create table ledger_transfer (
    id ${serial}, tx_id text not null references ledger_tx (id), asset text not null check (asset in ('CNY', 'CREDIT')),
    debit text not null, credit text not null check (credit <> debit), amount ${integer} not null check (amount > 0 and amount ${exact}),
    debit_after ${integer} not null, credit_after ${integer} not null) ${strict}`,
  'create index ledger_transfer_of_tx on ledger_transfer (tx_id)',
  // A statement of one account reads only its own rows.
  'create index ledger_transfer_debit on ledger_transfer (debit, asset, id)',
  'create index ledger_transfer_credit on ledger_transfer (credit, asset, id)',
  `create table balance (
    account text not null, asset text not null check (asset in ('CNY', 'CREDIT')), balance ${integer} not null check (balance ${exact}),
    primary key (account, asset),
    check (balance >= 0 or not (account like 'wallet:%' or account like 'hold:%'))) ${keyed}`,
  `create table lot (
    seq ${serial}, id text not null unique, account_id text not null references account (id),
    source text not null check (source in ('order', 'code', 'grant')), source_id text not null,
    granted ${integer} not null check (granted > 0), remaining ${integer} not null check (remaining between 0 and granted),
    at ${integer} not null, unique (source, source_id)) ${strict}`,
  'create index lot_open on lot (account_id, seq) where remaining > 0',
  `create table lot_use (
    id ${serial}, cause text not null, lot_id text not null references lot (id), units ${integer} not null check (units > 0),
    at ${integer} not null, unique (cause, lot_id)) ${strict}`,
  `create table entitlement (
    id text primary key, account_id text not null references account (id), plan_id text not null,
    order_id text unique references orders (id), starts_at ${integer} not null, ends_at ${integer} not null, revoked_at ${integer}) ${strict}`,
  'create index entitlement_of_account on entitlement (account_id, starts_at)',
  `create table redeem_code (
    id text primary key, lookup text not null unique, tail text not null, fingerprint text not null,
    units ${integer} not null check (units > 0 and units ${exact}),
    state text not null check (state in ('issued', 'redeemed', 'disabled')), issued_at ${integer} not null, expires_at ${integer},
    only_for text, redeemed_by text references account (id), redeemed_at ${integer}, disabled_at ${integer},
    check ((redeemed_by is null) = (redeemed_at is null))) ${strict}`,
  'create index redeem_code_of_account on redeem_code (redeemed_by, redeemed_at)',
  // Whoever guesses: an account, or a chat user who is not linked yet.
  `create table code_try (id ${serial}, account_id text not null, at ${integer} not null) ${strict}`,
  'create index code_try_of_account on code_try (account_id, at)',
  `create table code_lock (
    account_id text primary key, locked_at ${integer} not null, until ${integer} not null) ${strict}`,
  `create table task (
    id text primary key, number text not null unique, account_id text references account (id), model text, units ${integer} check (units > 0 and units ${exact}),
    charged_at ${integer}, outcome text check (outcome in ('succeeded', 'failed', 'unknown')), finished_at ${integer},
    settled_at ${integer}, refunded_at ${integer}) ${strict}`,
  'create index task_of_account on task (account_id, charged_at)',
  `create table usage (
    id text primary key, account_id text not null references account (id), units ${integer} not null check (units > 0),
    at ${integer} not null) ${strict}`,
  'create index usage_of_account on usage (account_id, at)',
  `create table refund (
    id text primary key, order_id text not null references orders (id), account_id text not null references account (id),
    reason text not null, units ${integer} not null check (units >= 0), amount ${integer} not null check (amount > 0),
    state text not null check (state in ('requested', 'approved', 'rejected', 'returned')), requested_at ${integer} not null,
    decided_at ${integer}, decided_by text, reject_reason text, due_from ${integer}, due_to ${integer}, returned_at ${integer}) ${strict}`,
  'create index refund_of_order on refund (order_id, requested_at, id)',
  'create index refund_of_account on refund (account_id, requested_at)',
  'create index refund_by_state on refund (state, requested_at)',
  `create unique index refund_open_once on refund (order_id) where state in ('requested', 'approved')`,
  `create table invoice (
    id text primary key, order_id text not null unique references orders (id), account_id text not null references account (id),
    title_sealed text not null, tax_id_sealed text, kind text not null check (kind in ('ordinary', 'vat-special')),
    requested_at ${integer} not null) ${strict}`,
  'create index invoice_by_time on invoice (requested_at)',
  `create table conversation (
    id text primary key, platform text not null, user_hash text not null, address text, lang text, state text not null, ticket_id ${integer},
    blocked ${integer} not null check (blocked in (0, 1)), version ${integer} not null, updated_at ${integer} not null, unique (platform, user_hash)) ${strict}`,
  'create index conversation_idle on conversation (updated_at)',
  `create table inbox (
    id text primary key, platform text not null, event_id text not null, conversation_id text references conversation (id),
    body text not null, state text not null check (state in ('received', 'done')), due_at ${integer} not null, tries ${integer} not null,
    at ${integer} not null, unique (platform, event_id)) ${strict}`,
  'create index inbox_of_conversation on inbox (conversation_id, at)',
  `create index inbox_open on inbox (due_at, id) where state = 'received'`,
  `create table outbox (
    id ${serial}, platform text not null, lane text not null, conversation_id text references conversation (id),
    ticket_id ${integer}, line_id ${integer}, body text not null,
    state text not null check (state in ('queued', 'sending', 'sent', 'ambiguous', 'dead')), parts ${integer} not null, tries ${integer} not null,
    due_at ${integer} not null, error text, at ${integer} not null, sent_at ${integer}) ${strict}`,
  // The head of each lane is found without reading what is behind it.
  `create index outbox_open on outbox (platform, lane, id) where state in ('queued', 'sending', 'ambiguous')`,
  `create index outbox_due on outbox (platform, due_at) where state in ('queued', 'ambiguous')`,
  `create index outbox_sending on outbox (platform) where state = 'sending'`,
  `create index outbox_of_line on outbox (line_id) where line_id is not null`,
  `create index outbox_dead on outbox (id) where state = 'dead'`,
  `create table message_link (
    platform text not null, chat_hash text not null, message_id text not null, outbox_id ${integer}, inbox_id text, line_id ${integer},
    ticket_id ${integer}, at ${integer} not null, primary key (platform, chat_hash, message_id)) ${keyed}`,
  `create index message_link_of_line on message_link (line_id, at) where line_id is not null`,
  `create index message_link_of_outbox on message_link (outbox_id, at) where outbox_id is not null`,
  `create index message_link_of_inbox on message_link (inbox_id) where inbox_id is not null`,
  `create table ticket (
    id ${serial}, conversation_id text not null references conversation (id), account_id text references account (id),
    lang text not null, topic text not null, state text not null check (state in ('queue', 'human', 'waiting-user', 'closed')),
    owner text, persona text, priority text not null check (priority in ('normal', 'high', 'urgent')), card text not null,
    reason text not null, origin text not null,
    money_open ${integer} not null check (money_open in (0, 1)), opened_at ${integer} not null,
    next_review_at ${integer} not null, claimed_at ${integer}, first_reply_at ${integer}, closed_at ${integer},
    closed_by text check (closed_by in ('staff', 'user', 'auto', 'bot')), first_due_at ${integer}, next_due_at ${integer},
    resolve_due_at ${integer}, paused_at ${integer}, reminders ${integer} not null, warn_at ${integer}, close_at ${integer},
    hold ${integer} not null check (hold in (0, 1)), wake_at ${integer}, reopened ${integer} not null, follows ${integer},
    merged_into ${integer}, rating ${integer} check (rating between 1 and 5), rating_asked_at ${integer}, version ${integer} not null,
    check ((state = 'closed') = (closed_at is not null))) ${strict}`,
  `create unique index ticket_open_once on ticket (conversation_id) where state <> 'closed'`,
  'create index ticket_by_state on ticket (state, id)',
  'create index ticket_of_conversation on ticket (conversation_id, id)',
  'create index ticket_opened on ticket (opened_at)',
  `create index ticket_merged on ticket (merged_into, id) where merged_into is not null`,
  `create index ticket_wake on ticket (wake_at) where wake_at is not null`,
  `create table ticket_line (
    id ${serial}, ticket_id ${integer} not null references ticket (id), inbox_id text,
    author text not null check (author in ('user', 'bot', 'staff', 'note', 'system')), staff text, persona text, text text not null,
    answers ${integer}, held ${integer} not null check (held in (0, 1)), removed ${integer} not null check (removed in (0, 1)),
    at ${integer} not null) ${strict}`,
  'create index ticket_line_of_inbox on ticket_line (inbox_id)',
  'create index ticket_line_of_ticket on ticket_line (ticket_id, id)',
  `create table line_version (id ${serial}, line_id ${integer} not null references ticket_line (id), text text not null, at ${integer} not null) ${strict}`,
  'create index line_version_of_line on line_version (line_id, id)',
  `create table attachment (
    id text primary key, line_id ${integer}, inbox_id text not null, bytes blob not null, width ${integer} not null, height ${integer} not null,
    covered ${integer} not null, at ${integer} not null, expires_at ${integer} not null) ${strict}`,
  `create table original (inbox_id text primary key, text text not null, expires_at ${integer} not null) ${keyed}`,
  'create index original_expiry on original (expires_at)',
  'create index attachment_of_line on attachment (line_id, id)',
  'create index attachment_of_inbox on attachment (inbox_id, id)',
  'create index attachment_expiry on attachment (expires_at)',
  `create table thread (
    ticket_id ${integer} primary key references ticket (id), platform text not null,
    state text not null check (state in ('wanted', 'making', 'open', 'closed')), thread_id text, name text not null, card_message_id text,
    card_hash text, made ${integer} not null, listed_at ${integer}) ${strict}`,
  'create unique index thread_by_id on thread (platform, thread_id) where thread_id is not null',
  `create index thread_unlisted on thread (platform, ticket_id) where state in ('wanted', 'making') and listed_at is null`,
  // What the desk learned about a platform and must still know after a restart, such as a group's new id.
  `create table desk_fact (name text primary key, value text not null) ${strict}`,
  `create table verdict (
    id text primary key, account_id text not null references account (id), conversation_id text references conversation (id),
    about text not null, finding text not null, handoff ${integer} not null check (handoff in (0, 1)), evidence text not null,
    at ${integer} not null) ${strict}`,
  'create index verdict_of_conversation on verdict (conversation_id, at)',
  `create table audit (
    id ${serial}, at ${integer} not null, actor text not null, action text not null, subject text not null, detail text not null,
    previous_hash text not null, hash text not null unique) ${strict}`,
  `create table key_check (id ${integer} primary key check (id = 1), hash text not null) ${strict}`,
  `create table sandbox_trade (number text primary key, trade text not null) ${strict}`,
]

/** History is written once: no row of these tables is ever changed or removed. */
const appendOnly = ['ledger_tx', 'ledger_transfer', 'order_event', 'audit', 'lot_use', 'verdict'] as const

export const up = async (db: Kysely<never>, words: DialectWords): Promise<void> => {
  for (const table of tables(words)) await sql.raw(table).execute(db)
  for (const table of appendOnly) for (const trigger of words.appendOnly(table)) await sql.raw(trigger).execute(db)
}
