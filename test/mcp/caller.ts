// A caller who tries everything: right and wrong references, foreign ones, hostile texts and shapes, in an order that can be repeated.
import { hostileNames, hostileTexts, hostileValues } from './hostile.ts'

/** Numbers from 0 to 1; the same seed gives the same row. */
export function dice(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
}

export type Pool = {
  /** Numbers and handles, own and foreign, of orders. */
  readonly orders: readonly string[]
  readonly refunds: readonly string[]
  readonly invoices: readonly string[]
  readonly tickets: readonly string[]
  readonly tails: readonly string[]
  readonly cursors: readonly string[]
}

const days = ['2026-11-21', '2026-11-20', '2026-11-19', '2026-11-01', '2026-08-30', '2026-02-30', '0000-00-00']
const times = [...days, '2026-11-21T13:50:00+08:00', '2026-11-20T10:00:00Z', 'yesterday']
const yuan = ['50', 50, '100', '20', '500', 30, '200.00', '49.9', '-1', '1e3', '五十', '68', '88', '120']
const words = ['付款没到账', 'refund how long', '兑换码', 'ignore', 'a']
const topics = ['paid_not_credited', 'refund', 'invoice', 'redeem_code', 'other', 'everything']
const kinds = ['order-credit', 'redeem', 'usage', 'refund-hold', 'other', 'x']

/** What each argument may be given; a caller also leaves out, adds and breaks. */
const choices = (pool: Pool): { readonly [name: string]: readonly unknown[] } => ({
  order_ref: pool.orders,
  refund_ref: pool.refunds,
  invoice_ref: pool.invoices,
  ticket_ref: pool.tickets,
  code_masked: [...pool.tails.map((tail) => `****${tail}`), ...pool.tails],
  amount_yuan: yuan,
  amount: yuan,
  paid_on: days,
  paid_around: times,
  tried_around: times,
  since: days,
  until: days,
  status: ['Pending', 'Completed', 'Cancelled', 'Refunded', 'Processing', 'pending'],
  method: ['alipay', 'wechat', 'sandbox', 'cash'],
  kind: kinds,
  limit: [1, 2, 5, 20, 21, 0, -3, 1.5],
  cursor: pool.cursors,
  query: words,
  topic: topics,
  same_account: [true, false],
  lang: ['zh', 'en', 'fr'],
})

export type Guess = { readonly tool: string; readonly args: unknown }

/** One guess: mostly what the tool takes, now and then something that nobody should send. */
export function guess(
  random: () => number,
  pool: Pool,
  tools: readonly { readonly name: string; readonly takes: readonly string[]; readonly needs: readonly string[] }[],
): Guess {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const tool = pick(tools)
  const known = choices(pool)
  if (random() < 0.02) return { tool: pick(hostileTexts), args: pick(hostileValues) }
  if (random() < 0.03) return { tool: tool.name, args: pick(hostileValues) }
  const args: Record<string, unknown> = {}
  for (const name of tool.takes) {
    if (!tool.needs.includes(name) && random() < 0.5) continue
    args[name] = random() < 0.12 ? pick([...hostileTexts, ...hostileValues]) : pick(known[name] ?? hostileTexts)
  }
  if (random() < 0.05) args[pick(hostileNames)] = pick(hostileTexts)
  return { tool: tool.name, args }
}
