// Passwords: whatever follows a label, also in blocks of two lines, in "mail----password" and in "user:password@host".
import { isAlnum, isDigit, isHan, isLetter, SignSet } from '../glyphs.ts'
import type { Label } from '../labels.ts'
import type { Page } from '../page.ts'
import { ordinaryWord } from '../plain-words.ts'
import type { Found, Rule } from '../rule.ts'
import { wordy } from '../words.ts'

const LONGEST = 512
const STOPS = new SignSet(' \n"\'`“”‘’<>「」『』')
const TRAILING = new SignSet(',.;:)]}|/\\')
const QUERY_END = 38
const SMALL_N = 110

// What people say of a password: "password is wrong", "密码: none".
const SAID =
  /^(?:incorrect|invalid|none|null|nil|undefined|true|false|string|optional|nothing|unknown|not|isn'?t|doesn'?t|too|at|in|on|to|for|of|and|or|but|by|if|it|the|a|an|my|me|i|we|you|ok|okay|yes|no|n\/a|what|why|how|when|where|please|pls|again|also|manager|policy|length|strength|hint|field|form|box|protected|forgot|lost|secure|safe|strong|weak|same|still|already|empty|blank|missing|different|unchanged|here|there|only|just|being|was|were|will|can|cannot|can't|won't|keeps|login|email|account|username|recovery|prompt|screen|option|button|rules?|requirements?|\w+(?:ed|ing|ly))$/i
/** What it is said to be; behind a colon each of these may be one: "password: random". */
const SAID_TO_BE =
  /^(?:correct|right|wrong|valid|accurate|perfect|proper|complex|simpler?|stronger|weaker|longer|shorter|enough|random|unique|identical|similar|private|personal|confidential|sensitive|public|visible|invisible|hidden|useless|impossible|possible|available|unavailable|broken|stolen|theirs|myself|another|should|could|because|before|always|perhaps|whatever|anyway|though|between|behind|without|within|known|common|obvious|current|recent|active|inactive|obsolete|trivial|default|temporary|permanent|written|shown|alright|numeric|alphanumeric)[!?]*$/i
