// Text that may leave: sent, stored as a message, logged, returned by a tool. Nothing else may.

declare const redacted: unique symbol
/** Minted by `redact`, `say`, the masks below and the column reader only (test/house.test.ts holds the fence). */
export type Redacted = string & { readonly [redacted]: true }

/** Declares a text safe. Fenced: only this folder, the column reader and the loader of our own data files call it. */
export const mint = (text: string): Redacted => text as Redacted

/** The mask of every identifier, everywhere: four stars and the last four characters (contract). */
export const mask = (identifier: string): Redacted => mint(`****${identifier.slice(-4)}`)

/** Joins constants of ours with redacted text and plain numbers; a plain string does not compile. */
export function say(strings: TemplateStringsArray, ...values: readonly (Redacted | number | bigint)[]): Redacted {
  return mint(strings.reduce((text, part, index) => `${text}${values[index - 1]}${part}`))
}

/** Joins redacted texts. */
export const join = (parts: readonly Redacted[], separator: '\n' | '\n\n' | ' ' | ', ' | '、' | ' · '): Redacted =>
  mint(parts.join(separator))

/** A text that was redacted before it was stored: for what reads our own columns back. */
export const stored = (text: string): Redacted => text as Redacted
