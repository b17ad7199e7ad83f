// A sentence of our own data files with named slots, and how it is filled.
import { z } from 'zod'
import { mint, type Redacted, say } from '../redaction/redacted.ts'
import type { Language } from './language.ts'

/** A text in both languages; a slot is written {name}. */
export type Template = { readonly [language in Language]: string }
// A language that is left out reads as empty: the static check tells that fault in its own words.
const words = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
export const bilingualText = z.strictObject({ zh: words, en: words })

export type Vars = Readonly<Record<string, Redacted>>

const SLOT = /\{([a-z][a-z_]*)\}/g
/** What stands where a record left a slot empty: the sentence stays readable. */
const BLANK = mint('—')

export const isSlot = (name: string): boolean => /^[a-z][a-z_]*$/.test(name)

/** The names of the slots in one text, in order of appearance. */
export const slotsOf = (text: string): readonly string[] => [...text.matchAll(SLOT)].map((match) => match[1] ?? '')

/** Fills the slots. What surrounds them comes from our own data files, so the whole is as safe as `vars`. */
export function fill(template: Template, lang: Language, vars: Vars): Redacted {
  const [first = '', ...rest] = template[lang].split(SLOT)
  // split with one capturing group alternates: text, slot name, text, slot name, text
  const filled = rest.reduce<Redacted>(
    (text, part, index) =>
      index % 2 === 0
        ? say`${text}${Object.hasOwn(vars, part) ? (vars[part] ?? BLANK) : BLANK}`
        : say`${text}${mint(part)}`,
    mint(first),
  )
  return filled.trim() === filled ? filled : mint(filled.trim())
}
