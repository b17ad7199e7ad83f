// English screens of money: a store's receipt, a purse's payment, a bank's messages, an order with its address, a transfer abroad, a coin's cashier, a bank's feed.
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
import { apart, beside, bubbles, footed, formal, type Play, page, stacked, stranger, times } from './layout.ts'

const storeReceipt: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'mail',
    language: 'en',
    html: page(
      s,
      'en',
      `<div class="pad"><b>Your receipt</b><div class="dim tiny">no_reply@store.example · ${time(r.ukClock)}</div></div><div class="slab"><h2>Receipt</h2><div style="padding:8px 0">${stacked(
        [
          ['ACCOUNT', email(p.westMail)],
          ['DATE', time(r.usDay)],
          ['ORDER ID', order(r.apple)],
          ['DOCUMENT NO.', order(r.serial)],
          [
            'BILLED TO',
            `${method(c.pick([`Visa .... ${r.tail}`, 'Store Credit', `PayPal`]))}<br>${person(p.west)}<br>${address(p.westHome)}`,
          ],
        ],
      )}</div><div class="two"><span>Lumen AI Chat<br><span class="dim tiny">Pro Monthly (Automatic Renewal)</span></span><b>${amount(`$${r.sum}`)}</b></div><hr><div class="two"><b>TOTAL</b><b>${amount(`$${r.sum}`)}</b></div><p class="dim tiny">Payment status: ${status(c.pick(['Charged', 'Refunded', 'Pending']))}</p></div>`,
    ),
  }
}

const pursePayment: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'bill',
    language: 'en',
    html: page(
      s,
      'en',
      `<div style="background:#000;color:#fff;min-height:480px"><div class="mid" style="padding:34px 14px"><div style="width:64px;height:64px;border-radius:50%;background:#00d64f;margin:auto;line-height:64px;font-size:26px">${p.west[0]}</div><h3>${person(p.west)}</h3><div style="opacity:.6">Payment to $${user(p.handle)}</div><div class="huge">${amount(`$${r.sum}`)}</div><div style="opacity:.6">${time(r.us)}</div><div style="color:#00d64f;padding-top:10px">✓ ${status(c.pick(['Completed', 'Pending', 'Canceled']))}</div></div><div class="pad">${apart(
        [
          ['For', c.pick(['claude key', 'api top up', 'credits x2'])],
          ['Amount', amount(`$${r.sum}`)],
          ['Source', method(c.pick(['Cash Balance', `Visa Debit ${r.tail}`]))],
          ['Identifier', order(r.cash)],
          ['To', person(p.west)],
          ['From', person(s.q.west)],
        ],
      )}</div></div>`,
      '.dim{color:#8e8e93}',
    ),
  }
}

const bankMessages: Play = (s) => {
  const { c, p, r } = s
  const [a, b] = [stranger(c), stranger(c)]
  return {
    kind: 'chat',
    language: 'en',
    html: page(
      s,
      'en',
      `<div class="mid pad"><b>${c.int(20, 89)}${c.int(100, 999)}</b><div class="dim tiny">Text Message</div></div><div class="mid dim tiny">${time(r.usTwelve)}</div>${bubbles(
        [
          [
            false,
            `Harbor Bank: Your debit card ending in ${r.tail} was used for ${amount(`$${r.sum}`)} at LUMEN AI on ${time(r.usDay)}. Reply STOP to end.`,
          ],
          [
            false,
            `Harbor Bank: ${person(p.west)}, your ${method('Zelle')} payment of ${amount(`$${a.r.sum}`)} to ${person(a.p.west)} ${status(c.pick(['was sent', 'is pending review', 'was declined']))}. Ref ${order(a.r.serial)}`,
          ],
          [true, 'YES'],
          [false, `Thank you. A temporary passcode is ${r.pin}. We will NEVER call you for it.`],
          [
            false,
            `Lumen: ${method('Card')} payment ${status(c.pick(['failed', 'succeeded']))}. Update billing for ${email(b.p.westMail)} or call ${phone(b.p.usPhone)}.`,
          ],
        ],
        '#34c759;color:#fff',
        '#8883',
        17,
      )}`,
    ),
  }
}

