// What the HTTP server answers, as a table: each row says method and path, how much it takes in, how long it may take, and who answers.

export type Method = 'GET' | 'POST'

export type Incoming = {
  /** What stood in the places of the path that are named in braces: word characters and dashes, 40 at most. */
  readonly params: Readonly<Record<string, string>>
  /** What stood behind the question mark, as it came: nothing is decoded before a signature was checked. */
  readonly query: Uint8Array
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The raw bytes, never more than the route's `maxBytes`. */
  readonly body: Uint8Array
  /**
   * Fires when the route's time is over or the server closes for good. Not when the caller goes away: a payment that
   * was told of is settled all the same.
   */
  readonly signal: AbortSignal
}

export type Reply = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Without a content type of its own: text is plain text. */
  readonly body?: string | Uint8Array
}

export type Route = {
  readonly method: Method
  /** `/notify/{channel}`: a part in braces stands for any word. */
  readonly path: string
  /** A longer body is refused with 413 before it is read to its end. */
  readonly maxBytes: number
  /** After this long the caller is told 503; what the handler still does is its own. */
  readonly maxMs: number
  /** What it throws is logged without its message and answered with a bare 500. */
  readonly handle: (incoming: Incoming) => Promise<Reply>
}

const WORD = /^[\w-]{1,40}$/
const NAMED = /^\{(\w+)\}$/

// A doubled slash or one at the end is the commonest mistake in a callback address: it leads to the same place.
const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '')

function paramsOf(route: Route, parts: readonly string[]): Record<string, string> | undefined {
  const wanted = partsOf(route.path)
  if (wanted.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const given = parts[index] ?? ''
    const name = NAMED.exec(part)?.[1]
    if (name === undefined ? part !== given : !WORD.test(given)) return undefined
    if (name !== undefined) params[name] = given
  }
  return params
}

export type Found =
  | { readonly kind: 'route'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  /** The path is known, the method is not; these are. */
  | { readonly kind: 'method'; readonly allowed: readonly string[] }
  | { readonly kind: 'nothing' }

/** HEAD is answered as GET, without the body. */
export function find(routes: readonly Route[], method: string, path: string): Found {
  const parts = partsOf(path)
  const allowed: string[] = []
  for (const route of routes) {
    const params = paramsOf(route, parts)
    if (!params) continue
    if (route.method === (method === 'HEAD' ? 'GET' : method)) return { kind: 'route', route, params }
    allowed.push(...(route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]))
  }
  return allowed.length > 0 ? { kind: 'method', allowed } : { kind: 'nothing' }
}
