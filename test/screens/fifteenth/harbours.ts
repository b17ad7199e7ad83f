// Screens of Hong Kong and Taiwan: purses, a bank's advice, a shop's order, a card's push, a console in traditional signs, a talk with a seller.
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
import { bill, bubbles, caption, many, paper, type Sketch, table, wide } from './paper.ts'

const purseOfHarbour: Sketch = (s) => {
  const { c, q, n } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: paper(
      s,
      'ali',
      'hk',
      `<div class="top">交易詳情</div><div class="c pad"><div>${c.pick([person(q.roman), person(q.harbour), 'Luming Digital Ltd'])}</div><div class="huge">${amount(`- HK$ ${n.sum}`)}</div><div class="k">${status(c.pick(['交易成功', '處理中', '已退款']))}</div></div><div class="box">${wide(
        [
          ['付款方式', method(c.pick(['錢包餘額', `銀行戶口 (${n.tail})`, '八達通']))],
          ['交易時間', time(n.iso)],
          ['轉賬至', c.pick([phone(q.harbourPhone), email(q.formosaMail)])],
          ['交易編號', order(n.alipay)],
          ['商戶訂單編號', order(n.shop)],
        ],
      )}</div>`,
    ),
  }
}

const adviceOfBank: Sketch = (s) => {
  const { c, p, q, n } = s
  return {
    kind: 'bank',
    language: 'zh',
    wide: true,
    html: paper(
      s,
      'bank',
      'hk',
      `<div class="pad h">轉賬通知書 <span class="d x">Transfer Advice</span></div><div class="box">${table(
        [],
        [
          ['付款人姓名', person(p.roman), '收款人姓名', person(q.roman)],
          [
            '付款戶口',
            bank(n.harbourAccount),
            '收款戶口',
            c.pick([bank(n.harbourAccount.split('-').reverse().join('-')), phone(q.harbourPhone)]),
          ],
          ['轉賬金額', amount(`HKD ${n.sum}`), '手續費', amount('HKD 0.00')],
          ['轉賬方式', method('轉數快'), '交易狀況', status(c.pick(['已完成', '已接納', '不成功']))],
          ['交易日期', time(n.slashed), '參考編號', order(n.harbourRef)],
          ['給收款人訊息', c.pick(['AI credit', '增值', 'Claude']), '通知電郵', email(p.formosaMail)],
        ],
      )}</div>`,
    ),
  }
}

const orderOfFormosa: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'order',
    language: 'zh',
    html: paper(
      s,
      'shop',
      'tw',
      `<div class="top">訂單資訊</div><div class="box"><div class="k h">${status(c.pick(['訂單已完成', '待出貨', '退貨/退款已完成', '不成立']))}</div><div class="d x">收件地址</div><div>${person(p.formosa)}（${c.pick([phone(p.formosaPhone), masked('+886 *****123')])}）<br>${address(p.formosaHome)}</div></div><div class="box"><div class="two"><span>AI 點數序號 ${n.whole} 點（聊聊發送）</span><span style="flex:none">${amount(`$${n.taiwan}`)}</span></div><div class="two rule" style="margin-top:8px;padding-top:8px"><span>訂單金額</span><b>${amount(`$${n.taiwan}`)}</b></div></div><div class="box">${bill(
        [
          ['訂單編號', order(n.formosaRef)],
          ['訂單成立時間', time(n.slashed)],
          ['付款時間', time(n.after.slashed)],
          ['付款方式', method(c.pick(['信用卡/金融卡', '貨到付款', '銀行轉帳', 'LINE Pay']))],
        ],
        7,
      )}</div>`,
    ),
  }
}

const pushOfCard: Sketch = (s) => {
  const { c, p, n } = s
  return {
    kind: 'chat',
    language: 'zh',
    html: paper(
      s,
      'night',
      'tw',
      `<div class="top">信用卡即時通知</div>${bubbles(
        [
          [
            0,
            `親愛的${person(p.formosa)}您好：您末四碼 ${masked(n.tail)} 之信用卡於 ${time(n.slashed)} 刷卡消費 NT$${amount(n.taiwan)}，商店 LUMING*AI，授權${status(c.pick(['成功', '失敗']))}。`,
          ],
          [0, `您的一次性驗證碼為 ${code(n.sms)}，交易金額 ${amount(`TWD ${n.taiwan}`)}，10分鐘內有效。`],
          [
            0,
            `提醒您：${time(n.after.brief)} 轉帳 ${amount(`${n.whole}元`)} 至 ${bank(n.formosaAccount)}，轉出方式 ${method('行動銀行')}，交易序號 ${order(n.formosaRef)}`,
          ],
        ],
        '#06c755;color:#000',
        '#8884',
        14,
      )}`,
    ),
  }
}

