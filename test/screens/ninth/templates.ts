// Screens set aside a ninth time, written without sight of the rules or of what was missed before.
import type { Template } from '../template.ts'
import { templateOf } from './canvas.ts'
import { inboxes } from './inboxes.ts'
import { mainland } from './mainland.ts'
import { overseas } from './overseas.ts'
import { panels } from './panels.ts'
import { straits } from './straits.ts'

export const ninth: readonly Template[] = [...mainland, ...panels, ...straits, ...overseas, ...inboxes].map(templateOf)
