// The HTTP side from outside: who is let in, what is refused and how, and that no refusal tells anything.
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTVerifyGetKey, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mcpScopes } from '../../core/domain/mcp-token.ts'
import { DAY, plus } from '../../core/kit/clock.ts'
import { randomIds } from '../../core/kit/ids.ts'
import { openStore } from '../../core/store/open.ts'
import { firstOf, ownTokens } from '../../mcp-server/credential.ts'
import { oauthTokens } from '../../mcp-server/oauth.ts'
import { type Counter, keyring, NOW, openCounter } from '../mcp/counter.ts'
import { type Front, openHttp } from '../mcp/front.ts'

const TOKENS = {
  mei: `dzm_${'A'.repeat(32)}`,
  narrow: `dzm_${'B'.repeat(32)}`,
  old: `dzm_${'C'.repeat(32)}`,
  revoked: `dzm_${'D'.repeat(32)}`,
} as const
const oauth = {
  issuer: 'https://id.example.com',
  audience: 'https://mcp.example.com/mcp',
  jwksUrl: 'https://id.example.com/jwks',
}

let counter: Counter
let http: Front
let sign: (
  claims: Record<string, unknown>,
  more?: { issuer?: string; audience?: string; expires?: number },
) => Promise<string>

async function tokenRows(path: string): Promise<void> {
  const store = openStore({ path }, randomIds)
  const all = mcpScopes.join(' ')
  const row = (id: keyof typeof TOKENS, scopes: string, expiresIn: number, revoked = false) => ({
    id,
    hash: keyring.hash('mcp-token', TOKENS[id]),
    subject: 'account:mei',
    scopes,
    createdAt: plus(NOW, -2 * DAY),
    expiresAt: plus(NOW, expiresIn),
    revokedAt: revoked ? NOW : null,
  })
  await store.write(async (w) => {
    await w.mcpTokens.insert(row('mei', all, DAY))
    await w.mcpTokens.insert(row('narrow', 'orders:read', DAY))
    await w.mcpTokens.insert(row('old', all, 0))
    await w.mcpTokens.insert(row('revoked', all, DAY, true))
  })
  await store.close()
}

beforeAll(async () => {
  counter = await openCounter()
  await tokenRows(counter.path)
  const { store, clock } = counter.office.desk
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const keys: JWTVerifyGetKey = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] })
  sign = (claims, { issuer = oauth.issuer, audience = oauth.audience, expires = NOW / 1000 + 600 } = {}) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(NOW / 1000)
      .setExpirationTime(expires)
      .sign(privateKey)
  const verify = firstOf(ownTokens(store, keyring, clock), oauthTokens(oauth, store, clock, keys))
  http = await openHttp(counter, { verify, oauth })
})
afterAll(async () => {
  await http.close()
  await counter.close()
})

type Reply = {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}
const good = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
function send(headers: Record<string, string>, body = '', path = '/mcp', method = 'POST'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: http.port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
const as = (token: string) => ({ ...good, authorization: `Bearer ${token}` })
const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' })
const call = (name: string, args: object = {}): string =>
  JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } })

