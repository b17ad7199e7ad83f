// One request of the bot, as it came and as it was answered.
export type Call = {
  /** The pattern of its route, as `POST /channels/:channel/messages`; the path itself where no route fits. */
  readonly route: string
  readonly method: string
  readonly path: string
  readonly params: { readonly [name: string]: string }
  readonly query: { readonly [name: string]: string }
  readonly body: unknown
  /** The names of the uploads. */
  readonly files: readonly string[]
  readonly atMs: number
  status?: number
  /** Discord's own code where it was refused. */
  code?: number
  /** The bot heard of it. */
  answered: boolean
}
