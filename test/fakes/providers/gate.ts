// A provider's door on loopback, and every way in which it can fail to open.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const faults = [
  'down',
  'html',
  'empty',
  'hangs',
  'drops',
  'answer-lost',
  'cut',
  'huge',
  'redirects',
  'unsigned',
] as const
/** `unsigned`: the answer is right in every word, and its signature belongs to another. */
export type Fault = (typeof faults)[number]

export type Asked = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: string
  readonly unsigned: boolean
}
export type Told = {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body: string | Buffer
}

const html = '<!doctype html><html><title>502 Bad Gateway</title>nginx</html>'
const early: { readonly [fault: string]: Told } = {
  down: { status: 503, body: '{"code":"SYSTEM_ERROR"}' },
  html: { status: 200, headers: { 'content-type': 'text/html' }, body: html },
  empty: { status: 200, body: '' },
  redirects: { status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' },
}

export class Gate {
  fault: Fault | undefined
  readonly heard: string[] = []
  readonly #answer: (asked: Asked) => Told
  readonly #server = createServer((request, response) => {
    void this.#serve(request, response).catch(() => response.destroy())
  })

  constructor(answer: (asked: Asked) => Told) {
    this.#answer = answer
  }

  async open(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = []
    for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece)
    const { fault } = this
    if (fault === 'hangs') return
    if (fault === 'drops') return void response.destroy()
    const url = new URL(request.url ?? '/', 'http://loopback')
    const method = request.method ?? 'GET'
    this.heard.push(`${method} ${url.pathname}`)
    const asked: Asked = {
      method,
      path: request.url ?? '/',
      query: url.searchParams,
      headers: request.headers,
      body: Buffer.concat(pieces).toString('utf8'),
      unsigned: fault === 'unsigned',
    }
    const { status, headers, body } = early[fault ?? ''] ?? this.#answer(asked)
    if (fault === 'answer-lost') return void response.destroy()
    response.writeHead(status, headers)
    const bytes = Buffer.from(body)
    if (fault === 'cut') return void response.write(bytes.subarray(0, 20), () => response.destroy())
    response.end(fault === 'huge' ? Buffer.concat([bytes, Buffer.alloc(2_000_000, ' ')]) : bytes)
  }

  async close(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done))
    this.#server.closeAllConnections()
    await closed
  }
}
