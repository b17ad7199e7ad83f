// English receipts, purses and bills: an invoice's page, a payment's details, letters of sellers, a transfer abroad, a neobank, a card's notice, a friend's purse, a coin payment, a licence.
import {
  account,
  address,
  amount,
  bank,
  code,
  email,
  key,
  masked,
  method,
  order,
  person,
  phone,
  status,
  time,
  user,
} from '../marks.ts'
import { above, beside, ends, many, paints, type Sketch, said, sheetOf, tableOf, topped } from './easel.ts'

export const invoicePage: Sketch = ({ c, p, t }) => ({
  kind: 'mail',
  language: 'en',
  wide: true,
  html: sheetOf(
    c,
    paints.white,
    'en',
    `<div style="padding:30px 50px"><div class="r"><h1>${c.pick(['Invoice', 'Receipt'])}</h1><b class="d">Chestnut AI</b></div><div style="max-width:420px">${beside(
      [
        ['<b>Invoice number</b>', order(t.invoice)],
        ['<b>Receipt number</b>', order(t.receipt)],
        ['<b>Date paid</b>', time(t.enDay)],
        [
          '<b>Payment method</b>',
          method(c.pick([`Visa - ${t.four}`, `Mastercard - ${t.four}`, 'Alipay', 'WeChat Pay'])),
        ],
      ],
      11,
    )}</div><div style="display:flex;gap:90px;padding:20px 0"><div><b>Chestnut AI, Inc.</b><br>548 Market Street<br>San Francisco, CA 94104</div><div><b>Bill to</b><br>${person(p.west)}<br>${address(p.street)}<br>${email(p.post)}</div></div><h2>${amount(`$${t.yuan}`)} ${status('paid')} on ${time(t.enDay)}</h2>${tableOf(
      ['Description', 'Qty', 'Unit price', 'Amount'],
      [
        ['API usage credit (prepaid)', '1', amount(`$${t.yuan}`), amount(`$${t.yuan}`)],
        ['', '', 'Total', amount(`$${t.yuan}`)],
        ['', '', '<b>Amount paid</b>', `<b>${amount(`$${t.yuan}`)}</b>`],
      ],
    )}</div>`,
  ),
})

export const paymentDetails: Sketch = ({ c, p, t }) => ({
  kind: 'bill',
  language: 'en',
  wide: c.pick([true, false]),
  html: sheetOf(
    c,
    { ...paints.white, hue: '#003087' },
    'en',
    `<div class="p" style="background:#003087;color:#fff"><b>Summary　Activity　Send &amp; Request　Wallet</b></div><div class="p"><p class="d">${time(t.enDay)}　Payment</p><div class="r"><div class="l">Chestnut AI Ltd</div><div class="xx">${amount(`-$${t.yuan} USD`)}</div></div><span class="tag">${status(c.pick(['Completed', 'Pending', 'Refunded', 'On hold']))}</span></div><div class="p hr">${above(
      [
        ['Paid with', method(c.pick(['PayPal balance', `Visa Debit x-${t.four}`, `Bank account x-${t.four}`]))],
        ['Transaction ID', order(t.paypal)],
        ['Invoice ID', order(t.own)],
        ['Ship to', `${person(p.west)}<br>${address(p.street)}`],
        ['Contact', email(p.work)],
        ['Total', amount(`$${t.yuan}`)],
      ],
      2,
    )}</div>`,
  ),
})

export const sellerOfRecordMail: Sketch = ({ c, p, t }) => ({
  kind: 'mail',
  language: 'en',
  html: sheetOf(
    c,
    c.pick([paints.warm, paints.white]),
    'en',
    `<div class="p"><b>Your Chestnut receipt</b><div class="d s">Paddle.com &lt;help@paddle.example&gt;<br>to ${email(p.post)} · ${time(t.en)}</div></div><div class="box lined"><p>Hi ${person(p.first)},</p><p>Thanks for your purchase. ${status(c.pick(['Payment received', 'Paid in full', 'Refund issued']))}.</p><div class="xx">${amount(`US$${t.yuan}`)}</div><div class="hr" style="margin:10px 0"></div>${ends(
      [
        ['Order', order(t.paddle)],
        ['Product', 'Chestnut Pro, monthly'],
        ['Subtotal', amount(`US$${t.yuan}`)],
        ['VAT (0%)', amount('US$0.00')],
        ['Payment method', method(c.pick([`Mastercard ending in ${t.four}`, 'Apple Pay', 'PayPal', 'Google Pay']))],
        ['Next payment', time(t.next.enDay)],
      ],
    )}</div><p class="p d s">Paddle.com Market Ltd, Judd House, London. The charge will appear as PADDLE.NET* CHESTNUT.</p>`,
  ),
})

