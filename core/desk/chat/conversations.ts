// One person on one platform: their conversation is found or begun, and where they are answered is kept sealed.
import { newState, parseState, type State, serialiseState } from '../../conversation/state.ts'
import type { ConversationRow } from '../../domain/desk.ts'
import { stored } from '../../redaction/redacted.ts'
import { seal, unseal } from '../../redaction/sealed.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { userLane } from '../outbox/enqueue.ts'
import type { Incoming } from './incoming.ts'

type Who = Pick<Incoming, 'platform' | 'user' | 'lang' | 'hint' | 'address'>

export async function conversationOf(w: Writers, context: Context, who: Who): Promise<ConversationRow> {
  const { keyring, clock, ids } = context
  const { platform, user, lang, hint, address } = who
  const userHash = keyring.hash('chat-user', `${platform}:${user}`)
  const known = await w.conversations.ofUser(platform, userHash)
  if (known) return located(w, context, known, address)
  const now = clock.now()
  const row: ConversationRow = {
    id: ids.row('cnv', now),
    platform,
    userHash,
    address: address === undefined ? null : seal(keyring, 'conversation.address', address),
    lang: lang ?? null,
    state: serialiseState({ ...newState(lang), lang: lang ?? hint ?? 'zh' }),
    ticketId: null,
    blocked: false,
    version: 1,
    updatedAt: now,
  }
  await w.conversations.insert(row)
  return row
}

/** A new address is kept; somebody who writes can be written to, so what was held for them goes out. */
async function located(
  w: Writers,
  { keyring, clock }: Context,
  known: ConversationRow,
  address: string | undefined,
): Promise<ConversationRow> {
  const moved =
    address !== undefined &&
    (known.address === null || unseal(keyring, 'conversation.address', known.address) !== address)
  if (!moved && !known.blocked) return known
  const row = {
    ...known,
    blocked: false,
    address: moved ? seal(keyring, 'conversation.address', address) : known.address,
  }
  await w.conversations.save(row)
  if (known.blocked) await w.outbox.wake(known.platform, userLane(known.id), clock.now())
  return { ...row, version: row.version + 1 }
}

export const stateOf = ({ state, lang }: ConversationRow): State => {
  const read = parseState(stored(state))
  return read.ok ? read.value : newState(lang ?? undefined)
}
