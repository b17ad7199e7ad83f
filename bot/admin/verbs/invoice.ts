// Invoice requests: masked in the list; title and tax id of one can be read by who says why, and that is kept.
import type { Invoice } from '../../../core/domain/invoice.ts'
import { showYuan } from '../../../core/kit/money.ts'
import { tail } from '../../../core/redaction/masks.ts'
import type { Raw } from '../../../core/redaction/raw.ts'
import { redact } from '../../../core/redaction/redact.ts'
import { mask } from '../../../core/redaction/redacted.ts'
import type { Desk } from '../desk.ts'
import { limit, rowId, words } from '../shapes.ts'
import { done, failed, misused, type Outcome, taken, verb } from '../verb.ts'
import { initialOf, opened, timeOf } from '../words.ts'

const headings = ['id', 'order', 'account', 'amount', 'kind', 'title', 'tax id', 'requested'] as const

const ANOTHER = '[another secret]'

async function rowsOf({ context }: Desk, invoices: readonly Invoice[]): Promise<string[][]> {
  const { store, keyring } = context
  return store.read(async (r) => {
    const rows: string[][] = []
    for (const { id, orderId, accountId, kind, titleSealed, taxIdSealed, requestedAt } of invoices) {
      const order = await r.orders.byId(orderId)
      const title = opened(keyring, 'invoice.title', titleSealed)
      const taxId = taxIdSealed === null ? '' : opened(keyring, 'invoice.tax_id', taxIdSealed)
      rows.push([
        id,
        mask(order?.number ?? ''),
        accountId,
        order ? showYuan(order.amount) : '',
        kind,
        title === undefined ? ANOTHER : initialOf(title),
        taxId === undefined ? ANOTHER : taxId && tail(taxId),
        timeOf(requestedAt),
      ])
    }
    return rows
  })
}

/** The audit row is committed before a letter is shown. */
async function reveal({ context, by, list }: Desk, id: string, reason: Raw): Promise<Outcome> {
  const { store, clock, keyring } = context
  const invoice = await store.write(async (w) => {
    const found = await w.invoices.byId(id)
    const entry = { at: clock.now(), actor: by, action: 'invoice.reveal', subject: `invoice:${id}` }
    if (found) await w.audit.append({ ...entry, detail: { reason: redact(reason).text } })
    return found
  })
  if (!invoice) {
    return failed('invoice list: --reveal names no request of ours; list them with: npm run -s admin -- invoice list')
  }
  const title = opened(keyring, 'invoice.title', invoice.titleSealed) ?? ANOTHER
  const taxId = invoice.taxIdSealed === null ? '' : opened(keyring, 'invoice.tax_id', invoice.taxIdSealed)
  await list(['id', 'title', 'tax id'], [[id, title, taxId ?? ANOTHER]])
  return done
}

export const invoiceList = verb({
  name: 'invoice list',
  says: 'Invoice requests, newest first, masked; --reveal prints title and tax id of one and keeps who and why.',
  example: "invoice list --reveal inv_0m1x2y3z4ABCDEFGHJK --reason 'issuing it'",
  opens: 'writing',
  options: {
    limit: taken('<n>', 'so many at most (200)', limit(200)),
    reveal: taken('<id>', 'one request in clear', rowId.optional()),
    reason: taken('<words>', 'why it is revealed', words.optional()),
  },
  run: async (desk, _, { limit: most, reveal: id, reason }) => {
    if (id !== undefined) {
      return reason ? reveal(desk, id, reason) : misused("invoice list: with --reveal say why: --reason 'issuing it'")
    }
    const invoices = await desk.context.store.read((r) => r.invoices.list(most))
    await desk.list(headings, await rowsOf(desk, invoices))
    return done
  },
})
