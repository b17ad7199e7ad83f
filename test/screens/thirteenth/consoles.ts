// English consoles, talks and odd pages: keys, a merchant's payment, a terminal, a server's talk, a purse of coins, a form of billing, a file of movements, a feed of friends.
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
import { bar, beside, ends, inputs, many, over, type Sketch, sheet, table } from './sheet.ts'

const keysOfOrganisation: Sketch = (w) => {
  const { c, b } = w
  return {
    kind: 'key',
    language: 'en',
    wide: true,
    html: sheet(
      w,
      'en',
      'mono',
      `<div class="duo pad"><h2>API keys</h2><span class="press">+ Create new secret key</span></div><div class="box edge">${table(
        ['Name', 'Status', 'Secret key', 'Created', 'Last used', 'Created by', 'Spend'],
        many(c, 4, (p, t, i) => [
          ['backend', 'my-test-key', 'vscode', 'Secret key'][i] ?? '',
          status(c.pick(['Active', 'Active', 'Disabled'])),
          `<span class="mono">${i === 2 ? key(t.keyShort) : t.keyHidden}</span>`,
          time(t.usShort),
          c.pick(['Never', time(t.after.usShort)]),
          person(c.pick([p.west, b.west])),
          amount(`$${t.left}`),
        ]),
      )}</div>`,
    ),
  }
}

const paymentOfMerchant: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'order',
    language: 'en',
    wide: true,
    html: sheet(
      w,
      'en',
      'violet',
      `<div class="pad"><div class="d l">PAYMENT　　　${order(t.intent)}</div><div class="big">${amount(`$${t.sum} USD`)} <span class="tag" style="font-size:.5em">${status(c.pick(['Succeeded', 'Disputed', 'Refunded', 'Incomplete']))}</span></div></div><div class="box edge">${over(
        [
          ['Date', time(t.us)],
          ['Customer', `${person(a.west)}`],
          ['Payment method', method(`Visa •••• ${t.tail}`)],
          ['Risk evaluation', `${c.int(1, 64)} Normal`],
        ],
        4,
      )}</div><div style="display:grid;grid-template-columns:1fr 1fr"><div class="box edge"><h3>Payment details</h3>${beside(
        [
          ['Amount', amount(`$${t.sum}`)],
          ['Fee', amount(`$${c.int(0, 5)}.${c.int(10, 99)}`)],
          ['Description', 'Wallet top-up'],
          ['Statement', 'RELAYPOINT API'],
        ],
        8,
      )}</div><div class="box edge"><h3>Customer</h3>${beside(
        [
          ['ID', account(t.customer)],
          ['Owner email', email(a.westMail)],
          ['Phone', phone(a.westPhone)],
          ['Address', address(`${a.street}, ${a.city}`)],
        ],
        8,
      )}</div></div>`,
    ),
  }
}

const terminal: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'key',
    language: 'en',
    wide: true,
    html: sheet(
      w,
      'en',
      'mono',
      `<div class="mono" style="background:${c.pick(['#1e1e2e;color:#cdd6f4', '#300a24;color:#eee', '#fdf6e3;color:#43565c'])};padding:16px;min-height:600px">${[
        `${user(a.login)}@mbp ~ % export OPENAI_API_KEY=${key(t.keyShort)}`,
        `${user(a.login)}@mbp ~ % curl https://api.relaypoint.example/v1/chat/completions \\`,
        '&gt;&nbsp;&nbsp;-H "Content-Type: application/json" \\',
        `&gt;&nbsp;&nbsp;-H "Authorization: Bearer ${key(t.key)}" \\`,
        `&gt;&nbsp;&nbsp;-d '{"model":"${t.model}","messages":[{"role":"user","content":"hi"}]}'`,
        `{"error":{"message":"${status(c.pick(['Insufficient quota', 'Invalid token', 'Rate limit reached']))} (request id: ${t.uuid})","type":"new_api_error"}}`,
        `${user(a.login)}@mbp ~ % date`,
        time(t.utc),
      ]
        .map((line) => `<div>${line}</div>`)
        .join('')}</div>`,
    ),
  }
}

const talkOfServer: Sketch = (w) => {
  const { c, a, t } = w
  const post = (who: string, when: string, text: string): string =>
    `<div style="display:flex;gap:12px;padding:8px 14px"><span class="disc"></span><div><b>${who}</b> <span class="d l">${when}</span><div>${text}</div></div></div>`
  return {
    kind: 'chat',
    language: 'en',
    html: sheet(
      w,
      'en',
      'semi',
      `${bar(c)}<div class="pad"><b># ticket-${c.int(100, 2999)}</b></div>${post(user(a.handle), time(t.today), `hey, I bought the ${amount(`$${t.whole}`)} pack and nothing happened`)}${post('Relaypoint <span class="tag">BOT</span>', time(t.today), 'Please share your order ID and the email on your account. Staff will be with you shortly.')}${post(user(a.handle), time(t.today), `order: ${order(t.order)}<br>${email(a.westMail)}<br>paid via ${method(c.pick(['PayPal', 'crypto (USDT)', 'Stripe']))}`)}${post('mod-kai', time(t.after.today), `shows as ${status(c.pick(['pending', 'paid', 'completed']))} here, resyncing now`)}${post(user(a.handle), time(t.after.today), 'works now, ty!!')}`,
    ),
  }
}

