// E-mail addresses, also with " at ", "[dot]", spaces around the signs, and as a machine reads them off a picture (.c0m).
import { isAlnum, isHan, isLetter, SignSet } from '../glyphs.ts'
import type { Page } from '../page.ts'
import type { Found, Rule } from '../rule.ts'

const LOCAL = new SignSet("%'+-._")
const LONGEST_LOCAL = 64
const LONGEST_HOST = 100

/** Domains everybody has: their dot may be lost or spoken. */
const PROVIDERS =
  'qq|163|126|gmail|outlook|hotmail|foxmail|icloud|yahoo|sina|sohu|aliyun|139|189|yeah|proton|protonmail|live|msn|me|vip\\.qq|vip\\.163'
/** Top-level domains in Chinese; a host may be Chinese under any. */
const HAN_TLDS =
  '中国|中國|公司|网络|網絡|网址|網址|网店|商城|商店|集团|集團|在线|中文网|香港|台湾|台灣|澳门|移动|手机|信息|我爱你|企业|娱乐|游戏|购物|健康|时尚|慈善|公益|政务|新闻|世界|佛山|广东'
const TLDS = 'com|cn|net|org|io|me|co|edu|gov|info|biz|dev|app|ai|xyz|top|hk|tw|jp|uk|de|fr|ru|kr|us|ca|au|sg|in'

