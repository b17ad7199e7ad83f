// A process that dies between two statements of a write: what was open is rolled back, and whoever waited gets no answer.
import type { Connection } from '../../core/store/connection.ts'

export class Died extends Error {
  override readonly name = 'Died'
}

export type Fate = {
  /** Dies at this point of its writes: one stands in front of each statement, and one behind each commit. */
  arm(point: number): void
  readonly dead: boolean
  /** Points passed since it was armed. */
  readonly seen: number
  around(connection: Connection): Connection
}

export function makeFate(): Fate {
  let last = Number.POSITIVE_INFINITY
  let seen = 0
  let dead = false
  let writing = false
  const die = (): never => {
    dead = true
    throw new Died('the process died here')
  }
  const point = (): void => {
    if (dead) die()
    if (!writing) return
    seen += 1
    if (seen >= last) die()
  }
  /** `point` first, then the statement itself. */
  const mortal =
    <A extends readonly unknown[], R>(run: (...given: A) => R) =>
    (...given: A): R => {
      point()
      return run(...given)
    }
  return {
    arm: (at) => {
      last = at
      seen = 0
      dead = false
    },
    get dead() {
      return dead
    },
    get seen() {
      return seen
    },
    around: (connection) => ({
      rows: mortal(connection.rows),
      begin: () => {
        if (dead) die()
        writing = true
        point()
        return connection.begin()
      },
      beginRead: mortal(connection.beginRead),
      commit: () => {
        point()
        const done = connection.commit()
        // Here the money is kept and only the answer is lost.
        point()
        writing = false
        return done
      },
      savepoint: mortal(connection.savepoint),
      release: mortal(connection.release),
      rollbackToSavepoint: mortal(connection.rollbackToSavepoint),
      // What the database does by itself when it is opened again.
      rollback: () => {
        writing = false
        return connection.rollback()
      },
      close: () => connection.close(),
    }),
  }
}
