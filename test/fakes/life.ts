// The life of a process within a test: when it is over, nothing that it began goes on, neither in the database nor to the outside.

export class Life {
  #over = false

  end(): void {
    this.#over = true
  }

  /** What `work` does from now on ends with this life; a transaction that was open may still be committed, as in a real death. */
  of<A extends readonly unknown[], R>(work: (...given: A) => Promise<R>): (...given: A) => Promise<R> {
    const forEver = (): Promise<never> => new Promise(() => undefined)
    return async (...given) => {
      if (this.#over) return forEver()
      const done = await work(...given)
      return this.#over ? forEver() : done
    }
  }
}
