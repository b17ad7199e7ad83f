// What the Bot API answers when it does not do what it was asked: a code, a text, at times a parameter.

export type RefusalParameters = { readonly retry_after?: number; readonly migrate_to_chat_id?: number }

export class Refusal extends Error {
  readonly code: number
  readonly parameters: RefusalParameters | undefined
  /** The request itself broke the description: it would fail in any state of the world. */
  readonly breach: boolean

  constructor(code: number, text: string, more: { parameters?: RefusalParameters; breach?: boolean } = {}) {
    super(text)
    this.code = code
    this.parameters = more.parameters
    this.breach = more.breach ?? false
  }
}

export const bad = (text: string): Refusal => new Refusal(400, `Bad Request: ${text}`)

/** A request that no state of the world makes right: also told as a fault of the bot. */
export const breach = (text: string): Refusal => new Refusal(400, `Bad Request: ${text}`, { breach: true })

export const forbidden = (text: string): Refusal => new Refusal(403, `Forbidden: ${text}`)

export const conflict = (text: string): Refusal => new Refusal(409, `Conflict: ${text}`)

export const tooMany = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { parameters: { retry_after: seconds } })

export const movedTo = (chat: number): Refusal =>
  new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    parameters: { migrate_to_chat_id: chat },
  })
