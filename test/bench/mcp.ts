// The MCP server beside a minimal server of the SDK that does the same read: stdio and HTTP, one call at a time and 32.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { mcpScopes } from '../../core/domain/mcp-token.ts'
import { instantOf } from '../../core/kit/clock.ts'
import { invariant } from '../../core/kit/invariant.ts'
import { type Bench, type Figure, progress, quantile } from './figure.ts'
import { accountOf, fill, numberOf } from './ledger-of-years.ts'
import { contextOn, keyring, removeFolder, scratchFolder } from './till.ts'

const ORDERS = 10_000
const ACCOUNT = accountOf(1, ORDERS)
/** The credited orders of the account. */
const numbers = Array.from({ length: 9 }, (_, at) => numberOf(1 + (at * ORDERS) / 10))
const TOKEN = `dzm_${'0'.repeat(32)}`
/** Many short rounds: on a machine that does other things the middle one of few is chance. */
const sizes = { long: { calls: 7_500, rounds: 25 }, quick: { calls: 200, rounds: 1 } } as const

type Way = 'stdio' | 'http'
type Side = 'ours' | 'plain'
type Line = {
  readonly child: ChildProcess
  readonly readyMs: number
  call(order: string): Promise<string>
  close(): Promise<void>
}

const message = (id: number, order: string): string =>
  JSON.stringify({
    jsonrpc: '2.0',
    id,
    method: 'tools/call',
    params: { name: 'get_order_status', arguments: { order_ref: order, lang: 'en' } },
  })

function start(side: Side, way: Way, path: string): ChildProcess {
  const program = fileURLToPath(new URL(`./mcp-${side}.ts`, import.meta.url))
  const env = {
    ...process.env,
    DATABASE_URL: `sqlite:${path}`,
    APP_SECRET: Buffer.alloc(32, 'bench').toString('base64'),
    MCP_SCOPE: `account:${ACCOUNT}`,
    LOG_LEVEL: 'info',
  }
  // The audit lines are written; nobody reads them.
  return spawn(process.execPath, [program, way], { env, stdio: ['pipe', 'pipe', 'ignore'] })
}

async function stdioLine(side: Side, path: string): Promise<Line> {
  const began = performance.now()
  const child = start(side, 'stdio', path)
  invariant(child.stdin && child.stdout, 'a child without pipes')
  const { stdin } = child
  const waiting = new Map<number, (line: string) => void>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    const id = Number(/"id":(\d+)\}?$/.exec(line)?.[1] ?? /"id":(\d+)/.exec(line)?.[1])
    waiting.get(id)?.(line)
    waiting.delete(id)
  })
  let id = 0
  const send = (text: (id: number) => string): Promise<string> =>
    new Promise((resolve) => {
      id += 1
      waiting.set(id, resolve)
      stdin.write(`${text(id)}\n`)
    })
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'bench', version: '1' } }
  await send((first) => JSON.stringify({ jsonrpc: '2.0', id: first, method: 'initialize', params }))
  return {
    child,
    readyMs: performance.now() - began,
    call: (order) => send((next) => message(next, order)),
    close: async () => {
      stdin.end()
      child.kill()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

async function httpLine(side: Side, path: string): Promise<Line> {
  const began = performance.now()
  const child = start(side, 'http', path)
  invariant(child.stdout, 'a child without pipes')
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    authorization: `Bearer ${TOKEN}`,
  }
  const call = (order: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const body = message(1, order)
      const sent = request(
        {
          host: '127.0.0.1',
          port: Number(port),
          path: '/mcp',
          method: 'POST',
          agent,
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        },
        (response) => {
          let text = ''
          response.setEncoding('utf8').on('data', (part: string) => {
            text += part
          })
          response.on('end', () => resolve(text))
        },
      )
      // While the other side had its turn, the server may have closed a connection that rested.
      sent.on('error', (error) => (sent.reusedSocket ? call(order).then(resolve, reject) : reject(error)))
      sent.end(body)
    })
  return {
    child,
    readyMs: performance.now() - began,
    call,
    close: async () => {
      agent.destroy()
      child.kill()
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

type Measured = { readonly perSecond: number; readonly samples: readonly number[] }

async function drive(line: Line, calls: number, together: number): Promise<Measured> {
  const samples: number[] = []
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (next < calls) {
        const order = numbers[next++ % numbers.length] ?? ''
        const at = performance.now()
        const answer = await line.call(order)
        samples.push(performance.now() - at)
        invariant(
          answer.includes('structuredContent') && !answer.includes('"isError":true'),
          'a call of the bench was refused',
        )
      }
    }),
  )
  return { perSecond: (calls * 1000) / (performance.now() - began), samples }
}

async function database(folder: string): Promise<string> {
  const path = join(folder, 'shop.db')
  const { context } = contextOn(path)
  await context.store.migrate()
  const now = Date.now()
  await context.store.write((w) =>
    w.mcpTokens.insert({
      id: 'mct_bench',
      hash: keyring.hash('mcp-token', TOKEN),
      subject: `account:${ACCOUNT}`,
      scopes: mcpScopes.join(' '),
      createdAt: instantOf(now),
      expiresAt: instantOf(now + 86_400_000),
      revokedAt: null,
    }),
  )
  await context.store.close()
  fill(path, ORDERS, now, keyring)
  return path
}

async function* measure(
  way: Way,
  path: string,
  { calls, rounds }: (typeof sizes)['long' | 'quick'],
): AsyncIterable<Figure> {
  const open = way === 'stdio' ? stdioLine : httpLine
  progress(`mcp over ${way}`)
  const ours = await open('ours', path)
  const plain = await open('plain', path)
  try {
    yield { metric: `${way}, start to ready`, value: ours.readyMs, unit: 'ms', baseline: plain.readyMs }
    for (const line of [ours, plain]) await drive(line, calls / 4, 8)
    for (const together of [1, 32]) {
      const all: { ours: Measured[]; plain: Measured[] } = { ours: [], plain: [] }
      // In turns, so that what else the machine does meets both.
      for (let round = 0; round < rounds; round++) {
        all.plain.push(await drive(plain, calls / rounds, together))
        all.ours.push(await drive(ours, calls / rounds, together))
      }
      const figure = (metric: string, unit: string, of: (side: readonly Measured[]) => number): Figure => ({
        metric: `${way}, ${together} at a time, ${metric}`,
        value: of(all.ours),
        unit,
        baseline: of(all.plain),
      })
      yield figure('calls a second', 'calls/s', (side) =>
        quantile(
          side.map(({ perSecond }) => perSecond),
          0.5,
        ),
      )
      for (const [name, share] of [['p50', 0.5] as const, ['p99', 0.99] as const]) {
        yield figure(name, 'ms', (side) =>
          quantile(
            side.flatMap(({ samples }) => samples),
            share,
          ),
        )
      }
    }
  } finally {
    await ours.close()
    await plain.close()
  }
}

export const bench: Bench = async function* ({ quick }) {
  const folder = scratchFolder('mcp')
  try {
    const path = await database(folder)
    for (const way of ['stdio', 'http'] as const) yield* measure(way, path, sizes[quick ? 'quick' : 'long'])
  } finally {
    removeFolder(folder)
  }
}
