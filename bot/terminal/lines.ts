// The lines that somebody types or pipes in, one at a time, with what happens between them.
import { createInterface } from 'node:readline'
import { every, sleep } from '../../core/kit/clock.ts'

export type LineOptions = {
  readonly live: boolean
  readonly prompt: string
  /** A graceful stop: the line in hand is finished, then it ends. */
  readonly signal: AbortSignal
  /** The Tab key, where somebody looks. */
  readonly tab?: () => void
  /** Called now and then while nobody types. */
  readonly idle?: () => Promise<void>
}

const IDLE_MS = 300

/** Calls `take` for each line in order; resolves at the end of input or when stopped. */
export async function eachLine(options: LineOptions, take: (line: string) => Promise<'go-on' | 'stop'>): Promise<void> {
  const { live, prompt, signal } = options
  // A completer is how readline hands the Tab key out; with nothing to complete it types nothing.
  const completer = (line: string): [string[], string] => {
    options.tab?.()
    return [[], line]
  }
  const reader = createInterface({ input: process.stdin, output: process.stdout, terminal: live, prompt, completer })
  const stop = (): void => reader.close()
  signal.addEventListener('abort', stop, { once: true })
  // Ctrl-C at a prompt reaches readline, not the process.
  reader.on('SIGINT', stop)
  let busy = false
  const between = async (): Promise<void> => {
    if (busy) return
    busy = true
    await options.idle?.()
    busy = false
  }
  const ended = new AbortController()
  const idling = live && options.idle ? every(IDLE_MS, ended.signal, between) : undefined
  try {
    if (live) reader.prompt()
    for await (const line of reader) {
      while (busy) await sleep(5)
      busy = true
      const next = await take(line)
      busy = false
      if (next === 'stop' || signal.aborted) break
      if (live) reader.prompt()
    }
  } finally {
    ended.abort()
    signal.removeEventListener('abort', stop)
    reader.close()
    await idling
  }
}
