// The ids of Discord: numbers that grow with time, so that an order by id is an order by age.

const EPOCH_MS = 1_420_070_400_000

export class Snowflakes {
  #last = 0n

  next(nowMs: number): string {
    const byTime = BigInt(Math.max(0, Math.floor(nowMs) - EPOCH_MS)) << 22n
    this.#last = byTime > this.#last ? byTime : this.#last + 1n
    return String(this.#last)
  }
}

export const isSnowflake = (text: string): boolean => /^\d{1,20}$/.test(text)

export const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + EPOCH_MS

/** Oldest first. */
export const byAge = (a: string, b: string): number => {
  const [one, other] = [BigInt(a), BigInt(b)]
  return one < other ? -1 : one > other ? 1 : 0
}
