// The official inspector as a client, strict: stdio as a user would start it, and HTTP with a token in the header.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFolder } from '../../core/kit/setting.ts'
import { type Counter, openCounter, secret } from '../mcp/counter.ts'
import { type Front, openHttp } from '../mcp/front.ts'

const modules = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), '..')
const inspector = join(modules, '@modelcontextprotocol/inspector/clients/launcher/build/index.js')
const main = join(packageFolder, 'mcp-server/main.ts')

let counter: Counter
let http: Front
beforeAll(async () => {
  counter = await openCounter()
  http = await openHttp(counter)
})
afterAll(async () => {
  await http.close()
  await counter.close()
})

type Run = { readonly code: number | null; readonly out: string; readonly errors: string }
function run(...args: string[]): Promise<Run> {
  const env = {
    ...process.env,
    // The inspector writes a catalogue there.
    HOME: counter.folder,
  }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [inspector, '--cli', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: packageFolder,
    })
    let out = ''
    let errors = ''
    child.stdout.on('data', (part) => {
      out += String(part)
    })
    child.stderr.on('data', (part) => {
      errors += String(part)
    })
    child.on('close', (code) => resolve({ code, out, errors }))
  })
}
const ways: { readonly [way: string]: () => readonly string[] } = {
  stdio: () => [
    ...['-e', `DATABASE_URL=sqlite:${counter.path}`, '-e', `APP_SECRET=${secret.toString('base64')}`],
    ...['-e', 'MCP_SCOPE=account:mei', process.execPath, main, 'stdio'],
  ],
  http: () => ['--server-url', http.url, '--transport', 'http', '--header', 'Authorization: Bearer test-token'],
}

describe.each(Object.keys(ways))('the inspector over %s', (way) => {
  const ask = (...args: string[]): Promise<Run> => run(...(ways[way]?.() ?? []), '--format', 'json', ...args)

  it('finds no fault in the tools with --strict', async () => {
    const { code, out, errors } = await ask('--method', 'tools/list', '--strict')
    expect(code, errors.slice(-2_000)).toBe(0)
    expect(out).toContain('diagnose_missing_credit')
    // Warnings leave the exit code at 0: there are none of them either.
    expect((JSON.parse(out) as { schemaFindings?: object[] }).schemaFindings ?? []).toEqual([])
  })

  it('lists resources, templates and prompts, and calls a tool', async () => {
    for (const method of ['resources/list', 'resources/templates/list', 'prompts/list']) {
      const { code, errors } = await ask('--method', method)
      expect(code, `${method}: ${errors.slice(-500)}`).toBe(0)
    }
    const call = [
      '--method',
      'tools/call',
      '--tool-name',
      'search_faq',
      '--tool-arg',
      'query=refund',
      '--tool-arg',
      'lang=en',
    ]
    const { code, out } = await ask(...call)
    expect(code).toBe(0)
    expect(out).toContain('faq://en/refund')
    const wrong = await ask(
      '--method',
      'tools/call',
      '--tool-name',
      'check_redeem_code',
      '--tool-arg',
      'code_masked=ABCDE-12345-ABCDE-12345',
    )
    expect(wrong.code).toBe(5)
    expect(wrong.out + wrong.errors).not.toContain('12345-ABCDE')
  })
})

it('over HTTP without a token the inspector is told to sign in', async () => {
  const { code } = await run(
    '--server-url',
    http.url,
    '--transport',
    'http',
    '--format',
    'json',
    '--method',
    'tools/list',
  )
  expect(code).toBe(3)
})
