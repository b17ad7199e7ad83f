// What waits in the inbox for something outside: pictures are fetched and redacted, and what stood behind them gets its turn.
import { interfaceText } from '../../conversation/book.ts'
import type { ConversationRow, InboxRow } from '../../domain/desk.ts'
import { DAY, type Instant, MINUTE, plus, SECOND } from '../../kit/clock.ts'
import { within } from '../../kit/deadline.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import type { ChatPlatform } from '../../ports/chat-platform.ts'
import type { RedactedScreenshot, ScreenshotRedactor } from '../../ports/screenshot-reader.ts'
import { join } from '../../redaction/redacted.ts'
import { unseal } from '../../redaction/sealed.ts'
import type { Writers } from '../../store/nouns.ts'
import { tellUser } from '../outbox/enqueue.ts'
import type { ChatOptions } from './chat.ts'
import { stateOf } from './conversations.ts'
import { follow, type Taken } from './follow.ts'
import { handle } from './handle.ts'
import { type Kept, type KeptMedia, type KeptPicture, readIncoming } from './incoming.ts'
import { keepPicture } from './picture.ts'

export type MediaOptions = {
  readonly chat: ChatOptions
  readonly platform: (name: string) => ChatPlatform | undefined
  readonly redactor: ScreenshotRedactor
  /** Does what a row of staff waits for; a throw is tried again later. */
  readonly forStaff?: (row: InboxRow) => Promise<void>
}

/** A picture that may leave; undefined: it cannot be handled safely. */
export type Readable = RedactedScreenshot | undefined

const LARGEST = 10 * 1024 * 1024
const FETCH_MS = 20_000
const TRIES = 5
const AT_ONCE = 20

const backOff = (now: Instant, tries: number): Instant => plus(now, Math.min(MINUTE, SECOND * 2 ** tries))

/** Fetches and redacts one picture. `later`: the platform or the reader is busy. */
export async function readPicture(
  { platform, redactor }: Pick<MediaOptions, 'platform' | 'redactor'>,
  from: string,
  file: string,
): Promise<Result<Readable, 'later'>> {
  const network = platform(from)
  if (!network) return ok(undefined)
  const fetched = await within<Result<Uint8Array, 'gone' | 'size' | 'later'>>(FETCH_MS, err('later'), (signal) =>
    network.fetchFile(file, LARGEST, signal),
  )
  if (!fetched.ok) return fetched.error === 'later' ? err('later') : ok(undefined)
  const read = await redactor.redact(fetched.value, 'jpg')
  if (!read.ok) return read.error === 'busy' ? err('later') : ok(undefined)
  return ok(read.value.mode === 'masked' ? read.value : undefined)
}

const isMedia = (kept: Kept): kept is KeptMedia => kept.kind === 'media'

type Waiting = { readonly row: InboxRow; readonly kept: Kept }

/** The pictures that were sent together with the first one that waits, in the order in which they came. */
function albumOf(waiting: readonly Waiting[]): readonly (Waiting & { readonly kept: KeptMedia })[] {
  const [head] = waiting
  if (!head || !isMedia(head.kept)) return []
  const { album } = head.kept
  const own = waiting.filter(
    ({ row, kept }) => row === head.row || (isMedia(kept) && album !== null && kept.album === album),
  )
  return own as readonly (Waiting & { readonly kept: KeptMedia })[]
}

