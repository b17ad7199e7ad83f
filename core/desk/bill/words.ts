// What a bill says and what can be pressed under it, as its order stands when it is said.
import { type FlowBook, interfaceText } from '../../conversation/book.ts'
import type { InterfaceKey } from '../../conversation/interface-text.ts'
import { when, yuan } from '../../diagnosis/words.ts'
import { type Bill, type BillFace, type BillVerb, faceOf, verbsOf } from '../../domain/bill.ts'
import type { Language } from '../../domain/desk.ts'
import { walletOf } from '../../domain/ledger.ts'
import type { Order } from '../../domain/order.ts'
import { MINUTE } from '../../kit/clock.ts'
import { join, mask, mint, type Redacted, say } from '../../redaction/redacted.ts'
import type { Readers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import { billData } from '../outbox/address.ts'
import { worth } from '../wallet/words.ts'

const labels: { readonly [V in BillVerb]: InterfaceKey } = {
  check: 'bill_button_check',
  cancel: 'bill_button_cancel',
  again: 'bill_button_again',
  balance: 'bill_button_balance',
  human: 'human',
}

export type BillWords = {
  readonly face: BillFace
  readonly text: Redacted
  readonly buttons: readonly (readonly { readonly label: Redacted; readonly data: string }[])[]
}

export type BillReader = { readonly context: Pick<Context, 'clock' | 'policy'>; readonly book: FlowBook }

async function slotsOf(r: Readers, { context, book }: BillReader, order: Order, lang: Language) {
  const { clock, policy } = context
  const now = clock.now()
  const plan = policy.plans.find(({ id }) => id === order.planId)
  const balance = await r.ledger.credit(walletOf(order.accountId))
  return {
    order: mask(order.number),
    amount: yuan(order.amount),
    until: when(order.expiresAt, now),
    left: say`${Math.max(1, Math.ceil((order.expiresAt - now) / MINUTE))}`,
    time: when(order.completedAt ?? order.cancelledAt ?? now, now),
    balance: worth(balance, policy.unitsPerYuan),
    plan: mint(plan?.name[lang] ?? order.planId ?? ''),
    scan: interfaceText(book, lang, `bill_scan_${order.channel}`),
  }
}

/** Undefined where there is nothing (new) to say. `again`: the open order is shown once more. */
export async function billWords(
  r: Readers,
  reader: BillReader,
  bill: Bill,
  lang: Language,
  again = false,
): Promise<BillWords | undefined> {
  const order = await r.orders.byId(bill.orderId)
  const face = order && faceOf(order, await r.payments.ofOrder(order.id), reader.context.clock.now())
  if (!order || face === undefined) return undefined
  const { book } = reader
  const said = interfaceText(book, lang, `bill_${face}`, await slotsOf(r, reader, order, lang))
  const text = again && face === 'open' ? join([interfaceText(book, lang, 'bill_shown_again'), said], '\n\n') : said
  const buttons = verbsOf[face].map((verb) => [
    { label: interfaceText(book, lang, labels[verb]), data: billData(bill.id, verb) },
  ])
  return { face, text, buttons }
}
