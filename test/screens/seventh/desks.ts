// English screens of consoles, mails and talks: a billing portal, credits, keys of a project, an alert, a sent payment, a ticket, settings of a deployment.
import {
  address,
  amount,
  email,
  key,
  masked,
  method,
  order,
  password,
  person,
  phone,
  status,
  time,
  user,
} from '../marks.ts'
import { colon, columns, ends, fresh, many, over, paper, type Scene, table } from './stage.ts'

const billingPortal: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'table',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'en',
      `<div style="display:grid;grid-template-columns:280px 1fr"><div class="in" style="background:#0a2540;color:#fff"><b>Kitewing</b><p style="padding-top:14px;opacity:.8">Kitewing partners with a payment provider for simplified billing.</p></div><div class="in"><div class="note soft">PAYMENT METHOD</div><div class="ends"><span>${method(`Visa •••• ${n.last4}`)}　Expires 0${c.int(1, 9)}/2029</span></div><hr><div class="note soft">BILLING INFORMATION</div>${columns(
        [
          ['Name', person(a.abroad)],
          ['Email', email(a.mailAbroad)],
          ['Billing address', address(a.homeAbroad)],
          ['Phone number', phone(a.usPhone)],
        ],
        8,
      )}<hr><div class="note soft">INVOICE HISTORY</div>${table(
        ['Date', 'Amount', 'Status', 'Description'],
        many(3, () => {
          const { n: m } = fresh(c)
          return [
            time(m.usDay),
            amount(`$${m.sum}`),
            `<span class="tag">${status(c.pick(['Paid', 'Open', 'Void', 'Uncollectible']))}</span>`,
            `Pro plan ${order(m.invoice)}`,
          ]
        }),
      )}</div></div>`,
    ),
  }
}

const creditsPage: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'table',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'en',
      `<div class="in ends"><h2>Credits</h2><span class="soft">${email(a.mailAbroad)}</span></div><div class="block"><div class="loud">${amount(`$ ${n.sum}`)}</div><span class="push">Add Credits</span>　<span class="soft note">Auto top-up: ${c.pick(['off', 'on'])}</span></div><div class="block"><b>Recent Transactions</b>${table(
        ['Date', 'Type', 'Amount', 'Status', 'Transaction ID'],
        many(4, () => {
          const { n: m } = fresh(c)
          return [
            time(m.us),
            method(c.pick(['Card', 'Crypto', 'Alipay', 'WeChat Pay'])),
            amount(`$${m.other}`),
            status(c.pick(['Succeeded', 'Failed', 'Refunded', 'Processing'])),
            order(m.charge),
          ]
        }),
      )}</div>`,
    ),
  }
}

const projectKeys: Scene = (s) => {
  const { c, a } = s
  return {
    kind: 'key',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'en',
      `<div class="in ends"><h2>API keys</h2><span class="push">+ Create new secret key</span></div><div class="in soft">Do not share your API key with others or expose it in the browser.</div><div class="block">${table(
        ['NAME', 'SECRET KEY', 'CREATED', 'LAST USED', 'CREATED BY'],
        many(3, (i) => {
          const { a: o, n: m } = fresh(c)
          return [
            ['laptop', 'ci-bot', 'staging'][i] ?? '',
            `<span class="fixed">${masked(m.keyStarred)}</span>`,
            time(m.usDay),
            i === 1 ? 'Never' : time(fresh(c).n.usDay),
            person(o.abroad),
          ]
        }),
      )}</div><div class="block" style="max-width:620px;margin:0 auto"><h3>Save your key</h3><p class="soft note">You won't be able to view it again.</p><div class="box fixed">${key(fresh(c).n.key)}</div><p class="note" style="padding-top:8px">Permissions: All　Owner: ${person(a.abroad)}</p></div>`,
    ),
  }
}

const purchaseAlert: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'mail',
    language: 'en',
    html: paper(
      s,
      'en',
      `<div class="in"><h3>You made an online purchase with your card</h3><div class="ends note"><span class="soft">alerts@bank.example</span><span class="soft">${time(n.mail)}</span></div></div><div class="block"><p>Dear ${person(a.abroad)},</p><p style="padding:8px 0">You asked us to tell you about purchases above ${amount('$1.00')}.</p>${ends(
        [
          ['Account', method(`Checking (...${n.last4})`)],
          ['Made on', time(n.us)],
          ['Description', 'SPRUCE AI TOPUP'],
          ['Amount', amount(`$${n.sum}`)],
          ['Decision', status(c.pick(['Approved', 'Declined', 'On hold']))],
        ],
      )}<p class="note" style="padding-top:8px">Not you? Call us. This alert was sent to ${email(a.mailAbroad)}.</p></div>`,
    ),
  }
}

const sentPayment: Scene = (s) => {
  const { c, a, b, n } = s
  return {
    kind: 'mail',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'en',
      `<div style="max-width:700px;margin:0 auto;padding:18px"><p class="soft">Hello, ${person(a.abroad)}</p><h2>You sent ${amount(`$${n.sum} USD`)} to ${person(b.abroad)}</h2><div class="block">${over(
        [
          ['Your note', `for the yearly pack, my login is ${user(a.handle)}`],
          ['Transaction ID', order(n.paypal)],
          ['Transaction date', time(n.usDay)],
          ['Payment status', status(c.pick(['COMPLETED', 'PENDING', 'REVERSED']))],
          ['Paid with', method(c.pick(['PayPal balance', `Bank account x-${n.last4}`]))],
          ['Recipient', `${person(b.abroad)}<br>${email(b.workMail)}`],
        ],
      )}</div><p class="note soft">Help & Contact | Security | Apps</p></div>`,
    ),
  }
}

