// People ask: about an order of theirs, of somebody else, about none, about a refund or an invoice.
import * as fc from 'fast-check'
import { diagnose } from '../../../core/desk/lookups/diagnose.ts'
import { numberReferences } from '../../../core/redaction/door.ts'
import { Raw } from '../../../core/redaction/raw.ts'
import type { Order } from '../book.ts'
import { findingOfRecent, invoiceFinding, paymentFinding, refundFinding } from '../finding.ts'
import type { Play } from '../play.ts'
import { requery } from '../requery.ts'
import { accounts } from '../shop.ts'
import { always, anyAccount, type Chance, type Deed, toOrder } from './deed.ts'

const status = {
  pending: 'Pending',
  processing: 'Processing',
  completed: 'Completed',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
}

type About = 'payment' | 'refund' | 'invoice'

export const asked = (play: Play, order: Order, about: About, asker: string): Promise<boolean> =>
  play.once(
    async ({ context }) => {
      const named = numberReferences(context.keyring, new Raw(`About ${order.number}, please`))
      const { finding, orderStatus } = await diagnose(context, { about, accountId: asker, named })
      return `${finding} ${orderStatus}`
    },
    (book, _, mark) => {
      if (order.account !== asker) return 'other-account null'
      const answer = requery(book, order.id, 'query', mark)
      const mine = book.orders.find(({ id }) => id === order.id) ?? order
      const finding = { payment: paymentFinding, refund: refundFinding, invoice: invoiceFinding }[about]
      return `${finding(book, mine, answer)} ${status[mine.state]}`
    },
  )

const abouts = fc.constantFrom<About>('payment', 'payment', 'payment', 'refund', 'invoice')
const own = toOrder('the owner asks about', abouts, (play, order, about) => asked(play, order, about, order.account))
const foreign = toOrder('another asks about', abouts, (play, order, about) =>
  asked(play, order, about, accounts.find((id) => id !== order.account) ?? ''),
)

const unnamed: fc.Arbitrary<Deed> = anyAccount.map((account) => ({
  name: `${account} asks where the money is`,
  ready: always,
  play: async (play) => {
    // Its orders are asked about side by side: a death could leave any part of them done, which is not one of the book's moments.
    const { life } = play
    play.life = Number.POSITIVE_INFINITY
    await play.once(
      async ({ context }) => (await diagnose(context, { about: 'payment', accountId: account })).finding,
      (book, born) => {
        const finding = findingOfRecent(book, account)
        // Credited in one instant: which is older is nobody's business, and the shop's to say.
        book.lots.sort((a, b) => born.lots.indexOf(a.of) - born.lots.indexOf(b.of))
        return finding
      },
    )
    play.life = life
    return true
  },
}))

export const asking: readonly Chance[] = [
  [5, own],
  [1, foreign],
  [2, unnamed],
]
