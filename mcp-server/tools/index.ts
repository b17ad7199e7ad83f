// Every tool, in the order in which an assistant sees them: where to start comes first.
import type { Subject } from '../../core/desk/lookups/subject.ts'
import type { McpScope } from '../../core/domain/mcp-token.ts'
import type { Tool } from '../tool.ts'
import { checkRedeemCode } from './check-redeem-code.ts'
import { diagnoseMissingCredit } from './diagnose-missing-credit.ts'
import { getBalanceLedger } from './get-balance-ledger.ts'
import { getInvoiceStatus } from './get-invoice-status.ts'
import { getOrderStatus } from './get-order-status.ts'
import { getRefundStatus } from './get-refund-status.ts'
import { getTicketStatus } from './get-ticket-status.ts'
import { listRecharges } from './list-recharges.ts'
import { prepareHandoff } from './prepare-handoff.ts'
import { searchFaqTool } from './search-faq.ts'

export const tools: readonly Tool[] = [
  diagnoseMissingCredit,
  getOrderStatus,
  listRecharges,
  getBalanceLedger,
  checkRedeemCode,
  getRefundStatus,
  getInvoiceStatus,
  getTicketStatus,
  searchFaqTool,
  prepareHandoff,
]

/** What a subject can see at all, whatever its scopes. */
export const toolsOf = (subject: Subject): readonly Tool[] =>
  tools.filter(({ only }) => only === undefined || only === subject.kind)

/** What a credential may call. */
export const toolsFor = (subject: Subject, scopes: readonly McpScope[]): readonly Tool[] =>
  toolsOf(subject).filter(({ scope }) => scopes.includes(scope))