const ticketThread: Scene = (s) => {
  const { c, a, b, n } = s
  return {
    kind: 'mail',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'en',
      `<div class="in"><h3>[Ticket ${n.ticket}] Re: paid but no credits</h3></div><div class="block"><div class="ends"><b>${person(b.abroad)}</b><span class="soft note">${time(n.mail)}</span></div><div class="soft note">to ${email(a.workMail)}</div><p style="padding-top:8px">Hi ${person(a.first)}, thanks for waiting. Charge ${order(n.charge)} for ${amount(`$${n.sum}`)} was ${status(c.pick(['refunded', 'captured', 'declined by the bank']))}. You will see it on the card within 5 to 10 days.</p><p>Best,<br>${person(b.initial)}<br><span class="soft">Billing Support, Kitewing</span></p></div><div class="block" style="border-left:3px solid #8888"><div class="soft note">On ${time(n.later.mail)}, ${person(a.abroad)} &lt;${email(a.workMail)}&gt; wrote:</div><p>I paid by ${method(c.pick(['Google Pay', 'card', 'Link']))} yesterday, invoice ${order(n.invoice)}, and the balance is still ${amount('$0.00')}. My key starts with ${masked(n.keyMasked)}. Reach me at ${phone(a.ukPhone)}.</p><p>${person(a.abroad)}<br>${address(a.homeAbroad)}</p></div>`,
    ),
  }
}

const signalTalk: Scene = (s) => {
  const { c, a, b, n } = s
  const said: readonly (readonly [boolean, string])[] = [
    [false, `yo did the top up land? sent ${amount(`$${n.round}`)} to ${email(b.mailAbroad)}`],
    [
      true,
      `nope. ${method('Wise')} shows ${status(c.pick(['Sent', 'Paid out', 'On its way']))} since ${time(n.usShort)}`,
    ],
    [false, `order is ${order(n.charge)}`],
    [true, `try this one instead ${key(n.keyShort)}`],
    [false, `or log in as ${user(a.handle)}, pw ${password(n.password)}`],
    [true, `ok, call ${person(b.first)} on ${phone(b.usPhone)} if it breaks`],
  ]
  return {
    kind: 'chat',
    language: 'en',
    html: paper(
      s,
      'en',
      `<div class="in ends"><b>‹　${person(a.abroad)}</b><span class="soft">ⓘ</span></div>${said
        .map(
          ([mine, text]) =>
            `<div style="display:flex;padding:5px 10px;justify-content:flex-${mine ? 'end' : 'start'}"><div style="max-width:80%;border-radius:18px;padding:9px 13px;background:${mine ? '#2c6bed;color:#fff' : '#8883'}">${text}<span class="note" style="opacity:.65">　${c.int(1, 12)}:${c.int(10, 59)}</span></div></div>`,
        )
        .join('')}`,
    ),
  }
}

const deploySettings: Scene = (s) => {
  const { c, a, n } = s
  const line = (name: string, value: string): string =>
    `<div class="ends" style="padding:9px 0;border-bottom:1px solid #8883"><span class="fixed">${name}<br><span class="soft note">Production, Preview</span></span><span class="fixed note">${value}</span></div>`
  return {
    kind: 'key',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'en',
      `<div class="in ends"><b>gateway-web / Settings / Environment Variables</b><span class="soft">${user(a.handle)}</span></div><div class="block">${line('STRIPE_SECRET_KEY', key(n.stripeKey))}${line('STRIPE_WEBHOOK_SECRET', key(n.hook))}${line('UPSTREAM_API_KEY', key(n.key))}${line('ADMIN_PASSWORD', password(n.password))}${line('SUPPORT_EMAIL', email(a.workMail))}${line('MIN_TOPUP', amount('$5.00'))}</div><div class="in soft note">Last changed ${time(n.utc)} by ${person(a.abroad)} · Build ${status(c.pick(['Ready', 'Error', 'Queued']))}</div>`,
    ),
  }
}

const paidAndLeft: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'order',
    language: 'en',
    html: paper(
      s,
      'en',
      `<div class="in center" style="padding-top:30px"><div class="loud mark">${c.pick(['✓', '!'])}</div><h3>${status(c.pick(['Payment successful', 'Payment is being processed', 'We could not confirm your payment']))}</h3></div><div class="block">${colon(
        [
          ['Amount', amount(`US$${n.sum}`)],
          ['Method', method(c.pick(['Alipay', 'Credit card', 'Apple Pay']))],
          ['Order no', order(n.gateway)],
          ['Time', time(n.utc)],
          ['Account', email(a.mailAbroad)],
          ['New balance', amount(`$${n.other}`)],
        ],
        ': ',
      )}</div><div class="in center"><span class="push">Back to wallet</span></div>`,
    ),
  }
}

export const desks: readonly Scene[] = [
  billingPortal,
  creditsPage,
  projectKeys,
  purchaseAlert,
  sentPayment,
  ticketThread,
  signalTalk,
  deploySettings,
  paidAndLeft,
]
