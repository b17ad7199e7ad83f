// API keys: the prefixes of vendors and gateways, JWTs, bearer values, and what follows "key=" or 密钥.
import { isAlnum, SignSet } from '../glyphs.ts'
import type { Label } from '../labels.ts'
import { tail } from '../masks.ts'
import type { Page } from '../page.ts'
import { ordinaryWord } from '../plain-words.ts'
import type { Found, Rule } from '../rule.ts'
import { isJoiner, type Word, wordy } from '../words.ts'

type Prefix = { readonly pattern: RegExp; readonly least: number }

/** First two letters of prefixes, the prefixes as shown, and the fewest characters that must follow. */
const PREFIXES: readonly (readonly [opens: string, pattern: RegExp, least: number])[] = [
  [
    'sk rk pk',
    /(?:sk|rk|pk) ?[-_] ?(?:ant-(?:api\d\d-|admin\d\d-|sid\d\d-)?|proj-|or-(?:v\d-)?|svcacct-|live[-_]|test[-_]|None-)?/iy,
    8,
  ],
  [
    'fk ak ck cr ap se ke to nv pp tv gw ms ls ds r8 fw cs',
    /(?:fk|ak|ck|cr|api|sess|key|tok|nvapi|pplx|tvly|gw|app|ms|lsv2|dsk|r8|fw|csk)[-_](?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])/y,
    20,
  ],
  ['ai', /AIza/y, 20],
  ['gs xa wh gl xo np hf py do sh', /(?:gsk_|xai-|whsec_|glpat-|xox[abeoprs]-|npm_|hf_|pypi-|dop_v1_|shpat_)/y, 10],
  ['gh gi', /(?:gh[oprsu]_|github_pat_)/y, 10],
  ['ak as lt', /(?:AKIA|ASIA|LTAI|AKID)(?=[A-Za-z0-9]*\d)/y, 12],
]

// Most words are passed with one look at their first two letters, in any case.
const fold = (first: number, second: number): number => ((first | 32) << 7) | (second | 32)
const byOpening: (readonly Prefix[] | undefined)[] = Array(1 << 14).fill(undefined)
for (const [opens, pattern, least] of PREFIXES) {
  for (const two of opens.split(' ')) {
    const key = fold(two.charCodeAt(0), two.charCodeAt(1))
    byOpening[key] = [...(byOpening[key] ?? []), { pattern, least }]
  }
}
const prefixesAt = (page: Page, at: number): readonly Prefix[] | undefined => {
  const second = page.unit(at + 1)
  return second < 0x80 ? byOpening[fold(page.unit(at), second)] : undefined
}

const QUOTES = new SignSet('"\'`')

/** No prefix is longer, spaces in it counted. */
const LONGEST_PREFIX = 32

/** So much of a value is looked at; what follows in one run belongs to it all the same. */
const LOOKED_AT = 160

const keyUnit = (unit: number): boolean => isAlnum(unit) || isJoiner(unit)

const endOf = (page: Page, at: number): number => {
  let end = at
  while (keyUnit(page.unit(end))) end++
  return end
}

/** Dashes with spaces around them: the key goes on as long as what follows looks drawn by lot. */
function overDashes(page: Page, from: number): number {
  let end = from
  for (let pieces = 0; pieces < 40; pieces++) {
    const next = page.unit(end)
    if (next !== 32 && !isJoiner(next)) return end
    const gap = /^ ?[-_] ?(?=[A-Za-z0-9_-])/.exec(page.slice(end, end + 4))?.[0]
    if (!gap || gap.length === 1) return end
    const stop = endOf(page, end + gap.length)
    const piece = page.slice(end + gap.length, stop)
    if (!/\d|[a-z][A-Z]/.test(piece) && piece !== 'proj' && piece !== 'ant') return end
    end = stop
  }
  return end
}

/** No manual's placeholder is longer. */
const LONGEST_STUB = 40

/** At most two different letters and digits. */
function fewSigns(text: string): boolean {
  let first = -1
  let second = -1
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (!isAlnum(unit) || unit === first || unit === second) continue
    if (first < 0) first = unit
    else if (second < 0) second = unit
    else return false
  }
  return true
}

/** "sk-xxxxxxxx", "sk-your-key-here", "sk-…": where a key would stand in a manual. */
function stub(body: string): boolean {
  if (fewSigns(body)) return true
  if (body.length > LONGEST_STUB) return false
  return /your|example|placeholder|here|secret-?key|api-?key|changeme|redacted|xxxx/i.test(body) && wordy(body)
}

