// The message that shows an order's code, and the same message as it turns: edited where it stands, said anew where it is gone.
import type { Language, OutboxRow } from '../../domain/desk.ts'
import type { Request, Spot } from '../../ports/chat-platform.ts'
import { mint, type Redacted } from '../../redaction/redacted.ts'
import type { Readers, Writers } from '../../store/nouns.ts'
import { billLost, billShows } from '../bill/turn.ts'
import { billWords } from '../bill/words.ts'
import { type Job, readJob } from './job.ts'
import { splitText } from './split.ts'
import { keepLinks, keyOf, type Post, repeated, type Step } from './step.ts'

type BillJob = Extract<Job, { kind: 'bill' | 'turn' }>

export async function billStep(
  r: Readers,
  post: Post,
  row: OutboxRow,
  job: BillJob,
  to: Spot,
  lang: Language,
): Promise<Step | undefined> {
  const bill = await r.bills.byId(job.billId)
  const words = bill && (await billWords(r, post, bill, lang, job.kind === 'bill' && job.again))
  if (!bill || !words || (job.kind === 'turn' && words.face === bill.shown)) return undefined
  const { face, buttons } = words
  const within = (text: Redacted, most: number): Redacted => splitText(text, most)[0] ?? mint('')
  const { caption, text: longest } = post.platform.limits

  const links = job.kind === 'turn' && bill.outboxId !== null ? await r.outbox.linksOfOutbox(bill.outboxId) : []
  const message = links.at(-1)?.messageId
  if (message !== undefined) {
    const text = within(words.text, bill.pictured ? caption : longest)
    return {
      request: { kind: 'edit', at: to, message, text, buttons, picture: bill.pictured },
      kept: (w) => billShows(w, bill.id, face),
      last: true,
      marked: false,
    }
  }
  const pictured = job.kind === 'bill' && face === 'open' && bill.picture !== null
  const text = row.state === 'ambiguous' ? repeated(post, lang, words.text) : words.text
  const common = { to, key: keyOf(row), buttons }
  const request: Request =
    pictured && bill.picture !== null
      ? { kind: 'pictures', ...common, pictures: [bill.picture], caption: within(text, caption) }
      : { kind: 'text', ...common, text: within(text, longest) }
  return {
    request,
    kept: async (w, done) => {
      await keepLinks(w, post, to, row, done)
      await billShows(w, bill.id, face, { outboxId: row.id, pictured })
    },
    last: true,
    marked: true,
  }
}

/** A turn found no message that it could edit: true where the row is to be tried again, as a message of its own. */
export async function turnedAnew(w: Writers, row: OutboxRow, { request }: Step): Promise<boolean> {
  const job = row.conversationId === null || request.kind !== 'edit' ? undefined : readJob(row.body)
  return job?.kind === 'turn' && billLost(w, job.billId)
}
