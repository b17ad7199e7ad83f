// A deed: something that somebody does to the shop, chosen by chance and written so that a failure can be read.
import * as fc from 'fast-check'
import type { Book, Order } from '../book.ts'
import type { Play } from '../play.ts'
import { accounts } from '../shop.ts'

export type Deed = {
  readonly name: string
  /** Whether there is anything to do it to. */
  ready(book: Book): boolean
  /** False: the process died on the way. */
  play(play: Play): Promise<boolean>
}

/** A deed and how often it comes beside the others. */
export type Chance = readonly [weight: number, deed: fc.Arbitrary<Deed>]

/** The first of them mostly: what is thinly spread never meets. */
export const anyAccount = fc.constantFrom(accounts[0], ...accounts)
export const anyChannel = fc.constantFrom('alipay' as const, 'alipay' as const, 'wechat' as const)

/** Counted from the newest: what is fresh is meant more often. */
export const anyPick = fc.oneof(fc.constant(0), fc.nat(2), fc.nat(11))

export function pick<T>(list: readonly T[], index: number): T {
  const found = list.at(-1 - (index % list.length))
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

export const hasOrders = ({ orders }: Book): boolean => orders.length > 0
export const always = (): boolean => true

/** A deed to one of the orders. */
export const toOrder = <P>(
  kind: string,
  parameters: fc.Arbitrary<P>,
  play: (play: Play, order: Order, parameters: P) => Promise<boolean>,
  fits: (book: Book, order: Order) => boolean = always,
): fc.Arbitrary<Deed> =>
  fc.tuple(anyPick, parameters).map(([index, given]) => ({
    name: `${kind} order[-${index + 1}] ${JSON.stringify(given) ?? ''}`.trimEnd(),
    ready: (book) => {
      const orders = book.orders.filter((order) => fits(book, order))
      return orders.length > 0
    },
    play: (at) =>
      play(
        at,
        pick(
          at.book.orders.filter((order) => fits(at.book, order)),
          index,
        ),
        given,
      ),
  }))

export const nothing = fc.constant(undefined)
