// English letters and receipts: a paid invoice's page, a payment sent, a seller of record's letter, a store's bill, a card's alert, a licence, a thread with support, a transfer's steps.
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
} from '../marks.ts'
import { bar, beside, ends, over, type Sketch, sheet, table, under } from './sheet.ts'

const paidPage: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'bill',
    language: 'en',
    html: sheet(
      w,
      'en',
      'violet',
      `${bar(c)}<div class="pad d">Relaypoint Inc.</div><div class="box edge"><div class="ctr pad"><div class="disc" style="background:#2ca870"></div><div class="d">${status(c.pick(['Invoice paid', 'Invoice paid', 'Payment failed', 'Refunded']))}</div><div class="big">${amount(`$${t.sum}`)}</div></div>${ends(
        [
          ['Invoice number', order(t.invoice)],
          ['Payment date', time(t.usDay)],
          [
            'Payment method',
            method(c.pick([`Visa •••• ${t.tail}`, 'Link', 'Alipay', `American Express •••• ${t.tail}`])),
          ],
        ],
        6,
      )}<div class="ctr pad"><span class="tag">Download invoice</span> <span class="tag">Download receipt</span></div></div><div class="box edge"><div class="d l">Bill to</div>${person(a.west)}<br>${email(a.westMail)}<br>${address(`${a.street}, ${a.city}`)}</div><div class="ctr d l">Powered by stripe | Terms  Privacy</div>`,
    ),
  }
}

const sentMoney: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'mail',
    language: 'en',
    wide: true,
    html: sheet(
      w,
      'en',
      'ocean!',
      `<div class="pad l d">From: service@paypal.example　To: ${email(a.westMail)}　${time(t.us)}</div><div style="background:#fff;max-width:640px;margin:auto;padding:30px"><p>Hello, ${person(a.west)}</p><h2 style="padding:14px 0">You paid ${amount(`$${t.sum} USD`)} to Relaypoint Inc.</h2><div style="display:grid;grid-template-columns:1fr 1fr;padding:10px 0"><div><b>Transaction ID</b><br>${order(t.paypal)}</div><div><b>Transaction date</b><br>${time(t.usDay)}</div></div>${table(
        ['Description', 'Unit price', 'Qty', 'Amount'],
        [['API balance top-up', amount(`$${t.sum} USD`), '1', amount(`$${t.sum} USD`)]],
      )}<div class="end" style="padding:10px 8px">Total　<b>${amount(`$${t.sum} USD`)}</b></div><p><b>Paid with</b><br>${method(c.pick([`VISA ending in ${t.tail}`, 'PayPal balance', `CHASE BANK, N.A. x-${t.tail}`]))}</p><p class="l d" style="padding-top:10px">It may appear as PAYPAL *RELAYPOINT. Status: ${status(c.pick(['Completed', 'Pending', 'Completed']))}</p></div>`,
    ),
  }
}

const recordSeller: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'mail',
    language: 'en',
    html: sheet(
      w,
      'en',
      'mono',
      `${bar(c)}<div class="pad"><h3>Your Tokenbay receipt</h3><div class="duo d l"><span>Paddle.com · to ${email(a.westMail)}</span></div><div class="d l">${time(t.euroClock)}</div></div><div class="box edge"><p>Thank you for your purchase! Your payment of ${amount(`€${t.sum}`)} was ${status(c.pick(['successful', 'successful', 'declined']))}.</p></div><div class="box edge">${beside(
        [
          ['Order no.', order(t.order)],
          ['Invoice', order(t.invoice)],
          ['Product', 'Tokenbay Credits Pack'],
          ['VAT (21%)', amount(`€${c.int(1, 9)}.${c.int(10, 99)}`)],
          ['Total', amount(`€${t.sum}`)],
          ['Paid via', method(c.pick(['PayPal', `Mastercard ${t.tail}`, 'Google Pay', 'iDEAL']))],
        ],
        6,
      )}</div><div class="pad d l">This charge will appear as PADDLE.NET* TOKENBAY.</div>`,
    ),
  }
}

const storesBill: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'mail',
    language: 'en',
    wide: true,
    html: sheet(
      w,
      'en',
      'mono!',
      `<div style="max-width:700px;margin:30px auto"><div class="duo"><h1>Receipt</h1></div><div style="display:grid;grid-template-columns:1.3fr 1fr;background:#f7f7f7;padding:14px;margin:12px 0;gap:12px"><div><div class="d l">APPLE ACCOUNT</div>${email(a.westMail)}<div class="d l" style="padding-top:8px">DATE</div>${time(t.usShort)}<div class="d l" style="padding-top:8px">ORDER ID</div>${order(`MX${c.text('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789', 8)}`)}<div class="d l" style="padding-top:8px">DOCUMENT NO.</div>${order(c.text('0123456789', 12))}</div><div><div class="d l">BILLED TO</div>${method(`Visa .... ${t.tail}`)}<br>${person(a.west)}<br>${address(a.street)}<br>${address(a.city)}</div></div><div class="duo" style="padding:14px"><span><b>Chatbox AI Pro</b><br><span class="d l">Monthly · Renews ${time(t.after.usShort)}</span></span><b>${amount(`$${t.sum}`)}</b></div><div class="end" style="padding:14px;border-top:1px solid #ddd">TOTAL　<b>${amount(`$${t.sum}`)}</b></div></div>`,
    ),
  }
}

