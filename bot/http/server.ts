// The bot's HTTP server: a table of routes behind bounds; it starts, answers, and closes without cutting off what runs.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sleep } from '../../core/kit/clock.ts'
import { err, ok, type Result } from '../../core/kit/result.ts'
import type { Log } from '../../core/redaction/log.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import { announcedBytes, readBody } from './body.ts'
import { LIMITS, type Limits } from './limits.ts'
import { rawRefusal, refusal } from './refusal.ts'
import { find, type Incoming, type Reply, type Route } from './route.ts'

export type HttpServer = {
  /** The port it really has: another than asked for where that was 0. */
  readonly port: number
  /** Takes nothing new, lets what runs end for `graceMs` at most, then ends it. */
  close(): Promise<void>
}

export type HttpOptions = {
  readonly host: string
  readonly port: number
  readonly routes: readonly Route[]
  readonly log: Log
  readonly limits?: Partial<Limits>
}

const LINGER_MS = 500

const listenFaults: { readonly [code: string]: string } = {
  EADDRINUSE: 'another program listens there; stop it or set another HTTP_PORT',
  EACCES: 'this port needs more rights; set an HTTP_PORT above 1023',
  EADDRNOTAVAIL: 'this machine does not have that address; set HTTP_HOST',
  ENOTFOUND: 'there is no such host; set HTTP_HOST',
}

/** The line for a server that cannot listen; undefined for an error that nobody foresaw. */
export function listenFault(error: unknown, host: string, port: number): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const fault = listenFaults[code]
  return fault && `HTTP_HOST, HTTP_PORT: cannot listen on ${host}:${port}: ${fault}`
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )

function write(response: ServerResponse, { status, headers, body = '' }: Reply, last: boolean): void {
  if (response.headersSent || response.destroyed) return
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  response.writeHead(status, {
    'content-type': typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/octet-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
    'content-length': bytes.byteLength,
    ...(last ? { connection: 'close' } : {}),
  })
  response.write(bytes)
}

/** Answers and ends the connection; what was still being sent is thrown away for a moment. */
async function refuse(request: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> {
  write(response, reply, true)
  if (!request.complete) {
    // A connection that is closed with bytes unread is reset, and its caller never sees the answer.
    const sent = new AbortController()
    for (const event of ['end', 'error', 'close']) request.once(event, () => sent.abort())
    request.resume()
    await sleep(LINGER_MS, sent.signal)
  }
  response.end()
}

/** Listens. The error is a line that says what to do. */
export async function startHttp({ host, port, routes, log, limits }: HttpOptions): Promise<Result<HttpServer, string>> {
  const bounds: Limits = { ...LIMITS, ...limits }
  const over = new AbortController()
  let running = 0
  let closing = false

  /** The handler's answer, or ours where it fails or takes too long. Never throws. */
  async function answer(route: Route, incoming: Incoming, late: AbortSignal): Promise<Reply> {
    const handled = (async () => route.handle(incoming))().catch((error: unknown) => {
      const where = redact(new Raw(`${route.method} ${route.path}`)).text
      log.error('a request failed', { route: where, error: error instanceof Error ? error : null })
      return refusal('server-error')
    })
    // It was refused with 503 by then: whoever waits for it is gone.
    const tooLate = new Promise<Reply>((resolve) => late.addEventListener('abort', () => resolve(refusal('late'))))
    return Promise.race([handled, tooLate])
  }

  async function run(
    request: IncomingMessage,
    route: Route,
    params: Incoming['params'],
    body: Uint8Array,
  ): Promise<Reply> {
    const done = new AbortController()
    const late = new AbortController()
    void sleep(route.maxMs, AbortSignal.any([done.signal, over.signal])).then(() => {
      if (!done.signal.aborted) late.abort()
    })
    const [, query = ''] = (request.url ?? '').split(/\?(.*)/s)
    const incoming = {
      params,
      query: Buffer.from(query, 'latin1'),
      headers: headersOf(request),
      body,
      signal: late.signal,
    }
    return answer(route, incoming, late.signal).finally(() => done.abort())
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const no = (reply: Reply): Promise<void> => refuse(request, response, reply)
    if (closing) return no(refusal('closing'))
    const [path = ''] = (request.url ?? '').split('?')
    const found = find(routes, request.method ?? '', path)
    if (found.kind === 'nothing') return no(refusal('not-found'))
    if (found.kind === 'method') return no(refusal('method-not-allowed', { allow: found.allowed.join(', ') }))
    if (announcedBytes(request) > found.route.maxBytes) return no(refusal('body-too-large'))
    if (request.headers.expect !== undefined) response.writeContinue()
    const read = await readBody(request, found.route.maxBytes)
    if (read.kind === 'gone') return
    if (read.kind === 'too-large') return no(refusal('body-too-large'))
    // Counted from here: who sends slowly takes nobody's place.
    if (running >= bounds.running) return no(refusal('busy'))
    running += 1
    const reply = await run(request, found.route, found.params, read.bytes).finally(() => {
      running -= 1
    })
    write(response, reply, closing)
    response.end()
  }

  const take = (request: IncomingMessage, response: ServerResponse): void => {
    // A caller who goes away while we answer is no fault of ours.
    response.on('error', () => undefined)
    void respond(request, response).catch((error: unknown) => {
      log.error('a request could not be answered', { error: error instanceof Error ? error : null })
      request.socket.destroy()
    })
  }

  const server = createServer({
    maxHeaderSize: bounds.headerBytes,
    headersTimeout: bounds.headersMs,
    requestTimeout: bounds.requestMs,
    connectionsCheckingInterval: bounds.lookMs,
    keepAliveTimeout: bounds.idleMs,
    // Two readings of one request are how requests are smuggled.
    insecureHTTPParser: false,
    requireHostHeader: true,
  })
  server.maxConnections = bounds.connections
  server.maxHeadersCount = bounds.headerCount
  server.maxRequestsPerSocket = bounds.requestsAConnection
  server.timeout = bounds.silentMs
  server.on('request', take)
  server.on('checkContinue', take)
  server.on('clientError', (error: Error, socket) => {
    if (socket.writable) socket.end(rawRefusal(error))
    else socket.destroy()
  })

  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const line = listenFault(error, host, port)
    if (line === undefined) throw error
    return err(line)
  }
  return ok({
    port: (server.address() as AddressInfo).port,
    close: async () => {
      closing = true
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const early = new AbortController()
      void sleep(bounds.graceMs, early.signal).then(() => {
        if (early.signal.aborted) return
        over.abort()
        server.closeAllConnections()
      })
      await closed
      early.abort()
    },
  })
}
