// English letters and money: receipts of processors by mail, a paid page, a transfer, a shop of codes, texts, talks with support.
import {
  account,
  address,
  amount,
  bank,
  code,
  email,
  key,
  method,
  order,
  person,
  phone,
  status,
  time,
  user,
} from '../marks.ts'
import { bubbles, caption, many, paper, plain, type Sketch, table, wide } from './paper.ts'

const invoicePaid: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'mail',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'mail',
      'en',
      `<div class="box" style="max-width:760px;margin:24px auto"><div class="two"><div class="huge">Receipt</div><b class="d">Larkrouter, Inc.</b></div>${plain(
        [
          ['Invoice number', order(n.invoice)],
          ['Receipt number', order(n.receipt)],
          ['Date paid', time(n.us)],
          ['Payment method', method(c.pick([`Visa - ${n.tail}`, `Amex - ${n.tail}`, 'Link', 'Alipay']))],
        ],
        ' ',
      )}<div class="two" style="padding:18px 0"><div><b>Larkrouter, Inc.</b><br><span class="d">support@larkrouter.example</span></div><div style="width:46%"><b>Bill to</b><br>${person(p.west)}<br>${address(p.westHome)}<br>${email(p.workMail)}</div></div><div class="h">${amount(`$${n.sum}`)} ${status(c.pick(['paid', 'refunded']))} on ${time(n.us)}</div>${table(
        ['Description', 'Qty', 'Unit price', 'Amount'],
        [
          ['API credits', '1', amount(`$${n.sum}`), amount(`$${n.sum}`)],
          ['Subtotal', '', '', amount(`$${n.sum}`)],
          ['Amount paid', '', '', amount(`$${n.sum}`)],
        ],
      )}</div>`,
    ),
  }
}

const youSentMoney: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'mail',
    language: 'en',
    html: paper(
      s,
      'mail',
      'en',
      `<div class="pad"><b class="h">Receipt for your payment to Larkrouter Ltd</b><div class="d x">service@ppmail.example<br>to ${c.pick(['me', email(p.westMail)])} · ${time(n.mailed)}</div></div><div class="box"><p>Hello, ${person(p.west)}</p><p class="h" style="padding:8px 0">You paid ${amount(`$${n.sum} USD`)} to Larkrouter Ltd</p>${caption(
        [
          ['Transaction ID', `<span class="k">${order(n.paypal)}</span>`],
          ['Transaction date', time(n.usClock)],
          ['Merchant', 'Larkrouter Ltd'],
          ['Invoice ID', order(n.invoice)],
          ['Paid with', method(c.pick(['PayPal balance', `Visa x-${n.tail}`, `Checking x-${n.tail}`]))],
          ['Status', status(c.pick(['Completed', 'Pending', 'Refunded']))],
        ],
        c.pick([1, 2]),
      )}</div><div class="box"><b>Shipping address - ${c.pick(['confirmed', 'unconfirmed'])}</b><br>${person(p.west)}<br>${address(p.westHome)}</div>`,
    ),
  }
}

const resellersReceipt: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'mail',
    language: 'en',
    html: paper(
      s,
      'mail',
      'en',
      `<div class="pad c"><div class="h">Thank you for your purchase!</div><div class="d">Your Tokenwell order ${order(n.orderWest)}</div></div><div class="box">${wide(
        [
          ['Tokenwell Pro (monthly)', amount(`€${n.sum}`)],
          ['VAT (20%)', amount(`€${n.fee}`)],
          ['Total', `<b>${amount(`€${n.sum}`)}</b>`],
          [
            'Payment',
            `${method(c.pick(['PayPal', `Mastercard ••${n.tail}`, 'Apple Pay']))} · ${status(c.pick(['Paid', 'Paid', 'Past due']))}`,
          ],
          ['Order date', time(n.british)],
          ['Next payment', time(n.after.british)],
          ['Transaction', `<span class="x">${order(n.paddle)}</span>`],
        ],
        true,
      )}</div><div class="box x d">This receipt was sent to ${email(p.westMail)}. Sold by our reseller and Merchant of Record. Need help? Reply with your order number.</div>`,
    ),
  }
}

const paidOnPhone: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'bill',
    language: 'en',
    html: paper(
      s,
      'console',
      'en',
      `<div class="c pad" style="padding-top:44px"><span class="dot">✓</span><div class="h" style="padding-top:10px">${status(c.pick(['Payment successful', 'Payment processing', 'Payment failed']))}</div><div class="huge">${amount(`$${n.sum}`)}</div><div class="d">A receipt will be emailed to ${email(p.westMail)}</div></div><div class="box">${wide(
        [
          ['Paid with', method(c.pick(['Google Pay', `Visa ${n.tail}`, 'Cash App Pay', 'Link']))],
          ['Date', time(n.usClock)],
          ['Order', order(c.pick([n.gateway, n.orderWest]))],
          ['Name on card', person(p.shouted)],
        ],
      )}</div><div class="c"><span class="b">Return to Larkrouter</span></div>`,
    ),
  }
}

