// Every table beside the noun it keeps; the one place where properties and columns meet.
import type { Generated } from 'kysely'
import type { Account } from '../domain/account.ts'
import type { Bill } from '../domain/bill.ts'
import type {
  AttachmentRow,
  AuditRow,
  ConversationRow,
  Identity,
  InboxRow,
  LineVersion,
  LinkCode,
  MessageLink,
  OriginalRow,
  OutboxRow,
  ThreadRow,
  TicketLineRow,
  TicketRow,
  VerdictRow,
} from '../domain/desk.ts'
import type { Invoice } from '../domain/invoice.ts'
import type { Lease } from '../domain/lease.ts'
import type { Asset, LedgerTx } from '../domain/ledger.ts'
import type { Lot, LotUse } from '../domain/lot.ts'
import type { McpToken } from '../domain/mcp-token.ts'
import type { Order, OrderEvent, OrderRefusal } from '../domain/order.ts'
import type { Payback } from '../domain/payback.ts'
import type { ChannelHealth, Notice, Payment } from '../domain/payment.ts'
import type { Entitlement } from '../domain/plan.ts'
import type { RedeemCode } from '../domain/redeem-code.ts'
import type { Refund } from '../domain/refund.ts'
import type { Statement, StatementRow } from '../domain/statement.ts'
import type { Task, Usage } from '../domain/task.ts'
import type { Columns } from './table.ts'

type LedgerTransferColumns = {
  id: Generated<number>
  tx_id: string
  asset: Asset
  debit: string
  credit: string
  amount: number
  debit_after: number
  credit_after: number
}

export type Schema = {
  account: Columns<Account & { emailHash: string | null }>
  identity: Columns<Identity>
  link_code: Columns<LinkCode>
  orders: Columns<Order>
  order_refusal: Columns<OrderRefusal>
  bill: Columns<Bill> & { id: Generated<number> }
  order_event: Columns<OrderEvent> & { id: Generated<number> }
  due_query: { order_id: string; at: number; retry: number }
  payment: Columns<Payment>
  notice: Columns<Notice>
  channel_health: Columns<ChannelHealth>
  ledger_tx: Columns<LedgerTx>
  ledger_transfer: LedgerTransferColumns
  balance: { account: string; asset: Asset; balance: number }
  lot: Columns<Lot> & { seq: Generated<number> }
  lot_use: Columns<LotUse> & { id: Generated<number> }
  entitlement: Columns<Entitlement>
  redeem_code: Columns<RedeemCode>
  code_try: { id: Generated<number>; account_id: string; at: number }
  code_lock: { account_id: string; locked_at: number; until: number }
  task: Columns<Task>
  usage: Columns<Usage>
  refund: Columns<Refund>
  invoice: Columns<Invoice>
  payback: Columns<Payback>
  statement: Columns<Statement>
  statement_line: Columns<StatementRow>
  untold: { payment_id: string; at: number }
  lease: Columns<Lease>
  conversation: Columns<ConversationRow>
  inbox: Columns<InboxRow>
  outbox: Columns<OutboxRow>
  message_link: Columns<MessageLink>
  ticket: Columns<TicketRow>
  ticket_line: Columns<TicketLineRow>
  line_version: Columns<LineVersion>
  attachment: Columns<AttachmentRow>
  original: Columns<OriginalRow>
  thread: Columns<ThreadRow>
  desk_fact: { name: string; value: string }
  verdict: Columns<VerdictRow>
  audit: Columns<AuditRow>
  key_check: { id: number; hash: string }
  mcp_token: Columns<McpToken>
  sandbox_trade: { number: string; trade: string }
}