const WRITTEN = /[:=#>|]/
const HOLLOW =
  /^(?:[*•●xX#._\-…]+|\[password\]|<[^>]*>|\{\{?[^}]*\}?\}|\$\{?\w+\}?|your[-_ ]?password\w*|请输入|process\.env\.\w+)$/

/** Where the token that begins at `at` ends: at a space, a quote, a Chinese character or a full-width sign. */
function tokenEnd(page: Page, at: number): number {
  let end = at
  const inQuery = page.regionAt(at) === 'query'
  for (; end < page.length && end - at < LONGEST; end++) {
    const unit = page.unit(end)
    if (STOPS.has(unit) || unit > 0x7e || (inQuery && unit === QUERY_END)) break
    const original = page.view.source.charCodeAt(page.view.start(end))
    // A full-width sign ends the token, a full-width letter or digit is part of it.
    if (original > 0x7f && !(isDigit(unit) || isLetter(unit))) break
  }
  while (end > at && TRAILING.has(page.unit(end - 1))) end--
  return end
}

function secretLike(value: string, label: Label, word: string): boolean {
  const chinese = isHan(word.charCodeAt(0))
  if (HOLLOW.test(value) || SAID.test(value) || ordinaryWord(value)) return false
  if (/^\d{3,4}$/.test(value) && SHORT_CODE.test(word)) return true
  const digits = value.replace(/\D/g, '').length
  const letters = /[A-Za-z]/.test(value)
  const signs = /[^A-Za-z0-9]/.test(value)
  if (/^\d{1,2}[-~]\d{1,2}$|^\d+(?:\.\d+)?%?$/.test(value) && digits < (label.joint === 'sign' ? 4 : 6)) return false
  if (label.joint === 'sign')
    return value.length >= 4 && (letters || digits >= 4) && (chinese || digits > 0 || signs || value.length >= 5)
  if (label.joint === 'comma') return false
  // Letters alone, but in a case nobody writes words in.
  if (!digits && !signs && value.length >= 8 && /[a-z][A-Z]/.test(value) && (chinese || !wordy(value))) return true
  return (
    (letters && digits > 0 && value.length >= 5) ||
    digits >= 6 ||
    (letters && signs && value.length >= 7 && !/^[a-z]+['-][a-z]+$/i.test(value))
  )
}

/** The three or four digits on the back of a card. */
const SHORT_CODE = /^(?:cv[vc]2?|安全码|卡背面)$/i

/** "pass" and "pin" are verbs too. */
const verb = (word: string): boolean => /^(?:pass|pin|pw)$/i.test(word)

const MAIL_BEFORE =
  /(?:@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}|(?:^|[^0-9])1[3-9]\d{9})(?: ?[-,;/|&+、(\n]+ ?| )(?:and |with )?$/i
/** A word for an account and its name; in "the user must pass …" it has none. */
const NAME_BEFORE =
  /(?:^|[^a-z])(?:user(?:name)?|login|account|acct|id|账号|帐号|账户|用户名|用户|帳號|帳戶|用戶名)(?: name| id)?[ :=]{1,3}(?!(?:must|should|can|could|did|does|do|will|would|to|has|is|was|not)[ ,])[!-~]{2,40}(?: ?[-,;/|&+、(\n]+ ?| )(?:and |with )?$/i
const LONGEST_ACCOUNT = 96

/** "mia@… pass W1nter#Sun": right before the verb stands an account; behind it no count, and behind a mere name no word or model. */
function besideAccount(value: string, label: Label, page: Page): boolean {
  if (value.length < 6 || !/\d/.test(value) || !/[a-z]/i.test(value)) return false
  const before = page.slice(Math.max(0, label.start - LONGEST_ACCOUNT), label.start)
  if (MAIL_BEFORE.test(before)) return true
  return (!wordy(value) || /[^A-Za-z0-9_.-]/.test(value)) && NAME_BEFORE.test(before)
}

function announced(label: Label, page: Page): Found {
  const at = label.valueAt
  const word = page.slice(label.start, label.end)
  if (page.known(at)) return undefined
  const end = tokenEnd(page, at)
  const value = page.slice(at, end)
  if (verb(word) && label.joint !== 'sign' && !besideAccount(value, label, page)) return undefined
  if (!secretLike(value, label, word)) return undefined
  if (SAID_TO_BE.test(value) && !WRITTEN.test(page.slice(label.end, at))) return undefined
  return { kind: 'password', start: at, end }
}

/** "账号密码：zhangsan / abc123": the second token is the password; a single one is. */
function login(label: Label, page: Page): Found {
  // "login" is a verb and a page, too.
  if (label.end - label.start === 5 && page.unit(label.end - 1) === SMALL_N && label.joint !== 'sign') return undefined
  const at = label.valueAt
  const first = tokenEnd(page, at)
  if (first === at) return undefined
  const slash = page.slice(at, first).indexOf('/')
  if (slash > 2 && slash < first - at - 4) return { kind: 'password', start: at + slash + 1, end: first }
  const gap = /^(?: ?[-—/|,;、:和]+ ?| |\n)(?:密码[:是为 ]*)?/.exec(page.slice(first, first + 12))
  if (!gap) return undefined
  const start = first + gap[0].length
  const end = tokenEnd(page, start)
  const value = page.slice(start, end)
  return value.length >= 4 && !HOLLOW.test(value) && !SAID.test(value) && /\d|[^A-Za-z0-9]|[a-z][A-Z]/.test(value)
    ? { kind: 'password', start, end }
    : undefined
}

const inAddress = /^:\/\/[^\s/@:]{1,64}:([^\s/@]{3,128})@/
const LONGEST_ADDRESS = 200
const behindDashes = /-{3,6}([!-,.-~][!-~]{4,63})/y

/** An "@" stands before, with nothing but a host between. */
function mailBefore(page: Page, at: number): boolean {
  let from = at - 1
  while (at - from < 64 && (isAlnum(page.unit(from)) || HOST_SIGNS.has(page.unit(from)))) from--
  return page.unit(from) === 64
}
const HOST_SIGNS = new SignSet('_.-')

/** "mail:password", as lists of accounts have it. */
function behindMail(at: number, page: Page): Found {
  if (!isLetter(page.unit(at - 1)) || !mailBefore(page, at)) return undefined
  if (!/@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(page.slice(Math.max(0, at - 64), at))) return undefined
  const end = tokenEnd(page, at + 1)
  const value = page.slice(at + 1, end)
  return value.length >= 6 && /\d/.test(value) && /[A-Za-z]/.test(value) && !value.includes('/') && !HOLLOW.test(value)
    ? { kind: 'password', start: at + 1, end }
    : undefined
}

/** ":" of "://user:password@host" and "-" of "mail----password". */
function sign(at: number, page: Page): Found {
  if (page.unit(at) === 58) {
    const match =
      page.unit(at + 1) === 47 && page.unit(at + 2) === 47 ? inAddress.exec(page.slice(at, at + LONGEST_ADDRESS)) : null
    if (!match) return behindMail(at, page)
    const value = match?.[1]
    if (!match || value === undefined || HOLLOW.test(value)) return undefined
    const end = at + match[0].length - 1
    return { kind: 'password', start: end - value.length, end }
  }
  if (!isAlnum(page.unit(at - 1))) return undefined
  const before = page.slice(Math.max(0, at - 64), at)
  if (!/@[\w.-]+\.[a-z]{2,}$|(?:^|\D)1[3-9]\d{9}$/i.test(before)) return undefined
  behindDashes.lastIndex = at
  const match = behindDashes.exec(page.text)
  const value = match?.[1]?.split('---')[0]
  if (!match || !value) return undefined
  const start = at + match[0].length - (match[1]?.length ?? 0)
  return { kind: 'password', start, end: start + value.length }
}

export const password: Rule = {
  name: 'password',
  kind: 'password',
  topics: ['password', 'login'],
  label: (label, page) => (label.topic === 'login' ? login(label, page) : announced(label, page)),
  signs: ':',
  rows: '-',
  sign,
  cases: {
    hides: [
      '密码：[[abc123]]，登不上',
      '密码是[[hunter2xyz]]',
      '密码[[a1b2c3d4]]不对',
      'password: [[correcthorse]]',
      'my password is [[Tr0ub4dor&3]].',
      'pwd=[[P@ssw0rd!]]',
      '{"password":"[[s3cret!x]]"}',
      '账号：zhangsan\n密码：[[zs@2026]]',
      '账号密码：zhangsan / [[zs20261120]]',
      '口令 [[８８ａａ９９ｂｂ]]',
      'postgres://app:[[s3cr3tpw]]@db.example.com/app',
      '新密码改成[[qwe123456]]了',
      'pin: [[4821]]',
      '我的密码就是我的生日[[19900101]]',
      'my password is my birthday [[19900101]]',
      '口令 [[huxqFwISXRHq]]',
      'user: lily88\npass [[W1nter#Sun]]',
      'id mango-tree / pw [[Bl4ckTea!]]',
      'account: lily88, pass [[Kx7!mango]]',
      '账号 tomcat pass [[T0mCat99]] 登不上',
      'password: [[random]]',
      'password: [[correct!]]',
      'my password is [[Correct#1]]',
    ],
    leaves: [
      '密码错误',
      '忘记密码怎么办',
      '密码是什么',
      'password is incorrect',
      'password reset does not work',
      'the password was changed yesterday',
      '密码：******',
      '密码至少 8-16 位',
      'please pass 2 tests',
      'my account did not pass 2fa',
      'the user must pass gpt-4o-mini as the model',
      'does the account pass KYC-2 checks?',
      'my password is accurate, I looked twice',
      'my password is wrong!',
      'the passcode was valid yesterday',
      'our password is identical to hers',
      'Password required',
      '密码输错 5 次',
      '密码不是我的生日',
    ],
  },
}
