// Receipts for an account's bookkeeping: every credited order once, to the fen, masked unless somebody says why, and written down.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeOrder } from '../../core/desk/order/order.ts'
import { requestInvoice } from '../../core/desk/wallet/invoice.ts'
import type { Order } from '../../core/domain/order.ts'
import { fenOfYuan } from '../../core/kit/money.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { type AdminShop, makeAdminShop } from './admin-shop.ts'

/** A title that a spreadsheet would run, and that no plain joining with commas survives. */
const TITLE = '=HYPERLINK("x"),星桥公司'
const TAX_ID = '91350100M000100Y43'

let shop: AdminShop
let account = ''
let orders: readonly Order[] = []
let files = 0

beforeAll(async () => {
  shop = makeAdminShop()
  await shop.lines('migrate')
  account = (await shop.lines('account', 'create'))[0] ?? ''
  const other = (await shop.lines('account', 'create'))[0] ?? ''
  orders = [await shop.paidOrder(account, 20), await shop.paidOrder(account, 1_234)]
  await shop.paidOrder(other, 777)
  await shop.inside(async (context) => {
    await placeOrder(context, { accountId: account, amount: fenOfYuan(555), channel: 'alipay' }, true)
    const wish = {
      orderId: orders[0]?.id ?? '',
      kind: 'ordinary',
      title: new Raw(TITLE),
      taxId: new Raw(TAX_ID),
    } as const
    const filed = await requestInvoice(context, wish)
    if (!filed.ok) throw new Error(filed.error)
  })
})
afterAll(() => shop.remove())

const fileName = (): string => join(dirname(shop.path), `receipts-${++files}.csv`)
const exported = async (...words: readonly string[]) => {
  const file = fileName()
  const ended = await shop.run(['receipts', 'export', '--account', account, '--out', file, ...words])
  return { ...ended, file, text: existsSync(file) ? readFileSync(file, 'utf8') : undefined }
}

describe('receipts export', () => {
  it('writes each credited order of the account once, oldest first, with exact amounts and nothing of others', async () => {
    const { code, out, err, text, file } = await exported()
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('2 receipts, net ¥1254.00')
    const lines = (text ?? '').slice(1).split('\r\n')
    expect(text?.[0]).toBe('\uFEFF')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toMatch(
      new RegExp(`^\\*{4}${orders[0]?.number.slice(-4)},充值 recharge,支付宝 Alipay,20.00,0.00,20.00,Completed,`),
    )
    expect(lines[2]).toContain(',1234.00,0.00,1234.00,Completed,')
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('hides numbers, titles and tax ids until somebody says why, and keeps who and why', async () => {
    const masked = await exported()
    for (const secret of [TITLE, '星桥公司', TAX_ID, ...orders.map(({ number }) => number)])
      expect(masked.text).not.toContain(secret)
    const clear = await exported('--reason', '客户对账')
    for (const secret of [TAX_ID, ...orders.map(({ number }) => number)]) expect(clear.text).toContain(secret)
    expect(clear.text).toContain(`"'=HYPERLINK(""x""),星桥公司"`)
    const [last] = shop.sql(`select detail, subject from audit where action = 'receipts.export' order by id desc`)
    expect(last?.subject).toBe(`account:${account}`)
    expect(String(last?.detail)).toContain('客户对账')
  })

  it('never writes over a file', async () => {
    const { file, text } = await exported()
    const again = await shop.run(['receipts', 'export', '--account', account, '--out', file])
    expect(again.code).toBe(1)
    expect(again.err).toContain('take another name')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it.each([
    [['--from', '2020-01-01', '--to', '2020-01-31'], 1, 'nothing was credited in this period'],
    [['--from', '2026-02-02', '--to', '2026-02-01'], 2, '--from is behind --to'],
    [['--from', 'yesterday'], 2, 'a date such as 2026-11-01'],
  ] as const)('%j ends with %i and says what to do', async (words, exit, line) => {
    const { code, err, text } = await exported(...words)
    expect([code, text]).toEqual([exit, undefined])
    expect(err).toContain(line)
  })

  it('an account that does not exist ends with 1', async () => {
    const file = fileName()
    const { code, err } = await shop.run(['receipts', 'export', '--account', 'nobody', '--out', file])
    expect([code, existsSync(file)]).toEqual([1, false])
    expect(err).toContain('account list')
  })
})
