// Mainland screens of paying: a paid page, a month's bills, a bank's record, notices, orders, a talk with a seller, a proof of identity.
import {
  account,
  address,
  alipay,
  amount,
  bank,
  code,
  email,
  masked,
  method,
  order,
  paper,
  password,
  person,
  phone,
  status,
  time,
  user,
  wechat,
} from '../marks.ts'
import { canvas, column, type Draft, edge, fields, grid, inline, over, rows, talk } from './canvas.ts'

const paidJustNow: Draft = (w) => {
  const { c, b, v } = w
  return {
    kind: 'bill',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="m" style="padding:30px 12px"><div class="t xl">✓</div><div class="t">${status(c.pick(['支付成功', '支付成功', '转账成功', '付款处理中']))}</div><div class="xl">${amount(`￥${v.sum}`)}</div></div><div class="pane">${edge(
        [
          ['收款方', person(b.chinese)],
          ['付款方式', method(c.pick(['余额', '花呗', `${v.bank}信用卡(${v.tail})`, '余额宝']))],
          ['优惠', amount(`-￥0.${c.int(10, 99)}`)],
          ['转账备注', c.pick(['API充值', '买点额度', '转账'])],
        ],
      )}</div><div class="m in"><span class="pill">完成</span></div>`,
    ),
  }
}

const billOfTrade: Draft = (w) => {
  const { c, a, b, v } = w
  return {
    kind: 'bill',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="m in"><b>账单详情</b></div><div class="pane"><div class="sp"><span>${c.pick([user(b.nick), '云脉数字商行'])}</span><b class="xl">${amount(`-${v.sum}`)}</b></div>${column(
        [
          ['状态', status(c.pick(['交易成功', '退款成功', '交易关闭', '等待付款']))],
          ['付款', method(c.pick(['零钱通', '余额', '花呗分期（3期）', `${v.bank}(${v.tail})`]))],
          ['创建时间', time(v.full)],
          ['对方账户', c.pick([masked(b.mobileStarred), masked(b.mailStarred), account(b.mail)])],
          ['流水号', alipay(v.alipay)],
          ['商户单号', order(v.shop)],
          ['联系电话', phone(a.mobile)],
        ],
        4.5,
      )}</div><div class="pane sp g"><span>申请电子回单</span><span>›</span></div>`,
    ),
  }
}

const monthOfBills: Draft = (w) => {
  const { c, v } = w
  return {
    kind: 'table',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="in sp"><b>我的账单</b><span class="g">筛选 ▾</span></div><div class="in"><b>${v.chinese.split('月')[0]}月</b> <span class="g s">支出 ${amount(`￥${v.sum}`)}　收入 ${amount(`￥${v.rest}`)}</span></div>${rows(c, 6, (a, u, i) => `<div class="in sp" style="border-bottom:1px solid #8882"><span>${['云脉AI-充值', `转账-给${person(a.chinese)}`, '便利店', `扫码付款-给${user(a.nick)}`, '话费充值', `转账-来自${person(a.chinese)}`][i]}<br><span class="g s">${time(u.chineseDay)}</span></span><span style="text-align:right">${amount(`${i === 5 ? '+' : '-'}${u.sum}`)}<br><span class="s t">${i === 0 ? status('已全额退款') : ''}</span></span></div>`).join('')}`,
    ),
  }
}

const chatAppTrade: Draft = (w) => {
  const { c, b, v } = w
  return {
    kind: 'bill',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="m" style="padding:28px 10px"><div>商户消费-云脉数字</div><div class="xl">${amount(`-${v.sum}`)}</div></div><div class="in">${edge(
        [
          ['当前状态', status(c.pick(['支付成功', '已退款', '支付成功']))],
          ['商品', `AI额度${v.round}点`],
          ['商户全称', '合肥云脉数字科技有限公司'],
          ['收单机构', '财付通支付科技有限公司'],
          ['支付方式', method(c.pick(['零钱', '亲属卡', `${v.bank}储蓄卡(${v.tail})`]))],
          ['支付时间', time(v.chineseFull)],
          ['交易单号', wechat(v.wechat)],
          ['商户单号', `${order(v.shop)}<br><img data-code="0" style="width:210px;height:52px;background:#fff">`],
          ['昵称', user(b.nick)],
        ],
      )}</div>`,
    ),
    codes: [{ format: 'Code128', text: v.shop.slice(0, 20) }],
  }
}

const quickPass: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'bank',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="in t"><b>交易详情</b></div><div class="pane">${over(
        [
          ['商户名称', '云脉数字科技'],
          ['订单金额', amount(`${v.sum} 元`)],
          ['实付金额', amount(`${v.sum} 元`)],
          ['交易时间', time(v.full)],
          ['付款卡', method(`${v.bank} 借记卡 [${v.tail}]`)],
          ['交易状态', status(c.pick(['交易成功', '已撤销', '交易失败']))],
          ['订单编号', order(v.union)],
          ['付款人', masked(a.chineseStarred)],
        ],
        c.pick([1, 2]),
      )}</div>`,
    ),
  }
}

const bankMovement: Draft = (w) => {
  const { c, a, b, v } = w
  return {
    kind: 'bank',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="m in" style="background:#0b5cad;color:#fff">电子回单</div><div class="pane"><div class="m t">${v.bank}网上银行电子回单</div>${grid(
        [],
        [
          ['付款人', '户名', person(a.chinese)],
          ['', '账号', bank(v.card)],
          ['收款人', '户名', person(b.chinese)],
          ['', '账号', bank(`${v.cardFours.slice(0, 10)}${c.text('0123456789', 4)} ${c.text('0123456789', 5)}`)],
          ['金额', '小写', amount(`¥${v.sum}`)],
          ['渠道', '', method(c.pick(['手机银行', '网银转账', '快捷支付']))],
          ['状态', '', status(c.pick(['已记账', '处理成功', '已退回']))],
          ['时间', '', time(v.full)],
          ['凭证号', '', order(v.union)],
          ['附言', '', c.pick(['购买服务', '货款', '充值'])],
        ],
        true,
      )}</div>`,
    ),
  }
}

