// `npm run -s case -- FILE...`: replays case files and prints one JSON line each. Exit 1 if one cannot be read or an invariant breaks.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readCase } from '../../core/replay/case-file.ts'
import { replay } from '../../core/replay/replay.ts'
import { caller } from '../config.ts'

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

async function run(path: string): Promise<boolean> {
  let text: string
  try {
    text = await readFile(resolve(caller.folder, path), 'utf8')
  } catch {
    print({ name: null, file: path, error: 'the file cannot be read' })
    return false
  }
  const file = readCase(text)
  if (!file.ok) {
    print({ name: file.error.name, file: path, error: file.error.error })
    return false
  }
  const line = await replay(file.value, path)
  print(line)
  return line.invariants === 'ok'
}

const files = process.argv.slice(2)
if (files.length === 0 || files.some((name) => name.startsWith('-'))) {
  process.stderr.write('case: name at least one case file, for example: npm run -s case -- data/cases/payment/*.json\n')
  process.exitCode = 2
} else {
  let stopped = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (stopped = true))
  for (const path of files) {
    if (stopped) break
    if (!(await run(path))) process.exitCode = 1
  }
}
