// Pages of Hong Kong and Taiwan: a purse's bill, a bank's transfer, a talk with a seller, a cashier's letter, an advice in two languages, a market's order.
import {
  account,
  address,
  amount,
  bank,
  code,
  email,
  method,
  order,
  person,
  phone,
  status,
  time,
  user,
} from '../marks.ts'
import { bar, beside, ends, over, type Sketch, sheet, table, talk } from './sheet.ts'

const purseOfHarbour: Sketch = (w) => {
  const { c, b, t } = w
  return {
    kind: 'bill',
    language: 'zh',
    html: sheet(
      w,
      'tw',
      'blue',
      `${bar(c)}<div class="pad ctr"><b>賬單詳情</b></div><div class="box ctr"><span class="disc"></span><div>${c.pick(['NOVA API LIMITED', person(b.harbourRoman)])}</div><div class="big">${amount(`-HK$${t.sum}`)}</div><div class="h">${status(c.pick(['付款成功', '交易成功', '已退款']))}</div></div><div class="box">${ends(
        [
          ['付款方式', method(c.pick(['餘額', '轉數快', `Visa 信用卡 (${t.tail})`]))],
          ['交易時間', time(t.full)],
          ['商品', 'API Credit Top-up'],
          ['訂單編號', order(t.alipay)],
          ['商戶訂單號', order(t.merchant)],
        ],
      )}</div><div class="box duo"><span>聯絡客服</span><span class="d">›</span></div>`,
    ),
  }
}

const transferOfIsland: Sketch = (w) => {
  const { c, a, b, t, u } = w
  return {
    kind: 'bank',
    language: 'zh',
    html: sheet(
      w,
      'tw',
      'ocean',
      `${bar(c)}<div class="pad ctr"><div class="h" style="font-size:2em">◎</div><h3>${status(c.pick(['轉帳成功', '轉帳失敗', '已受理']))}</h3><div class="big">${amount(`NT$ ${t.island}`)}</div></div><div class="box edge">${over(
        [
          ['轉入帳號', `${c.pick(['(808) 玉山銀行', '(822) 中國信託', '(700) 中華郵政'])}<br>${bank(u.islandAccount)}`],
          ['收款人', person(b.island)],
          ['轉出帳號', `${c.pick(['薪轉戶', '數位帳戶'])} ${bank(t.islandAccount)}`],
          ['手續費', amount(c.pick(['NT$ 0', 'NT$ 15']))],
          ['交易方式', method(c.pick(['跨行轉帳', '手機門號轉帳', '自行轉帳']))],
          ['交易時間', time(t.slash)],
          ['交易序號', order(t.island12)],
          ['給自己的備註', c.pick(['API 儲值', '代儲'])],
        ],
      )}</div><div class="ctr d l">如有疑問請洽客服　戶名 ${person(a.island)}</div>`,
    ),
  }
}

const talkOfLine: Sketch = (w) => {
  const { c, a, b, t } = w
  return {
    kind: 'chat',
    language: 'zh',
    html: sheet(
      w,
      'tw',
      'ocean',
      `${bar(c)}<div class="pad"><b>‹ ${user(b.nick)}</b></div><div class="ctr l"><span class="tag">${time(t.briefSlash)}</span></div>${talk(
        [
          '>你好，剛剛匯款了，麻煩確認',
          `>金額 ${amount(t.island)}，後五碼 ${c.text('0123456789', 5)}`,
          '好的，請給我訂單編號跟會員信箱',
          `>${order(t.island12)}<br>${email(a.islandMail)}`,
          `>用${method(c.pick(['LINE Pay', 'ATM 轉帳', '街口支付']))}付的`,
          `${person(a.island)}您好，系統顯示${status(c.pick(['付款完成', '尚未付款', '處理中']))}`,
          `這是您的序號 ${code(t.codeParts)}`,
          c.pick(['>收到，感謝！', `>不能用耶 可以打給我嗎 ${phone(a.islandPhone)}`]),
        ],
        '#8de055;color:#111',
        'var(--card)',
        16,
      )}`,
    ),
  }
}

