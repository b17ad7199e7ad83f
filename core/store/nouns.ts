// What a reader and a writer can reach: one pair a noun.
import type { Ids } from '../kit/ids.ts'
import { accountReader, accountWriter } from './accounts.ts'
import {
  entitlementReader,
  entitlementWriter,
  invoiceReader,
  invoiceWriter,
  refundReader,
  refundWriter,
} from './aftersales.ts'
import { auditReader, auditWriter } from './audit.ts'
import { billReader, billWriter } from './bills.ts'
import { codeReader, codeWriter } from './codes.ts'
import type { Connection } from './connection.ts'
import { conversationReader, conversationWriter } from './conversations.ts'
import { figureReader } from './figures.ts'
import { historyReader, historyWriter } from './history.ts'
import { inboxReader, inboxWriter } from './inbox.ts'
import { keyCheckReader, keyCheckWriter } from './key-check.ts'
import { leaseReader, leaseWriter } from './leases.ts'
import { ledgerReader, ledgerWriter } from './ledger.ts'
import { lotReader, lotWriter } from './lots.ts'
import { mcpTokenReader, mcpTokenWriter } from './mcp-tokens.ts'
import { orderReader, orderWriter } from './orders.ts'
import { originalReader, originalWriter } from './originals.ts'
import { outboxReader, outboxWriter } from './outbox.ts'
import { paybackReader, paybackWriter } from './paybacks.ts'
import { paymentReader, paymentWriter } from './payments.ts'
import { sandboxReader, sandboxWriter } from './sandbox-trades.ts'
import { statementReader, statementWriter } from './statements.ts'
import { statisticsReader } from './statistics.ts'
import { taskReader, taskWriter } from './tasks.ts'
import { threadReader, threadWriter } from './threads.ts'
import { ticketReader, ticketWriter } from './tickets.ts'
import { untoldReader, untoldWriter } from './untold.ts'
import { verdictReader, verdictWriter } from './verdicts.ts'

export const readersOn = (c: Connection) => ({
  accounts: accountReader(c),
  orders: orderReader(c),
  bills: billReader(c),
  payments: paymentReader(c),
  ledger: ledgerReader(c),
  lots: lotReader(c),
  codes: codeReader(c),
  tasks: taskReader(c),
  refunds: refundReader(c),
  paybacks: paybackReader(c),
  statements: statementReader(c),
  untold: untoldReader(c),
  leases: leaseReader(c),
  invoices: invoiceReader(c),
  entitlements: entitlementReader(c),
  conversations: conversationReader(c),
  inbox: inboxReader(c),
  outbox: outboxReader(c),
  threads: threadReader(c),
  tickets: ticketReader(c),
  originals: originalReader(c),
  verdicts: verdictReader(c),
  audit: auditReader(c),
  keyCheck: keyCheckReader(c),
  mcpTokens: mcpTokenReader(c),
  sandbox: sandboxReader(c),
  history: historyReader(c),
  statistics: statisticsReader(c),
  figures: figureReader(c),
})

export const writersOn = (c: Connection, ids: Ids) => ({
  accounts: accountWriter(c),
  orders: orderWriter(c),
  bills: billWriter(c),
  payments: paymentWriter(c),
  ledger: ledgerWriter(c, ids),
  lots: lotWriter(c),
  codes: codeWriter(c),
  tasks: taskWriter(c),
  refunds: refundWriter(c),
  paybacks: paybackWriter(c),
  statements: statementWriter(c),
  untold: untoldWriter(c),
  leases: leaseWriter(c),
  invoices: invoiceWriter(c),
  entitlements: entitlementWriter(c),
  conversations: conversationWriter(c),
  inbox: inboxWriter(c),
  outbox: outboxWriter(c),
  threads: threadWriter(c),
  tickets: ticketWriter(c),
  originals: originalWriter(c),
  verdicts: verdictWriter(c),
  audit: auditWriter(c),
  keyCheck: keyCheckWriter(c),
  mcpTokens: mcpTokenWriter(c),
  sandbox: sandboxWriter(c),
  history: historyWriter(c),
  statistics: statisticsReader(c),
  figures: figureReader(c),
})

export type Readers = ReturnType<typeof readersOn>
export type Writers = ReturnType<typeof writersOn>
