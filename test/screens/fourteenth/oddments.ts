// English consoles and talks, plain and odd: keys of a proxy, a history of top-ups, an interface's answer, a shell, a lock screen, a bot's shop, a ticket, a note, a mailbox, a printed slip.
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
  password,
  person,
  phone,
  status,
  time,
  user,
} from '../marks.ts'
import { above, beside, bubbles, ends, many, paints, type Sketch, sheetOf, tableOf, topped } from './easel.ts'

export const virtualKeys: Sketch = ({ c }) => ({
  kind: 'key',
  language: 'en',
  wide: true,
  html: sheetOf(
    c,
    c.pick([paints.white, paints.slate]),
    'en',
    `<div class="p r"><h3>Virtual Keys</h3><span class="bt">+ Create New Key</span></div><div class="p s">${tableOf(
      ['Key Alias', 'Secret Key', 'User', 'Spend (USD)', 'Budget', 'Created', 'Status'],
      many(c, 4, (t, p, n) => [
        ['ci-runner', 'notebooks', 'aider', 'shared-demo'][n] ?? '',
        `<span class="mono">${n === 1 ? key(t.shortKey) : masked(t.hiddenKey)}</span>`,
        c.pick([email(p.work), user(p.login)]),
        amount(t.cost),
        c.pick([amount(`$${t.even}`), 'Unlimited']),
        time(t.en),
        status(c.pick(['Active', 'Expired', 'Blocked'])),
      ]),
    )}</div>`,
  ),
})

export const topUpHistory: Sketch = ({ c, p, t }) => ({
  kind: 'table',
  language: 'en',
  html: sheetOf(
    c,
    c.pick([paints.white, paints.night]),
    'en',
    `<div class="p r"><b>☰ Chestnut API</b><span class="tag">${user(p.login)}</span></div><div class="p"><h3>Top-up history</h3><p class="d">Current balance ${amount(`$${t.left}`)}</p></div>${many(
      c,
      3,
      (u) =>
        `<div class="box lined">${ends(
          [
            ['Order No.', order(u.own)],
            ['Payment method', method(c.pick(['Stripe', 'Alipay', 'WeChat', 'Creem']))],
            ['Quota', amount(`$${u.even}`)],
            ['Paid', amount(`$${u.yuan}`)],
            ['Status', status(c.pick(['Success', 'Pending', 'Expired', 'Failed']))],
            ['Created', time(u.full)],
          ],
          3,
        )}</div>`,
    ).join('')}`,
  ),
})

export const shellOfCall: Sketch = ({ c, p, t }) => ({
  kind: 'key',
  language: 'en',
  wide: true,
  html: sheetOf(
    c,
    c.pick([
      { ...paints.black, bg: '#1a1b26', ink: '#c0caf5' },
      { ...paints.white, bg: '#fdf6e3', ink: '#4b5a60' },
    ]),
    'en',
    `<div class="mono p" style="line-height:1.7"><div>${user(p.login.split('_')[0] ?? 'root')}@devbox:~$ export OPENAI_API_KEY=${key(t.key)}</div><div>${user(p.login.split('_')[0] ?? 'root')}@devbox:~$ curl -s https://api.chestnut.example/v1/dashboard/topups | jq '.data[0]'</div>{${[
      ['trade_no', order(t.own)],
      ['email', email(p.post)],
      ['money', amount(t.yuan)],
      ['payment_method', method(c.pick(['stripe', 'alipay', 'wxpay']))],
      ['status', status(c.pick(['success', 'pending', 'expired']))],
      ['complete_time', time(t.iso)],
    ]
      .map(([name, value]) => `<div>&nbsp;&nbsp;"${name}": "${value}",</div>`)
      .join('')}}</div>`,
  ),
})

