// While a ticket is open, what the user writes goes to the people who have it; the bot is silent from the moment one owns it.
import { interfaceText } from '../../conversation/book.ts'
import { isThanks } from '../../conversation/match/thanks.ts'
import type { ConversationRow, Language, TicketRow } from '../../domain/desk.ts'
import { HOUR, plus } from '../../kit/clock.ts'
import { join, mint, type Redacted, say } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { tellThread } from '../outbox/enqueue.ts'
import { moveTicket } from '../staff/tickets.ts'
import { codeWord } from '../wallet/code-word.ts'
import type { ChatOptions } from './chat.ts'
import type { Kept } from './incoming.ts'

/** `for-the-bot`: nobody else answers this one. A text: said to the user. Undefined: silence. */
export type Relayed = 'for-the-bot' | Redacted | undefined

/** What staff read of a message; undefined where it says nothing to them. */
function words(kept: Kept, lang: Language): Redacted | undefined {
  const zh = lang === 'zh'
  switch (kept.kind) {
    case 'text':
    case 'edit':
      return kept.text
    case 'picture': {
      const refused = zh
        ? '[截图无法安全处理，没有转发]'
        : '[a screenshot that could not be handled safely; not passed on]'
      const shown = zh ? '[截图]' : '[screenshot]'
      const parts = [mint(kept.text === null ? refused : shown), kept.caption ?? mint(''), kept.text ?? mint('')]
      return join(
        parts.filter((part) => part !== ''),
        ' ',
      )
    }
    case 'unreadable':
      return say`[${mint(unreadableWords[kept.what][lang])}] ${kept.caption}`
    case 'command':
      return mint(`/${kept.command}`)
    case 'choice':
    case 'bill':
    case 'stale':
      return mint(zh ? '[按了按钮]' : '[pressed a button]')
    default:
      return undefined
  }
}

const unreadableWords = {
  voice: { zh: '语音，没有转发', en: 'voice message, not passed on' },
  video: { zh: '视频，没有转发', en: 'video, not passed on' },
  sticker: { zh: '表情贴纸', en: 'sticker' },
  file: { zh: '文件，没有转发', en: 'file, not passed on' },
  contact: { zh: '名片，没有转发', en: 'contact card, not passed on' },
  location: { zh: '位置，没有转发', en: 'location, not passed on' },
  poll: { zh: '投票，没有转发', en: 'poll, not passed on' },
  other: { zh: '无法转发的内容', en: 'something that cannot be passed on' },
} as const

/** Adds what the user sent to the ticket and shows it to staff. Gives the line. */
export async function addUserLine(
  w: Writers,
  context: Context,
  ticket: TicketRow,
  text: Redacted,
  inboxId: string,
  answers: number | null,
): Promise<number> {
  const at = context.clock.now()
  const line = { inboxId, author: 'user', staff: null, persona: null, answers, held: false, removed: false } as const
  const lineId = await w.tickets.addLine({ ticketId: ticket.id, text, at, ...line })
  await w.tickets.placeAttachments(inboxId, lineId)
  for (const link of await w.outbox.linksOfInbox(inboxId)) await w.outbox.setLine(link, lineId, ticket.id)
  await tellThread(w, at, ticket.id, { kind: 'line' }, lineId)
  return lineId
}

/** The ticket that this message goes to: the open one, or one that was closed a moment ago and goes on. */
async function ticketFor(
  w: Writers,
  options: ChatOptions,
  conversation: ConversationRow,
  kept: Kept,
): Promise<TicketRow | undefined> {
  if (conversation.ticketId !== null) {
    const ticket = await w.tickets.byId(conversation.ticketId)
    return ticket?.state === 'closed' ? undefined : ticket
  }
  if (kept.kind !== 'text' && kept.kind !== 'picture') return undefined
  const { clock, policy } = options.context
  const [last] = await w.tickets.ofConversation(conversation.id, 1)
  // Given back to the bot, the talk begins anew; only what people closed goes on with people.
  if (!last?.closedAt || last.mergedInto !== null || (last.closedBy !== 'staff' && last.closedBy !== 'auto'))
    return undefined
  if (clock.now() > plus(last.closedAt, policy.desk.reopenHours * HOUR)) return undefined
  if (kept.kind === 'text' && isThanks(kept.text)) return undefined
  const moved = await moveTicket(w, options.context, last, { kind: 'reopen' }, mint('user'))
  if (!moved.ok) return undefined
  await w.conversations.save({ ...conversation, ticketId: last.id })
  return moved.value
}

