// The judge: reopens the file after each death, looks for what was lost, does everything again, and looks for what came twice.
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { holdOf, walletOf } from '../../core/domain/ledger.ts'
import { txnHashOf } from '../../core/redaction/door.ts'
import { type Deed, kept, type Outcome, perform } from './deed.ts'
import type { Told } from './life.ts'
import { type Done, modelOf, type RefundRow } from './model.ts'
import { paymentsIn } from './provider-book.ts'
import { allAccounts, filesIn, openShop, type Shop } from './shop.ts'

export type Judgement = {
  readonly acknowledged: number
  /** Acknowledged and not there, or a wallet below what it must hold. */
  readonly lost: readonly string[]
  /** A wallet or hold above what it must hold, a payment in more than one place. */
  readonly doubled: readonly string[]
  readonly broken: readonly string[]
}

/** One shop's judge: it remembers every deed of every life. */
export function makeJudge(folder: string) {
  const done = new Map<string, Done>()
  const settled = new Set<string>()

  /** Every payment is told of twice more, wherever it was before. */
  async function deliverAgain(shop: Shop, all: boolean): Promise<readonly string[]> {
    const wrong: string[] = []
    for (const { number, payments } of paymentsIn(filesIn(folder).book)) {
      for (const { txn } of payments) {
        if (settled.has(txn) && !all) continue
        settled.add(txn)
        const notice: Deed = { kind: 'notice', number, txn }
        await Promise.all([perform(shop, notice), perform(shop, notice)])
        const rows = await shop.context.store.sql(
          'select disposition from payment where txn_hash = ?',
          txnHashOf(shop.context.keyring, txn),
        )
        if (rows.length !== 1) wrong.push(`a payment is in ${rows.length} places`)
      }
    }
    return wrong
  }

  async function doAgain(shop: Shop, told: readonly Told[]): Promise<readonly string[]> {
    const wrong: string[] = []
    for (const { deed, outcome } of told) {
      const again = await perform(shop, deed)
      if (deed.kind === 'order' && outcome !== undefined && again !== outcome)
        wrong.push(`an order was made twice: ${JSON.stringify(deed)} ${outcome} then ${again}`)
      done.set(JSON.stringify(deed), { deed, outcome: settledOutcome(deed, outcome, again) })
    }
    return wrong
  }

  return async (told: readonly Told[], all = false): Promise<Judgement> => {
    const shop = openShop(folder)
    try {
      const broken = [...(await brokenInvariants(shop.context.store))]
      const acknowledged = told.flatMap(({ deed, outcome }) => (outcome === undefined ? [] : [{ deed, outcome }]))
      const lost: string[] = []
      for (const { deed, outcome } of all ? [...done.values()] : acknowledged) {
        if (!(await kept(shop, deed, outcome))) lost.push(`${deed.kind}: ${outcome}`)
      }
      const doubled = [...(await doAgain(shop, told)), ...(await deliverAgain(shop, all))]
      broken.push(...(await brokenInvariants(shop.context.store)))
      const model = modelOf(folder, [...done.values()], await refundsOf(shop))
      for (const account of allAccounts) {
        const over = (await balances(shop, account)).map(
          (balance, index) => balance - ([model.wallet, model.held][index]?.get(account) ?? 0n),
        )
        if (over.some((units) => units > 0n)) doubled.push(`${account} holds too much: ${over}`)
        if (over.some((units) => units < 0n)) lost.push(`${account} holds too little: ${over}`)
      }
      return { acknowledged: acknowledged.length, lost, doubled, broken }
    } finally {
      await shop.context.store.close()
    }
  }
}

/** An acknowledgement stands; without one, what the repeat said. */
const settledOutcome = (deed: Deed, first: Outcome | undefined, again: Outcome): Outcome =>
  // A charge that could not be paid at first may be payable by the time it is asked for again.
  deed.kind === 'charge' ? again : (first ?? again)

const balances = (shop: Shop, account: string): Promise<readonly bigint[]> =>
  shop.context.store.read(async (r) => [
    await r.ledger.credit(walletOf(account)),
    await r.ledger.credit(holdOf(account)),
  ])

async function refundsOf({ context }: Shop): Promise<readonly RefundRow[]> {
  const rows = await context.store.sql(`select account_id, units, state from refund where state <> 'rejected'`)
  return rows.map((row) => ({
    account: String(row.account_id),
    units: BigInt(Number(row.units)),
    open: row.state !== 'returned',
  }))
}
