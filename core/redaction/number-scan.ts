// Walks the digit groups of a page and asks the rules of numbers about every run that may be one.
import { type Group, LETTER_AFTER } from './digits.ts'
import { SignSet } from './glyphs.ts'
import { gapBetween, MOST_DIGITS, NumberRun } from './number-run.ts'
import type { Page } from './page.ts'
import { endsClock, quantityAt } from './quantities.ts'
import type { Claim, Found, Rule } from './rule.ts'
import { topicNames } from './topics.ts'

/** No number has more groups, unless each is a single digit. */
const MOST_GROUPS = 16
const MOST_LONE_STARTS = 3
const PLUS = 43

type Ask = {
  readonly number: (run: NumberRun, page: Page) => Found
  /** One of these stands behind the run; undefined: anything may. */
  readonly follows: SignSet | undefined
}

/** What is asked about runs that begin in one way: by their number of digits, for one group and for several. */
type Asks = {
  readonly solid: readonly (readonly Ask[])[]
  readonly grouped: readonly (readonly Ask[])[]
  /** A run of several groups with fewer digits is nobody's number. */
  readonly leastGrouped: number
}

const NOBODY: readonly never[] = []

/** How a run begins: behind a label of each topic, or of none (0); the second half of them behind a plus sign. */
const WAYS = topicNames.length + 1

function asksOf(rules: readonly Rule[], way: number): Asks {
  const topic = topicNames[(way % WAYS) - 1]
  const table = (grouped: boolean): Ask[][] =>
    Array.from({ length: MOST_DIGITS + 2 }, (_, length) =>
      rules.flatMap(({ digits, number, solid = false, told, plus, follows }) => {
        if (!number || (solid && grouped)) return []
        const within = (range: readonly [number, number] | undefined): boolean =>
          range !== undefined && range[0] <= length && length <= range[1]
        const fits =
          within(digits) || (told && told[0] === topic && within([told[1], told[2]])) || (way >= WAYS && within(plus))
        return fits ? [{ number, follows: follows === undefined ? undefined : new SignSet(follows) }] : []
      }),
    )
  const grouped = table(true)
  const least = grouped.findIndex((asks) => asks.length > 0)
  return { solid: table(false), grouped, leastGrouped: least < 0 ? Number.POSITIVE_INFINITY : least }
}

const ASCII = 0x80

/** The place of a number of so many digits with `behind` after it in the table below. */
const solidAt = (size: number, behind: number): number =>
  Math.min(size, MOST_DIGITS + 1) * ASCII + Math.min(behind, ASCII - 1)

/** 1 where anybody may be asked about a run of one group, in whatever way it begins. Rules tell apart ASCII signs behind it. */
function solidTable(ways: readonly Asks[]): Uint8Array {
  const table = new Uint8Array((MOST_DIGITS + 2) * ASCII)
  for (let size = 0; size <= MOST_DIGITS + 1; size++)
    for (let unit = 0; unit < ASCII; unit++)
      table[solidAt(size, unit)] = ways.some(({ solid }) => anyFits(solid[size] ?? NOBODY, unit)) ? 1 : 0
  return table
}

/**
 * Notes on each group what stands before the next, and how many digits a run that begins with it can have at most.
 * Amounts, dates and times of day stand apart from what is before and behind them.
 */
function measure({ groups, codes }: Page): void {
  let next: Group | undefined
  let second: Group | undefined
  let third: Group | undefined
  for (let i = groups.length - 1; i >= 0; i--) {
    const group = groups.at(i)
    if (!group) break
    group.gap = next && !(group.flags & LETTER_AFTER) ? gapBetween(codes, group.end, next.start) : undefined
    if (next && group.gap !== undefined && group.gap !== 'none') {
      if (endsClock(codes, group) || isApart(codes, group, next, second, third)) group.gap = undefined
    } else if (next?.gap !== undefined) isApart(codes, undefined, next, second, third)
    group.rest = group.end - group.start + (next && group.gap !== undefined ? next.rest : 0)
    third = second
    second = next
    next = group
  }
  if (next?.gap !== undefined) isApart(codes, undefined, next, second, third)
}

