// Somebody with a Telegram account, as the bot stands to them.
import type { WireUser } from './wire.ts'

export type Toast = {
  readonly query: string
  readonly text: string
  readonly alert: boolean
  readonly url: string | undefined
}

export class Person {
  readonly user: WireUser
  /** Wrote to the bot or pressed Start: only then it may write first. */
  started = false
  blocked = false
  deactivated = false
  /** Answers to buttons they pressed, in order. */
  readonly toasts: Toast[] = []

  constructor(user: WireUser) {
    this.user = user
  }
}