const orderWithAddress: Play = (s) => {
  const { c, p, q, r } = s
  return {
    kind: 'order',
    language: 'en',
    wide: true,
    html: page(
      s,
      'en',
      `<div class="pad two"><h2>Order details</h2><span class="knob">Leave feedback</span></div><div style="display:grid;grid-template-columns:2fr 1fr"><div><div class="slab">${footed(
        [
          ['Time placed', time(r.us)],
          ['Order number', order(r.ebay)],
          ['Total', amount(`US $${r.sum}`)],
          ['Sold by', user(q.handle)],
        ],
        4,
      )}</div><div class="slab"><b>Delivery info</b><p>${status(c.pick(['Delivered', 'Paid', 'Refund issued']))} on ${time(r.after.uk)}</p><p class="dim">Lumen AI Gift Card - $${r.even} (digital code)</p><p>Message from seller: your code is <b class="mono">${code(r.code)}</b>, enjoy!</p></div></div><div><div class="slab"><b>Shipping address</b><p>${person(p.west)}<br>${address(p.westHome)}<br>${phone(c.pick([p.usPhone, p.ukPhone, p.sgPhone]))}</p></div><div class="slab"><b>Payment info</b><p>${method(c.pick(['PayPal', 'Google Pay', `Mastercard x-${r.tail}`]))}</p>${apart(
        [
          ['Item', amount(`$${r.sum}`)],
          ['Tax*', amount(`$${r.fee}`)],
        ],
      )}</div></div></div>`,
    ),
  }
}

const transferAbroad: Play = (s) => {
  const { c, p, q, r } = s
  return {
    kind: 'bank',
    language: 'en',
    html: page(
      s,
      'en',
      `<div class="pad"><span class="chip">${status(c.pick(['Sent', 'Funds on the way', 'Cancelled']))}</span><div class="huge">${amount(`${r.sum} EUR`)}</div><div>to ${person(q.west)}</div></div><div class="slab"><b>Transfer details</b>${stacked(
        [
          ['Transfer number', `#${order(r.wise)}`],
          ['You sent', amount(`${r.rest} GBP`)],
          ['Paid with', method(c.pick(['Bank transfer', 'Apple Pay', 'Debit card']))],
          ['Set up', time(r.ukClock)],
          ['Reference', c.pick(['API credit', person(p.westFirst), order(r.invoice)])],
        ],
      )}</div><div class="slab"><b>Recipient</b>${stacked([
        ['Account holder name', person(q.west)],
        ['Email', email(q.westMail)],
        ['IBAN', bank(r.iban)],
      ])}</div>`,
    ),
  }
}

const coinCashier: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'qr',
    language: 'en',
    codes: [{ format: 'QRCode', text: `bitcoin:${r.bitcoin}` }],
    html: page(
      s,
      'en',
      `<div class="pad two"><b>Lumen Top-up</b><span class="tiny">${c.int(10, 59)}:${c.int(10, 59)}</span></div><div class="slab mid"><div class="dim">Send exactly</div><div class="huge">${amount(c.pick([`${r.fee}00${r.tail} BTC`, `${r.sum} USDT`]))}</div><img data-code="0" style="width:58%;background:#fff;padding:6px"><p class="tiny">to the address below via ${method(c.pick(['Bitcoin', 'USDT (TRC-20)', 'Lightning']))}</p><div class="well mono tiny">${account(c.pick([r.bitcoin, r.tron]))}</div></div><div class="slab tiny">${formal(
        [
          ['Payment ID', order(r.wise)],
          ['Order', order(r.shop)],
          ['Created', time(r.zulu)],
          ['Receipt to', email(p.westMail)],
          ['State', status(c.pick(['Waiting for payment', 'Confirming 1/3', 'Expired', 'Finished']))],
        ],
        6,
      )}</div>`,
    ),
  }
}

const bankFeed: Play = (s) => {
  const { c, p } = s
  return {
    kind: 'bill',
    language: 'en',
    html: page(
      s,
      'en',
      `<div class="pad"><h2>Hi ${person(p.westFirst)}</h2><div class="dim">Current account · ${masked(`•••• ${c.int(1000, 9999)}`)}</div></div>${times(
        5,
        (i) => {
          const { p: o, r } = stranger(c)
          return `${i % 2 ? '' : `<div class="pad dim tiny">${time(r.uk)}</div>`}<div class="wide two"><span>${i % 2 ? person(o.west) : c.pick(['Lumen AI', 'OpenRouter', 'Pret A Manger', 'Anthropic'])}<br><span class="tiny dim">${method(c.pick(['Card payment', 'Faster Payments', 'Direct Debit', 'Contactless']))}</span></span><span style="text-align:right">${amount(`${i % 2 ? '+' : ''}£${r.sum}`)}<br><span class="tiny dim">${status(c.pick(['Settled', 'Declined', 'Pending', 'Refunded']))}</span></span></div>`
        },
      ).join('')}<div class="slab">${beside([
        ['Name', person(p.west)],
        ['Account no.', bank(s.r.harbourAccount)],
        ['Address', address(p.westHome)],
      ])}</div>`,
    ),
  }
}

export const ledgers: readonly Play[] = [
  storeReceipt,
  pursePayment,
  bankMessages,
  orderWithAddress,
  transferAbroad,
  coinCashier,
  bankFeed,
]
