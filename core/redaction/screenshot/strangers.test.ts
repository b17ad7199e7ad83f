// Names that nothing announces, and signing-in names: covered; words of an app in either language: open.
import { describe, expect, it } from 'vitest'
import { hidden, line } from '../../../test/screens/typed-lines.ts'
import { readScreen } from './screen.ts'

/** Somewhere on a page that says what it is. */
const page = (text: string) => [line('金额', 20, 40), line('¥30.00', 300, 40), line(text, 20, 400)]
const words = (text: string): readonly string[] => text.trim().split(/\s*\|\s*/)

describe('a name is covered where nothing says that it is one', () => {
  it.each(
    words(
      '王小明 | 李娜 | 欧阳晓明 | 高明强 | 陳大文 | 黃志明 | 鄧家輝 | 张经理 | 刘女士 | 阿强 | 老王 | 朱欣伟 | 钟露彬 | 关晓彤 | 温如玉',
    ),
  )('%s', (name) => expect(hidden(page(name), name)).toBe(true))

  it.each(
    words(
      "Emma Clark | ZHANG WEI | Li Na | Wong Siu Ming | CHAN TAI MAN | Ho Chi Keung | Noah Hill | Thabo Nkosi | Oluwaseun Adeyemi | J. Smith | Tom O'Brien | Kevin | Nguyen Van An",
    ),
  )('%s', (name) => expect(hidden(page(name), name)).toBe(true))

  it.each([
    ['Username sunny', 'sunny'],
    ['gpt代充byteydlm', 'byteydlm'],
    ['那个是我朋友钱婧付的', '钱婧'],
    ['行，发票抬头写尤宇，寄山东', '尤宇'],
    ['大橘为重（*国庆）', '大橘为重'],
    ['阿May', '阿May'],
    ['or log in as noodlemy, if you like', 'noodlemy'],
    ['小鱼干pslj_ai@sina.cn', '小鱼干'],
    ['Nguyen Thi Hoa paid', 'Nguyen Thi Hoa'],
    ['登录名 happycat', 'happycat'],
    ['王小明向您付款', '王小明'],
    ['@詹永健把单号发群主看看', '詹永健'],
    ['感谢李建国先生的支持', '李建国'],
    ['群成员：刘洋、王芳', '王芳'],
    ['Paid by Hannah Cole on the web', 'Hannah Cole'],
  ])('in a sentence: %s', (text, name) => {
    const lines = page(text)
    expect(hidden(lines, name)).toBe(true)
  })

  it('again in a sentence, once it is hidden anywhere on the page', () => {
    const told = line('昨晚那笔钱是星空充的到现在都没到', 20, 440)
    expect(hidden([told], '星空')).toBe(false)
    expect(hidden([told, ...page('星空')], '星空')).toBe(true)
    expect(hidden([line('thx Bruna T. - she paid', 20, 480), ...page('Bruna Teixeira')], 'Bruna T.')).toBe(true)
  })

  it.each([
    ['a sign that is no word', '那个是我同事钱婧昨天晚上付的', '钱婧'],
    ['a capital in the midst of a sentence', 'yes the one that Grace sent me last night', 'Grace'],
    ['a family name of two signs', '您好司马心怡女士这是您本月的账单请查收', '司马心怡'],
    ['before the card of a bank', '【CLRBank】志強客戶，您的信用卡（尾號8157）放款成功', '志強'],
    ['who speaks', '一路向北：我昨天充值了一百元到现在还没到账', '一路向北'],
    ['who speaks', 'Rocky: my credits from last night are still missing', 'Rocky'],
    ['whose message was taken back', '"云淡风轻"撤回了一条消息', '云淡风轻'],
    ['whom money went to', '昨天下午我是用支付宝付给花开富贵的', '花开富贵'],
    ['whose payment it is', '往事随风的付款已收到请查收一下', '往事随风'],
    [
      'before the last digits of their account',
      'the transfer went to the account KATARZYNA NOWAK ··· 9207',
      'KATARZYNA NOWAK',
    ],
    ['who signs', 'It still does not work for me today. Thanks, Will Powers', 'Will Powers'],
    ['whom the app greets', '你好，独立开发者老周！', '独立开发者老周'],
    ['whom the app greets', 'Welcome back, moonlight!', 'moonlight'],
    ['who sent money', 'BofA: Rose Hill sent you $25.00', 'Rose Hill'],
    ['before a greeting', '司馬心怡您好，2026/11/28之帳單已寄至您的信箱', '司馬心怡'],
    ['behind a verb', 'the money was sent by Rose Marlow on Friday', 'Rose Marlow'],
  ])('in a sentence: %s', (_, text, name) => {
    expect(hidden([line(text, 20, 440)], name)).toBe(true)
    expect(hidden([line(text, 20, 440)], text)).toBe(false)
  })

  it('broken between given and family name at the end of a line', () => {
    const lines = [line('Zelle payment of $43.90 to Paul', 20, 400), line('King is pending review', 20, 426)]
    expect(hidden(lines, 'King')).toBe(true)
    expect(hidden(lines, 'pending')).toBe(false)
  })

  it('broken over two lines of a message', () => {
    const lines = [line('您的验证码为192652，您正在向曾', 20, 400), line('天佑转账30.00元，请勿泄露', 20, 426)]
    expect(hidden(lines, '天佑')).toBe(true)
    expect(hidden(lines, '30.00元')).toBe(false)
  })

  it('and a mail that stands where a method or an amount is looked for', () => {
    const lines = [line('Payment method', 20, 40), line('thomas.wright@gmail.com', 20, 66), line('¥30.00', 300, 400)]
    expect(hidden(lines, 'thomas.wright@gmail.com')).toBe(true)
  })

  it('where a label above would keep it for a method', () => {
    const lines = [line('付款方式', 20, 40), line('庞俊杰', 20, 70), line('¥30.00', 300, 400)]
    expect(hidden(lines, '庞俊杰')).toBe(true)
  })

  it.each(
    words(
      'SHAO | CHANTAIMAN | 0liver Bennett | 费军 | Chinedu Eze | Deepika lyer | G.Pugh | G. Pugh | MRSYMORIMOTO | Pieter van der Berg | 阿依古丽·买买提 | 买买提 | byteydlm | soraxqic | mUCsqroN | Zhai Yongjian | WuJunjie | 储值杨美凤 | Situ Lin | 向日葵 | 晚风 | Sunny | Lucky Rose | moonlight | 老陈（勿扰） | LEE KA YI | sora | dragon | old_fox | 王老师 | 平安喜乐 | 小太阳 | 一路向北 | 奶茶三分糖 | 云上漫步 | Kevin_L',
    ),
  )('%s', (name) => {
    expect(hidden(page(name), name.replace('储值', ''))).toBe(true)
  })

  it.each(words('GPT-BKYZEA-T0LZRG | XQ-JLMHXK- | 4QPFVI | zhai-593 | sora-rtm25 | FPS752525241360 | (moon.jyoo)'))(
    'the code or account %s',
    (code) => expect(hidden(page(code), code.replaceAll(/[()]|-$/g, ''))).toBe(true),
  )

  it.each(words('zhang_wei | lin.chen | @tom_w | kevin88 | K7Q2MX | neo_7fa4fj | WKQX-PLDR'))(
    'signing in as %s',
    (name) => expect(hidden(page(name), name)).toBe(true),
  )
})

