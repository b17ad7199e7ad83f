// Long texts in parts that a platform takes: cut where a reader would pause, numbered, nothing lost. Pure.
import { mint, type Redacted } from '../../redaction/redacted.ts'

/** Best places to cut first. */
const PAUSES = [/\n\n/g, /\n/g, /[。！？!?；;] ?/g, /[，, ] ?/g] as const
/** Room for ` (12/34)`. */
const NUMBERING = 10

/** Never between the two halves of a character. */
const whole = (text: string, end: number): number =>
  end > 0 && end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1] as string) ? end - 1 : end

function cut(text: string, room: number): number {
  const window = text.slice(0, room)
  for (const pause of PAUSES) {
    const last = [...window.matchAll(pause)].at(-1)
    const end = last ? last.index + last[0].length : 0
    if (end > room / 2) return end
  }
  return whole(text, room)
}

/** `limit` in UTF-16 units. A text within it stays as it is; parts are numbered at their end. */
export function splitText(text: Redacted, limit: number): readonly Redacted[] {
  if (text.length <= limit) return [text]
  const parts: string[] = []
  for (let rest: string = text; rest.length > 0; ) {
    const end = rest.length <= limit - NUMBERING ? rest.length : cut(rest, limit - NUMBERING)
    parts.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return parts.map((part, index) => mint(`${part.trimEnd()} (${index + 1}/${parts.length})`))
}
