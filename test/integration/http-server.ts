// The bot's HTTP server on a port of its own, and a bare connection to it that says what no client would.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach } from 'vitest'
import type { Limits } from '../../bot/http/limits.ts'
import type { Route } from '../../bot/http/route.ts'
import { type HttpServer, startHttp } from '../../bot/http/server.ts'
import { makeLog } from '../../core/redaction/log.ts'

const open: HttpServer[] = []
export const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await Promise.all(open.splice(0).map((server) => server.close()))
})

export async function started(routes: readonly Route[], limits: Partial<Limits> = {}) {
  const written: string[] = []
  const log = makeLog({ level: 'debug', name: 'http', destination: { write: (line) => void written.push(line) } })
  const result = await startHttp({ host: '127.0.0.1', port: 0, routes, log, limits })
  if (!result.ok) throw new Error(result.error)
  open.push(result.value)
  return { server: result.value, at: `http://127.0.0.1:${result.value.port}`, logged: () => written.join('') }
}

export const route = (handle: Route['handle'], more: Partial<Route> = {}): Route => ({
  method: 'POST',
  path: '/notify/{channel}',
  maxBytes: 1_000,
  maxMs: 5_000,
  handle,
  ...more,
})
export const echo = route(async ({ params, body }) => ({ status: 200, body: `${params.channel} ${body.byteLength}` }))

/** Says something on a bare connection and hears everything until its end. */
export async function said(port: number, ...pieces: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  let heard = ''
  socket.on('data', (piece: Buffer) => {
    heard += piece.toString()
  })
  socket.on('error', () => undefined)
  for (const piece of pieces) socket.write(piece)
  await once(socket, 'close')
  return heard
}
export const errorIn = (text: string): unknown => JSON.parse(text.slice(text.indexOf('{'))).error.code
