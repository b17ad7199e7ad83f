// Names without a label that stand beside a person's number, mail or home, or right above it: a traveller, somebody a parcel goes to.
import { englishWords } from './english.ts'
import { labelAt } from './labels.ts'
import type { Placed, Row } from './layout.ts'
import type { CoverKind } from './screen.ts'
import { DOUBLE, FAMILY } from './surnames.ts'

const HAN = `(?:(?:${DOUBLE})\\p{Script=Han}{1,2}|[${FAMILY}]\\p{Script=Han}{1,2})`
const LATIN = "\\p{Lu}\\p{Ll}{1,12}(?: \\p{Lu}\\.)? \\p{Lu}[\\p{L}'’-]{1,14}"
const NAME = new RegExp(`^(?:${HAN}|${LATIN})[,，]?$`, 'u')
const BEFORE = new RegExp(`^(${HAN}|${LATIN})(?:[(（](?:先生|女士|小姐)[)）])?[\\s,，、/|(（<]{0,4}(?=[\\d+])`, 'u')
const BEHIND = new RegExp(`(?<=\\d[\\s,，、/|]{0,4})(${HAN}|${LATIN})$`, 'u')
const MASKED_PHONE = /(?<!\d)1\d{2}\s?[*＊•]{2,}\s?\d{2,4}(?!\d)/
/** How far below its line the number may stand, in heights. */
const REACH = 2.6
const NUMBERS: ReadonlySet<CoverKind | undefined> = new Set(['phone', 'cn_id', 'email', 'address'])
const OWN: ReadonlySet<CoverKind | undefined> = new Set(['phone', 'cn_id'])

const tells = (line: Placed): boolean =>
  (line.label !== undefined && 'hide' in line.label.topic && NUMBERS.has(line.label.topic.hide)) ||
  MASKED_PHONE.test(line.text) ||
  Array.from(line.text, (_, at) => line.markAt(at)).some((kind) => NUMBERS.has(kind))

/** What stands right below a line of row `at`, beginning where it begins. */
const below = (rows: readonly Row[], at: number, line: Placed): readonly Placed[] =>
  (rows[at + 1]?.lines ?? []).filter(
    ({ level, from }) => level - line.level < REACH * line.height && Math.abs(from.x - line.from.x) < 1.5 * line.height,
  )

/** Covers a name on the same line as somebody's phone or identity number: 朱欣伟 13800138000. */
function nameOnLine(line: Placed): void {
  const text = line.text.trimEnd()
  if (!MASKED_PHONE.test(text) && !Array.from(text, (_, at) => line.markAt(at)).some((kind) => OWN.has(kind))) return
  for (const found of [BEFORE.exec(text), BEHIND.exec(text)]) {
    const name = found?.[1]
    if (found && name && labelAt(name) === undefined) line.mark(found.index, found.index + name.length, 'person')
  }
}

/** Somebody of whatever trade: 观演人, 经手人. Only a name behind it counts. */
const SOMEBODY = /^(?!本人|他人|个人|别人|有人|没人|机器人)\p{Script=Han}{1,4}人\s?:?\s*/u

/** Covers names behind words for somebody that no table knows, right of them or below. */
function namesOfSomebody(rows: readonly Row[]): void {
  for (const [at, { lines }] of rows.entries()) {
    for (const line of lines) {
      const head = SOMEBODY.exec(line.text)?.[0]
      if (!head) continue
      if (NAME.test(line.text.slice(head.length).trim())) line.mark(head.length, line.text.length, 'person')
      if (head.length < line.text.length) continue
      const right = lines.find(({ from }) => from.x > line.to.x)
      const value = right ?? below(rows, at, line)[0]
      // The label above may have taken it for the rest of its status.
      if (value && NAME.test(value.text.trim())) value.mark(0, value.text.length, 'person', true)
    }
  }
}

/** In letters; more is a sentence. */
const LONGEST_NAME = 30
const WHOLE_HAN = /^\p{Script=Han}{2,4}$/u
/** Of a name in letters, what alone points at its bearer. */
const pointing = (name: string): readonly string[] =>
  name.split(/[^\p{L}'’]+/u).filter((word) => /^\p{Lu}\p{L}{3,}/u.test(word) && !englishWords.has(word))

/** Every name that is hidden on the page, or the words of it by which it is known again. */
function knownNames(lines: readonly Placed[]): ReadonlySet<string> {
  const known = new Set<string>()
  for (const line of lines) {
    for (const { start, end, kind } of line.covered()) {
      const name = line.text.slice(start, end)
      if (kind !== 'person') continue
      if (WHOLE_HAN.test(name)) known.add(name)
      else if (name.length <= LONGEST_NAME) for (const word of pointing(name)) known.add(word)
    }
  }
  return known
}

/** A name that was hidden in one place is hidden everywhere on the page, with an initial behind it: Bruna T. */
export function namesAgain(lines: readonly Placed[]): void {
  const known = knownNames(lines)
  for (const line of lines) {
    for (const name of known) {
      for (let at = line.text.indexOf(name); at >= 0; at = line.text.indexOf(name, at + name.length)) {
        const rest = /^[\p{L}'’]* ?\p{Lu}\./u.exec(line.text.slice(at + name.length))?.[0].length ?? 0
        line.mark(at, at + name.length + rest, 'person')
      }
    }
  }
}

/** Covers names that a number vouches for. The numbers must be marked by now. */
export function namesBesideNumbers(rows: readonly Row[]): void {
  namesOfSomebody(rows)
  for (const [at, row] of rows.entries()) {
    for (const line of row.lines) {
      nameOnLine(line)
      if (line.label || line.labelTail || !NAME.test(line.text.trim()) || line.kept().length > 0) continue
      const beside = row.lines.filter((other) => other !== line)
      if ([...beside, ...below(rows, at, line)].some(tells)) line.mark(0, line.text.length, 'person')
    }
  }
}
