// Each rule's own cases: what it covers, and what it must leave alone.
import { describe, expect, it } from 'vitest'
import { findings } from '../domain/finding.ts'
import { firstRuling, type Rule } from './rule.ts'
import { codeRules, invoiceRules, paymentRules, refundRules, targetRules, taskRules } from './rules.ts'

function cases<A extends keyof typeof findings, F>(about: A, rules: readonly Rule<A, F>[]): void {
  describe(about, () => {
    for (const rule of rules) {
      describe(rule.finding, () => {
        for (const [claim, facts] of Object.entries(rule.cases.fits) as [string, F][]) {
          it(`fits: ${claim}`, () => expect(rule.fits(facts)).toBe(true))
          it(`is the first that fits: ${claim}`, () => expect(firstRuling(rules, facts)?.finding).toBe(rule.finding))
        }
        for (const [claim, facts] of Object.entries(rule.cases.leaves) as [string, F][]) {
          it(`leaves: ${claim}`, () => expect(rule.fits(facts)).toBe(false))
        }
      })
    }
  })
}

cases('payment', targetRules)
cases('payment', paymentRules)
cases('redeem', codeRules)
cases('task', taskRules)
cases('refund', refundRules)
cases('invoice', invoiceRules)

it('every finding of the closed list has its rule', () => {
  const rules = [...targetRules, ...paymentRules, ...codeRules, ...taskRules, ...refundRules, ...invoiceRules]
  const known = new Set(rules.map(({ finding }) => finding))
  expect(
    Object.values(findings)
      .flat()
      .filter((finding) => !known.has(finding)),
  ).toEqual([])
})
