// Odd pictures that customers send all the same: a sheet, a work order, a talk with quotes, a shell, an exchange, a letter.
import {
  account,
  address,
  alipay,
  amount,
  bank,
  paper as citizen,
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
import { bubbles, caption, many, paper, plain, type Sketch, table, wide } from './paper.ts'

const sheetOfSums: Sketch = (s) => {
  const { c } = s
  const letters = ['', 'A', 'B', 'C', 'D', 'E', 'F', 'G']
  return {
    kind: 'table',
    language: 'zh',
    wide: true,
    html: paper(
      s,
      'bank',
      'cn',
      `<div class="pad x d">代充对账.xlsx　开始　插入　公式　数据</div><div style="background:#fff;color:#222">${table(
        letters,
        [
          ['1', '日期', '客户', '联系方式', '渠道', '金额', '订单号', '备注'],
          ...many(c, 6, (p, n, i) => [
            String(i + 2),
            time(n.date),
            person(c.pick([p.chinese, p.chinese, p.west])),
            c.pick([phone(p.mobile), email(p.mail), account(`wx: ${p.handle}`)]),
            method(c.pick(['支付宝', '微信', '对公', 'PayPal'])),
            amount(n.sum),
            order(c.pick([n.shop, n.epay, n.gateway])),
            status(c.pick(['已到账', '未到账', '已退款', '已到账'])),
          ]),
        ],
      )}</div>`,
      'td,th{border:1px solid #d0d0d0;padding:3px 7px}',
    ),
  }
}

const workOrder: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'identity',
    language: 'zh',
    html: paper(
      s,
      'ali',
      'cn',
      `<div class="top">费用报销 · 审批</div><div class="box"><b>${person(p.chinese)}提交的报销</b> <span class="tag">${status(c.pick(['审批中', '已通过', '已驳回']))}</span>${caption(
        [
          ['审批编号', order(`${n.tightest.slice(0, 12)}000${n.tail}`)],
          ['报销事由', 'AI 接口调用充值'],
          ['报销金额（元）', amount(n.sum)],
          ['发生日期', time(n.date)],
          ['支付渠道', method(c.pick(['个人支付宝', '个人微信', '公司信用卡']))],
          ['收款人', `${person(p.chinese)}　${n.bank}`],
          ['收款账号', bank(n.card)],
          ['身份证号', citizen(p.citizen)],
          ['发票寄送', address(p.home)],
        ],
      )}</div>`,
    ),
  }
}

const talkWithQuotes: Sketch = (s) => {
  const { c, p, q, n } = s
  const quote = (text: string): string =>
    `<div class="x" style="background:#8882;border-radius:4px;padding:4px 8px;margin-top:6px;opacity:.8">${text}</div>`
  return {
    kind: 'chat',
    language: 'zh',
    html: paper(
      s,
      'green',
      'cn',
      `<div class="top two"><span>‹</span><span>${c.pick([user(p.nick), `鹿鸣售后-${person(q.titled)}`])}</span><span>···</span></div><div class="c d x">${time(n.noon)}</div>${bubbles(
        [
          [1, `充了${amount(`${n.whole}块`)}没到，${method(c.pick(['微信', '支付宝', '云闪付']))}付的`],
          [0, `麻烦发下支付宝交易号和注册邮箱${quote(`我：充了${n.whole}块没到`)}`],
          [1, alipay(n.alipay)],
          [1, `${c.pick([email(p.mail), `用户名 ${user(p.handle)}`])} 密码 ${password(n.password)} 你直接登上去看`],
          [0, '密码不用发哈，赶紧改掉'],
          [
            0,
            `订单是${status(c.pick(['已支付未回调', '待支付', '已关闭']))}的，手工补一下。以后走这个：${code(n.code)}`,
          ],
          [1, `好了，${time(n.after.month)}那笔也没到，单号${order(n.market)}`],
          [
            0,
            c.pick([
              `收到，加下客服 ${account(`lm_${n.hash.slice(0, 7)}`)}`,
              `请留个电话。${quote(`收货人 ${person(p.chinese)} ${phone(p.mobile)}`)}`,
            ]),
          ],
        ],
        '#95ec69;color:#111',
        '#8883',
        6,
      )}`,
    ),
  }
}

const shellOfCaller: Sketch = (s) => {
  const { c, n, p } = s
  return {
    kind: 'key',
    language: 'en',
    wide: true,
    html: paper(
      s,
      'night',
      'en',
      `<div class="m x pad"><div><span style="color:#7ee787">${user(p.handle)}@mbp</span> ~ % export OPENAI_API_KEY="${key(n.key)}"</div><div><span style="color:#7ee787">${user(p.handle)}@mbp</span> ~ % curl -s https://api.larkrouter.example/v1/billing/orders/${order(n.shop)} -H "Authorization: Bearer $OPENAI_API_KEY" | jq</div><div>{</div><div>&nbsp; "object": "order",</div><div>&nbsp; "status": "${status(c.pick(['paid', 'pending', 'expired']))}",</div><div>&nbsp; "amount": ${amount(n.sum.replace(',', ''))},</div><div>&nbsp; "method": "${method(c.pick(['stripe', 'alipay', 'wxpay']))}",</div><div>&nbsp; "email": "${email(p.westMail)}",</div><div>&nbsp; "created_at": "${time(n.zulu)}",</div><div>&nbsp; "card_key": "${code(n.code)}"</div><div>}</div></div>`,
    ),
  }
}

const exchangeWithdrawal: Sketch = (s) => {
  const { c, n } = s
  return {
    kind: 'bill',
    language: 'en',
    html: paper(
      s,
      'night',
      'en',
      `<div class="top">Withdrawal Details</div><div class="c pad"><div class="d">Quantity</div><div class="huge">${amount(`-${n.whole} USDT`)}</div><div class="k">${status(c.pick(['Completed', 'Processing', 'Failed']))}</div></div><div class="pad">${wide(
        [
          ['Network', method(c.pick(['TRC20', 'TRX', 'Tron (TRC20)']))],
          ['Network fee', amount('1 USDT')],
          ['Address', `<span class="m x">${account(n.tron)}</span>`],
          ['Txid', `<span class="m x">${order(n.hash)}</span>`],
          ['Date', time(n.iso)],
          ['Order No.', order(n.serial)],
        ],
      )}</div>`,
    ),
  }
}

const declinedLetter: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'mail',
    language: 'en',
    html: paper(
      s,
      'mail',
      'serif',
      `<div class="pad">${plain(
        [
          ['From', 'FirstHarbor Card Services'],
          ['To', email(p.westMail)],
          ['Sent', time(n.mailed)],
        ],
        ': ',
      )}</div><div class="box"><p>Dear ${person(p.reversed)},</p><p style="padding:10px 0">On ${time(n.us)} a purchase of ${amount(`$${n.sum}`)} at LARKROUTER.AI with your ${method('debit card')} ${c.pick([masked(`XXXX-XXXX-XXXX-${n.tail}`), bank(n.visa)])} was ${status(c.pick(['declined', 'approved', 'flagged for review']))}. Your case number is ${order(n.serial)}.</p><p>If your address is no longer ${address(p.westHome)}, or your phone is no longer ${phone(p.westPhone)}, please let us know.</p></div>`,
    ),
  }
}

export const oddities: readonly Sketch[] = [
  sheetOfSums,
  workOrder,
  talkWithQuotes,
  shellOfCaller,
  exchangeWithdrawal,
  declinedLetter,
]
