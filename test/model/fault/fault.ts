// Faults that money code is known to have, planted one at a time into a copy of the core, and the claim that must notice each.

export type Edit = { readonly file: string; readonly search: string; readonly put: string }
export type Fault = { readonly fault: string; readonly claim: string; readonly edits: readonly Edit[] }

const order = 'core/domain/order.ts'
const settle = 'core/desk/payment/settle-payment.ts'
const notice = 'core/desk/payment/receive-notice.ts'
const code = 'core/domain/redeem-code.ts'

export const faults: readonly Fault[] = [
  {
    fault: 'no amount check',
    claim: 'a payment of another amount is not credited',
    edits: [{ file: order, search: 'const matches = fact.amount === order.amount', put: 'const matches = true' }],
  },
  {
    fault: 'no idempotency key: each delivery of a payment is a payment of its own',
    claim: 'a notice delivered twice is one payment',
    edits: [
      {
        file: settle,
        search: 'txnHashOf(context.keyring, fact.txn)',
        put: 'txnHashOf(context.keyring, fact.txn + context.ids.base32(9))',
      },
    ],
  },
  {
    fault: 'no idempotency key: each posting is a posting of its own',
    claim: 'one posting made twice moves the money once',
    edits: [{ file: 'core/store/ledger.ts', search: 'idemKey: posting.key,', put: 'idemKey: posting.key + id,' }],
  },
  {
    fault: 'credit on waiting-for-buyer',
    claim: 'an order whose buyer stands before the password is not credited',
    edits: [
      {
        file: 'core/desk/payment/requery.ts',
        search: "  if (answer.kind === 'paid') {",
        put: `  if (answer.kind === 'not-paid' && answer.scannedAt !== undefined) {
    const { channel, number: orderNumber, amount } = order
    await settlePayment(w, context, { channel, orderNumber, amount, txn: order.id, paidAt: answer.scannedAt }, 'query')
  }
  if (answer.kind === 'paid') {`,
      },
    ],
  },
  {
    fault: 'cancelled is final',
    claim: 'money for a cancelled order is credited',
    edits: [
      {
        file: order,
        search: '  if (alreadyPaid) return',
        put: "  if (order.state === 'cancelled') return { kind: 'suspense', reason: 'late-policy' }\n  if (alreadyPaid) return",
      },
    ],
  },
  {
    fault: 'acknowledge before commit: the provider is answered while the transaction is open',
    claim: 'what was acknowledged is there after a crash at the commit',
    edits: [
      {
        file: notice,
        search: 'const outcome = await context.store.write(',
        put: `const early: NoticeOutcome = { kind: 'accepted', settled: 'credited' }
  const outcome = await Promise.race([sleepless(early), context.store.write(`,
      },
      { file: notice, search: 'settled: settled.kind }\n  })\n', put: 'settled: settled.kind }\n  })])\n' },
      {
        file: notice,
        search: '/** Keeps that it came',
        put: 'const sleepless = async <T>(value: T): Promise<T> => value\n\n/** Keeps that it came',
      },
    ],
  },
  {
    fault: 'acknowledge before commit: a write resolves before it is durable',
    claim: 'what was acknowledged is there after a crash at the commit',
    edits: [
      {
        file: 'core/store/unit-of-work.ts',
        search: 'value = await work(writer)\n      await writer.commit()',
        put: 'value = await work(writer)\n      resolve(value)\n      await writer.commit()',
      },
    ],
  },
  {
    fault: 'no owner check',
    claim: "another account's order is as unknown as one that does not exist",
    edits: [
      {
        file: 'core/desk/order/target.ts',
        search: 'order.accountId === accountId ? { target:',
        put: 'order ? { target:',
      },
    ],
  },
  {
    fault: 'code lock off by one: the sixth miss locks',
    claim: 'the fifth miss locks the codes of an account, the fourth does not',
    edits: [{ file: code, search: 'CODE_TRIES = 5', put: 'CODE_TRIES = 6' }],
  },
  {
    fault: 'code lock off by one: the fourth miss locks',
    claim: 'four misses lock nothing',
    edits: [{ file: code, search: 'CODE_TRIES = 5', put: 'CODE_TRIES = 4' }],
  },
  {
    fault: 'code lock off by one: ten minutes do not include their end',
    claim: 'the fifth miss locks the codes of an account, the fourth does not',
    edits: [{ file: code, search: 'at >= now - CODE_WINDOW_MS', put: 'at > now - CODE_WINDOW_MS' }],
  },
  {
    fault: 'code lock off by one: locked also at its last instant',
    claim: 'a lock ends at exactly ten minutes',
    edits: [{ file: 'core/desk/wallet/redeem.ts', search: 'now < lock.until', put: 'now <= lock.until' }],
  },
  {
    fault: 'late window off by one: the timeout itself counts as in time',
    claim: 'paid at exactly 15:00 is late',
    edits: [{ file: order, search: 'fact.paidAt >= endOf(order)', put: 'fact.paidAt > endOf(order)' }],
  },
  {
    fault: 'late window off by one: the last millisecond is late',
    claim: 'paid at 14:59 is in time',
    edits: [{ file: order, search: 'fact.paidAt >= endOf(order)', put: 'fact.paidAt + 1 >= endOf(order)' }],
  },
  {
    fault: 'late window off by one: the seventh day ends a moment early',
    claim: 'late money is credited at exactly seven days',
    edits: [{ file: order, search: 'late && fact.paidAt > plus(', put: 'late && fact.paidAt >= plus(' }],
  },
  {
    fault: 'late window off by one: the seventh day ends a moment late',
    claim: 'late money waits for a person after seven days',
    edits: [{ file: order, search: 'late && fact.paidAt > plus(', put: 'late && fact.paidAt > 1 + plus(' }],
  },
]