export const lockedPhone: Sketch = ({ c, p, t }) => {
  const card = (app: string, when: string, text: string) =>
    `<div style="background:#ffffffd0;color:#111;border-radius:18px;margin:8px 12px;padding:11px 14px"><div class="r s"><b>${app}</b><span>${when}</span></div>${text}</div>`
  return {
    kind: 'chat',
    language: 'en',
    html: sheetOf(
      c,
      { ...paints.black, bg: 'linear-gradient(#35507d,#8a5f80 70%,#c58b6b)' },
      'en',
      `<div class="cc" style="padding:40px 0 16px"><div>${time(t.enDay)}</div><div style="font-size:64px;line-height:1.1">${t.clock}</div></div>${card('WALLET', 'now', `Chestnut AI<br>${amount(`$${t.yuan}`)} · ${method(`Apple Card ··${t.four}`)}`)}${card('GMAIL', '2m ago', `Chestnut AI<br>Payment ${status(c.pick(['succeeded', 'failed', 'refunded']))} for order ${order(t.own)}`)}${card('MESSAGES', '3m ago', `Your Chestnut sign-in code is ${password(t.auth)}`)}${card('TELEGRAM', '8m ago', `${person(p.west)}: pls check ${email(p.post)}, thx`)}`,
      'body{min-height:100vh}',
    ),
  }
}

export const botShop: Sketch = ({ c, p, t }) => ({
  kind: 'chat',
  language: 'en',
  html: sheetOf(
    c,
    c.pick([
      { ...paints.black, bg: '#0e1621' },
      { ...paints.white, bg: '#d5e3c8' },
    ]),
    'en',
    `<div class="p r" style="background:#5288c1;color:#fff"><b>Chestnut Shop Bot</b><span>bot</span></div>${bubbles(
      [
        '>/orders',
        `Order ${order(t.shopOrder)}<br>Item: $${t.even} API balance<br>Total: ${amount(`${t.left} USDT`)}<br>Status: ${status(c.pick(['Paid', 'Waiting for payment', 'Expired']))}<br>Created: ${time(t.full)}`,
        `Your code:<br><span class="mono">${code(t.code)}</span>`,
        `>I sent it from ${account(t.tron)}`,
        `Linked account: ${user(p.login)} / ${email(p.post)}`,
        `>paid with ${method('USDT-TRC20')} at ${time(t.after.clock)}`,
      ],
      '#2b5278;color:#fff',
      '#182533;color:#f5f5f5',
    )}`,
  ),
})

export const serverTicket: Sketch = ({ c, p, q, t }) => ({
  kind: 'chat',
  language: 'en',
  wide: true,
  html: sheetOf(
    c,
    paints.discord,
    'en',
    `<div class="p r" style="border-bottom:1px solid #0006"><b># ticket-${c.int(100, 999)}</b><span class="d">Support</span></div>${[
      ['Ticket Tool', `Welcome ${user(`@${p.login}`)}! Support will be with you shortly.`],
      [
        user(p.login),
        `hey, topped up ${amount(`$${t.even}`)} via ${method('PayPal')}, balance still shows ${amount(`$${t.left}`)}`,
      ],
      [user(p.login), `paypal id is ${order(t.paypal)} and the mail is ${email(p.post)}`],
      [
        user(q.login),
        `thanks. I can see it as ${status(c.pick(['pending', 'completed', 'on hold']))} on our side, which key do you use?`,
      ],
      [user(p.login), `<span class="mono" style="background:#0004;padding:2px 5px">${key(t.key)}</span>`],
      [user(q.login), 'please delete that message and rotate the key!'],
      [user(q.login), `done, credited ${time(t.after.en)}`],
    ]
      .map(
        ([who, what]) =>
          `<div style="display:flex;gap:14px;padding:8px 16px"><i style="flex:none;width:38px;height:38px;border-radius:50%;background:#5865f2"></i><div><b>${who}</b> <span class="d s">${time(t.brief)}</span><div>${what}</div></div></div>`,
      )
      .join('')}`,
  ),
})

