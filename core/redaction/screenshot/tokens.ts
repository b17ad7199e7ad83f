// Deny by default: what is long or full of digits is covered unless a keep rule claims it.
import type { Kind } from '../kinds.ts'
import { englishWords, screenWords } from './english.ts'
import type { Span } from './layout.ts'
import type { CoverKind } from './screen.ts'
import { toldNamesIn } from './told-names.ts'

const MOST_DIGITS = 3
const LONGEST = 13

// Runs without spaces and CJK; a single space inside chains of digits or of capital groups belongs to them.
const TOKEN = /[\x21-\x7e·•…]+/g
const DIGIT_CHAIN = /(?:[+(]{0,2}[\dOolI|]{1,12}[)]?(?:\s{0,2}[-. ·_/]\s{0,2}|\s{1,3})){1,8}[\dOolI|X*]{2,12}/g
const GROUP_CHAIN =
  /(?:(?=[A-Z0-9]*\d|[A-Z]{4})[A-Z0-9]{4,8}[\s_-]{1,3}){1,7}(?=[A-Z0-9]*\d|[A-Z]{4})[A-Z0-9]{4,8}(?![a-z])/g
const MAIL =
  /[A-Za-z][A-Za-z0-9.]+\s\d+[@＠][A-Za-z0-9.-]+|[A-Za-z0-9._%+-]+\s?[@＠]\s?[A-Za-z0-9.-]+|[A-Za-z0-9._%+-]{3,}(?:qq|163|126|gmail|outlook|hotmail|foxmail|icloud|sina|yahoo|example|proton)\s?[.,]?\s?(?:c[o0]m|cn|net|org)\b/gi

/** Town, state and postcode: the last line of an address. */
const TOWN =
  /(?:[A-Z][a-z]+(?: [A-Z][a-z]+){0,2},\s?[A-Z]{2}\s?\d{5}(?:-\d{4})?|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2},?\s(?:NSW|VIC|QLD|ACT|TAS)\s?\d{4}|(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?,?\s)?[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}|(?:[A-Z][a-z]+,?\s)?(?:(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT)\s)?[A-Z]\d[A-Z]\s?\d[A-Z]\d)(?![A-Za-z0-9])/g

