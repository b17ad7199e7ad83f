// `npm run bench`: the form of its lines and its usage; never its figures, which belong to the machine.
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const line = z.strictObject({
  bench: z.string(),
  metric: z.string(),
  value: z.number().positive(),
  unit: z.string(),
  baseline: z.number().positive(),
  ratio: z.number().positive(),
})
const run = (...words: string[]) =>
  spawnSync('npm', ['run', '-s', 'bench', '--', ...words], { encoding: 'utf8', timeout: 300_000 })
const linesOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)))

describe('npm run bench', () => {
  it('prints nothing but lines, each figure beside its baseline', () => {
    const { status, stdout, stderr } = run('credits', '--quick')
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
    const lines = linesOf(stdout)
    expect(new Set(lines.map(({ bench }) => bench))).toEqual(new Set(['credits']))
    expect(lines.map(({ unit }) => unit)).toEqual(expect.arrayContaining(['credits/s', 'MB']))
    for (const { value, baseline, ratio } of lines) expect(ratio).toBeCloseTo(value / baseline, 1)
  })

  it('runs several, one after the other', () => {
    const { status, stdout } = run('diagnosis', 'triage', 'replay', '--quick')
    expect(status).toBe(0)
    expect([...new Set(linesOf(stdout).map(({ bench }) => bench))]).toEqual(['diagnosis', 'triage', 'replay'])
  })

  it('names what there is when asked for what there is not', () => {
    const { status, stdout, stderr } = run('speed')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(/"speed".*credits, diagnosis, triage, replay/)
  })
})
