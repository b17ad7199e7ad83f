// Screens of Hong Kong and Taiwan: a purse among friends, a chat app's purse, a cashier's answer, a bank's record, a talk about a card, a renewal by mail.
import {
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
import { apart, beside, bubbles, type Play, page, ruled, stacked } from './layout.ts'

const purseAmongFriends: Play = (s) => {
  const { c, p, q, r } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: page(
      s,
      'tw',
      `<div class="mid" style="background:#db0011;color:#fff;padding:22px"><div>你已付款給 ${person(q.harbour)}</div><div class="huge">${amount(`HK$${r.sum}`)}</div><div>「${c.pick(['API 月費', 'token', '夾 GPT'])}」</div></div><div class="wide">${stacked(
        [
          ['狀態', status(c.pick(['已完成', '處理中', '已退回']))],
          ['日期', time(r.minute)],
          ['付款來源', method(c.pick(['餘額', `Visa •••• ${r.tail}`, '銀行戶口']))],
          ['交易編號', order(r.harbour)],
          ['付款人', `${person(p.harbourRoman)}　${phone(p.harbourPhone)}`],
        ],
      )}</div><div class="mid hue">舉報問題</div>`,
    ),
  }
}

const chatAppPurse: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: page(
      s,
      'tw',
      `<div class="pad two"><b>付款明細</b><span>✕</span></div><div class="slab mid"><div class="dim">藍石數位服務</div><div class="huge">${amount(`NT$ ${r.even}`)}</div><span class="chip">${status(c.pick(['付款完成', '已取消', '退款完成']))}</span></div><div class="slab">${apart(
        [
          ['付款日期', time(r.slash)],
          ['付款方式', method(c.pick(['LINE Pay 餘額', `信用卡 (${r.tail})`, 'iPASS MONEY']))],
          ['交易序號', order(r.island)],
          ['商家訂單編號', order(r.shop)],
          ['會員', masked(p.islandStarred)],
          ['使用點數', '0'],
          ['電子信箱', email(p.islandMail)],
        ],
      )}</div>`,
    ),
  }
}

const cashierAnswers: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'order',
    language: 'zh',
    wide: true,
    html: page(
      s,
      'tw',
      `<div class="mid pad"><h2 class="hue">${status(c.pick(['交易成功', '訂單成立，等待付款', '授權失敗']))}</h2><p class="dim">請勿重複付款，款項將由系統自動對帳</p></div><div class="slab">${ruled(
        [
          ['特店交易編號', order(r.shop)],
          ['綠點交易編號', order(r.island)],
          ['付款金額', amount(`NT$${r.even}`)],
          ['付款方式', method(c.pick(['信用卡一次付清', 'WebATM', '超商代碼', 'Apple Pay']))],
          ['付款時間', time(r.slash)],
          ['商品名稱', 'AI 算力點數'],
          ['付款人', person(p.island)],
          ['聯絡電話', phone(p.islandPhone)],
          ['電子郵件', email(p.islandMail)],
          ['寄送地址', address(p.islandHome)],
        ],
      )}</div>`,
    ),
  }
}

const bankRecord: Play = (s) => {
  const { c, p, q, r } = s
  return {
    kind: 'bank',
    language: 'zh',
    html: page(
      s,
      'tw',
      `<div class="pad"><b>轉賬記錄詳情</b></div><div class="slab">${beside([
        ['交易狀態', status(c.pick(['成功', '已接納', '不成功']))],
        ['支賬戶口', `${person(p.harbourRoman)}<br>${bank(r.harbourAccount)}`],
        ['收款人', `${person(q.harbourRoman)}<br>${c.pick([phone(q.harbourPhone), email(q.mail)])}`],
        ['金額', amount(`HKD ${r.sum}`)],
        ['付款方式', method(c.pick(['轉數快', '即時轉賬', '自動轉賬']))],
        ['交易時間', time(r.full)],
        ['參考編號', order(r.harbour)],
        ['通訊地址', address(p.harbourHome)],
      ])}</div><div class="pad tiny dim">請保留此記錄以作參考。</div>`,
    ),
  }
}

const talkAboutCard: Play = (s) => {
  const { c, p, q, r } = s
  return {
    kind: 'chat',
    language: 'zh',
    html: page(
      s,
      'tw',
      `<div class="pad two" style="background:#273246;color:#fff"><b>‹ ${user(q.handle)}</b><span>☰</span></div>${bubbles(
        [
          [true, `你好 我昨天轉了${amount(`${r.even}元`)}，末五碼${c.int(10_000, 99_999)}`],
          [false, c.pick(['您好～請問大名？', '請問是用哪個信箱註冊的呢？'])],
          [true, `${person(p.island)}，${email(p.islandMail)}`],
          [
            false,
            `收到，${time(r.chineseBrief)} ${status(c.pick(['已入帳', '尚未入帳', '已退款']))}，用${method(c.pick(['轉帳', '街口', '全支付']))}對嗎`,
          ],
          [true, `對，序號打不開：${code(r.code)}`],
          [false, `請您再匯到 ${bank(r.company)}，訂單 ${order(r.shop)} 會自動開通`],
          [true, `電話 ${phone(p.islandPhone)}`],
        ],
        '#06c755;color:#fff',
        '#8883',
        16,
      )}`,
    ),
  }
}

const renewedByMail: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'mail',
    language: 'zh',
    html: page(
      s,
      'tw',
      `<div class="pad"><h3>您的訂閱已續訂</h3><div class="dim tiny">藍石數位 寄給 ${email(p.islandMail)}　${time(r.slash)}</div></div><div class="slab"><p>${person(p.island)} 您好：</p><p style="padding:8px 0">我們已於 ${time(r.slashDay)} 自您的${method(c.pick(['信用卡', 'LINE Pay', 'Google Play 餘額']))}收取 ${amount(`NT$${r.even}`)}，目前狀態為「${status(c.pick(['扣款成功', '扣款失敗', '處理中']))}」。</p>${apart(
        [
          ['訂單編號', order(r.island)],
          ['發票號碼', order(`${c.text('ABCDEFGHJKLMNPQRSTUVWXYZ', 2)}-${c.text('0123456789', 8)}`)],
          ['下次扣款日', time(r.after.slashDay)],
          ['會員帳號', user(p.handle)],
          ['帳單地址', address(p.islandHome)],
        ],
      )}</div><div class="pad tiny dim">此為系統自動發送的信件，請勿直接回覆。</div>`,
    ),
  }
}

export const harbours: readonly Play[] = [
  purseAmongFriends,
  chatAppPurse,
  cashierAnswers,
  bankRecord,
  talkAboutCard,
  renewedByMail,
]
