// The values that a verdict's texts ask for: masks, amounts, times by the Shanghai clock, the operator's hours.
import { spansOf } from '../domain/calendar.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant } from '../kit/clock.ts'
import { type Fen, fenFor, showYuan } from '../kit/money.ts'
import { dateOf, dateTimeOf, timeOf } from '../kit/zone.ts'
import { mask, mint, type Redacted, say } from '../redaction/redacted.ts'
import type { CodeFacts, OrderFacts, TaskFacts } from './facts.ts'
import type { Said, Variables } from './texts.ts'

export const yuan = (amount: Fen): Redacted => mint(showYuan(amount))
/** 09:14 today, otherwise 11-20 09:14. */
export const when = (at: Instant, now: Instant): Redacted =>
  mint(dateOf(at) === dateOf(now) ? timeOf(at) : dateTimeOf(at).slice(5))

const DAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

function days(policy: Policy, language: 'zh' | 'en'): string {
  const names = DAYS[language]
  const list = [...policy.hours.days].sort((a, b) => a - b)
  const first = list[0] ?? 0
  const unbroken = list.length > 2 && list.every((day, index) => day === first + index)
  if (unbroken) return `${names[first]}${language === 'zh' ? '至' : '-'}${names[list.at(-1) ?? 0]}`
  return list.map((day) => names[day]).join(language === 'zh' ? '、' : ', ')
}

export const hoursOf = (policy: Policy): Said => {
  const spans = spansOf(policy.hours).map(({ from, to }) => `${from}-${to}`)
  return {
    zh: mint(`${days(policy, 'zh')} ${spans.join('、')}`),
    en: mint(`${days(policy, 'en')} ${spans.join(' and ')}`),
  }
}

/** What every text may use, whoever asks. */
export const policyWords = (policy: Policy): Variables => ({
  min: say`¥${policy.recharge.minYuan}`,
  max: mint(`¥${policy.recharge.maxYuan.toLocaleString('en-US')}`),
  minutes: say`${policy.recharge.minutes}`,
  hours: hoursOf(policy),
  refund_days: say`${policy.refund.businessDays[0]}-${policy.refund.businessDays[1]}`,
  refund_limit: say`${policy.refund.days}`,
  late_days: say`${policy.latePayment.days}`,
})

export function orderWords(facts: OrderFacts): Variables {
  const { order, policy, now, twin, refund, unused, nextQueryAt } = facts
  const mismatch = facts.payments.find(({ suspenseReason }) => suspenseReason === 'mismatch')
  const plan = policy.plans.find(({ id }) => id === order.planId)
  const moment = order.completedAt ?? order.cancelledAt
  return {
    ...policyWords(policy),
    order: mask(order.number),
    second: twin && mask(twin.order.number),
    amount: yuan(order.amount),
    paid: mismatch && yuan(mismatch.amount),
    time: moment === null ? undefined : when(moment, now),
    until: when(order.expiresAt, now),
    now: when(now, now),
    next_check: when(nextQueryAt, now),
    // A plan's id was checked when the order was made: it is ours, not the user's.
    plan: plan ? { zh: mint(plan.name.zh), en: mint(plan.name.en) } : mint(order.planId ?? ''),
    credit_yuan: yuan(order.amount),
    refund_amount: yuan(refund?.amount ?? unused.amount),
    due: refund?.dueTo == null ? undefined : mint(dateOf(refund.dueTo).slice(5)),
  }
}

export const codeWords = (facts: CodeFacts, policy: Policy, until: Instant | undefined, now: Instant): Variables => ({
  ...policyWords(policy),
  credit_yuan: facts.code && yuan(fenFor(facts.code.units, policy.unitsPerYuan)),
  time: facts.code?.redeemedAt == null ? undefined : when(facts.code.redeemedAt, now),
  until: until === undefined ? undefined : when(until, now),
})

/** A model's name comes from the gateway's own list, but it is shown only in the shape of one. */
export const taskWords = ({ task }: TaskFacts, policy: Policy): Variables => ({
  ...policyWords(policy),
  model: mint(/^[\w./:@-]{1,60}$/.test(task?.model ?? '') ? (task?.model ?? '') : '-'),
})
