// The MCP programs as they are started: what they need, what stands on standard output, and how they end.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFolder } from '../../core/kit/setting.ts'
import { type Counter, openCounter, secret } from '../mcp/counter.ts'

let counter: Counter
let folder: string
beforeAll(async () => {
  counter = await openCounter()
  folder = mkdtempSync(join(tmpdir(), 'daozhang-mcp-e2e-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await counter.close()
})

type Ended = { readonly code: number | null; readonly out: string; readonly errors: string }
const settings = (more: Record<string, string> = {}) => ({
  PATH: process.env.PATH ?? '',
  DATABASE_URL: `sqlite:${counter.path}`,
  APP_SECRET: secret.toString('base64'),
  LOG_LEVEL: 'info',
  ...more,
})
function run(program: string, args: readonly string[], env: Record<string, string>, input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(packageFolder, program), ...args], { env, cwd: packageFolder })
    let [out, errors] = ['', '']
    child.stdout.on('data', (part) => {
      out += String(part)
    })
    child.stderr.on('data', (part) => {
      errors += String(part)
    })
    child.on('close', (code) => resolve({ code, out, errors }))
    child.stdin.end(input)
  })
}
const mcp = (env: Record<string, string>, input?: string, way = 'stdio'): Promise<Ended> =>
  run('mcp-server/main.ts', [way], env, input)

describe('npm run mcp', () => {
  it.each([
    ['without a scope', {}, /^mcp: MCP_SCOPE is missing: set it to support, or to account:ID$/m],
    ['with a scope of another form', { MCP_SCOPE: 'all' }, /^mcp: MCP_SCOPE: support or account:ID$/m],
    [
      'for an account that does not exist',
      { MCP_SCOPE: 'account:nobody' },
      /^mcp: MCP_SCOPE names an account that does not exist$/m,
    ],
    [
      'without a database',
      { MCP_SCOPE: 'support', DATABASE_URL: 'sqlite:/nowhere/shop.db' },
      /^mcp: there is no database at/m,
    ],
    [
      'with another secret',
      { MCP_SCOPE: 'support', APP_SECRET: Buffer.alloc(32, 'x').toString('base64') },
      /^mcp: APP_SECRET is not the one/m,
    ],
  ])('%s ends with exit 2 and one line that says what to do', async (_, more, line) => {
    const { code, out, errors } = await mcp(settings(more))
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(errors).toMatch(line)
    expect(errors.trim().split('\n').length).toBe(1)
  })

  it('speaks only the protocol on standard output, and ends when standard input closes', async () => {
    const lines = [
      '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}',
      '{"jsonrpc":"2.0","method":"notifications/initialized"}',
      'this is not JSON SECRET',
      '{"jsonrpc":"2.0","id":2,"method":"server/discover"}',
      '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"search_faq","arguments":{"query":"SECRET","lang":"en"}}}',
    ]
    const { code, out, errors } = await mcp(settings({ MCP_SCOPE: 'support' }), `${lines.join('\n')}\n`)
    expect(code).toBe(0)
    const said = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: number; error?: { code: number } })
    expect(said.map(({ id }) => id).toSorted()).toEqual([1, 2, 3])
    expect(said.find(({ id }) => id === 2)?.error?.code).toBe(-32601)
    expect(out + errors).not.toContain('SECRET')
    const log = errors
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(log).toMatchObject([{ name: 'mcp', msg: 'call', tool: 'search_faq' }])
  })

  it('serves a client of the SDK from the first to the last call', async () => {
    const client = new Client({ name: 'test', version: '1' })
    const args = [join(packageFolder, 'mcp-server/main.ts'), 'stdio']
    const env = settings({ MCP_SCOPE: 'account:mei' })
    await client.connect(new StdioClientTransport({ command: process.execPath, args, env, stderr: 'ignore' }))
    expect(client.getInstructions()).toMatch(/diagnose_missing_credit/)
    expect((await client.listTools()).tools.length).toBe(10)
    const order_ref = counter.numbers.get('m1')
    const answer = await client.callTool({ name: 'get_order_status', arguments: { order_ref } })
    expect(answer.structuredContent).toMatchObject({ found: true, order: { status: 'Completed' } })
    const { resources } = await client.listResources()
    const { contents } = await client.readResource({ uri: resources[0]?.uri ?? '' })
    expect(JSON.stringify(contents)).toContain('# ')
    expect((await client.getPrompt({ name: 'public_reply', arguments: { lang: 'zh' } })).messages.length).toBe(1)
    await client.close()
  })
})

describe('npm run mcp:http', () => {
  it('refuses to listen beyond this machine without the names that are served', async () => {
    const { code, errors } = await mcp(settings({ MCP_HTTP_HOST: '0.0.0.0' }), '', 'http')
    expect(code).toBe(2)
    expect(errors).toMatch(/^mcp: MCP_HTTP_ALLOWED_HOSTS is missing/m)
  })
})

describe('the operator', () => {
  it('makes a token that is shown once and stands nowhere, lists it and takes it back', async () => {
    const admin = (...words: string[]): Promise<Ended> => run('bot/admin/main.ts', words, settings())
    const made = await admin('mcp-token', '--account', 'mei', '--scopes', 'orders:read,help:read', '--days', '7')
    expect(made.code, made.errors).toBe(0)
    expect(made.out).toMatch(/^dzm_[0-9A-HJKMNP-TV-Z]{32}\n$/)
    const list = await admin('mcp-tokens', 'list')
    expect(list.out).toMatch(/^mct_\w+ +holds +account:mei .*orders:read help:read$/m)
    expect(readFileSync(counter.path).includes(made.out.trim())).toBe(false)
    const [id = ''] = list.out.split(' ')
    expect((await admin('mcp-tokens', 'revoke', id)).code).toBe(0)
    expect((await admin('mcp-tokens', 'list')).out).toMatch(/revoked/)
    expect((await admin('audit', 'list')).out).toMatch(/mcp-token\.revoke/)
    for (const wrong of [
      ['mcp-token'],
      ['mcp-token', '--account', 'mei', '--support'],
      ['mcp-token', '--support', '--scopes', 'all'],
    ]) {
      const refused = await admin(...wrong)
      expect(refused.code, wrong.join(' ')).toBe(2)
      expect(refused.out).toBe('')
    }
    expect((await admin('mcp-token', '--account', 'nobody')).code).toBe(1)
  })

  it('exports the help texts', async () => {
    const { code, out } = await run('bot/admin/main.ts', ['flows', 'export', join(folder, 'help')], settings())
    expect(code).toBe(0)
    expect(out.split('\n')).toEqual(expect.arrayContaining(['llms.txt', 'faq.json', 'zh/refund.md', 'en/refund.md']))
    expect(readFileSync(join(folder, 'help/llms.txt'), 'utf8')).toMatch(/^# .+\n\n> .+\n\n## /)
  })
})
