// Lists that serve one text after the other: what stands in them is written anew, so that laying out a text makes no garbage.

/** Longer lists are let go after use: one large text does not keep memory for ever. */
const MOST_KEPT = 32_768

/** Items are good until the next text; their order is the order they stand in. */
export class Pool<Item> {
  /** How many of the items belong to this text. */
  length = 0
  #items: Item[] = []
  readonly #make: () => Item

  constructor(make: () => Item) {
    this.#make = make
  }

  clear(): void {
    this.length = 0
    if (this.#items.length > MOST_KEPT) this.#items = []
  }

  /** One more item, with whatever it held before. */
  next(): Item {
    const index = this.length++
    const known = this.#items[index]
    if (known !== undefined) return known
    const made = this.#make()
    this.#items.push(made)
    return made
  }

  /** The item at `index`; undefined outside the list. */
  at(index: number): Item | undefined {
    return index >= 0 && index < this.length ? this.#items[index] : undefined
  }

  /** Keeps those that `fits` accepts. */
  keep(fits: (item: Item) => boolean): void {
    const items = this.#items
    let kept = 0
    for (let i = 0; i < this.length; i++) {
      const item = items[i]
      if (item === undefined || !fits(item)) continue
      const other = items[kept]
      if (other !== undefined) items[i] = other
      items[kept++] = item
    }
    this.length = kept
  }
}

/** Indexes in rising order, each once. */
export class Indexes {
  length = 0
  #items: number[] = []
  #next = 0

  clear(): void {
    this.length = 0
    this.#next = 0
    if (this.#items.length > MOST_KEPT) this.#items = []
  }

  add(index: number): void {
    this.#items[this.length++] = index
    this.#next = index + 1
  }

  /** All from `from` to `to` (inclusive) that are not there yet. */
  addUpTo(from: number, to: number): void {
    for (let index = Math.max(from, this.#next); index <= to; index++) this.add(index)
  }

  /** The index at place `place`, or -1. */
  at(place: number): number {
    return place < this.length ? (this.#items[place] ?? -1) : -1
  }
}
