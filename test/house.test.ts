// The house rules, checked over every file that git tracks; each rule is also seen to fail.
import { describe, expect, it } from 'vitest'
import { fenceRules, idleExceptions } from './house/fences.ts'
import { layers } from './house/layers.ts'
import { leakRules } from './house/leaks.ts'
import { readme } from './house/readme.ts'
import type { HouseRule } from './house/rule.ts'
import { lengths, shapeRules } from './house/shape.ts'
import { trackedFiles } from './house/source.ts'

const files = trackedFiles()
const rules: readonly HouseRule[] = [layers, ...fenceRules, ...shapeRules, ...leakRules]

describe.each(rules)('$name', ({ faults, refuses, allows }) => {
  it('holds in every tracked file', () => expect(faults(files)).toEqual([]))

  it.each(refuses)('refuses a bad sample of $path', (bad) => expect(faults([bad])).not.toEqual([]))

  it.each(allows)('leaves a good sample of $path alone', (good) => expect(faults([good])).toEqual([]))
})

describe(readme.name, () => {
  it('holds', () => expect(readme.faults(files)).toEqual([]))

  it.each(readme.refuses)('refuses a bad page', (...bad) => expect(readme.faults(bad)).not.toEqual([]))

  it.each(readme.allows)('leaves a good page alone', (...good) => expect(readme.faults(good)).toEqual([]))
})

it('the repository is read: it has files of every part', () => {
  for (const part of ['core/kit/', 'core/desk/', 'bot/', 'data/', 'test/']) {
    expect(
      files.some(({ path }) => path.startsWith(part)),
      part,
    ).toBe(true)
  }
})

it('no fence keeps an exception that nobody needs', () => expect(idleExceptions(files)).toEqual([]))

it('lengths are told', () => {
  const told = lengths(files)
  process.stdout.write(
    `TypeScript files ${told.files}, lines: median ${told.median}, p90 ${told.p90}, longest ${told.longest}\n`,
  )
  expect(told.files).toBeGreaterThan(100)
})
