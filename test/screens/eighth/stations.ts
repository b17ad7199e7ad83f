// Chinese screens of gateways and clouds: a window of top-ups, keys with groups, a shell's lines, a redeem page, a merchant's back office, a checked identity.
import {
  amount,
  code,
  email,
  key,
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
} from '../marks.ts'
import { apart, footed, formal, list, type Play, page, running, stranger, times } from './layout.ts'

const windowOfTopUps: Play = (s) => {
  const { c, p } = s
  return {
    kind: 'table',
    language: 'zh',
    wide: true,
    html: page(
      s,
      'cn',
      `<div class="pad two"><b>LanShi API</b><span class="dim">控制台　模型广场　文档　${user(p.handle)}</span></div><div class="slab" style="box-shadow:0 4px 24px #0004"><div class="two"><h3>充值账单</h3><span>✕</span></div><p class="well dim" style="margin:8px 0">订单号搜索</p>${list(
        ['订单号', '支付方式', '充值额度', '支付金额', '状态', '创建时间'],
        times(4, () => {
          const { r } = stranger(c)
          return [
            `<span class="tiny">${order(r.gateway)}</span>`,
            method(c.pick(['支付宝', '微信', 'Stripe'])),
            amount(r.even),
            amount(`¥${r.sum}`),
            status(c.pick(['成功', '待支付', '已过期'])),
            time(r.full),
          ]
        }),
      )}<p class="dim tiny" style="padding-top:8px">显示第 1 条 - 第 4 条，共 ${c.int(4, 90)} 条</p></div>`,
    ),
  }
}

const keysWithGroups: Play = (s) => {
  const { c } = s
  return {
    kind: 'key',
    language: 'zh',
    wide: true,
    html: page(
      s,
      'cn',
      `<div class="pad two"><h2>API 密钥</h2><span class="knob">创建密钥</span></div><div class="slab">${list(
        ['名称', '密钥', '分组', '今日 / 总计', '状态', '到期'],
        times(3, (i) => {
          const { r } = stranger(c)
          return [
            ['我的电脑', 'cc-公司', '备用'][i] ?? '',
            `<span class="mono tiny">${i === 1 ? key(r.keyBrief) : masked(r.keyDots)}</span> ⧉`,
            '<span class="chip">Claude 稳定 1.2x</span>',
            `${amount(`$${r.fee}`)} / ${amount(`$${r.rest}`)}`,
            status(c.pick(['启用', '停用', '额度用尽'])),
            time(r.day),
          ]
        }),
        true,
      )}</div>`,
    ),
  }
}

const linesOfShell: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'key',
    language: 'zh',
    html: page(
      s,
      'cn',
      `<div class="slab"><b>使用密钥</b><p class="dim tiny">将以下环境变量添加到终端配置文件中</p><div style="padding:8px 0"><span class="chip">macOS / Linux</span>　<span class="dim">CMD　PowerShell</span></div><div class="mono tiny" style="background:#1e1e2e;color:#cdd6f4;padding:10px;border-radius:6px">export ANTHROPIC_BASE_URL="https://api.lanshi.example"<br>export ANTHROPIC_AUTH_TOKEN="${key(r.key)}"</div><p class="tiny" style="padding-top:8px">所属账号 ${email(p.mail)}</p></div><div class="slab">${footed(
        [
          ['余额', amount(`$${r.rest}`)],
          ['最近使用', time(r.brief)],
          ['套餐', '按量'],
          ['状态', status(c.pick(['有效', '余额不足', '已停用']))],
        ],
      )}</div>`,
    ),
  }
}

const codeIsSpent: Play = (s) => {
  const { c, r } = s
  const old = stranger(c)
  return {
    kind: 'redeem',
    language: 'zh',
    html: page(
      s,
      'cn',
      `<div class="pad"><h2>兑换</h2><p class="dim">输入兑换码，为账户增加余额或订阅</p></div><div class="slab"><p>兑换码</p><div class="well mono">${code(r.code)}</div><p class="tiny" style="color:#e5484d;padding:6px 0">${status(c.pick(['该兑换码已被使用', '兑换码不存在或已过期', '兑换过于频繁，请稍后再试']))}</p><div class="knob" style="width:100%;text-align:center">立即兑换</div></div><div class="slab two"><span>当前余额</span><b>${amount(`$${r.rest}`)}</b></div><div class="slab"><b>最近活动</b><div class="two" style="padding-top:8px"><span>余额兑换<br><span class="dim tiny">${time(old.r.slash)}</span></span><span style="text-align:right">${amount(`+$${old.r.even}.00`)}<br><span class="mono tiny">${code(old.r.code)}</span></span></div></div>`,
    ),
  }
}

