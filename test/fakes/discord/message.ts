// One message: what stands in it, who may see it, and how it reads on the wire, with or without its content.
import type { Channel } from './channel.ts'
import type { User } from './guild.ts'

export type Attachment = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  /** A voice message lasts so long. */
  readonly seconds?: number
}

export type Sticker = { readonly id: string; readonly name: string }

export const SUPPRESS_EMBEDS = 4
export const EPHEMERAL = 64
export const LOADING = 128
export const SUPPRESS_NOTIFICATIONS = 4096
export const VOICE_MESSAGE = 8192
export const COMPONENTS_V2 = 32_768

export type AllowedMentions = {
  readonly parse?: readonly string[] | undefined
  readonly users?: readonly string[] | undefined
  readonly roles?: readonly string[] | undefined
  readonly replied_user?: boolean | undefined
}

export type Component = { readonly type: number; readonly [field: string]: unknown }

/** The interaction that a message answers. */
export type InteractionMark = {
  readonly id: string
  readonly type: number
  readonly by: User
  readonly name?: string | undefined
  /** Whose button was pressed. */
  readonly messageId?: string | undefined
  /** What opened the modal that was submitted. */
  readonly opener?: InteractionMark | undefined
}

export class Message {
  readonly id: string
  readonly channel: Channel
  readonly author: User
  readonly createdAt: string
  type = 0
  content = ''
  embeds: readonly object[] = []
  components: readonly Component[] = []
  attachments: readonly Attachment[] = []
  flags = 0
  pinned = false
  editedAt: string | null = null
  nonce: string | number | undefined
  mentions: AllowedMentions | undefined
  /** What it passes on of another message; its author stays behind. */
  forwarded: Message | undefined
  stickers: readonly Sticker[] = []
  /** The message that it answers; it may be gone. */
  reference:
    | { readonly channelId: string; readonly messageId: string; readonly message: Message | undefined }
    | undefined
  /** The only one who sees it: it is ephemeral. */
  onlyFor: User | undefined
  interaction: InteractionMark | undefined
  deleted = false
  dismissed = false
  readonly reactions = new Map<string, Set<string>>()

  constructor(id: string, channel: Channel, author: User, createdAt: string) {
    this.id = id
    this.channel = channel
    this.author = author
    this.createdAt = createdAt
  }

  /** The people whom it pings: named in its text as far as allowed, and the author of the answered message. */
  get pinged(): readonly string[] {
    const { mentions } = this
    const named = [...this.content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id ?? '')
    const allowed = named.filter((id) => !mentions || this.#parses('users') || (mentions.users ?? []).includes(id))
    const answered = this.reference?.message?.author.id
    // `allowed_mentions` given at all stays silent on the answered author unless it says so.
    const answers = answered !== undefined && answered !== this.author.id && (!mentions || mentions.replied_user)
    return [...new Set([...allowed, ...(answers ? [answered] : [])])]
  }

  get pingedRoles(): readonly string[] {
    const named = [...this.content.matchAll(/<@&(\d+)>/g)].map(([, id]) => id ?? '')
    return named.filter(
      (id) => this.mentions === undefined || this.#parses('roles') || (this.mentions.roles ?? []).includes(id),
    )
  }

  get pingsEveryone(): boolean {
    return /@(everyone|here)\b/.test(this.content) && (this.mentions === undefined || this.#parses('everyone'))
  }

  #parses(what: string): boolean {
    return (this.mentions?.parse ?? []).includes(what)
  }
}