export const noteOfAccounts: Sketch = ({ c, p, t }) => ({
  kind: 'identity',
  language: 'en',
  html: sheetOf(
    c,
    c.pick([{ ...paints.white, bg: '#fffdf2' }, paints.black]),
    'en',
    `<div class="p r" style="color:#d99a00"><span>‹ Notes</span><span>Done</span></div><div class="p"><p class="cc d s">${time(t.en)}</p><h2>AI stuff</h2><p>chestnut login<br>${email(p.post)}<br>${password(t.password)}</p><br><p>gift code from ${person(p.first)}:<br>${code(t.code)}</p><br><p>card for subs<br>${bank(t.visa)}<br>exp 08/29</p><br><p>☐ ask refund ${amount(`$${t.even}`)}, paid ${time(t.enDay)} w/ ${method('Google Pay')}, still ${status('pending')}</p></div>`,
  ),
})

export const printedSlip: Sketch = ({ c, p, t }) => ({
  kind: 'order',
  language: 'en',
  codes: [{ format: 'Code128', text: t.serial.slice(0, 14) }],
  html: sheetOf(
    c,
    { ...paints.white, bg: '#b9b2a6' },
    'en',
    `<div class="mono" style="background:#fcfbf7;color:#222;max-width:320px;margin:18px auto;padding:20px 16px;font-size:13px"><div class="cc"><b>CORNER MART #${c.int(100, 999)}</b><br>PREPAID CODE RECEIPT</div><div>--------------------------</div>${ends(
      [
        ['DATE', time(t.slash)],
        ['TRANS', order(t.serial)],
        ['AI CREDIT', amount(`$${t.even}.00`)],
        ['TOTAL', amount(`$${t.even}.00`)],
        [method('VISA CREDIT'), masked(`************${t.four}`)],
        ['AUTH', order(t.auth)],
      ],
      2,
    )}<div class="cc" style="padding:8px 0">** ${status(c.pick(['APPROVED', 'DECLINED']))} **</div><div class="cc">YOUR PIN</div><div class="cc l">${code(t.code)}</div><div class="cc"><img data-code="0" style="width:230px;height:56px;margin-top:10px"></div><div class="cc s">Cardholder ${person(p.west.toUpperCase())}</div></div>`,
  ),
})

export const supportCase: Sketch = ({ c, p, t }) => ({
  kind: 'identity',
  language: 'en',
  wide: true,
  html: sheetOf(
    c,
    c.pick([paints.blue, paints.slate]),
    'en',
    `<div style="display:flex"><div style="width:270px;flex:none;padding:16px;border-right:1px solid #8884"><b>Customer</b>${above(
      [
        ['Name', person(p.west)],
        ['Email', email(p.post)],
        ['Phone', phone(p.usPhone)],
        ['Location', address(p.street)],
        ['External ID', account(p.login)],
      ],
    )}</div><div style="flex:1;padding:16px"><h3>Charged twice for one top-up</h3><p class="d s">Opened ${time(t.en)}　${status(c.pick(['Open', 'Waiting on customer', 'Solved']))}</p><div class="box lined">Hi team, I see two charges of ${amount(`$${t.yuan}`)} on my ${method(`Mastercard ${t.four}`)}: ${order(t.stripe)} and ${order(`ch_3${c.text('ABCDEFGHJKLMabcdefghjkm0123456789', 23)}`)}. Please refund one.<br>${person(p.first)}</div><div class="box lined" style="background:#ffd86622">Internal note: second one ${status('refunded')}, arrives by ${time(t.next.enDay)}.</div></div></div>`,
  ),
})

export const gatewaySettings: Sketch = ({ c, p, t }) => ({
  kind: 'key',
  language: 'en',
  html: sheetOf(
    c,
    c.pick([paints.night, paints.white]),
    'en',
    `${topped('API Provider', t.clock)}<div class="p">${beside([
      ['Provider', 'Chestnut (OpenAI compatible)'],
      ['Base URL', 'https://api.chestnut.example/v1'],
      ['API Key', `<span class="mono">${key(t.key)}</span>`],
      ['Model', t.model],
      ['Account', email(p.post)],
      ['Balance', amount(`$${t.left}`)],
      ['Check', status(c.pick(['Connected', 'Insufficient quota', 'Invalid token']))],
      ['Last sync', time(t.en)],
    ])}<span class="bt">Save</span></div>`,
  ),
})