/** A flat or a floor as Hong Kong, Singapore and others write it, with what follows; a German street with its number. */
const HOME =
  /(?<![A-Za-z])(?:(?:Flat|Unit|Room|Rm|Apt|Apartment|Suite|Blk|Block)\.? ?#?\d{1,5}[A-Z]?(?![A-Za-z0-9])|\d{1,3}\/F(?![A-Za-z]))[^:：¥$€£]*|(?<![A-Za-z])\p{Lu}\p{Ll}+(?:stra(?:ß|ss)e|str\.|weg|allee|platz) ?\d{1,4}[a-z]?(?:, ?\d{5} \p{Lu}\p{Ll}+)?/gu

/** A street with its number before it, or with a town behind it; as the South and Singapore write it; a postcode and its town. */
const STREET =
  /(?<![A-Za-z0-9])\d{1,5},? (?:Calle|Carrer|Avenida|Paseo|Plaza|Rue|Via|Rua|Jalan|Jln|Lorong) ?\p{Lu}[^:：¥$€£]*|(?<![A-Za-z0-9])(?:\d{1,5}[A-Z]? )?(?:\p{Lu}\p{L}{1,20} ?){1,4},? ?#\d{1,3}-\d{1,4}[^:：¥$€£]*|(?<![A-Za-z0-9])(?:\d{1,5}[A-Z]? ?(?:\p{Lu}\p{L}{1,20} ?){1,3}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Dr|Drive|Way|Court|Ct|Place|Square|Terrace|Parkway|Pkwy)(?![a-z])[^:：¥$€£]*|(?:\p{Lu}\p{L}{1,20} ?){1,3}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard),[^:：¥$€£]*|\d{5} ?\p{Lu}\p{Ll}{2,}(?! ?\d))/gu

/** Writing that no rule here can read: 김민수, Иван. */
const FOREIGN = /(?:(?![\p{Script=Han}\p{Script=Latin}])\p{L}){2,}/gu

const digitsOf = (text: string): number => text.replace(/[^\d]/g, '').length
/** Zeros and ones as a reader mistakes them count where the rest is digits. */
const likeDigits = (text: string): number => text.replace(/[^\dOolI|SBZ]/g, '').length

/** Letters and digits by turns, as chance makes them: 3BJX7VM. */
const byChance = (token: string): boolean =>
  /^[^A-Za-z0-9]?[A-Z0-9]{7,}$/.test(token) && (token.match(/\d(?=[A-Z])|[A-Z](?=\d)/g)?.length ?? 0) >= 3

const HOST = /\.(?:com|cn|net|org|io|ai|dev|app|co|me|tw|hk|sg|uk|eu|info|xyz|top|site|shop|online|cc|pro|example)$/

const ordinary = (token: string): boolean =>
  /^[("'“]?[A-Z]?[a-z]+(?:['’-][a-z]+)*[)"'”.,:;!?]*$/.test(token) && token.length <= 20

/** Letters and digits that are no size, no edition and no ordinal: K7Q2MX, kevin88; not 128K, Windows11, 22nd, SHA256. */
/** mUCsqroN: capitals in the midst of a word that is none. */
const byCase = (token: string): boolean =>
  /^[A-Za-z]{6,}$/.test(token) && (token.match(/[a-z](?=[A-Z])/g)?.length ?? 0) > 1 && !englishWords.hasGlued(token)

function mixed(token: string): boolean {
  const bare = token.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
  if (!/^[A-Za-z0-9]{5,}$/.test(bare) || !/\d/.test(bare) || !/[A-Za-z]/.test(bare)) return false
  if (/^[a-z]{3,}\d{2,3}$/.test(bare)) return true
  const rest = bare.replace(/^\d{1,4}/, '')
  if (/^[A-Za-z]+$/.test(rest)) return rest.length > 3 && !englishWords.has(rest)
  return !/^[A-Z]?[A-Za-z]+\d{1,3}$/.test(bare)
}

/** A name by which somebody signs in: @lin, lin.chen, zhang_wei; not out_trade_no, not a host. */
function handle(token: string): boolean {
  const bare = token.replace(/^[^A-Za-z0-9@]+|[^A-Za-z0-9]+$/g, '')
  if (/^@[A-Za-z][\w.-]{2,}$/.test(bare)) return true
  const parts = bare.split(/[._-]/)
  if (parts.length < 2 || !/^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)+$/.test(bare) || bare.length < 6) return false
  return !HOST.test(bare) && !parts.every((part) => part.length < 2 || screenWords.has(part))
}

/** Capitals in groups that are no words: a code without a digit. */
function letterGroups(token: string): boolean {
  const groups = /^[A-Z]{2,6}(?:-[A-Z]{4,6})+-?$/.exec(token)?.[0].split('-') ?? []
  return groups.length > 0 && !groups.every((group) => group === '' || englishWords.has(group))
}

function suspicious(token: string): boolean {
  const digits = digitsOf(token)
  if (mixed(token) || byCase(token) || handle(token) || letterGroups(token)) return true
  if (digits > MOST_DIGITS || byChance(token)) return true
  if (/^#[A-Z0-9-]{6,}$/.test(token) && digits > 0) return true
  if (digits >= 2 && likeDigits(token) >= 6 && likeDigits(token) >= token.length * 0.8) return true
  if (token.length <= LONGEST || ordinary(token) || !/[A-Za-z0-9]{4}/.test(token)) return false
  return digits > 0 || !token.split(/[^A-Za-z]+/).every((word) => englishWords.hasGlued(word))
}

/** Where a chain of letters, digits and signs may go no further: "label:value" are two. */
function* pieces(text: string): Generator<{ start: number; end: number }> {
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0]
    const label = /^[A-Za-z]{2,14}[.]?[:=](?=.)/.exec(token)
    const cut = label && !/^https?:/i.test(token) ? label[0].length : 0
    yield { start: match.index + cut, end: match.index + token.length }
  }
}

/** The beginning of a key before the line broke at its dash. */
const KEY_HEAD = /^(?:sk|pk|rk)-(?:proj-|ant-|or-|live-|test-)?[A-Za-z0-9]{0,12}-?$/

const kindOf = (token: string): Kind =>
  /@/.test(token) ? 'email' : /^(?:sk|pk|ghp|AIza|Bearer|eyJ)/.test(token) ? 'api_key' : 'long_token'

/** What each pattern finds, and the fewest digits that it must have. */
const CHAINS: readonly (readonly [RegExp, CoverKind, number])[] = [
  [DIGIT_CHAIN, 'long_token', 6],
  [GROUP_CHAIN, 'redeem_code', 1],
  [FOREIGN, 'region', 0],
  [MAIL, 'email', 0],
  [TOWN, 'address', 0],
  [HOME, 'address', 0],
  [STREET, 'address', 0],
]

/** Stretches of a plain line that nothing vouches for yet. */
export function deniedIn(text: string): Span[] {
  const spans: Span[] = []
  for (const { start, end } of pieces(text)) {
    const token = text.slice(start, end)
    if (suspicious(token) || KEY_HEAD.test(token)) spans.push({ start, end, kind: kindOf(token) })
  }
  for (const [pattern, kind, least] of CHAINS) {
    for (const { 0: found, index } of text.matchAll(pattern))
      if (digitsOf(found) >= least) spans.push({ start: index, end: index + found.length, kind })
  }
  return [...spans, ...toldNamesIn(text)]
}
