// Receipts of one account as a table for its bookkeeping: every credited order of a period, to the fen, with its invoice data.
import { resolve } from 'node:path'
import { z } from 'zod'
import { type Receipt, receiptsOf } from '../../../core/desk/wallet/receipts.ts'
import type { ChannelName } from '../../../core/domain/channel.ts'
import { statusOf } from '../../../core/domain/order.ts'
import { DAY, type Instant, instantOf, plus } from '../../../core/kit/clock.ts'
import { type Fen, fen } from '../../../core/kit/money.ts'
import { dateTimeOf, shanghai } from '../../../core/kit/zone.ts'
import type { Keyring } from '../../../core/redaction/keyring.ts'
import { tail } from '../../../core/redaction/masks.ts'
import { Raw } from '../../../core/redaction/raw.ts'
import { redact } from '../../../core/redaction/redact.ts'
import { mask, say } from '../../../core/redaction/redacted.ts'
import { caller } from '../../config.ts'
import { csv } from '../csv.ts'
import { writeNew } from '../new-file.ts'
import { rowId, words } from '../shapes.ts'
import { done, failed, misused, taken, verb } from '../verb.ts'
import { initialOf, opened } from '../words.ts'

const headings = [
  ...['订单号 Order', '类型 Type', '支付方式 Method', '金额 Amount (CNY)', '已退 Refunded (CNY)', '净额 Net (CNY)'],
  ...['状态 Status', '下单 Ordered', '付款 Paid', '到账 Credited', '交易号后四位 Transaction'],
  ...['发票类型 Invoice', '发票抬头 Title', '税号 Tax id', '申请开票 Requested'],
]

const methods: { readonly [N in ChannelName]: string } = {
  alipay: '支付宝 Alipay',
  wechat: '微信支付 WeChat Pay',
  epay: '易支付 Epay',
  stripe: 'Stripe',
  sandbox: '沙箱 Sandbox',
}
const kinds = { ordinary: '普通发票 ordinary', 'vat-special': '专用发票 VAT special' } as const

/** 50.00: exact, and a number to every spreadsheet. */
const decimal = (amount: Fen): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
const timeOf = (at: Instant | null | undefined): string => (at == null ? '' : dateTimeOf(at))

/** `clear`: whoever asked said why, and that is kept. */
function row(keyring: Keyring, { order, payment, invoice }: Receipt, clear: boolean): string[] {
  const title = invoice && (opened(keyring, 'invoice.title', invoice.titleSealed) ?? '')
  const taxId = invoice?.taxIdSealed == null ? '' : (opened(keyring, 'invoice.tax_id', invoice.taxIdSealed) ?? '')
  return [
    clear ? order.number : mask(order.number),
    order.planId === null ? '充值 recharge' : `套餐 plan ${order.planId}`,
    methods[order.channel],
    decimal(order.amount),
    decimal(order.refunded),
    decimal(fen(order.amount - order.refunded)),
    statusOf[order.state],
    timeOf(order.createdAt),
    timeOf(payment?.paidAt),
    timeOf(order.completedAt),
    payment ? `****${payment.txnTail}` : '',
    invoice ? kinds[invoice.kind] : '',
    title === undefined ? '' : clear ? title : initialOf(title),
    taxId === '' || clear ? taxId : tail(taxId),
    timeOf(invoice?.requestedAt),
  ]
}

const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'a date such as 2026-11-01')
  .refine((text) => !Number.isNaN(shanghai(text)), 'a date such as 2026-11-01')

export const receiptsExport = verb({
  name: 'receipts export',
  says: 'The credited orders of one account as CSV for its bookkeeping; with --reason order numbers and invoice data are in clear.',
  example:
    "receipts export --account acc_0m1x2y3z4 --from 2026-11-01 --to 2026-11-30 --out receipts.csv --reason 'asked for by the customer'",
  opens: 'writing',
  options: {
    account: taken('<id>', 'whose orders', rowId),
    from: taken('<date>', 'credited on this day or later, Shanghai time (the first order)', date.optional()),
    to: taken('<date>', 'credited on this day or earlier (today)', date.optional()),
    out: taken('<file>', 'a new file', z.string().min(1, 'the path of a file')),
    reason: taken(
      '<words>',
      'why order numbers, titles and tax ids are shown in clear; kept in the audit trail',
      words.optional(),
    ),
  },
  run: async ({ context, by, note }, _, { account, from, to, out, reason }) => {
    const { store, clock, keyring } = context
    const begins = from === undefined ? instantOf(0) : shanghai(from)
    const until = to === undefined ? plus(clock.now(), 1) : plus(shanghai(to), DAY)
    if (begins >= until) return misused('receipts export: --from is behind --to; turn them round')
    const found = await store.read(async (r) =>
      (await r.accounts.byId(account)) ? receiptsOf(r, { accountId: account, from: begins, until }) : undefined,
    )
    if (!found) return failed('there is no account of this id; list them with: npm run -s admin -- account list')
    if (found.length === 0) return failed('nothing was credited in this period, so no file was written; take another')
    const path = resolve(caller.folder, out)
    // What leaves is written down first: a file that nobody knows of must not exist.
    const detail = {
      receipts: say`${found.length}`,
      from: redact(new Raw(timeOf(begins))).text,
      until: redact(new Raw(timeOf(until))).text,
      ...(reason ? { reason: redact(reason).text } : {}),
    }
    await store.write((w) =>
      w.audit.append({ at: clock.now(), actor: by, action: 'receipts.export', subject: `account:${account}`, detail }),
    )
    const rows = found.map((receipt) => row(keyring, receipt, reason !== undefined))
    const refused = await writeNew(path, csv([headings, ...rows]))
    if (refused) return refused
    const sum = found.reduce((all, { order }) => all + order.amount - order.refunded, 0n)
    note(`${found.length} receipts, net ¥${decimal(fen(sum))}`)
    return done
  },
})