describe('a home is covered without a label', () => {
  it.each(
    words(
      'Flat 12B, 8/F, Block 3, Tai Koo Shing | Unit 5, 10/F, Kwun Tong Road 388, Kowloon | Hauptstraße 12, 10115 Berlin | 12 Baker Street, London NW1 6XE | 592 Barrington St, Apt 4C, Halifax, NS B3J 1S9 | NS B3J 1S9 | 九龍旺角彌敦道100號 | 1047 Calle Mayor, Madrid | 55 Pasir Ris Drive, #12-07, Singapore 238839 | 台北市信義區松仁路100號5樓',
    ),
  )('%s', (text) => expect(hidden(page(text), text)).toBe(true))
})

describe('words of an app stay open', () => {
  it.each(
    words(
      '余额 | 余额宝 | 账单详情 | 交易成功 | 支付方式 | 商品说明 | 路由 | 方案 | 时间 | 高级会员 | 单笔限额 | 文件传输助手 | 联系客服 | 申请退款 | 查看往来记录 | 计入收支 | 程序 | 安全中心 | 江苏银行 | 常见问题 | 包月套餐 | 成功率 | 温馨提示 | 任务日志 | 云闪付 | 元宝 | 金币 | QQ钱包 | 到付·现金 | sk-76…iWH7 | 华为云 | 張○為 | 兑换码不存在或已过期 | 没有兑换码 | **萱 | 张* | 未通过 | 已封禁 | 微信 | 已发货211.00r | 已耗尽 | 已批核 | 已同意02-09 08:23 | 退款虎理中 | 新台幣 6,383 元 | 人民币256.00元 | 等待卖家发货 | 对方已收款 | 我是微信付的，显示支付成功 | 经营账户收款 | 平台介入中 | 星期三上午7:34 | 3分钟前 | 2026.11.22-2026.12.22 | 扣费成功 | 扫一扫 | 充值记录 | 宁波银行 | 会员中心',
    ),
  )('%s', (text) => expect(readScreen(page(text)).covers).toEqual([]))

  it.each(
    words(
      'Order Details | Payment Successful | Apple Pay | Credit Card | Bank Transfer | Billing History | Pro Plan | Grand Total | Recent Activity | Contact Support | Help Center | Gift Card | Download Receipt | Usage This Month | Standard Chartered | Top Up | Thank You | Confrmed | Bulld Queued | January 3, 2026 | ispending | expiredon | OpenAI | Shopify webhook | SHA256 | Windows11 | 128K | 115/06/15 02:25:27 | 05-03 | US$923.00 | USS923.00 | 200 OK | USDT TRC20 | Faster Payment System | GrabPay Wallet | Contactless | +f1,114.52 | Google Play balance | GooglePlaybalance | 18Nov2026,23:27 | 2026/02/27 11:14:44HKT | Northgate Bank | out_trade_no | gpt-4o-mini | claude-3-5-sonnet-20241022 | qwen2.5-72b-instruct | deepseek-r1 | GPT-5.1-codex-max | 27 Nov2026.17:09 | Thu, 8 Mar 2026, 01:46 | USDT-TRC20 | HDFC Bank XXXXXX1907 | Jun 5, 2026, 5:42 PM ET | 0.005369 | Rs 19.00 at 11:33 AM | Todayat11:50AM | blocked07/19/20264:57 | on23Aug2026using | TokenPay | Returmed | 5 minutes ago | Blue Cash ending in 0379 | Apple Card ··4988 | Bank account x-6505 | Paid in full | StatusCompleted | CHASE BANK, N.A. x-9351 | JuL-05-2026 09:06:47 UTC | Oct17,7:55AM | January9,026 | 1.234,56 € | Chase Sapphire (...1234) | 251.00HKD | Not redeemed | Revoked | Insufficient funds. | Dispute opened | Unclaimed | Revealed 5 Jan 2026 00:42 | Northgate Ltd',
    ),
  )('%s', (text) => expect(readScreen(page(text)).covers).toEqual([]))
})

it('a name right of the label of a status is covered, a misread state is not', () => {
  const row = (value: string) => [line('状态', 20, 40), line(value, 300, 40)]
  expect(hidden(row('周子瑜琳'), '周子瑜琳')).toBe(true)
  expect(hidden(row('Liam Fitzpatrick'), 'Liam Fitzpatrick')).toBe(true)
  expect(hidden(row('头效'), '头效')).toBe(false)
})
