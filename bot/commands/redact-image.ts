// The `redact:image` command: a stream of pictures named as JSON lines in, each written redacted, in order.
import { once } from 'node:events'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import type { PictureFormat, ScreenshotRedactor } from '../../core/ports/screenshot-reader.ts'
import { makeScreenshotRedactor } from '../../core/readers/index.ts'
import { NO_FIELDS } from '../../core/redaction/screenshot/screen-fields.ts'
import { caller } from '../config.ts'

const USAGE = `usage: npm run -s redact:image < pictures.jsonl
Reads JSON lines {"in","out"}, writes each picture redacted to "out" (png, jpg or webp by its extension) and prints
{"in","out","mode","covered":[{"kind","x","y","w","h"}],"fields":{…}} for each, in order. A file that cannot be decoded
prints "mode":"refused" with a "reason" and writes nothing. A line that cannot be read prints {"error"}; then the exit
code is 1.
`
const LONGEST_LINE = 1024 * 1024
/** No larger file is read into memory; the redactor refuses it by its size. */
const LARGEST_FILE = 10 * 1024 * 1024
const formats: { readonly [extension: string]: PictureFormat } = {
  '.png': 'png',
  '.jpg': 'jpg',
  '.jpeg': 'jpg',
  '.webp': 'webp',
}

type Task = { readonly in: string; readonly out: string; readonly format: PictureFormat }

/** The lines of a stream of bytes; undefined for one that is too long. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string | undefined> {
  let rest = Buffer.alloc(0)
  let skipping = false
  for await (const chunk of input) {
    rest = Buffer.concat([rest, chunk])
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      yield skipping ? undefined : rest.subarray(0, at).toString('utf8')
      skipping = false
      rest = rest.subarray(at + 1)
    }
    if (rest.length > LONGEST_LINE) {
      skipping = true
      rest = Buffer.alloc(0)
    }
  }
  if (rest.length > 0 || skipping) yield skipping ? undefined : rest.toString('utf8')
}

function read(line: string | undefined): Task | { readonly error: string } {
  if (line === undefined) return { error: `the line is longer than ${LONGEST_LINE} bytes` }
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { error: 'the line is not JSON' }
  }
  if (typeof value !== 'object' || value === null || !('in' in value) || !('out' in value)) {
    return { error: 'the line is not an object {in,out}' }
  }
  if (typeof value.in !== 'string' || typeof value.out !== 'string') return { error: 'in and out are not both strings' }
  const format = formats[extname(value.out).toLowerCase()]
  return format ? { in: value.in, out: value.out, format } : { error: 'out ends in none of .png, .jpg, .webp' }
}

/** The printed rest of a task's line, and whether it failed for a reason that is not the picture's. */
async function work(task: Task, redactor: ScreenshotRedactor): Promise<{ line: object; failed: boolean }> {
  const refused = (reason: string) => ({
    line: { mode: 'refused', reason, covered: [], fields: NO_FIELDS },
    failed: false,
  })
  const from = resolve(caller.folder, task.in)
  let bytes: Buffer
  try {
    const file = await stat(from)
    if (!file.isFile()) return refused('unreadable')
    if (file.size > LARGEST_FILE) return refused('size')
    bytes = await readFile(from)
  } catch {
    return refused('unreadable')
  }
  const result = await redactor.redact(bytes, task.format)
  if (!result.ok) return refused(result.error)
  const { mode, covered, fields } = result.value
  const to = resolve(caller.folder, task.out)
  try {
    // Whoever waits for the file never sees half of it.
    await writeFile(`${to}.part`, result.value.bytes)
    await rename(`${to}.part`, to)
  } catch {
    return { line: { error: 'out cannot be written' }, failed: true }
  }
  return { line: { mode, covered, fields }, failed: false }
}

async function main(): Promise<number> {
  const { argv, stdin, stdout, stderr } = process
  const asked = argv[2]
  if (asked !== undefined) {
    const help = asked === '--help' || asked === '-h'
    ;(help ? stdout : stderr).write(USAGE)
    return help ? 0 : 2
  }
  const redactor = makeScreenshotRedactor()
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
  let done = 0
  try {
    for await (const line of linesOf(stdin)) {
      if (over) break
      if (line?.trim() === '') continue
      if (stderr.isTTY) stderr.write(`\rredact:image: picture ${done + 1} …`)
      const task = read(line)
      const answer = 'error' in task ? { line: task, failed: true } : await work(task, redactor)
      if (answer.failed) failed = true
      const names = 'error' in task ? { in: null, out: null } : { in: task.in, out: task.out }
      done++
      if (!stdout.write(`${JSON.stringify({ ...names, ...answer.line })}\n`) && !over) await once(stdout, 'drain')
    }
  } catch (failure) {
    // Closing the input on purpose ends the loop with an error; any other is a broken input.
    if (!over) {
      const code = failure instanceof Error && 'code' in failure ? failure.code : 'unknown'
      stderr.write(`redact:image: the input broke off (${code})\n`)
      failed = true
    }
  } finally {
    if (stderr.isTTY && done > 0) stderr.write(`\rredact:image: ${done} pictures done\n`)
    await redactor.close()
  }
  return failed || over === 'asked to stop' ? 1 : 0
}

process.exitCode = await main()
