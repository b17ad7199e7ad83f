// Changes to a true notice, drawn from a seed: bytes, fields, headers, and parts of two notices put together.
import type { Delivered } from './provider.ts'

export type Chance = (below: number) => number

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % below
  }
}

const ALPHABET = '0123456789abcdefABCDEF.=&%+"{}:,-_ \u0000é'
const letter = (chance: Chance): string => ALPHABET[chance(ALPHABET.length)] ?? '0'
const cut = (text: string, at: number, length: number, put: string): string =>
  text.slice(0, at) + put + text.slice(at + length)

const onText: { readonly [what: string]: (text: string, chance: Chance) => string } = {
  'a letter replaced': (text, chance) => cut(text, chance(text.length), 1, letter(chance)),
  'a letter added': (text, chance) => cut(text, chance(text.length + 1), 0, letter(chance)),
  'a letter taken out': (text, chance) => cut(text, chance(text.length), 1, ''),
  'a part taken out': (text, chance) => cut(text, chance(text.length), 1 + chance(40), ''),
  'a part doubled': (text, chance) => {
    const at = chance(text.length)
    return cut(text, at, 0, text.slice(at, at + 1 + chance(40)))
  },
  'the end lost': (text, chance) => text.slice(0, chance(text.length)),
  'a digit changed': (text, chance) => {
    const digits = [...text.matchAll(/\d/g)].map(({ index }) => index)
    return cut(text, digits[chance(digits.length)] ?? 0, 1, String(chance(10)))
  },
  'two letters changed over': (text, chance) => {
    const at = chance(Math.max(1, text.length - 1))
    return cut(text, at, 2, `${text[at + 1] ?? ''}${text[at] ?? ''}`)
  },
}

type Field = readonly [string, string]
const fieldsOf = (text: string): Field[] => [...new URLSearchParams(text)]
const formOf = (fields: readonly Field[]): string =>
  new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString()

const onForm: { readonly [what: string]: (fields: Field[], chance: Chance, other: Field[]) => readonly Field[] } = {
  'a field doubled': (fields, chance) => [...fields, fields[chance(fields.length)] ?? ['x', '1']],
  'a field doubled with another value': (fields, chance, other) => {
    const [name] = fields[chance(fields.length)] ?? ['x']
    return [...fields, [name, other.find(([known]) => known === name)?.[1] ?? '1']]
  },
  'a field left out': (fields, chance) => fields.filter((_, index) => index !== 0 || chance(2) === 0).slice(chance(2)),
  'a field of another notice': (fields, chance, other) => {
    const [name] = fields[chance(fields.length)] ?? ['x']
    return fields.map(([known, value]) => [
      known,
      known === name ? (other.find(([o]) => o === name)?.[1] ?? '') : value,
    ])
  },
  'a field added': (fields, chance) => [...fields, [`x${chance(1_000)}`, letter(chance)]],
  'two values changed over': (fields, chance) => {
    const [a, b] = [chance(fields.length), chance(fields.length)]
    return fields.map(([name, value], index) => [name, fields[index === a ? b : index === b ? a : index]?.[1] ?? value])
  },
}

const isForm = (text: string): boolean => !text.startsWith('{')
/** What a form says: its fields that hold something, in order of their names. */
const meaning = (text: string): string =>
  isForm(text)
    ? JSON.stringify(
        fieldsOf(text)
          .filter(([, value]) => value !== '')
          .sort(),
      )
    : text

const pick = <T>(table: { readonly [what: string]: T }, chance: Chance): [string, T] => {
  const rows = Object.entries(table)
  return rows[chance(rows.length)] as [string, T]
}

/** Undefined where the change came out as the same notice, in other letters or not. */
export function mutate(
  notice: Delivered,
  other: Delivered,
  chance: Chance,
): { readonly what: string; readonly delivered: Delivered } | undefined {
  const text = Buffer.from(notice.body).toString('utf8')
  const { headers } = notice
  const names = Object.keys(headers).filter((name) => name !== 'content-type')
  const way = chance(names.length > 0 ? 4 : 3)
  if (way === 3) {
    const name = names[chance(names.length)] ?? ''
    const value = headers[name] ?? ''
    const [what, change] = pick(onText, chance)
    const theirs = chance(4) === 0
    const put = theirs ? (other.headers[name] ?? '') : change(value, chance)
    // Header values come without the spaces around them.
    if (put.trim() === value || (name.endsWith('signature-type') && put === '')) return undefined
    return {
      what: `${name}: ${theirs ? 'of another notice' : what}`,
      delivered: { body: notice.body, headers: { ...headers, [name]: put } },
    }
  }
  const form = isForm(text) && way > 0
  const [what, changed] = form
    ? ((): [string, string] => {
        const [name, change] = pick(onForm, chance)
        return [name, formOf(change(fieldsOf(text), chance, fieldsOf(Buffer.from(other.body).toString('utf8'))))]
      })()
    : ((): [string, string] => {
        const [name, change] = pick(onText, chance)
        return [name, change(text, chance)]
      })()
  if (meaning(changed) === meaning(text)) return undefined
  return { what, delivered: { body: Buffer.from(changed), headers } }
}
