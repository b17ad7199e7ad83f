// What a chat platform must be able to do for the desk. Types only; each platform is one folder in bot/.

import type { Result } from '../kit/result.ts'
import type { Redacted } from '../redaction/redacted.ts'

/** Where something goes. `address` is the platform's own id of a private chat or group. */
export type Spot =
  | { readonly room: 'user' | 'group'; readonly address: string }
  /** The staff's place: a ticket's thread, or null for the room that all share. */
  | { readonly room: 'staff'; readonly thread: string | null }

/** A button; `data` comes back when it is pressed (at most 64 bytes), `link` opens instead. */
export type Button =
  | { readonly label: Redacted; readonly data: string }
  | { readonly label: Redacted; readonly link: string }

/**
 * One call to the platform, as small as the platform's own calls: what can be half done is two of these.
 * `key` is the same in every repeat of a request; a platform that can tell repeats by it does.
 */
export type Request =
  | {
      readonly kind: 'text'
      readonly to: Spot
      readonly key: string
      /** Within `limits.text`; foreign words in it are data, never markup. */
      readonly text: Redacted
      /** Rows of buttons. */
      readonly buttons: readonly (readonly Button[])[]
      /** The message that this answers; left out by the platform where it is gone. */
      readonly answers?: string
      /** Ask the reader to answer this very message. */
      readonly prompt?: boolean
      /** As for `open-thread`. */
      readonly againSince?: number
      /** The first message of a new thread: where threads begin with a message, it takes that one's place. */
      readonly opens?: boolean
    }
  | {
      readonly kind: 'pictures'
      readonly to: Spot
      readonly key: string
      /** One to ten redacted PNG or JPEG pictures. */
      readonly pictures: readonly Uint8Array[]
      readonly caption: Redacted
      readonly againSince?: number
      readonly answers?: string
      /** Rows of buttons; only under a single picture. */
      readonly buttons?: readonly (readonly Button[])[]
    }
  | {
      readonly kind: 'copy'
      readonly to: Spot
      readonly key: string
      readonly file: StaffFile
      readonly againSince?: number
      readonly answers?: string
    }
  | {
      readonly kind: 'edit'
      readonly at: Spot
      readonly message: string
      readonly text: Redacted
      readonly buttons: readonly (readonly Button[])[]
      /** The message is a picture, which stays, and these are the words under it (within `limits.caption`). */
      readonly picture?: boolean
      /** The message is the card of a thread, which shows this. */
      readonly state?: ThreadState
    }
  | { readonly kind: 'remove'; readonly at: Spot; readonly message: string }
  /** `mark` null takes the bot's reaction away. */
  | { readonly kind: 'react'; readonly at: Spot; readonly message: string; readonly mark: string | null }
  | { readonly kind: 'pin'; readonly at: Spot; readonly message: string }
  | {
      readonly kind: 'open-thread'
      readonly key: string
      readonly name: Redacted
      readonly state: ThreadState
      /** It was asked for before, not earlier than this, and may be there: a platform that can find it does. */
      readonly againSince?: number
    }
  | {
      readonly kind: 'set-thread'
      readonly thread: string
      readonly name: Redacted
      readonly open: boolean
      readonly state: ThreadState
    }

/** Something that staff send on as it is: no words in it that could be read. */
export type StaffFile = { readonly what: 'sticker' | 'voice'; readonly file: string }

/** For icons and tags of a thread. */
export type ThreadState = { readonly state: 'queue' | 'human' | 'waiting-user' | 'closed'; readonly topic: string }

/** `message`: the platform's ids of what was made, in order; one for a text, several for pictures. */
export type Done = { readonly messages: readonly string[]; readonly thread?: string }

export type SendError =
  /** Not done, to be tried again after this time (a limit, or the platform is down). */
  | { readonly kind: 'later'; readonly afterMs: number }
  /** The request left and no answer came: it may be done. */
  | { readonly kind: 'unclear' }
  /** The person blocked the bot or takes no direct messages. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'no-thread' | 'thread-closed' | 'no-message' | 'unchanged' }
  /** The staff's place has another id from now on. */
  | { readonly kind: 'moved'; readonly to: string }
  /** For good; `code` is a short word of ours, never the platform's text. */
  | { readonly kind: 'refused'; readonly code: string }

export type ChatPlatform = {
  readonly name: string
  readonly limits: {
    /** UTF-16 units of one text, and of the words under a picture. */
    readonly text: number
    readonly caption: number
    readonly album: number
  }
  /** How much the platform takes; the outbox keeps to it, and still honours `later`. */
  readonly pace: {
    readonly perUserMs: number
    /** New messages and threads a minute in the staff's place, all threads together; edits a minute have their own count. */
    readonly staffPerMinute: number
    readonly staffEditsPerMinute: number
    readonly perSecond: number
  }
  /** Whether the platform itself drops a repeat with the same `key`: then an unclear send is simply sent again. */
  readonly dropsRepeats: (request: Request) => boolean
  /** The staff's place as the platform knows it now; it can change (`moved`). */
  staffChat(): string
  /** Never throws: what it does not know is `unclear`. */
  perform(request: Request, signal: AbortSignal): Promise<Result<Done, SendError>>
  /** Fetches what a user sent, at most `maxBytes`. */
  fetchFile(file: string, maxBytes: number, signal: AbortSignal): Promise<Result<Uint8Array, 'gone' | 'size' | 'later'>>
}
