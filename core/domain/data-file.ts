// One of our YAML files: read against a shape, every fault told with the line that it stands on.
import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { err, ok, type Result } from '../kit/result.ts'

/** `line` counts from 1; `fault` is a short name for the class of fault, `message` says what to do. */
export type Fault = {
  readonly file: string
  readonly line: number
  readonly fault: string
  readonly message: string
}

export type Path = readonly PropertyKey[]
export type DataFile<T> = {
  readonly value: T
  /** The line of the key or list entry at `path`, or of the nearest that exists above it. */
  lineOf(path: Path): number
}

/** The entry of a map or list, and where in the text it begins. */
function entry(node: unknown, key: PropertyKey): { node: unknown; start: number } | undefined {
  if (isSeq(node)) {
    const child = node.items[Number(key)]
    const start = (child as { range?: [number, number, number] } | undefined)?.range?.[0]
    return start === undefined ? undefined : { node: child, start }
  }
  if (!isMap(node)) return undefined
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key))
  const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined
  return start === undefined ? undefined : { node: pair?.value, start }
}

/** The document as plain data; one whose aliases blow up is no data at all. */
function plainOf(doc: Document): unknown {
  try {
    return doc.toJS()
  } catch {
    return undefined
  }
}

/** Parses `text`. `file` is only named in faults: `yaml` (not YAML at all) and `shape` (an entry is missing or wrong). */
export function readDataFile<T>(file: string, text: string, shape: z.ZodType<T>): Result<DataFile<T>, Fault[]> {
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines })
  if (doc.errors.length > 0) {
    return err(
      doc.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        fault: 'yaml',
        message: error.message.split('\n')[0] ?? 'not YAML',
      })),
    )
  }
  const lineOf = (path: Path): number => {
    let node: unknown = doc.contents
    let start = 0
    for (const key of path) {
      const found = entry(node, key)
      if (found === undefined) break
      node = found.node
      start = found.start
    }
    return Math.max(1, lines.linePos(start).line)
  }
  const read = shape.safeParse(plainOf(doc))
  if (read.success) return ok({ value: read.data, lineOf })
  return err(
    read.error.issues.map((issue) => {
      // An unknown key is told at its own line, not at that of the map around it.
      const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
      const message = `${path.map(String).join('.') || 'the file'}: ${issue.message}`
      return { file, line: lineOf(path), fault: 'shape', message }
    }),
  )
}