export function makeMediaWorker(options: MediaOptions) {
  const { context, book } = options.chat
  const { store, clock, keyring, policy, ids } = context
  const busy = new Set<string>()

  async function again(rows: readonly InboxRow[]): Promise<void> {
    await store.write(async (w) => {
      for (const { id } of rows) {
        const row = await w.inbox.byId(id)
        if (row?.state !== 'received') continue
        await w.inbox.save({ ...row, tries: row.tries + 1, dueAt: backOff(clock.now(), row.tries + 1) })
      }
    })
  }

  async function attach(
    w: Writers,
    inboxId: string,
    { bytes, width, height, covered }: RedactedScreenshot,
  ): Promise<void> {
    const at = clock.now()
    const expiresAt = plus(at, policy.desk.keepPicturesDays * DAY)
    const id = ids.row('att', at)
    await w.tickets.attach({ id, lineId: null, inboxId, bytes, width, height, covered: covered.length, at, expiresAt })
  }

  /** What an album says as one message: the first fields that could be read, all captions, every place covered. */
  async function pictureOf(
    w: Writers,
    conversation: ConversationRow,
    album: readonly { readonly kept: KeptMedia }[],
    read: readonly Readable[],
  ): Promise<KeptPicture> {
    const identity = await w.accounts.identity(conversation.platform, conversation.userHash)
    const readable = read.filter((one) => one !== undefined)
    const best = readable.find(({ fields }) => Object.values(fields).some((field) => field !== null)) ?? readable[0]
    const covered = readable.reduce((sum, one) => sum + one.covered.length, 0)
    const screenshot = best && { covered, fields: best.fields }
    const kept = await keepPicture(w, context, identity?.accountId ?? null, screenshot)
    const captions = album.map(({ kept: { caption } }) => caption).filter((caption) => caption !== '')
    const references = Object.assign({}, ...album.map((part) => part.kept.references), kept.references)
    const answers = album[0]?.kept.answers
    return {
      ...kept,
      references,
      ...(captions.length === 0 ? {} : { caption: join(captions, ' ') }),
      ...(answers === undefined ? {} : { answers }),
    }
  }

  /** Settles the oldest thing that a conversation waits for; false where it is not due yet. */
  async function step(conversationId: string): Promise<boolean> {
    const rows = await store.read((r) => r.inbox.openOf(conversationId))
    const waiting = rows.map((row) => ({ row, kept: readIncoming(row.body) }))
    const [head] = waiting
    if (!head) return false
    const album = albumOf(waiting)
    const parts = album.length > 0 ? album.map(({ row }) => row) : [head.row]
    if (parts.some(({ dueAt }) => dueAt > clock.now())) return false
    const read: Readable[] = []
    for (const { row, kept } of album) {
      const tried = row.tries >= TRIES
      const one = tried
        ? ok(undefined)
        : await readPicture(options, row.platform, unseal(keyring, 'inbox.file', kept.file))
      if (!one.ok) return again(parts).then(() => false)
      read.push(one.value)
    }
    await follow(options.chat, await settle(conversationId, head, album, read))
    return true
  }

  const settle = (
    conversationId: string,
    head: Waiting,
    album: readonly (Waiting & { readonly kept: KeptMedia })[],
    read: readonly Readable[],
  ): Promise<Taken | undefined> =>
    store.write(async (w) => {
      const conversation = await w.conversations.byId(conversationId)
      const row = await w.inbox.byId(head.row.id)
      // Somebody else was quicker: it is done.
      if (!conversation || row?.state !== 'received') return undefined
      const kept = album.length > 0 ? await pictureOf(w, conversation, album, read) : head.kept
      for (const one of read) if (one) await attach(w, row.id, one)
      for (const part of album) await w.inbox.save({ ...part.row, state: 'done' })
      await w.inbox.save({ ...row, body: JSON.stringify(kept), state: 'done' })
      // What failed again and again must not stand before everything that comes after it.
      if (row.tries > 2 * TRIES) {
        const text = interfaceText(book, conversation.lang ?? 'zh', 'went_wrong')
        await tellUser(w, clock.now(), conversation, { kind: 'say', text, step: 0, choices: [] })
        return undefined
      }
      return handle(w, options.chat, conversation, stateOf(conversation), kept, row.id)
    })

  async function drain(conversationId: string): Promise<void> {
    if (busy.has(conversationId)) return
    busy.add(conversationId)
    try {
      while (await step(conversationId));
    } finally {
      busy.delete(conversationId)
    }
  }

  async function one(row: InboxRow): Promise<void> {
    try {
      if (row.conversationId !== null) await drain(row.conversationId)
      else await options.forStaff?.(row)
    } catch (error) {
      await again([row])
      throw error
    }
  }

  return {
    /** One pass over what is due; how many rows it looked at. Throws the faults of single rows together, at the end. */
    work: async (): Promise<number> => {
      const due = await store.read((r) => r.inbox.open(clock.now(), AT_ONCE))
      const settled = await Promise.allSettled(due.map(one))
      const faults = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
      if (faults.length > 0) throw new AggregateError(faults, 'some of what came in could not be worked on')
      return due.length
    },
  }
}
