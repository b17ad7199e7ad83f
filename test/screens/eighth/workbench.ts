// English screens of consoles and talks: keys of a proxy, a history of billing, a refused call, a ticket in a channel, a desk's messenger, a paid invoice, a sheet of customers, an account.
import {
  address,
  amount,
  bank,
  code,
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
import { bubbles, footed, formal, list, type Play, page, running, stranger, times } from './layout.ts'

const keysOfProxy: Play = (s) => {
  const { c } = s
  return {
    kind: 'key',
    language: 'en',
    wide: true,
    html: page(
      s,
      'en',
      `<div class="pad two"><h3>Virtual Keys</h3><span class="knob">+ Create New Key</span></div><div class="pad tiny">${list(
        ['Key ID', 'Key Alias', 'Secret Key', 'User Email', 'Created', 'Spend (USD)', 'Budget'],
        times(4, (i) => {
          const { p, r } = stranger(c)
          return [
            `<span class="mono">${r.request.slice(4, 11)}…</span>`,
            user(p.handle),
            `<span class="mono">${i === 2 ? key(r.keyBrief) : masked(r.keyDots)}</span>`,
            email(p.westMail),
            time(r.slashDay),
            amount(`$${r.fee}`),
            amount(`$${r.even}`),
          ]
        }),
        true,
      )}</div>`,
    ),
  }
}

const billingHistory: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'table',
    language: 'en',
    wide: true,
    html: page(
      s,
      'en',
      `<div class="pad"><h2>Billing</h2><span class="dim">Overview　Payment methods　<b class="hue">Billing history</b>　Preferences</span></div><div class="slab">${footed(
        [
          ['Credit balance', amount(`$${r.rest}`)],
          ['Billing contact', email(p.office)],
          ['Primary card', method(`Visa •••• ${r.tail}`)],
        ],
        3,
      )}</div><div class="slab">${list(
        ['Invoice', 'Status', 'Amount', 'Created', ''],
        times(5, () => {
          const { r: o } = stranger(c)
          return [
            order(o.invoice),
            `<span class="chip">${status(c.pick(['Paid', 'Open', 'Void', 'Past due']))}</span>`,
            amount(`$${o.sum}`),
            time(o.us),
            '<span class="dim">View</span>',
          ]
        }),
      )}</div>`,
    ),
  }
}

const refusedCall: Play = (s) => {
  const { c, r } = s
  return {
    kind: 'key',
    language: 'en',
    wide: true,
    html: page(
      s,
      'en',
      `<div class="mono" style="background:#0c0c14;color:#d6d6e0;padding:18px;min-height:340px"><div>${user(s.p.handle)}@mbp ~ % curl https://api.lumen.example/v1/messages \\</div><div>&nbsp; -H "x-api-key: ${key(r.key)}" \\</div><div>&nbsp; -d '{"model":"${r.model}","max_tokens":64}'</div><div style="color:#ff7b72;padding-top:8px">{"type":"error","error":{"type":"billing_error",<br>"message":"${status(c.pick(['Payment required', 'Insufficient balance', 'Credit balance is too low']))}: balance ${amount(`$${r.fee}`)}, last top-up ${amount(`$${r.sum}`)} on ${time(r.zulu)}"},<br>"request_id":"${order(r.request)}"}</div><div style="padding-top:8px">${user(s.p.handle)}@mbp ~ % ▋</div></div>`,
    ),
  }
}

const ticketInChannel: Play = (s) => {
  const { c, p, q, r } = s
  const post = (who: string, when: string, text: string, colour: string): string =>
    `<div style="display:flex;gap:12px;padding:8px 14px"><span style="width:38px;height:38px;border-radius:50%;background:${colour};flex:none"></span><div><b>${who}</b> <span class="tiny" style="opacity:.55">${when}</span><div>${text}</div></div></div>`
  return {
    kind: 'chat',
    language: 'en',
    wide: true,
    html: page(
      s,
      'en',
      `<div style="background:#313338;color:#dbdee1;min-height:460px"><div class="pad" style="border-bottom:1px solid #1f2023"># ticket-0${c.int(100, 999)}</div>${post(
        'Ticket Bot',
        time(r.usTwelve),
        `<div style="border-left:4px solid #5865f2;background:#2b2d31;padding:10px 14px;border-radius:4px;margin-top:4px"><b>New ticket</b>${running(
          [
            ['Opened by', user(p.handle)],
            ['E-mail', email(p.westMail)],
            ['Paid with', method(c.pick(['PayPal', 'Crypto', 'Stripe', 'Alipay']))],
            ['Order', order(r.shop)],
          ],
          ': ',
        )}</div>`,
        '#5865f2',
      )}${post(user(p.handle), time(r.usTwelve), `hey, paid ${amount(`$${r.sum}`)} on ${time(r.usDay)} and still ${status(c.pick(['unpaid', 'pending', 'processing']))}. txn is ${order(r.payment)}`, '#eb459e')}${post(user(q.handle), time(r.after.usTwelve), 'can you log in on your side? what does the dashboard say', '#23a55a')}${post(user(p.handle), time(r.after.usTwelve), `says expired. code was ${code(r.code)} btw. my acc: ${email(stranger(c).p.westMail)} / ${password(r.password)}`, '#eb459e')}</div>`,
    ),
  }
}

