// What a bench says: a figure beside a baseline that was measured in the same run; and the sums that make figures of samples.

export type Figure = {
  readonly metric: string
  readonly value: number
  readonly unit: string
  readonly baseline: number
}

export type Bench = (options: { readonly quick: boolean }) => AsyncIterable<Figure>

/** Four significant digits: more would be noise. */
const rounded = (value: number): number => Number(value.toPrecision(4))

/** One line of the contract. Every baseline is above zero. */
export const line = (bench: string, { metric, value, unit, baseline }: Figure): string =>
  JSON.stringify({
    bench,
    metric,
    value: rounded(value),
    unit,
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
  })

/** The sample below which `share` (0 to 1) of all samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
export const median = (samples: readonly number[]): number => quantile(samples, 0.5)

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Lets signals and streams have a turn: a store that answers at once never leaves the microtasks by itself. */
export const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** For people who wait: on stderr, because stdout belongs to the lines. */
export const progress = (text: string): void => void process.stderr.write(`bench: ${text}\n`)

const MB = 1024 * 1024

/** Memory now beside memory when the program started, before it did anything. */
export function memory(): readonly Figure[] {
  const { rss, heapUsed } = process.memoryUsage()
  return [
    { metric: 'memory rss', value: rss / MB, unit: 'MB', baseline: atStart.rss / MB },
    { metric: 'memory heap', value: heapUsed / MB, unit: 'MB', baseline: atStart.heapUsed / MB },
  ]
}
const atStart = process.memoryUsage()
