// Read and write: each write is one durable transaction, and writes that wait for each other share one commit.

import { sleep } from '../kit/clock.ts'
import { jittered } from '../kit/ids.ts'
import { InvariantError } from '../kit/invariant.ts'
import type { Connection } from './connection.ts'

/** Writes that were waiting when a commit began ride in it, each under its own savepoint. */
const GROUP = 100
const MAX_WAIT_MS = 15_000

type Waiting = {
  readonly work: (connection: Connection) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

export type Transactions = {
  read<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  /**
   * Runs `work` in a transaction and resolves after the commit is durable. `work` may await only the connection it is
   * given: a foreign await would hold every other writer up. Throws what `work` throws; then nothing of it is kept.
   */
  write<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  close(): Promise<void>
}

async function beginPatiently(connection: Connection): Promise<void> {
  for (let waited = 0; !(await connection.begin()); ) {
    if (waited > MAX_WAIT_MS) throw new InvariantError('another process has held the database for too long')
    const pause = jittered(15)
    waited += pause
    await sleep(pause)
  }
}

/** One after another on one connection. */
function lane(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}

/** `reader` may be the writer itself (a database in memory has one connection). */
export function transactions(writer: Connection, reader: Connection): Transactions {
  const shared = reader === writer
  const writing = lane()
  const reading = shared ? writing : lane()
  let queue: Waiting[] = []
  let scheduled = false

  async function alone({ work, resolve, reject }: Waiting): Promise<void> {
    await beginPatiently(writer)
    let value: unknown
    try {
      value = await work(writer)
      await writer.commit()
    } catch (error) {
      await writer.rollback()
      return reject(error)
    }
    resolve(value)
  }

  async function together(group: readonly Waiting[]): Promise<void> {
    await beginPatiently(writer)
    const settled: (() => void)[] = []
    try {
      for (const { work, resolve, reject } of group) {
        await writer.savepoint()
        try {
          const value = await work(writer)
          await writer.release()
          settled.push(() => resolve(value))
        } catch (error) {
          await writer.rollbackToSavepoint()
          settled.push(() => reject(error))
        }
      }
      await writer.commit()
    } catch (error) {
      await writer.rollback()
      for (const { reject } of group) reject(error)
      return
    }
    for (const settle of settled) settle()
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const group = queue.slice(0, GROUP)
      queue = queue.slice(GROUP)
      const [first] = group
      await (group.length === 1 && first ? alone(first) : together(group)).catch((error: unknown) => {
        for (const { reject } of group) reject(error)
      })
    }
    scheduled = false
  }

  return {
    read: (work) =>
      reading(async () => {
        await reader.beginRead()
        try {
          return await work(reader)
        } finally {
          await reader.commit()
        }
      }),
    write: <T>(work: (connection: Connection) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve: resolve as (value: unknown) => void, reject })
        if (scheduled) return
        scheduled = true
        void writing(drain)
      }),
    close: async () => {
      await writing(async () => undefined)
      await reading(async () => undefined)
      if (!shared) await reader.close()
      await writer.close()
    },
  }
}
