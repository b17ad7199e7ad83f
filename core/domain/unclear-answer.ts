// When an unclear answer of a provider is asked again: a fact that texts promise and the desk keeps.
import { MINUTE } from '../kit/clock.ts'

/** Asked again exactly this much later, until it is clear (case-rules 11). */
export const UNCLEAR_AGAIN_MS = 5 * MINUTE
