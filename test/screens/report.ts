// Figures by class of picture: `DAOZHANG_SCREENS=all` measures all, without it a part; `open` or a half's name one of them; what was not read yet only by its name.
import { makeScreenshotRedactor } from '../../core/readers/index.ts'
import { closeReader } from './independent.ts'
import { type Score, score } from './score.ts'
import { pictureOf, readTruths, type Truth, truths, unread } from './truth.ts'

export type Figures = {
  readonly pictures: number
  readonly covered: number
  readonly kept: number
  /** Of the values that were masked already, those left alone. */
  readonly masked: number
  readonly refused: number
  readonly decodable: number
  readonly metadata: number
  readonly p50: number
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
const sum = (scores: readonly Score[], of: (score: Score) => number): number =>
  scores.reduce((total, one) => total + of(one), 0)

export const figuresOf = (scores: readonly Score[]): Figures => {
  const secrets = sum(scores, (one) => one.secrets)
  const keeps = sum(scores, (one) => one.keeps)
  return {
    pictures: scores.length,
    covered:
      1 -
      share(
        sum(scores, (one) => one.leaks.length),
        secrets || 1,
      ),
    kept:
      1 -
      share(
        sum(scores, (one) => one.lost.length),
        keeps || 1,
      ),
    masked:
      1 -
      share(
        sum(scores, (one) => one.maskedLost.length),
        sum(scores, (one) => one.masked) || 1,
      ),
    refused: share(scores.filter(({ refused }) => refused).length, scores.length),
    decodable: sum(scores, (one) => one.decodable),
    metadata: scores.filter(({ metadata }) => metadata).length,
    p50: scores.map(({ ms }) => ms).toSorted((a, b) => a - b)[scores.length >> 1] ?? 0,
  }
}

/** Runs pictures through the real worker, one after the other. */
export async function measure(wanted: readonly Truth[], told: (score: Score) => void = () => {}): Promise<Score[]> {
  const redactor = makeScreenshotRedactor()
  const scores: Score[] = []
  try {
    for (const truth of wanted) {
      const began = performance.now()
      const result = await redactor.redact(pictureOf(truth.file), 'png')
      const ms = performance.now() - began
      if (!result.ok) throw new Error(`${truth.file}: ${result.error} after ${Math.round(ms)} ms`)
      const one = await score(truth, result.value, ms)
      scores.push(one)
      told(one)
    }
  } finally {
    await redactor.close()
    await closeReader()
  }
  return scores
}

const line = (name: string, { pictures, covered, kept, masked, refused, decodable, metadata, p50 }: Figures): string =>
  `${name.padEnd(22)} ${String(pictures).padStart(4)}  covered ${(covered * 100).toFixed(1).padStart(5)} %  kept ${(kept * 100).toFixed(1).padStart(5)} %  masked left ${(masked * 100).toFixed(0).padStart(3)} %  refused ${(refused * 100).toFixed(0).padStart(3)} %  codes ${decodable}  metadata ${metadata}  p50 ${(p50 / 1000).toFixed(2)} s`

/** One line a class, then the halves and the whole. */
export function table(scores: readonly Score[]): string {
  const groups = new Map<string, Score[]>()
  const add = (name: string, one: Score): void => void groups.set(name, [...(groups.get(name) ?? []), one])
  for (const one of scores) add(`${one.truth.kind}${one.truth.photo ? ' photo' : ''}`, one)
  for (const one of scores) add(`${one.truth.set}: ${one.truth.photo ? 'photos' : 'screens'}`, one)
  for (const one of scores) add(one.truth.photo ? 'all photos' : 'all screens', one)
  return [...groups].map(([name, of]) => line(name, figuresOf(of))).join('\n')
}

if (import.meta.main) {
  const asked = process.env.DAOZHANG_SCREENS ?? 'all'
  const verbose = process.env.DAOZHANG_SCREENS_MISSES === '1'
  const named = unread.includes(asked)
  const wanted = (named ? truths() : readTruths()).filter(
    ({ set, file }) => asked === 'all' || asked === set || file.includes(asked),
  )
  let done = 0
  const scores = await measure(wanted, ({ truth, leaks, lost, maskedLost, refused }) => {
    done++
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${wanted.length} `)
    if (!verbose || truth.set === 'held') return
    for (const { kind, text } of leaks) process.stdout.write(`${truth.file}: leaks ${kind} ${text}\n`)
    for (const { kind, text } of [...lost, ...maskedLost]) process.stdout.write(`${truth.file}: lost ${kind} ${text}\n`)
    if (refused) process.stdout.write(`${truth.file}: refused\n`)
  })
  process.stdout.write(`${table(scores)}\n`)
}
