// Buying a plan from the wallet: units spent first in first out, an entitlement in the same transaction.
import { postings } from '../../domain/ledger.ts'
import type { Entitlement } from '../../domain/plan.ts'
import { DAY, plus } from '../../kit/clock.ts'
import { creditFor, fenOfYuan } from '../../kit/money.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { Context } from '../context.ts'
import { takeFromLots } from './task.ts'

export type PlanPurchase = { readonly accountId: string; readonly planId: string; readonly purchaseId: string }

/** `purchaseId` is the client's own key: the same key buys once. */
export const buyPlan = (
  context: Context,
  { accountId, planId, purchaseId }: PlanPurchase,
): Promise<Result<Entitlement, 'unknown-plan' | 'account-not-normal' | 'insufficient-credit'>> =>
  context.store.write(async (w) => {
    const at = context.clock.now()
    const plan = context.policy.plans.find(({ id }) => id === planId)
    if (!plan) return err('unknown-plan')
    const bought = await w.entitlements.byId(`ent_${purchaseId}`)
    if (bought) return ok(bought)
    if ((await w.accounts.byId(accountId))?.status !== 'normal') return err('account-not-normal')
    const price = creditFor(fenOfYuan(plan.priceYuan), context.policy.unitsPerYuan)
    if (!(await takeFromLots(w, accountId, price, `plan:${purchaseId}`, at))) return err('insufficient-credit')
    await w.ledger.post(postings.planBoughtFromWallet(purchaseId, accountId, price), at)
    const entitlement: Entitlement = {
      id: `ent_${purchaseId}`,
      accountId,
      planId,
      orderId: null,
      startsAt: at,
      endsAt: plus(at, plan.days * DAY),
      revokedAt: null,
    }
    await w.entitlements.insert(entitlement)
    return ok(entitlement)
  })
