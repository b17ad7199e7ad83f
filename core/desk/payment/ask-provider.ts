// Asks a provider about one order, outside any transaction, with a deadline; an error or silence is `unknown`, never "unpaid".
import type { QueryAnswer } from '../../domain/channel.ts'
import { type Order, timedOut } from '../../domain/order.ts'
import { within } from '../../kit/deadline.ts'
import type { Context } from '../context.ts'

/** A question may be answered from memory; a cancel asks afresh; both share a budget. The reconciler keeps its schedule. */
export type Asker = 'query' | 'cancel' | 'reconciler'

export type Asked = {
  readonly answer: QueryAnswer
  /** `recalled`: the provider said so some seconds ago. `refrained`: it was asked too often, the answer is `unknown`. */
  readonly how: 'asked' | 'recalled' | 'refrained'
}

const unknown: QueryAnswer = { kind: 'unknown' }

/** Never throws and never takes longer than the context's deadline. */
export async function askProvider(context: Context, order: Order, who: Asker): Promise<Asked> {
  const { answers, clock, queryIntervalMs } = context
  const now = clock.now()
  // What was said before the timeout does not say that nothing was paid until then.
  const key = `${order.id}:${timedOut(order, now) ? 'ended' : 'open'}`
  if (who === 'reconciler') {
    const answer = ask(context, order)
    answers.replace(key, answer)
    return { answer: await answer, how: 'asked' }
  }
  const recalled = who === 'query' ? answers.recall(key, now, queryIntervalMs) : undefined
  if (recalled) return { answer: await recalled, how: 'recalled' }
  if (!answers.spend(order.channel, now)) return { answer: unknown, how: 'refrained' }
  const answer = ask(context, order)
  answers.remember(key, now, answer)
  return { answer: await answer, how: 'asked' }
}

async function ask(context: Context, order: Order): Promise<QueryAnswer> {
  const channel = context.channel(order.channel)
  if (!channel) return unknown
  const answer = await within(context.queryDeadlineMs, unknown, (signal) => channel.query(order.number, signal))
  return readable(order, answer)
}

/** An answer about another order or channel is no answer. */
function readable(order: Order, answer: QueryAnswer): QueryAnswer {
  if (answer.kind !== 'paid') return answer
  const ours = answer.payments.every(
    (fact) => fact.orderNumber === order.number && fact.channel === order.channel && fact.amount > 0n,
  )
  return ours && answer.payments.length > 0 ? answer : unknown
}

/** Closes the trade at the provider, so that its code cannot be paid any more. Only `gone` is certain. */
export async function closeTrade(context: Context, order: Order): Promise<'gone' | 'paid' | 'unknown'> {
  const channel = context.channel(order.channel)
  if (!channel) return 'unknown'
  return within(context.queryDeadlineMs, 'unknown', (signal) => channel.close(order.number, signal))
}