const DOT = '(?: ?[.。] ?| ?[\\[({<]\\s?(?:dot|点|點)\\s?[\\])}>] ?| dot | ?点 ?| ?點 ?)'
const hostAt = new RegExp(
  [
    // A host with a top-level domain of letters, read leniently: c0m, corn, con.
    `[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?){0,3}\\.(?:c[o0]m|c0rn|[a-z]{2,12})(?![a-z0-9])(?:\\.(?:cn|hk|tw|jp|uk|au))?`,
    // Its dot spoken or set apart.
    `[a-z0-9-]{1,40}(?:${DOT}[a-z0-9-]{1,30}){0,2}${DOT}(?:${TLDS}|c0m)(?![a-z0-9])(?:${DOT}cn(?![a-z0-9]))?`,
    // In Chinese: 例子.公司, 邮箱.中国, 例子.com.
    `[\\u4e00-\\u9fffa-z0-9-]{1,30}(?:\\.[\\u4e00-\\u9fffa-z0-9-]{1,30}){0,2}\\.(?:${HAN_TLDS}|(?:com|cn|net|org)(?![a-z0-9]))`,
    // Its dot lost.
    `(?:${PROVIDERS})[ ,]?(?:${TLDS}|c0m)(?![a-z0-9])`,
  ].join('|'),
  'iy',
)
const SPOKEN_AT = /^(?: ?[[({<]\s?(?:at?|艾特|@|a t)\s?[\])}>] ?| at | ?艾特 ?| ?@ ?|#at#|#|\(a\))/i

/** "scheme://user:" stands before: what follows is a password and a host. */
const inAddress = /:\/\/[^\s/@]{0,64}:$/

/** Before a local part: a dot or the like that is spoken, with the piece it joins. */
const SPOKEN_BEFORE =
  /(?:^|[^A-Za-z0-9.%+_*-])([A-Za-z0-9][A-Za-z0-9._-]{0,31}(?: (?:dot|underscore|dash|hyphen) | ?[[({<] ?(?:dot|underscore|dash|点|點) ?[\])}>] ?))$/i
const SPOKEN_DOT_ZH = /(?:^|[^A-Za-z0-9.%+_*-])([A-Za-z][A-Za-z0-9_-]{0,31} ?[点點] ?)$/
const MOST_PIECES = 4
const LONGEST_PIECE = 48

/** A spoken dot may end before `at`: with a bracket, a Chinese character, or the last letter of dot, underscore, dash and a space. */
function endsSpoken(page: Page, at: number): boolean {
  const last = page.unit(at - 1) === SPACE ? page.unit(at - 2) : page.unit(at - 1)
  return SPOKEN_ENDS.has(last) || (page.unit(at - 1) === SPACE && LETTER_ENDS.has(last))
}
const SPACE = 32
const SPOKEN_ENDS = new SignSet('])}>点點')
const LETTER_ENDS = new SignSet('tehnTEHN')

/** Where the local part that begins at `start` begins with its spoken dots: jane dot doe at …, zhang点san艾特… */
function spokenStart(page: Page, start: number): number {
  let at = start
  for (let pieces = 0; pieces < MOST_PIECES; pieces++) {
    // Most local parts are passed here.
    if (!endsSpoken(page, at)) break
    const before = page.slice(Math.max(0, at - LONGEST_PIECE), at)
    const piece = (SPOKEN_BEFORE.exec(before) ?? SPOKEN_DOT_ZH.exec(before))?.[1]
    if (piece === undefined) break
    at -= piece.length
  }
  return at
}

const QUOTE = 34
const NEWLINE = 10

/** Start of the quoted local part whose last quote stands right before `end`; `end` if there is none: "john doe"@… */
function quotedStart(page: Page, end: number): number {
  for (let at = end - 2; at >= 0 && end - at < LONGEST_LOCAL; at--) {
    const unit = page.unit(at)
    if (unit === NEWLINE || unit === 64) return end
    if (unit === QUOTE) return end - at > 2 ? at : end
  }
  return end
}

/** Start of the local part that ends at `end`, or `end` if there is none. */
function localStart(page: Page, end: number): number {
  let at = end
  while (at > 0 && end - at < LONGEST_LOCAL && (isAlnum(page.unit(at - 1)) || LOCAL.has(page.unit(at - 1)))) at--
  while (at < end && !isAlnum(page.unit(at)) && page.unit(at) !== 95) at++
  return at
}

/** Names of accounts written against the local part, as nobody begins one; the others only behind Chinese: 我的Email… */
const GLUED = /^(?:PayPal|AliPay|WeChat)(?=[a-z0-9]{2})/
const GLUED_BEHIND_HAN = /^(?:Paypal|Alipay|Wechat|Email|E-mail|Gmail)(?=[a-z0-9]{2})/
const CAPITALS = new SignSet('PAWEG')

/** The local part that begins at `start` without the label it touches: PayPalli.lei@… */
function withoutLabel(page: Page, start: number): number {
  if (!CAPITALS.has(page.unit(start))) return start
  const opening = page.slice(start, start + 8)
  const label = GLUED.exec(opening) ?? (isHan(page.unit(start - 1)) ? GLUED_BEHIND_HAN.exec(opening) : null)
  return start + (label?.[0].length ?? 0)
}

const masked = (page: Page, at: number): boolean => page.unit(at - 1) === 42 || page.unit(at - 1) === 0x2026

/** Brackets in which "at" is spoken, and what they may hold first, behind a space. */
const BRACKETS = new SignSet('[({<')
const IN_BRACKETS = new SignSet('aA@艾 \n')

/** A local part may end before the sign, and a bracket speaks of "at": most signs are passed here. */
function mayStand(at: number, page: Page): boolean {
  if (BRACKETS.has(page.unit(at)) && !IN_BRACKETS.has(page.unit(at + 1))) return false
  const before = page.unit(at - 1) === 32 ? page.unit(at - 2) : page.unit(at - 1)
  return isAlnum(before) || LOCAL.has(before) || (before === QUOTE && page.unit(at) === 64)
}

/** No spoken sign is longer. */
const LONGEST_SIGN = 16

/** The sign, written or spoken, that stands at `at`. */
const signAt = (page: Page, at: number): string | undefined => SPOKEN_AT.exec(page.slice(at, at + LONGEST_SIGN))?.[0]

function emailAt(at: number, page: Page): Found {
  if (!mayStand(at, page)) return undefined
  // The sign itself, a bracket before a spoken one, a space before " at ", or 艾特.
  const back = page.unit(at - 1) === 32 && page.unit(at) !== 32 ? at - 1 : at
  const wide = signAt(page, back)
  const sign = wide ?? (back === at ? undefined : signAt(page, at))
  if (sign === undefined) return undefined
  const end = wide === undefined ? at : back
  const quoted = page.unit(end - 1) === QUOTE && sign === '@'
  const bare = quoted ? quotedStart(page, end) : localStart(page, end)
  const start = bare === end || quoted ? bare : withoutLabel(page, spokenStart(page, bare))
  if (start === end || masked(page, start) || inAddress.test(page.slice(Math.max(0, start - 80), start)))
    return undefined
  hostAt.lastIndex = 0
  const host = hostAt.exec(page.slice(end + sign.length, end + sign.length + LONGEST_HOST))
  if (!host) return undefined
  const stop = end + sign.length + host[0].length
  const local = page.slice(start, end)
  if (!believable(local, host[0], sign, page, start)) return undefined
  return { kind: 'email', start, end: stop, shown: shown(local, host[0]) }
}

const WELL_KNOWN = new RegExp(`^(?:${PROVIDERS})(?:${DOT}| ?)(?:${TLDS}|c0m)`, 'i')
const DOTS = new RegExp(DOT, 'gi')

/** "look at example.com" is a sentence; "zhang.san at qq dot com" is not. */
function believable(local: string, host: string, sign: string, page: Page, start: number): boolean {
  const tight = sign === '@'
  if (/^git$/i.test(local) && tight) return false
  if (tight) return true
  const wellKnown = WELL_KNOWN.test(host)
  if (sign === '#') return wellKnown && !page.known(start)
  const spokenDot = /dot|点|點/i.test(host)
  const common =
    /^(?:look|me|us|it|is|are|was|be|and|or|the|available|hosted|found|here|docs|see|live|up|back|down|error|available|working|running|pay|paid|order|support|site|them|him|her|arrived|shop|page|login|issue)$/i
  return (wellKnown || spokenDot || page.announced(start, 'email')) && !common.test(local)
}

/** The first character and the domain, its disguise taken off. */
function shown(local: string, host: string): string {
  const dots = host.replace(DOTS, '.').replace(/\s+/g, '').toLowerCase()
  const first =
    local.length > 1 && isLetter(local.charCodeAt(0)) ? local[0] : /^\d/.test(local) && local.length > 4 ? local[0] : ''
  return `${first}***@${dots}`
}

export const email: Rule = {
  name: 'e-mail',
  kind: 'email',
  signs: '@#[({<艾',
  sign: emailAt,
  // " at " between two words.
  partsBegin: 'at',
  part: (index, page) => {
    const start = page.parts.start(index)
    const end = page.parts.end(index)
    return end - start === 2 && page.unit(start - 1) === 32 && page.unit(end) === 32 ? emailAt(start, page) : undefined
  },
  cases: {
    hides: [
      '邮箱[[zhangsan@qq.com]]谢谢',
      'mail me: [[li.lei+ai@gmail.com]].',
      '[[zhangsan＠qq．com]]',
      '[[zhangsan[at]gmail.com]]',
      '[[zhangsan at gmail dot com]]',
      '[[zhangsan (at) 163 (dot) com]]',
      '我的邮箱是[[zhangsan@qq.c0m]]',
      '[[zhangsan@gmailcom]]',
      '[[13812345678@163.com]]',
      '[[zhangsan @ qq.com]]',
      '[[zhangsan艾特qq点com]]',
      '[[zhangsan (a) qq (dot) com]]',
      '[[zhang\u200bsan@qq.com]]',
      'my email is [[jane dot doe at gmail dot com]]',
      'email [[jane dot q dot doe (at) gmail (dot) com]]',
      'email [[jane(dot)doe(at)gmail.com]]',
      'reach me at [[jane underscore doe@gmail.com]]',
      '[[zhang点san艾特qq点com]]',
      '发到[[user@例子.公司]]，谢谢',
      '邮箱[[wang@邮箱.中国]]收不到',
      '[[li.lei@例子.com]]',
      '[["john doe"@example.com]] is mine',
      '[[zhangsan#qq.com]]',
      '用PayPal[[li.lei@outlook.com]]付的',
      '我的Email[[li.lei@qq.com]]收不到',
      '[[PayPal@example.com]] wrote, so did [[Emailteam@example.com]]',
      'from [[paypalhelp@example.com]]',
      'https://example.com/reset?email=[[li@qq.com]]',
    ],
    leaves: [
      'z***@qq.com',
      'git@github.com:org/repo.git',
      '@zhangsan 在吗',
      'npm i @scope/pkg@1.2.3',
      'look at example.com',
      'meet at 3 pm',
      'option (a) example.com',
      'user@localhost',
      '@客服 在吗.谢谢',
      '群里@小王 说"好的"@大家.看',
      '下午3点lisi@',
      'https://example.com/page#top.com',
    ],
  },
}
