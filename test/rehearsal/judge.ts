// What became of every fen and of every word, read from the providers' books, our records and the chats as people see them.
import { interfaceText } from '../../core/conversation/book.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { txnHashOf } from '../../core/redaction/door.ts'
import { shippedBook } from '../fakes/chat-context.ts'
import type { Crowd } from './crowd.ts'
import type { Chronicle } from './story.ts'

export type Judgement = {
  /** Fen by where they ended. */
  readonly fen: { credited: number; suspense: number; refunded: number }
  readonly payments: { credited: number; suspense: number; refunded: number }
  /** Each line is a fault. */
  readonly lost: readonly string[]
  readonly invented: readonly string[]
  readonly untrue: readonly string[]
  readonly untold: readonly string[]
  readonly toldTwice: readonly string[]
  readonly broken: readonly string[]
  readonly told: number
}

const places = {
  credited: 'credited',
  granted: 'credited',
  suspense: 'suspense',
  refunded: 'refunded',
  returned: 'refunded',
} as const
type Place = (typeof places)[keyof typeof places]

const marks = (['zh', 'en'] as const).map((lang) => String(interfaceText(shippedBook, lang, 'may_repeat')))
const confirmed = (['zh', 'en'] as const).map((lang) => String(interfaceText(shippedBook, lang, 'payment_confirmed')))
const firstMask = (text: string): string | undefined => /\*{4}([0-9A-Z]{4})/.exec(text)?.[1]

export async function judge(crowd: Crowd, { paid, shown }: Chronicle): Promise<Judgement> {
  const { context, banks } = crowd
  const { store, keyring } = context
  const fen = { credited: 0, suspense: 0, refunded: 0 }
  const payments = { credited: 0, suspense: 0, refunded: 0 }
  const lost: string[] = []
  const invented: string[] = []
  const known = new Map<string, { readonly place: Place; readonly orderId: string | null }>()
  for (const { channel, number, txn, fen: amount } of paid) {
    const row = await store.read((r) => r.payments.byTxn(channel, txnHashOf(keyring, txn)))
    const place = row && places[row.disposition as keyof typeof places]
    if (!row || !place) lost.push(`${channel} ${number.slice(-4)}: ${row?.disposition ?? 'unknown'}`)
    else if (row.amount !== amount) lost.push(`${channel} ${number.slice(-4)}: ${row.amount} instead of ${amount}`)
    else {
      fen[place] += Number(amount)
      payments[place] += 1
      known.set(row.id, { place, orderId: row.orderId })
    }
  }
  for (const { id } of await store.sql('select id from payment')) {
    if (!known.has(String(id))) invented.push(String(id))
  }
  // What left the providers is what the books say has left.
  const back = await store.sql(
    `select channel, sum(amount) as fen from payback where state = 'returned' group by channel`,
  )
  for (const { name, till } of banks) {
    const theirs = [...till.trades.values()].reduce((sum, trade) => sum + till.refunded(trade), 0n)
    const ours = BigInt(Number(back.find(({ channel }) => channel === name)?.fen ?? 0))
    if (theirs !== ours) invented.push(`${name} sent ${theirs} fen back, the books say ${ours}`)
  }

  const untrue: string[] = []
  const untold: string[] = []
  const toldTwice: string[] = []
  let told = 0
  for (const { order, customer } of shown) {
    const now = await store.read((r) => r.orders.byId(order.id))
    const tail = order.number.slice(-4)
    const texts = customer.who
      .sees()
      .filter(({ by, text }) => by === 'bot' && text.includes(`****${tail}`))
      .map(({ text }) => text)
    const good = texts.filter((text) => confirmed.some((word) => text.includes(word)) && firstMask(text) === tail)
    const plain = good.filter((text) => !marks.some((mark) => text.startsWith(mark)))
    const held = [...known.values()].some(({ orderId, place }) => orderId === order.id && place !== 'credited')
    if (now?.completedAt == null) {
      if (good.length > 0) untrue.push(`${tail} was told that it is credited, and is not`)
    } else if (texts.length === 0) untold.push(`${tail} is credited`)
    if (held && texts.length === 0) untold.push(`${tail} waits for a person`)
    if (plain.length > 1) toldTwice.push(tail)
    if (texts.length > 0) told += 1
  }
  return { fen, payments, lost, invented, untrue, untold, toldTwice, told, broken: await brokenInvariants(store) }
}
