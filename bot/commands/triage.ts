// The `triage` command: reports as JSON lines in, the category of each out, every line alone and in order.
import { once } from 'node:events'
import { matchOpening } from '../../core/conversation/match/opening.ts'

const USAGE =
  'usage: npm run -s triage < reports.jsonl   (lines {"id","text"} in, lines {"id","category","confidence"} out)\n'
/** A line longer than this is refused, so that a file without line breaks cannot fill memory. */
const LONGEST_LINE = 16 * 1024 * 1024
const NEWLINE = 10

type Id = string | number | null
type Report = { readonly id: Id; readonly text: string }
type Unreadable = { readonly id: Id; readonly error: string }

/** The lines of a stream of bytes; undefined for one that is too long. A JSON text may hold U+2028, so only \n splits. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string | undefined> {
  let pieces: Buffer[] = []
  let size = 0
  const take = (): string | undefined => {
    const line = size > LONGEST_LINE ? undefined : Buffer.concat(pieces).toString('utf8')
    pieces = []
    size = 0
    return line
  }
  const keep = (piece: Buffer): void => {
    size += piece.length
    if (size > LONGEST_LINE) pieces = []
    else pieces.push(piece)
  }
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    keep(chunk.subarray(from))
  }
  if (size > 0) yield take()
}

function read(line: string | undefined): Report | Unreadable {
  if (line === undefined) return { id: null, error: `the line is longer than ${LONGEST_LINE} bytes` }
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { id: null, error: 'the line is not JSON' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { id: null, error: 'the line is not an object {"id","text"}' }
  }
  const id = 'id' in value && (typeof value.id === 'string' || typeof value.id === 'number') ? value.id : null
  if (id === null) return { id, error: 'id is missing or neither a string nor a number' }
  if (!('text' in value) || typeof value.text !== 'string') return { id, error: 'text is missing or not a string' }
  return { id, text: value.text }
}

function answer(report: Report): Record<string, unknown> {
  const { category, confidence } = matchOpening(report.text)
  return { id: report.id, category, confidence }
}

async function main(): Promise<number> {
  const { argv, stdin, stdout, stderr } = process
  const asked = argv[2]
  if (asked !== undefined) {
    const help = asked === '--help' || asked === '-h'
    ;(help ? stdout : stderr).write(help ? USAGE : `triage knows no "${asked.slice(0, 40)}"; ${USAGE}`)
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
    for await (const line of linesOf(stdin)) {
      if (over) break
      if (line?.trim() === '') continue
      const report = read(line)
      if ('error' in report) failed = true
      const room = stdout.write(`${JSON.stringify('error' in report ? report : answer(report))}\n`)
      if (!room) await once(stdout, 'drain')
    }
  } catch (failure) {
    // Closing the input on purpose ends the loop with an error; any other is a broken input.
    if (!over) {
      const code = failure instanceof Error && 'code' in failure ? failure.code : 'unknown'
      stderr.write(`triage: the input broke off (${code}); run it again\n`)
      return 1
    }
  }
  return failed || over === 'asked to stop' ? 1 : 0
}

process.exitCode = await main()
