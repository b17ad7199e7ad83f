// The static check of all flows and texts: what would fail in front of a user is told beforehand, with file and line.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type DataFile, type Fault, readDataFile } from '../domain/data-file.ts'
import type { Policy } from '../domain/policy.ts'
import { err, ok, type Result } from '../kit/result.ts'
import type { FlowBook } from './book.ts'
import { nameFaults } from './check/name.ts'
import { survey } from './check/survey.ts'
import { interfaceFaults, textFaults } from './check/text.ts'
import { wayFaults } from './check/way.ts'
import { factsOf, offersOf } from './fact.ts'
import { type FlowText, readFlowFile, type Source } from './flow-file.ts'
import { type InterfaceTexts, interfaceShape } from './interface-text.ts'

export type BookText = { readonly flows: readonly FlowText[]; readonly texts: FlowText }

type Read = { readonly sources: readonly Source[]; readonly texts: InterfaceTexts }

const sorted = (faults: readonly Fault[]): Fault[] =>
  faults.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.fault.localeCompare(b.fault))

function readTexts({ file, text }: FlowText): Result<InterfaceTexts, Fault[]> {
  const read = readDataFile(file, text, interfaceShape)
  if (!read.ok) return read
  const { value, lineOf }: DataFile<{ texts: InterfaceTexts }> = read.value
  const faults = [...interfaceFaults(value.texts)].map(
    ({ path, fault, message }): Fault => ({
      file,
      line: lineOf(path),
      fault,
      message: `${String(path[1])}: ${message}`,
    }),
  )
  return faults.length === 0 ? ok(value.texts) : err(faults)
}

/** Reads and checks everything; nothing of it is used while one fault is left. */
export function readBook(written: BookText): Result<Read, Fault[]> {
  const read = written.flows.map(readFlowFile)
  const texts = readTexts(written.texts)
  const unread = [...read.flatMap((file) => (file.ok ? [] : file.error)), ...(texts.ok ? [] : texts.error)]
  const sources = read.flatMap((file) => (file.ok ? file.value : []))
  // A file that can't be read would make every mention of its flow a fault as well.
  if (read.some((file) => !file.ok)) return err(sorted(unread))
  const all = survey(sources)
  const faults = [...unread, ...nameFaults(all), ...wayFaults(all), ...textFaults(all)]
  return texts.ok && faults.length === 0 ? ok({ sources, texts: texts.value }) : err(sorted(faults))
}

/** The files of `dataDir`: flows/*.yaml and texts/interface.yaml, named as in the repository. */
export function bookText(dataDir: string): BookText {
  const root = basename(dataDir)
  const one = (...path: string[]): FlowText => ({
    file: [root, ...path].join('/'),
    text: readFileSync(join(dataDir, ...path), 'utf8'),
  })
  const names = readdirSync(join(dataDir, 'flows')).filter((name) => name.endsWith('.yaml'))
  return { flows: names.toSorted().map((name) => one('flows', name)), texts: one('texts', 'interface.yaml') }
}

/** Every fault of the flows and texts under `dataDir`, by file and line; none: they can be used. */
export function checkFlows(dataDir: string): Fault[] {
  const read = readBook(bookText(dataDir))
  return read.ok ? [] : read.error
}

/** The book that the engine speaks from, with the facts of `policy` in its texts. */
export function makeBook(written: BookText, policy: Policy): Result<FlowBook, Fault[]> {
  const read = readBook(written)
  if (!read.ok) return read
  const { sources, texts } = read.value
  return ok({
    flows: Object.fromEntries(sources.map(({ flow }) => [flow.name, flow])),
    opens: Object.fromEntries(
      sources.flatMap(({ flow }) =>
        Object.entries(flow.opensOn).map(([trigger, step]) => [trigger, { flow: flow.name, step }]),
      ),
    ),
    texts,
    facts: factsOf(policy),
    offers: offersOf(policy),
    amounts: { least: policy.recharge.minYuan * 100, most: policy.recharge.maxYuan * 100 },
  })
}

export const loadBook = (dataDir: string, policy: Policy): Result<FlowBook, Fault[]> =>
  makeBook(bookText(dataDir), policy)
