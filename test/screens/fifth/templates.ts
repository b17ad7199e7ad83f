// Pages of yet other apps: set aside once, read, and open since.
import { freshOf } from '../details.ts'
import type { Template } from '../template.ts'
import { offices } from './offices.ts'
import { purchases } from './purchases.ts'
import { talks } from './talks.ts'
import { transfers } from './transfers.ts'

export const fifth: readonly Template[] = [...transfers, ...purchases, ...offices, ...talks].map(
  (template) => (v, chance, look) => template(freshOf(v, chance), chance, look),
)
