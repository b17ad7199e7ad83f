// Screens set aside a thirteenth time, written without sight of the rules or of what was missed before.
import type { Template } from '../template.ts'
import { consoles } from './consoles.ts'
import { desks } from './desks.ts'
import { islands } from './islands.ts'
import { letters } from './letters.ts'
import { mainland } from './mainland.ts'
import { templateOf } from './sheet.ts'
import { stations } from './stations.ts'

export const thirteenth: readonly Template[] = [
  ...mainland,
  ...stations,
  ...desks,
  ...islands,
  ...letters,
  ...consoles,
].map(templateOf)
