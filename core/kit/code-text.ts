// A redeem code as written: 19 random characters and a check character, in groups of five.
import { CROCKFORD, type Ids } from './ids.ts'

const LENGTH = 20

/** Luhn mod N with N = 32: catches every single wrong character and nearly every swap of neighbours. */
export function checkCharacter(body: string): string {
  let factor = 2
  let sum = 0
  for (let index = body.length - 1; index >= 0; index--) {
    const addend = factor * CROCKFORD.indexOf(body[index] as string)
    sum += Math.floor(addend / 32) + (addend % 32)
    factor = factor === 2 ? 1 : 2
  }
  return CROCKFORD[(32 - (sum % 32)) % 32] as string
}

/** A new code, normalised (20 characters, no dashes): 95 random bits. */
export function newCode(ids: Ids): string {
  const body = ids.base32(LENGTH - 1)
  return body + checkCharacter(body)
}

/** ABCDE-FGHJK-MNPQR-STVWX */
export const showCode = (normalised: string): string => normalised.match(/.{5}/g)?.join('-') ?? normalised

export type CodeText =
  | { readonly kind: 'code'; readonly normalised: string }
  | { readonly kind: 'malformed'; readonly looksLike: 'api-key' | 'nothing' }

const API_KEY = /(?:^|[^a-z0-9])(?:sk-|sk_|AIza|gsk_|xai-|ghp_|AKIA|eyJ)[\w-]{8,}|bearer\s+\S{12,}/i

/** Reads what somebody typed as a code: NFKC, upper case, without spaces and dashes, O as 0, I and L as 1 (case-rules 21). */
export function readCode(text: string): CodeText {
  const plain = text.normalize('NFKC')
  const normalised = plain
    .replace(/[\s\p{Pd}\p{Cf}\u2212_]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const whole = normalised.length === LENGTH && [...normalised].every((character) => CROCKFORD.includes(character))
  if (whole && checkCharacter(normalised.slice(0, -1)) === normalised.at(-1)) return { kind: 'code', normalised }
  return { kind: 'malformed', looksLike: API_KEY.test(plain) ? 'api-key' : 'nothing' }
}
