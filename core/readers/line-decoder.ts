// Turns the recogniser's scores over time into a text, and the time steps into the places of its characters.

export type ReadLine = {
  readonly text: string
  /** Mean score of the characters, 0 to 1. */
  readonly confidence: number
  /** Where each UTF-16 unit begins, as a share of the line's length, and where the last one ends. */
  readonly edges: readonly number[]
}

/** The likeliest class of each step, repeats joined, blanks dropped. Scores are steps × classes, each row sums to one. */
export function readLine(scores: Float32Array, alphabet: readonly string[]): ReadLine {
  const classes = alphabet.length
  const steps = Math.floor(scores.length / classes)
  const found: { character: string; from: number; to: number }[] = []
  let previous = 0
  let sum = 0
  for (let step = 0; step < steps; step++) {
    let best = 0
    let score = 0
    for (let index = 0, at = step * classes; index < classes; index++, at++) {
      const value = scores[at] ?? 0
      if (value > score) {
        score = value
        best = index
      }
    }
    const last = found.at(-1)
    if (best !== 0 && best === previous && last) last.to = step + 1
    else if (best !== 0) {
      found.push({ character: alphabet[best] ?? '', from: step, to: step + 1 })
      sum += score
    }
    previous = best
  }
  const edges: number[] = []
  let text = ''
  found.forEach(({ character, from }, index) => {
    const before = found[index - 1]
    const edge = before ? (before.to + from) / 2 / steps : 0
    for (let unit = 0; unit < character.length; unit++) edges.push(edge)
    text += character
  })
  edges.push(1)
  return { text, confidence: found.length > 0 ? sum / found.length : 0, edges }
}