const deskMessenger: Play = (s) => {
  const { c, p, q, r } = s
  return {
    kind: 'chat',
    language: 'en',
    html: page(
      s,
      'en',
      `<div class="pad" style="background:#1f3a5f;color:#fff"><b>Lumen Support</b><div class="tiny">${person(q.westFirst)} is here to help</div></div>${bubbles(
        [
          [false, 'Hi there! How can we help?'],
          [true, `I was charged twice, ${amount(`$${r.sum}`)} each, both on ${time(r.usDay)}`],
          [false, 'Sorry to hear that! Could you share the e-mail on the account and the receipt number?'],
          [true, `${email(p.westMail)}, receipt ${order(r.receipt)}`],
          [
            false,
            `Thanks ${person(p.westFirst)}. I see one ${status(c.pick(['succeeded', 'refunded', 'failed']))} by ${method(c.pick(['Link', 'card', 'Cash App Pay']))}: ${order(r.payment)}`,
          ],
          [true, `the other is from my partner's card, ${person(s.q.west)}, ${bank(r.visaSplit)}`],
          [false, 'Please do not post full card numbers here. We will reach out by phone.'],
          [true, `ok ${phone(c.pick([p.usPhone, p.ukPhone, p.sgPhone]))}`],
        ],
        '#1f3a5f;color:#fff',
        '#8882',
        14,
      )}<div class="dim tiny mid">Seen · ${time(r.after.usTwelve)}</div>`,
    ),
  }
}

const paidInvoice: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'mail',
    language: 'en',
    wide: true,
    html: page(
      s,
      'en',
      `<div style="background:#fff;color:#1a1f36;max-width:760px;margin:20px auto;padding:32px"><div class="two"><h2>Invoice</h2><b>Lumen AI, Inc.</b></div>${formal(
        [
          ['Invoice number', order(r.invoice)],
          ['Date of issue', time(r.usDay)],
          ['Date due', time(r.after.usDay)],
        ],
        8,
      )}<div style="display:grid;grid-template-columns:1fr 1fr;padding:16px 0"><div>Lumen AI, Inc.<br>billing@lumen.example</div><div><b>Bill to</b><br>${person(c.pick([p.west, p.westTurned]))}<br>${address(p.westHome)}<br>${email(c.pick([p.westMail, p.office]))}</div></div><h3>${amount(`$${r.sum} USD`)} ${status(c.pick(['paid', 'due', 'refunded']))} ${time(r.usDay)}</h3>${list(['Description', 'Qty', 'Unit price', 'Amount'], [['API usage credits', '1', amount(`$${r.sum}`), amount(`$${r.sum}`)]])}<p class="tiny" style="padding-top:12px;color:#697386">Payment history: ${method(`Mastercard - ${r.tail}`)}, receipt ${order(r.receipt)}</p></div>`,
    ),
  }
}

const sheetOfCustomers: Play = (s) => {
  const { c } = s
  return {
    kind: 'table',
    language: 'en',
    wide: true,
    html: page(
      s,
      'en',
      `<div class="pad"><b>resellers_q3</b> <span class="dim tiny">File Edit View Insert Format Data</span></div><table class="tiny"><tr style="background:#8883">${['', 'A', 'B', 'C', 'D', 'E', 'F'].map((one) => `<td class="mid">${one}</td>`).join('')}</tr>${[
        ['1', 'Customer', 'Contact', 'Date', 'Paid', 'Via', 'State'],
        ...times(5, (i) => {
          const { p, r } = stranger(c)
          return [
            String(i + 2),
            person(c.pick([p.west, p.westTurned, p.chinese])),
            c.pick([email(p.westMail), phone(p.sgPhone), user(p.handle)]),
            time(c.pick([r.dashed, r.day])),
            amount(`$${r.sum}`),
            method(c.pick(['Wise', 'PayPal', 'Alipay', 'USDT'])),
            status(c.pick(['Paid', 'Unpaid', 'Refunded'])),
          ]
        }),
      ]
        .map((row) => `<tr>${row.map((one) => `<td style="border:1px solid #8885">${one}</td>`).join('')}</tr>`)
        .join('')}</table>`,
    ),
  }
}

const accountSettings: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'identity',
    language: 'en',
    html: page(
      s,
      'en',
      `<div class="pad"><h2>Account</h2></div><div class="slab">${formal(
        [
          ['Display name', user(p.handle)],
          ['Legal name', person(p.west)],
          ['Email', email(p.westMail)],
          ['Phone', phone(c.pick([p.usPhone, p.sgPhone, p.ukPhone]))],
          ['Address', address(p.westHome)],
          ['Joined', time(r.uk)],
        ],
        6,
      )}</div><div class="slab">${formal(
        [
          ['Plan', 'Pay as you go'],
          ['Balance', amount(`$${r.rest}`)],
          ['Last payment', `${amount(`$${r.sum}`)} ${status(c.pick(['Succeeded', 'Declined', 'Refunded']))}`],
          ['Default card', method(`Amex ending ${r.tail}`)],
          ['API key', masked(r.keyStars)],
        ],
        6,
      )}</div>`,
    ),
  }
}

export const workbench: readonly Play[] = [
  keysOfProxy,
  billingHistory,
  refusedCall,
  ticketInChannel,
  deskMessenger,
  paidInvoice,
  sheetOfCustomers,
  accountSettings,
]
