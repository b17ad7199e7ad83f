// Passports and travel permits: short numbers that only a label can tell from others.
import type { Label } from '../labels.ts'
import type { Page } from '../page.ts'
import type { Found, Rule } from '../rule.ts'

/** Chinese and other passports, permits to Hong Kong and Macau, home return permits, permits of and to Taiwan, HKID. */
const NUMBER = /(?:[A-Za-z]{1,2}\d{6,10}|\d{8,10})(?:\(\d\)|\([A0-9]\))?(?![A-Za-z0-9])/y

/** The same behind a word for any identity: letters must open it, or a permit is spoken of. */
const LETTERED = /^[A-Za-z]/

export const travelPermit: Rule = {
  name: 'passport or travel permit',
  kind: 'cn_id',
  topics: ['permit', 'id'],
  label: (label: Label, page: Page): Found => {
    if (label.joint === 'comma') return undefined
    NUMBER.lastIndex = label.valueAt
    const number = NUMBER.exec(page.text)?.[0]
    if (!number || /^20[2-3]\d[01]\d[0-3]\d$/.test(number)) return undefined
    if (label.topic === 'id' && !LETTERED.test(number) && !page.near(label.valueAt, label.valueAt + 8, 'permit'))
      return undefined
    const plain = number.replace(/[()]/g, '')
    return { kind: 'cn_id', start: label.valueAt, end: label.valueAt + number.length, shown: `****${plain.slice(-2)}` }
  },
  cases: {
    hides: [
      '护照号 [[E12345678]]',
      '港澳通行证：[[C12345678]]',
      '台胞证 [[12345678]]',
      '回乡证[[H1234567890]]',
      'HKID [[A123456(7)]]',
      'passport no. [[EJ1234567]]',
      '回乡证证件号 [[H08431927]]',
      '台胞证件号 [[08412963]]',
      '台胞證號碼：[[08412963]]',
      '回鄉證，证件号 [[H06724815]]，香港嘅',
      '來往大陸通行證號碼[[08412963]]',
      '港澳通行證號：[[C12345678]]',
      '身份証 [[A123456(7)]]',
      '证件号码：[[H08431927]]',
    ],
    leaves: [
      '护照丢了',
      '港澳通行证 20261120 到期',
      'passport control',
      '证件号 20261120',
      '证件号 12345678 和上次一样',
      '實名認證 3 次都不過',
    ],
  },
}
