// Screens set aside: pages of other apps in other layouts; nobody looks at them, nor at what is missed on them, while rules are written.
import type { Template } from '../templates-open.ts'
import { consoles } from './consoles.ts'
import { freshOf } from './details.ts'
import { payments } from './payments.ts'
import { people } from './people.ts'

export const held: readonly Template[] = [...payments, ...consoles, ...people].map(
  (template) => (v, chance, look) => template(freshOf(v, chance), chance, look),
)
