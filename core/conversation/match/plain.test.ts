// Plain spelling: width, traditional characters, contractions, typos.
import { expect, test } from 'vitest'
import { plain } from './plain.ts'
import { triage } from './vocabulary.ts'

test.each([
  ['我儲值了５０元，餘額沒到帳', '我储值了50元,余额没到账'],
  ["I Didn’t get it, can't pay, cannot pay, WON'T work", 'i did not get it, can not pay, can not pay, will not work'],
  ['it doesnt show', 'it does not show'],
  ['付款   成功', '付款 成功'],
])('%s reads %s', (written, read) => {
  expect(plain(written)).toBe(read)
})

test.each([
  ['儲值沒到帳', '充值没到账'],
  ['对换码无效', '兑换码无效'],
  ['did not recieve my credits', 'did not receive my credits'],
  ['chongzhi 没到', '充值 没到'],
  ['the QR code is blank', 'the qrcode is blank'],
  ['exit code 1', 'xcode 1'],
])('%s is mended to %s', (written, mended) => {
  expect(triage.mend(plain(written))).toBe(mended)
})
