// Takes a provider's statement in: each file once by its hash, each line once by its number; nothing is decided yet.
import { createHash } from 'node:crypto'
import type { ChannelName } from '../../domain/channel.ts'
import { fen } from '../../kit/money.ts'
import { dateOf } from '../../kit/zone.ts'
import type { StatementLine } from '../../ports/payment-channel.ts'
import { txnHashOf } from '../../redaction/door.ts'
import { seal } from '../../redaction/sealed.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'

export type Imported = {
  readonly channel: ChannelName
  /** In Shanghai; a file may hold several. */
  readonly days: readonly string[]
  readonly lines: number
  /** Lines that were not known from an earlier file. */
  readonly added: number
  /** The very same was taken in before: nothing changed. */
  readonly repeat: boolean
}

/** What it says, whatever file it came in: the order of rows and the packing do not count. */
const hashOf = (lines: readonly StatementLine[]): string => {
  const words = lines.map((line) =>
    line.kind === 'payment'
      ? `p ${line.fact.txn} ${line.fact.orderNumber} ${line.fact.amount} ${line.fact.paidAt}`
      : `r ${line.refundNumber} ${line.number} ${line.amount}`,
  )
  return createHash('sha256').update(words.sort().join('\n')).digest('base64url')
}

/** `day`: what was asked for; a file tells its days itself. One transaction. */
export function importStatement(
  context: Context,
  channel: ChannelName,
  lines: readonly StatementLine[],
  day?: string,
): Promise<Imported> {
  const { store, clock, ids } = context
  const paidOn = lines.flatMap((line) => (line.kind === 'payment' ? [dateOf(line.fact.paidAt)] : []))
  const first = day ?? paidOn[0] ?? dateOf(clock.now())
  const days = [...new Set([...(day === undefined ? [] : [day]), ...(paidOn.length > 0 ? paidOn : [first])])].sort()
  const hash = hashOf(lines)
  return store.write(async (w) => {
    const now = clock.now()
    let added = 0
    let fresh = false
    for (const each of days) {
      const key = `${hash}:${each}`
      if (await w.statements.byHash(channel, key)) continue
      fresh = true
      const id = ids.row('stm', now)
      await w.statements.insert({ id, channel, day: each, hash: key, lines: lines.length, importedAt: now })
      for (const line of lines) {
        const on = line.kind === 'payment' ? dateOf(line.fact.paidAt) : first
        if (on === each && (await keep(w, context, id, channel, on, line))) added += 1
      }
    }
    return { channel, days, lines: lines.length, added, repeat: !fresh }
  })
}

function keep(
  w: Writers,
  { keyring }: Context,
  statementId: string,
  channel: ChannelName,
  day: string,
  line: StatementLine,
): Promise<boolean> {
  const common = { statementId, channel, day }
  if (line.kind === 'refund') {
    const { number, refundNumber, amount } = line
    const own = { keyHash: refundNumber, txnSealed: null, orderNumber: number.toUpperCase(), amount, fee: fen(0n) }
    return w.statements.addLine({ ...common, ...own, kind: 'refund', paidAt: null })
  }
  const { txn, orderNumber, amount, paidAt } = line.fact
  return w.statements.addLine({
    ...common,
    kind: 'payment',
    keyHash: txnHashOf(keyring, txn),
    txnSealed: seal(keyring, 'payment.txn', txn),
    orderNumber: orderNumber.toUpperCase(),
    amount,
    fee: line.fee,
    paidAt,
  })
}
