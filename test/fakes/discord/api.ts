// The API: finds the route, holds the request against its shape, its rights and its limits, and gives the answer.
import type { Body } from './body.ts'
import type { Call } from './call.ts'
import type { Channel } from './channel.ts'
import { Faults } from './faults.ts'
import { Rates } from './rates.ts'
import { BadForm, Refusal } from './refusal.ts'
import type { Route } from './route.ts'
import { routes } from './routes/index.ts'
import { held } from './shape.ts'
import type { World } from './world.ts'

/** A request that broke the description of the API. */
export type Breach = { readonly route: string; readonly fault: string; readonly body: unknown }

export type Answer = {
  readonly status: number
  /** Undefined where there is none. */
  readonly body?: unknown
  readonly headers?: { readonly [name: string]: string }
  readonly page?: string
}

export type Asked = {
  readonly method: string
  readonly url: URL
  readonly token: string | undefined
  readonly userAgent: string
}

type Found = { readonly one: Route; readonly params: { readonly [name: string]: string } }

function find(method: string, path: string): Found | undefined {
  for (const one of routes) {
    const fits = one.method === method ? one.matches.exec(path) : null
    if (!fits) continue
    const groups = Object.entries(fits.groups ?? {})
    return { one, params: Object.fromEntries(groups.map(([name, value]) => [name, decodeURIComponent(value)])) }
  }
  return undefined
}

export const refused = (error: Refusal): Answer => ({ status: error.status, body: error.body })

export const tooMany = (retryAfterS: number, scope: string, headers: Answer['headers'] = {}): Answer => ({
  status: 429,
  body: { message: 'You are being rate limited.', retry_after: retryAfterS, global: scope === 'global' },
  headers: {
    ...headers,
    'retry-after': String(Math.ceil(retryAfterS)),
    'x-ratelimit-scope': scope,
    via: '1.1 google',
    ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
  },
})

/** The front of Discord answers itself: no JSON, no bucket. */
const BANNED: Answer = { status: 429, page: 'error code: 1015', headers: { 'retry-after': '600' } }

/** The name or the topic of a channel becomes another. */
const renames = ({ name }: Route, json: unknown, channel: Channel | undefined): boolean => {
  const wanted = (json ?? {}) as { name?: unknown; topic?: unknown }
  if (name !== 'PATCH /channels/:channel' || !channel) return false
  return (['name', 'topic'] as const).some((field) => wanted[field] !== undefined && wanted[field] !== channel[field])
}

export class Api {
  readonly world: World
  readonly plan = new Faults()
  readonly rates = new Rates()
  readonly calls: Call[] = []
  readonly breaches: Breach[] = []
  readonly #token: string

  constructor(world: World, token: string) {
    this.world = world
    this.#token = token
  }

  begin({ method, url }: Asked, path: string, { json, files }: Body): Call {
    const found = find(method, path)
    const call: Call = {
      route: found?.one.name ?? `${method} ${path}`,
      method,
      path,
      params: found?.params ?? {},
      query: Object.fromEntries(url.searchParams),
      body: json,
      files: [...files.values()].map(({ name }) => name),
      atMs: this.world.now(),
      answered: false,
    }
    this.calls.push(call)
    return call
  }

  breach(call: Call, fault: string): void {
    this.breaches.push({ route: call.route, fault, body: call.body })
  }

  run(call: Call, asked: Asked, body: Body): Answer {
    const answer = this.#answer(call, asked, body)
    this.settle(call, answer)
    return answer
  }

  /** What became of a call; bad ones are counted against the bot. */
  settle(call: Call, { status, body, headers }: Answer): void {
    call.status = status
    const code = (body as { code?: number } | undefined)?.code
    if (status >= 400 && code !== undefined) call.code = code
    const shared = headers?.['x-ratelimit-scope'] === 'shared'
    if ([401, 403, 429].includes(status) && !shared) this.rates.bad(this.world.now())
  }

  #answer(call: Call, asked: Asked, { json, files }: Body): Answer {
    const nowMs = this.world.now()
    if (this.rates.banned(nowMs)) return BANNED
    const found = find(call.method, call.path)
    if (!found) {
      this.breach(call, 'there is no such route')
      return { status: 404, body: { message: '404: Not Found', code: 0 } }
    }
    const { one, params } = found
    if (one.by === 'bot' && asked.token !== this.#token)
      return { status: 401, body: { message: '401: Unauthorized', code: 0 } }
    const place = params.channel ?? params.guild ?? params.token ?? ''
    const verdict = this.rates.take(one.name, place, nowMs)
    if (verdict && !verdict.allowed) return tooMany(verdict.retryAfterS, verdict.scope, verdict.headers)
    const waitS = renames(one, json, this.world.channels.get(place)) && this.rates.rename(place, nowMs)
    if (waitS) return tooMany(waitS, 'user', verdict?.headers)
    return { ...this.#act(found, call, json, files), ...(verdict ? { headers: verdict.headers } : {}) }
  }

  #act({ one, params }: Found, call: Call, json: unknown, files: Body['files']): Answer {
    try {
      const query = held(one.query, call.query)
      const body = one.body ? held(one.body, json) : undefined
      const result = one.run({ world: this.world, params, query, body, files } as never)
      return result === undefined ? { status: 204 } : { status: one.status, body: result }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error instanceof BadForm)
        for (const { path, code, message } of error.faults) {
          // Whether a message still stands the bot cannot know: no fault of the shape.
          if (code !== 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE') this.breach(call, `${path.join('.')}: ${code} ${message}`)
        }
      return refused(error)
    }
  }
}
