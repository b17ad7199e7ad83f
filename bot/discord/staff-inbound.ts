// Events from the staff's forum as what staff do: notes, replies, edits, deletions, reactions, posts closed by hand. Pure.
import type { APIThreadChannel } from 'discord.js'
import type { StaffIncoming } from '../../core/desk/staff/incoming.ts'
import type { Member } from '../../core/desk/staff/work.ts'
import { Raw } from '../../core/redaction/raw.ts'
import type { Around } from './around.ts'
import { type Content, contentOf, wasSaid } from './content.ts'
import { answeredBy, eventOf, type Heard } from './inbound.ts'
import { DISCORD, messageName } from './name.ts'
import type { Told } from './packet.ts'

export const inPost = (around: Around, eventId: string, thread: string, member: Member | null) => ({
  platform: DISCORD,
  eventId,
  chat: around.staffChannelId,
  member,
  thread,
})

function saidAs(content: Content, album: string | null): StaffIncoming['message'] {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', raw: new Raw(content.text) }
    case 'picture':
      return { kind: 'media', file: content.file, caption: new Raw(content.caption), album }
    case 'copy':
      // Words beside something that is passed on as it is would go out unread.
      if (content.caption !== '') return { kind: 'unreadable', what: content.what }
      return { kind: 'copy', what: content.what, file: content.file }
    case 'unreadable':
      return { kind: 'unreadable', what: content.what }
    default:
      return content satisfies never
  }
}

/** `edited`: it reads so from now on. */
export function staffMessage(
  around: Around,
  message: Told,
  edited?: { readonly eventId: string; readonly of: string },
): readonly Heard[] {
  const { id, channel_id: thread, author } = message
  if (!wasSaid(message)) return []
  const member = around.member(author.id, message.member?.roles) ?? null
  const name = messageName(thread, id)
  if (edited) {
    const own = { ...inPost(around, edited.eventId, thread, member), messageId: name }
    const edit = { kind: 'edit', of: edited.of, raw: new Raw(message.content) } as const
    return [{ kind: 'staff', incoming: { ...own, message: edit } }]
  }
  const parts = contentOf(message)
  const album = parts.filter(({ kind }) => kind === 'picture').length > 1 ? id : null
  const answers = answeredBy(message)
  return parts.map((content, part) => ({
    kind: 'staff',
    incoming: {
      ...inPost(around, eventOf.message(id, part), thread, member),
      ...(part === 0 ? { messageId: name } : {}),
      ...(answers === undefined ? {} : { answers: messageName(thread, answers) }),
      message: saidAs(content, album),
    },
  }))
}

/** Discord does not tell who deleted it. */
export function staffDeletion(around: Around, eventId: string, thread: string, of: string): readonly Heard[] {
  return [{ kind: 'staff', incoming: { ...inPost(around, eventId, thread, null), message: { kind: 'deleted', of } } }]
}

type Reacted = { readonly channel: string; readonly user: string; readonly of: string; readonly mark: string | null }

export function staffReaction(
  around: Around,
  eventId: string,
  { channel, user, of, mark }: Reacted,
  roles: readonly string[] | undefined,
): readonly Heard[] {
  const member = around.member(user, roles) ?? null
  const own = inPost(around, eventId, channel, member)
  return [{ kind: 'staff', incoming: { ...own, message: { kind: 'reaction', of, mark } } }]
}

/** Closed is what was archived by hand or locked; a post that Discord puts to sleep after days of silence is not. */
export function turnOf(
  { thread_metadata: meta, last_message_id: last, id }: APIThreadChannel,
  madeAt: (id: string) => number,
): 'closed' | 'reopened' | undefined {
  if (!meta) return undefined
  if (!meta.archived && meta.locked !== true) return 'reopened'
  if (meta.locked === true) return 'closed'
  const silentMs = Date.parse(meta.archive_timestamp) - madeAt(last ?? id)
  return silentMs < meta.auto_archive_duration * 60_000 ? 'closed' : undefined
}

export const threadTurn = (
  around: Around,
  { id, thread_metadata: meta }: APIThreadChannel,
  turn: 'closed' | 'reopened',
  member: Member | null,
): Heard => ({
  kind: 'staff',
  incoming: {
    ...inPost(around, `t:${id}:${meta?.archive_timestamp}:${turn}`, id, member),
    message: { kind: turn === 'closed' ? 'thread-closed' : 'thread-reopened' },
  },
})
