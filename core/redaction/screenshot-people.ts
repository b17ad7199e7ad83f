// Names without a label that stand beside a person's number, or right above it: a traveller, somebody a parcel goes to.
import type { CoverKind } from './screenshot.ts'
import type { Placed, Row } from './screenshot-layout.ts'
import { SURNAMES } from './screenshot-tokens.ts'

const NAME = new RegExp(`^[${SURNAMES}]\\p{Script=Han}{1,2}$`, 'u')
/** How far below its line the number may stand, in heights. */
const REACH = 2.6
const NUMBERS: ReadonlySet<CoverKind | undefined> = new Set(['phone', 'cn_id'])

const tells = (line: Placed): boolean =>
  (line.label !== undefined && 'hide' in line.label.topic && NUMBERS.has(line.label.topic.hide)) ||
  Array.from(line.text, (_, at) => line.markAt(at)).some((kind) => NUMBERS.has(kind))

/** Covers names that a number vouches for. The numbers must be marked by now. */
export function namesBesideNumbers(rows: readonly Row[]): void {
  for (const [at, row] of rows.entries()) {
    for (const line of row.lines) {
      if (line.label || line.labelTail || !NAME.test(line.text.trim()) || line.kept().length > 0) continue
      const below = (rows[at + 1]?.lines ?? []).filter(
        ({ level, from }) =>
          level - line.level < REACH * line.height && Math.abs(from.x - line.from.x) < 1.5 * line.height,
      )
      const beside = row.lines.filter((other) => other !== line)
      if ([...beside, ...below].some(tells)) line.mark(0, line.text.length, 'person')
    }
  }
}
