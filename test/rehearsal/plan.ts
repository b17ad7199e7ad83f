// How large a rehearsal is, and what counts as a fault of it.
import type { Plan, Rehearsal } from './rehearse.ts'

/** A thousand orders die fifty times, sixty die five times. */
export const planFor = (orders: number): Omit<Plan, 'folder'> => ({
  orders,
  kills: Math.max(5, Math.ceil(orders / 20)),
  faster: 60,
  everyMs: 250,
  seed: 20261121,
})

/** Empty: every paid fen is in one place, the books are right, and nobody was told what is not so. */
export const faultsOf = (done: Rehearsal): readonly string[] => [
  ...done.lost.map((what) => `lost: ${what}`),
  ...done.invented.map((what) => `not paid by anybody: ${what}`),
  ...done.untrue.map((what) => `untrue: ${what}`),
  ...done.untold.map((what) => `untold: ${what}`),
  ...done.toldTwice.map((what) => `told twice: ${what}`),
  ...done.broken.map((what) => `broken: ${what}`),
  ...done.errors.map((line) => `an error of the bot: ${line.slice(0, 600)}`),
  ...done.believed.map((what) => `a forged notice was believed: ${what}`),
  ...(done.verify === 0 ? [] : [`ledger verify ended with ${done.verify}`]),
  ...(done.exit === 0 ? [] : [`the bot ended with ${done.exit}`]),
]