/** Whether `group` begins an amount, a date or a time of day; no number goes on behind one. */
function isApart(
  codes: Uint16Array,
  before: Group | undefined,
  group: Group,
  second: Group | undefined,
  third: Group | undefined,
): boolean {
  const many = quantityAt(codes, before, group, second, third)
  const last = many === 1 ? group : many === 2 ? second : third
  if (many > 0 && last) last.gap = undefined
  return many > 0
}

// Pages are read one after the other: one object serves them all.
const run = new NumberRun(new Uint16Array(0))

/** Builds the tables once. The walk adds what the rules claim. */
export function makeNumberScan(rules: readonly Rule[]): (page: Page, claims: Claim[]) => void {
  const ways = Array.from({ length: WAYS * 2 }, (_, way) => asksOf(rules, way))
  const mayBe = solidTable(ways)
  const leastGrouped = Math.min(...ways.map((way) => way.leastGrouped))
  const askAll = (asks: readonly Ask[] | undefined, page: Page, claims: Claim[]): void => {
    for (const { number } of asks ?? NOBODY) {
      const found = number(run, page)
      if (found !== undefined && found.end > found.start) claims.push(found)
    }
  }

  return (page, claims) => {
    const { groups, codes } = page
    measure(page)
    run.read(codes)
    let lone = 0
    // How many labels begin before the group.
    let labels = 0
    let before: Group | undefined
    for (let from = 0; from < groups.length; from++) {
      const first = groups.at(from)
      if (!first) break
      const size = first.end - first.start
      // Digits set apart one by one: a number begins with one of the first, not with each.
      lone = size === 1 && before && before.end - before.start === 1 && near(codes, before, first) ? lone + 1 : 0
      before = first
      if (lone > MOST_LONE_STARTS) continue
      const behind = codes[first.end + (first.flags & LETTER_AFTER ? 1 : 0)] ?? 0
      const long = first.gap !== undefined && first.rest >= leastGrouped
      // Nobody's number, whatever stands before it: most numbers of a text.
      if (!long && mayBe[solidAt(size, behind)] === 0) continue
      while ((page.labels.at(labels)?.start ?? Number.POSITIVE_INFINITY) <= first.start) labels++
      const label = page.labelAmong(labels - 1, first.start)
      const asks = ways[(label ? label.number + 1 : 0) + (page.unit(first.start - 1) === PLUS ? WAYS : 0)]
      if (!asks) break
      const solid = asks.solid[Math.min(size, MOST_DIGITS + 1)] ?? NOBODY
      const alone = anyFits(solid, behind) ? solid : NOBODY
      const goesOn = long && first.rest >= asks.leastGrouped
      if ((alone.length === 0 && !goesOn) || page.known(first.start)) continue
      run.begin(first, label)
      askAll(alone, page, claims)
      if (!goesOn) continue
      for (let to = from, last = first; run.length <= MOST_DIGITS; ) {
        const group = last.gap === undefined ? undefined : groups.at(++to)
        if (!group || last.gap === undefined || (run.groups >= MOST_GROUPS && size > 1)) break
        if (run.length + group.end - group.start > MOST_DIGITS) break
        run.extend(group, last.gap)
        askAll(asks.grouped[run.length], page, claims)
        last = group
      }
    }
  }
}

const anyFits = (asks: readonly Ask[], unit: number): boolean => {
  for (const { follows } of asks) if (follows === undefined || follows.has(unit)) return true
  return false
}

/** A separator stands between two digits. */
const near = (codes: Uint16Array, before: Group, group: Group): boolean =>
  gapBetween(codes, before.end, group.start) !== undefined
