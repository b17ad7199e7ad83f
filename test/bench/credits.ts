// Durable credits a second, one a commit and a hundred a commit, beside prepared statements written by hand that leave the same rows.
import type { SignedNotice } from '../../core/channels/sandbox.ts'
import type { Context } from '../../core/desk/context.ts'
import { receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { invariant } from '../../core/kit/invariant.ts'
import { byHand, prepare } from './by-hand.ts'
import { type Bench, breathe, type Figure, median, progress, timed } from './figure.ts'
import { CHANNEL, contextOn, makeTills, removeFolder, scratchFolder } from './till.ts'

const GROUP = 100
/** Credits a side and a round. */
const sizes = {
  long: { rounds: 7, single: 300, grouped: 1_000 },
  quick: { rounds: 2, single: 20, grouped: 200 },
} as const

/** What a side does with a group of notices: one commit. */
type Side = (group: readonly SignedNotice[]) => unknown

const receive =
  (context: Context): Side =>
  (group) =>
    Promise.all(group.map(({ body, headers }) => receiveNotice(context, CHANNEL, body, headers)))

export const bench: Bench = async function* ({ quick }) {
  const { rounds, single, grouped } = sizes[quick ? 'quick' : 'long']
  const folder = scratchFolder('credits')
  try {
    const needed = rounds * 2 * (single + grouped)
    progress(`making ${needed} open orders, twice`)
    const tills = await makeTills(folder, needed)
    const { context } = contextOn(tills.product)
    const hand = byHand(tills.byHand, context)
    const product = receive(context)
    const same: Side = (group) => hand.credit(group.map((notice) => prepare(context, notice)))
    let next = 0
    const take = (count: number): readonly SignedNotice[] => {
      next += count
      return tills.notices.slice(next - count, next)
    }

    /** Credits a second of each side, taking turns; who begins changes, so that neither always finds the warmer disk. */
    async function measure(name: string, count: number, group: number, sides: readonly Side[]): Promise<number[][]> {
      const rates: number[][] = sides.map(() => [])
      for (let round = 0; round < rounds; round++) {
        await breathe()
        const notices = take(count)
        const order = round % 2 === 0 ? [0, 1] : [1, 0]
        for (const index of order) {
          const ms = await timed(async () => {
            for (let first = 0; first < count; first += group) await sides[index]?.(notices.slice(first, first + group))
          })
          rates[index]?.push((count / ms) * 1_000)
        }
        progress(`${name} ${round + 1} of ${rounds}`)
      }
      return rates
    }

    const figure = (metric: string, [ours = [], theirs = []]: readonly number[][]): Figure => ({
      metric,
      value: median(ours),
      unit: 'credits/s',
      baseline: median(theirs),
    })

    // "the same work": both sides verify, hash and seal. "rows alone": the hand side finds all of that done beforehand.
    yield figure('single, the same work', await measure('single', single, 1, [product, same]))
    yield figure('grouped by 100, the same work', await measure('grouped', grouped, GROUP, [product, same]))
    const ready = new Map(tills.notices.slice(next).map((notice) => [notice, prepare(context, notice)]))
    const rows: Side = (group) =>
      hand.credit(
        group.map((notice) => {
          const one = ready.get(notice)
          invariant(one, 'a notice of the bench was not prepared')
          return one
        }),
      )
    yield figure('single, rows alone', await measure('single rows', single, 1, [product, rows]))
    yield figure('grouped by 100, rows alone', await measure('grouped rows', grouped, GROUP, [product, rows]))

    hand.close()
    invariant((await brokenInvariants(context.store)).length === 0, 'the bench broke an invariant of the product')
    await context.store.close()
    const other = contextOn(tills.byHand).context
    invariant((await brokenInvariants(other.store)).length === 0, 'the baseline does not leave the rows of a credit')
    await other.store.close()
  } finally {
    removeFolder(folder)
  }
}
