// Screens set aside an eighth time, written without sight of the rules or of what was missed before.
import type { Template } from '../template.ts'
import { harbours } from './harbours.ts'
import { templateOf } from './layout.ts'
import { ledgers } from './ledgers.ts'
import { market } from './market.ts'
import { purses } from './purses.ts'
import { stations } from './stations.ts'
import { workbench } from './workbench.ts'

export const eighth: readonly Template[] = [
  ...purses,
  ...stations,
  ...market,
  ...harbours,
  ...ledgers,
  ...workbench,
].map(templateOf)