const drawn = (body: string): boolean => {
  const digits = /\d/.test(body)
  const both = /[a-z]/.test(body) && /[A-Z]/.test(body)
  return (
    (digits && /[A-Za-z]/.test(body) && !(wordy(body) && body.length < 16)) ||
    (both && body.length >= 12 && !wordy(body)) ||
    body.length >= 20
  )
}

/** Cut by a space: what follows looks drawn by lot, and is neither a word nor a key of its own. */
function overSpace(page: Page, end: number): number {
  if (
    page.unit(end) !== SPACE ||
    prefixesAt(page, end + 1)?.some(({ pattern }) => matchAt(pattern, page.text, end + 1))
  )
    return end
  const stop = endOf(page, end + 1)
  const piece = page.slice(end + 1, Math.min(stop, end + 1 + LOOKED_AT))
  const drawnByLot =
    piece.length >= 8 && /\d/.test(piece) && /[a-z]/.test(piece) && /[A-Z]/.test(piece) && !wordy(piece)
  return drawnByLot ? stop : end
}

/** The other half of a key that a program puts together: "sk-Ab3…" + "dEf…", also on the next line. */
const OTHER_HALF = /^(["'`]) ?(?:[+.&] ?\n? {0,4}|\\? ?\n {0,4}[+.&]? ?)["'`]([A-Za-z0-9_-]{3,128})["'`]/
const LONGEST_SEAM = 148
const MOST_HALVES = 3

function overQuotes(page: Page, end: number): number {
  let stop = end
  for (let halves = 0; halves < MOST_HALVES && QUOTES.has(page.unit(stop)); halves++) {
    const match = OTHER_HALF.exec(page.slice(stop, stop + LONGEST_SEAM))
    if (!match || (/^[a-z]+$/.test(match[2] ?? '') && ordinaryWord(match[2] ?? ''))) return stop
    stop += match[0].length - 1
  }
  return stop
}

/** A key that reaches the end of its line goes on in the next one, if that is one token of the same alphabet and no word. */
function overLine(page: Page, start: number, end: number): number {
  let stop = end
  for (let lines = 0; lines < 3; lines++) {
    let at = stop
    while (page.unit(at) === 32) at++
    if (page.unit(at) !== 10) return stop
    at++
    while (page.unit(at) === 32 || page.unit(at) === 62) at++
    const next = endOf(page, at)
    let rest = next
    while (page.unit(rest) === 32) rest++
    if (next === at || (page.unit(rest) !== 10 && page.unit(rest) !== 0)) return stop
    const piece = page.slice(at, next)
    const random = piece.length >= 3 && /\d|[a-z][A-Z]|[A-Z][a-z]+[A-Z]/.test(piece) && /[A-Za-z]/.test(piece)
    if (
      !random ||
      (wordy(piece) && piece.length > 6) ||
      prefixesAt(page, at)?.some(({ pattern }) => matchAt(pattern, page.text, at))
    )
      return stop
    if (/^DZ20\d{6}/i.test(piece) || stop - start > 260) return stop
    stop = next
  }
  return stop
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

const show = (prefix: string, body: string): string => prefix + tail(body)

/** How many letters and digits it has. */
function alnumsIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (isAlnum(text.charCodeAt(at))) count++
  return count
}

/** How much of a known prefix is shown: the vendor, not the kind of key. */
const vendor = (prefix: string): string =>
  /^(?:sk|rk|pk)[-_]|^[A-Za-z]{2,5}[-_]|^AIza|^AKIA|^ASIA|^LTAI|^AKID/i.exec(prefix)?.[0] ?? ''

function prefixed(at: number, page: Page): Found {
  const prefixes = prefixesAt(page, at)
  if (!prefixes) return undefined
  const opening = page.slice(at, Math.max(endOf(page, at), at + LONGEST_PREFIX))
  for (const { pattern, least } of prefixes) {
    const prefix = matchAt(pattern, opening, 0)
    if (!prefix) continue
    const first = overDashes(page, endOf(page, at + prefix.length))
    const long = first - at - prefix.length >= least
    const end = overQuotes(page, overLine(page, at, long ? overSpace(page, first) : first))
    const body = page.slice(at + prefix.length, end)
    if (alnumsIn(body) < least || stub(body) || !drawn(body)) continue
    return { kind: 'api_key', start: at, end, shown: show(vendor(prefix), body) }
  }
  return undefined
}

/** Three parts of base64url, or the beginning of one that was cut off. */
function jwt(at: number, page: Page): Found {
  if (page.unit(at) !== SMALL_E || page.unit(at + 1) !== SMALL_Y || page.unit(at + 2) !== CAPITAL_J) return undefined
  const end = overLine(page, at, page.denseEnd(at))
  return end - at >= 20 ? { kind: 'api_key', start: at, end } : undefined
}

function word(candidate: Word, page: Page): Found {
  return prefixed(candidate.start, page) ?? jwt(candidate.start, page) ?? glued(candidate, page)
}

const SPACE = 32
const SMALL_E = 101
const SMALL_Y = 121
const CAPITAL_J = 74
const SMALL_K = 107
const SMALL_S = 115

/** A label written against the key without a sign: keysk-…, apikeysk-… */
function glued(candidate: Word, page: Page): Found {
  const end = page.parts.end(candidate.from)
  if (
    candidate.to - candidate.from < 2 ||
    (page.unit(end - 2) | 32) !== SMALL_S ||
    (page.unit(end - 1) | 32) !== SMALL_K ||
    !/^(?:.*key|.*token)(?:is)?(sk)$/i.test(page.slice(candidate.start, end))
  )
    return undefined
  return prefixed(end - 2, page)
}

function announced(label: Label, page: Page): Found {
  const at = label.valueAt
  if (
    !isAlnum(page.unit(at)) ||
    (label.joint === 'comma' && label.topic === 'key') ||
    (page.known(at) && page.regionAt(at) !== 'uuid')
  )
    return undefined
  const end = overLine(page, at, page.denseEnd(at))
  const value = page.slice(at, Math.min(end, at + LOOKED_AT))
  const length = alnumsIn(value)
  const least = label.joint === 'sign' ? 8 : 16
  // Another label inside: AUTH_TOKEN=…
  if (/^[A-Za-z_]{2,20}[=:]./.test(value)) return undefined
  const letters = length >= 16 && /[a-z]/.test(value) && /[A-Z]/.test(value)
  if (length < least || !(letters || /\d/.test(value)) || !/[A-Za-z]/.test(value) || stub(value) || wordy(value))
    return undefined
  if (page.regionAt(at) === 'uuid' && label.joint !== 'sign') return undefined
  return { kind: 'api_key', start: at, end, shown: show('', value) }
}

export const apiKey: Rule = {
  name: 'API key',
  kind: 'api_key',
  wordsBegin: [...PREFIXES.map(([opens]) => opens), 'ey'].join(' '),
  glued: 'sk',
  word,
  topics: ['key'],
  label: announced,
  cases: {
    hides: [
      '我的key是[[sk-Ab3dEf6hIj9kLmN2pQr5sTuVwX8yZ1aB4cD7eF0gH]]',
      '[[sk-ant-api03-Ab3dEf6hIj9kLmN2pQr5sTuVwX8yZ]]',
      'export KEY=[[sk-proj-Ab3dEf6h_Ij9kLmN2pQr-5sTuVwX8yZ]]',
      '[[ｓｋ－Ａｂ３ｄＥｆ６ｈＩｊ９ｋＬｍＮ２ｐＱｒ５ｓ]]',
      '[[sk-Ab3dEf6hIj9kLmN2pQr5sTu\nVwX8yZ1aB4cD7eF0gH]]',
      'Authorization: Bearer [[sk-Ab3dEf6hIj9kLmN2pQr5sTuVwX8yZ]]',
      'token=[[f3a9c27be41d80557a6b]]',
      '密钥：[[f3a9c27be41d8055]]',
      '[[AIzaSyA1b2C3d4E5f6G7h8I9j0KlMnOpQrStUvW]]',
      '[[AKIAIOSFODNN7EXAMPL3]]',
      '[[ghp_16C7e42F292c6912E7710c838347Ae178B4a]]',
      '[[eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N]]',
      'apikey[[sk-Ab3dEf6hIj9kLmN2pQr5sTuVwX8yZ]]',
      'key [[sk-Ab3dEf6hIj9kLmN2p Qr5sTuVwX8yZ]] and gpt-4o',
      'key = "[[sk-Ab3dEf6hIj9kLm" + "N2pQr5sTuVwX8yZ]]"',
      "k = '[[sk-Ab3dEf6hIj9kLm' +\n  'N2pQr5sTuVwX8yZ]]'",
    ],
    leaves: [
      'sk-xxxxxxxxxxxxxxxx',
      'pip install sk-learn-extra',
      'OPENAI_API_KEY=your-api-key-here',
      'sk-****abcd',
      'max_tokens=4096',
      'token 用量 1234567890',
      'model key: gpt-4o-2024-08-06',
      'Authorization header is missing',
      'key 不对',
      '"sk-xxxxxxxx" + "yyyyyyyy"',
    ],
  },
}
