// Long tokens nobody knows: twenty characters and more that look drawn by lot. Names people made up are left alone.
import { isAlnum, SignSet } from '../glyphs.ts'
import type { NumberRun } from '../number-run.ts'
import type { Page } from '../page.ts'
import type { Found, Rule } from '../rule.ts'
import { plainPart, type Word } from '../words.ts'

const SHORTEST = 20
/** Characters that look drawn by lot, in all parts together. */
const LEAST_DRAWN = 10

/** Identifiers of requests and the like: they open nothing, and staff look them up. */
const REFERENCE =
  /^(?:req|request|chatcmpl|cmpl|msg|resp|run|call|task|job|trace|span|thread|asst|batch|evt|event|tkt|ticket|case|img|video|gen|cgt|toolu|srvtoolu|step|file|ord|acct)[-_]/i
const GIT_HASH = /^[0-9a-f]{40}$/
const EQUALS = 61
const BASE64 = new SignSet('+/_-')

/** The whole run of base64 around a word. */
function widen(page: Page, from: number, to: number): { start: number; end: number } {
  let start = from
  let end = to
  while (start > 0 && (isAlnum(page.unit(start - 1)) || page.unit(start - 1) === 43 || page.unit(start - 1) === 47))
    start--
  while (isAlnum(page.unit(end)) || BASE64.has(page.unit(end))) end++
  while (page.unit(end) === EQUALS) end++
  while (start < from && !isAlnum(page.unit(start))) start++
  return { start, end }
}

function drawn(text: string): boolean {
  if (!/\d/.test(text) || !/[A-Za-z]/.test(text)) return false
  let total = 0
  for (let at = 0; at < text.length && total < LEAST_DRAWN; at++) {
    let end = at
    while (end < text.length && isAlnum(text.charCodeAt(end))) end++
    if (end > at && !plainPart(text.slice(at, end))) total += end - at
    at = end
  }
  return total >= LEAST_DRAWN
}

function word(candidate: Word, page: Page): Found {
  const { start, end } = candidate
  const region = page.regionAt(start)
  if (region === 'link' || region === 'mention' || region === 'uuid') return undefined
  const padded = page.unit(end) === EQUALS && !isAlnum(page.unit(end + 1))
  // Inside a run of base64 only its first word asks.
  const inside = BASE64.has(page.unit(start - 1)) && (isAlnum(page.unit(start - 2)) || BASE64.has(page.unit(start - 2)))
  if (inside && end - start < SHORTEST) return undefined
  const signed = padded || page.unit(end) === 43 || page.unit(end) === 47
  if (end - start < SHORTEST && !signed) return undefined
  const span = signed || page.unit(start - 1) === 43 ? widen(page, start, end) : { start, end }
  if (span.end - span.start < SHORTEST) return undefined
  const text = page.slice(span.start, span.end)
  if (!drawn(text) || REFERENCE.test(text) || page.announced(start, 'hash', 'model', 'site', 'request'))
    return undefined
  if (end - start < SHORTEST && !(/\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text) && text.length >= 24))
    return undefined
  if (GIT_HASH.test(text) || (/^[0-9a-fA-F]{64}$/.test(text) && page.near(start, end, 'hash'))) return undefined
  return { kind: 'long_token', ...span }
}

function number(run: NumberRun, page: Page): Found {
  if (!run.solid || run.letterAfter || page.open(run.start) || run.disguised) return undefined
  const text = run.text
  // A large round amount in the smallest unit, a row of one digit, digits behind a decimal point.
  if (/0{7}$|^(\d)\1+$/.test(text) || page.unit(run.start - 1) === 46 || page.unit(run.end) === 46) return undefined
  return { kind: 'long_token', start: run.start, end: run.end }
}

export const longToken: Rule = {
  name: 'long token',
  kind: 'long_token',
  vague: true,
  word,
  digits: [20, 37],
  number,
  cases: {
    hides: [
      'it was [[Zx8Kq2LmP0vRt5Yw9BnC3d]] I think',
      '[[9fceb02d0ae598e95dc970b74767f19372d61af8aa10c2b4e1]]',
      '[[dGhpcyBpcyBhIHNlY3JldA9x+Qk/zz8Lm3==]]',
      '我填的是[[a8f5-Zk29d-f7Qm1xL0pV-77]]',
    ],
    leaves: [
      'deepseek-r1-distill-qwen-32b',
      'Qwen2.5-72B-Instruct-GPTQ-Int4',
      'claude-3-5-sonnet-20241022-v2:0',
      'Screenshot_20261120_150433_com.tencent.mm.jpg',
      'commit 9fceb02d0ae598e95dc970b74767f19372d61af8',
      'req_011CSHoEeqs5C35K2UUqR7Fy',
      'chatcmpl-9xYzAbCdEf123456GhIjKl',
      'OPENAI_API_BASE_URL_V2_DEFAULT',
      'https://example.com/a/Zx8Kq2LmP0vRt5Yw9BnC3d',
      '1000000000000000000000',
      'pneumonoultramicroscopicsilicovolcanoconiosis',
    ],
  },
}
