// What every verb is given to speak with: lines on stdout, notes and progress on stderr, and the signal that asks it to stop.
import { once } from 'node:events'
import { SingleBar } from 'cli-progress'
import { sleep } from '../../core/kit/clock.ts'
import { aligned, visible } from './columns.ts'

export type Progress = { to(done: number): void; end(): void }

export type Tool = {
  /**
   * Whether to end behind the batch that was just done: asked to, or nobody reads any more. Long work asks after each
   * batch; only here can a signal get in, since the database answers without giving way.
   */
  stopped(): Promise<boolean>
  /** The same, for work that gives way by itself. */
  readonly over: AbortSignal
  print(...lines: readonly string[]): Promise<void>
  /** Rows below each other, their headings only where a person looks: a list's lines all begin with an id. */
  list(headings: readonly string[], rows: readonly (readonly string[])[]): Promise<void>
  note(line: string): void
  /** A bar where a person looks; nothing otherwise, nor where the work's own lines go to the same screen. */
  progress(what: string, of: number, lines?: 'prints lines'): Progress
}

const silent: Progress = { to: () => undefined, end: () => undefined }

export function makeTool(
  stdout: NodeJS.WriteStream,
  stderr: NodeJS.WriteStream,
): { readonly tool: Tool; readonly release: () => void } {
  const over = new AbortController()
  const stop = (): void => over.abort()
  // Once: a second signal ends the program at once, as people expect.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  stdout.on('error', stop)

  const write = async (text: string): Promise<void> => {
    if (stdout.write(text) || over.signal.aborted) return
    // A pipe that closes never drains.
    await once(stdout, 'drain', { signal: over.signal }).catch(() => undefined)
  }
  const tool: Tool = {
    over: over.signal,
    stopped: async () => {
      await sleep(0)
      return over.signal.aborted
    },
    print: (...lines) => write(lines.map((line) => `${visible(line)}\n`).join('')),
    list: async (headings, rows) => {
      if (rows.length === 0) return
      const live = stdout.isTTY && stderr.isTTY
      const [heading = '', ...lines] = aligned([headings, ...rows])
      if (live) stderr.write(`${heading}\n`)
      await write(`${(live ? lines : aligned(rows)).join('\n')}\n`)
    },
    note: (line) => void stderr.write(`${visible(line)}\n`),
    progress: (what, of, lines) => {
      if (!stderr.isTTY || (lines && stdout.isTTY)) return silent
      const bar = new SingleBar({
        stream: stderr,
        format: `${what} [{bar}] {value}/{total}`,
        clearOnComplete: true,
        // Our own handler ends the work first.
        gracefulExit: false,
      })
      bar.start(of, 0)
      return { to: (value) => bar.update(value), end: () => bar.stop() }
    },
  }
  return {
    tool,
    release: () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, stop)
    },
  }
}
