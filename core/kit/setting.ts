// One setting of the environment: its name, what it must look like, and what holds where it is left out.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { err, ok, type Result } from './result.ts'
import { Secret } from './secret.ts'

/** Where the package lies: relative paths in settings are meant from here, wherever a program is started. */
export const packageFolder = fileURLToPath(new URL('../..', import.meta.url))

export type Environment = { readonly [name: string]: string | undefined }

export type Setting<T> = {
  readonly env: string
  /** Its messages say what is expected and never repeat the value, which may be a secret. */
  readonly shape: z.ZodType<T, string>
  /** What holds where the setting is left out; absent: it must be set. */
  readonly otherwise?: { readonly value: T }
}
export type Settings = { readonly [property: string]: Setting<unknown> }
export type Values<S extends Settings> = { readonly [P in keyof S]: S[P] extends Setting<infer T> ? T : never }

export const needed = <T>(env: string, shape: z.ZodType<T, string>): Setting<T> => ({ env, shape })
export const either = <T>(env: string, shape: z.ZodType<T, string>, value: T): Setting<T> => ({
  env,
  shape,
  otherwise: { value },
})
export const optional = <T>(env: string, shape: z.ZodType<T, string>): Setting<T | undefined> => ({
  env,
  shape,
  otherwise: { value: undefined },
})

export const text = z.string().trim().min(1)
export const secret = text.transform((value) => new Secret(value))
export const word = text.regex(/^[\w.:/@+-]{1,200}$/, 'letters, digits and . : / @ + - only')
export const address = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' })
export const userId = text
  .regex(/^-?\d{1,16}$/, 'a whole number')
  .transform(Number)
  .refine(Number.isSafeInteger, 'a whole number')
export const snowflake = text.regex(/^\d{15,20}$/, 'a Discord id: 15 to 20 digits')
export const port = text
  .regex(/^\d{1,5}$/, 'a port from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'a port from 0 to 65535')
export const scope = text.regex(/^(support|account:[\w.:-]{1,64})$/, 'support or account:ID')

/** Several, separated by commas. */
export const listOf = <T>(one: z.ZodType<T, string>): z.ZodType<readonly T[], string> =>
  z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(one).min(1))

const PEM = /^-----BEGIN [A-Z ]+-----[\s\S]+-----END [A-Z ]+-----$/

/** A key as PEM (line breaks may be written \n), or the path of a file that holds one. */
export const key: z.ZodType<Secret, string> = text.transform((value, context) => {
  const refuse = (message: string): never => {
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  }
  const inline = value.replaceAll('\\n', '\n').trim()
  if (PEM.test(inline)) return new Secret(inline)
  if (inline.startsWith('-----')) return refuse('a whole PEM key, from -----BEGIN to its -----END line')
  let content: string
  try {
    content = readFileSync(resolve(packageFolder, value), 'utf8').trim()
  } catch {
    return refuse('a key as PEM, or the path of a file that can be read')
  }
  return PEM.test(content) ? new Secret(content) : refuse('the file holds no PEM key')
})

/** What stands in the environment under a name; empty counts as left out, as in a compose file. */
export const given = (env: Environment, name: string): string | undefined => {
  const value = env[name]
  return value === undefined || value.trim() === '' ? undefined : value
}

/** Reads settings together. The error is one line that names the setting and never its value. */
export function readSettings<S extends Settings>(env: Environment, settings: S): Result<Values<S>, string> {
  const values: Record<string, unknown> = {}
  for (const [property, { env: name, shape, otherwise }] of Object.entries(settings)) {
    const value = given(env, name)
    if (value === undefined) {
      if (!otherwise) return err(`${name} is missing`)
      values[property] = otherwise.value
      continue
    }
    const read = shape.safeParse(value)
    if (!read.success) return err(`${name}: ${read.error.issues[0]?.message ?? 'cannot be read'}`)
    values[property] = read.data
  }
  return ok(Object.freeze(values) as Values<S>)
}
