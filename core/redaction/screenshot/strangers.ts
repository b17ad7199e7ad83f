// Names that nothing announces are covered wherever a line may say one.
import { hanNamesIn } from './han-names.ts'
import { latinNamesIn } from './latin-names.ts'
import type { Placed } from './layout.ts'
import { unvouchedIn } from './vouched.ts'

/** 老陈（勿扰）, Kevin_L: what people write behind their name. */
const REMARK = /^(?:\s?[(（][^()（）\d]{1,8}[)）]|[_~.-][\p{L}\d]{1,3}(?![\p{L}\d]))/u

/** Covers what may be a name behind the label of a line. Kept values stay kept: a method or a status is nobody's name. */
export function coverStrangers(line: Placed): void {
  if (line.labelTail) return
  const from = line.label?.valueAt ?? 0
  const value = line.text.slice(from)
  const stretches = [...hanNamesIn(value), ...latinNamesIn(value), ...unvouchedIn(value)]
  const somebody = stretches.some(({ sure }) => sure)
  for (const { start, end, sure } of stretches) {
    // A label keeps nearly any word for a status or a method: a name is stronger than that, not than their grammar. States are
    // made of known words, while a method may be the name of whatever house: there only what is nothing but a name is stronger.
    const whole = start === 0 && end === value.trimEnd().length
    const state = line.keptAt(from + start) === 'status'
    const force = ((state && somebody) || (whole && sure)) && !line.isKeptByForm(from + start, from + end)
    const remark = REMARK.exec(value.slice(end))?.[0].length ?? 0
    line.mark(from + start, from + end + remark, 'person', force)
  }
}