describe('credentials', () => {
  it('a token of ours lets its account in, and nobody else is shown', async () => {
    const { status, body } = await send(
      as(TOKENS.mei),
      call('list_recharges', { since: '2026-09-01', until: '2026-11-21' }),
    )
    expect(status).toBe(200)
    expect(JSON.parse(body).result.structuredContent.items.length).toBe(5)
  })

  it.each([
    ['none', undefined],
    ['an expired one', TOKENS.old],
    ['a revoked one', TOKENS.revoked],
    ['an unknown one', `dzm_${'E'.repeat(32)}`],
    ['nonsense', 'x'.repeat(20)],
  ])('%s is answered 401 with the same body and a challenge', async (_, token) => {
    const { status, headers, body } = await send(token === undefined ? good : as(token), list)
    expect(status).toBe(401)
    expect(body).toBe(
      '{"jsonrpc":"2.0","id":null,"error":{"code":-32001,"message":"A valid bearer token is required."}}',
    )
    expect(headers['www-authenticate']).toContain(
      'resource_metadata="https://mcp.example.com/.well-known/oauth-protected-resource/mcp"',
    )
  })

  it('a scope that is missing hides the tool, and a call for it is 403 insufficient_scope', async () => {
    const listed = JSON.parse((await send(as(TOKENS.narrow), list)).body).result.tools.map(
      ({ name }: { name: string }) => name,
    )
    expect(listed).toEqual(['diagnose_missing_credit', 'get_order_status', 'list_recharges'])
    const { status, headers } = await send(as(TOKENS.narrow), call('check_redeem_code', { code_masked: '****7K2M' }))
    expect(status).toBe(403)
    expect(headers['www-authenticate']).toContain('error="insufficient_scope", scope="codes:check"')
  })

  it('the authorization server of the operator is named, and its tokens hold', async () => {
    const metadata = await send({}, '', '/.well-known/oauth-protected-resource/mcp', 'GET')
    expect(JSON.parse(metadata.body)).toMatchObject({ resource: oauth.audience, authorization_servers: [oauth.issuer] })
    const mei = await sign({ sub: 'mei', scope: 'orders:read' })
    expect(JSON.parse((await send(as(mei), list)).body).result.tools.length).toBe(3)
    const desk = await sign({ sub: 'someone', scope: 'support orders:read tickets:read' })
    const names = JSON.parse((await send(as(desk), list)).body).result.tools.map(({ name }: { name: string }) => name)
    expect(names).toEqual(['diagnose_missing_credit', 'get_order_status', 'get_ticket_status'])
  })

  it.each([
    ['another audience', { sub: 'mei', scope: 'orders:read' }, { audience: 'https://other.example.com' }],
    ['another issuer', { sub: 'mei', scope: 'orders:read' }, { issuer: 'https://evil.example.com' }],
    ['an expired one', { sub: 'mei', scope: 'orders:read' }, { expires: NOW / 1000 - 60 }],
    ['an account that does not exist', { sub: 'nobody', scope: 'orders:read' }, {}],
    ['no subject', { scope: 'orders:read' }, {}],
  ])('of its tokens %s does not hold', async (_, claims, more) => {
    expect((await send(as(await sign(claims, more)), list)).status).toBe(401)
  })

  it('an unsigned or badly signed token does not hold', async () => {
    const [head, payload] = (await sign({ sub: 'mei', scope: 'orders:read' })).split('.')
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    expect((await send(as(none), list)).status).toBe(401)
    expect((await send(as(`${head}.${payload}.AAAA`), list)).status).toBe(401)
  })
})

