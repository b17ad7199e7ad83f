// Rows as a user reads them in a list: orders, entries of a wallet, tasks, plans.
import { when, yuan } from '../../diagnosis/words.ts'
import type { Language } from '../../domain/desk.ts'
import { type Order, type OrderStatus, statusOf } from '../../domain/order.ts'
import type { Task } from '../../domain/task.ts'
import type { Instant } from '../../kit/clock.ts'
import { type Credit, credit, fenFor } from '../../kit/money.ts'
import { join, mask, mint, type Redacted, say } from '../../redaction/redacted.ts'
import type { StatementLine } from '../../store/ledger.ts'

type Both = { readonly zh: string; readonly en: string }
const both = (zh: string, en: string): Both => ({ zh, en })

export const statuses: Readonly<Record<OrderStatus, Both>> = {
  Pending: both('待支付', 'Pending'),
  Processing: both('处理中', 'Processing'),
  Completed: both('已完成', 'Completed'),
  Cancelled: both('已取消', 'Cancelled'),
  Refunded: both('已退款', 'Refunded'),
}

const entries: Readonly<Record<string, Both>> = {
  'order-credit': both('充值到账', 'top-up'),
  redeem: both('兑换码', 'redeem code'),
  usage: both('用量', 'usage'),
  'task-hold': both('任务预扣', 'task held'),
  'task-void': both('任务退回', 'task given back'),
  'task-refund': both('任务退回', 'task given back'),
  'refund-hold': both('退款冻结', 'set aside for a refund'),
  'refund-void': both('退款冻结取消', 'refund not approved'),
  plan: both('购买套餐', 'plan bought'),
  reversal: both('更正', 'correction'),
  goodwill: both('补偿', 'goodwill'),
  'suspense-credit': both('人工入账', 'credited by a person'),
}

const outcomes: Readonly<Record<'succeeded' | 'failed' | 'unknown', Both>> = {
  succeeded: both('成功', 'succeeded'),
  failed: both('失败', 'failed'),
  unknown: both('未知', 'unknown'),
}

const inWords = (words: Both | undefined, lang: Language): Redacted => mint(words?.[lang] ?? '-')

/** Units as yuan at a rate, with a sign where it takes something away. */
export const worth = (units: Credit, unitsPerYuan: number): Redacted =>
  units < 0n ? say`-${yuan(fenFor(credit(-units), unitsPerYuan))}` : yuan(fenFor(units, unitsPerYuan))

/** ****7K2M · ¥50 · Completed */
export const orderLabel = (order: Order, lang: Language): Redacted =>
  say`${mask(order.number)} · ${yuan(order.amount)} · ${inWords(statuses[statusOf[order.state]], lang)}`

/** The label with when it was made and completed, what of it is given back, and what a demo says about it. */
export function orderLine(
  order: Order,
  lang: Language,
  now: Instant,
  refund: Redacted | undefined,
  note: string | undefined,
): Redacted {
  const zh = lang === 'zh'
  const made = zh ? say`${when(order.createdAt, now)} 下单` : say`made ${when(order.createdAt, now)}`
  const done = order.completedAt === null ? undefined : when(order.completedAt, now)
  const completed = done === undefined ? undefined : zh ? say`${done} 到账` : say`credited ${done}`
  const parts = [orderLabel(order, lang), made, completed, refund].filter((part) => part !== undefined)
  const line = join(parts, ' · ')
  return note === undefined ? line : say`${line} · ${mint(`[demo: ${note}]`)}`
}

export const entryLine = (line: StatementLine, lang: Language, now: Instant, unitsPerYuan: number): Redacted => {
  const change = worth(line.change, unitsPerYuan)
  const signed = line.change > 0n ? say`+${change}` : change
  return say`${when(line.at, now)} · ${signed} · ${inWords(entries[line.kind], lang)}`
}

const modelOf = (task: Task): Redacted => mint(/^[\w./:@-]{1,60}$/.test(task.model ?? '') ? (task.model ?? '-') : '-')

export const taskLabel = (task: Task, lang: Language, now: Instant): Redacted => {
  const state = task.refundedAt !== null ? both('已退回', 'given back') : outcomes[task.outcome ?? 'unknown']
  return say`${mask(task.number)} · ${modelOf(task)} · ${inWords(state, lang)} · ${when(task.chargedAt ?? now, now)}`
}
