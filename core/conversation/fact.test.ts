// Facts of the policy come out in both languages, whatever the operator writes.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parsePolicy } from '../domain/policy-file.ts'
import { factNames, factsOf, hoursText, offersOf } from './fact.ts'

const read = parsePolicy(readFileSync('data/policy.yaml', 'utf8'))
if (!read.ok) throw new Error(JSON.stringify(read.error))
const policy = read.value

it('the seed rules stand in the facts', () => {
  const { zh, en } = factsOf(policy)
  expect([en.min, en.max, en.minutes, en.refund_days, en.refund_working_days]).toEqual([
    '¥10',
    '¥10,000',
    '15',
    '30',
    '3-7',
  ])
  expect(zh.hours).toBe('周一至周五 09:00-18:00（北京时间）')
  expect(en.hours).toBe('Monday to Friday, 09:00-18:00 (Beijing time)')
  expect([zh.methods, en.methods]).toEqual(['支付宝、微信支付', 'Alipay, WeChat Pay'])
})

it('a policy that is changed changes the facts', () => {
  const { en } = factsOf({ ...policy, refund: { ...policy.refund, days: 7, mode: 'strict' } })
  expect(en.refund_days).toBe('7')
  expect(en.refund_rule).toMatch(/nothing of it/)
})

it.each([
  [[0, 1, 2, 3, 4, 5, 6], 'Monday to Sunday, 09:00-18:00 (Beijing time)'],
  [[6, 0], 'Saturday, Sunday, 09:00-18:00 (Beijing time)'],
  [[1, 3, 4, 5], 'Monday, Wednesday to Friday, 09:00-18:00 (Beijing time)'],
])('the days %j read as people say them', (days, words) =>
  expect(hoursText({ ...policy.hours, days }, 'en')).toBe(words),
)

it('a lunch break is told', () => {
  const hours = { ...policy.hours, breaks: [{ from: '12:00', to: '13:30' }] }
  expect(hoursText(hours, 'zh')).toBe('周一至周五 09:00-12:00、13:30-18:00（北京时间）')
  expect(hoursText(hours, 'en')).toBe('Monday to Friday, 09:00-12:00 and 13:30-18:00 (Beijing time)')
})

it('a button with an amount is worth that amount in fen', () => {
  expect(offersOf(policy).zh.amount?.[0]).toEqual({ label: '¥10', value: '1000' })
})

it('no fact is empty in either language', () => {
  const facts = factsOf(policy)
  for (const name of factNames) expect([facts.zh[name], facts.en[name]]).not.toContain('')
})
