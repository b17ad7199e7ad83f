// Screens set aside: pages of yet other apps; nobody looks at them, nor at what is missed on them, while rules are written.
import { freshOf } from '../details.ts'
import type { Template } from '../templates-open.ts'
import { desks } from './desks.ts'
import { folk } from './folk.ts'
import { shops } from './shops.ts'
import { wallets } from './wallets.ts'

export const held: readonly Template[] = [...wallets, ...shops, ...desks, ...folk].map(
  (template) => (v, chance, look) => template(freshOf(v, chance), chance, look),
)
