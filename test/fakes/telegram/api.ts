// A request becomes a deed: the method is looked up, the parameters are held against its shape, the world changes or refuses.
import type { Ask, Call, Outcome, Params } from './call.ts'
import { Faults } from './faults.ts'
import { BrokenShape, type Method, readParams } from './method.ts'
import { methods } from './methods/index.ts'
import { Refusal, type RefusalParameters } from './refusal.ts'
import type { World } from './world.ts'

/** A request that broke the description of the API. */
export type Breach = { readonly method: string; readonly fault: string; readonly params: Params }

export type Answer = { readonly status: number; readonly body: object; readonly outcome: Outcome }

const byName = new Map(Object.entries(methods).map(([name, one]) => [name.toLowerCase(), { name, one }]))

const MOST_UTF16 = 4096

const refused = (code: number, description: string, parameters?: RefusalParameters): Answer => ({
  status: code,
  body: { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) },
  outcome: { ok: false, code, description },
})

export class Api {
  readonly world: World
  readonly plan = new Faults()
  readonly calls: Call[] = []
  readonly breaches: Breach[] = []

  constructor(world: World) {
    this.world = world
  }

  begin(ask: Ask): Call {
    const known = byName.get(ask.method.toLowerCase())
    const call: Call = { ...ask, method: known?.name ?? ask.method, atMs: this.world.now(), answered: false }
    this.calls.push(call)
    return call
  }

  #breach(call: Call, faults: readonly string[]): void {
    this.breaches.push(...faults.map((fault) => ({ method: call.method, fault, params: call.params })))
  }

  async run(call: Call, form: boolean, gone: AbortSignal): Promise<Answer> {
    const answer = await this.#answer(call, form, gone)
    call.outcome = answer.outcome
    return answer
  }

  async #answer(call: Call, form: boolean, gone: AbortSignal): Promise<Answer> {
    try {
      const known = byName.get(call.method.toLowerCase())
      if (!known) throw new Refusal(404, 'Not Found: method not found', { breach: true })
      const result = await this.#do(known.one, call, form, gone)
      return { status: 200, body: { ok: true, result }, outcome: { ok: true, result } }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error instanceof BrokenShape) this.#breach(call, error.faults)
      else if (error.breach) this.#breach(call, [error.message])
      return refused(error.code, error.message, error.parameters)
    }
  }

  #do(method: Method, call: Call, form: boolean, gone: AbortSignal): unknown {
    const { params, faults } = readParams(method, call.params, form)
    this.#breach(call, faults)
    const { text } = params
    // Telegram counts code points; other servers count UTF-16 units, and the bot is to work with them too.
    if (typeof text === 'string' && text.length > MOST_UTF16 && [...text].length <= MOST_UTF16)
      this.#breach(call, [`text: ${text.length} UTF-16 units`])
    return method.run(params as never, { world: this.world, uploads: call.uploads, gone })
  }
}

export { refused }
