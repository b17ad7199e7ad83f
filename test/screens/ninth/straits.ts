// Screens of Hong Kong and Taiwan: a fast transfer, a purse by code, a shop's counter slip, a bank's answer, a card's notice, a talk on a payment.
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
import { canvas, column, type Draft, edge, grid, over, talk } from './canvas.ts'

const fastTransfer: Draft = (w) => {
  const { c, a, b, v } = w
  return {
    kind: 'bank',
    language: 'zh',
    html: canvas(
      w,
      'tw',
      `<div class="m" style="padding:24px"><div class="t xl">✓</div><b>${status(c.pick(['轉賬成功', '已提交', '轉賬失敗']))}</b></div><div class="pane">${over(
        [
          ['轉賬金額', amount(`HKD ${v.sum}`)],
          ['由', `${person(a.harbourRoman)}　${bank(v.harbourAccount)}`],
          ['至', `${person(b.harbour)}<br>${phone(`+852 ${b.harbourPhone}`)}`],
          ['方式', method(c.pick(['轉數快 FPS', '儲蓄戶口', '本地轉賬']))],
          ['日期及時間', time(v.half)],
          ['參考編號', order(v.fps)],
        ],
      )}</div><div class="m"><span class="btn">再做轉賬</span></div>`,
    ),
  }
}

const purseByCode: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'bill',
    language: 'zh',
    html: canvas(
      w,
      'tw',
      `<div class="in sp"><b>交易明細</b><span>?</span></div><div class="pane m"><div class="g">晴空數位</div><div class="xl">${amount(`$${v.island}`)}</div><div>${status(c.pick(['付款成功', '已退款', '付款失敗']))}</div></div><div class="pane">${edge(
        [
          ['交易時間', time(v.slash)],
          ['付款方式', method(c.pick(['街口帳戶', '玉山銀行帳戶', `信用卡 *${v.tail}`]))],
          ['交易編號', order(v.taiwan)],
          ['付款人', c.pick([person(a.island), masked(`${a.island.slice(0, 1)}*${a.island.slice(-1)}`)])],
          ['手機號碼', phone(a.islandPhone)],
        ],
      )}</div>`,
    ),
  }
}

const slipOfCounter: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'order',
    language: 'zh',
    html: canvas(
      w,
      'tw',
      `<div style="background:#fff;color:#111;max-width:330px;margin:14px auto;padding:14px"><div class="m"><b>代收款繳費單</b></div>${column(
        [
          ['繳費代碼', order(c.text('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789', 14))],
          ['應繳金額', amount(`NT$ ${v.island}`)],
          ['繳費期限', time(v.slash)],
          ['訂單編號', order(v.taiwan)],
          ['繳款人', person(a.island)],
          ['狀態', status(c.pick(['未繳費', '已繳費', '逾期']))],
          ['通路', method(c.pick(['7-ELEVEN ibon', '全家 FamiPort', '萊爾富']))],
        ],
        5,
      )}<img data-code="0" style="width:100%;height:56px"></div>`,
    ),
    codes: [{ format: 'Code128', text: v.taiwan }],
  }
}

const bankAnswers: Draft = (w) => {
  const { c, a, b, v } = w
  return {
    kind: 'bank',
    language: 'zh',
    wide: true,
    html: canvas(
      w,
      'tw',
      `<div class="in"><h3>網路銀行　臺幣轉帳結果</h3></div><div class="pane">${grid(
        [],
        [
          ['交易結果', status(c.pick(['交易成功', '交易失敗', '預約成功'])), '交易時間', time(v.slash)],
          ['轉出帳號', bank(v.islandAccount), '戶名', person(a.island)],
          ['轉入帳號', bank(v.islandAccount.replace(/\d{4}$/, c.text('0123456789', 4))), '收款人', person(b.island)],
          ['轉帳金額', amount(`NT$${v.island}`), '手續費', amount('NT$15')],
          ['通知信箱', email(a.islandMail), '交易序號', order(v.taiwan)],
          ['轉帳類別', method(c.pick(['約定轉帳', '即時轉帳'])), '備註', 'API 點數'],
        ],
        true,
      )}</div>`,
    ),
  }
}

const noticeOfCard: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'mail',
    language: 'zh',
    html: canvas(
      w,
      'tw',
      `<div class="in"><h3>信用卡交易通知</h3><p class="g s">寄件者：card@bank.example<br>收件者：${email(a.islandMail)}</p></div><div class="pane"><p>親愛的 ${person(c.pick([a.harbour, a.island]))} 客戶：</p><p>閣下尾號 ${masked(v.tail)} 之信用卡已於 ${time(v.half)} 作網上交易，${method('Apple Pay')}，金額為 ${amount(`HK$${v.sum}`)}，商戶 SKYCLEAR AI，狀況：${status(c.pick(['已批核', '已拒絕', '待入賬']))}。</p><p style="padding-top:8px">授權編號 ${order(c.text('0123456789ABCDEF', 12))}</p><p>賬單地址　${address(c.pick([a.harbourHome, a.islandHome]))}</p></div>`,
    ),
  }
}

const talkOnPayment: Draft = (w) => {
  const { c, a, b, v } = w
  return {
    kind: 'chat',
    language: 'zh',
    html: canvas(
      w,
      'tw',
      `<div class="in sp"><b>‹　${user(b.handle)}</b><span class="g">線上</span></div><div class="m g s">${time(v.half)}</div>${talk(
        [
          ['me', `Hi 我啱啱 ${method(c.pick(['PayMe', 'FPS', '八達通']))} 過咗 ${amount(`$${v.round}`)} 俾你`],
          ['you', '收到，請問咩名同訂單？'],
          ['me', `${person(a.harbourRoman)}，單號 ${order(v.shop)}`],
          ['you', `系統見到${status(c.pick(['已付款', '未付款', '處理中']))}，${time(v.later.chineseDay)}會開通`],
          ['me', `張單有問題搵我 ${phone(a.harbourPhone)}，或者 ${email(a.islandMail)}`],
          ['you', `好，兌換碼：${code(v.code)}`],
        ],
        '#0b93f6;color:#fff',
      )}`,
    ),
  }
}

export const straits: readonly Draft[] = [
  fastTransfer,
  purseByCode,
  slipOfCounter,
  bankAnswers,
  noticeOfCard,
  talkOnPayment,
]
