// A customer who never tires: orders, pays, redeems, spends, wants money back; chance decides what goes wrong on the way.
import { issueCodes } from '../../core/desk/wallet/redeem.ts'
import { CROCKFORD, countedIds } from '../../core/kit/ids.ts'
import { credit, fen, fenOfYuan } from '../../core/kit/money.ts'
import type { Deed, Outcome } from './deed.ts'
import { accountsOf, CHANNEL, type Shop } from './shop.ts'

export const CODE_UNITS = credit(3_000_000n)

/** Does a deed and says before and after it what it is about. */
export type Act = (deed: Deed) => Promise<Outcome>

/** `life` makes the names of this life's orders, tasks and payments unique. Never ends by itself. */
export async function live(shop: Shop, index: number, life: number, act: Act): Promise<never> {
  const chance = countedIds(life * 31 + index + 1)
  const dice = (): number => CROCKFORD.indexOf(chance.base32(1))
  const accounts = accountsOf(index)
  for (let round = 0; ; round++) {
    const name = `${life}-${index}-${round}`
    const account = accounts[(dice() * 32 + dice()) % accounts.length] ?? ''
    // Each of another amount: a like open order would be shown again instead of made.
    const yuan = 10 + ((life * 331 + round) % 9_000)
    const number = await act({ kind: 'order', key: name, account, yuan })
    // One in eight pays a fen too much; that money has to wait in suspense.
    await pay(shop, number, `20261120${name}`, fenOfYuan(yuan) + (dice() % 8 === 0 ? 1n : 0n))
    const notice: Deed = { kind: 'notice', number, txn: `20261120${name}` }
    await told[dice() % told.length]?.(act, notice, number)
    if (dice() % 8 === 0) {
      await pay(shop, number, `20261121${name}`, fenOfYuan(yuan))
      await act({ ...notice, txn: `20261121${name}` })
    }
    if (dice() % 4 === 0) await redeemOne(shop, account, act)
    if (dice() % 3 === 0) await spend(`T${name}`, account, dice(), act)
    if (dice() % 6 === 0) await wantBack(number, dice(), act)
  }
}

const pay = (shop: Shop, number: string, txn: string, amount: bigint): Promise<void> =>
  shop.sandbox.pay(CHANNEL, number, txn, fen(amount))

/** How we hear of a payment. */
const told: readonly ((act: Act, notice: Deed, number: string) => Promise<unknown>)[] = [
  (act, notice) => act(notice),
  (act, notice) => act(notice),
  (act, notice) => Promise.all([act(notice), act(notice)]),
  (act, notice, number) => Promise.all([act(notice), act({ kind: 'ask', number })]),
  (act, _, number) => act({ kind: 'ask', number }),
  // Its notice is lost and nobody asks: the judge's own notice will be the first.
  async () => undefined,
]

async function redeemOne(shop: Shop, account: string, act: Act): Promise<void> {
  const [code] = await issueCodes(shop.context, { units: CODE_UNITS, count: 1 })
  if (!code) return
  const deed: Deed = { kind: 'redeem', text: code.text, account }
  await Promise.all([act(deed), act(deed)])
}

async function spend(task: string, account: string, luck: number, act: Act): Promise<void> {
  if ((await act({ kind: 'charge', task, account })) !== 'charged' || luck < 8) return
  if (luck < 20) await act({ kind: 'succeed', task })
  if (luck > 12) await act({ kind: 'give-back', task })
}

async function wantBack(number: string, luck: number, act: Act): Promise<void> {
  if ((await act({ kind: 'refund', number })) !== 'requested' || luck < 10) return
  await act({ kind: 'approve', number })
  if (luck > 16) await act({ kind: 'return', number })
}