const noticesOfCard: Draft = (w) => {
  const { c, a, b, v } = w
  const bubble = (text: string): string =>
    `<div style="padding:6px 12px"><div style="background:#8882;border-radius:16px;padding:10px 13px;max-width:86%">${text}</div></div>`
  return {
    kind: 'chat',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="m in"><b>955${c.int(10, 99)}</b></div><div class="m g s">${time(v.chineseDay)}</div>${bubble(`您尾号${masked(v.tail)}的储蓄卡${time(v.chineseDay)}${method('快捷支付')}支出人民币${amount(v.sum)}元，余额${amount(v.rest)}元。【${v.bank}】`)}${bubble(`您的验证码为${code(c.text('0123456789', 6))}，您正在向${person(b.chinese)}转账${amount(`${v.round}.00`)}元，请勿泄露。【${v.bank}】`)}<div class="m g s">${time(v.later.chineseDay)}</div>${bubble(`尊敬的${person(a.surnamed)}，您于${time(v.later.chineseDay)}的交易${status(c.pick(['已退款', '失败', '已受理']))}，金额${amount(`${v.sum}元`)}，如有疑问请致电客服。【${v.bank}】`)}`,
    ),
  }
}

const marketOrder: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'order',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="in" style="background:#ff5000;color:#fff"><b>${status(c.pick(['交易成功', '卖家已发货', '退款中']))}</b></div><div class="pane"><b>${person(a.chinese)}</b> <span class="g">${c.pick([phone(a.mobile), masked(a.mobileStarred)])}</span><div class="s">${address(a.home)}</div></div><div class="pane"><div class="g s">云脉数码专营店</div><div class="sp"><span>Claude/GPT 额度卡 ${v.round}刀 自动发货</span><span style="flex:none">${amount(`￥${v.sum}`)}<br><span class="g">×1</span></span></div><div class="sp"><span>实付款</span><b class="t">${amount(`￥${v.sum}`)}</b></div></div><div class="pane s">${inline(
        [
          ['订单编号', order(v.market)],
          ['支付宝交易号', alipay(v.alipay)],
          ['创建时间', time(v.full)],
          ['付款时间', time(v.later.full)],
          ['支付方式', method(c.pick(['支付宝', '微信支付', '先用后付']))],
        ],
      )}</div>`,
    ),
  }
}

const cardSellersPage: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'redeem',
    language: 'zh',
    wide: true,
    html: canvas(
      w,
      'cn',
      `<div class="in"><h3>小游数卡 · 订单查询</h3></div><div class="pane">${grid(['订单号', '商品', '总价', '支付方式', '下单时间', '状态'], [[order(v.faka), `API 额度 ${v.round}$`, amount(`${v.sum} CNY`), method(c.pick(['支付宝当面付', '微信扫码', 'USDT-TRC20'])), time(v.full), status(c.pick(['已完成', '待支付', '已过期']))]])}<div style="padding-top:12px">卡密信息<div class="code" style="border:1px dashed #888;padding:10px">${code(v.code)}</div><div class="g s">邮箱：${email(a.mail)}　查询密码：${password(v.password)}</div></div></div>`,
    ),
  }
}

const talkWithSeller: Draft = (w) => {
  const { c, a, b, v } = w
  return {
    kind: 'chat',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="m in"><b>${user(b.nick)}</b></div><div class="m g s">${time(v.brief)}</div>${talk(
        [
          ['me', '老板在吗'],
          ['you', c.pick(['在的亲', '说', '您好，请讲'])],
          [
            'me',
            `刚${method(c.pick(['支付宝', '微信']))}付了${amount(v.sum)}，页面还显示${status(c.pick(['待支付', '未到账', '处理中']))}`,
          ],
          ['you', '订单号发我看下'],
          ['me', order(v.gateway)],
          ['me', c.pick([`我叫${person(a.chinese)}，手机${phone(a.mobileSpaced)}`, `账号是${email(a.mail)}`])],
          ['you', `查到了，${time(v.chineseDay)}的单子，先给你补个码 ${code(v.code)}`],
          ['me', '谢谢老板！'],
        ],
        '#95ec69;color:#111',
      )}`,
    ),
  }
}

const realName: Draft = (w) => {
  const { c, a, v } = w
  return {
    kind: 'identity',
    language: 'zh',
    html: canvas(
      w,
      'cn',
      `<div class="in"><h3>实名信息</h3><span class="g s">用于开具发票与退款打款</span></div><div class="pane">${fields(
        [
          ['真实姓名', person(a.chinese)],
          ['证件号码', paper(a.citizen)],
          ['手机号', phone(a.mobile)],
          ['退款银行卡', bank(v.cardFours)],
          ['邮寄地址', address(a.home)],
        ],
      )}<div class="sp" style="padding-top:8px"><span>审核状态</span><span class="t">${status(c.pick(['审核中', '已通过', '未通过']))}</span></div><div class="sp"><span>提交于</span><span>${time(v.dotted)}</span></div></div>`,
    ),
  }
}

export const mainland: readonly Draft[] = [
  paidJustNow,
  billOfTrade,
  monthOfBills,
  chatAppTrade,
  quickPass,
  bankMovement,
  noticesOfCard,
  marketOrder,
  cardSellersPage,
  talkWithSeller,
  realName,
]
