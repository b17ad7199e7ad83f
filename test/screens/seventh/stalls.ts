// Screens of Chinese shops that sell codes, and of talks with them: a query of a bought card, an automatic delivery, a talk beside an order.
import {
  account,
  address,
  alipay,
  amount,
  code,
  email,
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
import { colon, ends, fresh, grid, many, paper, type Scene } from './stage.ts'

const cardQuery: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'redeem',
    language: 'zh',
    wide: true,
    html: paper(
      s,
      'cn',
      `<div class="in ends" style="background:#1f2937;color:#fff"><b>小鹿数卡</b><span class="note">首页　订单查询　联系客服</span></div><div class="block"><h3>订单信息</h3><hr>${grid(
        [
          ['订单编号', order(n.merchant)],
          ['商品名称', `${n.model} 额度卡 $${n.round}`],
          ['订单总价', amount(`${n.sum} 元`)],
          ['支付方式', method(c.pick(['支付宝扫码', '微信扫码', 'USDT-TRC20']))],
          ['下单邮箱', email(a.mail)],
          ['查询密码', password(n.query)],
          ['订单状态', status(c.pick(['已完成', '待发货', '已过期']))],
          ['下单时间', time(n.iso)],
        ],
        3,
      )}</div><div class="block"><div class="ends"><b>卡密内容</b><span class="push note">复制全部</span></div><div class="box fixed" style="margin-top:10px">${many(3, () => `<div>${code(fresh(c).n.code)}</div>`).join('')}</div></div>`,
    ),
  }
}

const automaticDelivery: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'order',
    language: 'zh',
    html: paper(
      s,
      'cn',
      `<div class="in" style="background:#ff5000;color:#fff"><b>${status(c.pick(['交易成功', '卖家已发货', '待确认收货']))}</b><div class="note">虚拟商品，自动发货</div></div><div class="block"><b>${user(a.nickname)}的小店</b><div style="padding:8px 0">AI接口额度 面值${n.round} 秒发</div><div class="ends"><span class="soft">实付款</span><b>${amount(`￥${n.sum}`)}</b></div></div><div class="block"><div class="soft note">卖家发货内容</div><div class="fixed">卡号：${order(n.flow)}<br>卡密：${code(n.code)}</div></div><div class="block note">${ends(
        [
          ['订单编号', order(n.taobao)],
          ['支付宝交易号', alipay(n.trade)],
          ['创建时间', time(n.iso)],
          ['付款时间', time(n.later.iso)],
          ['买家手机', masked(a.mobileStarred)],
        ],
        3,
      )}</div>`,
    ),
  }
}

const bubble = (mine: boolean, face: string, text: string, colour: string): string =>
  `<div style="display:flex;gap:8px;padding:7px 10px;flex-direction:${mine ? 'row-reverse' : 'row'}"><span style="width:2.3em;height:2.3em;border-radius:50%;background:#999;color:#fff;flex:none;text-align:center;line-height:2.3em">${face}</span><div style="background:${mine ? colour : '#8882'};border-radius:12px;padding:8px 12px;max-width:74%">${text}</div></div>`

const talkBesideOrder: Scene = (s) => {
  const { c, a, b, n } = s
  const colour = c.pick(['#ffe0cc;color:#222', '#cce5ff;color:#222', '#d9f7be;color:#222'])
  const said: readonly (readonly [boolean, string])[] = [
    [true, `付了${amount(`${n.sum}元`)}怎么没到账，${method('支付宝')}付的`],
    [false, '亲，麻烦发一下订单号哦~'],
    [true, order(n.taobao)],
    [false, `查到了，${time(n.isoShort)}下的单，${status('已发货')}，充到 ${email(a.mail)}`],
    [true, `不对啊我注册的是${phone(a.mobile)}`],
    [false, `好的，这边重新给您发一个 ${code(n.codeShort)}`],
    [true, `谢谢，退款的话退我支付宝${account(b.mail)} ${person(b.mainland)}`],
  ]
  return {
    kind: 'chat',
    language: 'zh',
    html: paper(
      s,
      'cn',
      `<div class="in center"><b>云杉数码专营店</b><div class="note soft">客服 小${a.mainland[0]} 为您服务</div></div><div class="block ends"><span>API额度充值卡<br><span class="note soft">订单金额 ${amount(`¥${n.sum}`)}</span></span><span class="push note">发送</span></div><div class="center soft note">${time(n.clock)}</div>${said.map(([mine, text]) => bubble(mine, mine ? '我' : '店', text, colour)).join('')}`,
    ),
  }
}

const complaint: Scene = (s) => {
  const { c, a, n } = s
  return {
    kind: 'identity',
    language: 'zh',
    html: paper(
      s,
      'cn',
      `<div class="in center"><b>投诉详情</b></div><div class="block"><b class="mark">${status(c.pick(['商家处理中', '平台介入中', '已完结']))}</b><div class="note soft">${time(n.iso)}</div></div><div class="block">${colon(
        [
          ['投诉单号', order(n.flow)],
          ['关联交易', alipay(n.trade)],
          ['涉及金额', amount(`${n.sum}元`)],
          ['投诉人', person(a.mainland)],
          ['联系方式', phone(a.mobileSpaced)],
          ['诉求', '付款后额度未到账，要求退款'],
          ['通讯地址', address(a.home)],
        ],
      )}</div><div class="block"><div class="soft note">商家回复　${time(n.later.iso)}</div>${person(a.polite)}您好，您的退款${amount(`¥${n.other}`)}已提交，预计1-3个工作日原路返回。</div>`,
    ),
  }
}

export const stalls: readonly Scene[] = [cardQuery, automaticDelivery, talkBesideOrder, complaint]
