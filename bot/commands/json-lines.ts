// A command that reads `{"id","text"}` as JSON lines and answers each line alone, in order, as it arrives.
import { once } from 'node:events'

type Command = {
  readonly name: string
  /** Printed for --help and for wrong usage. */
  readonly usage: string
  /** Bytes. A longer line is refused, so that a file without line breaks cannot fill memory. */
  readonly longestLine: number
  /** What is printed beside the id. */
  readonly answer: (text: string) => Readonly<Record<string, unknown>>
}
/** `id` is JSON already, so that a number too large for JavaScript keeps its digits. */
type Line = { readonly id: string; readonly text: string } | { readonly id: string; readonly error: string }

const NEWLINE = 10

/** The lines of a stream of bytes; undefined for one that is too long. A JSON text may hold U+2028, so only \n splits. */
async function* linesOf(input: AsyncIterable<Buffer>, longest: number): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder()
  let pieces: Buffer[] = []
  let size = 0
  const take = (): string | undefined => {
    const line = size > longest ? undefined : decoder.decode(Buffer.concat(pieces))
    pieces = []
    size = 0
    return line
  }
  const keep = (piece: Buffer): void => {
    size += piece.length
    if (size <= longest) pieces.push(piece)
    else pieces = []
  }
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    if (from < chunk.length) keep(chunk.subarray(from))
  }
  if (size > 0) yield take()
}

function idText(id: unknown, line: string): string {
  if (typeof id === 'string') return JSON.stringify(id)
  if (typeof id !== 'number') return 'null'
  return Number.isInteger(id) && !Number.isSafeInteger(id)
    ? (/"id"\s*:\s*(-?\d+)\s*[,}]/.exec(line)?.[1] ?? JSON.stringify(id))
    : JSON.stringify(id)
}

function read(line: string | undefined, longest: number): Line {
  if (line === undefined) return { id: 'null', error: `the line is longer than ${longest} bytes` }
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { id: 'null', error: 'the line is not JSON' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: 'null', error: 'the line is not an object {"id","text"}' }
  }
  const id = idText('id' in value ? value.id : undefined, line)
  if (id === 'null') return { id, error: 'id is missing or neither a string nor a number' }
  if (!('text' in value) || typeof value.text !== 'string') return { id, error: 'text is missing or not a string' }
  return { id, text: value.text }
}

/**
 * Runs the command to its end and gives the exit code: 0 done, 1 a line could not be read or it was stopped, 2 wrong usage.
 * SIGINT and SIGTERM end it after the line at hand; nobody reading any more ends it quietly.
 */
export async function answerLines({ name, usage, longestLine, answer }: Command): Promise<number> {
  const { argv, stdin, stdout, stderr } = process
  const asked = argv[2]
  if (asked !== undefined) {
    const help = asked === '--help' || asked === '-h'
    ;(help ? stdout : stderr).write(help ? usage : `${name} knows no "${asked.slice(0, 40)}"; ${usage}`)
    return help ? 0 : 2
  }
  let failed = false
  let over: 'asked to stop' | 'nobody reads' | undefined
  const end = (why: 'asked to stop' | 'nobody reads'): void => {
    over ??= why
    stdin.destroy()
    // Wakes the loop where it waits for room that a closed pipe will never give.
    stdout.emit('drain')
  }
  process.once('SIGINT', () => end('asked to stop'))
  process.once('SIGTERM', () => end('asked to stop'))
  stdout.on('error', () => end('nobody reads'))
  try {
    for await (const written of linesOf(stdin, longestLine)) {
      if (over) break
      if (written?.trim() === '') continue
      const line = read(written, longestLine)
      if ('error' in line) failed = true
      const rest = 'error' in line ? { error: line.error } : answer(line.text)
      const room = stdout.write(`{"id":${line.id},${JSON.stringify(rest).slice(1)}\n`)
      if (!room) await once(stdout, 'drain')
    }
  } catch (failure) {
    // Closing the input on purpose ends the loop with an error; any other is a broken input.
    if (!over) {
      const code = failure instanceof Error && 'code' in failure ? failure.code : 'unknown'
      stderr.write(`${name}: the input broke off (${code}); run it again\n`)
      return 1
    }
  }
  return failed || over === 'asked to stop' ? 1 : 0
}
