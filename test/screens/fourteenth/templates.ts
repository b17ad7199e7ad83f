// All templates of the fourteenth half, places mixed so that photos fall on each.
import type { Template } from '../template.ts'
import { type Sketch, templateFrom } from './easel.ts'
import * as gateways from './gateways.ts'
import * as oddments from './oddments.ts'
import * as purses from './purses.ts'
import * as receipts from './receipts.ts'
import * as straits from './straits.ts'

const shelves: readonly (readonly Sketch[])[] = [purses, receipts, straits, gateways, oddments].map((shelf) =>
  Object.values(shelf),
)

/** One of each shelf by turns. */
export const fourteenth: readonly Template[] = Array.from({ length: 10 }, (_, n) =>
  shelves.flatMap((shelf) => shelf[n] ?? []),
)
  .flat()
  .map(templateFrom)