describe('refusals', () => {
  it.each([
    ['a foreign host', { ...as(TOKENS.mei), host: 'evil.example.com' }, list, '/mcp', 'POST', 403],
    ['a foreign origin', { ...as(TOKENS.mei), origin: 'https://evil.example.com' }, list, '/mcp', 'POST', 403],
    ['the origin null', { ...as(TOKENS.mei), origin: 'null' }, list, '/mcp', 'POST', 403],
    ['GET', as(TOKENS.mei), '', '/mcp', 'GET', 405],
    ['DELETE', as(TOKENS.mei), '', '/mcp', 'DELETE', 405],
    ['another path', as(TOKENS.mei), list, '/admin', 'POST', 404],
    ['a token in the address', good, list, `/mcp?access_token=${TOKENS.mei}`, 'POST', 400],
    ['another content type', { ...as(TOKENS.mei), 'content-type': 'text/plain' }, list, '/mcp', 'POST', 415],
    ['an accept without event streams', { ...as(TOKENS.mei), accept: 'application/json' }, list, '/mcp', 'POST', 406],
    ['an unknown version', { ...as(TOKENS.mei), 'mcp-protocol-version': '1999-SECRET' }, list, '/mcp', 'POST', 400],
    ['broken JSON', as(TOKENS.mei), '{"SECRET', '/mcp', 'POST', 400],
    ['a batch', as(TOKENS.mei), `[${list}]`, '/mcp', 'POST', 400],
    ['a body that is too large', as(TOKENS.mei), 'x'.repeat(70_000), '/mcp', 'POST', 413],
  ])('%s', async (_, headers, body, path, method, status) => {
    const reply = await send(headers, body, path, method)
    expect(reply.status).toBe(status)
    expect(reply.headers['content-type']).toBe('application/json')
    expect(JSON.parse(reply.body)).toMatchObject({ jsonrpc: '2.0', id: null })
    expect(reply.body).not.toMatch(/SECRET|dzm_|\.ts|node_modules|evil/)
    if (status === 405) expect(reply.headers.allow).toBe('POST')
  })

  it('a local page and a local name are let in', async () => {
    for (const more of [
      { origin: 'http://localhost:3000' },
      { host: 'localhost' },
      { host: `127.0.0.1:${http.port}` },
    ]) {
      expect((await send({ ...as(TOKENS.mei), ...more } as Record<string, string>, list)).status).toBe(200)
    }
  })

  it('a body that grows beyond the cap without announcing it is cut off', async () => {
    const sent = request({ host: '127.0.0.1', port: http.port, path: '/mcp', method: 'POST', headers: as(TOKENS.mei) })
    sent.on('error', () => undefined)
    const replied = once(sent, 'response')
    for (let part = 0; part < 8; part++) sent.write('x'.repeat(16_000))
    sent.end()
    const [response] = (await replied) as [{ statusCode: number }]
    expect(response.statusCode).toBe(413)
  })

  it('what is no HTTP is answered without a word about it', async () => {
    const socket = connect(http.port, '127.0.0.1')
    socket.write('SECRET nonsense\r\n\r\n')
    const [data] = (await once(socket, 'data')) as [Buffer]
    expect(String(data)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(String(data)).not.toContain('SECRET')
    socket.destroy()
  })

  it.each([
    ['an unknown method', { method: 'server/discover' }, -32601],
    ['a method that is markup', { method: '<script>SECRET' }, -32601],
    ['a call without a name', { method: 'tools/call' }, -32603],
    ['a resource that is not there', { method: 'resources/read', params: { uri: 'faq://zh/SECRET' } }, -32602],
    ['a prompt that is not there', { method: 'prompts/get', params: { name: 'SECRET' } }, -32602],
  ])('%s is an error of the protocol that repeats nothing', async (_, message, code) => {
    const { status, body } = await send(as(TOKENS.mei), JSON.stringify({ jsonrpc: '2.0', id: 7, ...message }))
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({ id: 7, error: { code } })
    expect(body).not.toMatch(/SECRET|script/)
  })

  it.each([
    ['no JSON-RPC', { hello: 'SECRET' }],
    ['another version of it', { jsonrpc: '1.0', id: 1, method: 'SECRET' }],
    ['null', null],
    ['a word', 'SECRET'],
  ])('%s is no request', async (_, message) => {
    const { body } = await send(as(TOKENS.mei), JSON.stringify(message))
    expect(JSON.parse(body)).toMatchObject({ id: null, error: { code: -32600 } })
    expect(body).not.toContain('SECRET')
  })

  it('a notification is taken with 202 and no body', async () => {
    const { status, body } = await send(as(TOKENS.mei), '{"jsonrpc":"2.0","method":"notifications/initialized"}')
    expect([status, body]).toEqual([202, ''])
  })
})

it('who is refused for a token or a scope has a line in the log too', async () => {
  const before = counter.log.length
  await send(good, list)
  await send(as(`dzm_${'E'.repeat(32)}`), list)
  await send(as(TOKENS.narrow), call('check_redeem_code', { code_masked: '****7K2M' }))
  const lines = counter.log.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines.map(({ msg, outcome, tool }) => [msg, outcome, tool])).toEqual([
    ['refused', 'no-token', undefined],
    ['refused', 'bad-token', undefined],
    ['call', 'scope', 'check_redeem_code'],
  ])
})

it('neither tokens nor arguments stand in the log, and each call has its line', async () => {
  const before = counter.log.length
  await send(as(TOKENS.mei), call('get_order_status', { order_ref: 'DZ20261120SECRETSECRET', lang: 'en' }))
  const lines = counter.log.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines).toMatchObject([{ tool: 'get_order_status', outcome: 'missed', rule: null }])
  expect(lines[0]?.subject).toMatch(/^\*{4}\w{4}$/)
  expect(counter.log.join('')).not.toMatch(/SECRET|dzm_|account:mei/)
})
