// The vocabulary file is sound, and a broken one says where.
import { expect, test } from 'vitest'
import { intents } from '../vocabulary.ts'
import { categories } from './category.ts'
import { triageFile, vocabulary } from './vocabulary.ts'

const file = triageFile()

test('every rule names cues that exist, and every cue is asked for by a rule', () => {
  const asked = new Set(
    file.rules
      .split('\n')
      .flatMap((line) => line.trim().split(/\s+/).slice(3))
      .map((cue) => cue.replace(/^-/, '')),
  )
  const unused = Object.keys(file.cues).filter(
    (cue) => !asked.has(cue) && !['wish', 'security', 'building'].includes(cue),
  )
  expect(unused).toEqual([])
  expect(vocabulary(file).rules.length).toBeGreaterThan(30)
})

test('every category but other has a rule, and every intent beside them has words', () => {
  const ruled = new Set(vocabulary(file).rules.map((rule) => rule.for))
  expect([...categories].filter((category) => category !== 'other' && !ruled.has(category))).toEqual([])
  const beside = intents.filter((intent) => !categories.some((one) => one === intent) && intent !== 'unknown')
  expect(file.intents.map(({ intent }) => intent).toSorted()).toEqual([...beside].toSorted())
  for (const { over = [] } of file.intents) expect(categories).toEqual(expect.arrayContaining([...over]))
})

test('a rule with an unknown cue, category, reach or worth is refused and named', () => {
  const broken = (rules: string) => () => vocabulary({ ...file, rules })
  expect(broken('refund 0.5 sentence no_such_cue')).toThrow('no_such_cue')
  expect(broken('refunds 0.5 sentence refund_word')).toThrow('refunds 0.5')
  expect(broken('refund 0.5 page refund_word')).toThrow('page')
  expect(broken('refund 5 sentence refund_word')).toThrow('refund 5')
})
