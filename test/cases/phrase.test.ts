import { describe, expect, test } from 'vitest'
import { holds, isPhrase, isSecret } from './phrase.ts'

const labels = { o1: 'DZ20261120ABCDEFGHJK7M', c1: 'AAAAA-BBBBB-CCCCC-DDDDD' }
const zh = (text: string, phrase: string): boolean => holds(text, phrase, 'zh', labels)
const en = (text: string, phrase: string): boolean => holds(text, phrase, 'en', labels)

describe('a phrase', () => {
  test.each([
    ['订单 ****JK7M 已到账', '{mask:o1}'],
    ['¥50', '{yuan:50}'],
    ['金额 ￥50.00。', '{yuan:50}'],
    ['共50 元', '{yuan:50}'],
    ['50 yuan.', '{yuan:50}'],
    ['¥10,000', '{yuan:10000}'],
    ['¥10000.00', '{yuan:10000}'],
    ['¥40.50', '{yuan:40.5}'],
    ['¥40.5', '{yuan:40.5}'],
    ['¥0.01', '{yuan:0.01}'],
    ['超过 30 天', '{number:30}'],
    ['within 30 days', '{number:30}'],
    ['10 to 10,000', '{number:10000}'],
    ['10–10,000', '{number:10}'],
    ['10 to 10,000', '{number:10}'],
    ['于 10:01 到账', '10:01'],
    ['Bill 2026112022', '2026112022'],
    ['ALICE@example.com', 'alice@example.com'],
  ])('%s holds %s', (text, phrase) => {
    expect(en(text, phrase)).toBe(true)
  })

  test.each([
    ['订单 ****JK7N', '{mask:o1}'],
    ['JK7M', '{mask:o1}'],
    ['****JK7M', '{mask:o7}'],
    ['¥500', '{yuan:50}'],
    ['¥50.01', '{yuan:50}'],
    ['¥50,000', '{yuan:50}'],
    ['¥150', '{yuan:50}'],
    ['1.50 元', '{yuan:50}'],
    ['150 元', '{yuan:50}'],
    ['50 minutes', '{yuan:50}'],
    ['¥40.55', '{yuan:40.5}'],
    ['10:30', '{number:30}'],
    ['****AB30', '{number:30}'],
    ['2026-11-30', '{number:30}'],
    ['¥30', '{number:30}'],
    ['300', '{number:30}'],
    ['30.5', '{number:30}'],
    ['10:02', '10:01'],
  ])('%s does not hold %s', (text, phrase) => {
    expect(en(text, phrase)).toBe(false)
  })

  test('any 12 neighbouring digits of a provider number tell it, 11 do not', () => {
    expect(en('seen 202611202200', '{txn:2026112022001400000000000001}')).toBe(true)
    expect(en('seen 000000000001', '{txn:2026112022001400000000000001}')).toBe(true)
    expect(en('seen 20261120220', '{txn:2026112022001400000000000001}')).toBe(false)
    expect(en('seen pi_3qxk0001', '{txn:pi_3QXk0001}')).toBe(true)
  })

  test.each([
    ['no-repay', '请不要重复付款', 'Please do not pay again.', '请付款', 'You can pay again.'],
    ['no-repay', '无需再次支付', "Don't pay a second time", '不要担心', 'Do not worry, paid already.'],
    ['new-order', '可以重新下单', 'You can place a new order.', '订单已取消', 'The order is cancelled.'],
    ['refund', '可申请退款', 'You may request a refund.', '已到账', 'It arrived.'],
    ['goes-back', '第二笔会原路退回', 'The second one goes back to you.', '已到账', 'It arrived.'],
    ['api-key', '这看起来像 API 密钥', 'This looks like an API key.', '格式不对', 'Not a code.'],
    ['unpaid', '订单未支付', 'The order was not paid.', '尚未到账', 'Not credited yet.'],
  ])('{%s} is found in both languages and only there', (kind, yesZh, yesEn, noZh, noEn) => {
    expect([zh(yesZh, `{${kind}}`), en(yesEn, `{${kind}}`)]).toEqual([true, true])
    expect([zh(noZh, `{${kind}}`), en(noEn, `{${kind}}`)]).toEqual([false, false])
  })

  test('a misspelt form is no phrase', () => {
    expect(['{maks:o1}', '{no-pay}', '{yuan}', '{unpaid:1}', ''].filter(isPhrase)).toEqual([])
    expect(['{mask:o1}', '{no-repay}', '{yuan:50}', '{txn:1}', 'plain', '3-7'].filter((p) => !isPhrase(p))).toEqual([])
  })

  test('numbers and names are secrets, amounts and meanings are not', () => {
    expect(['{txn:1}', 'alice@example.com', '{yuan:50}', '{mask:o1}', '{unpaid}'].filter(isSecret)).toEqual([
      '{txn:1}',
      'alice@example.com',
    ])
  })
})
