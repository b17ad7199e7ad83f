// A group of users that the bot is in: silent unless spoken to, nothing about an account, and what must not stand there goes.
import { z } from 'zod'
import { interfaceText } from '../../conversation/book.ts'
import type { InboxRow, Language } from '../../domain/desk.ts'
import { type Instant, plus, SECOND } from '../../kit/clock.ts'
import type { Raw } from '../../redaction/raw.ts'
import { type Kind, redact } from '../../redaction/redact.ts'
import type { Redacted } from '../../redaction/redacted.ts'
import { type Sealed, seal, unseal } from '../../redaction/sealed.ts'
import type { Writers } from '../../store/nouns.ts'
import { groupLane, tellUser } from '../outbox/enqueue.ts'
import type { Job } from '../outbox/job.ts'
import type { ChatOptions } from './chat.ts'
import { type MediaOptions, readPicture } from './media.ts'

export type GroupIncoming = {
  readonly platform: string
  readonly eventId: string
  /** The platform's own id of the group; kept sealed, and only while something is to be done there. */
  readonly chat: string
  readonly user: string
  readonly messageId: string
  readonly lang: Language
  /** The bot was named, commanded or answered. */
  readonly addressed: boolean
  /** What was written, or stands under a picture. */
  readonly words: Raw
  /** A picture that was sent to the group. */
  readonly picture: string | null
}

/** Whoever sees one of these can use it, or knows more about somebody than they should. */
const NOT_FOR_A_GROUP: readonly Kind[] = ['redeem_code', 'redeem_hex', 'api_key', 'bank_card', 'password', 'cn_id']

/** A group is told at most this often: nobody can make the bot fill it. */
const BETWEEN_MS = 15 * SECOND
const MOST_GROUPS = 1_000
const TRIES = 5

const redacted = z.custom<Sealed>((value) => typeof value === 'string')
const pictureShape = z.object({
  kind: z.literal('group-picture'),
  file: redacted,
  chat: redacted,
  user: z.string(),
  message: z.string(),
  lang: z.enum(['zh', 'en']),
})
type GroupPicture = z.infer<typeof pictureShape>

export type Group = ReturnType<typeof makeGroup>

