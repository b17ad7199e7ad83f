// Refund requests: who waits, and the three decisions, each taken once.
import { type Decision, decideRefund } from '../../../core/desk/refund/refund.ts'
import type { Refund } from '../../../core/domain/refund.ts'
import { showYuan } from '../../../core/kit/money.ts'
import { dateOf } from '../../../core/kit/zone.ts'
import { redact } from '../../../core/redaction/redact.ts'
import { mask } from '../../../core/redaction/redacted.ts'
import { audited, type Desk } from '../desk.ts'
import { limit, refundState, rowId, words } from '../shapes.ts'
import { done, failed, type Outcome, taken, verb } from '../verb.ts'
import { timeOf } from '../words.ts'

const headings = ['id', 'state', 'order', 'account', 'amount', 'requested', 'due', 'reason'] as const

const dueOf = ({ state, dueFrom, dueTo, returnedAt }: Refund): string => {
  if (state === 'returned') return `returned ${timeOf(returnedAt)}`
  return dueFrom === null || dueTo === null ? '' : `${dateOf(dueFrom)} to ${dateOf(dueTo)}`
}

async function rowsOf({ context }: Desk, refunds: readonly Refund[]): Promise<string[][]> {
  return context.store.read(async (r) => {
    const rows: string[][] = []
    for (const refund of refunds) {
      const number = (await r.orders.byId(refund.orderId))?.number ?? ''
      rows.push([
        refund.id,
        refund.state,
        mask(number),
        refund.accountId,
        showYuan(refund.amount),
        timeOf(refund.requestedAt),
        dueOf(refund),
        refund.rejectReason ?? refund.reason,
      ])
    }
    return rows
  })
}

export const refundList = verb({
  name: 'refund list',
  says: 'Refunds that wait for a decision or for the money to go back, oldest first; due dates in Shanghai.',
  example: 'refund list',
  opens: 'reading',
  options: {
    state: taken('<state>', 'requested, approved, rejected or returned', refundState.optional()),
    limit: taken('<n>', 'so many of each state at most (200)', limit(200)),
  },
  run: async (desk, _, { state, limit: most }) => {
    const states: readonly Refund['state'][] = state ? [state] : ['requested', 'approved']
    for (const each of states) {
      const refunds = await desk.context.store.read((r) => r.refunds.byState(each, most))
      await desk.list(headings, await rowsOf(desk, refunds))
    }
    return done
  },
})

/** The newest request of the order is another one: deciding about it was not what the operator asked for. */
class AnotherRequest extends Error {}

const actions = { approved: 'refund.approve', rejected: 'refund.reject', returned: 'refund.return' } as const

async function decide(desk: Desk, name: string, id: string, decision: Decision): Promise<Outcome> {
  const find = () => desk.context.store.read((r) => r.refunds.byId(id))
  const refund = await find()
  if (!refund) return failed(`${name}: there is no such refund; list them with: npm run -s admin -- refund list`)
  const decided = await audited(
    desk,
    (context) => decideRefund(context, refund.orderId, decision),
    (result) => {
      if (!result.ok) return undefined
      if (result.value.id !== id) throw new AnotherRequest()
      const detail = {
        amount_fen: Number(refund.amount),
        reason: decision.to === 'rejected' ? decision.reason : null,
      }
      return { action: actions[decision.to], subject: `refund:${id}`, detail }
    },
  ).catch((error: unknown) => {
    if (error instanceof AnotherRequest) return undefined
    throw error
  })
  if (decided?.ok) {
    await desk.list(headings, await rowsOf(desk, [decided.value]))
    return done
  }
  const payback = await desk.context.store.read((r) => r.paybacks.ofCause('refund', id))
  if (payback?.state === 'asking' || payback?.state === 'waiting')
    return failed(
      `${name}: the provider has this refund, or may have it; wait for its answer, two hands send money twice`,
    )
  const now = (await find())?.state
  return failed(`${name}: this refund is ${now} and cannot become ${decision.to}; nothing was changed`)
}

const argument = taken('<id>', 'the refund, as refund list shows it', rowId)

export const refundApprove = verb({
  name: 'refund approve',
  says: 'Approves a refund: the bot sends the money back the way it came, within the working days of the policy.',
  example: 'refund approve rfd_0m1x2y3z4ABCDEFGHJK',
  opens: 'writing',
  argument,
  run: (desk, id) => decide(desk, 'refund approve', id, { to: 'approved', by: desk.by }),
})

export const refundReject = verb({
  name: 'refund reject',
  says: 'Refuses a refund: what was held goes back into the wallet. The reason is kept, redacted.',
  example: "refund reject rfd_0m1x2y3z4ABCDEFGHJK --reason 'used up since'",
  opens: 'writing',
  argument,
  options: { reason: taken('<words>', 'why; the customer may see it', words) },
  run: (desk, id, { reason }) =>
    decide(desk, 'refund reject', id, { to: 'rejected', by: desk.by, reason: redact(reason).text }),
})

export const refundReturned = verb({
  name: 'refund returned',
  says: 'Says that the money of an approved refund was sent back by hand, where the bot cannot do it; the user is told.',
  example: 'refund returned rfd_0m1x2y3z4ABCDEFGHJK',
  opens: 'writing',
  argument,
  run: (desk, id) => decide(desk, 'refund returned', id, { to: 'returned', by: desk.by }),
})
