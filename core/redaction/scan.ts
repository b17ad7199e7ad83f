// The scanner: walks the candidates of a page once and asks the rules that want each.
import { LETTER_AFTER, LETTER_BEFORE } from './digits.ts'
import { gapBetween, NumberRun } from './number-run.ts'
import type { Page } from './page.ts'
import type { Claim, Found, Rule } from './rule.ts'
import type { Topic } from './topics.ts'

/** No rule reads more digits than these as one number. */
const MOST_DIGITS = 36

export type Scanner = (page: Page) => Claim[]

type Keyed<Key> = Map<Key, Rule[]>

function byKey<Key>(rules: readonly Rule[], keysOf: (rule: Rule) => readonly Key[]): Keyed<Key> {
  const table: Keyed<Key> = new Map()
  for (const rule of rules) {
    for (const key of keysOf(rule)) table.set(key, [...(table.get(key) ?? []), rule])
  }
  return table
}

/** Builds the tables of candidates once; the scanner then runs in time linear in the text. */
export function makeScanner(rules: readonly Rule[]): Scanner {
  const numberRules: Rule[][] = Array.from({ length: MOST_DIGITS + 1 }, (_, length) =>
    rules.filter(({ digits }) => digits !== undefined && digits[0] <= length && length <= digits[1]),
  )
  const labelRules = byKey<Topic>(rules, (rule) => rule.topics ?? [])
  const signRules = byKey<number>(rules, (rule) => [...(rule.signs ?? '')].map((sign) => sign.charCodeAt(0)))
  const signs = new Uint8Array(0x10000)
  for (const sign of signRules.keys()) signs[sign] = 1
  const wordRules = rules.filter((rule) => rule.word)
  const partRules = rules.filter((rule) => rule.part)

  return (page) => {
    const claims: Claim[] = []
    const add = (found: Found): void => {
      if (found && found.end > found.start) claims.push(found)
    }
    for (const word of page.words) for (const rule of wordRules) add(rule.word?.(word, page))
    for (let i = 0; i < page.parts.length; i++) for (const rule of partRules) add(rule.part?.(i, page))
    for (const label of page.labels) {
      for (const rule of labelRules.get(label.topic) ?? []) add(rule.label?.(label, page))
    }
    for (let at = 0; at < page.codes.length; at++) {
      const unit = page.unit(at)
      if (signs[unit]) for (const rule of signRules.get(unit) ?? []) add(rule.sign?.(at, page))
    }
    scanNumbers(page, numberRules, add)
    return claims
  }
}

function scanNumbers(page: Page, rules: readonly Rule[][], add: (found: Found) => void): void {
  const { groups, codes } = page
  const run = new NumberRun(groups)
  for (let from = 0; from < groups.count; from++) {
    if (page.known(groups.place(groups.begin(from)))) continue
    run.begin(from)
    for (let to = from; ; ) {
      for (const rule of rules[run.length] ?? []) add(rule.number?.(run, page))
      if (groups.flag(to) & LETTER_AFTER || run.length > MOST_DIGITS) break
      to++
      if (to >= groups.count || groups.flag(to) & LETTER_BEFORE) break
      const gap = gapBetween(codes, groups.place(groups.begin(to) - 1) + 1, groups.place(groups.begin(to)))
      if (!gap || run.length + groups.size(to) > MOST_DIGITS) break
      run.extend(gap)
    }
  }
}
