// Redeem codes: four groups of five (ours) or of four (older ones). The check character need not hold: mistyped is still secret.
import { LONGEST_GROUP, SHORTEST_GROUP } from '../clues.ts'
import type { Label } from '../labels.ts'
import { type Gap, gapBetween } from '../number-run.ts'
import type { Page } from '../page.ts'
import type { Part } from '../parts.ts'
import { ordinaryWord } from '../plain-words.ts'
import type { Claim, Found, Rule } from '../rule.ts'
import { DIGIT, LETTER, LOWER } from '../units.ts'
import { isJoiner, turnsIn, wordy } from '../words.ts'

const GROUPS = 4
/** Groups of a mistyped code, and how long it then is: one character too many or too few. */
const NEARLY = new Set([15, 16, 17, 19, 20, 21])

const size = (part: Part): number => part.end - part.start
const letters = (part: Part): number => part.uppers + part.lowers
const mixed = (part: Part): boolean => part.digits > 0 && letters(part) > 0
/** The same of what `Parts.kind` tells. */
const isMixed = (kind: number): boolean => (kind & DIGIT) !== 0 && (kind & LETTER) !== 0
const sum = (parts: readonly Part[], of: (part: Part) => number): number =>
  parts.reduce((total, part) => total + of(part), 0)
const claim = (start: number, end: number): Claim => ({ kind: 'redeem_code', start, end })

type Chain = { readonly parts: readonly Part[]; readonly dashed: boolean }

/** Up to `most` parts from `index` with nothing but separators between, as long as `goes` agrees. */
function chainFrom(index: number, most: number, page: Page, goes: (part: Part) => boolean, listed = false): Chain {
  const parts: Part[] = []
  let dashed = true
  for (let i = index; i < index + most; i++) {
    const part = page.parts.at(i)
    if (!part || !goes(part)) break
    const last = parts.at(-1)
    const gap = last ? gapBetween(page.codes, last.end, part.start) : 'dash'
    if (!gap || (gap === 'comma' && !listed)) break
    dashed &&= gap === 'dash'
    parts.push(part)
  }
  return { parts, dashed }
}

/** Nothing but the look of the groups speaks for a code: they must look drawn by lot. */
function drawnByLot({ parts, dashed }: Chain, page: Page): boolean {
  const digits = sum(parts, (part) => part.digits)
  const lowers = sum(parts, (part) => part.lowers)
  const mixes = parts.filter(mixed).length
  const words = parts.filter((part) => part.digits === 0 && ordinaryWord(page.slice(part.start, part.end))).length
  if (digits === sum(parts, size)) return dashed && digits === 20
  if (digits === 0) {
    const first = parts[0]?.start ?? 0
    return lowers === 0 && words < 2 && (dashed || (words === 0 && page.near(first, first, 'redeem')))
  }
  // Nothing but O, I and l among digits: a card number read badly.
  if (digits * 4 >= sum(parts, size) * 3 && parts.every((part) => /^[\dOoIl]+$/.test(page.slice(part.start, part.end))))
    return false
  if (dashed) return words < 2 && (mixes > 0 || lowers === 0)
  return words === 0 && digits > 1 && (mixes > 1 || (lowers === 0 && mixes > 0))
}

/** Letters that our alphabet lacks; a code read by eye or by a machine has few of them. */
function strange(text: string): number {
  let count = 0
  for (const sign of text) if ('iloILOuU'.includes(sign)) count++
  return count
}

/** Sixteen or twenty characters in one piece. */
function solid(part: Part, page: Page): boolean {
  const length = size(part)
  if ((length !== 16 && length !== 20) || !mixed(part)) return false
  if (isJoiner(page.unit(part.start - 1)) || isJoiner(page.unit(part.end))) return false
  const text = page.slice(part.start, part.end)
  if (turnsIn(text) < (part.lowers > 0 ? 3 : 2) || page.open(part.start)) return false
  return strange(text) <= 2 && !(part.lowers > 0 && part.uppers > 0 && part.uppers < 3)
}

/** Two or three groups near a word for codes: a part of one is told. */
function someGroups({ parts, dashed }: Chain, page: Page): Found {
  const [first, second] = parts
  const last = parts.at(-1)
  if (!first || !second || !last || !dashed || !parts.every(mixed) || sum(parts, (part) => part.lowers) > 0)
    return undefined
  return page.near(first.start, last.end, 'redeem') ? claim(first.start, last.end) : undefined
}

/** Four parts from `index` on stand no further apart than the groups of a code. */
function fourthOf(index: number, page: Page): boolean {
  const { parts } = page
  for (let i = index + 1; i < index + GROUPS; i++) {
    if (i >= parts.length || parts.size(i) > 6 || !gapBetween(page.codes, parts.end(i - 1), parts.start(i)))
      return false
  }
  return true
}

/** Sixteen or twenty characters in one piece that nothing announces. */
function piece(index: number, page: Page): Found {
  const part = page.parts.at(index)
  return part && solid(part, page) && !page.known(part.start) ? claim(part.start, part.end) : undefined
}

