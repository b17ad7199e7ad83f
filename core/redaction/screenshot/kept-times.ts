// The ways in which days and hours are written on screens, and what the readers make of them.
import type { Pattern } from './keep.ts'

/** The readers take 0 for o, 1 for l and a comma for a stop. */
const D = '[0-9]'
const CLOCK = `(?:[01]?${D}|2[0-4])\\s?[:.：]\\s?[0-5]${D}(?:\\s?[:.：]\\s?[0-5]?${D})?(?:\\.\\d{1,3})?(?:\\s?[AaPp]\\.?[Mm]\\.?)?`
const YEAR = '(?:19|20)\\d{2}'
const MONTH = '(?:0?[1-9]|1[0-2])'
const DAY = '(?:0[1-9]|[12]\\d|3[01]|[1-9])'
const MONTHS = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|[O0]ct|Nov|Dec)[a-z]{0,6}'
const FULL_MONTHS = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const ZONE =
  '(?:Z(?![A-Za-z])|\\s?\\(?(?:UTC|GMT|CST|HKT|SGT|JST|PST|PDT|EST|EDT|BST|CET|CEST|IST|AEST|AEDT|NZST|NZDT|WIB|PHT|MYT|ICT|[ECMP]T(?![A-Za-z])|北京时间)?(?:[+-]\\d{1,2}(?::?\\d{2})?)?\\)?)'
/** The years of Taiwan count from 1911. */
const ROC = `1[01]\\d/${MONTH}/(?:0[1-9]|[12]\\d|3[01])`
const WEEKDAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}'
const DATE = `(?:${WEEKDAY},?\\s?)?(?:${ROC}|${YEAR}\\s?[-/.年]\\s?${MONTH}\\s?[-/.月]\\s?${DAY}(?:日)?|${MONTH}月${DAY}[日号]|${MONTHS}\\.?\\s?${DAY}(?:st|nd|rd|th)?[,.]?\\s?${YEAR}|${DAY}(?:st|nd|rd|th)?\\s?${MONTHS}\\.?[,.]?\\s?${YEAR}|${DAY}\\s?-\\s?${MONTHS}\\s?-\\s?${YEAR}|${MONTH}/${DAY}/${YEAR}|${DAY}/${MONTH}/${YEAR}|${DAY}\\.${MONTH}\\.${YEAR}|${MONTH}/${DAY}/\\d{2}|${DAY}/${MONTH}/\\d{2})`
const BETWEEN =
  '\\s?(?:[,T·.]|-(?=\\s?\\d\\d:\\d\\d:)|at|上午|下午|凌晨|晚上|周.|星期.|\\((?:周|星期).\\))?\\s?(?:上午|下午|凌晨|晚上)?\\s?'
const FREE = '(?<![A-Za-z0-9./-]|\\d[:,])'
/** A comma and six digits or more begin the next field of a list. */
const OVER = '(?!(?!(?:by|and|via|from|with|using))[A-Za-z0-9]|[-/:]\\d|[.,]\\d{1,5}(?![\\dA-Za-z]))'

