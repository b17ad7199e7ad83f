// The official conformance suites, both editions, against our own HTTP stack: our tools where they apply, fixtures for the rest.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exchangeWith } from '../../mcp-server/server.ts'
import { type Counter, openCounter } from '../mcp/counter.ts'
import { makeFixtureServer } from '../mcp/fixture-server.ts'
import { type Front, openFront } from '../mcp/front.ts'

const modules = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), '..')
const editions = {
  '0.1': join(modules, '@modelcontextprotocol/conformance/dist/index.js'),
  '0.2': join(modules, 'conformance-next/dist/index.js'),
} as const
const baseline = (edition: string): string =>
  fileURLToPath(new URL(`../mcp/conformance-${edition}.yml`, import.meta.url))

let counter: Counter
let ours: Front
let fixtures: Front
beforeAll(async () => {
  counter = await openCounter()
  ours = await openFront(counter)
  fixtures = await openFront(counter, { serve: (_, message) => exchangeWith(makeFixtureServer, message) })
})
afterAll(async () => {
  await ours.close()
  await fixtures.close()
  await counter.close()
})

type Run = { readonly code: number | null; readonly out: string }
const run = (program: string, ...args: string[]): Promise<Run> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program, 'server', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        out += String(part)
      })
    child.on('close', (code) => resolve({ code, out }))
  })
const passed = (out: string): number =>
  Number(/Passed:? (\d+)\/|Total: (\d+) passed/.exec(out)?.slice(1).find(Boolean) ?? 0)

describe.each(['0.1', '0.2'] as const)('conformance %s', (edition) => {
  // What needs no fixture and so speaks of this very server. tools-call-simple-text and tools-call-error would pass
  // emptily here, because any refusal satisfies them: they are run over the fixtures only.
  it.each(['server-initialize', 'ping', 'tools-list', 'resources-list', 'prompts-list', 'dns-rebinding-protection'])(
    'the server itself passes %s',
    async (scenario) => {
      const { code, out } = await run(editions[edition], '--url', ours.url, '--scenario', scenario)
      expect(out).toMatch(/[1-9]\d*\/\d+,? |[1-9]\d* passed/)
      expect(code, out.slice(-2_000)).toBe(0)
    },
  )

  it('the stack under it passes the whole suite but what its baseline names, with reasons', async () => {
    const suite = edition === '0.2' ? ['--requirements', '2025-11-25'] : []
    const args = ['--url', fixtures.url, ...suite, '--expected-failures', baseline(edition)]
    const { code, out } = await run(editions[edition], ...args)
    expect(passed(out), out.slice(-2_000)).toBeGreaterThan(20)
    expect(code, out.slice(-3_000)).toBe(0)
    process.stdout.write(`mcp conformance ${edition}: ${/Total: .*/.exec(out)?.[0] ?? ''}\n`)
  })
})
