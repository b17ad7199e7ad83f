// What goes on at the provider while no money moves: people scan and are declined, it breaks, hangs, forgets, and works again.
import * as fc from 'fast-check'
import type { Trade } from '../book.ts'
import { tradeOf } from '../requery.ts'
import { always, anyChannel, type Chance, type Deed, nothing, toOrder } from './deed.ts'

const atProvider = (kind: 'scan' | 'decline', happens: (trade: Trade, now: number) => void): fc.Arbitrary<Deed> =>
  toOrder(kind, nothing, (play, { channel, number }) =>
    play.once(
      async ({ sandbox }) => {
        await (kind === 'scan' ? sandbox.scan(channel, number) : sandbox.decline(channel, number, 'limit'))
        return ''
      },
      (book) => {
        happens(tradeOf(book, channel, number), book.now)
        return ''
      },
    ),
  )
const scan = atProvider('scan', (trade, now) => {
  trade.scannedAt = now
})
const decline = atProvider('decline', (trade, now) => {
  trade.declinedAt = now
})

const forget = toOrder('the provider forgets or remembers', nothing, (play, { channel, number }) =>
  play.once(
    async ({ forgotten }) => {
      if (!forgotten.delete(number)) forgotten.add(number)
      return ''
    },
    (book) => {
      const trade = tradeOf(book, channel, number)
      trade.forgotten = !trade.forgotten
      return ''
    },
  ),
)

const fault: fc.Arbitrary<Deed> = fc
  .record({ channel: anyChannel, how: fc.constantFrom('fails', 'hangs', null, null, null) })
  .map(({ channel, how }) => ({
    name: `the provider ${channel} ${how ?? 'works'}`,
    ready: always,
    play: (play) =>
      play.once(
        async ({ sandbox }) => {
          await (how === null ? sandbox.setUp(channel) : sandbox.setDown(channel, how))
          return ''
        },
        (book) => {
          book.faults[channel] = how
          return ''
        },
      ),
  }))

export const provider: readonly Chance[] = [
  [1, scan],
  [1, decline],
  [1, forget],
  [3, fault],
]