const transferOfFormosa: Sketch = (s) => {
  const { c, q, n } = s
  return {
    kind: 'bank',
    language: 'zh',
    html: paper(
      s,
      'bank',
      'tw',
      `<div class="c pad"><div class="k huge">${c.pick(['✓', '✕'])}</div><div class="h">${status(c.pick(['轉帳成功', '轉帳失敗', '預約成功']))}</div></div><div class="box">${caption(
        [
          ['轉帳金額', amount(`NT$ ${n.taiwan}`)],
          ['手續費', amount('NT$ 0')],
          ['轉出帳號', bank(n.formosaAccount)],
          ['轉入帳號', `${bank(`(822) ${n.serial}`)}<br>${person(q.formosa)}`],
          ['交易時間', time(n.slashed)],
          ['交易方式', method(c.pick(['約定轉帳', '手機號碼轉帳', '非約定轉帳']))],
          ['交易序號', order(n.formosaRef)],
          ['備註', c.pick(['儲值', 'API', '代購'])],
        ],
      )}</div>`,
    ),
  }
}

const consoleOfHarbour: Sketch = (s) => {
  const { c, p } = s
  return {
    kind: 'table',
    language: 'zh',
    wide: true,
    html: paper(
      s,
      'console',
      'hk',
      `<div class="pad two"><b>LUMING API · 儲值紀錄</b><span>${user(p.handle)}　繁體中文 ▾</span></div><div class="box">${table(
        ['訂單編號', '付款方式', '儲值額度', '支付金額', '狀態', '建立時間'],
        many(c, 6, (_, n) => [
          order(c.pick([n.gateway, n.intent, n.gateway])),
          `<span class="tag">${method(c.pick(['Stripe', '支付寶', '微信', 'Creem']))}</span>`,
          amount(`$${n.whole}`),
          amount(`HK$${n.sum}`),
          status(c.pick(['成功', '成功', '待支付', '已過期'])),
          time(n.iso),
        ]),
      )}<div class="d x pad">第 1 頁，共 3 頁　每頁 10 項</div></div>`,
    ),
  }
}

const sellerInHarbour: Sketch = (s) => {
  const { c, p, q, n } = s
  return {
    kind: 'chat',
    language: 'zh',
    html: paper(
      s,
      'night',
      'hk',
      `<div class="top two"><span>‹ ${c.pick([phone(q.harbourPhone), user(q.handle), person(q.harbour)])}</span><span class="d x">上線中</span></div>${bubbles(
        [
          [1, '你好，我過咗數喇，但係未見有 credit'],
          [0, '你好，可唔可以畀張收據同帳戶名我睇下？'],
          [
            1,
            `${method(c.pick(['FPS', 'PayMe', '轉數快']))} ${amount(`HK$${n.sum}`)}，${time(n.isoShort)} 過嘅，顯示${status(c.pick(['已完成', '處理中']))}`,
          ],
          [1, `參考編號 ${order(n.harbourRef)}，名係 ${person(p.roman)}`],
          [0, c.pick([`收到，你個 email 係咪 ${email(p.formosaMail)}？`, `你電話係咪 ${phone(p.harbourPhone)}？`])],
          [1, '係呀'],
          [0, c.pick([`補返個碼畀你：${code(n.code)}`, `新 key：${key(n.key)}`])],
          [1, `唔該晒。下次可唔可以過去 ${account(n.harbourAccount)}？`],
        ],
        '#005c4b;color:#fff',
        '#202c33;color:#fff',
        12,
      )}`,
    ),
  }
}

export const harbours: readonly Sketch[] = [
  purseOfHarbour,
  adviceOfBank,
  orderOfFormosa,
  pushOfCard,
  transferOfFormosa,
  consoleOfHarbour,
  sellerInHarbour,
]
