// One of two processes on one file: it hears every notice, in an order of its own, and asks about every order besides.
import { receiveNotice } from '../../../core/desk/payment/receive-notice.ts'
import { requery } from '../../../core/desk/payment/requery.ts'
import { fen } from '../../../core/kit/money.ts'
import { openShop } from '../shop.ts'

/** What the parent gives as the one argument. */
export type Errand = {
  readonly path: string
  readonly letters: readonly { readonly number: string; readonly txn: string; readonly fen: number }[]
  /** How many are under way at the same time. */
  readonly abreast: number
}
/** What comes back: how each notice was settled, and how often another held the lock. */
export type Report = { readonly settled: readonly string[]; readonly errors: readonly string[]; readonly waits: number }

const errand: Errand = JSON.parse(process.argv[2] ?? '')
let waits = 0
const shop = await openShop({
  path: errand.path,
  founded: true,
  around: (writer) => ({
    ...writer,
    begin: async () => {
      const begun = await writer.begin()
      if (!begun) waits += 1
      return begun
    },
  }),
})
const settled: string[] = []
const errors: string[] = []

async function hear({ number, txn, fen: amount }: Errand['letters'][number]): Promise<void> {
  await shop.sandbox.pay('alipay', number, txn, fen(BigInt(amount)))
  const notice = await shop.sandbox.notice('alipay', number, txn)
  if (!notice) throw new Error('the sandbox lost a payment')
  const outcome = await receiveNotice(shop.context, 'alipay', notice.body, notice.headers)
  settled.push(outcome.kind === 'accepted' ? outcome.settled : outcome.reason)
  const order = await shop.context.store.read((r) => r.orders.byNumber(number))
  if (order) await requery(shop.context, order, 'query')
}

for (let first = 0; first < errand.letters.length; first += errand.abreast) {
  const some = errand.letters.slice(first, first + errand.abreast)
  const ended = await Promise.allSettled(some.map(hear))
  for (const end of ended)
    if (end.status === 'rejected')
      errors.push(`${String(end.reason)} ${String((end.reason as { code?: string }).code)}`)
}
// The files stay: the other process may not have opened them yet.
await shop.store.close()
process.stdout.write(JSON.stringify({ settled, errors, waits } satisfies Report))
