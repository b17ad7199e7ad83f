// The scanner: lays a text out once, walks its candidates, and asks the rules that want each.
import type { Clue } from './clues.ts'
import type { Label } from './labels.ts'
import { makeNumberScan } from './number-scan.ts'
import { Openings, openingAt, partList } from './openings.ts'
import { Page } from './page.ts'
import { Indexes } from './pool.ts'
import type { Claim, Found, Rule } from './rule.ts'
import { topicNames } from './topics.ts'
import { unitTable } from './units.ts'
import { DENSE, goesOn, LONG_TOKEN, LONG_WORD, type Word } from './words.ts'

const PLUS = 43
const SPACE = 32
const DELETE = 127

export type Scan = { readonly page: Page; readonly claims: Claim[] }
export type Scanner = (source: string) => Scan

const NOBODY: readonly never[] = []

type AskPart = (index: number, page: Page) => Found
type AskWord = { readonly shortest: number; readonly ask: (word: Word, page: Page) => Found }
type AskLabel = { readonly wide: boolean; readonly ask: (label: Label, page: Page) => Found }
type AskSign = (at: number, page: Page) => Found

const askWords = (rules: readonly Rule[]): readonly AskWord[] =>
  rules.flatMap((rule) => (rule.word ? [{ shortest: rule.shortest ?? 1, ask: rule.word }] : []))

const askParts = (rules: readonly Rule[], clue: Clue): readonly AskPart[] =>
  rules.flatMap((rule) => (rule.part && rule.clue === clue ? [rule.part] : []))

/** What words and parts begin with, of the rules that look at that. */
const openingsOf = (rules: readonly Rule[]): Openings<AskPart, AskWord> =>
  new Openings(
    rules.flatMap(({ part, partsBegin }) =>
      part && partsBegin !== undefined ? [{ begins: partsBegin, ask: part }] : [],
    ),
    rules.flatMap((rule) => askWords([rule]).map((ask) => ({ begins: rule.wordsBegin, ask }))),
  )

/** For each topic, in the order of `topicNames`, what is asked. */
const askLabels = (rules: readonly Rule[]): readonly (readonly AskLabel[])[] =>
  topicNames.map((topic) =>
    rules.flatMap(({ label, topics, wide = false }) =>
      label && topics?.includes(topic) ? [{ wide, ask: label }] : [],
    ),
  )

/** What is asked at each sign: its place in `asks` by its unit; the first place is empty. */
function askSigns(rules: readonly Rule[]): { readonly places: Uint8Array; readonly asks: readonly AskSign[][] } {
  const places = new Uint8Array(0x10000)
  const asks: AskSign[][] = [[]]
  for (const { sign, signs = '', rows = '' } of rules) {
    if (!sign) continue
    for (const character of signs + rows) {
      const unit = character.charCodeAt(0)
      if (!places[unit]) places[unit] = asks.push([]) - 1
      asks[places[unit] ?? 0]?.push(sign)
    }
  }
  return { places, asks }
}

/** Builds the tables of candidates once; the scanner then runs in time linear in the text. */
export function makeScanner(rules: readonly Rule[]): Scanner {
  // Plain functions in tables: rules are objects of many shapes, and looking their fields up for each candidate is slow.
  const scanNumbers = makeNumberScan(rules)
  const openings = openingsOf(rules.filter((rule) => !rule.vague))
  const glued = gluedOf(rules)
  const leftWords = askWords(rules.filter((rule) => rule.vague))
  const [code, hex, lone] = [askParts(rules, 'code'), askParts(rules, 'hex'), askParts(rules, 'lone')]
  const labels = askLabels(rules)
  const { places, asks } = askSigns(rules)
  const all = (of: (rule: Rule) => string | undefined): string => rules.map((rule) => of(rule) ?? '').join('')
  const page = new Page(
    unitTable(
      all((rule) => rule.signs),
      all((rule) => rule.rows),
    ),
    openings.table,
  )
  // Words that may be a long token, if nobody else claims them.
  const left = new Indexes()

  return (source) => {
    const claims: Claim[] = []
    left.clear()
    page.layOut(source)
    const { parts, opened, clues } = page
    if (parts.length > 0) {
      scanWords(page, openings.words, glued, left, claims)
      if (opened.length > 0) scanOpened(page, openings, claims)
      if (clues.code.length > 0) scanParts(page, clues.code, code, claims)
      if (clues.hex.length > 0) scanParts(page, clues.hex, hex, claims)
      if (clues.lone.length > 0) scanParts(page, clues.lone, lone, claims)
    }
    if (page.labels.length > 0) scanLabels(page, labels, claims)
    for (let i = 0; i < page.signs.length; i++) {
      const at = page.signs.at(i)
      for (const ask of asks[places[page.unit(at)] ?? 0] ?? NOBODY) add(claims, ask(at, page))
    }
    if (page.groups.length > 0) scanNumbers(page, claims)
    if (left.length > 0) scanLeftWords(page, left, leftWords, claims)
    return { page, claims }
  }
}

