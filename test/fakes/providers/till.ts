// The books of a fake provider: trades, what was paid for them, what went back, each under the rules that all providers share.
import type { Clock } from '../../../core/kit/clock.ts'

export type Trade = {
  readonly number: string
  readonly fen: bigint
  readonly endsAt: number
  state: 'open' | 'scanned' | 'paid' | 'closed'
  txn: string
  paidFen: bigint
  paidAt: number
  readonly refunds: Map<string, { readonly fen: bigint; readonly at: number }>
}

export class Till {
  readonly trades = new Map<string, Trade>()
  readonly #clock: Clock
  #count = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Undefined: there is one of this number with another amount. */
  open(number: string, fen: bigint, endsAt: number): Trade | undefined {
    const known = this.trades.get(number)
    if (known) return known.fen === fen ? known : undefined
    const trade: Trade = { number, fen, endsAt, state: 'open', txn: '', paidFen: 0n, paidAt: 0, refunds: new Map() }
    this.trades.set(number, trade)
    return trade
  }

  get(number: string): Trade {
    const trade = this.trades.get(number)
    if (!trade) throw new Error(`no trade ${number}`)
    return trade
  }

  pay(number: string, fen?: bigint): string {
    const trade = this.get(number)
    if (trade.state === 'closed' || this.#clock.now() >= trade.endsAt) throw new Error('the code is over')
    this.#count += 1
    trade.state = 'paid'
    trade.paidFen = fen ?? trade.fen
    trade.paidAt = this.#clock.now()
    trade.txn = `20261121220014${String(this.#count).padStart(14, '0')}`
    return trade.txn
  }

  refunded({ refunds }: Trade): bigint {
    return [...refunds.values()].reduce((sum, { fen }) => sum + fen, 0n)
  }

  /** `repeat`: under this number, and done already. */
  refund(trade: Trade, refundNumber: string, fen: bigint): 'done' | 'repeat' | 'too-much' | 'another-amount' {
    const known = trade.refunds.get(refundNumber)
    if (known) return known.fen === fen ? 'repeat' : 'another-amount'
    if (this.refunded(trade) + fen > trade.paidFen) return 'too-much'
    trade.refunds.set(refundNumber, { fen, at: this.#clock.now() })
    return 'done'
  }
}
