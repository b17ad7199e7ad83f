// Our HTTP server on loopback for tests, and a front before it that adds the bearer token, keeping Host and Origin as they came.
import { createServer, type Server } from 'node:http'
import { makeGuards } from '../../mcp-server/guards.ts'
import { type HttpPlan, listen, makeHttp } from '../../mcp-server/http.ts'
import { exchange } from '../../mcp-server/server.ts'
import { makeSession } from '../../mcp-server/session.ts'
import { type Counter, callerFor } from './counter.ts'

export type Front = { readonly url: string; readonly port: number; close(): Promise<void> }

export const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** The server as `main` makes it; `plan` may change a part. */
export async function openHttp(
  counter: Counter,
  plan: Partial<HttpPlan> = {},
): Promise<Front & { readonly server: Server }> {
  const server = makeHttp({
    serve: (caller, message) => exchange(makeSession(counter.office, caller), message),
    log: counter.office.log,
    guards: makeGuards('127.0.0.1', [], []),
    verify: async (token) => (token === 'test-token' ? callerFor('mei') : undefined),
    oauth: undefined,
    ...plan,
  })
  const port = await listen(server, '127.0.0.1', 0)
  return { server, port, url: `http://127.0.0.1:${port}/mcp`, close: () => stop(server) }
}

/** For programs that cannot send a header of their own. */
export async function openFront(counter: Counter, plan: Partial<HttpPlan> = {}): Promise<Front> {
  const inner = await openHttp(counter, plan)
  const outer = createServer((request, response) => {
    request.headers.authorization = 'Bearer test-token'
    inner.server.emit('request', request, response)
  })
  const port = await listen(outer, '127.0.0.1', 0)
  return {
    port,
    url: `http://127.0.0.1:${port}/mcp`,
    close: async () => {
      await stop(outer)
      await inner.close()
    },
  }
}
