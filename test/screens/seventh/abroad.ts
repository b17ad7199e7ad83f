// English screens of purses, cards and shops: a feed of payments, a transaction of a card, a withdrawal, transfers by mail, a licence, a thank-you page.
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
import { columns, ends, fresh, grid, many, over, paper, type Scene, under } from './stage.ts'

const socialFeed: Scene = (s) => {
  const { c, a } = s
  return {
    kind: 'bill',
    language: 'en',
    html: paper(
      s,
      'en',
      `<div class="in ends"><b>Activity</b><span class="soft">@${user(a.handle)}</span></div>${many(4, (i) => {
        const { a: o, n } = fresh(c)
        return `<div class="block"><div class="ends"><span>${i % 2 ? `${person(o.abroad)} paid you` : `You paid ${person(o.abroad)}`}</span><b>${amount(`${i % 2 ? '+' : '-'} $${n.sum}`)}</b></div><div>${c.pick(['api credits 🤖', 'tokens split', 'gpt seat', 'half of the server'])}</div><div class="soft note">${time(n.usShort)} · ${status(c.pick(['Complete', 'Pending', 'Declined']))}</div></div>`
      }).join('')}`,
    ),
  }
}

const cardTransaction: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'bank',
    language: 'en',
    html: paper(
      s,
      'en',
      `<div class="in center"><div class="soft">SPRUCE*API CREDITS</div><div class="loud">${amount(`$${n.sum}`)}</div><div>${status(c.pick(['Posted', 'Pending', 'Refunded']))}</div></div><div class="block">${ends(
        [
          ['Transaction date', time(n.usDay)],
          ['Posted', time(n.later.usDay)],
          ['Card', method(`Blue Cash •••• ${n.last4}`)],
          ['Card member', person(a.onCard)],
          ['Category', 'Computer software'],
          ['Reference', order(n.flow)],
        ],
      )}</div><div class="block"><b>Merchant details</b><div class="soft">spruce.example · ${phone(a.usPhone)}</div></div><div class="in note mark">Dispute this charge</div>`,
    ),
  }
}

const withdrawal: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'bill',
    language: 'en',
    html: paper(
      s,
      'en',
      `<div style="color:#eaecef"><div class="in center"><b>Withdrawal Details</b></div><div class="in center"><div style="opacity:.6">Amount</div><div class="loud">${amount(`${n.sum} USDT`)}</div><div style="color:#0ecb81">${status(c.pick(['Completed', 'Processing', 'Failed']))}</div></div><div class="in">${ends(
        [
          ['Network', method(c.pick(['TRX (TRC20)', 'BSC (BEP20)', 'ETH (ERC20)']))],
          ['Address', `<span class="note">${account(c.pick([n.tron, n.eth]))}</span>`],
          ['TxID', `<span class="note">${order(n.hash)}</span>`],
          ['Network fee', amount('1.00 USDT')],
          ['Account', masked(`${a.mailAbroad.slice(0, 2)}***@${a.mailAbroad.split('@')[1]}`)],
          ['Date', time(n.iso)],
        ],
      )}</div></div>`,
      'body{background:#14151a}.soft{color:#848e9c}',
    ),
  }
}

const transferByMail: Scene = (s) => {
  const { c, a, b, n } = s
  return {
    kind: 'mail',
    language: 'en',
    html: paper(
      s,
      'en',
      `<div class="in"><h3>${person(a.abroad)} sent you money</h3><div class="soft note">notify@payments.example to ${email(b.mailAbroad)}<br>${time(n.mail)}</div></div><div class="block"><p>Hi ${person(b.first)},</p><p style="padding:8px 0">${person(a.abroad)} has sent you ${amount(`$${n.sum} (CAD)`)} by ${method('Interac e-Transfer')} and the money has been ${status(c.pick(['automatically deposited', 'deposited', 'returned to the sender']))} into your bank account.</p>${over(
        [
          ['Message', `credits for ${user(a.handle)}, security answer is our dog`],
          ['Reference number', order(n.interac)],
          ['Deposited to', bank(`${n.hkAccount}`)],
        ],
      )}</div>`,
    ),
  }
}

const ringgit: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'bill',
    language: 'en',
    html: paper(
      s,
      'en',
      `<div class="in" style="background:#0060ae;color:#fff"><div class="note">eWallet</div><b>Transaction Details</b></div><div class="block center"><div class="loud">-${amount(`RM${n.sum}`)}</div><span class="tag">${status(c.pick(['Successful', 'Reload failed', 'Pending']))}</span></div><div class="block">${columns(
        [
          ['Transaction Type', 'DuitNow QR'],
          ['Merchant', 'Spruce AI Sdn Bhd'],
          ['Recipient Ref', person(a.abroad)],
          ['Mobile No.', phone(a.klPhone)],
          ['Payment Method', method(c.pick(['eWallet Balance', 'GO+', 'Maybank2u']))],
          ['Date/Time', time(n.my)],
          ['Wallet Ref', order(n.tng)],
          ['Trx No.', order(n.flow)],
        ],
        8,
      )}</div>`,
    ),
  }
}

const licencePage: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'redeem',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'en',
      `<div style="display:grid;grid-template-columns:300px 1fr"><div class="in"><b>Spruce Desktop</b><p class="soft note">by ${user(a.handle)}</p><p style="padding-top:14px">Receipt<br>${amount(`$${n.sum}`)} · ${time(n.usDay)}</p><p class="soft">${status(c.pick(['Paid', 'Refunded', 'Payment failed']))}</p><p class="soft">${method(`VISA *${n.last4}`)}</p></div><div class="block"><h3>Your purchase</h3><p class="soft">Sent to ${email(a.mailAbroad)}</p><hr><div class="note">License key</div><div class="box fixed">${code(n.licence)}</div><div class="note" style="padding-top:10px">Top-up voucher</div><div class="box fixed">${code(n.code)}</div><hr>${grid(
        [
          ['Order', order(n.invoice)],
          ['Buyer', person(a.abroad)],
          ['Seats', '1 of 3 used'],
        ],
        3,
      )}</div></div>`,
    ),
  }
}

const thankYou: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'order',
    language: 'en',
    html: paper(
      s,
      'en',
      `<div class="in"><div class="soft">Confirmation ${order(n.interac.slice(2))}</div><h2>Thank you, ${person(a.first)}!</h2><span class="mark">${status(c.pick(['Your order is confirmed', 'Payment pending', 'Order refunded']))}</span></div><div class="block"><h3>Order details</h3>${under(
        [
          ['Contact information', email(a.mailAbroad)],
          [
            'Payment method',
            `${method(c.pick(['Shop Pay', 'PayPal Express', `Mastercard ending with ${n.last4}`]))} · ${amount(`$${n.sum} USD`)}`,
          ],
          ['Billing address', `${person(a.abroad)}<br>${address(a.homeAbroad)}`],
          ['Order', `${order(n.order6)}, placed ${time(n.us)}`],
          ['Phone', phone(c.pick([a.usPhone, a.ukPhone]))],
        ],
      )}</div><div class="in ends"><span>Need help? <span class="mark">Contact us</span></span><span class="push">Continue</span></div>`,
    ),
  }
}

export const abroad: readonly Scene[] = [
  socialFeed,
  cardTransaction,
  withdrawal,
  transferByMail,
  ringgit,
  licencePage,
  thankYou,
]
