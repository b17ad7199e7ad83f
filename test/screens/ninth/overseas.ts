// English screens of money: a purse's activity, an app of a bank, a statement, a trade on a chain, a digital shop's order, a phone's pay history, a reimbursement.
import {
  account,
  address,
  amount,
  bank,
  code,
  email,
  masked,
  method,
  order,
  person,
  phone,
  status,
  time,
  user,
} from '../marks.ts'
import { canvas, column, type Draft, edge, fields, grid, over, rows } from './canvas.ts'

const activityOfPurse: Draft = (w) => {
  const { c, a, b, v } = w
  return {
    kind: 'bill',
    language: 'en',
    html: canvas(
      w,
      'en',
      `<div class="in"><h2>Transaction details</h2></div><div class="pane"><div class="sp"><b>Brightloom Ltd</b><b>${amount(`-$${v.sum} USD`)}</b></div><div class="g s">${time(v.us)}</div><div class="pill">${status(c.pick(['Completed', 'Pending', 'Refunded', 'On hold']))}</div></div><div class="pane">${over(
        [
          ['Transaction ID', order(v.paypal)],
          ['Paid with', method(c.pick([`Mastercard x-${v.tail}`, 'PayPal balance', 'Bank account']))],
          ['Sent to', `${person(b.west)}<br>${email(b.office)}`],
          ['Shipping address', `${person(a.west)}<br>${address(a.westHome)}`],
          ['Invoice ID', order(v.invoice)],
        ],
      )}</div>`,
    ),
  }
}

const appOfBank: Draft = (w) => {
  const { c, b, v } = w
  return {
    kind: 'bank',
    language: 'en',
    html: canvas(
      w,
      'en',
      `<div class="m" style="padding:26px"><div class="xl">${amount(`-£${v.sum}`)}</div><div>${person(b.west)}</div><div class="g s">${time(v.british)}</div></div><div class="pane">${edge(
        [
          ['Status', status(c.pick(['Completed', 'Reverted', 'Pending']))],
          ['Method', method(c.pick(['Faster Payments', 'Card payment', 'Standing order']))],
          ['Account number', bank(v.british8)],
          ['Sort code', bank(v.sort)],
          ['IBAN', bank(v.iban)],
          ['Reference', c.pick(['api credits', 'Invoice', order(v.invoice)])],
          ['Fee', amount('£0.00')],
        ],
      )}</div><div class="m"><span class="pill">Get help</span></div>`,
    ),
  }
}

const statement: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'bank',
    language: 'en',
    wide: true,
    html: canvas(
      w,
      'en',
      `<div style="background:#fff;color:#222;padding:26px;margin:16px"><div class="sp"><div>${person(a.capital)}<br>${address(a.westHome)}</div><div>${column(
        [
          ['Account', bank(v.british8)],
          ['Sort code', bank(v.sort)],
          ['Issued', time(v.usDay)],
        ],
        6,
      )}</div></div><h3 style="padding:12px 0">Your transactions</h3>${grid(
        ['Date', 'Description', 'Type', 'Out', 'Balance'],
        rows(c, 4, (b, u, i) => [
          time(u.british),
          ['NORTHPEAK AI*CREDITS', `To ${person(b.west)}`, 'GROCERS 0142', `From ${person(b.capital)}`][i] ?? '',
          method(c.pick(['Card', 'Transfer', 'Direct Debit'])),
          amount(u.sum),
          amount(u.rest),
        ]),
      )}</div>`,
    ),
  }
}

const tradeOnChain: Draft = (w) => {
  const { c, v } = w
  return {
    kind: 'order',
    language: 'en',
    wide: true,
    html: canvas(
      w,
      'en',
      `<div class="in"><h3>Transaction Details</h3></div><div class="pane">${column(
        [
          ['Transaction Hash:', order(v.hash)],
          ['Status:', `<span class="pill">${status(c.pick(['Success', 'Fail', 'Pending']))}</span>`],
          ['Block:', String(c.int(20_000_000, 29_999_999))],
          ['Timestamp:', time(v.us)],
          ['From:', account(v.wallet)],
          ['To:', account(c.pick([v.tron, `0x${c.text('0123456789abcdef', 40)}`]))],
          ['Value:', amount(`${v.round} USDT ($${v.round}.00)`)],
          ['Transaction Fee:', amount(`${v.crumb} ETH`)],
        ],
        10,
      )}</div>`,
    ),
  }
}

