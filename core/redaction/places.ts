// The words Chinese addresses are made of, from province down to room, and where a chain of them begins and ends.
import { isAlnum, isDigit, isHan, SignSet } from './glyphs.ts'
import type { Page } from './page.ts'

/** Levels: 1 province, 2 city, 3 district, 4 town, 5 street, 6 estate, 7 number, 8 unit or floor, 9 room. */
const MARKERS: readonly (readonly [string, number])[] = [
  ['特别行政区', 1],
  ['自治区', 1],
  ['省', 1],
  ['自治州', 2],
  ['市', 2],
  ['區', 3],
  ['区', 3],
  ['县', 3],
  ['縣', 3],
  ['旗', 3],
  ['街道', 4],
  ['镇', 4],
  ['鎮', 4],
  ['乡', 4],
  ['鄉', 4],
  ['村', 4],
  ['大街', 5],
  ['大道', 5],
  ['胡同', 5],
  ['路', 5],
  ['街', 5],
  ['巷', 5],
  ['弄', 5],
  ['道中', 5],
  ['道西', 5],
  ['道东', 5],
  ['道', 5],
  ['小区', 6],
  ['小區', 6],
  ['社区', 6],
  ['花园', 6],
  ['花園', 6],
  ['家园', 6],
  ['公寓', 6],
  ['广场', 6],
  ['大厦', 6],
  ['大廈', 6],
  ['新村', 6],
  ['工业园', 6],
  ['科技园', 6],
  ['产业园', 6],
  ['苑', 6],
  ['城', 6],
  ['号院', 7],
  ['号楼', 7],
  ['号', 7],
  ['號', 7],
  ['栋', 7],
  ['棟', 7],
  ['幢', 7],
  ['座', 7],
  ['塔', 7],
  ['单元', 8],
  ['單元', 8],
  ['门', 8],
  ['門', 8],
  ['楼', 8],
  ['樓', 8],
  ['层', 8],
  ['層', 8],
  ['室', 9],
  ['房', 9],
  ['户', 9],
]
/** Of each unit: which of the lists below holds its markers; the first is empty. */
const listOf = new Uint8Array(0x10000)
const lists: (readonly [string, number])[][] = [[]]
for (const marker of MARKERS) {
  const first = marker[0].charCodeAt(0)
  if (!listOf[first]) listOf[first] = lists.push([]) - 1
  lists[listOf[first] ?? 0]?.push(marker)
}
for (const list of lists) list.sort((a, b) => b[0].length - a[0].length)

/** Characters that begin a marker, for the scanner. */
export const MARKER_SIGNS = [...new Set(MARKERS.map(([word]) => word[0] ?? ''))].join('')

// Ordinary words that hold one of these characters.
const ORDINARY = new Set(
  '超市|城市|市场|门市|上市|市值|市面|市价|区别|地区|时区|专区|区块|分区|区域|区间|线路|网路|路由|链路|思路|路径|半路|一路|路上|路子|知道|渠道|通道|道理|报道|难道|味道|频道|楼上|楼下|楼主|账户|用户|户名|客户|商户|开户|帐户|订单号|账号|编号|单号|卡号|省钱|省事|省得|节省|省略|弄好|弄错|弄完|怎么弄|城里|商城|村里|一层|房间|街上|房子'.split(
    '|',
  ),
)
/** Pairs of units that make or open an ordinary word, as one number. */
const ordinaryPairs = new Set([...ORDINARY].map((word) => word.charCodeAt(0) * 0x10000 + word.charCodeAt(1)))

const PLACES =
  '北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|深圳|广州|杭州|南京|苏州|成都|武汉|西安|长沙|郑州|青岛|宁波|厦门|合肥|东莞|佛山|无锡|大连|济南|福州|昆明|沈阳|哈尔滨|九龙|臺北|台北|新北|高雄|台中|廣東|重慶|九龍'
const PLACE = new RegExp(PLACES, 'g')

const MOST_BETWEEN = 14
const MOST_NAME = 14
/** No address is longer; the bound keeps a text of nothing but markers linear. */
const LONGEST = 120
const USUAL_NAME = 6
const STOP = new SignSet('在住到寄是址往至于给我的去从发来见邮')

type Mark = { readonly at: number; readonly end: number; readonly level: number }

const CHINESE_NUMBERS = new SignSet('一二三四五六七八九十百零〇甲乙丙丁')
const chineseNumber = (unit: number): boolean => CHINESE_NUMBERS.has(unit)

