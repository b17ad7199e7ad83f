// The scanner: walks the candidates of a page once and asks the rules that want each.
import { LETTER_AFTER, LETTER_BEFORE } from './digits.ts'
import { type Gap, gapBetween, NumberRun } from './number-run.ts'
import type { Page } from './page.ts'
import type { Claim, Found, Rule } from './rule.ts'
import type { Topic } from './topics.ts'

/** No rule reads more digits than these as one number. */
const MOST_DIGITS = 36

/** Nor more groups, unless each is a single digit. */
const MOST_GROUPS = 16
const MOST_LONE_STARTS = 3

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
  const gapBefore = (group: number): Gap | undefined =>
    gapBetween(codes, groups.place(groups.begin(group) - 1) + 1, groups.place(groups.begin(group)))
  let lone = 0
  for (let from = 0; from < groups.count; from++) {
    // Digits set apart one by one: a number begins with one of the first, not with each.
    lone = groups.size(from) === 1 && from > 0 && groups.size(from - 1) === 1 && gapBefore(from) ? lone + 1 : 0
    const start = groups.place(groups.begin(from))
    if (lone > MOST_LONE_STARTS || page.known(start)) continue
    run.begin(from, page.labelAt(start))
    for (let to = from; ; ) {
      for (const rule of rules[run.length] ?? []) add(rule.number?.(run, page))
      if (groups.flag(to) & LETTER_AFTER) break
      to++
      if (to >= groups.count || groups.flag(to) & LETTER_BEFORE) break
      if (run.groups >= MOST_GROUPS && groups.size(from) > 1) break
      const gap = gapBefore(to)
      if (!gap || run.length + groups.size(to) > MOST_DIGITS) break
      run.extend(gap)
    }
  }
}
