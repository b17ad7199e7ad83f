// Orders and entries of a wallet as a user reads them, a page at a time, newest first.
import { yuan } from '../../diagnosis/words.ts'
import type { Language } from '../../domain/desk.ts'
import { walletOf } from '../../domain/ledger.ts'
import type { Order } from '../../domain/order.ts'
import type { Refund } from '../../domain/refund.ts'
import { DAY } from '../../kit/clock.ts'
import { join, mint, type Redacted, say } from '../../redaction/redacted.ts'
import type { Readers } from '../../store/nouns.ts'
import type { Caller, Result } from '../chat/caller.ts'
import { entryLine, orderLabel, orderLine, worth } from './words.ts'

const A_PAGE = 8

/** What is being given back of an order, or was. */
function refundWords(order: Order, refunds: readonly Refund[], lang: Language): Redacted | undefined {
  const zh = lang === 'zh'
  const waiting = refunds.find(({ state }) => state === 'requested' || state === 'approved')
  if (waiting) return zh ? say`退款处理中 ${yuan(waiting.amount)}` : say`refund of ${yuan(waiting.amount)} in progress`
  if (order.refunded > 0n) return zh ? say`已退 ${yuan(order.refunded)}` : say`${yuan(order.refunded)} refunded`
  if (refunds.length === 0) return undefined
  return mint(zh ? '退款未通过' : 'refund not approved')
}

async function orderLines(r: Readers, { context, lang, demo }: Caller, page: readonly Order[]): Promise<Redacted[]> {
  const now = context.clock.now()
  const lines: Redacted[] = []
  for (const order of page) {
    const refund = refundWords(order, await r.refunds.ofOrder(order.id), lang)
    lines.push(orderLine(order, lang, now, refund, demo?.note(order.id)))
  }
  return lines
}

/** `page`: the last order of the page before. */
export async function ordersPage(caller: Caller, accountId: string, page: string | undefined): Promise<Result> {
  const { context, lang, demo } = caller
  return context.store.read(async (r) => {
    const before = page === undefined ? undefined : await r.orders.byId(page)
    const found = await r.orders.older(accountId, before?.accountId === accountId ? before : undefined, A_PAGE + 1)
    const shown = found.slice(0, A_PAGE)
    const last = shown.at(-1)
    if (!last) return { outcome: 'none' }
    const beside = page === undefined ? (demo?.beside ?? []).map(mint) : []
    const more = found.length > A_PAGE
    return {
      outcome: more ? 'more' : 'some',
      vars: { list: join([...(await orderLines(r, caller, shown)), ...beside], '\n') },
      items: shown.map((order) => ({ label: orderLabel(order, lang), value: order.id })),
      ...(more ? { answers: { page: last.id } } : {}),
    }
  })
}

async function plansNow(r: Readers, { context, lang }: Caller, accountId: string): Promise<Redacted[]> {
  const now = context.clock.now()
  const active = await r.entitlements.ofAccount(accountId, now)
  return active.map(({ planId, endsAt }) => {
    const name = context.policy.plans.find(({ id }) => id === planId)?.name[lang] ?? planId
    const days = Math.ceil((endsAt - now) / DAY)
    return lang === 'zh' ? say`套餐“${mint(name)}”：还有 ${days} 天` : say`Plan "${mint(name)}": ${days} days left`
  })
}

/** `page`: the number of the last entry of the page before. */
export async function balancePage(caller: Caller, accountId: string, page: string | undefined): Promise<Result> {
  const { context, lang } = caller
  const now = context.clock.now()
  const { unitsPerYuan } = context.policy
  const wallet = walletOf(accountId)
  return context.store.read(async (r) => {
    const before = page === undefined || !/^\d{1,15}$/.test(page) ? undefined : Number(page)
    const found = await r.ledger.statement(wallet, A_PAGE + 1, before)
    const shown = found.slice(0, A_PAGE)
    const last = shown.at(-1)
    const plans = before === undefined ? await plansNow(r, caller, accountId) : []
    const list = [...plans, ...shown.map((line) => entryLine(line, lang, now, unitsPerYuan))]
    const more = found.length > A_PAGE && last !== undefined
    return {
      outcome: more ? 'shown-more' : 'shown',
      vars: {
        balance: worth(await r.ledger.credit(wallet), unitsPerYuan),
        list: list.length > 0 ? join(list, '\n') : mint(lang === 'zh' ? '还没有流水。' : 'No entries yet.'),
      },
      ...(more ? { answers: { page: String(last.seq) } } : {}),
    }
  })
}
