// Texts a second through the triage, and its slowest answers, beside the platform's own word segmenter on the same texts.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { matchOpening } from '../../core/conversation/match/opening.ts'
import { type Bench, median, quantile, timed } from './figure.ts'

const report = z.object({ text: z.string() })
const textsOf = (file: string): readonly string[] =>
  readFileSync(new URL(`../triage/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => report.parse(JSON.parse(line)).text)

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
/** What any matcher would have to do first: fold case and cut into words. */
function wordsOf(text: string): number {
  let words = 0
  for (const { isWordLike } of segmenter.segment(text.normalize('NFKC').toLowerCase())) if (isWordLike) words += 1
  return words
}

/** A pasted report as long as the triage reads. */
const longest = (texts: readonly string[]): string => texts.join('\n').repeat(4).slice(0, 10_240)

export const bench: Bench = async function* ({ quick }) {
  const texts = [...textsOf('development.jsonl'), ...textsOf('held-out.jsonl')]
  const rounds = quick ? 2 : 15
  const rates = { ours: [] as number[], theirs: [] as number[] }
  const each = { ours: [] as number[], theirs: [] as number[] }
  const full = { ours: [] as number[], theirs: [] as number[] }
  const long = longest(texts)
  // The first use of either compiles its patterns and loads its dictionary.
  matchOpening(long)
  wordsOf(long)
  for (let round = 0; round < rounds; round++) {
    for (const [side, work] of [['ours', matchOpening] as const, ['theirs', wordsOf] as const]) {
      const took: number[] = []
      for (const text of texts) took.push(await timed(() => work(text)))
      rates[side].push((texts.length / took.reduce((sum, ms) => sum + ms, 0)) * 1_000)
      each[side].push(...took)
      full[side].push(await timed(() => work(long)))
    }
  }
  yield { metric: 'texts', value: median(rates.ours), unit: 'texts/s', baseline: median(rates.theirs) }
  yield { metric: 'p99 a text', value: quantile(each.ours, 0.99), unit: 'ms', baseline: quantile(each.theirs, 0.99) }
  yield { metric: 'p99 of 10 kB', value: quantile(full.ours, 0.99), unit: 'ms', baseline: quantile(full.theirs, 0.99) }
}
