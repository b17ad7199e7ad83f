// The fields of a form: each name once, or it is no form. A doubled name is read one way by the signer and another by us.

export type Form = ReadonlyMap<string, string>

const MAX_FIELDS = 64
const NAME = /^\w{1,40}$/

const plain = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '))

/** Undefined where a name is doubled or odd, or something is not rightly encoded UTF-8. */
export function readForm(text: string): Form | undefined {
  const fields = new Map<string, string>()
  try {
    for (const pair of text.split('&')) {
      if (pair === '') continue
      const [name = '', value = ''] = pair.split(/=(.*)/s).map(plain)
      if (!NAME.test(name) || fields.has(name) || fields.size === MAX_FIELDS) return undefined
      fields.set(name, value)
    }
  } catch {
    return undefined
  }
  return fields
}

export const writeForm = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString()

/** `a=1&b=2`, sorted by name, without the fields that are never signed. */
export const signedText = (fields: Iterable<readonly [string, string]>, unsigned: readonly string[]): string =>
  [...fields]
    .filter(([name]) => !unsigned.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