export const times: readonly Pattern[] = [
  // A date that broke over two lines: "2026 at 12:09 AM", "2026年12".
  [new RegExp(`${FREE}(?:${DAY},\\s?)?${YEAR}\\s?(?:at|,)?\\s?${CLOCK}${OVER}`, 'g')],
  [new RegExp(`${FREE}${YEAR}年(?:\\d{1,2}月?)?(?![A-Za-z0-9])`, 'g')],
  // "on Nov 22, 2026" as the reader gives it: onNov22,2026.
  [new RegExp(`(?<![A-Z0-9])${MONTHS}\\.?\\s?${DAY}[,.]?\\s?${YEAR}(?:${BETWEEN}${CLOCK}${ZONE})?(?![0-9])`, 'g')],
  // A name right before a date, the space lost: Helper2026/07/01 12:30.
  [new RegExp(`(?<=[a-z])${YEAR}[-/.]${MONTH}[-/.](?:0[1-9]|[12]\\d|3[01])${BETWEEN}${CLOCK}${OVER}`, 'g')],
  [new RegExp(`${FREE}${DATE}(?:${BETWEEN}${CLOCK}${ZONE})?${OVER}`, 'gi')],
  [
    new RegExp(
      `(?<![A-Za-z0-9./]|\\d:)(?:${MONTH}[-/]${DAY}\\s?)?(?:昨天|今天|前天|(?:星期|周)[一二三四五六日天])?\\s?(?:上午|下午|凌晨|晚上)?\\s?${CLOCK}${OVER}`,
      'g',
    ),
  ],
  [new RegExp(`(?<=[a-z])${MONTH}/${DAY}/${YEAR}(?:${BETWEEN}${CLOCK})?${OVER}`, 'g')],
  // Who wrote, and when, the space lost: rachel276611/1318:11.
  [new RegExp(`(?<=[A-Za-z_]\\d{0,4})(?:0[1-9]|1[0-2])/(?:0[1-9]|[12]\\d|3[01])[. ]?${CLOCK}$`, 'g')],
  [new RegExp(`(?<=at)${CLOCK}(?![\\d:])`, 'g')],
  [new RegExp(`(?<=[Oo]n|at|by|until|till)${DAY}\\s?${MONTHS}\\s?${YEAR}(?:${BETWEEN}${CLOCK})?`, 'g')],
  [new RegExp(`${FREE}${DATE}\\s?[-~至到]\\s?${DATE}(?![0-9A-Za-z])`, 'gi')],
  [new RegExp(`${FREE}${DATE}\\s?(?:星期|周)[一二三四五六日天]`, 'g')],
  [
    new RegExp(
      `${FREE}(?:${MONTHS}-${DAY}-${YEAR}|${YEAR} ${MONTHS} ${DAY})(?:${BETWEEN}${CLOCK}${ZONE})?${OVER}`,
      'gi',
    ),
  ],
  [new RegExp(`^${YEAR}-(?:0[1-9]|1[0-2])$`, 'g')],
  [
    /(?<![\dA-Za-z.])(?:\d{1,3}\s?(?:秒|分钟|小时|天|周|个月)前|(?:\d{1,2}|an?|one)\s?(?:sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?)\s?ago|just\s?now)(?![A-Za-z])/gi,
  ],
  // Of this year: Oct 17,7:55AM.
  [new RegExp(`(?<![A-Z0-9])${MONTHS}\\.?\\s?${DAY}(?:st|nd|rd|th)?[,.]?\\s?(?:at)?\\s?${CLOCK}(?![0-9])`, 'g')],
  // A year of which the reader lost or doubled a sign: January9,026.
  [new RegExp(`(?<![A-Z0-9])${FULL_MONTHS}\\s?${DAY}[,.]\\s?\\d{2,5}(?![0-9])`, 'g')],
  [new RegExp(`(?<![A-Za-z])(?:Today|Yesterday|${WEEKDAY}),?\\s?(?:at)?\\s?${CLOCK}`, 'gi')],
  [new RegExp(`${FREE}${MONTH}-${DAY}\\s?${CLOCK}${OVER}`, 'g')],
  // ATM right behind a clock, the space lost.
  [new RegExp(`${FREE}${DATE}\\s?${CLOCK}(?=[A-Z]{3}(?![A-Za-z0-9]))`, 'g')],
  // As bank statements print it: 20261121 14:05:33.
  [new RegExp(`${FREE}20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\s?${CLOCK}${OVER}`, 'g')],
  // In a list of mails: the day alone.
  [new RegExp(`^${MONTH}[-/](?:0[1-9]|[12]\\d|3[01])$`, 'g')],
  [/(?<![0-9:.])(?:1[0-2]|0?\d):[0-5]\d\s?[AP]\.?M\.?(?![A-Za-z])/g],
]
