// Every rule, in the order in which it is tried: the first that fits is the finding (case-rules 8, 21–24).
import type { CodeFacts, OrderFacts, Target, TaskFacts } from './facts.ts'
import { invoicePossible } from './invoice/invoice-possible.ts'
import { invoiceRequested } from './invoice/invoice-requested.ts'
import { invoiceUnpaid } from './invoice/invoice-unpaid.ts'
import { accountNotNormal } from './payment/account-not-normal.ts'
import { accountRefused } from './payment/account-refused.ts'
import { alreadyCredited } from './payment/already-credited.ts'
import { amountMismatch } from './payment/amount-mismatch.ts'
import { cancelledByUser } from './payment/cancelled-by-user.ts'
import { creditedByRequery } from './payment/credited-by-requery.ts'
import { declined } from './payment/declined.ts'
import { duplicateCredited } from './payment/duplicate-credited.ts'
import { duplicateSuspense } from './payment/duplicate-suspense.ts'
import { expiredUnpaid } from './payment/expired-unpaid.ts'
import { forgedNotice } from './payment/forged-notice.ts'
import { fulfilmentResumed } from './payment/fulfilment-resumed.ts'
import { lateCredited } from './payment/late-credited.ts'
import { lateNeedsHuman } from './payment/late-needs-human.ts'
import { notPaid } from './payment/not-paid.ts'
import { onePaymentOnly } from './payment/one-payment-only.ts'
import { otherAccount } from './payment/other-account.ts'
import { paymentWithoutOrder } from './payment/payment-without-order.ts'
import { planActivated } from './payment/plan-activated.ts'
import { providerUnknown } from './payment/provider-unknown.ts'
import { refundInProgress as paymentRefundInProgress } from './payment/refund-in-progress.ts'
import { refunded as paymentRefunded } from './payment/refunded.ts'
import { unknownOrder } from './payment/unknown-order.ts'
import { waitingForBuyer } from './payment/waiting-for-buyer.ts'
import { waitingForPayment } from './payment/waiting-for-payment.ts'
import { codeLocked } from './redeem/code-locked.ts'
import { codeMalformed } from './redeem/code-malformed.ts'
import { codeNotEligible } from './redeem/code-not-eligible.ts'
import { codeReady } from './redeem/code-ready.ts'
import { codeRedeemedByYou } from './redeem/code-redeemed-by-you.ts'
import { codeUnusable } from './redeem/code-unusable.ts'
import { refundAccount } from './refund/refund-account.ts'
import { refundEligible } from './refund/refund-eligible.ts'
import { refundInProgress } from './refund/refund-in-progress.ts'
import { refundPartlyUsed } from './refund/refund-partly-used.ts'
import { refundRejected } from './refund/refund-rejected.ts'
import { refundTooOld } from './refund/refund-too-old.ts'
import { refundUnpaid } from './refund/refund-unpaid.ts'
import { refundUsed } from './refund/refund-used.ts'
import { refunded } from './refund/refunded.ts'
import type { Rule } from './rule.ts'
import { taskNotCharged } from './task/task-not-charged.ts'
import { taskRefundPosted } from './task/task-refund-posted.ts'
import { taskRefunded } from './task/task-refunded.ts'
import { taskSucceeded } from './task/task-succeeded.ts'
import { taskUnknown } from './task/task-unknown.ts'

/** Before any order of the one who asks is looked at. */
export const targetRules: readonly Rule<'payment', Target>[] = [
  otherAccount,
  unknownOrder,
  accountRefused,
  paymentWithoutOrder,
]

export const paymentRules: readonly Rule<'payment', OrderFacts>[] = [
  lateNeedsHuman,
  accountNotNormal,
  paymentRefunded,
  paymentRefundInProgress,
  amountMismatch,
  duplicateSuspense,
  planActivated,
  lateCredited,
  fulfilmentResumed,
  creditedByRequery,
  duplicateCredited,
  onePaymentOnly,
  alreadyCredited,
  providerUnknown,
  forgedNotice,
  cancelledByUser,
  waitingForBuyer,
  declined,
  notPaid,
  expiredUnpaid,
  waitingForPayment,
]

export const codeRules: readonly Rule<'redeem', CodeFacts>[] = [
  codeLocked,
  codeMalformed,
  codeRedeemedByYou,
  codeUnusable,
  codeNotEligible,
  codeReady,
]

export const taskRules: readonly Rule<'task', TaskFacts>[] = [
  taskNotCharged,
  taskRefundPosted,
  taskRefunded,
  taskSucceeded,
  taskUnknown,
]

export const refundRules: readonly Rule<'refund', OrderFacts>[] = [
  refundUnpaid,
  refunded,
  refundInProgress,
  refundRejected,
  refundAccount,
  refundTooOld,
  refundUsed,
  refundPartlyUsed,
  refundEligible,
]

export const invoiceRules: readonly Rule<'invoice', OrderFacts>[] = [invoiceUnpaid, invoiceRequested, invoicePossible]