/** Four groups of one size from `index` on. */
const evenFrom = (index: number, page: Page): Chain =>
  chainFrom(index, GROUPS, page, (part) => size(part) === page.parts.size(index))

/** A list of codes: the groups at and behind `index` are the end of one, with a joiner of its own, and the beginning of the next. */
function overTwoCodes(index: number, page: Page): boolean {
  const { parts, codes } = page
  const gap = (i: number): Gap | undefined => gapBetween(codes, parts.end(i - 1), parts.start(i))
  const own = index > 0 ? gap(index) : undefined
  let next = index + 1
  while (next < index + GROUPS && gap(next) === own) next++
  const first = next - GROUPS
  if (own === undefined || next === index + GROUPS || first < 0) return false
  for (let i = first + 1; i < index; i++) if (gap(i) !== own) return false
  const [one, other] = [evenFrom(first, page), evenFrom(next, page)]
  const whole = one.parts.length === GROUPS && other.parts.length === GROUPS
  return whole && drawnByLot(one, page) && drawnByLot(other, page)
}

/** Groups that nothing announces, from `index` on. */
function unannounced(index: number, page: Page): Found {
  const { parts } = page
  const length = parts.size(index)
  if (length > LONGEST_GROUP) return piece(index, page)
  const follows = parts.size(index + 1)
  // Most words of a sentence are passed here: the next word is too short, too long or too far.
  if (follows < SHORTEST_GROUP || follows > LONGEST_GROUP) return undefined
  const gap = gapBetween(page.codes, parts.end(index), parts.start(index + 1))
  if (!gap || gap === 'comma') return undefined
  // Or it is in lower case, and the next word is of another length.
  if (parts.kind(index) & LOWER && (length === SHORTEST_GROUP || length === LONGEST_GROUP || follows !== length))
    return undefined
  // A code has four groups; a part of one is told by two mixed ones.
  if (!(isMixed(parts.kind(index)) && isMixed(parts.kind(index + 1))) && !fourthOf(index, page)) return undefined
  const start = parts.start(index)
  if (page.known(start)) return undefined
  const even = length === 4 || length === 5 ? evenFrom(index, page) : undefined
  const last = even?.parts[GROUPS - 1]
  // From the middle of a code into the sentence behind it: -9XQ4T-BC3DE-F6GH8 doesn't.
  const leaves = even && !even.dashed && isJoiner(page.unit(start - 1)) && last?.digits === 0 && last.lowers > 0
  if (even && last && !even.dashed && overTwoCodes(index, page)) return undefined
  if (even && last) return !leaves && drawnByLot(even, page) ? claim(start, goneOn(page, last)) : undefined
  const some = !even ? undefined : someGroups(even, page)
  if (some) return some
  const near = chainFrom(index, GROUPS, page, (part) => size(part) >= 3 && size(part) <= 6 && part.lowers === 0)
  const end = near.parts[GROUPS - 1]
  const typo = end && near.dashed && NEARLY.has(sum(near.parts, size)) && near.parts.filter(mixed).length >= 2
  return typo ? claim(start, end.end) : undefined
}

/** So many groups may follow the fourth. */
const MOST_MORE = 4

/** Five or six groups of one size joined by dashes are one code, too. */
function goneOn(page: Page, last: Part): number {
  let end = last.end
  const index = page.partAt(last.start)
  for (let i = 1; i <= MOST_MORE && isJoiner(page.unit(end)); i++) {
    const next = page.parts.at(index + i)
    if (!next || next.start !== end + 1 || size(next) !== size(last)) break
    end = next.end
  }
  return end
}

/** The groups that belong to the code: no more than four of one size, none that is a word of the sentence. */
function codeGroups(parts: readonly Part[], page: Page): readonly Part[] {
  const upper = (parts[0]?.lowers ?? 0) === 0
  const stop = parts.findIndex(
    (part, i) =>
      i > 0 && ((upper && part.lowers > 0) || (part.digits === 0 && ordinaryWord(page.slice(part.start, part.end)))),
  )
  const groups = stop < 0 ? parts : parts.slice(0, stop)
  const even = groups.slice(0, GROUPS)
  return even.length === GROUPS && even.every((part) => size(part) === size(even[0] ?? part)) ? even : groups
}

