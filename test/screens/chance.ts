// Chance that can be repeated: the same seed makes the same screens.

export type Chance = {
  /** 0 up to 1. */
  real(): number
  /** Both ends included. */
  int(from: number, to: number): number
  pick<T>(from: readonly T[]): T
  text(alphabet: string, length: number): string
}

export function chanceOf(seed: number): Chance {
  let state = (seed * 2_654_435_761 + 97) >>> 0
  const real = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number): number => from + Math.floor(real() * (to - from + 1))
  return {
    real,
    int,
    pick: (from) => from[int(0, from.length - 1)] as (typeof from)[number],
    text: (alphabet, length) => Array.from({ length }, () => alphabet[int(0, alphabet.length - 1)]).join(''),
  }
}
