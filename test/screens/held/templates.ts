// Screens set aside and read once before anything was tuned on them; readings.md tells what came of it.
import { freshOf } from '../details.ts'
import type { Template } from '../templates-open.ts'
import { offices } from './offices.ts'
import { purchases } from './purchases.ts'
import { talks } from './talks.ts'
import { transfers } from './transfers.ts'

export const held: readonly Template[] = [...transfers, ...purchases, ...offices, ...talks].map(
  (template) => (v, chance, look) => template(freshOf(v, chance), chance, look),
)