export const licenceOrder: Sketch = ({ c, p, t }) => ({
  kind: 'order',
  language: 'en',
  html: sheetOf(
    c,
    { ...paints.white, hue: '#5423e7' },
    'en',
    `<div class="p r"><b>My Orders</b><span class="d">${email(p.post)}</span></div><div class="box lined"><div class="r"><span class="l">Chestnut Desktop + credits</span><span class="tag">${status(c.pick(['Paid', 'Refunded', 'Failed']))}</span></div>${above(
      [
        ['Order number', order(`#${c.text('123456789', 7)}`)],
        ['Date', time(t.enDay)],
        ['Total', amount(`$${t.yuan}`)],
        ['Paid via', method(c.pick([`Visa •••• ${t.four}`, 'PayPal', `Amex •••• ${t.four}`]))],
      ],
      2,
    )}<div class="hr" style="margin:12px 0"></div><div class="d s">License key</div><div class="mono">${code(t.uuid.toUpperCase())}</div><div style="padding-top:10px"><div class="d s">Billing address</div>${person(p.west)}<br>${address(p.street)}</div></div>`,
  ),
})

export const transferSteps: Sketch = ({ c, p, q, t }) => ({
  kind: 'bank',
  language: 'en',
  html: sheetOf(
    c,
    c.pick([
      { ...paints.white, hue: '#163300' },
      { ...paints.black, hue: '#9fe870' },
    ]),
    'en',
    `${topped('', t.clock)}<div class="p"><div class="xx">${amount(`${t.yuan} EUR`)}</div><div class="d">To ${person(q.west)} · ${status(c.pick(['Sent', 'Completed', 'Cancelled', 'Processing']))}</div></div><div class="p" style="border-left:3px solid #9fe870;margin:0 18px"><p>${time(t.twelve)}　You set up your transfer</p><p>${time(t.after.twelve)}　We received your money</p><p>The money arrived</p></div><div class="box lined"><b>Transfer details</b>${above(
      [
        ['Transfer number', order(`#${t.digits}`)],
        ['You sent', amount(`${t.yuan} EUR`)],
        ['Our fee', amount(`0.${c.int(20, 99)} EUR`)],
        ['Paid by', method(c.pick(['Bank transfer', 'Debit card', 'Wise balance']))],
        ['Recipient account', `${bank(t.iban)}`],
        ['Reference', order(t.own)],
        ['Recipient email', email(q.work)],
      ],
    )}</div><p class="p d s">Sent by ${person(p.west)}</p>`,
  ),
})

export const neobankCharge: Sketch = ({ c, t }) => ({
  kind: 'bill',
  language: 'en',
  html: sheetOf(
    c,
    c.pick([paints.night, paints.black, paints.blue]),
    'en',
    `${topped('', t.clock)}<div class="p"><div class="xx">${amount(`-€${t.yuan}`)}</div><div class="l">Chestnut AI</div><div class="d">${time(t.british)}</div></div><div class="box">${ends(
      [
        ['Status', status(c.pick(['Completed', 'Reverted', 'Pending', 'Declined']))],
        ['Card', method(`Virtual ··${t.four}`)],
        ['Statement', 'Download'],
        ['Exchange rate', '€1 = $1.16'],
      ],
    )}</div><div class="box">${ends([
      ['Amount', amount(`$${t.even}.00`)],
      ['Fees', 'No fee'],
      ['Transaction ID', order(t.uuid.slice(0, 8) + t.uuid.slice(24))],
    ])}</div>`,
  ),
})

export const cardNotice: Sketch = ({ c, p, t }) => ({
  kind: 'mail',
  language: 'en',
  wide: true,
  html: sheetOf(
    c,
    { ...paints.blue, hue: '#006fcf' },
    'en',
    `<div class="box lined" style="max-width:640px;margin:24px auto"><div class="r s d"><span>${person(p.west)}</span><span>Account ending: ${masked(t.four)}</span></div><h2 style="padding:14px 0">${c.pick(['Large purchase approved', 'Your card was not present', 'Purchase declined'])}</h2><p>Dear ${person(p.west)},</p><p>A charge of ${amount(`$${t.yuan}`)} at CHESTNUT* AI CREDITS on ${time(t.enDay)} was ${status(c.pick(['approved', 'declined', 'flagged for review']))}.</p><div style="padding:12px 0">${beside(
      [
        ['Merchant', 'CHESTNUT* AI CREDITS'],
        ['Amount', amount(`$${t.yuan}`)],
        ['Date', time(t.en)],
        ['Card', method(`Blue Cash ending in ${t.four}`)],
        ['Authorization code', order(t.auth)],
      ],
      10,
    )}</div><p class="d s">This message was sent to ${email(p.post)}. If this wasn’t you, call the number on the back of your card.</p></div>`,
  ),
})

export const cashPurse: Sketch = ({ c, p, q, t }) => ({
  kind: 'bill',
  language: 'en',
  html: sheetOf(
    c,
    c.pick([{ ...paints.white, hue: '#00d64f' }, paints.black]),
    'en',
    `<div class="cc p" style="padding-top:34px"><i style="display:inline-block;width:70px;height:70px;border-radius:50%;background:#9a8cf0"></i><div class="l">${person(q.west)}</div><div class="d">${account(`$${q.login.replace(/[^a-z]/g, '')}${c.int(1, 99)}`)}</div><p>Payment for “api credits”</p><div class="xx">${amount(`$${t.yuan}`)}</div><p class="d">${time(t.en)}</p><span class="tag">${status(c.pick(['Completed', 'Sent', 'Failed']))}</span></div><div class="p hr">${ends(
      [
        ['Amount', amount(`$${t.yuan}`)],
        ['Source', method(c.pick(['Cash Balance', `Visa Debit ${t.four}`]))],
        ['Identifier', order(`#${c.text('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789', 7)}`)],
        ['To', person(q.west)],
        ['From', person(p.west)],
        ['Phone', phone(p.usPhone)],
      ],
    )}</div>`,
  ),
})

export const coinOrder: Sketch = ({ c, p, t }) => ({
  kind: 'bill',
  language: 'en',
  html: sheetOf(
    c,
    c.pick([
      { ...paints.night, hue: '#f0b90b' },
      { ...paints.white, hue: '#f0b90b' },
    ]),
    'en',
    `${topped('Pay details', t.clock)}<div class="cc p"><div class="xx">${amount(`-${t.left} USDT`)}</div><div class="h">${status(c.pick(['Successful', 'Completed', 'Processing']))}</div></div><div class="p">${ends(
      [
        ['Merchant', 'CHESTNUT AI'],
        ['Order ID', order(t.longId)],
        ['Merchant Order No.', order(t.own)],
        ['Payment Method', method(c.pick(['Funding Wallet', 'Spot Wallet', 'Crypto - USDT']))],
        ['Network', 'TRC20'],
        ['Address', account(t.tron)],
        ['Txid', order(t.txHash)],
        ['Binance ID', account(c.text('123456789', 9))],
        ['Nickname', user(p.login)],
        ['Time', time(t.full)],
      ],
    )}</div>`,
  ),
})

export const billsOfTeam: Sketch = ({ c, p, t }) => ({
  kind: 'table',
  language: 'en',
  wide: true,
  html: sheetOf(
    c,
    c.pick([paints.warm, paints.slate]),
    'en',
    `<div class="p r"><b>Settings / Billing</b><span>${email(p.work)}</span></div><div style="display:flex"><div class="box lined" style="flex:1">Credit balance<div class="xx">${amount(`$${t.left}`)}</div><span class="bt">Buy credits</span></div><div class="box lined" style="flex:1">${said(
      [
        ['Payment method', method(`Visa •••• ${t.four}`)],
        ['Billing name', person(p.west)],
        ['Address', address(p.street)],
        ['Auto reload', status(c.pick(['On', 'Off', 'Paused after failed payment']))],
      ],
      ': ',
    )}</div></div><div class="box lined"><b>Invoice history</b>${tableOf(
      ['Date', 'Invoice', 'Charge', 'Amount', 'Status'],
      many(c, 4, (u) => [
        time(u.enDay),
        order(u.invoice),
        order(u.stripe),
        amount(`$${u.yuan}`),
        status(c.pick(['Paid', 'Open', 'Void', 'Refunded'])),
      ]),
    )}</div><div class="p s d">Default key ${c.pick([key(t.shortKey), masked(t.hiddenKey)])}</div>`,
  ),
})