const letterOfCashier: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'mail',
    language: 'zh',
    wide: true,
    html: sheet(
      w,
      'tw',
      'mono',
      `<div class="pad"><h3>【付款完成通知】您的訂單已付款成功</h3><div class="d l">晴川數位 service@qingchuan.example　${time(t.islandClock)}<br>寄給 ${email(a.islandMail)}</div></div><div class="box edge" style="max-width:720px"><p>${person(a.island)} 您好，</p><p style="padding:8px 0">感謝您的訂購，以下為本次交易資訊：</p>${table(
        [],
        [
          ['商店訂單編號', order(t.merchant)],
          ['金流交易序號', order(t.island12)],
          ['付款方式', method(c.pick(['信用卡一次付清', 'WebATM', '超商代碼', 'Apple Pay']))],
          ['交易金額', amount(`NT$${t.island}`)],
          ['付款時間', time(t.full)],
          ['交易狀態', status(c.pick(['付款成功', '授權成功', '取消授權']))],
          ['電子發票', order(t.islandInvoice)],
        ],
      )}<p class="d l" style="padding-top:10px">此信件由系統自動發送，請勿直接回覆。</p></div>`,
    ),
  }
}

const adviceOfHarbour: Sketch = (w) => {
  const { c, a, b, t, u } = w
  return {
    kind: 'bank',
    language: 'zh',
    wide: true,
    html: sheet(
      w,
      'tw',
      'red!',
      `<div style="background:#fff;max-width:900px;margin:20px auto;padding:30px"><div class="duo"><h2>轉賬通知 Transfer Advice</h2><span class="d">${time(t.harbour)}</span></div><div style="padding:14px 0"><p>${person(a.harbourRoman)}</p><p>${address(a.harbourHome)}</p></div>${beside(
        [
          ['參考編號 Reference No.', order(t.harbourRef)],
          ['由戶口 From Account', bank(t.harbourAccount)],
          ['收款人 Payee', `${person(b.harbourRoman)} ${person(b.harbour)}`],
          ['收款戶口 To', c.pick([bank(u.harbourAccount), phone(`+852-${b.harbourPhone}`), account(b.islandMail)])],
          ['金額 Amount', amount(`HKD ${t.sum}`)],
          ['收費 Charges', amount('HKD 0.00')],
          ['方式 Channel', method(c.pick(['轉數快 FPS', '本行轉賬', 'CHATS']))],
          ['狀況 Status', status(c.pick(['已完成 Completed', '處理中 Processing', '已拒絕 Rejected']))],
        ],
        15,
      )}</div>`,
    ),
  }
}

const marketOfIsland: Sketch = (w) => {
  const { c, a, t } = w
  return {
    kind: 'order',
    language: 'zh',
    html: sheet(
      w,
      'tw',
      'orange',
      `${bar(c)}<div class="pad" style="background:#26aa99;color:#fff"><b>${status(c.pick(['訂單已完成', '待收貨', '退貨/退款處理中']))}</b></div><div class="box"><div class="d l">收件地址</div>${person(a.island)} ${c.pick([phone(a.islandPhone), phone(`(+886) ${a.islandPhone.slice(1)}`)])}<br>${address(a.islandHome)}</div><div class="box"><div>${user(a.handle)}的賣場</div><div class="duo"><span>AI 點數 序號卡 ${t.whole} 點（電子票券）</span><span style="flex:none">x1</span></div><div class="end">訂單金額 <b class="h">${amount(`$${t.island}`)}</b></div></div><div class="box">${ends(
        [
          ['訂單編號', order(t.island12)],
          ['付款方式', method(c.pick(['蝦皮錢包', '信用卡/金融卡', '貨到付款']))],
          ['訂單成立時間', time(t.minutes)],
          ['付款時間', time(t.minutes)],
          ['完成訂單時間', time(t.after.minutes)],
        ],
        4,
      )}</div>`,
    ),
  }
}

export const islands: readonly Sketch[] = [
  purseOfHarbour,
  transferOfIsland,
  talkOfLine,
  letterOfCashier,
  adviceOfHarbour,
  marketOfIsland,
]
