// A route of the API: its pattern, who may call it, the shapes of its query and body, and what it does.
import { z } from 'zod'
import type { Upload } from './body.ts'
import type { World } from './world.ts'

type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

export type Params<P extends string> = { readonly [name in Names<P>]: string }

export type Ask<P extends string, Q, B> = {
  readonly world: World
  readonly params: Params<P>
  readonly query: Q
  readonly body: B
  readonly files: ReadonlyMap<string, Upload>
}

/** What a route gives back: nothing is 204. */
export type Reply = object | undefined

export type Route = {
  readonly name: string
  readonly method: string
  readonly matches: RegExp
  /** `token`: the token in the path is enough. */
  readonly by: 'bot' | 'token'
  readonly query: z.ZodType
  readonly body: z.ZodType | undefined
  readonly status: number
  readonly run: (ask: Ask<string, never, never>) => Reply
}

type Given<P extends string, Q extends z.ZodRawShape, B extends z.ZodType> = {
  readonly query?: Q
  readonly body?: B
  readonly by?: 'token'
  readonly status?: number
  readonly run: (ask: Ask<P, z.output<z.ZodObject<Q, z.core.$strict>>, z.output<B>>) => Reply
}

/** `POST /channels/:channel/messages`; a name with a colon takes one part of the path. */
export function route<
  P extends string,
  Q extends z.ZodRawShape = Record<never, never>,
  B extends z.ZodType = z.ZodUndefined,
>(name: P, given: Given<P, Q, B>): Route {
  const [method = '', path = ''] = name.split(' ')
  const pattern = path.replace(/:(\w+)/g, '(?<$1>[^/]+)')
  return {
    name,
    method,
    matches: new RegExp(`^${pattern}$`),
    by: given.by ?? 'bot',
    query: z.strictObject(given.query ?? {}),
    body: given.body,
    status: given.status ?? 200,
    run: given.run as unknown as Route['run'],
  }
}
