// Hong Kong and Taiwan: a friend's purse, a transfer's result, a purse beside a messenger, a code for the store, a talk in Cantonese, a bank's letter.
import {
  account,
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
import { above, beside, bubbles, ends, paints, type Sketch, said, sheetOf, topped } from './easel.ts'

export const friendPurse: Sketch = ({ c, p, q, t }) => ({
  kind: 'bill',
  language: 'zh',
  html: sheetOf(
    c,
    c.pick([{ ...paints.white, hue: '#db0011' }, paints.black]),
    'hk',
    `${topped('交易詳情', t.clock)}<div class="cc p"><i style="display:inline-block;width:54px;height:54px;border-radius:50%;background:#d88"></i><p>付款予</p><div class="l">${person(q.roman)}</div><div class="xx">${amount(`-HK$${t.yuan}`)}</div><p class="d">${c.pick(['「API credits」', '「多謝」', '「夾份 Claude」'])}</p></div><div class="p hr">${ends(
      [
        ['狀態', status(c.pick(['已完成', '已付款', '已取消']))],
        ['付款方式', method(c.pick(['PayMe 結餘', `信用卡 ••${t.four}`, '轉數快']))],
        ['日期', time(t.slash)],
        ['參考編號', order(t.hkRef)],
        ['付款人', person(p.harbour)],
      ],
    )}</div>`,
  ),
})

export const harbourBill: Sketch = ({ c, p, t }) => ({
  kind: 'bill',
  language: 'zh',
  html: sheetOf(
    c,
    paints.blue,
    'hk',
    `${topped('賬單詳情', t.clock)}<div class="box"><div class="r"><b>CHESTNUT AI LTD</b><b class="l">${amount(`-$${t.yuan}`)}</b></div><div class="d">${status(c.pick(['交易成功', '退款成功', '處理中']))}</div></div><div class="box">${above(
      [
        ['付款方式', method(c.pick(['AlipayHK 餘額', `${c.pick(['恒生', '中銀'])} Visa (${t.four})`, 'FPS 轉數快']))],
        ['建立時間', time(t.full)],
        ['賬單編號', order(t.ali)],
        ['商戶訂單編號', order(t.own)],
        [
          '帳戶',
          c.pick([phone(`+852 ${p.hkPhone}`), masked(`+852-${p.hkPhone.slice(0, 2)}****${p.hkPhone.slice(-2)}`)]),
        ],
      ],
    )}</div>`,
  ),
})

export const islandResult: Sketch = ({ c, p, q, t }) => ({
  kind: 'bank',
  language: 'zh',
  html: sheetOf(
    c,
    c.pick([paints.green, paints.green, paints.night]),
    'hk',
    `<div class="cc p" style="padding-top:28px"><div class="h" style="font-size:40px">◎</div><h3>${status(c.pick(['轉帳成功', '轉帳成功', '轉帳失敗']))}</h3><div class="xx">${amount(`NT$${t.nt}`)}</div></div><div class="box">${beside(
      [
        ['轉出帳號', bank(t.twAccount)],
        ['戶名', person(p.tw)],
        ['轉入帳號', bank(`(822)${c.text('0123456789', 14)}`)],
        ['收款人', person(q.tw)],
        ['手續費', amount(`NT$${c.pick([0, 10, 15])}`)],
        ['交易時間', time(t.full.replaceAll('-', '/'))],
        ['交易序號', order(c.text('0123456789', 10))],
        ['交易方式', method(c.pick(['即時轉帳', '手機號碼轉帳', '約定轉帳']))],
        ['備註', 'API 儲值'],
      ],
      5.5,
    )}</div><div class="cc"><span class="bt">分享給好友</span></div>`,
  ),
})

export const greenPurse: Sketch = ({ c, p, t }) => ({
  kind: 'bill',
  language: 'zh',
  html: sheetOf(
    c,
    c.pick([{ ...paints.green, bg: '#fff' }, paints.black]),
    'hk',
    `${topped('付款明細', t.clock)}<div class="p"><div class="d">栗子數位服務</div><div class="xx">${amount(`NT$ ${t.nt}`)}</div><span class="tag">${status(c.pick(['付款完成', '已退款', '付款未完成']))}</span></div><div class="p hr">${said(
      [
        ['交易號碼', order(t.line)],
        ['訂單編號', order(t.own)],
        ['交易日期', time(t.slash)],
        ['付款方式', method(c.pick(['iPASS MONEY', `JCB *${t.four}`, 'LINE POINTS + 信用卡']))],
        ['載具', order(`/${c.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 7)}`)],
        ['會員信箱', email(p.twMail)],
      ],
      c.pick(['：', '　']),
    )}</div>`,
  ),
})

export const storeCode: Sketch = ({ c, p, t }) => ({
  kind: 'mail',
  language: 'zh',
  html: sheetOf(
    c,
    paints.white,
    'hk',
    `<div class="p s d">綠界科技 &lt;service@pay.example&gt;<br>收件者：${email(p.twMail)}　${time(t.slash)}</div><div class="box lined"><p>親愛的 ${person(p.tw)} 您好：</p><p>您的訂單${status(c.pick(['已成立，尚未付款', '付款成功', '已逾期']))}，資訊如下：</p><div style="padding-top:8px">${beside(
      [
        ['訂單編號', order(t.ecpay)],
        ['商店名稱', '栗子數位'],
        ['付款方式', method(c.pick(['超商代碼 (ibon)', 'ATM 虛擬帳號', '信用卡一次付清']))],
        ['繳費代碼', code(`LLL${c.text('0123456789', 11)}`)],
        ['虛擬帳號', bank(t.virtual)],
        ['應付金額', amount(`NT$ ${t.nt} 元`)],
        ['繳費期限', time(t.next.full)],
      ],
    )}</div></div><p class="p d s">此信由系統自動發出，請勿直接回覆。</p>`,
  ),
})

export const cantoneseTalk: Sketch = ({ c, p, q, t }) => ({
  kind: 'chat',
  language: 'zh',
  html: sheetOf(
    c,
    c.pick([
      { ...paints.warm, bg: '#efe7de' },
      { ...paints.black, bg: '#0b141a' },
    ]),
    'hk',
    `<div class="p r" style="background:#1f6f62;color:#fff"><span>‹　${phone(`+852 ${q.hkPhone}`)}</span><span>⋮</span></div>${bubbles(
      [
        `>唔該，我啱啱過咗數 ${amount(`$${t.yuan}`)}`,
        `>${method('轉數快')}，戶名 ${person(p.roman)}，戶口 ${bank(t.hkAccount)}`,
        `收到，參考編號俾我吖 <span class="s" style="opacity:.6">${time(t.clock)}</span>`,
        `>${order(t.hkRef)}`,
        `OK ${status(c.pick(['已入帳', '處理緊', '未見到過數']))}，條 key 係 ${key(t.shortKey)}`,
        `>thx！可唔可以轉去 ${c.pick([user(p.login), account(`@${p.login}`)])} 嗰個 account？`,
      ],
      '#bfe8b0;color:#111',
      '#fff;color:#111',
    )}`,
  ),
})
