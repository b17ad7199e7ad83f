// Screens of Hong Kong and Taiwan: a transport purse, a bank without branches, a card alert by mail, a shop's order, an account number made for one payment.
import { address, amount, bank, email, masked, method, order, person, phone, status, time, user } from '../marks.ts'
import { columns, ends, fresh, many, over, paper, type Scene, table, under } from './stage.ts'

const transportPurse: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'bill',
    language: 'zh',
    html: paper(
      s,
      'tw',
      `<div class="in" style="background:#f7941d;color:#222"><div class="note">八達通銀包</div><div class="loud">${amount(`HK$ ${n.sum}`)}</div><div>${status(c.pick(['付款成功', '已完成', '處理中']))}</div></div><div class="block">${ends(
        [
          ['商戶名稱', '雲杉雲端有限公司'],
          ['交易日期及時間', time(n.iso)],
          ['付款方式', method(c.pick(['八達通銀包', '萬事達卡 (八達通)', '轉數快']))],
          ['八達通號碼', bank(n.octopus)],
          ['參考編號', order(n.hkRef)],
          ['商戶訂單', order(n.merchant)],
          ['登記電話', phone(`+852 ${a.kowloonPhone}`)],
        ],
      )}</div>`,
    ),
  }
}

const branchless: Scene = (s) => {
  const { c, a, b, n } = s
  return {
    kind: 'bank',
    language: 'zh',
    html: paper(
      s,
      'tw',
      `<div class="in"><span class="tag">${status(c.pick(['已轉出', '成功', '待收款']))}</span><div class="loud">${amount(`-${n.sum} HKD`)}</div><div class="soft note">${time(n.slashes)}</div></div><div class="block">${under(
        [
          ['收款人姓名', person(a.kowloonRoman)],
          ['收款戶口號碼', bank(n.hkAccount)],
          ['由', person(b.kowloon)],
          ['轉賬方式', method(c.pick(['轉數快（FPS）', '本行轉賬']))],
          ['交易編號', order(n.hkRef)],
          ['給收款人的訊息', `AI credit ${user(b.handle)}`],
        ],
      )}</div><div class="in note soft">如有查詢，請致電 3665 ${n.last4} 或在應用程式內聯絡我們。</div>`,
    ),
  }
}

const alertByMail: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'mail',
    language: 'zh',
    wide: true,
    html: paper(
      s,
      'tw',
      `<div class="in"><h2>信用卡消費通知</h2><div class="note soft">寄件者：電子通知服務　收件者：${email(a.mail)}　${time(n.tw)}</div></div><div class="block"><p>親愛的${person(a.taipeiPolite)}您好：</p><p style="padding:8px 0">感謝您使用本行信用卡，以下為您的消費明細：</p>${table(
        ['卡號末四碼', '授權日期時間', '商店名稱', '交易金額', '交易結果'],
        many(2, () => {
          const { n: m } = fresh(c)
          return [
            m.last4,
            time(m.tw),
            'SPRUCE AI* TOPUP',
            amount(`NT$${m.round}`),
            status(c.pick(['授權成功', '交易失敗', '已取消授權'])),
          ]
        }),
      )}<p style="padding-top:12px">授權碼：${n.approval}　持卡人：${person(a.taipei)}</p><p>帳單地址：${address(a.homeTaipei)}</p><p class="note soft">本郵件由系統自動發送，請勿直接回覆。</p></div>`,
    ),
  }
}

const islandShop: Scene = (s) => {
  const { c, a, b, n } = s
  return {
    kind: 'order',
    language: 'zh',
    html: paper(
      s,
      'tw',
      `<div class="in" style="background:#26aa99;color:#fff"><b>${status(c.pick(['訂單已完成', '待出貨', '退貨／退款處理中']))}</b></div><div class="block"><div class="soft note">寄送資訊</div>${person(a.taipei)}　${phone(a.taipeiPhone)}<br>${address(a.homeTaipei)}</div><div class="block"><b>${user(b.handle)}</b><div style="padding:6px 0">AI 點數序號 ${n.round} 點</div><div class="ends"><span>訂單金額</span><b>${amount(`$${n.round}`)}</b></div></div><div class="block">${columns(
        [
          ['付款方式', method(c.pick(['貨到付款', '信用卡/金融卡', '街口支付', 'Apple Pay']))],
          ['訂單編號', order(n.shopee)],
          ['訂單成立時間', time(n.slashes)],
          ['付款時間', time(n.later.slashes)],
        ],
        6.6,
      )}</div>`,
    ),
  }
}

const madeForOnePayment: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'bank',
    language: 'zh',
    wide: true,
    html: paper(
      s,
      'tw',
      `<div class="center in"><h2>ATM 櫃員機付款資訊</h2><div class="soft note">請於 ${time(n.later.slashes)} 前完成繳費</div></div><div class="block" style="max-width:640px;margin:10px auto">${over(
        [
          ['銀行代碼', c.pick(['822 中國信託', '004 臺灣銀行', '007 第一銀行'])],
          ['繳費帳號', `<b>${bank(n.virtual)}</b>`],
          ['應繳金額', amount(`NT$ ${n.round}`)],
          ['訂單編號', order(n.merchant)],
          ['付款方式', method('ATM 虛擬帳號')],
          ['訂購人', `${person(a.taipei)}　${masked(a.mobileStarred)}`],
          ['付款狀態', status(c.pick(['尚未付款', '付款成功', '逾期未繳']))],
        ],
      )}</div>`,
    ),
  }
}

export const islands: readonly Scene[] = [transportPurse, branchless, alertByMail, islandShop, madeForOnePayment]
