// Scores whoever chooses tools: a question in, the tool and its arguments out, held against what was expected.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { matchIntent } from '../../core/conversation/match/intent.ts'

const question = z.strictObject({ q: z.string(), tool: z.string(), args: z.record(z.string(), z.string()) })
export type Question = z.infer<typeof question>
export type Choice = { readonly tool: string; readonly args: Readonly<Record<string, unknown>> }
/** A model can be plugged in here: it is given a question, and the tools as a client sees them. */
export type Player = (question: string, tools: readonly object[]) => Choice | Promise<Choice>

export const questions: readonly Question[] = readFileSync(new URL('./questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => question.parse(JSON.parse(line)))

export type Score = {
  readonly questions: number
  readonly tools: number
  readonly whole: number
  readonly missed: readonly string[]
}

const plain = (value: unknown): string =>
  String(value)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
const fits = (expected: Question['args'], given: Choice['args']): boolean =>
  Object.entries(expected).every(([name, value]) => plain(given[name]) === plain(value))

/** The right tool counts; `whole` counts where every argument that was expected is right too. More arguments do no harm. */
export async function score(player: Player, tools: readonly object[], asked = questions): Promise<Score> {
  const missed: string[] = []
  let [right, whole] = [0, 0]
  for (const { q, tool, args } of asked) {
    const choice = await player(q, tools)
    if (choice.tool === tool) right += 1
    if (choice.tool === tool && fits(args, choice.args)) whole += 1
    else missed.push(`${q} → ${choice.tool}`)
  }
  return { questions: asked.length, tools: right, whole, missed }
}

const byIntent: { readonly [intent: string]: string } = {
  paid_not_credited: 'diagnose_missing_credit',
  payment_failed: 'diagnose_missing_credit',
  duplicate_payment: 'diagnose_missing_credit',
  order_processing: 'get_order_status',
  orders: 'list_recharges',
  balance: 'get_balance_ledger',
  task_charged: 'get_balance_ledger',
  redeem_code: 'check_redeem_code',
  refund: 'get_refund_status',
  invoice: 'get_invoice_status',
  human: 'prepare_handoff',
}

/** The player that is built in: the triage of the chat, and what stands in the question word for word. */
export const triagePlayer: Player = (q) => {
  const { intent } = matchIntent(q)
  const order = /DZ[0-9A-Z]{20}/.exec(q)?.[0]
  const code = /\*{4}[0-9A-Z]{4}|(?<=后四位 |ending in )[0-9A-Z]{4}/.exec(q)?.[0]
  const ticket = /(?:工单 #?|case )(\d+)/.exec(q)?.[1]
  const amount = /(\d+) ?(?:元|yuan)|[了我] (\d+)/.exec(q)?.slice(1).find(Boolean)
  const args = {
    ...(order ? { order_ref: order } : {}),
    ...(code ? { code_masked: code } : {}),
    ...(ticket ? { ticket_ref: ticket } : {}),
    ...(amount ? { amount } : {}),
    ...(/alipay|支付宝/i.test(q) ? { method: 'alipay' } : /wechat|微信/i.test(q) ? { method: 'wechat' } : {}),
  }
  const tool = byIntent[intent] ?? (order ? 'get_order_status' : ticket ? 'get_ticket_status' : 'search_faq')
  return { tool, args: tool === 'prepare_handoff' ? { ...args, topic: 'other' } : args }
}
