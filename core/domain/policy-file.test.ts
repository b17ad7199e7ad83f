// A mistake in the policy file is told with its line.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { policyDefaults } from './policy-defaults.ts'
import { parsePolicy } from './policy-file.ts'

const shipped = readFileSync('data/policy.yaml', 'utf8')

function faults(text: string): string[] {
  const read = parsePolicy(text)
  return read.ok ? [] : read.error.map(({ line, fault }) => `${text.split('\n')[line - 1]?.trim()} | ${fault}`)
}

it('the shipped policy is sound and keeps the rules that are decided', () => {
  const read = parsePolicy(shipped)
  expect(read).toMatchObject({
    ok: true,
    value: {
      recharge: { minYuan: 10, maxYuan: 10_000, minutes: 15 },
      refund: { days: 30, mode: 'remainder', businessDays: [3, 7] },
      latePayment: { credit: true, days: 7 },
      unitsPerYuan: 500_000,
      hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
    },
  })
})

it('the shipped desk is the one that stands in for a missing block', () => {
  const read = parsePolicy(shipped)
  expect(read).toMatchObject({ ok: true, value: { desk: policyDefaults.desk } })
})

it.each([
  ['  minutes: 15', '  minutes: soon', 'minutes: soon'],
  ['  mode: remainder', '  mode: maybe', 'mode: maybe'],
  ['  from: "09:00"', '  from: "9 am"', 'from: "9 am"'],
  ['    - 2026-01-02', '    - 2.1.2026', '- 2.1.2026'],
  ['unitsPerYuan: 500000', 'unitPerYuan: 500000', 'unitPerYuan: 500000'],
  ['  remindMinutes: [0, 30, 120]', '  remindMinutes: [0, 120, 30]', 'remindMinutes: [0, 120, 30]'],
  ['  digestAt: "09:30"', '  digestAt: "24:00"', 'digestAt: "24:00"'],
  ['  keepOriginals: false', '  keepOriginals: true', 'keepOriginals: true'],
  ['  personas: []', '  personas: [{ staff: Lin, name: { zh: 小林, en: Lin } }]', 'personas: [{ staff: Lin'],
  ['    priceYuan: 29', '    priceYuan: 29.5', 'priceYuan: 29.5'],
])('%j turned into %j is refused at that line', (before, after, line) => {
  const told = faults(shipped.replace(before, after))
  expect(told[0]).toContain(line)
  expect(told[0]).toMatch(/\| shape$/)
})

it('what is not YAML is refused at its line', () => {
  expect(faults('service: a: b')).toEqual(['service: a: b | yaml'])
})

it('an empty file is refused', () => expect(faults('')).toHaveLength(1))

it('a file of nothing but aliases is refused, not expanded', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'.split('').map((name, index) => {
      const from = 'abcdefgh'[index]
      return `${name}: &${name} [${Array(10).fill(`*${from}`).join(',')}]`
    }),
  ].join('\n')
  expect(faults(bomb)).not.toEqual([])
})

it('every line says what it does', () => {
  const silent = shipped
    .split('\n')
    .filter((line) => /^\s*(?!-)\w+:/.test(line) && !/^\s+(zh|en):/.test(line) && !line.includes('#'))
  // The second and third plan repeat the keys that the first one explains.
  expect(new Set(silent.map((line) => line.trim().split(':')[0]))).toEqual(
    new Set(['service', 'recharge', 'refund', 'name', 'priceYuan', 'days']),
  )
})
