// What staff send besides words: a picture goes out once it is redacted, a sticker or a voice as it is, all else not at all.
import type { InboxRow, TicketRow } from '../../domain/desk.ts'
import { DAY, plus } from '../../kit/clock.ts'
import { redact } from '../../redaction/redact.ts'
import { join, mint, type Redacted } from '../../redaction/redacted.ts'
import { seal } from '../../redaction/sealed.ts'
import type { Writers } from '../../store/nouns.ts'
import type { ChatOptions } from '../chat/chat.ts'
import type { Readable } from '../chat/media.ts'
import { ALBUM_MS } from '../chat/take.ts'
import { tellUser } from '../outbox/enqueue.ts'
import { type Answer, type At, silent, told } from './at.ts'
import type { StaffIncoming } from './incoming.ts'
import type { KeptPicture } from './kept.ts'
import { refused } from './refusal.ts'
import { moveTicket } from './tickets.ts'
import { staffIn } from './work.ts'

type Media = Extract<StaffIncoming['message'], { kind: 'media' }>

/** What the inbox keeps of a picture for the user, until its bytes were fetched and redacted. */
export const keepPicture = (at: At, { file, caption, album }: Media): KeptPicture => ({
  kind: 'staff-picture',
  file: seal(at.options.context.keyring, 'inbox.file', file),
  caption: redact(caption).text,
  album,
  answers: at.answered?.author === 'user' ? at.answered.lineId : null,
  member: { ...at.member },
  ticketId: at.ticket.id,
})

/** Parts of one album are worked on together, a moment after the last. */
export const dueAfter = (at: At, album: string | null) =>
  album === null ? at.options.context.clock.now() : plus(at.options.context.clock.now(), ALBUM_MS)

const kinds = {
  sticker: { zh: '[表情]', en: '[sticker]' },
  voice: { zh: '[语音]', en: '[voice message]' },
  picture: { zh: '[图片]', en: '[picture]' },
} as const

/** The ticket as a reply leaves it, and the line; a refusal says why nothing went out. */
async function replyLine(at: At, text: Redacted, inboxId: string, answers: number | null) {
  const { w, options, ticket, member } = at
  const event = { kind: 'reply', staff: member.key, persona: member.persona } as const
  const moved = await moveTicket(w, options.context, ticket, event, mint(member.key))
  if (!moved.ok) return moved
  const lineId = await at.inside.addLine(w, ticket, 'staff', member, text, { inboxId, answers })
  return { ok: true as const, value: lineId }
}

/** No words in it that could be read: it goes as it is, held back by nobody's question. */
export async function sendCopy(
  at: At,
  { what, file }: Extract<StaffIncoming['message'], { kind: 'copy' }>,
): Promise<{ readonly answer: Answer; readonly lineId: number | null }> {
  const done = await replyLine(at, mint(kinds[what][at.ticket.lang]), at.inboxId, at.answered?.lineId ?? null)
  if (!done.ok) return { answer: refused(at, done.error), lineId: null }
  const conversation = await at.w.conversations.byId(at.ticket.conversationId)
  const now = at.options.context.clock.now()
  if (conversation) await tellUser(at.w, now, conversation, { kind: 'copy', what, file }, done.value, at.ticket.id)
  return { answer: silent, lineId: done.value }
}

/**
 * The pictures of one message or album, redacted: `read` in their order, undefined for one that cannot be shown. Called
 * in the transaction that marks `rows` done. What may not leave is said in the thread.
 */
export async function staffPicture(
  w: Writers,
  options: ChatOptions,
  ticket: TicketRow,
  rows: readonly { readonly row: InboxRow; readonly kept: KeptPicture }[],
  read: readonly Readable[],
): Promise<Answer> {
  const { clock, policy, ids } = options.context
  const [first] = rows
  if (!first || first.kept.member === null) return silent
  const { member, answers } = first.kept
  const inside = staffIn(options.context, options.book)
  const at: At = { w, options, inside, ticket, member, inboxId: first.row.id, answered: null }
  const shown = read.filter((one) => one !== undefined)
  if (shown.length === 0) return told(at, 'staff_picture_refused')
  const captions = rows.map(({ kept }) => kept.caption).filter((caption) => caption !== '')
  const text = join([mint(kinds.picture[ticket.lang]), ...captions], ' ')
  const done = await replyLine(at, text, first.row.id, answers)
  if (!done.ok) return refused(at, done.error)
  const now = clock.now()
  const expiresAt = plus(now, policy.desk.keepPicturesDays * DAY)
  for (const { bytes, width, height, covered } of shown) {
    const id = ids.row('att', now)
    const size = { width, height, covered: covered.length }
    await w.tickets.attach({ id, lineId: done.value, inboxId: first.row.id, bytes, ...size, at: now, expiresAt })
  }
  for (const { row } of rows)
    for (const link of await w.outbox.linksOfInbox(row.id)) await w.outbox.setLine(link, done.value, ticket.id)
  await inside.tellLine(w, ticket, done.value, { persona: member.persona, text })
  return shown.length < read.length ? told(at, 'staff_picture_refused') : silent
}
