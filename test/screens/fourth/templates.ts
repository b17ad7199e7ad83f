// Pages of yet other apps: set aside once, read, and open since.
import { freshOf } from '../details.ts'
import type { Template } from '../template.ts'
import { slips } from './slips.ts'
import { windows } from './windows.ts'

export const fourth: readonly Template[] = [...slips, ...windows].map(
  (template) => (v, chance, look) => template(freshOf(v, chance), chance, look),
)
