// A chat platform's network in memory, behind our port: it keeps what people see, and misbehaves as it is told.
import { err, ok, type Result } from '../../core/kit/result.ts'
import type { ChatPlatform, Done, Request, SendError, Spot } from '../../core/ports/chat-platform.ts'

/** What goes wrong with one call. `lost-after`: it was done and nobody answered; `hangs-after`: done, and we die waiting. */
export type Mishap = 'none' | 'later' | 'lost-before' | 'lost-after' | 'hangs-for-ever' | 'hangs-after'

export type Seen = { readonly id: string; readonly where: string; text: string; readonly at: number }

const whereOf = (spot: Spot): string =>
  spot.room === 'staff' ? `staff:${spot.thread ?? 'room'}` : `${spot.room}:${spot.address}`

export class ChatNetwork {
  readonly calls: Request[] = []
  readonly messages: Seen[] = []
  readonly threads = new Map<string, { name: string; open: boolean }>()
  readonly reactions: { readonly message: string; readonly mark: string | null }[] = []
  readonly blocked = new Set<string>()
  /** Asked before every call. */
  mishap: (request: Request) => Mishap = () => 'none'
  #count = 0

  seenAt(where: string): readonly string[] {
    return this.messages.filter((message) => message.where === where).map(({ text }) => text)
  }

  #post(to: Spot, text: string): Result<Done, SendError> {
    if (to.room === 'staff' && to.thread !== null) {
      const thread = this.threads.get(to.thread)
      if (!thread) return err({ kind: 'no-thread' })
      if (!thread.open) return err({ kind: 'thread-closed' })
    }
    if (to.room === 'user' && this.blocked.has(to.address)) return err({ kind: 'blocked' })
    const id = `${++this.#count}`
    this.messages.push({ id, where: whereOf(to), text, at: this.#count })
    return ok({ messages: [id] })
  }

  #apply(request: Request): Result<Done, SendError> {
    switch (request.kind) {
      case 'text':
        return this.#post(request.to, request.text)
      case 'pictures':
        return this.#post(request.to, request.caption)
      case 'copy':
        return this.#post(request.to, `[${request.file.what}]`)
      case 'open-thread': {
        const thread = `T${++this.#count}`
        this.threads.set(thread, { name: request.name, open: true })
        return ok({ messages: [], thread })
      }
      case 'set-thread': {
        const thread = this.threads.get(request.thread)
        if (!thread) return err({ kind: 'no-thread' })
        thread.open = request.open
        return ok({ messages: [] })
      }
      case 'edit':
      case 'remove':
      case 'pin':
      case 'react': {
        const at = this.messages.findIndex(({ id }) => id === request.message)
        const message = this.messages[at]
        if (!message) return err({ kind: 'no-message' })
        if (request.kind === 'edit') {
          if (message.text === request.text) return err({ kind: 'unchanged' })
          message.text = request.text
        }
        if (request.kind === 'remove') this.messages.splice(at, 1)
        if (request.kind === 'react') this.reactions.push({ message: request.message, mark: request.mark })
        return ok({ messages: [] })
      }
      default:
        return request satisfies never
    }
  }

  platform(name = 'telegram', pace?: Partial<ChatPlatform['pace']>): ChatPlatform {
    return {
      name,
      limits: { text: 4_096, caption: 1_024, album: 10 },
      pace: { perUserMs: 0, staffPerMinute: 1_000_000, staffEditsPerMinute: 1_000_000, perSecond: 1_000_000, ...pace },
      dropsRepeats: () => false,
      staffChat: () => '-100',
      perform: async (request) => {
        this.calls.push(request)
        const mishap = this.mishap(request)
        if (mishap === 'hangs-for-ever') return new Promise(() => undefined)
        if (mishap === 'later') return err({ kind: 'later', afterMs: 1_000 })
        if (mishap === 'lost-before') return err({ kind: 'unclear' })
        const done = this.#apply(request)
        if (mishap === 'hangs-after') return new Promise(() => undefined)
        return mishap === 'lost-after' ? err({ kind: 'unclear' }) : done
      },
      fetchFile: async () => err('gone'),
    }
  }
}