function add(claims: Claim[], found: Found): void {
  if (found !== undefined && found.end > found.start) claims.push(found)
}

function scanLabels(page: Page, labels: readonly (readonly AskLabel[])[], claims: Claim[]): void {
  for (let i = 0; i < page.labels.length; i++) {
    const label = page.labels.at(i)
    if (!label) break
    const unit = page.unit(label.valueAt)
    const visible = unit > SPACE && unit < DELETE
    for (const { wide, ask } of labels[label.number] ?? NOBODY) if (visible || wide) add(claims, ask(label, page))
  }
}

/** Rules that want words of several parts by how the first part ends. */
type Glued = readonly (readonly [beforeLast: number, last: number, ask: AskWord])[]

const gluedOf = (rules: readonly Rule[]): Glued =>
  rules.flatMap(({ glued, word, shortest = 1 }) =>
    glued !== undefined && word ? [[glued.charCodeAt(0), glued.charCodeAt(1), { shortest, ask: word }] as const] : [],
  )

function scanWords(
  page: Page,
  lists: readonly (readonly AskWord[])[],
  glued: Glued,
  left: Indexes,
  claims: Claim[],
): void {
  for (let i = 0; i < page.words.length; i++) {
    const word = page.words.at(i)
    if (!word) break
    const length = word.end - word.start
    if (
      (length >= LONG_TOKEN && (word.digits > 0 || page.unit(word.start - 1) === PLUS)) ||
      DENSE.has(page.unit(word.end))
    )
      left.add(i)
    const joined = word.to - word.from > 1
    if (word.list === 0 && !joined) continue
    if (word.digits === 0 && length < LONG_WORD && !goesOn(page.unit(word.end), page.unit(word.end + 1))) continue
    const asked = lists[word.list] ?? NOBODY
    for (const { shortest, ask } of asked) if (length >= shortest) add(claims, ask(word, page))
    if (!joined) continue
    const end = page.parts.end(word.from)
    for (const [beforeLast, last, ask] of glued) {
      const closes = (page.unit(end - 1) | 32) === last && (page.unit(end - 2) | 32) === beforeLast
      if (closes && length >= ask.shortest && !asked.some((other) => other.ask === ask.ask))
        add(claims, ask.ask(word, page))
    }
  }
}

/** So many claims are looked through for each word; with more of them every word is asked about. */
const MOST_COMPARED = 64

function scanLeftWords(page: Page, left: Indexes, words: readonly AskWord[], claims: Claim[]): void {
  const known = claims.length
  for (let i = 0; i < left.length; i++) {
    const word = page.words.at(left.at(i))
    if (!word) break
    if (known > 0 && known <= MOST_COMPARED && isClaimed(word, claims, known)) continue
    const length = word.end - word.start
    for (const { shortest, ask } of words) if (length >= shortest) add(claims, ask(word, page))
  }
}

function isClaimed({ start, end }: Word, claims: readonly Claim[], known: number): boolean {
  for (let i = 0; i < known; i++) {
    const claim = claims[i]
    if (claim && claim.start <= start && claim.end >= end) return true
  }
  return false
}

function scanParts(page: Page, indexes: Indexes, asks: readonly AskPart[], claims: Claim[]): void {
  for (let i = 0; i < indexes.length; i++) for (const ask of asks) add(claims, ask(indexes.at(i), page))
}

function scanOpened(page: Page, { table, parts }: Openings<AskPart, AskWord>, claims: Claim[]): void {
  for (let i = 0; i < page.opened.length; i++) {
    const index = page.opened.at(i)
    const start = page.parts.start(index)
    const entry = table[openingAt(page.unit(start), page.unit(start + 1))] ?? 0
    for (const ask of parts[partList(entry)] ?? NOBODY) add(claims, ask(index, page))
  }
}
