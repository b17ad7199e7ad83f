// The operator's tool where money moves: refunds decided once, invoices revealed with a reason, a ledger that proves itself.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeOrder } from '../../core/desk/order/order.ts'
import { requery } from '../../core/desk/payment/requery.ts'
import { requestRefund } from '../../core/desk/refund/refund.ts'
import { requestInvoice } from '../../core/desk/wallet/invoice.ts'
import type { Order } from '../../core/domain/order.ts'
import { fen, fenOfYuan } from '../../core/kit/money.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { say } from '../../core/redaction/redacted.ts'
import { type AdminShop, makeAdminShop } from './admin-shop.ts'

const TITLE = '杭州星桥贸易有限公司'
const TAX_ID = '91350100M000100Y43'

let shop: AdminShop
let account = ''
beforeAll(async () => {
  shop = makeAdminShop()
  await shop.lines('migrate')
  account = (await shop.lines('account', 'create'))[0] ?? ''
})
afterAll(() => shop.remove())

const refundOf = async (order: Order): Promise<string> => {
  const filed = await shop.inside((context) => requestRefund(context, order.id, say`no longer needed`))
  if (!filed.ok) throw new Error(filed.error)
  return filed.value.id
}
const trail = () => shop.sql('select actor, action, subject, detail from audit order by id desc')

describe('an order', () => {
  it('is found by its whole number in any case or by our id, and shown without the number', async () => {
    const order = await shop.paidOrder(account, 20)
    const [byNumber, byId] = [
      await shop.run(['order', 'show', order.number.toLowerCase()]),
      await shop.run(['order', 'show', order.id]),
    ]
    expect(byNumber).toEqual(byId)
    expect(byId.code).toBe(0)
    expect(byId.out).toMatch(new RegExp(`^${order.id}  \\*{4}${order.number.slice(-4)}  ${account}  ¥20  Completed`))
    expect(byId.out).toMatch(/pay_\w+ +payment .*¥20 +credited/)
    expect(byId.out).toMatch(/tx_\w+ +ledger .*order-credit/)
    expect(byId.out + byId.err).not.toContain(order.number)
    expect((await shop.lines('order', 'list', '--account', account))[0]).toContain(order.id)
  })

  it('that does not exist ends with 1 and does not repeat what was typed', async () => {
    const { code, err } = await shop.run(['order', 'show', 'DZ20261120ABCDEFGHJKMN'])
    expect(code).toBe(1)
    expect(err).toMatch(/^order show: there is no order \*{4}JKMN; .*\n$/)
  })

  it('with another amount than was paid stands in the suspense list', async () => {
    const order = await shop.inside(async (context) => {
      const placed = await placeOrder(context, { accountId: account, amount: fenOfYuan(30), channel: 'wechat' }, true)
      if (!placed.ok) throw new Error(placed.error.code)
      await shop.sandbox.pay('wechat', placed.value.order.number, '4200002026112000000000001234', fen(29_90n))
      await requery(context, placed.value.order, 'query')
      return placed.value.order
    })
    const [line] = await shop.lines('suspense', 'list')
    expect(line).toMatch(
      new RegExp(`^pay_\\w+  mismatch  ¥29.90  wechat  \\*{4}1234  \\*{4}${order.number.slice(-4)}  ${order.id} `),
    )
  })
})

