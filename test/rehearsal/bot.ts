// The real bot as a process that is killed and started again, always behind the same address.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../bot/main.ts', import.meta.url))
const ADMIN = fileURLToPath(new URL('../../bot/admin/main.ts', import.meta.url))
const PRELOAD = fileURLToPath(new URL('../kill-telegram/preload.ts', import.meta.url))

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export type Bot = {
  readonly port: number
  /** Lines of all lives that tell of an error. */
  readonly errors: string[]
  start(): void
  /** Resolves once it answers. */
  ready(): Promise<void>
  kill(): Promise<void>
  /** Asked to end; the exit code. */
  end(): Promise<number | null>
}

export async function makeBot(environment: Readonly<Record<string, string>>, compiled: string): Promise<Bot> {
  const port = await freePort()
  const errors: string[] = []
  let child: ChildProcess | undefined
  let closed: Promise<unknown[]> | undefined
  const over = async (signal: NodeJS.Signals): Promise<number | null> => {
    child?.kill(signal)
    const [code] = (await closed) ?? [null]
    child = undefined
    return code as number | null
  }
  return {
    port,
    errors,
    start: () => {
      const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: compiled, HTTP_PORT: String(port), ...environment }
      const life = spawn(process.execPath, ['--import', PRELOAD, MAIN], { stdio: ['ignore', 'ignore', 'pipe'], env })
      child = life
      closed = once(life, 'close')
      let rest = ''
      life.stderr?.on('data', (piece: Buffer) => {
        const lines = (rest + piece.toString()).split('\n')
        rest = lines.pop() ?? ''
        errors.push(...lines.filter((line) => line.includes('"level":"error"') || line.includes('"level":50')))
      })
    },
    ready: async () => {
      for (let tries = 0; tries < 400; tries++) {
        const answered = await fetch(`http://127.0.0.1:${port}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        )
        if (answered) return
        await new Promise((wake) => setTimeout(wake, 100))
      }
      throw new Error('the bot does not answer')
    },
    kill: async () => void (await over('SIGKILL')),
    end: () => over('SIGTERM'),
  }
}

/** The operator's own check of the books, as a process. */
export async function ledgerVerify(environment: Readonly<Record<string, string>>): Promise<number | null> {
  const env = { PATH: process.env.PATH, ...environment }
  const [code] = await once(spawn(process.execPath, [ADMIN, 'ledger', 'verify'], { stdio: 'ignore', env }), 'close')
  return code as number | null
}
