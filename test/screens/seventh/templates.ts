// Screens set aside a seventh time: read, and open since.
import type { Template } from '../template.ts'
import { abroad } from './abroad.ts'
import { desks } from './desks.ts'
import { gateways } from './gateways.ts'
import { islands } from './islands.ts'
import { pockets } from './pockets.ts'
import { templateOf } from './stage.ts'
import { stalls } from './stalls.ts'

export const seventh: readonly Template[] = [...pockets, ...desks, ...gateways, ...islands, ...abroad, ...stalls].map(
  templateOf,
)
