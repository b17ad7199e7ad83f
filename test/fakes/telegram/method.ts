// A method of the API: the exact shape of its parameters, and what it does; and how a request is held against that shape.
import { z } from 'zod'
import type { Params } from './call.ts'
import type { Uploads } from './files.ts'
import { Refusal } from './refusal.ts'
import type { World } from './world.ts'

export type Around = { readonly world: World; readonly uploads: Uploads; readonly gone: AbortSignal }

export type Method = {
  readonly shape: z.ZodObject
  readonly run: (params: never, around: Around) => unknown
}

export const method = <S extends z.ZodRawShape>(
  shape: S,
  run: (params: z.output<z.ZodObject<S, z.core.$strict>>, around: Around) => unknown,
): Method => ({ shape: z.strictObject(shape), run: run as Method['run'] })

export type Methods = { readonly [name: string]: Method }

/** Telegram's own words for a parameter that is missing. */
const MISSING: { readonly [name: string]: string } = {
  text: 'message text is empty',
  chat_id: 'chat_id is empty',
}

/** Forms carry text only: what is not text by its shape is read as JSON. */
function readForm(shape: z.ZodObject, params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const field = shape.shape[name] as z.ZodType | undefined
      if (!field || typeof value !== 'string' || field.safeParse(value).success) return [name, value]
      try {
        return [name, JSON.parse(value)]
      } catch {
        return [name, value]
      }
    }),
  )
}

const told = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.') || 'parameters'}: ${message}`

/** Unknown names are a fault and then ignored, as Telegram ignores them; anything else wrong is refused. */
export function readParams(one: Method, raw: Params, form: boolean): { params: Params; faults: readonly string[] } {
  const given = form ? readForm(one.shape, raw) : raw
  const strict = one.shape.safeParse(given)
  if (strict.success) return { params: strict.data, faults: [] }
  const { issues } = strict.error
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  )
  const faults = unknown.map((name) => `unknown parameter ${name}`)
  const kept = Object.fromEntries(Object.entries(given).filter(([name]) => !unknown.includes(name)))
  const again = one.shape.safeParse(kept)
  if (again.success) return { params: again.data, faults }
  const [first] = again.error.issues
  const name = String(first?.path[0] ?? '')
  const text = kept[name] === undefined ? MISSING[name] : undefined
  throw new BrokenShape([...faults, ...again.error.issues.map(told)], text ?? `wrong parameter "${name}" in request`)
}

/** A request that does not have the shape of its method. */
export class BrokenShape extends Refusal {
  readonly faults: readonly string[]

  constructor(faults: readonly string[], text: string) {
    super(400, `Bad Request: ${text}`)
    this.faults = faults
  }
}
