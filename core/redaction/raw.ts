// Text from outside. It cannot be printed, joined or serialised until it went through the redactor.
import { inspect } from 'node:util'

const HIDDEN = '[raw]'

/** Foreign text. Only `core/redaction` may open it (test/house.test.ts holds the fence). */
export class Raw {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** The text itself: for the redactor, and for nobody else. */
  static open(raw: Raw): string {
    return raw.#text
  }

  get length(): number {
    return this.#text.length
  }

  toString(): string {
    return HIDDEN
  }

  toJSON(): string {
    return HIDDEN
  }

  [Symbol.toPrimitive](): string {
    return HIDDEN
  }

  [inspect.custom](): string {
    return HIDDEN
  }
}
