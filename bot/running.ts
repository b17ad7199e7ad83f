// A chat platform that runs: what the rest of the bot needs of it, whichever it is.
import type { Group } from '../core/desk/chat/group.ts'
import type { Dispatcher } from '../core/desk/outbox/dispatch.ts'
import type { Result } from '../core/kit/result.ts'
import type { ChatPlatform } from '../core/ports/chat-platform.ts'
import type { Route } from './http/route.ts'

export type Running = {
  readonly platform: ChatPlatform
  /** How it is reached, for the line at the start: `polling`. */
  readonly by: string
  readonly group: Group
  readonly dispatcher: Dispatcher
  /** For the HTTP server: a webhook, where there is one. */
  readonly routes: readonly Route[]
  /** Ends by itself only where nothing can go on: the line says what to do. */
  readonly ended: Promise<Result<void, string>>
  /** Takes nothing new, finishes what runs (10 s at most). */
  stop(): Promise<void>
}
