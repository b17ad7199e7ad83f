// The door: a message becomes redacted words and references, its intent is told, and earlier pieces of a value are hidden too.
import type { FlowBook } from '../conversation/book.ts'
import { expects } from '../conversation/engine.ts'
import { matchIntent } from '../conversation/match/intent.ts'
import type { State } from '../conversation/state.ts'
import { type Ask, type Command, intents } from '../conversation/vocabulary.ts'
import type { ConversationRow } from '../domain/desk.ts'
import { commandOf } from '../redaction/door.ts'
import type { Raw } from '../redaction/raw.ts'
import { makeRedactor } from '../redaction/redact.ts'
import type { Writers } from '../store/nouns.ts'
import type { Context } from './context.ts'
import type { Incoming, Kept } from './incoming.ts'
import { keepPicture } from './picture.ts'
import { type Mended, Pieces } from './pieces.ts'
import { referencesOf } from './references.ts'

export type Admitted = { readonly kept: Kept; readonly state: State }

/** Below this a message does not leave an open question for another matter. */
const SURE = 0.5

/** Whoever has one of these can use it: the user is told to delete the original. */
const DANGEROUS = ['redeem_code', 'redeem_hex', 'api_key', 'bank_card', 'password']

/** What the argument of a command is. */
const argumentOf: Partial<Record<Command, Ask>> = { link: 'link_code', redeem: 'code', recharge: 'amount' }

export function makeDoor(context: Context, book: FlowBook) {
  const { keyring, clock } = context
  const pieces = new Pieces(makeRedactor())

  async function command(w: Writers, name: Command, argument: Raw): Promise<Kept> {
    const asked = argument.length === 0 ? null : (argumentOf[name] ?? null)
    return { kind: 'command', command: name, references: await referencesOf(w, keyring, argument, asked) }
  }

  async function text(w: Writers, raw: Raw, before: State, conversationId: string, inboxId: string): Promise<Admitted> {
    const { text: words, finds, mended } = pieces.add(conversationId, inboxId, raw, clock.now())
    for (const earlier of mended) await w.conversations.mend(earlier.inboxId, earlier.before, earlier.text)
    const state = mended.reduce(withoutPiece, before)
    const { intent, confidence } = matchIntent(words)
    const sure = confidence >= SURE && (intents as readonly string[]).includes(intent)
    return {
      state,
      kept: {
        kind: 'text',
        text: words,
        references: await referencesOf(w, keyring, raw, expects(book, state)),
        intent: sure ? intent : null,
        secret: finds.some(({ kind }) => DANGEROUS.includes(kind)),
      },
    }
  }

  return {
    /** Reads a message; from here on nobody sees its words but redacted. `inboxId` is where it will be kept. */
    admit: async (
      w: Writers,
      message: Incoming['message'],
      state: State,
      conversation: ConversationRow,
      inboxId: string,
    ): Promise<Admitted> => {
      if (message.kind === 'choice') return { kept: message, state }
      if (message.kind === 'picture') {
        const linked = await w.accounts.identity(conversation.platform, conversation.userHash)
        return { kept: await keepPicture(w, context, linked?.accountId ?? null, message.screenshot), state }
      }
      const said = commandOf(message.raw)
      if (said) return { kept: await command(w, said.name, said.argument), state }
      return text(w, message.raw, state, conversation.id, inboxId)
    },
  }
}

/** A note that turned out to hold a part of a value is kept as it is shown from now on. */
const withoutPiece = (state: State, { before, text }: Mended): State => ({
  ...state,
  notes: state.notes.map((note) => (note.text === before ? { ...note, text } : note)),
})
