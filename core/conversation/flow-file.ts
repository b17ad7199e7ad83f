// One flow file, or the file of short answers, as flows that know the line of everything in them.
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type DataFile, type Fault, type Path, readDataFile } from '../domain/data-file.ts'
import { ok, type Result } from '../kit/result.ts'
import { answersShape, type Flow, flowShape } from './flow.ts'

export type FlowText = { readonly file: string; readonly text: string }
/** `lineOf` takes paths such as ['steps', 'look', 'on', 'declined'] in both kinds of file. */
export type Source = { readonly flow: Flow; readonly file: string; lineOf(path: Path): number }

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** The one step of a short answer. */
const ANSWER = 'answer'

function flowSource({ file, text }: FlowText, { value, lineOf }: DataFile<z.infer<typeof flowShape>>): Source {
  const { flow: name, opens_on: opensOn, ...rest } = value
  return { flow: { name, version: versionOf(text), opensOn, ...rest }, file, lineOf }
}

function answerSources({ file, text }: FlowText, read: DataFile<z.infer<typeof answersShape>>): Source[] {
  return Object.entries(read.value.answers).map(([name, { opens_on, say, choices, ...rest }]) => ({
    file,
    flow: {
      name,
      version: versionOf(text),
      ...rest,
      opensOn: Object.fromEntries(opens_on.map((trigger) => [trigger, ANSWER])),
      start: ANSWER,
      steps: { [ANSWER]: choices.length > 0 ? { kind: 'say', say, choices } : { kind: 'end', end: true, say } },
    },
    lineOf: (path) => {
      const [head, inner, ...deep] = path
      const own = head === 'steps' ? deep : head === 'opens_on' ? [head, opens_on.indexOf(String(inner))] : path
      return read.lineOf(['answers', name, ...own])
    },
  }))
}

/** Reads one file's text. A file that begins with `answers:` holds short answers, any other one flow. */
export function readFlowFile(written: FlowText): Result<readonly Source[], Fault[]> {
  if (/^answers:/m.test(written.text)) {
    const read = readDataFile(written.file, written.text, answersShape)
    return read.ok ? ok(answerSources(written, read.value)) : read
  }
  const read = readDataFile(written.file, written.text, flowShape)
  return read.ok ? ok([flowSource(written, read.value)]) : read
}
