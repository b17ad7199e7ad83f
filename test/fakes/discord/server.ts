// The HTTP server on loopback: the API, attachments, the gateway's door, and every way in which a connection goes wrong.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, type Api, type Asked, refused, tooMany } from './api.ts'
import { readBody } from './body.ts'
import type { Call } from './call.ts'
import type { Fault } from './faults.ts'
import type { Gateway } from './gateway.ts'
import { Refusal } from './refusal.ts'

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

function reply(response: ServerResponse, { status, body, headers, page }: Answer): void {
  const type = page === undefined ? 'application/json' : 'text/html'
  response.writeHead(status, { ...(status === 204 ? {} : { 'content-type': type }), ...headers })
  response.end(page ?? (body === undefined ? undefined : JSON.stringify(body)))
}

const NOTHING_DONE: readonly Fault['kind'][] = ['drop', 'hang', 'server-error', 'too-many']

export class DiscordServer {
  readonly #api: Api
  readonly #gateway: Gateway
  readonly #server: Server
  /** Told after every call that was answered or lost. */
  readonly #after: () => void

  constructor(api: Api, gateway: Gateway, after: () => void) {
    this.#api = api
    this.#gateway = gateway
    this.#after = after
    this.#server = createServer((request, response) => {
      this.#serve(request, response)
        .catch((error: unknown) => this.#broken(response, error))
        .finally(this.#after)
    })
    this.#server.keepAliveTimeout = 60_000
    this.#server.on('upgrade', (request, socket, head) => this.#gateway.upgrade(request, socket, head))
  }

  async listen(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready))
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** A fault of the fake itself: told as a breach, so that a test that looks there fails by its name. */
  #broken(response: ServerResponse, error: unknown): void {
    this.#api.breaches.push({ route: 'the fake itself', fault: String((error as Error)?.stack ?? error), body: null })
    response.destroy()
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://loopback')
    if (url.pathname.startsWith('/cdn/')) return this.#download(url, response)
    const path = /^\/api(?:\/v10)?(\/.*)$/.exec(url.pathname)?.[1]
    if (path === undefined) return reply(response, { status: 404, body: { message: '404: Not Found', code: 0 } })
    const asked: Asked = {
      method: request.method ?? 'GET',
      url,
      token: /^Bot (\S+)$/.exec(request.headers.authorization ?? '')?.[1],
      userAgent: request.headers['user-agent'] ?? '',
    }
    await this.#call(asked, path, request, response)
  }

  async #download(url: URL, response: ServerResponse): Promise<void> {
    const file = this.#api.world.cdn.open(url)
    if (file === 'gone') return reply(response, { status: 404, page: 'This content is no longer available.' })
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length })
    response.end(file.bytes)
  }

  async #call(asked: Asked, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body: Awaited<ReturnType<typeof readBody>>
    try {
      body = await readBody(request)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const call = this.#api.begin(asked, path, { json: undefined, files: new Map() })
      return this.#answer(call, response, refused(error))
    }
    const call = this.#api.begin(asked, path, body)
    const fault = this.#api.plan.pick(call, this.#api.world.now())
    if (fault?.kind === 'wait-before') await pause(fault.ms)
    if (fault && NOTHING_DONE.includes(fault.kind)) return this.#fails(fault, call, response)
    const answer = this.#api.run(call, asked, body)
    // Nobody may hear the answer, and it was done all the same.
    this.#after()
    if (fault?.kind === 'accept-then-drop') return void response.destroy()
    if (fault?.kind === 'accept-then-hang') return
    if (fault?.kind === 'wait-after') await pause(fault.ms)
    if (fault?.kind === 'gateway-drop') this.#gateway.drops()
    if (response.destroyed) return
    reply(response, answer)
    call.answered = true
  }

  #answer(call: Call, response: ServerResponse, answer: Answer): void {
    this.#api.settle(call, answer)
    reply(response, answer)
    call.answered = true
  }

  #fails(fault: Fault, call: Call, response: ServerResponse): void {
    if (fault.kind === 'drop') response.destroy()
    if (fault.kind === 'server-error')
      this.#answer(call, response, { status: fault.status ?? 502, page: '<html><body>error</body></html>' })
    if (fault.kind === 'too-many') this.#answer(call, response, tooMany(fault.retryAfterS, fault.scope ?? 'user'))
  }

  async close(): Promise<void> {
    this.#gateway.close()
    const closed = new Promise((done) => this.#server.close(done))
    this.#server.closeAllConnections()
    await closed
  }
}
