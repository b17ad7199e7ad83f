// Asks a provider about one order, outside any transaction, with a deadline; an error or silence is `unknown`, never "unpaid".
import type { QueryAnswer } from '../domain/channel.ts'
import type { Order } from '../domain/order.ts'
import type { Context } from './context.ts'

const unknown: QueryAnswer = { kind: 'unknown' }

/** Never throws and never takes longer than the context's deadline. */
export async function askProvider(context: Context, order: Order): Promise<QueryAnswer> {
  const channel = context.channel(order.channel)
  if (!channel) return unknown
  const stop = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<QueryAnswer>((resolve) => {
    timer = setTimeout(() => {
      stop.abort()
      resolve(unknown)
    }, context.queryDeadlineMs)
  })
  try {
    const asked = channel.query(order.number, stop.signal).catch(() => unknown)
    return readable(order, await Promise.race([asked, deadline]))
  } finally {
    clearTimeout(timer)
  }
}

/** An answer about another order or channel is no answer. */
function readable(order: Order, answer: QueryAnswer): QueryAnswer {
  if (answer.kind !== 'paid') return answer
  const ours = answer.payments.every((fact) => fact.orderNumber === order.number && fact.channel === order.channel)
  return ours && answer.payments.length > 0 ? answer : unknown
}

/** Closes the trade at the provider so that its code cannot be paid any more; false where that is not certain. */
export async function closeTrade(context: Context, order: Order): Promise<boolean> {
  const channel = context.channel(order.channel)
  if (!channel) return false
  const signal = AbortSignal.timeout(context.queryDeadlineMs)
  return (await channel.close(order.number, signal).catch(() => 'unknown' as const)) === 'gone'
}
