// The `redact` command: a stream of messages as JSON lines in, the same redacted out, each line alone and in order.
import { once } from 'node:events'
import { Raw } from '../../core/redaction/raw.ts'
import { makeRedactor, NO_LIMITS } from '../../core/redaction/redact.ts'

const USAGE = `usage: npm run -s redact < messages.jsonl
Reads JSON lines {"id","text"} and prints {"id","redacted","finds":[{"kind","start","end"}]} for each, in order.
A line that cannot be read prints {"id","error"}; then the exit code is 1.
`
/** A line longer than this is refused, so that a file without line breaks cannot fill memory. */
const LONGEST_LINE = 64 * 1024 * 1024
const NEWLINE = 10

/** The lines of a stream of bytes; undefined for one that is too long. A JSON text may hold U+2028, so only \n splits. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder()
  let pieces: Buffer[] = []
  let size = 0
  const take = (): string | undefined => {
    const line = size > LONGEST_LINE ? undefined : decoder.decode(Buffer.concat(pieces))
    pieces = []
    size = 0
    return line
  }
  const keep = (piece: Buffer): void => {
    size += piece.length
    if (size <= LONGEST_LINE) pieces.push(piece)
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

type Message = { readonly id: string; readonly text: string }
type Unreadable = { readonly id: string; readonly error: string }

/** `id` as it is printed: a number larger than JavaScript's keeps all its digits. */
function idText(id: unknown, line: string): string {
  if (typeof id === 'string') return JSON.stringify(id)
  if (typeof id !== 'number') return 'null'
  return Number.isInteger(id) && !Number.isSafeInteger(id)
    ? (/"id"\s*:\s*(-?\d+)\s*[,}]/.exec(line)?.[1] ?? JSON.stringify(id))
    : JSON.stringify(id)
}

function read(line: string | undefined): Message | Unreadable {
  if (line === undefined) return { id: 'null', error: `the line is longer than ${LONGEST_LINE} bytes` }
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { id: 'null', error: 'the line is not JSON' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: 'null', error: 'the line is not an object {id,text}' }
  }
  const id = idText('id' in value ? value.id : undefined, line)
  if (id === 'null') return { id, error: 'id is missing or neither a string nor a number' }
  if (!('text' in value) || typeof value.text !== 'string') return { id, error: 'text is missing or not a string' }
  return { id, text: value.text }
}

async function main(): Promise<number> {
  const { argv, stdin, stdout, stderr } = process
  const asked = argv[2]
  if (asked !== undefined) {
    const help = asked === '--help' || asked === '-h'
    ;(help ? stdout : stderr).write(USAGE)
    return help ? 0 : 2
  }
  const redactor = makeRedactor({ limits: NO_LIMITS })
  let failed = false
  let over: 'asked to stop' | 'nobody reads' | undefined
  const end = (why: typeof over): void => {
    over ??= why
    stdin.destroy()
    stdout.emit('drain')
  }
  process.once('SIGINT', () => end('asked to stop'))
  process.once('SIGTERM', () => end('asked to stop'))
  stdout.on('error', () => end('nobody reads'))

  try {
    for await (const line of linesOf(stdin)) {
      if (over) break
      if (line?.trim() === '') continue
      const message = read(line)
      if ('error' in message) failed = true
      const { id } = message
      const rest = 'error' in message ? { error: message.error } : redactedOf(redactor.redact(new Raw(message.text)))
      const room = stdout.write(`{"id":${id},${JSON.stringify(rest).slice(1)}\n`)
      if (!room) await once(stdout, 'drain')
    }
  } catch (failure) {
    // Closing the input on purpose ends the loop with an error; any other is a broken input.
    if (!over) {
      stderr.write(
        `redact: the input broke off (${failure instanceof Error && 'code' in failure ? failure.code : 'unknown'})\n`,
      )
      return 1
    }
  }
  return failed || over === 'asked to stop' ? 1 : 0
}

const redactedOf = ({ text, finds }: ReturnType<ReturnType<typeof makeRedactor>['redact']>) => ({
  redacted: text,
  finds,
})

process.exitCode = await main()
