// Chance from a seed: the same seed plays the same day.
export type Dice = {
  /** From 0, below 1. */
  readonly roll: () => number
  readonly of: <T>(things: readonly T[]) => T
}

export function diceOf(seed: number): Dice {
  let state = seed | 0
  const roll = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 4_294_967_296
  }
  return {
    roll,
    of: (things) => {
      if (things.length === 0) throw new Error('nothing to choose from')
      return things[Math.floor(roll() * things.length)] as (typeof things)[number]
    },
  }
}