const cardsAlert: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'mail',
    language: 'en',
    html: sheet(
      w,
      'en',
      'ocean',
      `${bar(c)}<div class="pad"><h3>Large purchase approved</h3><div class="d l">Amex Alerts · ${time(t.today)}</div></div><div class="box"><p>Hi ${person(a.first)},</p><p style="padding:8px 0">A charge on your card ${c.pick(['ending in', 'account ending:'])} ${t.tail} is above the limit you set.</p><div class="edge ctr" style="padding:14px"><div>RELAYPOINT* API</div><div class="big">${amount(`$${t.sum}`)}</div><div class="d">${time(t.numbers)}</div><div>${status(c.pick(['Approved', 'Declined', 'Pending']))} · ${method(c.pick(['Card not present', 'Apple Pay', 'Recurring charge']))}</div></div><p style="padding-top:10px">Don't recognize it? Call the number on the back of your card.</p></div>`,
    ),
  }
}

const licenceOfShop: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'redeem',
    language: 'en',
    html: sheet(
      w,
      'en',
      'violet',
      `${bar(c)}<div class="pad ctr"><h2>Thanks for your order!</h2><p class="d">We sent a receipt to ${email(a.westMail)}</p></div><div class="box edge">${over(
        [
          ['Order', order(t.order)],
          ['Date', time(t.usShort)],
          ['Total', amount(`$${t.sum}`)],
          ['Payment', method(c.pick([`Visa **** ${t.tail}`, 'PayPal', 'WeChat Pay']))],
        ],
        2,
      )}</div><div class="box edge"><b>License key</b><div class="mono edge" style="padding:9px;margin:8px 0">${code(c.pick([t.uuid.toUpperCase(), t.codeParts]))}</div><span class="press">Copy</span>　<span class="d">${status(c.pick(['Active', 'Inactive', 'Expired']))}</span></div>`,
    ),
  }
}

const threadOfHelp: Sketch = (w) => {
  const { c, a, b, t } = w
  const letter = (who: string, when: string, text: string): string =>
    `<div class="box edge"><div class="duo"><b>${who}</b><span class="d l" style="flex:none">${when}</span></div><div style="padding-top:8px">${text}</div></div>`
  return {
    kind: 'mail',
    language: 'en',
    wide: true,
    html: sheet(
      w,
      'en',
      'semi',
      `<div class="pad"><h2>Re: credits not added after payment</h2></div>${letter(`${person(a.west)} &lt;${email(a.westMail)}&gt;`, time(t.today), `Hi team,<br><br>I topped up ${amount(`$${t.whole}`)} yesterday with ${method(c.pick(['Stripe', 'PayPal', 'my credit card']))} but my balance is still ${amount(`$${t.left}`)}. The order is ${order(t.order)} and the payment reference is ${order(t.intent)}. The key I use is ${key(t.keyShort)}.<br><br>Could you check?<br><br>Best,<br>${person(a.first)}<br>${phone(a.westPhone)}`)}${letter('Relaypoint Support', time(t.after.today), `Hi ${person(a.first)},<br><br>thanks for writing in. The payment is marked as ${status(c.pick(['succeeded', 'pending', 'blocked']))} on our side. I asked ${person(b.west)} from billing to have a look.`)}`,
    ),
  }
}

const stepsOfTransfer: Sketch = (w) => {
  const { c, b, t } = w
  return {
    kind: 'bank',
    language: 'en',
    html: sheet(
      w,
      'en',
      'mono',
      `${bar(c)}<div class="pad"><span class="disc"></span><div>${person(b.west)}</div><div class="big">${amount(`${t.sum} EUR`)}</div><span class="tag">${status(c.pick(['Sent', 'Complete', 'Cancelled', 'On its way']))}</span></div><div class="pad"><h3>Transfer details</h3>${ends(
        [
          ['You sent', amount(`${t.sum} USD`)],
          ['Total fees', amount(`${c.int(0, 9)}.${c.int(10, 99)} USD`)],
          ['Paid with', method(c.pick(['Bank transfer (ACH)', 'USD balance', 'Debit card']))],
          ['Created', time(t.euroClock)],
          ['Transfer number', order(`#${c.text('0123456789', 10)}`)],
          ['Reference', c.pick(['API', 'credits', 'Invoice'])],
        ],
        6,
      )}<h3 style="padding-top:12px">Account details</h3>${ends(
        [
          ['Name', person(b.west)],
          ['IBAN', bank(t.iban)],
          ['Email', account(b.westMail)],
        ],
        6,
      )}</div>${under([['Estimated arrival', time(t.after.usDay)]], 1)}`,
    ),
  }
}

export const letters: readonly Sketch[] = [
  paidPage,
  sentMoney,
  recordSeller,
  storesBill,
  cardsAlert,
  licenceOfShop,
  threadOfHelp,
  stepsOfTransfer,
]
