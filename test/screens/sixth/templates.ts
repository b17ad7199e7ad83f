// Screens set aside a sixth time, written without sight of the rules or of what was missed before.
import type { Template } from '../template.ts'
import { banks } from './banks.ts'
import { boards } from './boards.ts'
import { counters } from './counters.ts'
import { templateOf } from './frame.ts'
import { letters } from './letters.ts'
import { rooms } from './rooms.ts'
import { wallets } from './wallets.ts'

export const sixth: readonly Template[] = [...wallets, ...rooms, ...boards, ...banks, ...letters, ...counters].map(
  templateOf,
)
