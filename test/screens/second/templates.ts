// Pages of other apps in other layouts: set aside once, read, and open since.

import { freshOf } from '../details.ts'
import type { Template } from '../template.ts'
import { consoles } from './consoles.ts'
import { payments } from './payments.ts'
import { people } from './people.ts'

export const second: readonly Template[] = [...payments, ...consoles, ...people].map(
  (template) => (v, chance, look) => template(freshOf(v, chance), chance, look),
)
