// Screens set aside a fifteenth time, written without sight of the rules or of what was missed before.
import type { Template } from '../template.ts'
import { abroad } from './abroad.ts'
import { consoles } from './consoles.ts'
import { harbours } from './harbours.ts'
import { mainland } from './mainland.ts'
import { oddities } from './oddities.ts'
import { templateOf } from './paper.ts'
import { stalls } from './stalls.ts'

export const fifteenth: readonly Template[] = [
  ...mainland,
  ...stalls,
  ...consoles,
  ...harbours,
  ...abroad,
  ...oddities,
].map(templateOf)