describe('a refund', () => {
  it('is approved once: the second time nothing changes and the tool says so', async () => {
    const id = await refundOf(await shop.paidOrder(account, 50))
    expect((await shop.lines('refund', 'list')).find((line) => line.startsWith(id))).toContain('requested')
    const [approved] = await shop.lines('refund', 'approve', id, '--by', 'lily')
    expect(approved).toMatch(new RegExp(`^${id}  approved  .*¥50 .* \\d{4}-\\d\\d-\\d\\d to \\d{4}-\\d\\d-\\d\\d `))
    const rows = trail().length
    const again = await shop.run(['refund', 'approve', id])
    expect(again).toEqual({
      code: 1,
      out: '',
      err: 'refund approve: this refund is approved and cannot become approved; nothing was changed\n',
    })
    expect(trail()).toHaveLength(rows)
    expect(trail()[0]).toMatchObject({ actor: 'lily', action: 'refund.approve', subject: `refund:${id}` })

    expect((await shop.lines('refund', 'returned', id))[0]).toContain('returned')
    expect((await shop.run(['refund', 'returned', id])).code).toBe(1)
    expect((await shop.run(['refund', 'reject', id, '--reason', 'too late'])).code).toBe(1)
  })

  it('that is refused keeps its reason redacted, in the list and in the trail', async () => {
    const id = await refundOf(await shop.paidOrder(account, 60))
    await shop.lines('refund', 'reject', id, '--reason', '请联系 13812345678')
    const [line = ''] = (await shop.lines('refund', 'list', '--state', 'rejected')).filter((one) => one.startsWith(id))
    expect(line).toContain('138****5678')
    expect(JSON.stringify([line, trail(), shop.sql('select * from refund')])).not.toContain('13812345678')
    expect((await shop.run(['refund', 'approve', id])).code).toBe(1)
  })

  it('that was refused is not approved in place of the newer request of the same order', async () => {
    const order = await shop.paidOrder(account, 70)
    const first = await refundOf(order)
    await shop.lines('refund', 'reject', first, '--reason', 'ask again')
    const second = await refundOf(order)
    expect((await shop.run(['refund', 'approve', first])).err).toContain('this refund is rejected')
    expect(shop.sql(`select state from refund where id = '${second}'`)).toEqual([{ state: 'requested' }])
    expect((await shop.run(['refund', 'approve', 'rfd_none'])).err).toContain('there is no such refund')
  })
})

describe('an invoice request', () => {
  it('is masked in the list and revealed one by one, for a reason that is kept', async () => {
    const order = await shop.paidOrder(account, 80)
    const filed = await shop.inside((context) =>
      requestInvoice(context, { orderId: order.id, title: new Raw(TITLE), taxId: new Raw(TAX_ID), kind: 'ordinary' }),
    )
    if (!filed.ok) throw new Error(filed.error)
    const { id } = filed.value
    const [line] = await shop.lines('invoice', 'list')
    expect(line).toMatch(new RegExp(`^${id}  .*¥80  ordinary  杭\\*\\*\\*  \\*{4}0Y43  `))

    const without = await shop.run(['invoice', 'list', '--reveal', id])
    expect(without.code).toBe(2)
    expect(without.err).toMatch(/^invoice list: with --reveal say why: .*\n$/)
    expect(trail()[0]?.action).not.toBe('invoice.reveal')

    const [clear] = await shop.lines('invoice', 'list', '--reveal', id, '--reason', 'issuing it', '--by', 'lily')
    expect(clear).toBe(`${id}  ${TITLE}  ${TAX_ID}`)
    expect(trail()[0]).toEqual({
      actor: 'lily',
      action: 'invoice.reveal',
      subject: `invoice:${id}`,
      detail: '{"reason":"issuing it"}',
    })
    expect((await shop.run(['invoice', 'list', '--reveal', 'inv_none', '--reason', 'x'])).code).toBe(1)
  })
})

describe('ledger verify', () => {
  const broken = async (damage: string, mend: string): Promise<string> => {
    shop.sql(damage)
    const { code, out, err } = await shop.run(['ledger', 'verify'])
    shop.sql(mend)
    expect(code).toBe(1)
    expect(err).toMatch(/^ledger verify: stop the bot, .*\n$/)
    return out
  }

  it('passes a file in which much has happened', async () => {
    expect(await shop.lines('ledger', 'verify')).toEqual([
      expect.stringMatching(/^ok {2}10 invariants hold, [1-9]\d* audit rows are unbroken$/),
    ])
  })

  it('finds a balance that somebody changed, and names what is broken', async () => {
    const wallet = `update balance set balance = balance`
    const out = await broken(
      `${wallet} + 5 where account = 'wallet:${account}'`,
      `${wallet} - 5 where account = 'wallet:${account}'`,
    )
    expect(out).toMatch(/^broken {2}2 balances equal/m)
    expect(out).toMatch(/^broken {2}9 a wallet holds/m)
  })

  it('finds an audit row that somebody changed behind the trigger', async () => {
    const trigger = String(shop.sql(`select sql from sqlite_master where name = 'audit_no_update'`)[0]?.sql)
    const [row] = shop.sql(`select id, actor from audit where action = 'account.create'`)
    shop.sql('drop trigger audit_no_update')
    const out = await broken(
      `update audit set actor = 'eve' where id = ${row?.id}`,
      `update audit set actor = '${row?.actor}' where id = ${row?.id}`,
    )
    shop.sql(trigger)
    expect(out).toBe(`broken  audit chain: broken at row ${row?.id}\n`)
    expect((await shop.run(['ledger', 'verify'])).code).toBe(0)
  })
})