const purseOfCoins: Sketch = (w) => {
  const { c, t, u } = w
  return {
    kind: 'order',
    language: 'en',
    codes: [{ format: 'QRCode', text: t.tron }],
    html: sheet(
      w,
      'en',
      'green',
      `${bar(c)}<div class="pad ctr"><b>Complete your payment</b><div class="big">${amount(`${t.whole}.${c.int(10, 99)} USDT`)}</div><div class="d">${method('TRC20')} · ${status(c.pick(['Waiting for payment', 'Confirming', 'Expired', 'Paid']))}</div></div><div class="ctr"><img data-code="0" style="width:${c.int(44, 60)}%;background:#fff;padding:6px"></div><div class="box">${over(
        [
          ['Send to this address', account(t.tron)],
          ['Payment ID', order(c.text('0123456789', 10))],
          ['Created', time(t.minutes)],
          ['Transaction hash', order(u.hash)],
        ],
      )}</div>`,
    ),
  }
}

const formOfBilling: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'identity',
    language: 'en',
    html: sheet(
      w,
      'en',
      'violet',
      `${bar(c)}<div class="pad"><h2>Update payment method</h2></div><div class="box edge">${inputs([
        ['Email', email(a.westMail)],
        ['Card number', bank(t.visa)],
        ['Cardholder name', person(a.upper)],
        ['Billing address', address(a.street)],
        ['City, postal code', address(a.city)],
        ['Phone', phone(a.westPhone)],
      ])}<div class="duo" style="padding:10px 0"><span>Due today</span><b>${amount(`$${t.sum}`)}</b></div><div class="press ctr" style="display:block">Pay with ${method('card')}</div><p style="color:#f04438;padding-top:8px">${status(c.pick(['Your card was declined.', 'Your card has insufficient funds.', 'Payment is processing.']))}</p></div>`,
    ),
  }
}

const fileOfMovements: Sketch = (w) => {
  const { c } = w
  return {
    kind: 'table',
    language: 'en',
    wide: true,
    html: sheet(
      w,
      'en',
      'mono',
      `<div class="pad d l">payouts_export.csv — Editor</div><div class="mono pad" style="line-height:1.8">date,reference,name,email,amount,currency,method,status<br>${many(
        c,
        6,
        (p, t) =>
          `${time(t.day)},${order(c.pick([t.paypal, t.intent]))},${person(p.west)},${email(c.pick([p.westMail, p.work]))},${amount(t.sum.replace(',', ''))},USD,${method(c.pick(['paypal', 'card', 'wise']))},${status(c.pick(['paid', 'failed', 'refunded']))}`,
      ).join('<br>')}</div>`,
    ),
  }
}

const feedOfFriends: Sketch = (w) => {
  const { c, a } = w
  return {
    kind: 'bill',
    language: 'en',
    html: sheet(
      w,
      'en',
      'green',
      `${bar(c)}<div class="duo pad"><h2>Activity</h2><span class="l d">$${user(a.handle)}</span></div>${many(
        c,
        6,
        (p, t, i) =>
          `<div style="display:flex;gap:12px;padding:9px 16px;align-items:center"><span class="disc"></span><div style="flex:1"><div>${i === 2 ? 'Relaypoint API' : person(c.pick([p.west, p.turned, p.upper]))}</div><div class="d l">${c.pick(['for credits', 'rent', 'lunch', 'Cash out'])} · ${time(t.usShort)}</div></div><div class="end" style="flex:none">${amount(`${i % 2 ? '+' : '-'} $${t.sum}`)}<div class="d l">${i % 3 === 1 ? status(c.pick(['Pending', 'Failed', 'Completed'])) : ''}</div></div></div>`,
      ).join('')}`,
    ),
  }
}

const textsOfPhone: Sketch = (w) => {
  const { c, b, t, u } = w
  const text = (words: string): string =>
    `<div style="padding:5px 14px"><div style="max-width:82%;background:var(--line);border-radius:18px;padding:9px 14px">${words}</div></div>`
  return {
    kind: 'chat',
    language: 'en',
    html: sheet(
      w,
      'en',
      'mono',
      `${bar(c)}<div class="ctr pad">${c.int(20000, 99999)}</div><div class="ctr d l">${time(t.today)}</div>${text(`Chase: You made a ${amount(`$${t.sum}`)} transaction with RELAYPOINT API on ${time(t.us)} (ET) using ${method(`card ending ${t.tail}`)}.`)}${text(`BofA: ${person(b.west)} sent you ${amount(`$${t.whole}.00`)} with ${method('Zelle')}. It is ${status(c.pick(['available now', 'pending', 'on hold']))}.`)}<div class="ctr d l">${time(t.after.today)}</div>${text(`Revolut: ${code(u.once)} is your code to approve ${amount(`£${u.sum}`)} at TOKENBAY. Don't share it.`)}`,
    ),
  }
}

const usageOnPhone: Sketch = (w) => {
  const { c, a } = w
  return {
    kind: 'table',
    language: 'en',
    html: sheet(
      w,
      'en',
      'semi',
      `${bar(c)}<div class="pad"><h2>Billing history</h2><span class="d l">Signed in as ${email(a.work)}</span></div>${many(
        c,
        4,
        (_, t) =>
          `<div class="box edge">${ends(
            [
              [time(t.usShort), `<b>${amount(`$${t.sum}`)}</b>`],
              ['Invoice', order(t.invoice)],
              ['Method', method(c.pick([`Mastercard ${t.tail}`, 'Alipay', 'Google Pay']))],
              ['Status', `<span class="tag">${status(c.pick(['Paid', 'Open', 'Void']))}</span>`],
            ],
            3,
          )}</div>`,
      ).join('')}`,
    ),
  }
}

export const consoles: readonly Sketch[] = [
  keysOfOrganisation,
  paymentOfMerchant,
  terminal,
  talkOfServer,
  purseOfCoins,
  formOfBilling,
  fileOfMovements,
  feedOfFriends,
  textsOfPhone,
  usageOnPhone,
]