export async function relay(
  w: Writers,
  options: ChatOptions,
  conversation: ConversationRow,
  lang: Language,
  kept: Kept,
  inboxId: string,
): Promise<Relayed> {
  const { context, book } = options
  const ticket = await ticketFor(w, options, conversation, kept)
  if (!ticket) return 'for-the-bot'
  // Nobody has taken it yet: buttons and commands still work, words are for whoever will.
  const queued = ticket.state === 'queue'
  if (queued && (kept.kind === 'choice' || kept.kind === 'command' || kept.kind === 'stale')) return 'for-the-bot'
  const written = words(kept, ticket.lang)
  if (written === undefined) return 'for-the-bot'
  const references = 'references' in kept ? kept.references : undefined
  const code = await codeWord(w, context, ticket.accountId, references, ticket.lang)
  const text = code ? join([written, code], ' ') : written
  await addUserLine(w, context, ticket, text, inboxId, ('answers' in kept ? kept.answers : undefined) ?? null)
  await moveTicket(w, context, ticket, { kind: 'user-wrote' }, mint('user'))
  const reopened = conversation.ticketId === null
  // A picture is answered in every state: the user must know what became of it.
  const said = queued || reopened ? [interfaceText(book, lang, 'with_person', { ticket: mint(`#${ticket.id}`) })] : []
  if (kept.kind === 'picture') {
    const key = kept.text === null ? 'picture_refused' : 'picture_masked'
    said.unshift(interfaceText(book, lang, key, { covered: say`${kept.covered}` }))
  }
  if (kept.kind === 'unreadable' && kept.what !== 'sticker')
    said.unshift(interfaceText(book, lang, `unreadable_${kept.what}`))
  if ((kept.kind === 'text' || kept.kind === 'edit') && kept.secret)
    said.unshift(interfaceText(book, lang, 'secret_hidden'))
  return said.length === 0 ? undefined : join(said, '\n')
}

/** An edit of a message that staff can see: the line keeps what it said before. True where it was one. */
export async function passEdit(w: Writers, context: Context, kept: Extract<Kept, { kind: 'edit' }>): Promise<boolean> {
  const line = kept.of === null ? undefined : await w.tickets.lineOfInbox(kept.of)
  if (!line) return false
  const at = context.clock.now()
  // An edit that comes behind the deletion of its message brings nothing back.
  if (line.text === kept.text || line.removed) return true
  await w.tickets.addVersion({ lineId: line.id, text: line.text, at })
  await w.tickets.saveLine({ ...line, text: kept.text })
  await tellThread(w, at, line.ticketId, { kind: 'amend' }, line.id)
  return true
}

/** Staff see that it was taken back; the line keeps what it said, for the audit. */
export async function passDeletion(
  w: Writers,
  context: Context,
  { of }: Extract<Kept, { kind: 'deleted' }>,
): Promise<void> {
  const line = of === null ? undefined : await w.tickets.lineOfInbox(of)
  if (!line || line.removed || line.author !== 'user') return
  await w.tickets.saveLine({ ...line, removed: true })
  await tellThread(w, context.clock.now(), line.ticketId, { kind: 'amend' }, line.id)
}

export async function passReaction(
  w: Writers,
  context: Context,
  conversation: ConversationRow,
  { line, mark }: Extract<Kept, { kind: 'reaction' }>,
): Promise<void> {
  const known = line === null ? undefined : await w.tickets.line(line)
  const ticket = known && (await w.tickets.byId(known.ticketId))
  // A line of somebody else's ticket cannot be reached from here, whatever number a message has.
  if (!known || ticket?.conversationId !== conversation.id) return
  await tellThread(w, context.clock.now(), known.ticketId, { kind: 'react', side: 'staff', mark }, known.id)
}