/** What follows a label: one long token, or groups until they no longer look like a code's. */
function announced(label: Label, page: Page): Found {
  // The end of a code that is hidden already: what follows is the sentence.
  if (page.regionAt(label.valueAt) === 'mask') return undefined
  const index = page.partAt(label.valueAt)
  const first = page.parts.at(index)
  if (!first || page.known(first.start)) return undefined
  if (size(first) >= 8) {
    const word = page.wordAt(first.start)
    const text = word ? page.slice(word.start, Math.min(word.end, word.start + 128)) : ''
    const secret =
      word && !(first.hex && size(first) === 32) && (first.digits > 0 || label.joint === 'sign') && !wordy(text)
    // The label may be glued to it: CDKA7K2M…
    return secret ? claim(Math.max(word.start, label.valueAt), word.end) : undefined
  }
  if (label.joint === 'sign' && (size(first) === 4 || size(first) === 5)) {
    // Its groups listed with commas.
    const listed = chainFrom(index, GROUPS, page, (part) => size(part) === size(first) && part.lowers === 0, true)
    const last = listed.parts[GROUPS - 1]
    if (last && listed.parts.filter(mixed).length >= 3) return claim(first.start, goneOn(page, last))
  }
  const { parts } = chainFrom(index, 6, page, (part) => size(part) >= 2 && size(part) <= 7)
  const groups = codeGroups(parts, page)
  const end = groups.at(-1)
  const total = sum(groups, size)
  if (!end || groups.length < 2 || total < 8 || total > 26 || sum(groups, (part) => part.digits) === 0) return undefined
  if (groups.some((part) => part.digits === 0 && part.lowers > 0 && ordinaryWord(page.slice(part.start, part.end))))
    return undefined
  return tells(groups, label, page) ? undefined : claim(first.start, goneOn(page, end))
}

/** Small words and a number with spaces between, and no colon before: the redeem box gives 400. */
function tells(groups: readonly Part[], label: Label, page: Page): boolean {
  if (groups.some(mixed) || !groups.some((part) => part.lowers > 0)) return false
  const even = groups.length === GROUPS && groups.every((part) => size(part) === size(groups[0] ?? part))
  if (even || /[:=]/.test(page.slice(label.end, label.valueAt))) return false
  return groups.every((part, i) => i === 0 || gapBetween(page.codes, groups[i - 1]?.end ?? 0, part.start) === 'space')
}

export const redeemCode: Rule = {
  name: 'redeem code',
  kind: 'redeem_code',
  clue: 'code',
  part: unannounced,
  topics: ['redeem'],
  label: announced,
  cases: {
    hides: [
      '兑换码[[A7K2M-9XQ4T-BC3DE-F6GH8]]用不了',
      '[[a7k2m-9xq4t-bc3de-f6gh8]]',
      'my code is [[A7K2M 9XQ4T BC3DE F6GH8]]',
      '[[A7K2M/9XQ4T/BC3DE/F6GH8]]',
      '兑换码前两段是 [[A7K2M-9XQ4T]]',
      '[[A7K2M9XQ4TBC3DEF6GH8]]',
      '[[A7K2－M9XQ－4TBC－3DEF]]',
      'voucher: [[A7K2 M9XQ 4TBC 3DEF]]',
      '卡密 [[A7K2_M9XQ_4TBC_3DEF]]',
      '[[A7K2M—9XQ4T—BC3DE—F6GH8]]',
      'redeem code [[A7K2M-9XQ4T-\nBC3DE-F6GH8]]',
      '[[Ａ７Ｋ２Ｍ-９ＸＱ４Ｔ-ＢＣ３ＤＥ-Ｆ６ＧＨ８]]',
      '[[A7K2M-9XQ4T-BC3D-F6GH8]] 提示格式不对',
      '兑换码：[[1234-5678-9012-3456]]',
      '兑换码：[[A7K2M，9XQ4T，BC3DE，F6GH8]]',
      '[[А7К2М-9ХQ4Т-ВС3DЕ-F6GН8]]',
      "voucher: [[vayp-b6ft-g8kv-25mk]] doesn't work",
      "code [[a7k2m-9xq4t-bc3de-f6gh8]] doesn't work",
      '[[A7K2M→9XQ4T→BC3DE→F6GH8]]',
      'bought two:\n- [[VAYP-B6FT-G8KV-25MK]]\n- [[X3RT-7MWQ-J2KD-H94B]]\none failed',
      '[[A7K2M-9XQ4T-BC3DE-F6GH8]] / [[GVKDG-T0VC5-7GWY0-5E403]]',
      '[[a7k2m-9xq4t-bc3de-f6gh8]] [[gvkdg-t0vc5-7gwy0-5e403]]',
      '[[A7K2M 9XQ4T BC3DE F6GH8]]\n[[GVKDG T0VC5 7GWY0 5E403]]',
      '[[A7K2M\n9XQ4T\nBC3DE\nF6GH8]]',
      'voucher: [[abcd 1234]]',
      'redeem code [[abcd 1234 efgh 5678]]',
      '卡密 [[A7K2 ➜ M9XQ ➜ 4TBC ➜ 3DEF]]',
    ],
    leaves: [
      'they have paid with cash last week',
      'gpt-4-turbo-2024-04-09',
      'GPT4-TURBO-2024-0409',
      '550e8400-e29b-41d4-a716-446655440000',
      'code 2024 paid 1000 yuan then',
      '兑换码提示无效 50 元',
      'the voucher form shows 502 again',
      'the redeem code is giving 400',
      'my cdk was bought 2025',
      '2026-11-20-1504',
      '余额 100→200→300→400',
      'gpt4→gpt5→qwen3→glm4',
    ],
  },
}
