// The HTTP server on loopback: methods under the token, downloads, and every way in which a connection can go wrong.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, type Api, refused } from './api.ts'
import { type Body, readBody } from './body.ts'
import type { Call } from './call.ts'
import type { Fault } from './faults.ts'
import { Refusal } from './refusal.ts'

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

const GATEWAY_PAGE = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>'

function reply(response: ServerResponse, { status, body }: Pick<Answer, 'status' | 'body'>): void {
  const retry = (body as { parameters?: { retry_after?: number } }).parameters?.retry_after
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retry === undefined ? {} : { 'retry-after': String(retry) }),
  })
  response.end(JSON.stringify(body))
}

export class TelegramServer {
  readonly #api: Api
  readonly #token: string
  readonly #server: Server
  /** Told after every call that was answered or lost. */
  readonly #after: () => void
  #closed = false

  constructor(api: Api, token: string, after: () => void) {
    this.#api = api
    this.#token = token
    this.#after = after
    this.#server = createServer((request, response) => {
      this.#serve(request, response)
        .catch(() => response.destroy())
        .finally(this.#after)
    })
    this.#server.keepAliveTimeout = 60_000
  }

  async listen(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://loopback')
    const [, kind, token, rest] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(url.pathname) ?? []
    if (token === undefined || rest === undefined) return reply(response, refused(404, 'Not Found'))
    if (token !== this.#token) return reply(response, refused(401, 'Unauthorized'))
    return kind ? this.#download(rest, response) : this.#method(rest, url, request, response)
  }

  #download(path: string, response: ServerResponse): void {
    const bytes = this.#api.world.files.download(path)
    if (!bytes) {
      reply(response, refused(404, 'Not Found'))
      return
    }
    response.writeHead(200, { 'content-type': 'application/octet-stream' })
    response.end(bytes)
  }

  async #method(method: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body: Body
    try {
      body = await readBody(request, url)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return reply(response, refused(error.code, error.message))
    }
    const call = this.#api.begin({ method, params: body.params, uploads: body.uploads })
    const fault = this.#api.plan.pick(call, this.#api.world.now())
    if (fault && (await this.#failsBefore(fault, call, response))) return
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const running = this.#api.run(call, body.form, gone.signal)
    // A poll waits from here on.
    this.#after()
    const answer = await running
    // Nobody may hear the answer, and it was done all the same.
    this.#after()
    if (fault?.kind === 'accept-then-drop' || this.#closed) return void response.destroy()
    if (fault?.kind === 'wait-after') await pause(fault.ms)
    if (response.destroyed) return
    reply(response, answer)
    call.answered = true
  }

  /** True: the call ends here and nothing was done. */
  async #failsBefore(fault: Fault, call: Call, response: ServerResponse): Promise<boolean> {
    if (fault.kind === 'wait-before') await pause(fault.ms)
    if (fault.kind === 'drop') response.destroy()
    if (fault.kind === 'bad-gateway') {
      call.answered = true
      call.outcome = { ok: false, code: fault.status ?? 502, description: 'Bad Gateway' }
      response.writeHead(fault.status ?? 502, { 'content-type': 'text/html' })
      response.end(GATEWAY_PAGE)
    }
    if (fault.kind === 'too-many') {
      const seconds = fault.retryAfterS
      const answer = refused(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
      call.answered = true
      call.outcome = answer.outcome
      reply(response, answer)
    }
    return ['drop', 'bad-gateway', 'too-many'].includes(fault.kind)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#api.world.updates.close()
    const closed = new Promise((done) => this.#server.close(done))
    this.#server.closeAllConnections()
    await closed
    await this.#api.world.webhook.close()
  }
}