const backOffice: Play = (s) => {
  const { c } = s
  return {
    kind: 'table',
    language: 'zh',
    wide: true,
    html: page(
      s,
      'cn',
      `<div class="pad" style="background:#2f4050;color:#fff">易收银 商户后台　<span style="opacity:.7">订单列表　结算明细　API信息</span></div><div class="pad"><span class="well dim">系统订单号</span>　<span class="well dim">全部状态</span>　<span class="knob">搜索</span></div>${list(
        ['系统订单号 / 商户订单号', '商品名称', '金额', '方式', '创建 / 完成时间', '状态'],
        times(4, () => {
          const { r } = stranger(c)
          return [
            `<span class="tiny">${order(r.serial)}<br>${order(r.shop)}</span>`,
            `<span class="tiny">充值${r.even}</span>`,
            amount(`￥${r.sum}`),
            method(c.pick(['支付宝', '微信支付', 'QQ钱包'])),
            `<span class="tiny">${time(r.full)}<br>${time(r.after.full)}</span>`,
            `<span class="chip">${status(c.pick(['已支付', '未支付', '已退款', '已冻结']))}</span>`,
          ]
        }),
      )}`,
    ),
  }
}

const checkedIdentity: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'identity',
    language: 'zh',
    wide: true,
    html: page(
      s,
      'cn',
      `<div style="display:flex"><div class="pad dim" style="width:170px">账号信息<br><b class="hue">实名认证</b><br>费用中心<br>发票管理<br>访问凭证</div><div style="flex:1"><div class="slab"><h3>个人认证 <span class="chip">${status(c.pick(['已认证', '审核中', '认证失败']))}</span></h3>${formal(
        [
          ['真实姓名', person(p.chinese)],
          ['证件号码', paper(p.citizen)],
          ['手机号码', phone(p.mobileAbroad)],
          ['登录邮箱', email(p.mail)],
          ['提交时间', time(r.full)],
        ],
      )}</div><div class="slab"><h3>最近充值</h3>${running([
        ['到账金额', amount(`¥${r.sum}`)],
        ['方式', method(c.pick(['支付宝', '微信支付', '银行转账']))],
        ['订单', order(r.cloud)],
      ])}</div></div></div>`,
    ),
  }
}

const cloudOrders: Play = (s) => {
  const { c, p } = s
  return {
    kind: 'table',
    language: 'zh',
    html: page(
      s,
      'cn',
      `<div class="pad two"><b>我的订单</b><span class="tiny dim">${masked(p.mobileStarred)}</span></div>${times(
        3,
        () => {
          const { r } = stranger(c)
          return `<div class="slab tiny"><div class="two"><span>${time(r.minute)}</span><span class="hue">${status(c.pick(['已支付', '待付款', '已作废', '交易完成']))}</span></div><hr>${apart(
            [
              ['订单号', order(r.cloud)],
              ['产品', `${r.model} 资源包`],
              ['类型', '新购'],
              ['支付方式', method(c.pick(['代金券+余额', '在线支付', '后付费']))],
              ['实付', amount(`¥${r.sum}`)],
            ],
            3,
          )}</div>`
        },
      ).join('')}`,
    ),
  }
}

const sharedLogin: Play = (s) => {
  const { c, p, r } = s
  return {
    kind: 'identity',
    language: 'zh',
    html: page(
      s,
      'cn',
      `<div class="pad"><b>账号交付单</b><div class="dim tiny">${time(r.minute)} 由系统生成</div></div><div class="slab">${running(
        [
          ['商品', `${r.model} 独享月号`],
          ['实付', amount(`${r.sum}元`)],
          ['支付', method(c.pick(['微信', '支付宝', 'USDT']))],
          ['状态', status(c.pick(['已发货', '已完成', '售后中']))],
          ['登录账号', email(p.westMail)],
          ['登录密码', password(r.password)],
          ['辅助邮箱', `${email(p.mail)} 密码 ${password(stranger(c).r.password)}`],
          ['买家', user(p.nick)],
        ],
      )}</div><div class="pad tiny dim">请勿修改密码，修改不质保。</div>`,
    ),
  }
}

export const stations: readonly Play[] = [
  windowOfTopUps,
  keysWithGroups,
  linesOfShell,
  codeIsSpent,
  backOffice,
  checkedIdentity,
  cloudOrders,
  sharedLogin,
]
