// Pages of yet other apps: set aside once, read, and open since.
import { freshOf } from '../details.ts'
import type { Template } from '../templates-open.ts'
import { desks } from './desks.ts'
import { folk } from './folk.ts'
import { shops } from './shops.ts'
import { wallets } from './wallets.ts'

export const third: readonly Template[] = [...wallets, ...shops, ...desks, ...folk].map(
  (template) => (v, chance, look) => template(freshOf(v, chance), chance, look),
)
