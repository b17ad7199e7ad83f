// Messages a second through the text redactor, its slowest answers and what it finds, beside redact-pii on the same texts.
import { readFileSync } from 'node:fs'
import { SyncRedactor } from 'redact-pii'
import { Raw } from '../../core/redaction/raw.ts'
import { makeRedactor, NO_LIMITS } from '../../core/redaction/redact.ts'
import { readableShare, spoiledShare } from '../redaction/readable.ts'
import { readMessages } from '../redaction/score.ts'
import { type Bench, type Figure, median, progress, quantile } from './figure.ts'

type Side = (text: string) => string

const chat = makeRedactor()
const stream = makeRedactor({ limits: NO_LIMITS })
const peer = new SyncRedactor()
const theirs: Side = (text) => peer.redact(text)

const written = (file: string): readonly string[] =>
  readFileSync(new URL(`../triage/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): string => JSON.parse(line).text)

/** Texts longer than this are reports, not chat. */
const LONGEST_CHAT = 400
/** So many passes over the texts come before anything is measured. */
const WARM_UP = 40
/** A turn takes no less of the processor: ten ticks of its clock and more. */
const LEAST_MS = 50

type Rates = { readonly ours: number; readonly theirs: number }

/** Milliseconds of this thread's processor time: what else the machine does is not counted. */
const spentMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** Milliseconds in which `work` reads all texts so many times. */
function took(texts: readonly string[], work: Side, passes: number): number {
  const start = spentMs()
  for (let pass = 0; pass < passes; pass++) for (const text of texts) work(text)
  return spentMs() - start
}

/**
 * Messages a second of processor time of both sides, in turns: whatever the machine does besides meets both. The clock ticks
 * every few milliseconds, so a turn takes many passes over the texts, as many on one side as on the other.
 */
function rates(texts: readonly string[], ours: Side, rounds: number): Rates {
  took(texts, theirs, WARM_UP)
  took(texts, ours, WARM_UP)
  const passes = Math.ceil((WARM_UP * LEAST_MS) / Math.max(1, took(texts, ours, WARM_UP)))
  const seen: Record<'ours' | 'theirs', number[]> = { ours: [], theirs: [] }
  for (let round = 0; round < rounds; round++) {
    for (const [side, work] of [['ours', ours] as const, ['theirs', theirs] as const])
      seen[side].push(((texts.length * passes) / took(texts, work, passes)) * 1_000)
  }
  return { ours: median(seen.ours), theirs: median(seen.theirs) }
}

/** Milliseconds of the slowest message in a hundred. */
function slowest(texts: readonly string[], work: Side, rounds: number): number {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const text of texts) {
      const start = performance.now()
      work(text)
      times.push(performance.now() - start)
    }
  }
  return quantile(times, 0.99)
}

const speed = (metric: string, { ours, theirs }: Rates): Figure => ({
  metric,
  value: ours,
  unit: 'messages/s',
  baseline: theirs,
})

export const bench: Bench = async function* ({ quick }) {
  const messages = [...readMessages('open'), ...readMessages('held-out')]
  const dense = messages.map(({ text }) => text)
  const all = [...written('development.jsonl'), ...written('held-out.jsonl')]
  const talk = all.filter((text) => text.length < LONGEST_CHAT)
  const reports = all.filter((text) => text.length >= LONGEST_CHAT)
  // About 73,000 characters.
  const long = [all.join('\n')]
  const rounds = quick ? 5 : 25
  const ours: Side = (text) => chat.redact(new Raw(text)).text

  progress('short messages full of secrets')
  yield speed('short, full of secrets', rates(dense, ours, rounds))
  progress('ordinary chat, reports and one long text')
  yield speed('ordinary chat', rates(talk, ours, rounds))
  yield speed('reports', rates(reports, ours, rounds))
  yield speed(
    'chat and reports in one text',
    rates(long, (text) => stream.redact(new Raw(text)).text, rounds),
  )
  yield {
    metric: 'p99 a message',
    value: slowest(dense, ours, rounds),
    unit: 'ms',
    baseline: slowest(dense, theirs, rounds),
  }
  yield {
    metric: 'secrets hidden',
    value: 1 - readableShare(messages, ours),
    unit: 'share',
    baseline: 1 - readableShare(messages, theirs),
  }
  yield {
    metric: 'look-alikes left alone',
    value: 1 - spoiledShare(messages, ours),
    unit: 'share',
    baseline: 1 - spoiledShare(messages, theirs),
  }
}