const moneyAbroad: Sketch = (s) => {
  const { c, q, n } = s
  return {
    kind: 'bank',
    language: 'en',
    html: paper(
      s,
      'green',
      'en',
      `<div class="pad"><div class="dot">↑</div><div class="h" style="padding-top:8px">To ${person(q.west)}</div><div class="huge">${amount(`${n.sum} EUR`)}</div><div class="d">${status(c.pick(['Sent', 'Completed', 'Cancelled', 'On its way']))} · ${time(n.usShort)}</div></div><div class="box">${wide(
        [
          ['You sent', amount(`${n.sum} EUR`)],
          ['Our fee', amount(`${n.fee} EUR`)],
          ['Paid by', method(c.pick(['Bank transfer', 'Balance', `Debit card ending ${n.tail}`]))],
          ['Reference', c.pick(['AI credits', 'invoice', 'tokens'])],
          ['Transfer number', order(`#${n.serial.slice(0, 10)}`)],
        ],
        true,
      )}</div><div class="box"><b>Account details</b>${caption([
        ['Name', person(q.west)],
        ['Account number (IBAN)', bank(n.iban)],
        ['Email', email(q.westMail)],
      ])}</div>`,
    ),
  }
}

const shopOfCodes: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'redeem',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'shop',
      'en',
      `<div class="pad two"><b class="h">My orders</b><span>${user(p.handle)} · ${amount(`$${n.left}`)}</span></div><div class="box"><div class="two"><span>Order ${order(n.orderWest)} <span class="tag">${status(c.pick(['Completed', 'Delivered', 'Under review']))}</span></span><span class="d">${time(n.usClock)}</span></div>${table(
        ['Product', 'Your key', 'Price', 'Paid by'],
        many(c, 3, (_, u) => [
          `AI Gift Balance $${u.whole}`,
          `<span class="m">${code(u.code)}</span>`,
          amount(`$${u.sum}`),
          method(c.pick(['Visa', 'Skrill', 'PayPal', 'USDT'])),
        ]),
      )}<div class="d x pad">Delivered to ${email(p.westMail)}. Keys can't be returned once revealed.</div></div>`,
    ),
  }
}

const textsAbroad: Sketch = (s) => {
  const { c, p, q, n } = s
  return {
    kind: 'chat',
    language: 'en',
    html: paper(
      s,
      'night',
      'en',
      `<div class="top">${c.int(20, 89)}${n.tail.slice(0, 3)}</div>${bubbles(
        [
          [
            0,
            `FirstHarbor: ${amount(`$${n.sum}`)} was charged on ${time(n.usShort)} at LARKROUTER with ${method(`card ending ${n.tail}`)}. Not you? Reply STOP.`,
          ],
          [0, `${code(n.sms)} is your Larkrouter verification code. Don't share it.`],
          [
            0,
            `${person(p.first)}, your payment of ${amount(`$${n.whole}.00`)} to ${person(q.west)} is ${status(c.pick(['complete', 'pending', 'on hold']))}. Confirmation: ${order(n.paypal.slice(0, 11).toLowerCase())}`,
          ],
          [1, 'STOP'],
        ],
        '#0a84ff;color:#fff',
        '#2c2c2e;color:#fff',
        18,
      )}`,
    ),
  }
}

const widgetOfSupport: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'chat',
    language: 'en',
    html: paper(
      s,
      'console',
      'en',
      `<div class="top"><span class="k">Larkrouter Support</span><div class="d x">We typically reply in under 10 minutes</div></div>${bubbles(
        [
          [0, `Hi ${person(p.first)}! How can we help?`],
          [
            1,
            `I paid ${amount(`$${n.sum}`)} by ${method(c.pick(['card', 'PayPal', 'Alipay']))} on ${time(n.usShort)}. The site says ${status(c.pick(['pending', 'expired', 'succeeded']))} but no credits.`,
          ],
          [0, 'Could you share the order number and the email you used?'],
          [1, order(c.pick([n.gateway, n.intent, n.orderWest]))],
          [
            1,
            c.pick([`${email(p.westMail)}, thanks`, `it's ${email(p.westMail)} and my cell is ${phone(p.westPhone)}`]),
          ],
          [
            0,
            c.pick([
              `Found it. Here is a voucher for the same amount: ${code(n.code)}`,
              'Found it, the credits are on your account now.',
            ]),
          ],
          [1, c.pick(['worked, thank you!', `works. should I still use ${key(n.key)}?`])],
        ],
        '#0064fa;color:#fff',
        '#8883',
        14,
      )}`,
    ),
  }
}

const serversTicket: Sketch = (s) => {
  const { c, p, q, n } = s
  const line = (name: string, when: string, text: string): string =>
    `<div style="display:flex;gap:12px;padding:7px 14px"><span class="dot">${c.pick(['K', 'M', 'S'])}</span><div><b>${name}</b> <span class="d x">${when}</span><div>${text}</div></div></div>`
  return {
    kind: 'chat',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'night',
      'en',
      `<div class="pad h"># ticket-${n.ticket}</div>${line('Ticket Tool', time(n.usClock), `Welcome ${user(`@${p.handle}`)}, staff will be with you shortly.`)}${line(user(p.handle), time(n.after.usClock), `bought ${amount(`$${n.whole}`)} of credits with ${method(c.pick(['crypto', 'stripe', 'wechat']))}, order <span class="m">${order(n.shop)}</span>`)}${line(user(q.handle), time(n.after.usClock), 'which account is that on?')}${line(user(p.handle), time(n.after.usClock), `${email(p.westMail)}, tx hash <span class="m">${order(n.hash)}</span>`)}${line(user(q.handle), time(n.after.usClock), `status is ${status(c.pick(['confirmed', 'pending']))} on our side, wallet was ${account(n.tron)}`)}`,
    ),
  }
}

export const abroad: readonly Sketch[] = [
  invoicePaid,
  youSentMoney,
  resellersReceipt,
  paidOnPhone,
  moneyAbroad,
  shopOfCodes,
  textsAbroad,
  widgetOfSupport,
  serversTicket,
]
