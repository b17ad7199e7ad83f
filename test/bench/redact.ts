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
const LONG_TEXT = 100_000
const WARM_UP = 40

type Rates = { readonly ours: number; readonly theirs: number }

/** Milliseconds of this thread's processor time: what else the machine does is not counted. */
const spentMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** Messages a second of processor time of both sides, in turns, so that crowded caches meet both. */
function rates(texts: readonly string[], ours: Side, rounds: number): Rates {
  const seen: Record<'ours' | 'theirs', number[]> = { ours: [], theirs: [] }
  for (let round = 0; round < WARM_UP + rounds; round++) {
    for (const [side, work] of [['ours', ours] as const, ['theirs', theirs] as const]) {
      const start = spentMs()
      for (const text of texts) work(text)
      if (round >= WARM_UP) seen[side].push((texts.length / (spentMs() - start)) * 1_000)
    }
  }
  return { ours: median(seen.ours), theirs: median(seen.theirs) }
}

/** Milliseconds of the slowest message in a hundred. */
function slowest(texts: readonly string[], work: Side, rounds: number): number {
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const text of texts) {
      const start = performance.now()
      work(text)
      took.push(performance.now() - start)
    }
  }
  return quantile(took, 0.99)
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
  const long = [all.join('\n').slice(0, LONG_TEXT)]
  const rounds = quick ? 20 : 150
  const ours: Side = (text) => chat.redact(new Raw(text)).text

  progress('short messages full of secrets')
  yield speed('short, full of secrets', rates(dense, ours, rounds))
  progress('ordinary chat, reports and one long text')
  yield speed('ordinary chat', rates(talk, ours, rounds))
  yield speed('reports', rates(reports, ours, rounds))
  yield speed(
    '100,000 characters in one',
    rates(long, (text) => stream.redact(new Raw(text)).text, rounds),
  )
  yield {
    metric: 'p99 a message',
    value: slowest(dense, ours, rounds / 10),
    unit: 'ms',
    baseline: slowest(dense, theirs, rounds / 10),
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
