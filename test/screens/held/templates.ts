// Screens set aside: pages of yet other apps; nobody looks at them, nor at what is missed on them, while rules are written.
import { freshOf } from '../details.ts'
import type { Template } from '../templates-open.ts'
import { slips } from './slips.ts'
import { windows } from './windows.ts'

export const held: readonly Template[] = [...slips, ...windows].map(
  (template) => (v, chance, look) => template(freshOf(v, chance), chance, look),
)
