// The net under every answer: what it stops, what it leaves alone, and how little it costs.
import { describe, expect, it } from 'vitest'
import { newCode, showCode } from '../core/kit/code-text.ts'
import { countedIds } from '../core/kit/ids.ts'
import { makeScrubber } from './scrub.ts'

const { hit } = makeScrubber([])
const code = newCode(countedIds(3))

describe('the scrubber', () => {
  it.each([
    ['email', 'write to li.ming@example.com now'],
    ['order_no', '{"n":"DZ202611210123456789AB"}'],
    ['order_no', 'dz20261121 0123 4567 89ab'],
    ['phone', 'call 13800138000'],
    ['phone', '+86 138 0013 8000'],
    ['cn_id', 'id 110101199003070011'],
    ['bank_card', 'card 4111 1111 1111 1111'],
    ['bank_card', `622202123456789${luhnEnd('622202123456789')}`],
    ['provider_no', 'txn 2026112022001400000000000001'],
    ['api_key', 'sk-abcdefghijklmnop1234'],
    ['api_key', `dzm_${'A'.repeat(32)}`],
    ['redeem_code', showCode(code)],
    ['redeem_code', code],
    ['redeem_code', showCode(code).toLowerCase()],
    ['link_code', '0123456789abcdef0123456789abcdef'],
  ])('stops %s: %s', (rule, text) => expect(hit(text)).toBe(rule))

  it.each([
    '{"ref_masked":"****7K2M","amount":"¥12,345.00","created_at":"2026-11-21T14:05+08:00"}',
    '{"handle":"h_DGbnnid-aV8ouO_F3Mxl_Q","next_cursor":"c_N5Az81-_xKQNh2Xy8vYRVQ"}',
    'A refund can be asked for within 30 days; it is back within 3-7 working days.',
    '订单 ****BNMW：¥200，待支付，下单于 11-21 23:21。工作时间 周一至周五 09:00-18:00',
    'https://api.starbridge.example.com/v1',
  ])('leaves %s alone', (text) => expect(hit(text)).toBeUndefined())

  it('lets through what the operator publishes, and nothing like it', () => {
    const own = makeScrubber(['Write to support@starbridge.example.com.'])
    expect(own.hit('see support@starbridge.example.com')).toBeUndefined()
    expect(own.hit('see li@starbridge.example.com')).toBe('email')
  })
})

/** The digit that makes a card number hold. */
function luhnEnd(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}
