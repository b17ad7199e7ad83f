// Screens set aside: pages of yet other apps; nobody looks at them, nor at what is missed on them, while rules are written.
import { freshOf } from '../details.ts'
import type { Template } from '../templates-open.ts'
import { offices } from './offices.ts'
import { purchases } from './purchases.ts'
import { talks } from './talks.ts'
import { transfers } from './transfers.ts'

export const held: readonly Template[] = [...transfers, ...purchases, ...offices, ...talks].map(
  (template) => (v, chance, look) => template(freshOf(v, chance), chance, look),
)
