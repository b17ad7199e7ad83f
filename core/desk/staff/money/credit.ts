// A colleague gives credit for goodwill, and posts the refund of a task that failed.
import { yuan } from '../../../diagnosis/words.ts'
import type { Task } from '../../../domain/task.ts'
import { TASK_UNKNOWN_MS } from '../../../domain/task.ts'
import { fen, parseYuan } from '../../../kit/money.ts'
import { mask, mint, type Redacted, say } from '../../../redaction/redacted.ts'
import { giveGoodwill, givenLately } from '../../wallet/goodwill.ts'
import { refundTaskIn } from '../../wallet/task.ts'
import { taskLabel, worth } from '../../wallet/words.ts'
import { type At, audit, chosenOf, firstWord, told, type Verb } from '../at.ts'
import { needsSecond } from './second.ts'
import { showMoney } from './subject.ts'

export const credit: Verb = {
  needs: 'name',
  keeps: true,
  run: async (at, argument) => {
    const [figure, reason] = firstWord(argument)
    const amount = parseYuan(figure.replace(/^[¥￥]|[元]$/g, ''))
    const { policy } = at.options.context
    if (amount === undefined || amount <= 0n) return told(at, 'staff_credit_how')
    if (amount > BigInt(policy.recharge.maxYuan) * 100n) return told(at, 'staff_credit_how')
    if (reason === '') return told(at, 'staff_reason_needed')
    const { accountId } = at.ticket
    if (accountId === null) return told(at, 'staff_no_account')
    const lately = await givenLately(at.w, at.options.context, accountId)
    const second = needsSecond(at, fen(amount + lately), policy.desk.goodwillYuan)
    if (second) return second
    const gift = { id: at.inboxId, accountId, amount, reason }
    if (!(await giveGoodwill(at.w, at.options.context, gift))) return told(at, 'staff_done_before')
    await audit(at, 'goodwill.credit', `account:${accountId}`, { amount_fen: Number(amount), reason })
    await showMoney(at)
    return told(at, 'staff_credited', { amount: yuan(amount), account: mask(accountId) }, { loud: true })
  },
}

const LOOKED_AT = 50

/** Charged, not given back, and failed, or without an outcome for so long that nobody expects one. */
const mayGoBack = (at: At, { outcome, chargedAt, refundedAt }: Task): boolean => {
  if (chargedAt === null || refundedAt !== null) return false
  const waitedMs = at.options.context.clock.now() - chargedAt
  return outcome === 'failed' || (outcome !== 'succeeded' && waitedMs > TASK_UNKNOWN_MS)
}

export const task: Verb = {
  needs: 'name',
  run: async (at, argument) => {
    const { accountId, lang } = at.ticket
    if (accountId === null) return told(at, 'staff_no_account')
    const now = at.options.context.clock.now()
    const all = (await at.w.tasks.ofAccount(accountId, LOOKED_AT)).filter((one) => mayGoBack(at, one))
    if (all.length === 0) return told(at, 'staff_task_none')
    const list = all.map((one) => taskLabel(one, lang, now)).reduce((text, one) => say`${text}\n${one}`, mint(''))
    const [what, rest] = firstWord(argument)
    if (what !== 'refund') return told(at, 'staff_task_how', { list })
    const [tail, behind] = firstWord(rest)
    const found = chosenOf(all, tail, ({ number }) => isEnd(number, tail))
    if (!found) return told(at, 'staff_task_how', { list })
    const chosen = found.one
    const reason = found.named ? behind : rest
    if (reason === '') return told(at, 'staff_reason_needed')
    const done = await refundTaskIn(at.w, chosen.number, now)
    if (done !== 'refunded') return told(at, 'staff_task_none')
    await audit(at, 'task.refund', `task:${chosen.id}`, { units: Number(chosen.units), reason })
    await showMoney(at)
    const amount = chosen.units === null ? mint('—') : worth(chosen.units, at.options.context.policy.unitsPerYuan)
    return told(at, 'staff_task_refunded', { task: mask(chosen.number), amount }, { loud: true })
  },
}

const isEnd = (number: string, tail: Redacted): boolean => {
  const end = tail.replace(/^\*+/, '')
  return end.length >= 3 && number.toUpperCase().endsWith(end.toUpperCase())
}
