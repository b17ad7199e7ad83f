// What a colleague's deed waits for outside: the provider's answer, a picture's bytes. Picked up again after a kill.
import { interfaceText } from '../../conversation/book.ts'
import { yuan } from '../../diagnosis/words.ts'
import type { InboxRow } from '../../domain/desk.ts'
import { ok } from '../../kit/result.ts'
import { join, mask, mint } from '../../redaction/redacted.ts'
import { unseal } from '../../redaction/sealed.ts'
import { readCard } from '../card/shape.ts'
import { findingWords } from '../card/words.ts'
import type { ChatOptions } from '../chat/chat.ts'
import { type MediaOptions, type Readable, readPicture } from '../chat/media.ts'
import { diagnose } from '../lookups/diagnose.ts'
import { sayInThread } from '../outbox/enqueue.ts'
import { statuses } from '../wallet/words.ts'
import type { At } from './at.ts'
import { type KeptPicture, type KeptRequery, readStaffKept } from './kept.ts'
import { showMoney } from './money/subject.ts'
import { staffPicture } from './picture.ts'
import { draft } from './talk.ts'
import { staffIn } from './work.ts'

const TRIES = 5
const ALBUM = 10

/** Thrown where the platform or the reader is busy: the worker tries the row again later. */
class Later extends Error {}

/** Does what a row of staff waits for. A throw means: again later. */
export function makeErrands(options: ChatOptions, reading: Pick<MediaOptions, 'platform' | 'redactor'>) {
  const { context, book } = options
  const { store, clock, keyring } = context

  async function requery(row: InboxRow, kept: KeptRequery): Promise<void> {
    const order = await store.read((r) => r.orders.byId(kept.orderId))
    const { member, ticketId } = kept
    // The question itself credits what is credited; what follows is only told, once, with the row done.
    const verdict =
      order && (await diagnose(context, { about: 'payment', accountId: order.accountId, named: order.id }))
    await store.write(async (w) => {
      const now = await w.inbox.byId(row.id)
      if (now?.state !== 'received') return
      await w.inbox.save({ ...now, state: 'done' })
      const ticket = ticketId === null ? undefined : await w.tickets.byId(ticketId)
      const asked = order && (await w.orders.byId(order.id))
      if (!ticket || !asked || !verdict || member === null) return
      const card = readCard(ticket.card)
      const found = findingWords(verdict.finding, ticket.lang)
      const lookups = [...card.lookups, { text: found, at: clock.now() }].slice(-20)
      const fresh = { ...card, lookups, verdict: found, evidence: [...verdict.evidence] }
      const saved = { ...ticket, card: JSON.stringify(fresh) }
      await w.tickets.save(saved)
      const current = { ...saved, version: saved.version + 1 }
      const at: At = {
        w,
        options,
        inside: staffIn(context, book),
        ticket: current,
        member,
        inboxId: row.id,
        answered: null,
      }
      await w.audit.append({
        at: clock.now(),
        actor: mint(member.key),
        action: 'order.requery',
        subject: `orders:${asked.id}`,
        detail: { ticket: ticket.id, finding: mint(verdict.finding) },
      })
      await showMoney(at)
      const result = interfaceText(book, ticket.lang, 'staff_requery_result', {
        order: mask(asked.number),
        verdict: found,
        status: mint(verdict.orderStatus ? statuses[verdict.orderStatus][ticket.lang] : '—'),
        amount: yuan(asked.amount),
      })
      await sayInThread(w, clock.now(), ticket.id, result)
      if (ticket.state === 'closed') return
      const words = join([verdict.say[ticket.lang], verdict.next[ticket.lang]], '\n')
      const { answer } = await draft(at, words)
      if (answer.text !== null)
        await sayInThread(w, clock.now(), ticket.id, answer.text, { buttons: answer.buttons ?? [] })
    })
  }

  /** Everything of one album that came, in order. */
  const partsOf = (row: InboxRow, kept: KeptPicture) =>
    store.read(async (r) => {
      const parts = [{ row, kept }]
      if (kept.album === null) return parts
      for (const other of await r.inbox.open(clock.now(), 200)) {
        const theirs = other.id === row.id || other.platform !== row.platform ? undefined : readStaffKept(other.body)
        const same =
          theirs?.kind === 'staff-picture' && theirs.album === kept.album && theirs.ticketId === kept.ticketId
        if (same && parts.length < ALBUM) parts.push({ row: other, kept: theirs })
      }
      return parts.toSorted((a, b) => a.row.at - b.row.at || a.row.id.localeCompare(b.row.id))
    })

  async function picture(row: InboxRow, kept: KeptPicture): Promise<void> {
    const parts = await partsOf(row, kept)
    const read: Readable[] = []
    for (const part of parts) {
      const file = unseal(keyring, 'inbox.file', part.kept.file)
      const one = part.row.tries >= TRIES ? ok(undefined) : await readPicture(reading, part.row.platform, file)
      if (!one.ok) throw new Later()
      read.push(one.value)
    }
    await store.write(async (w) => {
      const now = await w.inbox.byId(row.id)
      if (now?.state !== 'received') return
      for (const part of parts) await w.inbox.save({ ...part.row, state: 'done' })
      const ticket = kept.ticketId === null ? undefined : await w.tickets.byId(kept.ticketId)
      if (!ticket) return
      const said = await staffPicture(w, options, ticket, parts, read)
      if (said.text !== null) await sayInThread(w, clock.now(), ticket.id, said.text, { answers: row.id })
    })
  }

  return async (row: InboxRow): Promise<void> => {
    const kept = readStaffKept(row.body)
    if (kept?.kind === 'staff-requery') return requery(row, kept)
    if (kept?.kind === 'staff-picture') return picture(row, kept)
    // Nothing that waits: it must not be looked at for ever.
    await store.write((w) => w.inbox.save({ ...row, state: 'done' }))
  }
}
