// The ways in which sums are written on screens, and what the readers make of them.
import type { Pattern } from './keep.ts'

/** The readers take 0 for o, 1 for l and a comma for a stop. */
const D = '[0-9]'
/** The readers take S for $ behind a country. */
const SIGN =
  '(?:(?:JP|CN)?[¥￥]|[$€£₩]|(?:人民币|新?台币?|港[币元]|美[元金])(?=\\s?\\d)|(?:US|HK|NT)S(?=\\s?\\d)|(?:CNY|RMB|USD|EUR|GBP|HKD|TWD|NTD|SGD|JPY|MYR|INR|IDR|PHP|THB|VND|KRW|AUD|CAD|NZD|CHF|SEK|NOK|DKK|PLN|BRL|TRY|AED|Rs\\.?|RM|Rp\\.?|R\\$|kr|zł|(?:US|HK|NT|NZ|AU|CA|MX|S|A|C)\\$|[₹₫₱฿₺₴₦])[ ]?)'
const WHOLE = `(?:${D}{1,3}(?:[,，]${D}{3}){1,3}|${D}{1,8})`
const CENTS = `(?:[.,。·]\\s?${D}{1,2})`
/** What a thousand tokens cost has more places. */
const PLACES = `(?:[.,。·]\\s?${D}{1,6})`
const UNIT =
  '(?:元|块|CNY|RMB|USDT|USDC|USD|EUR|GBP|HKD|TWD|NTD|SGD|MYR|AUD|CAD|NZD|JPY|INR|KRW|THB|PHP|IDR|VND|CHF|€|yuan|credits?|points?|quota|点|积分|万|美元|港[币元]|额度|张|次|[kKM]?\\s?tokens?|r(?![a-z]))'

export const amounts: readonly Pattern[] = [
  // Words glued to it on either side by the reader: Youpaid$15.03USDto.
  [new RegExp(`(?<![0-9.])${SIGN}\\s?${WHOLE}\\.${D}{2}(?![0-9])(?![-]?[A-Z]*\\d)`, 'g')],
  [/(?<![A-Za-z0-9.,-])\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,2})?(?!,?\d|[A-Za-z-])/g],
  [
    new RegExp(
      `(?<![A-Za-z0-9.])[+-]?\\s?${SIGN}\\s?[+-]?\\s?${WHOLE}${PLACES}?\\s?${UNIT}?(?![0-9])(?![-]?[A-Za-z]*\\d)`,
      'g',
    ),
  ],
  [new RegExp(`(?<![A-Za-z0-9.-])[+-]?\\s?${WHOLE}${CENTS}?\\s?${UNIT}(?![0-9A-Za-z])`, 'gi')],
  [new RegExp(`(?<![A-Za-z0-9.:/*-]|\\d )[+-]?\\s?${WHOLE}[.]\\s?${D}{2}(?![0-9.A-Za-z]|[-:/ ]\\d)`, 'g')],
  // The sign before an amount is read as some letter, above all in large print.
  [/(?<![A-Za-z0-9-])[-+]?[YSFf](?:\d{1,6}\.\d{2,6}|\d{1,3}(?:,\d{3})+(?:\.\d{2})?)(?![0-9A-Za-z-])/g],
  [/(?<=\d\/)[S$]\d{1,6}(?:\.\d{2})?(?![\d.])/g],
  // Within a sentence that lost its spaces: toppedup$50viaPayPal, showsbalance82.27.
  [/(?<=[A-Za-z])[$¥€£]\d{1,6}(?:\.\d{2})?(?=via|with|by|using|from|to|on|for|and|but|[,.!?]|$)/g],
  [/(?<=(?:shows?|is|was|of|balance) ?)\d{1,6}\.\d{2}(?![\d.])/g],
  // Of how much: $147.91/100, the sign misread or left out.
  [/(?<=[¥$€£]\d{1,6}\.\d{2}\s?\/\s?)\d{1,6}(?:\.\d{2})?(?![\d./-])/g],
  [
    new RegExp(
      `(?<=[Pp]aid|[Ss]ent|[Cc]harged|was|for|of)\\s?${WHOLE}${CENTS}?\\s?(?:USD|CNY|EUR|GBP|HKD|SGD|USDT|RMB)(?![A-Za-z])`,
      'g',
    ),
  ],
  [/(?<=(?:paid|sent|of|for|is|got) ?)[S$¥]\d{1,6}(?:\.\d{2})?(?![0-9]|[A-Z-])/g],
  // As the continent of Europe writes it: 1.234,56 €.
  [/(?<![\w.,])[-+]?(?:€\s?\d{1,3}(?:\.\d{3})*,\d{2}|\d{1,3}(?:\.\d{3})*,\d{2}\s?(?:€|EUR|kr|zł))(?![\w])/g],
  // What few tokens cost.
  [/(?<![\w.,/-])0\.0\d{1,7}(?![\w.-])/g],
  [/^[-+]?[A-Za-z羊半]{0,2}[-+]?\s?\d{1,6}\.\d{2}$/g],
  // The last place of an entry in a list may be lost: +168.0.
  [/^[-+]\s?\d{1,6}\.\d$/g],
]