/** `link` opens the private chat with the bot. */
export function makeGroup({ context, book }: ChatOptions, link: () => string) {
  const { store, clock, ids, keyring } = context
  const told = new Map<string, Instant>()

  /** True where the group heard nothing from us for a while. */
  function mayTell(chat: string, now: Instant): boolean {
    const last = told.get(chat)
    if (last !== undefined && now < plus(last, BETWEEN_MS)) return false
    told.delete(chat)
    told.set(chat, now)
    const eldest = told.keys().next()
    if (told.size > MOST_GROUPS && !eldest.done) told.delete(eldest.value)
    return true
  }

  const add = (w: Writers, platform: string, lane: string, job: Job): Promise<number> =>
    w.outbox.add({
      platform,
      lane,
      conversationId: null,
      ticketId: null,
      lineId: null,
      body: JSON.stringify(job),
      at: clock.now(),
    })

  type Spot = { readonly platform: string; readonly chat: string; readonly lang: Language }

  async function tell(w: Writers, { platform, chat, lang }: Spot, text: Redacted, answers: string | null) {
    if (!mayTell(chat, clock.now())) return
    const address = seal(keyring, 'conversation.address', chat)
    const buttons = [[{ label: interfaceText(book, lang, 'open_private'), link: link() }]]
    const lane = `${groupLane(platform)}:${keyring.hash('chat', `${platform}:${chat}`)}`
    await add(w, platform, lane, { kind: 'group', address, text, buttons, answers })
  }

  /** At once and before any word; whether the bot may is known only then, so the word fits both. */
  async function take(w: Writers, spot: Spot, message: string, userHash: string): Promise<void> {
    const { platform, chat, lang } = spot
    const address = seal(keyring, 'conversation.address', chat)
    // A lane of its own: a word that has to wait must not hold a removal up.
    await add(w, platform, `remove:${platform}`, { kind: 'remove', address, message })
    await tell(w, spot, interfaceText(book, lang, 'group_removed'), null)
    const known = await w.conversations.ofUser(platform, userHash)
    if (!known || known.blocked) return
    const text = interfaceText(book, known.lang ?? lang, 'group_removed_private')
    await tellUser(w, clock.now(), known, { kind: 'say', text, step: 0, choices: [] })
  }

  async function keepPicture(w: Writers, incoming: GroupIncoming, file: string, userHash: string): Promise<void> {
    const body: GroupPicture = {
      kind: 'group-picture',
      file: seal(keyring, 'inbox.file', file),
      chat: seal(keyring, 'conversation.address', incoming.chat),
      user: userHash,
      message: incoming.messageId,
      lang: incoming.lang,
    }
    await keep(w, incoming, body, 'received')
  }

  const keep = (w: Writers, { platform, eventId }: GroupIncoming, body: object, state: InboxRow['state']) => {
    const at = clock.now()
    return w.inbox.receive({
      id: ids.row('in', at),
      platform,
      eventId,
      conversationId: null,
      body: JSON.stringify(body),
      state,
      dueAt: at,
      tries: 0,
      at,
    })
  }

  return {
    /** Commits one message of a group; nothing of its words is kept. */
    take: (incoming: GroupIncoming): Promise<void> =>
      store.write(async (w) => {
        if (await w.inbox.byEvent(incoming.platform, incoming.eventId)) return
        const userHash = keyring.hash('chat-user', `${incoming.platform}:${incoming.user}`)
        const { finds, withheld } = redact(incoming.words)
        const secret = withheld !== undefined || finds.some(({ kind }) => NOT_FOR_A_GROUP.includes(kind))
        if (incoming.picture !== null && !secret) await keepPicture(w, incoming, incoming.picture, userHash)
        else await keep(w, incoming, { kind: 'group' }, 'done')
        if (secret) return take(w, incoming, incoming.messageId, userHash)
        if (incoming.addressed)
          await tell(w, incoming, interfaceText(book, incoming.lang, 'go_private'), incoming.messageId)
      }),
    /** Looks at a picture that waits in the inbox; false for a row that is none of a group's. */
    judge: async (row: InboxRow, how: Pick<MediaOptions, 'platform' | 'redactor'>): Promise<boolean> => {
      const shape = pictureShape.safeParse(JSON.parse(row.body))
      if (!shape.success) return false
      const { file, chat, user, message, lang } = shape.data
      const read = await readPicture(how, row.platform, unseal(keyring, 'inbox.file', file as Sealed))
      await store.write(async (w) => {
        const now = await w.inbox.byId(row.id)
        if (now?.state !== 'received') return
        if (!read.ok && now.tries < TRIES) {
          const dueAt = plus(clock.now(), SECOND * 2 ** now.tries)
          return w.inbox.save({ ...now, tries: now.tries + 1, dueAt })
        }
        await w.inbox.save({ ...now, body: JSON.stringify({ kind: 'group' }), state: 'done' })
        if (!read.ok || !read.value || !isReceipt(read.value)) return
        const spot = { platform: row.platform, chat: unseal(keyring, 'conversation.address', chat as Sealed), lang }
        await take(w, spot, message, user)
      })
      return true
    },
  }
}

/** It shows a payment, or something that somebody could use. */
function isReceipt({ fields, covered }: { fields: object; covered: readonly { kind: string }[] }): boolean {
  const known = Object.values(fields).filter((field) => field !== null).length
  const usable = [...NOT_FOR_A_GROUP, 'alipay_txn', 'wechat_txn', 'order_no']
  return known >= 2 || covered.some(({ kind }) => usable.includes(kind))
}
