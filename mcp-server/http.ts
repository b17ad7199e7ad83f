// The HTTP side: guards, credential, one JSON message in and one out. Every answer is JSON of ours, also every refusal.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SECOND } from '../core/kit/clock.ts'
import type { Log } from '../core/redaction/log.ts'
import { say } from '../core/redaction/redacted.ts'
import type { Caller } from './call.ts'
import { bearerOf, type Verifier } from './credential.ts'
import type { Guards } from './guards.ts'
import { type OAuth, resourceMetadata } from './oauth.ts'
import { protocolVersions } from './server.ts'
import { toolsOf } from './tools/index.ts'

export type HttpPlan = {
  /** Answers a message of somebody who was let in. */
  readonly serve: (caller: Caller, message: object) => Promise<object | undefined>
  readonly log: Log
  readonly guards: Guards
  readonly verify: Verifier
  readonly oauth: OAuth | undefined
}

const MOST_BYTES = 64 * 1024
const refusedFor = { noToken: say`no-token`, badToken: say`bad-token` } as const
const METADATA = '/.well-known/oauth-protected-resource'

type Refusal = { readonly status: number; readonly code: number; readonly message: string; readonly headers?: object }
const refusals = {
  host: { status: 403, code: -32000, message: 'This host name is not served here.' },
  origin: { status: 403, code: -32000, message: 'This origin is not allowed.' },
  path: { status: 404, code: -32000, message: 'There is nothing here; the server is at /mcp.' },
  query: {
    status: 400,
    code: -32000,
    message: 'Nothing is taken from the address; send the token in the Authorization header.',
  },
  method: { status: 405, code: -32000, message: 'Only POST is served.', headers: { allow: 'POST' } },
  type: { status: 415, code: -32000, message: 'Send content-type application/json.' },
  accept: { status: 406, code: -32000, message: 'Accept application/json and text/event-stream.' },
  version: { status: 400, code: -32000, message: `Unknown protocol version; known: ${protocolVersions.join(', ')}.` },
  size: { status: 413, code: -32000, message: 'The message is too large.', headers: { connection: 'close' } },
  json: { status: 400, code: -32700, message: 'The message is not JSON.' },
  batch: { status: 400, code: -32600, message: 'Send one message at a time.' },
  failed: { status: 500, code: -32603, message: 'The request failed.' },
} as const satisfies Record<string, Refusal>

function write(response: ServerResponse, status: number, body: object | undefined, headers: object = {}): void {
  if (response.headersSent || response.destroyed) return
  const text = body === undefined ? '' : JSON.stringify(body)
  response.writeHead(status, {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-length': Buffer.byteLength(text),
    ...headers,
  })
  response.end(text)
}

const refuse = (response: ServerResponse, { status, code, message, headers }: Refusal): void =>
  write(response, status, { jsonrpc: '2.0', id: null, error: { code, message } }, headers)

/** What is wrong with a request before its body is read; undefined where nothing is. */
function fault({ guards }: HttpPlan, { method, url = '', headers }: IncomingMessage): Refusal | undefined {
  const [path, query] = url.split('?')
  if (!guards.host(headers.host)) return refusals.host
  if (!guards.origin(headers.origin)) return refusals.origin
  if (path !== '/mcp') return refusals.path
  if (query !== undefined) return refusals.query
  if (method !== 'POST') return refusals.method
  if (Number(headers['content-length'] ?? 0) > MOST_BYTES) return refusals.size
  return undefined
}

/** What a client must say of a message before it is read. */
function formFault({ headers }: IncomingMessage): Refusal | undefined {
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return refusals.type
  const accept = headers.accept ?? ''
  if (!accept.includes('application/json') || !accept.includes('text/event-stream')) return refusals.accept
  const version = headers['mcp-protocol-version']
  return version === undefined || protocolVersions.includes(String(version)) ? undefined : refusals.version
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MOST_BYTES) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** The scope that a call lacks; undefined where it lacks none. */
function lackingScope({ subject, scopes }: Caller, message: unknown): string | undefined {
  const { method, params } = message as { method?: unknown; params?: { name?: unknown } | null }
  if (method !== 'tools/call') return undefined
  const tool = toolsOf(subject).find(({ name }) => name === params?.name)
  return tool && !scopes.includes(tool.scope) ? tool.scope : undefined
}

const challenge = ({ oauth }: HttpPlan, { headers }: IncomingMessage, ...more: readonly string[]): object => ({
  'www-authenticate': `Bearer ${[
    ...more,
    ...(oauth ? [`resource_metadata="${metadataUrl(oauth, headers.host ?? '')}"`] : []),
    'realm="daozhang"',
  ].join(', ')}`,
})

/** Beside the resource where its name is an address, else at the host that was called. */
function metadataUrl({ audience }: OAuth, host: string): string {
  const url = URL.canParse(audience) ? new URL(audience) : undefined
  return url?.host ? `${url.origin}${METADATA}${url.pathname === '/' ? '' : url.pathname}` : `http://${host}${METADATA}`
}

async function answer(plan: HttpPlan, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? ''
  const wrong = fault(plan, request)
  const metadata = path === METADATA || path === `${METADATA}/mcp`
  if (plan.oauth && metadata && request.method === 'GET' && wrong === refusals.path) {
    return write(response, 200, resourceMetadata(plan.oauth))
  }
  if (wrong) return refuse(response, wrong)
  const token = bearerOf(request.headers.authorization)
  const caller = token === undefined ? undefined : await plan.verify(token)
  if (!caller) {
    const why = token === undefined ? [] : ['error="invalid_token"']
    const headers = challenge(plan, request, ...why)
    plan.log.info('refused', { outcome: refusedFor[token === undefined ? 'noToken' : 'badToken'] })
    return refuse(response, { status: 401, code: -32001, message: 'A valid bearer token is required.', headers })
  }
  const form = formFault(request)
  if (form) return refuse(response, form)
  const text = await readBody(request)
  if (text === undefined) return refuse(response, refusals.size)
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    return refuse(response, refusals.json)
  }
  if (Array.isArray(message) || typeof message !== 'object' || message === null) return refuse(response, refusals.batch)
  const lacking = lackingScope(caller, message)
  if (lacking !== undefined) {
    const headers = challenge(plan, request, 'error="insufficient_scope"', `scope="${lacking}"`)
    // The call is counted and told in the log like any other; its answer is not given.
    await plan.serve(caller, message)
    return refuse(response, { status: 403, code: -32003, message: `This needs the scope ${lacking}.`, headers })
  }
  const given = await plan.serve(caller, message)
  write(response, given === undefined ? 202 : 200, given)
}

/** A server that is not listening yet. Slow callers are cut off by the time-outs. */
export function makeHttp(plan: HttpPlan): Server {
  const server = createServer(
    { headersTimeout: 5 * SECOND, requestTimeout: 15 * SECOND, maxHeaderSize: 16 * 1024 },
    (request, response) => {
      answer(plan, request, response).catch((error: unknown) => {
        plan.log.error('a request failed', { error: error instanceof Error ? error : null })
        refuse(response, refusals.failed)
      })
    },
  )
  server.keepAliveTimeout = 10 * SECOND
  server.maxConnections = 512
  server.on('clientError', (_, socket) =>
    socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n'),
  )
  return server
}

/** Listens; gives the port, which is another than asked for where that was 0. */
export const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
