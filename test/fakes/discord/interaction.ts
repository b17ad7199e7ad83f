// One interaction: what a person did, how long the bot may take, and how it answered.
import type { Channel } from './channel.ts'
import type { User } from './guild.ts'
import type { InteractionMark, Message } from './message.ts'
import type { Modal } from './modal.ts'
import { refuse } from './refusal.ts'

const LIFE_MS = 15 * 60_000

export const KIND = { command: 2, component: 3, modal: 5 } as const

export type Ack = 'reply' | 'defer' | 'defer-update' | 'update' | 'modal'

type Given = {
  readonly id: string
  readonly token: string
  readonly type: number
  readonly by: User
  readonly channel: Channel
  readonly now: () => number
  readonly patienceMs: number
  readonly data: object
  readonly message?: Message | undefined
  readonly name?: string | undefined
  readonly opener?: Interaction | undefined
}

export class Interaction {
  readonly id: string
  readonly token: string
  readonly type: number
  readonly by: User
  readonly channel: Channel
  /** The name of the command. */
  readonly name: string | undefined
  readonly data: object
  /** The message whose button was pressed. */
  readonly message: Message | undefined
  readonly createdAtMs: number
  readonly #now: () => number
  readonly #patienceMs: number
  acked: Ack | undefined
  ackedAtMs: number | undefined
  /** The message that answers it: a new one, or the one with the button. */
  response: Message | undefined
  readonly followUps: Message[] = []
  /** Open on the person's screen until it is submitted. */
  modal: Modal | undefined

  /** What opened the modal that was submitted. */
  readonly #opener: Interaction | undefined

  constructor({ id, token, type, by, channel, now, patienceMs, data, message, name, opener }: Given) {
    this.#opener = opener
    this.id = id
    this.token = token
    this.type = type
    this.by = by
    this.channel = channel
    this.data = data
    this.message = message
    this.name = name
    this.#now = now
    this.#patienceMs = patienceMs
    this.createdAtMs = now()
  }

  get mark(): InteractionMark {
    const { id, type, by, name, message } = this
    return {
      id,
      type,
      by,
      name,
      messageId: type === KIND.component ? message?.id : undefined,
      opener: this.#opener?.mark,
    }
  }

  /** The person reads "This interaction failed". */
  get failed(): boolean {
    return this.acked === undefined && this.#now() - this.createdAtMs > this.#patienceMs
  }

  /** The first answer: once, and within three seconds. */
  acknowledge(as: Ack): void {
    if (this.acked) throw refuse(40060)
    if (this.failed) throw refuse(10062)
    this.acked = as
    this.ackedAtMs = this.#now()
  }

  /** Everything after the first answer. */
  alive(): void {
    if (this.#now() - this.createdAtMs > LIFE_MS) throw refuse(50027)
    if (!this.acked) throw refuse(10015)
  }

  /** All that it made and that stands now. */
  owns(message: Message): boolean {
    return this.response === message || this.followUps.includes(message)
  }
}