const digitalShop: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'redeem',
    language: 'en',
    html: canvas(
      w,
      'en',
      `<div class="in"><h3>Thanks, ${person(a.first)}!</h3><p class="g">Your order ${order(v.invoice)} is ${status(c.pick(['complete', 'being processed', 'refunded']))}.</p></div><div class="pane"><div class="sp"><span>AI Credits Gift Card $${v.round}</span><b>${amount(`$${v.sum}`)}</b></div><div class="m code" style="border:2px dashed #8889;padding:12px;margin:10px 0">${code(v.code)}</div><p class="s g">A copy was sent to ${email(a.westMail)}</p></div><div class="pane">${column(
        [
          ['Paid', method(c.pick(['Apple Pay', `Visa •${v.tail}`, 'Klarna']))],
          ['Date', time(v.usDay)],
          ['Name', person(a.west)],
          ['Phone', phone(a.westPhone)],
        ],
        4,
      )}</div>`,
    ),
  }
}

const phonesHistory: Draft = (w) => {
  const { c, v } = w
  return {
    kind: 'table',
    language: 'en',
    html: canvas(
      w,
      'en',
      `<div class="in"><h3>Order history</h3></div>${rows(c, 4, (_, u) => `<div class="pane"><div class="sp"><b>${c.pick(['Claude Pro (monthly)', 'API credits', 'Poe 1M points'])}</b><span>${amount(`$${u.sum}`)}</span></div><div class="s g">${time(u.usDay)} · ${status(c.pick(['Completed', 'Refunded', 'Declined']))}</div><div class="s">${order(u.google)}</div><div class="s g">${method(c.pick([`Visa-${v.tail}`, 'Google Play balance', 'PayPal']))}</div></div>`).join('')}`,
    ),
  }
}

const claimOfExpense: Draft = (w) => {
  const { c, a, b, v } = w
  return {
    kind: 'identity',
    language: 'en',
    wide: true,
    html: canvas(
      w,
      'en',
      `<div class="in sp"><h2>Expense report</h2><span class="btn">Approve</span></div><div class="pane" style="display:grid;grid-template-columns:1fr 1fr;gap:0 20px">${fields(
        [
          ['Employee', person(a.west)],
          ['Manager', person(b.west)],
          ['Work e-mail', email(a.office)],
          ['Merchant', 'Northpeak AI Gateway'],
          ['Total', amount(`€${v.sum}`)],
          ['Paid by', method(c.pick(['Personal card', 'Company card', 'Cash']))],
          ['Date of purchase', time(v.usDay)],
          ['Reimburse to', bank(v.iban)],
          ['Card', bank(v.visa)],
          ['State', status(c.pick(['Submitted', 'Approved', 'Rejected']))],
        ],
      )}</div>`,
    ),
  }
}

const friendsFeed: Draft = (w) => {
  const { c, a, b, v } = w
  return {
    kind: 'bill',
    language: 'en',
    html: canvas(
      w,
      'en',
      `<div class="m in"><b>Payment</b></div><div class="pane"><b>${person(a.initial)}</b> paid <b>${person(b.west)}</b> <span style="float:right">${amount(`- $${v.round}.00`)}</span><p>${c.pick(['gpt 🤖', 'tokens', 'thx for the key'])}</p></div><div class="pane">${over(
        [
          ['Status', status(c.pick(['Complete', 'Pending', 'Failed']))],
          ['Payment method', method(c.pick(['Venmo balance', `Checking ••${v.tail}`]))],
          ['Transaction details', time(v.us)],
          ['Transaction ID', order(c.text('0123456789', 19))],
          ['Sent to', `@${user(b.handle)}`],
          ['Paid from', masked(`••••${c.int(1000, 9999)}`)],
        ],
      )}</div>`,
    ),
  }
}

export const overseas: readonly Draft[] = [
  activityOfPurse,
  appOfBank,
  statement,
  tradeOnChain,
  digitalShop,
  phonesHistory,
  claimOfExpense,
  friendsFeed,
]
