// Known faults of money code, each planted once into a copy of the core: the claim that is named beside it notices.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../model/fault/fault.ts'
import { type Copy, copyCore, probe, type Ran } from '../model/fault/mutant.ts'

type Line = { readonly claim: string; readonly kept: boolean; readonly saw: unknown; readonly due: unknown }
const linesOf = ({ stdout }: Ran): readonly Line[] =>
  stdout
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text))

let original: Ran
let copy: Copy
beforeAll(async () => {
  copy = copyCore()
  original = await probe()
})
afterAll(() => copy.remove())

describe.each(faults)('$fault', ({ claim, edits }) => {
  it(`as we have it: ${claim}`, () => {
    expect(original.stderr).toBe('')
    expect(linesOf(original).find((line) => line.claim === claim)).toMatchObject({ kept: true })
  })

  it('planted: that claim breaks', async () => {
    const ran = await copy.planted(edits, () => probe(copy.folder, claim))
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 3, stderr: '' })
    expect(linesOf(ran)).toMatchObject([{ claim, kept: false }])
  })
})

describe('the table of faults', () => {
  it('every claim is there for a fault', async () => {
    expect(original.code).toBe(0)
    const named = new Set(faults.map(({ claim }) => claim))
    expect(linesOf(original).map(({ claim }) => claim)).toEqual(expect.arrayContaining([...named]))
    expect(linesOf(original).filter(({ claim }) => !named.has(claim))).toEqual([])
  })

  it('says so when the source no longer holds what a fault replaces', async () => {
    const edit = { file: 'core/domain/order.ts', search: 'a line that nobody wrote', put: '' }
    await expect(copy.planted([edit], () => probe(copy.folder))).rejects.toThrow(/holds 0 times/)
  })

  it('the copy without a fault keeps every claim', async () => {
    expect((await probe(copy.folder)).code).toBe(0)
  })
})
