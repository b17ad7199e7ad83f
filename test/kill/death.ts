// Where a process was in its writes when it died: one byte in a file that outlives it, and the statement at which it dies.
import { openSync, readFileSync, writeSync } from 'node:fs'
import type { Connection } from '../../core/store/connection.ts'

export const moments = ['idle', 'writing', 'committing'] as const
/** `writing`: begun, not yet told to commit. `committing`: told to, not yet told that it is durable. */
export type Moment = (typeof moments)[number]

/** What the byte says; the page cache keeps it when a process is killed. */
export const momentOfDeath = (path: string): Moment => moments[readFileSync(path)[0] ?? 0] ?? 'idle'

/** Marks each moment of a connection's writes, and kills this process in front of its `fatal`th statement in a write. */
export function mortal(path: string, fatal: number): (connection: Connection) => Connection {
  const file = openSync(path, 'w')
  const marks = moments.map((_, index) => Buffer.from([index]))
  const mark = (moment: Moment): void =>
    void writeSync(file, marks[moments.indexOf(moment)] ?? Buffer.alloc(1), 0, 1, 0)
  let inside = false
  let statements = 0
  mark('idle')
  const ended = async (work: void | Promise<void>): Promise<void> => {
    await work
    inside = false
    mark('idle')
  }
  return (connection) => ({
    ...connection,
    begin: async () => {
      inside = await connection.begin()
      if (inside) mark('writing')
      return inside
    },
    rows: (sql, values) => {
      if (inside) statements += 1
      if (statements === fatal) process.kill(process.pid, 'SIGKILL')
      return connection.rows(sql, values)
    },
    commit: () => {
      // A read on this connection would come by here too; it is never open between begin and commit of a write.
      if (inside) mark('committing')
      return ended(connection.commit())
    },
    rollback: () => ended(connection.rollback()),
  })
}
