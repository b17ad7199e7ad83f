// Postal addresses: a Chinese chain of at least three levels, an English street with unit or postcode, or behind a label.
import { isAlnum, isDigit, isHan, SignSet } from '../glyphs.ts'
import type { Label } from '../labels.ts'
import type { NumberRun } from '../number-run.ts'
import { openingAt } from '../openings.ts'
import type { Page } from '../page.ts'
import { chainFrom, MARKER_SIGNS } from '../places.ts'
import type { Found, Rule } from '../rule.ts'

const LONGEST = 120
const SPACE = 32
const COLON = 58
const STREET_WORDS =
  'street st avenue ave av road rd boulevard blvd lane ln drive dr court ct place pl square sq terrace way parkway pkwy highway hwy crescent close walk broadway'
const STREETS = new Set(STREET_WORDS.split(' '))
/** From behind the house number to the word for the street, over at most four words. */
const STREET = new RegExp(
  `^[A-Za-z]?(?:[-/]\\d{1,5})?,? (?:[A-Za-z0-9][\\w'.-]{0,20},? ){0,4}?(?:${STREET_WORDS.replaceAll(' ', '|')})(?![A-Za-z0-9])`,
  'i',
)
const LONGEST_STREET = 160
const UNIT =
  /[ ,]+(?:apt|apartment|unit|suite|ste|flat|floor|fl|room|rm|building|bldg|block|#)\.? ?#?[a-z0-9-]{1,8}(?![a-z0-9])/iy
const POSTCODE =
  /(?:(?<![A-Za-z])[A-Z]{2},? \d{5}(?:-\d{4})?|(?<![A-Za-z0-9])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|(?<![A-Za-z0-9])[A-Z]\d[A-Z] ?\d[A-Z]\d|(?<!\d)\d{5,6})(?![A-Za-z0-9])/g
const TAIL = /^(?:[ ,]+[A-Za-z0-9#.'-]+){0,10}/

/** The first two letters of the words for a street, in lower case. */
const streetOpens = new Uint8Array(1 << 14)
for (const word of STREETS) streetOpens[openingAt(word.charCodeAt(0), word.charCodeAt(1))] = 1

/** House number, name and street are so many words, and so many characters at most. */
const MOST_WORDS = 5
const LONGEST_NAME = 128

/** What else than letters and digits may stand between the house number and the word for the street. */
const IN_STREET = new SignSet(" ,-/'._")

/** A word for a street may follow: most numbers that pass here are followed by something else. */
function streetFollows(page: Page, from: number): boolean {
  for (let at = from, words = 0; at < from + LONGEST_NAME && words < MOST_WORDS; at++) {
    const unit = page.unit(at)
    if (isAlnum(unit)) continue
    if (!IN_STREET.has(unit)) return false
    if (unit !== SPACE) continue
    words++
    const next = page.unit(at + 1)
    if (next < 0x80 && streetOpens[openingAt(next, page.unit(at + 2))] === 1) return true
  }
  return false
}

/** The first postcode at or behind `from`. */
function postcodeIn(text: string, from: number): { start: number; end: number } | undefined {
  POSTCODE.lastIndex = from
  const code = POSTCODE.exec(text)
  return code ? { start: code.index, end: code.index + code[0].length } : undefined
}

/** Where the English address that has its street word end at `at` ends, and whether a unit or a postcode proves it. */
function englishEnd(page: Page, at: number): { end: number; proved: boolean } {
  let end = page.unit(at) === 46 ? at + 1 : at
  UNIT.lastIndex = end
  const unit = UNIT.exec(page.text)
  if (unit) end += unit[0].length
  const tail = TAIL.exec(page.slice(end, end + 70))?.[0] ?? ''
  let proved = unit !== null
  const code = postcodeIn(tail, 0)
  if (code) {
    end += code.end
    proved = true
  }
  return { end: unit || proved ? end : at, proved }
}

/** Behind the house number, perhaps "-4" and a comma, a space and the name of a street: most numbers are passed here. */
function nameFollows(page: Page, from: number, next: number): boolean {
  let at = from
  if (next === 45 || next === 47) {
    at++
    while (isDigit(page.unit(at))) at++
  }
  if (page.unit(at) === 44) at++
  return page.unit(at) === 32 && isAlnum(page.unit(at + 1))
}

function street(run: NumberRun, page: Page): Found {
  if (!run.solid) return undefined
  const next = page.unit(run.end + (run.letterAfter ? 1 : 0))
  if (!nameFollows(page, run.end + (run.letterAfter ? 1 : 0), next)) return undefined
  if (!streetFollows(page, run.end)) return undefined
  const rest = STREET.exec(page.slice(run.end, run.end + LONGEST_STREET))
  if (!rest || page.known(run.start)) return undefined
  const { end, proved } = englishEnd(page, run.end + rest[0].length)
  return proved ? { kind: 'address', start: run.start, end } : undefined
}

function place(page: Page, at: number): Found {
  if (at < page.addressEnd) return undefined
  const chain = chainFrom(page, at)
  if (!chain) return undefined
  // 1号2号3号…: markers of one level only; no chain that begins among them does better.
  if (chain.levels === 1) page.addressEnd = chain.lastAt
  if (chain.levels < 3 || !chain.fine) return undefined
  page.addressEnd = chain.end
  return { kind: 'address', start: chain.start, end: chain.end }
}

const SENTENCE_END = /[。;!?\n]|\. |\.$|,? (?:thanks|thank you|please|and my|my |but |tel|phone)/i

const POINTING = /^(?:(?:this|that|the|our|new|following) ){0,2}$/i

/** Where the value begins, behind a second label for the same: ship to this billing address: … */
function innerValue({ valueAt }: Label, page: Page): number {
  const inner = page.labelBehind(valueAt - 1, () => true, 1)
  if (inner?.topic !== 'address' || inner.joint === 'comma') return valueAt
  return POINTING.test(page.slice(valueAt, inner.start)) ? inner.valueAt : valueAt
}

/** Behind a label: the rest of the line, up to the next label or sentence. */
function announced(label: Label, page: Page): Found {
  const start = innerValue(label, page)
  if (page.known(start) || label.joint === 'comma') return undefined
  const line = page.slice(start, start + LONGEST)
  const stop = line.search(SENTENCE_END)
  const next = page.labelBehind(start, ({ topic }) => topic !== 'address' && topic !== 'site' && topic !== 'ticket')
  const most = Math.min(
    start + (stop < 0 ? line.length : stop),
    next && next.start > start + 4 ? next.start : Number.POSITIVE_INFINITY,
  )
  return isHan(page.unit(start)) ? chinese(label, page, start, most) : english(label, page, start, most)
}

function chinese(label: Label, page: Page, start: number, most: number): Found {
  let from = start
  let end = -1
  let levels = 0
  for (let at = start; at < most; at++) {
    const chain = chainFrom(page, at)
    if (!chain) continue
    levels += chain.levels
    if (end < 0) from = behindColon(page, start, chain.start)
    end = Math.min(chain.end, most)
    at = Math.max(at, chain.next - 1)
  }
  if (end < 0 || levels < (label.joint === 'sign' ? 1 : 2)) return undefined
  // The rest of the clause belongs to it: 对面小卖部, 创业大厦.
  while (end < most && label.joint === 'sign' && (isHan(page.unit(end)) || /[0-9A-Za-z#-]/.test(page.text[end] ?? '')))
    end++
  return end - from >= 4 ? { kind: 'address', start: from, end } : undefined
}

/** The words before a colon still speak about the address: 寄到地址：…, 地址我发你了：… */
function behindColon(page: Page, start: number, end: number): number {
  for (let at = end - 1; at >= start; at--)
    if (page.unit(at) === COLON) return page.unit(at + 1) === SPACE ? at + 2 : at + 1
  return start
}

function english(label: Label, page: Page, start: number, most: number): Found {
  const line = page
    .slice(start, most)
    .trimEnd()
    .replace(/[,\s]+$/, '')
  if (!/\d/.test(line) || !/[A-Za-z]{3}/.test(line) || /^\d+(?:\.\d+){2}|:\/\/|^[A-Za-z0-9]{20}|@/.test(line))
    return undefined
  const words = line.toLowerCase().split(/[^a-z]+/)
  const streets = words.some((word) => STREETS.has(word))
  const first = postcodeIn(line, 0)
  const box = /^p\.? ?o\.? ?box \d+/i.test(line)
  if (!streets && !box && !(first && line.includes(',')) && !(label.joint === 'sign' && line.split(',').length >= 3))
    return undefined
  let last: typeof first
  for (let code = first; code; code = postcodeIn(line, code.end)) if (code.start > 4) last = code
  return { kind: 'address', start, end: start + (last ? last.end : line.length) }
}

export const address: Rule = {
  name: 'postal address',
  kind: 'address',
  signs: MARKER_SIGNS,
  sign: (at, page) => place(page, at),
  digits: [1, 6],
  solid: true,
  follows: ' ,-/',
  number: street,
  topics: ['address'],
  wide: true,
  label: announced,
  cases: {
    hides: [
      '寄到[[北京市海淀区中关村大街27号1101室]]，谢谢',
      '收货地址：[[广东省深圳市南山区科技园南路18号]]',
      '寄到[[天津市南开区鞍山西道158号学府公寓2号楼1门402]]',
      '[[北京市朝阳区望京街9号院2号楼3门501]]，别寄错',
      '地址：[[台北市大安區和平東路1號2棟3門5樓]]',
      '我住[[杭州市西湖区文三路90号]]附近',
      '[[上海市浦东新区张江路67号3栋501室]]',
      '[[香港九龍旺角彌敦道 600 號 12 樓 A 室]]',
      'ship to [[123 Main Street, Apt 4B, New York, NY 10001]]',
      'I am at [[742 Evergreen Terrace, Springfield, IL 62704]] now',
      'billing address: [[10 Downing St, London SW1A 2AA]]',
      '地址：[[朝阳区建国路88号现代城]]，电话没有',
      '联系地址 [[四川省成都市武侯区天府大道100号]]',
      '請寄至收件地址：[[台北市大安區和平東路1號2棟3門5樓]]',
      '地址微信上发过了：[[朝阳区建国路88号现代城]]',
      '寄到公司地址 [[四川省成都市武侯区天府大道100号]]',
      'deliver to this address: [[10 Downing St, London SW1A 2AA]]',
      'ship to my home address: [[742 Evergreen Terrace, Springfield, IL 62704]]',
    ],
    leaves: [
      'IP地址：192.168.1.1',
      '接口地址是 https://api.example.com/v1',
      '我在北京市海淀区',
      '11月20号在超市付的款',
      '怎么知道线路区别',
      '我报了3门课，付了2门402元',
      '邮箱地址填错了',
      'I waited 5 days on the way',
      'address is wrong',
      '这个地址打不开',
      '3号客服说一路上都是这样',
    ],
  },
}
