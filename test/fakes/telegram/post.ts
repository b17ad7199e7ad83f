// One message as Telegram keeps it: what travels, the bytes behind it, its reactions, and whether it still stands.
import type { Chat } from './chat.ts'
import type { StoredFile } from './files.ts'
import type { Content, Reaction, WireMessage } from './wire.ts'

/** Fields of a message that are about who, where and when; the rest is content. */
const AROUND = new Set([
  'message_id',
  'date',
  'chat',
  'from',
  'sender_chat',
  'message_thread_id',
  'is_topic_message',
  'reply_to_message',
  'media_group_id',
  'reply_markup',
  'edit_date',
  'forward_origin',
  'has_protected_content',
])

export class Post {
  readonly chat: Chat
  /** The forum topic it stands in; undefined: no forum, or General. */
  readonly topic: number | undefined
  readonly atMs: number
  readonly byBot: boolean
  /** Service messages tell what happened in the chat; nobody wrote them. */
  readonly service: string | undefined
  readonly reactions = new Map<number, readonly Reaction[]>()
  wire: WireMessage
  files: readonly StoredFile[]
  pinned = false

  constructor(given: {
    chat: Chat
    topic: number | undefined
    atMs: number
    byBot: boolean
    service: string | undefined
    wire: WireMessage
    files: readonly StoredFile[]
  }) {
    this.chat = given.chat
    this.topic = given.topic
    this.atMs = given.atMs
    this.byBot = given.byBot
    this.service = given.service
    this.wire = given.wire
    this.files = given.files
  }

  get id(): number {
    return this.wire.message_id
  }

  get content(): Content {
    return Object.fromEntries(Object.entries(this.wire).filter(([name]) => !AROUND.has(name)))
  }

  /** The message as it stands inside another: without the one it answers itself. */
  get quoted(): WireMessage {
    const { reply_to_message: _, ...rest } = this.wire
    return rest as WireMessage
  }
}
