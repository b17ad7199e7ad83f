// Every case file against the examiner's expectations, which were written from the rules alone; the invariants after every event.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { readCase } from '../../core/replay/case-file.ts'
import { replay } from '../../core/replay/replay.ts'
import { compare, compareSame, type Expected, readExpectations } from '../cases/expectation.ts'

const expectations = readExpectations(readFileSync(new URL('../cases/expected.jsonl', import.meta.url), 'utf8'))

async function printed(path: string): Promise<unknown> {
  const file = readCase(readFileSync(new URL(`../../data/cases/${path}`, import.meta.url), 'utf8'))
  if (!file.ok) return { name: file.error.name, file: path, error: file.error.error }
  const watch = async ({ context }: { context: { store: Parameters<typeof brokenInvariants>[0] } }): Promise<void> => {
    expect(await brokenInvariants(context.store)).toEqual([])
  }
  return replay(file.value, path, { watch })
}

const lines: { expected: Expected; line: unknown }[] = []

describe('case files', () => {
  for (const expected of expectations) {
    it(expected.file, async () => {
      const line = await printed(expected.file)
      lines.push({ expected, line })
      expect(compare(expected, line)).toEqual([])
    })
  }

  it('answers that must not tell one thing from another are worded alike', () => {
    expect(lines.length).toBe(expectations.length)
    expect(compareSame(lines)).toEqual([])
  })
})
