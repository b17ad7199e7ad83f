// Money that waits for a person's decision has a ticket: in its user's chat, or in the desk's own name where there is no user.
import { newState } from '../../conversation/state.ts'
import { yuan } from '../../diagnosis/words.ts'
import type { ConversationRow } from '../../domain/desk.ts'
import type { Order } from '../../domain/order.ts'
import type { Payment } from '../../domain/payment.ts'
import { mask, mint, type Redacted, say } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import { readCard } from '../card/shape.ts'
import type { ChatOptions } from '../chat/chat.ts'
import { conversationOf, stateOf } from '../chat/conversations.ts'
import { handOff } from '../chat/hand-off.ts'
import { staffRooms } from '../digest/send.ts'
import type { Verdict } from '../lookups/diagnose.ts'
import { refreshCard, sayInThread, tellUser } from '../outbox/enqueue.ts'
import { moveTicket } from '../staff/tickets.ts'

/** The flow under whose name staff read it. */
const TOPIC = 'paid-not-credited'

/** What a colleague sees at once. */
const inShort = (payment: Payment): Redacted =>
  say`💰 ${yuan(payment.amount)} ${mint(payment.channel)} ****${mint(payment.txnTail)} ${mask(payment.orderNumber)} ${mint(payment.suspenseReason ?? '')}`

/** In the caller's transaction; the user hears that a person has it, and the ticket stays open until the money is decided. */
export async function openMoneyTicket(
  w: Writers,
  options: ChatOptions,
  talk: ConversationRow,
  order: Order,
  payment: Payment,
  verdict: Pick<Verdict, 'evidence'>,
): Promise<number> {
  const { context, book, environment, staffPlatform } = options
  const now = context.clock.now()
  const state = stateOf(talk)
  const to = { context, book, environment, staff: staffPlatform?.(talk.platform) }
  const effect = { kind: 'handoff', reason: 'finding', topic: TOPIC } as const
  const open = talk.ticketId !== null
  const { ticketId, said } = await handOff(w, to, talk, state, effect, order.accountId)
  if (!open) {
    await w.conversations.save({ ...talk, ticketId })
    await tellUser(w, now, talk, { kind: 'say', text: said, step: state.step, choices: [] })
  }
  await attach(w, options, ticketId, verdict.evidence)
  await sayInThread(w, now, ticketId, inShort(payment))
  return ticketId
}

/** A ticket of another matter may be open: it carries this money, too. */
async function attach(w: Writers, { context }: ChatOptions, ticketId: number, evidence: readonly string[]) {
  const ticket = await w.tickets.byId(ticketId)
  if (!ticket) return
  const card = readCard(ticket.card)
  const all = [...new Set([...card.evidence, ...evidence])]
  const saved = { ...ticket, card: JSON.stringify({ ...card, evidence: all }) }
  await w.tickets.save(saved)
  const current = { ...saved, version: saved.version + 1 }
  if (!current.moneyOpen && current.state !== 'closed')
    await moveTicket(w, context, current, { kind: 'money', open: true }, mint('desk'))
  else await refreshCard(w, context.clock.now(), current)
}

/** Nobody of ours to be told: staff have it in a ticket all the same. Undefined where there is no place of staff. */
export async function openOrphanTicket(
  w: Writers,
  options: ChatOptions,
  payment: Payment,
  order: Order | undefined,
): Promise<number | undefined> {
  const { context, book, environment } = options
  const [platform] = await staffRooms(w, options)
  if (platform === undefined) return undefined
  const talk = await conversationOf(w, context, { platform, user: `payment:${payment.id}`, lang: 'zh' })
  const to = { context, book, environment, staff: platform }
  const effect = { kind: 'handoff', reason: 'finding', topic: TOPIC } as const
  const { ticketId } = await handOff(w, to, talk, newState('zh'), effect, order?.accountId ?? null)
  const fresh = await w.conversations.byId(talk.id)
  if (fresh) await w.conversations.save({ ...fresh, ticketId })
  await attach(w, options, ticketId, [`payment:${payment.id}`])
  await sayInThread(w, context.clock.now(), ticketId, inShort(payment))
  return ticketId
}
