// The redactor of screenshots as the rest of the product knows it: a queue before one process that may be ended and made anew.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sleep } from '../kit/clock.ts'
import { err, type Result } from '../kit/result.ts'
import type { PictureFault, PictureFormat, RedactedScreenshot, ScreenshotRedactor } from '../ports/screenshot-reader.ts'
import type { Answer, Question } from './worker.ts'

type Outcome = Result<RedactedScreenshot, PictureFault | 'busy'>

const MOST_WAITING = 8
/** To be decoded. */
const DECODE_MS = 8_000
/** On the clock. The worker itself stops far earlier, by processor time: a busy machine alone refuses nothing. */
const WHOLE_MS = 120_000
const START_MS = 60_000
/** A worker that has grown beyond this is made anew before the next picture. */
const MOST_RSS = 1.1 * 1024 ** 3

class Worker {
  readonly #child: ChildProcess
  readonly #ready: Promise<boolean>
  #hear: (answer: Answer | undefined) => void = () => {}
  alive = true

  constructor() {
    this.#child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
      serialization: 'advanced',
      // No secret of ours stands in the environment of what opens foreign files.
      env: {},
      execArgv: ['--max-old-space-size=768', '--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.on('message', (answer: Answer) => this.#hear(answer))
    this.#child.on('error', () => this.#gone())
    this.#child.on('exit', () => this.#gone())
    this.#ready = this.#next(START_MS).then((answer) => answer?.is === 'ready')
  }

  #gone(): void {
    this.alive = false
    this.#hear(undefined)
  }

  /** What the worker says next; undefined once the time is over or it is gone. */
  async #next(ms: number): Promise<Answer | undefined> {
    const over = new AbortController()
    const heard = new Promise<Answer | undefined>((resolve) => {
      this.#hear = resolve
      if (!this.alive) resolve(undefined)
    })
    try {
      return await Promise.race([heard, sleep(ms, over.signal).then(() => undefined)])
    } finally {
      over.abort()
    }
  }

  async ask(question: Question): Promise<Outcome> {
    if (!(await this.#ready)) return this.#fail('timeout')
    const first = this.#next(DECODE_MS)
    this.#child.send(question, () => {})
    let answer = await first
    if (answer?.is === 'opened') answer = await this.#next(WHOLE_MS)
    if (answer?.is !== 'done') return this.#fail(this.alive ? 'timeout' : 'unreadable')
    if (answer.rss > MOST_RSS) this.end()
    return answer.result
  }

  #fail(fault: PictureFault): Outcome {
    this.end()
    return err(fault)
  }

  end(): void {
    this.alive = false
    this.#child.kill('SIGKILL')
  }
}

/** Starts nothing until the first picture comes. */
export function makeScreenshotRedactor(): ScreenshotRedactor {
  let worker: Worker | undefined
  let waiting = 0
  let closed = false
  let last: Promise<unknown> = Promise.resolve()

  const run = async (question: Question): Promise<Outcome> => {
    if (closed) return err('timeout')
    if (!worker?.alive) worker = new Worker()
    return worker.ask(question)
  }
  return {
    async redact(bytes: Uint8Array, format: PictureFormat = 'png') {
      if (waiting >= MOST_WAITING) return err('busy')
      waiting++
      const mine = last.then(() => run({ bytes, format }))
      last = mine
      try {
        return await mine
      } finally {
        waiting--
      }
    },
    async close() {
      closed = true
      worker?.end()
      await last
    },
  }
}
