// What a notice does: a signed one settles its payment once, a bad one leaves a hint and nothing else.
import type { Book, Mark } from './book.ts'
import { settle, type Told } from './settle.ts'

export function hear(book: Book, told: Told, dies: boolean, mark: Mark): string {
  const order = book.orders.find(({ number }) => number === told.number)
  // Rightly signed, by a provider that this order was never shown at.
  if (order && order.channel !== told.channel) return refuseNotice(book, told.channel, told.number, 'forged')
  const settled = settle(book, told, dies)
  const { channel, number, txn } = told
  const known = book.notices.some((one) => one.channel === channel && one.number === number && one.txn === txn)
  if (!known) book.notices.push({ channel, number, txn, why: null })
  mark()
  return settled
}

export function refuseNotice(book: Book, channel: string, number: string, why: string): string {
  const ours = book.orders.some((order) => order.number === number) ? number : null
  if (!book.notices.some((one) => one.channel === channel && one.number === ours && one.why === why))
    book.notices.push({ channel, number: ours, txn: null, why })
  return why
}
