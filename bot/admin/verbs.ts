// Every verb of the operator's tool, in the order in which the help lists them.
import type { Verb } from './verb.ts'
import { accountCreate, accountList, accountShow, accountStatus } from './verbs/account.ts'
import { auditList } from './verbs/audit.ts'
import { backup } from './verbs/backup.ts'
import { codesDisable, codesIssue, codesShow } from './verbs/codes.ts'
import { migrate, seed } from './verbs/database.ts'
import { deadDismiss, deadList, deadRetry } from './verbs/dead.ts'
import { digest } from './verbs/digest.ts'
import { doctor } from './verbs/doctor.ts'
import { flowsCheck, flowsExport } from './verbs/flows.ts'
import { invoiceList } from './verbs/invoice.ts'
import { ledgerReverse, ledgerShow, ledgerVerify } from './verbs/ledger.ts'
import { linkCode } from './verbs/link-code.ts'
import { mcpToken, mcpTokenList, mcpTokenRevoke } from './verbs/mcp-token.ts'
import { orderList, orderShow } from './verbs/order.ts'
import { receiptsExport } from './verbs/receipts.ts'
import { refundApprove, refundList, refundReject, refundReturned } from './verbs/refund.ts'
import { restore } from './verbs/restore.ts'
import { statementImport, statementMatch } from './verbs/statement.ts'
import { suspenseList, suspenseReturn } from './verbs/suspense.ts'
import { transcript } from './verbs/transcript.ts'

export const verbs: readonly Verb[] = [
  migrate,
  seed,
  accountList,
  accountShow,
  accountCreate,
  accountStatus,
  linkCode,
  mcpToken,
  mcpTokenList,
  mcpTokenRevoke,
  orderList,
  orderShow,
  suspenseList,
  suspenseReturn,
  statementImport,
  statementMatch,
  refundList,
  refundApprove,
  refundReject,
  refundReturned,
  invoiceList,
  receiptsExport,
  codesIssue,
  codesShow,
  codesDisable,
  ledgerVerify,
  ledgerShow,
  ledgerReverse,
  auditList,
  transcript,
  digest,
  deadList,
  deadRetry,
  deadDismiss,
  backup,
  restore,
  doctor,
  flowsCheck,
  flowsExport,
]
