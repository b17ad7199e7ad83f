// What a screenshot adds to a talk: the fields that may be known, and the own order that they point at. It proves nothing.
import { type FlowBook, interfaceText } from '../../conversation/book.ts'
import type { Answers } from '../../conversation/state.ts'
import type { Language } from '../../domain/desk.ts'
import type { Order } from '../../domain/order.ts'
import { DAY, plus } from '../../kit/clock.ts'
import { parseYuan } from '../../kit/money.ts'
import { Raw } from '../../redaction/raw.ts'
import { redact } from '../../redaction/redact.ts'
import { join, type Redacted, say } from '../../redaction/redacted.ts'
import type { ScreenFields } from '../../redaction/screenshot/screen-fields.ts'
import type { Readers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import type { Kept, Screenshot } from './incoming.ts'

const RECENT_MS = 30 * DAY

/** The fields as one line, redacted once more: the reader may have taken something for what it is not. */
function line({ amount, time, status, method, order_masked }: ScreenFields): Redacted | null {
  const known = [amount, time, status, method, order_masked].filter((field) => field !== null)
  return known.length === 0
    ? null
    : join(
        known.map((field) => redact(new Raw(field)).text),
        ' · ',
      )
}

/** The newest own order with that end of its number, else with that amount. */
async function orderOf(
  r: Readers,
  context: Context,
  accountId: string,
  fields: ScreenFields,
): Promise<Order | undefined> {
  const now = context.clock.now()
  const recent = await r.orders.since(accountId, plus(now, -RECENT_MS))
  const tail = fields.order_masked?.slice(-4).toUpperCase()
  const byTail = tail === undefined ? undefined : recent.find(({ number }) => number.endsWith(tail))
  const amount = parseYuan(fields.amount?.replace(/[^\d.]/g, '') ?? '')
  return byTail ?? (amount === undefined ? undefined : recent.find((order) => order.amount === amount))
}

export async function keepPicture(
  r: Readers,
  context: Context,
  accountId: string | null,
  screenshot: Screenshot,
): Promise<Extract<Kept, { kind: 'picture' }>> {
  if (!screenshot) return { kind: 'picture', text: null, covered: 0, references: {} }
  const order = accountId === null ? undefined : await orderOf(r, context, accountId, screenshot.fields)
  const references: Answers = order ? { order: order.id } : {}
  return { kind: 'picture', text: line(screenshot.fields), covered: screenshot.covered, references }
}

/** What the user hears about a picture before the answer. */
export function pictureRemarks(
  book: FlowBook,
  lang: Language,
  kept: Extract<Kept, { kind: 'picture' }>,
): readonly Redacted[] {
  if (kept.text === null) return [interfaceText(book, lang, 'picture_refused')]
  return [
    interfaceText(book, lang, 'picture_masked', { covered: say`${kept.covered}` }),
    interfaceText(book, lang, 'picture_read', { fields: kept.text }),
  ]
}
