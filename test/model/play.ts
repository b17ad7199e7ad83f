// One act in the shop and in the book, compared line by line; after a death the shop must be where the book was at some mark.
import { type Book, emptyBook, type Mark } from './book.ts'
import { difference, linesIn, linesOf } from './lines.ts'
import { Died } from './mortal.ts'
import { accounts, OPENED_AT, type Shop } from './shop.ts'

/** What the shop made, for the book to know it by: chance is the shop's. */
export type Born = {
  readonly order: { id: string; number: string }
  readonly code: string
  readonly lots: readonly string[]
}

/** What the caller heard, in one word. */
export type Said = string

export type Play = {
  readonly shop: Shop
  readonly book: Book
  /** Points of its writes that the process lives on, as a fate counts them; Infinity for ever. */
  life: number
  deaths: number
  /**
   * Does `act` in the shop and `foresee` in the book; throws a Disagreement where they differ. True: nobody died. Where
   * `foresee` gives undefined the caller's word is not compared.
   */
  once(
    act: (shop: Shop) => Promise<Said>,
    foresee: (book: Book, born: Born, mark: Mark) => Said | undefined,
  ): Promise<boolean>
}

export class Disagreement extends Error {
  override readonly name = 'Disagreement'
}

export function makePlay(shop: Shop): Play {
  const book = emptyBook(OPENED_AT, accounts)
  const play: Play = {
    shop,
    book,
    life: Number.POSITIVE_INFINITY,
    deaths: 0,
    once: async (act, foresee) => {
      shop.fate.arm(play.life)
      let heard: Said | undefined
      try {
        heard = await act(shop)
      } catch (error) {
        if (!(error instanceof Died)) throw error
      }
      const died = shop.fate.dead
      play.life -= shop.fate.seen
      if (died) {
        play.deaths += 1
        play.life = Number.POSITIVE_INFINITY
        await shop.revive()
      } else {
        shop.fate.arm(Number.POSITIVE_INFINITY)
      }
      // The book is kept at each mark only where somebody will look for the shop there.
      const moments: Book[] = []
      const keep = (): void => void (died && moments.push(structuredClone(book)))
      keep()
      const said = foresee(book, await bornIn(shop, book), keep)
      keep()
      const real = await linesIn(shop.store)
      // Whoever got an answer was told of what is kept, whatever happened behind it.
      if (died) return adopt(book, heard === undefined ? moments : moments.slice(-1), real)
      const differ = difference(real, linesOf(book))
      if (differ) throw new Disagreement(differ)
      if (said !== undefined && heard !== said) throw new Disagreement(`the shop says ${heard}, the model says ${said}`)
      return true
    },
  }
  return play
}

/** Before, after, or at a step between: anything else is a state that must not exist. */
function adopt(book: Book, moments: readonly Book[], real: readonly string[]): false {
  const wanted = real.join('\n')
  const moment = moments.find((candidate) => linesOf(candidate).join('\n') === wanted)
  if (!moment) {
    const all = moments.map((candidate, index) => `moment ${index}\n${difference(real, linesOf(candidate))}`)
    throw new Disagreement(`a crash left the shop between two states\n${all.join('\n')}`)
  }
  Object.assign(book, moment)
  return false
}

async function bornIn({ store }: Shop, book: Book): Promise<Born> {
  const orders = await store.sql('select id, number from orders')
  const codes = await store.sql('select id from redeem_code')
  const lots = await store.sql('select source_id from lot order by seq')
  const order = orders.find(({ id }) => !book.orders.some((known) => known.id === id))
  const code = codes.find(({ id }) => !book.codes.some((known) => known.id === id))
  return {
    order: { id: String(order?.id ?? 'unborn'), number: String(order?.number ?? 'unborn') },
    code: String(code?.id ?? 'unborn'),
    lots: lots.map((lot) => String(lot.source_id)),
  }
}