/** The character at `at` is part of an ordinary word. */
function inOrdinaryWord(page: Page, at: number): boolean {
  for (let from = at; from >= 0 && from >= at - 2; from--) {
    if (!ordinaryPairs.has(page.unit(from) * 0x10000 + page.unit(from + 1))) continue
    for (let size = at - from + 1; size <= 3; size++) if (ORDINARY.has(page.slice(from, from + size))) return true
  }
  return false
}

/** `word` stands at `at`, where its first character is known to stand. */
function standsAt(page: Page, word: string, at: number): boolean {
  for (let i = 1; i < word.length; i++) if (page.unit(at + i) !== word.charCodeAt(i)) return false
  return true
}

function markAt(page: Page, at: number): Mark | undefined {
  for (const [word, level] of lists[listOf[page.unit(at)] ?? 0] ?? []) {
    if (word.length > 1 && !standsAt(page, word, at)) continue
    const before = page.unit(at - 1) === 32 ? page.unit(at - 2) : page.unit(at - 1)
    // 号, 楼 and 室 are counted: 3号. Most signs are passed here.
    if (level >= 7 && !isAlnum(before) && !chineseNumber(before)) return undefined
    if (word.length === 1 && inOrdinaryWord(page, at)) return undefined
    // 1门402: a door is counted, and its flat follows.
    if ((word === '门' || word === '門') && !isDigit(page.unit(at + 1))) return undefined
    if (word === '道' && !isDigit(page.unit(at + 1)) && !(page.unit(at + 1) === 32 && isDigit(page.unit(at + 2))))
      return undefined
    return { at, end: at + word.length, level }
  }
  return undefined
}

const between = (unit: number): boolean =>
  isHan(unit) || isAlnum(unit) || unit === 32 || unit === 45 || unit === 35 || unit === 44 || unit === 40 || unit === 41

/** A stretch that reads as an address, and how many levels it names. */
export type Chain = {
  readonly start: number
  readonly end: number
  readonly levels: number
  readonly fine: boolean
  readonly next: number
  /** Where its last marker stands. */
  readonly lastAt: number
}

/** The chain of markers that begins with the one at `first`, if there is one; `next` is where to look on. */
export function chainFrom(page: Page, first: number): Chain | undefined {
  const opening = markAt(page, first)
  if (!opening) return undefined
  const marks = [opening]
  let last = opening
  const limit = Math.min(page.length, first + LONGEST)
  for (let at = opening.end; at < limit && at - last.end <= MOST_BETWEEN; at++) {
    const mark = markAt(page, at)
    if (mark && mark.level >= last.level - 1) {
      marks.push(mark)
      last = mark
      at = mark.end - 1
    } else if (!between(page.unit(at))) break
  }
  const start = nameStart(page, opening)
  const named = page.slice(start, opening.at).match(PLACE)?.length ?? 0
  const levels = new Set(marks.map(({ level }) => level)).size + (opening.level > 2 ? Math.min(named, 2) : 0)
  return {
    start,
    end: roomEnd(page, last),
    levels,
    fine: marks.some(({ level }) => level >= 5),
    next: last.end,
    lastAt: last.at,
  }
}

/** Back over the name that the first marker closes: to a known place, or a few characters. */
function nameStart(page: Page, mark: Mark): number {
  let at = mark.at
  while (
    at > 0 &&
    mark.at - at < MOST_NAME &&
    (isHan(page.unit(at - 1)) || isAlnum(page.unit(at - 1))) &&
    !STOP.has(page.unit(at - 1))
  ) {
    at--
  }
  const place = page.slice(at, mark.end).search(PLACE)
  return place >= 0 ? at + place : Math.max(at, mark.at - USUAL_NAME)
}

/** "A座1507", "8幢-1203": what follows the last marker without a word between. */
function roomEnd(page: Page, mark: Mark): number {
  let end = mark.end
  while (end - mark.end < 8 && (isAlnum(page.unit(end)) || (page.unit(end) === 45 && isAlnum(page.unit(end + 1)))))
    end++
  if (mark.level < 5) return mark.end
  // "A座 1507": a room number set apart.
  if (
    end === mark.end &&
    page.unit(end) === 32 &&
    /^ \d{2,4}(?:室|房)?(?![0-9A-Za-z年月日元块:.-])/.test(page.slice(end, end + 8))
  ) {
    while (page.unit(end) === 32 || isDigit(page.unit(end))) end++
  }
  // "英利国际42-1": a building with a number of two parts.
  const building = /^[\u4e00-\u9fff]{1,8}\d{1,4}-\d{1,4}(?![0-9A-Za-z年月日-])/.exec(page.slice(end, end + 20))
  return building ? end + building[0].length : end
}
