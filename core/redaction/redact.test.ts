// The redactor fails closed: what it cannot read in time, in size or at all is replaced as a whole.
import { describe, expect, it } from 'vitest'
import { Raw } from './raw.ts'
import { makeRedactor, NO_LIMITS, PLACEHOLDER } from './redact.ts'

const CARD = '6222021234567890128'
const long = `我的卡号是${CARD}，${'还没有到账，'.repeat(100)}`
const withheld = (why: string) => ({ text: PLACEHOLDER, finds: [], withheld: why })

describe('a message', () => {
  it('that takes too long is replaced as a whole', () => {
    const hurried = makeRedactor({ limits: { maxBytes: 32_768, maxMs: -1 } })
    expect(hurried.redact(new Raw(long))).toEqual(withheld('time'))
    expect(hurried.redactTogether([new Raw(long), new Raw('ok')])).toEqual([withheld('time'), withheld('time')])
  })

  it('that is too long is replaced as a whole, counted in bytes', () => {
    const small = makeRedactor({ limits: { maxBytes: 100, maxMs: 50 } })
    expect(small.redact(new Raw('好'.repeat(34)))).toEqual(withheld('size'))
    expect(small.redact(new Raw('好'.repeat(33))).withheld).toBeUndefined()
  })

  it('that never settles is replaced as a whole', () => {
    // A pattern that eats its way outward from every mask finds more in each reading.
    const greedy = makeRedactor({ patterns: [{ name: 'greedy', pattern: '[a-z]\\*{4}' }], limits: NO_LIMITS })
    expect(greedy.redact(new Raw(`${'abcdefghij'.repeat(3)} 13812345678`)).withheld).toBeUndefined()
    expect(greedy.redact(new Raw(`${'abcdefghij'.repeat(3)}****`))).toEqual(withheld('error'))
  })

  it('of the usual length is never replaced', () => {
    expect(makeRedactor().redact(new Raw(long))).toMatchObject({ finds: [{ kind: 'bank_card' }] })
  })
})

describe('a mail or a phone and the password behind it', () => {
  it.each([
    ['mia@shop.example.com / pass W1nter#Sun'],
    ['user mia@shop.example.com pass Bl4ckTea! — no plan'],
    ['mia@shop.example.com\npw abc12345'],
    ['邮箱 mia@shop.example.com，pass mango-2026'],
    ['mia@shop.example.com (pass Bl4ckTea!)'],
    ['13812345678 / pass mango2026'],
  ])('are hidden both: %j', (text) => {
    const { text: out, finds } = makeRedactor().redact(new Raw(text))
    expect(finds.map(({ kind }) => kind)).toEqual([text.includes('@') ? 'email' : 'phone', 'password'])
    expect(out).toContain('[password]')
  })

  it.each([['mia@shop.example.com pass 2 of 3 tests'], ['mia@shop.example.com did not pass gpt-4o-mini']])(
    'are told apart from the verb: %j',
    (text) => {
      expect(makeRedactor().redact(new Raw(text)).finds).toMatchObject([{ kind: 'email' }])
    },
  )
})

describe('a value that stands twice', () => {
  it.each([
    [`卡号${CARD}，就是${CARD}`],
    ['手机13812345678，微信同号138 1234 5678'],
    ['订单DZ20261120A7K2M9XQ4TBC / dz20261120a7k2m9xq4tbc'],
    ['密码：abc123xyz，再说一遍 abc123xyz'],
    [`身份证11010519491231002X，证件号 110105 19491231 002X`],
  ])('shows the same part of it both times: %j', (text) => {
    const { text: out } = makeRedactor().redact(new Raw(text))
    const masks = out.match(/\d*\*+\w*|\[password\]/g) ?? []
    expect(masks).toHaveLength(2)
    expect(new Set(masks.map((mask) => mask.toLowerCase())).size, out).toBe(1)
  })
})
