// Redeem codes that touch the label before them: CDKVAYP-B6FT-…, codeA7K2M…; the label stays.
import type { Page } from '../page.ts'
import { ordinaryWord } from '../plain-words.ts'
import type { Found, Rule } from '../rule.ts'
import { turnsIn, type Word, wordy } from '../words.ts'

/** Labels that are written against the code without a sign. */
const GLUED = /^(?:cd-?keys?|cdk|codes?|vouchers?|coupon|gift|card|key)/i
/** Four groups with joiners or without, in one case. */
const GROUPED =
  /^(?:[0-9A-Z]{5}(?:[-_]?[0-9A-Z]{5}){3}|[0-9A-Z]{4}(?:[-_]?[0-9A-Z]{4}){3}|[0-9a-z]{5}(?:[-_]?[0-9a-z]{5}){3}|[0-9a-z]{4}(?:[-_]?[0-9a-z]{4}){3})$/
/** A label and a code are no longer: vouchers, twenty characters and three joiners. */
const LONGEST_GLUED = 40
const SHORTEST_GLUED = 19

/** Drawn by lot, as no name of a file or a model is: in one piece, or two of its groups and none of them a word. */
function drawnGroups(code: string): boolean {
  const groups = code.split(/[-_]/)
  if (groups.length === 1) return turnsIn(code) >= 3 && !wordy(code)
  return groups.filter((group) => turnsIn(group) > 0).length >= 2 && !groups.some(ordinaryWord)
}

/** A code behind a label in letters that touches it: CDKVAYP-B6FT-…, codeA7K2M…; the label stays. */
function glued(word: Word, page: Page): Found {
  const length = word.end - word.start
  if (length < SHORTEST_GLUED || length > LONGEST_GLUED || word.digits < 2) return undefined
  const text = page.slice(word.start, word.end)
  const label = GLUED.exec(text)?.[0]
  if (label === undefined) return undefined
  const from = label.length + (text[label.length] === '-' ? 1 : 0)
  const code = text.slice(from)
  return GROUPED.test(code) && drawnGroups(code) && !page.known(word.start)
    ? { kind: 'redeem_code', start: word.start + from, end: word.end }
    : undefined
}

export const redeemGlued: Rule = {
  name: 'redeem code against its label',
  kind: 'redeem_code',
  wordsBegin: 'cd co vo gi ca ke',
  word: glued,
  cases: {
    hides: [
      'CDK[[VAYP-B6FT-G8KV-25MK]]用不了',
      '兑换CDK[[VAYP-B6FT-G8KV-25MK]]无效',
      'code[[VAYP-B6FT-G8KV-25MK]] fails',
      'cdk[[vayp-b6ft-g8kv-25mk]]',
      'CDK[[GVKDG-T0VC5-7GWY0-5E403]]',
      'CDK[[3BVYT-K9F0F-TGDBR-FS3Y5]]，用不了',
      'code[[3BVYT-K9F0F-TGDBR-FS3Y5]]',
      'CDK[[A7K2M9XQ4TBC3DEF6GH8]]',
    ],
    leaves: ['codex-mini-latest', 'keyword-list-2026-1120'],
  },
}
