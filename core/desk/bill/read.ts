// A bill for a platform that reads its own queue and draws the code itself: the terminal.
import { interfaceText } from '../../conversation/book.ts'
import type { BillFace } from '../../domain/bill.ts'
import type { Language } from '../../domain/desk.ts'
import { say } from '../../redaction/redacted.ts'
import { unseal } from '../../redaction/sealed.ts'
import type { Readers } from '../../store/nouns.ts'
import type { ChatOptions, Outgoing } from '../chat/chat.ts'
import type { Job } from '../outbox/job.ts'
import { billWords } from './words.ts'

export type ReadBill = { readonly billId: number; readonly face: BillFace; readonly message: Outgoing }

/** Undefined: the chat shows it already. */
export async function readBill(
  r: Readers,
  options: Pick<ChatOptions, 'context' | 'book' | 'demo'>,
  job: Extract<Job, { kind: 'bill' | 'turn' }>,
  lang: Language,
): Promise<ReadBill | undefined> {
  const bill = await r.bills.byId(job.billId)
  const first = job.kind === 'bill'
  const words = bill && (await billWords(r, options, bill, lang, first && job.again))
  if (!bill || !words || (!first && words.face === bill.shown)) return undefined
  const { keyring } = options.context
  const code =
    words.face === 'open' && bill.codeSealed !== null ? { code: unseal(keyring, 'bill.code', bill.codeSealed) } : {}
  // A turn stands where the talk has gone elsewhere: its numbers would pick something of the talk.
  const said = first ? { step: job.step, choices: job.choices } : { step: 0, choices: [] }
  const paysByKey = options.demo !== undefined && words.face === 'open'
  const text = paysByKey ? say`${words.text}\n${interfaceText(options.book, lang, 'bill_press_tab')}` : words.text
  return { billId: bill.id, face: words.face, message: { text, ...said, ...code } }
}
