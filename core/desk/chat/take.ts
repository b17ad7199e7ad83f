// The inbox row of an event and the link to its message; what must wait for something outside stays `received`.
import { serialiseState } from '../../conversation/state.ts'
import type { ConversationRow } from '../../domain/desk.ts'
import { plus } from '../../kit/clock.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { hashChat } from '../outbox/address.ts'
import type { Admitted } from './admit.ts'
import type { Incoming, Kept } from './incoming.ts'
import { keepOriginal } from './original.ts'

/** An album is complete when no part of it came for so long. */
export const ALBUM_MS = 1_200

/** These say nothing in the talk: they never wait behind a picture. */
const apart: readonly Kept['kind'][] = ['reaction', 'reachable', 'rating', 'deleted']

export type KeptNow = { readonly conversation: ConversationRow; readonly now: boolean }

/** Keeps the event. `now`: nothing stands before it, so it is handled in this transaction. */
export async function keepIncoming(
  w: Writers,
  context: Context,
  incoming: Incoming,
  conversation: ConversationRow,
  { kept, state, mended }: Admitted,
  inboxId: string,
): Promise<KeptNow> {
  const at = context.clock.now()
  const before = apart.includes(kept.kind) ? [] : await w.inbox.openOf(conversation.id)
  const waits = kept.kind === 'media' || before.length > 0
  const album = kept.kind === 'media' ? kept.album : null
  const dueAt = album === null ? at : plus(at, ALBUM_MS)
  if (album !== null) {
    // A later part: the whole album waits for the next one.
    for (const row of before) if (albumOf(row.body) === album) await w.inbox.save({ ...row, dueAt })
  }
  await w.inbox.receive({
    id: inboxId,
    platform: incoming.platform,
    eventId: incoming.eventId,
    conversationId: conversation.id,
    body: JSON.stringify(kept),
    state: waits ? 'received' : 'done',
    dueAt,
    tries: 0,
    at,
  })
  await keepOriginal(w, context, incoming, inboxId)
  if (incoming.address !== undefined && incoming.messageId !== undefined && kept.kind !== 'edit') {
    await w.outbox.addLink({
      platform: incoming.platform,
      chatHash: hashChat(context.keyring, incoming.platform, incoming.address),
      messageId: incoming.messageId,
      outboxId: null,
      inboxId,
      lineId: null,
      ticketId: null,
      at,
    })
  }
  if (!waits || !mended) return { conversation, now: !waits }
  const row = { ...conversation, state: serialiseState(state) }
  await w.conversations.save(row)
  return { conversation: { ...row, version: row.version + 1 }, now: false }
}

const albumOf = (body: string): string | undefined => {
  const album = (JSON.parse(body) as { album?: string | null }).album
  return album ?? undefined
}
