// The second net: every outgoing text is looked over for what must never leave. A hit blocks the answer; only the rule's name is told.
import { readCode } from '../core/kit/code-text.ts'
import { type Mark, marksOf } from './marks.ts'

type Net = {
  readonly rule: string
  /** Cheap to see: without it nothing of this kind is in a text. */
  readonly hint: Mark
  readonly pattern: RegExp
  readonly holds?: (found: string) => boolean
}

function luhn(digits: string): boolean {
  let sum = 0
  for (let at = digits.length - 1, double = false; at >= 0; at--, double = !double) {
    const digit = Number(digits[at]) * (double ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}
const plainDigits = (text: string): string => text.replace(/\D/g, '')

const nets: readonly Net[] = [
  { rule: 'email', hint: 'at', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g },
  { rule: 'order_no', hint: 'DZ', pattern: /DZ(?:[ -]?\d){8}(?:[ -]?[0-9A-Z]){12}/gi },
  { rule: 'phone', hint: 'digits', pattern: /(?<![\dA-Za-z_-])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g },
  { rule: 'cn_id', hint: 'digits', pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?!\d)/g },
  {
    rule: 'bank_card',
    hint: 'digits',
    pattern: /(?<![\d.])\d(?:[ -]?\d){12,18}(?!\d)/g,
    holds: (found) => luhn(plainDigits(found)),
  },
  { rule: 'provider_no', hint: 'digits', pattern: /(?<!\d)\d{16,32}(?!\d)/g },
  {
    rule: 'api_key',
    hint: 'long',
    pattern: /(?<![\w-])(?:sk|pk|rk|ghp|gsk|xai|AKIA|AIza|eyJ|dzm)[-_]?[A-Za-z0-9_-]{16,}/g,
  },
  {
    rule: 'redeem_code',
    hint: 'groups',
    pattern: /(?<![\w-])[0-9A-Za-z]{5}(?:[- ]?[0-9A-Za-z]{5}){3}(?![\w-])/g,
    holds: (found) => readCode(found).kind === 'code',
  },
  { rule: 'link_code', hint: 'long', pattern: /(?<![\w-])[0-9a-f]{32}(?![\w-])/g },
]

export type Scrubber = {
  /** The name of the first rule that finds something; undefined for a text that may leave. */
  hit(text: string): string | undefined
}

/** `own`: texts that the operator publishes anyway; what stands in them may be said. */
export function makeScrubber(own: readonly string[]): Scrubber {
  const published = new Set(own.flatMap((text) => nets.flatMap(({ pattern }) => text.match(pattern) ?? [])))
  return {
    hit: (text) => {
      const marks = marksOf(text)
      for (const { rule, hint, pattern, holds } of nets) {
        if (!marks[hint]) continue
        for (const found of text.match(pattern) ?? []) {
          if (!published.has(found) && (holds?.(found) ?? true)) return rule
        }
      }
      return undefined
    },
  }
}
