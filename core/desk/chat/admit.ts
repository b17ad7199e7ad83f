// The door: a message becomes redacted words and references, and earlier pieces of a value are hidden too.
import type { FlowBook } from '../../conversation/book.ts'
import { expects } from '../../conversation/engine.ts'
import type { State } from '../../conversation/state.ts'
import type { Ask, Command } from '../../conversation/vocabulary.ts'
import type { ConversationRow } from '../../domain/desk.ts'
import { commandOf } from '../../redaction/door.ts'
import type { Raw } from '../../redaction/raw.ts'
import { makeRedactor } from '../../redaction/redact.ts'
import { seal } from '../../redaction/sealed.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { hashChat } from '../outbox/address.ts'
import { refreshCard, tellThread } from '../outbox/enqueue.ts'
import type { Incoming, Kept } from './incoming.ts'
import { keepPicture } from './picture.ts'
import { type Mended, Pieces } from './pieces.ts'
import { referencesOf } from './references.ts'

export type Admitted = {
  readonly kept: Kept
  readonly state: State
  /** An earlier message is stored otherwise now, and the state with it. */
  readonly mended: boolean
}

/** Whoever has one of these can use it: the user is told to delete the original. */
const DANGEROUS = ['redeem_code', 'redeem_hex', 'api_key', 'bank_card', 'password']

/** What the argument of a command is. */
const argumentOf: Partial<Record<Command, Ask>> = { link: 'link_code', redeem: 'code', recharge: 'amount' }

export function makeDoor(context: Context, book: FlowBook) {
  const { keyring, clock, policy } = context
  const pieces = new Pieces(makeRedactor({ patterns: policy.redaction.patterns }))

  async function command(w: Writers, name: Command, argument: Raw): Promise<Kept> {
    const asked = argument.length === 0 ? null : (argumentOf[name] ?? null)
    return { kind: 'command', command: name, references: await referencesOf(w, keyring, argument, asked) }
  }

  /** Words that were typed: redacted in the light of those before, with what they refer to. */
  async function words(w: Writers, raw: Raw, before: State, conversation: ConversationRow, inboxId: string) {
    const { text, finds, mended } = pieces.add(conversation.id, inboxId, raw, clock.now())
    for (const earlier of mended) {
      for (const lineId of await w.inbox.mend(earlier.inboxId, earlier.before, earlier.text)) {
        const line = await w.tickets.line(lineId)
        if (line) await tellThread(w, clock.now(), line.ticketId, { kind: 'amend' }, lineId)
      }
    }
    // The card may have shown the piece too.
    if (mended.length > 0 && conversation.ticketId !== null)
      await refreshCard(w, clock.now(), { id: conversation.ticketId })
    const state = mended.reduce(withoutPiece, before)
    return {
      state,
      mended: mended.length > 0,
      text,
      references: await referencesOf(w, keyring, raw, expects(book, state)),
      secret: finds.some(({ kind }) => DANGEROUS.includes(kind)),
    }
  }

  /** The staff's or the user's own line that a message answers. */
  async function answered(w: Writers, { platform, address, answers }: Incoming): Promise<{ answers?: number }> {
    if (address === undefined || answers === undefined) return {}
    const link = await w.outbox.link(platform, hashChat(keyring, platform, address), answers)
    return link?.lineId == null ? {} : { answers: link.lineId }
  }

  return {
    /** Reads a message; from here on nobody sees its words but redacted. `inboxId` is where it will be kept. */
    admit: async (
      w: Writers,
      incoming: Incoming,
      state: State,
      conversation: ConversationRow,
      inboxId: string,
    ): Promise<Admitted> => {
      const { message, platform, address } = incoming
      const as = (kept: Kept): Admitted => ({ kept, state, mended: false })
      const linkTo = async (messageId: string) =>
        address === undefined ? undefined : w.outbox.link(platform, hashChat(keyring, platform, address), messageId)
      switch (message.kind) {
        case 'choice':
        case 'reachable':
        case 'rating':
        case 'bill':
        case 'stale':
          return as(message)
        case 'picture': {
          const linked = await w.accounts.identity(conversation.platform, conversation.userHash)
          return as(await keepPicture(w, context, linked?.accountId ?? null, message.screenshot))
        }
        case 'media': {
          const said = await words(w, message.caption, state, conversation, inboxId)
          const { text: caption, references } = said
          const file = seal(keyring, 'inbox.file', message.file)
          const kept = { kind: 'media', file, caption, references, album: message.album } as const
          return { kept: { ...kept, ...(await answered(w, incoming)) }, state: said.state, mended: said.mended }
        }
        case 'unreadable': {
          const said = await words(w, message.caption, state, conversation, inboxId)
          const kept = { kind: 'unreadable', what: message.what, caption: said.text } as const
          return { kept: { ...kept, ...(await answered(w, incoming)) }, state: said.state, mended: said.mended }
        }
        case 'reaction':
          return as({ kind: 'reaction', line: (await linkTo(message.of))?.lineId ?? null, mark: message.mark })
        case 'deleted':
          return as({ kind: 'deleted', of: (await linkTo(message.of))?.inboxId ?? null })
        case 'edit': {
          const of = (await linkTo(message.of))?.inboxId ?? null
          const { state: after, mended, ...said } = await words(w, message.raw, state, conversation, inboxId)
          return { kept: { kind: 'edit', of, ...said }, state: after, mended }
        }
        case 'text': {
          const typed = commandOf(message.raw)
          if (typed) return as(await command(w, typed.name, typed.argument))
          const { state: after, mended, ...said } = await words(w, message.raw, state, conversation, inboxId)
          return { kept: { kind: 'text', ...said, ...(await answered(w, incoming)) }, state: after, mended }
        }
        default:
          return message satisfies never
      }
    },
  }
}

/** A note that turned out to hold a part of a value is kept as it is shown from now on. */
const withoutPiece = (state: State, { before, text }: Mended): State => ({
  ...state,
  notes: state.notes.map((note) => (note.text === before ? { ...note, text } : note)),
})
