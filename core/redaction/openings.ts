// What words and parts begin with: one look at two characters tells which rules want to be asked about them.

const SIZE = 1 << 14
const ASCII = 0x80
/** Bits of an entry: the list of those asked about parts, and above them the list of those asked about words. */
const WORD_SHIFT = 4
const PART_BITS = 0xf
const MOST_LISTS = 16

/** The place of two characters in a table, in any case; the first is an ASCII letter or digit. */
export const openingAt = (first: number, second: number): number =>
  ((first | 32) << 7) | (second < ASCII ? second | 32 : 0)

type Opens<Ask> = { readonly begins: string | undefined; readonly ask: Ask }

/**
 * Writes into `table` which list is asked at each opening and returns the lists, the first of them empty.
 * `begins`: pairs in lower case, or single letters behind which anything may stand; without it any opening.
 */
function fill<Ask>(table: Uint8Array, shift: number, rules: readonly Opens<Ask>[]): readonly (readonly Ask[])[] {
  // First which rules, as bits; then the list of each such set.
  const sets = new Uint32Array(SIZE)
  rules.forEach(({ begins }, index) => {
    const bit = 1 << index
    if (begins === undefined) for (let at = 0; at < SIZE; at++) sets[at] = (sets[at] ?? 0) | bit
    for (const opening of begins?.split(' ') ?? []) {
      const first = opening.charCodeAt(0)
      const second = opening.charCodeAt(1)
      for (let any = 0; any < ASCII; any++) {
        const at = openingAt(first, Number.isNaN(second) ? any : second)
        sets[at] = (sets[at] ?? 0) | bit
      }
    }
  })
  const lists = new Map<number, number>([[0, 0]])
  for (const set of sets) if (!lists.has(set)) lists.set(set, lists.size)
  if (lists.size > MOST_LISTS) throw new Error('too many different openings')
  for (let at = 0; at < SIZE; at++) table[at] = (table[at] ?? 0) | ((lists.get(sets[at] ?? 0) ?? 0) << shift)
  return [...lists.keys()].map((set) => rules.filter((_, index) => set & (1 << index)).map(({ ask }) => ask))
}

/** The table of a set of rules, and whom its entries mean. */
export class Openings<Part, Word> {
  readonly table = new Uint8Array(SIZE)
  readonly parts: readonly (readonly Part[])[]
  readonly words: readonly (readonly Word[])[]

  constructor(parts: readonly Opens<Part>[], words: readonly Opens<Word>[]) {
    this.parts = fill(this.table, 0, parts)
    this.words = fill(this.table, WORD_SHIFT, words)
  }
}

export const partList = (entry: number): number => entry & PART_BITS
export const wordList = (entry: number): number => entry >> WORD_SHIFT
