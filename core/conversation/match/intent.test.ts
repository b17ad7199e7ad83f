// What people type in the chat and what is understood by it, both languages; own sentences.
import { describe, expect, test } from 'vitest'
import type { Intent } from '../vocabulary.ts'
import { matchIntent } from './intent.ts'

const sayings: Readonly<Partial<Record<Intent, string>>> = {
  recharge: `我要充值
    想充一点余额
    充50
    再给我加余额
    I want to recharge
    top up please
    buy some credits`,
  plans: `有哪些套餐
    月卡多少钱
    你们怎么收费
    会员价格在哪看
    what plans do you have
    pricing?
    how much is the monthly package`,
  orders: `查一下我的订单
    看看充值记录
    订单列表
    我想看最近的付款记录
    show my orders
    order history
    can you list my recent purchases`,
  balance: `我的余额
    查余额
    还剩多少额度
    账户里还有多少积分
    what's my balance
    how many credits do I have left
    check my wallet`,
  link: `绑定账号
    怎么关联我的账户
    账号还没绑定
    解绑一下
    link my account
    how do I connect my account
    unlink this chat`,
  language: `切换英文
    说中文可以吗
    换个语言
    语言设置
    English please
    change language to Chinese
    can we talk in english`,
  human: `转人工
    找真人
    我要人工客服
    有人吗
    talk to a human
    I want a real person
    representative`,
  limits: `最低充多少
    一次最多能充多少钱
    单笔上限是多少
    可以充10.5吗
    what is the minimum top up
    maximum amount per recharge?
    can I add 12.50`,
  recharge_steps: `怎么充值
    在哪里付款啊
    充值流程是什么
    如何给账户加余额
    how do I top up
    where can I add credits
    steps to recharge`,
  methods: `支持哪些支付方式
    能用支付宝吗
    有paypal吗
    可以用信用卡付吗
    what payment methods do you accept
    do you take alipay
    can I pay with a credit card`,
  order_statuses: `订单状态有哪些
    processing 和 pending 有什么区别
    待支付是什么意思
    已取消代表什么
    what does pending mean
    what is the meaning of each order status
    difference between cancelled and refunded`,
  refund_policy: `退款要几天
    退款多久到账
    退款规则是什么
    什么情况可以退
    how long does a refund take
    what is your refund policy?
    when are orders refundable`,
  hours: `客服几点上班
    工作时间
    周末有人在吗
    你们什么时候下班
    what are your working hours
    is anyone there on weekends
    when is support available`,
  first_recharge: `第一次充多少合适
    新用户建议充多少
    刚注册，先充多少好
    首充有什么建议
    how much should I start with
    first time here, any advice on the amount
    I'm new, how much to put in`,
  never_post: `要把付款截图发出来吗
    兑换码能发群里吗
    什么信息不能公开发
    发密码给你安全吗
    should I send you my card number
    is it safe to post the code here
    what should I never share`,
  gateway: `什么是API网关
    你们这个平台是干什么的
    兼容openai吗
    中转站是什么
    what is this gateway
    are you OpenAI-compatible
    does it work with the openai sdk`,
  base_url: `base_url 怎么填
    接口地址是多少
    请求地址填什么
    代理地址写哪个
    what is the base url
    which endpoint do I use
    where do I find the api address`,
  model_not_found: `提示模型不存在
    为什么找不到这个模型
    claude 报 model_not_found
    无可用渠道是怎么回事
    model not found
    it says the model does not exist
    no available channel for gpt-5`,
  cost_control: `怎么省钱
    额度用得太快了
    能不能限制每个 key 的花费
    怎么控制团队的成本
    how can I reduce my costs
    set a budget for the team
    tokens burning through too fast, how to limit spending`,
  greeting: `你好
    在吗
    您好
    hi
    hello there
    good morning`,
  thanks: `谢谢
    感谢，已经好了
    辛苦了
    thanks a lot
    thank you!
    cheers, solved`,
  unknown: `今天天气怎么样
    讲个笑话
    阿巴阿巴
    what's the weather like
    asdf qwer
    tell me a joke`,
  refund: `我要退款
    把钱退给我
    买错了能退吗
    I want my money back
    please refund me
    refund my last order`,
  paid_not_credited: `我付了款但是没到账
    充了钱余额没变
    扣款了额度没加
    I paid 50 yuan and nothing arrived
    paid but no credits
    my top up is missing`,
  redeem_code: `兑换码用不了
    卡密在哪里兑换
    cdk 提示无效
    my code can't be redeemed
    gift code invalid
    where do I enter a voucher`,
}

describe.each(Object.entries(sayings))('%s', (intent, said) => {
  test.each(said.split('\n').map((line) => line.trim()))('%s', (text) => {
    expect(matchIntent(text).intent).toBe(intent)
  })
})

test('asking for a person wins over the trouble when that is the message, the trouble wins in a long report', () => {
  expect(matchIntent('没到账，转人工').intent).toBe('human')
  expect(matchIntent('我昨天充了五十块到现在都没到账，客服一直没有人工回复我，麻烦处理一下').intent).toBe(
    'paid_not_credited',
  )
})

test('a question about the rules is no case, a case is no question', () => {
  expect(matchIntent('退款一般要几个工作日').intent).toBe('refund_policy')
  expect(matchIntent('退款申请好几天了没有动静').intent).toBe('refund')
  expect(matchIntent('限额了付不了怎么办').intent).toBe('payment_failed')
})
