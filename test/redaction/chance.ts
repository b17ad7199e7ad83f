// Seeded chance for the makers of test messages: the same seed makes the same set.

export type Chance = {
  /** A whole number from 0 up to `below` (exclusive). */
  int(below: number): number
  pick<T>(from: readonly T[]): T
  /** `length` characters of the alphabet. */
  text(alphabet: string, length: number): string
}

export function seeded(seed: number): Chance {
  let state = (seed * 2654435761) >>> 0 || 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 0x1_0000_0000
  }
  for (let i = 0; i < 8; i++) next()
  const int = (below: number): number => Math.floor(next() * below)
  const pick = <T>(from: readonly T[]): T => {
    const one = from[int(from.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  return {
    int,
    pick,
    text: (alphabet, length) => Array.from({ length }, () => alphabet[int(alphabet.length)]).join(''),
  }
}
