// Time passes, with the reconciler at work or asleep; it likes to stop a millisecond before, at and behind every edge.
import * as fc from 'fast-check'
import { nextWorkAt as realNextWorkAt, reconcile } from '../../../core/desk/payment/reconcile.ts'
import { instantOf } from '../../../core/kit/clock.ts'
import type { Book } from '../book.ts'
import type { Play } from '../play.ts'
import { nextWorkAt, work } from '../requery.ts'
import { rules } from '../rules.ts'
import { always, anyPick, type Chance, type Deed, pick } from './deed.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

const edges: { readonly [name: string]: (book: Book) => readonly number[] } = {
  timeout: ({ orders }) => orders.map(({ createdAt }) => createdAt + rules.openMs),
  'end of late': ({ orders }) => orders.map(({ createdAt }) => createdAt + rules.lateMs),
  'end of refunds': ({ orders }) => orders.map(({ completedAt }) => (completedAt ?? 0) + rules.refundMs),
  'end of a lock': ({ accounts }) => accounts.map(({ lockedUntil }) => lockedUntil ?? 0),
  'a miss grown old': ({ accounts }) => accounts.flatMap(({ misses }) => misses.map((at) => at + rules.missWindowMs)),
  'end of a code': ({ codes }) => codes.map(({ expiresAt }) => expiresAt ?? 0),
  'a stuck order': ({ orders }) => orders.map(({ processingAt }) => (processingAt ?? 0) + rules.stuckMs),
}

/** Lets time pass until `at`; false if the process died on the way. */
export async function until(play: Play, at: number, awake: boolean): Promise<boolean> {
  const { book, shop } = play
  let whole = true
  // A provider that stays away for days is asked every five minutes: nothing new comes of it but a long test.
  const patient = at - book.now <= HOUR || Object.values(book.faults).every((how) => how === null)
  while (awake && patient) {
    const due = await realNextWorkAt(shop.context)
    if (due !== nextWorkAt(book)) throw new Error(`next work at ${due}, the model says ${nextWorkAt(book)}`)
    if (due === undefined || due > at) break
    set(play, Math.max(due, book.now))
    const round = await play.once(
      async ({ context }) => {
        await reconcile(context)
        return ''
      },
      (foreseen, _, mark) => {
        work(foreseen, mark)
        return ''
      },
    )
    whole &&= round
  }
  set(play, at)
  return whole
}

function set({ book, shop }: Play, at: number): void {
  book.now = at
  shop.clock.set(instantOf(at))
}

const awake = fc.boolean()
const wait: fc.Arbitrary<Deed> = fc
  .record({ ms: fc.constantFrom(1, SECOND, 5 * SECOND, MINUTE, 5 * MINUTE, 10 * MINUTE, HOUR, 26 * HOUR), awake })
  .map(({ ms, awake }) => ({
    name: `wait ${ms} ms, the reconciler ${awake ? 'works' : 'sleeps'}`,
    ready: always,
    play: (play) => until(play, play.book.now + ms, awake),
  }))

const toEdge: fc.Arbitrary<Deed> = fc
  .record({ edge: fc.constantFrom(...Object.keys(edges)), off: fc.constantFrom(-1, 0, 1), index: anyPick, awake })
  .map(({ edge, off, index, awake }) => {
    const ahead = (book: Book): readonly number[] =>
      (edges[edge]?.(book) ?? []).map((at) => at + off).filter((at) => at > book.now)
    return {
      name: `wait until ${off} ms from ${edge} [-${index + 1}], the reconciler ${awake ? 'works' : 'sleeps'}`,
      ready: (book) => ahead(book).length > 0,
      play: (play) => until(play, pick(ahead(play.book), index), awake),
    }
  })

export const time: readonly Chance[] = [
  [7, wait],
  [5, toEdge],
]
