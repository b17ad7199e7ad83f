// The words people write beside a value, in Chinese and English, and what kind of value each announces.
import { traditional } from './traditional.ts'

export const TOPICS = {
  redeem: [
    '兑换码 兌換碼 卡密 激活码 激活碼 充值码 充值碼 礼品码 礼品卡 充值卡 充值卡号 点卡 序列号 卡号密码 兑换卡 CDK',
    'cdk,cdkey,cd-key,cd key,redeem,redeem code,redemption code,voucher,voucher code,gift code,gift card,giftcard,activation code,coupon code,license key,recharge code,top-up code,card key',
  ],
  key: [
    '密钥 密鑰 秘钥 秘鑰 令牌 私钥 私鑰 API密钥 api密钥 接口密钥',
    'key,keys,api key,apikey,api_key,api-key,token,access token,access_token,access-token,accesstoken,api token,api_token,refresh_token,refresh token,secret,secret key,secret_key,secretkey,app_secret,appsecret,client_secret,authorization,auth token,auth_token,auth-token,bearer,x-api-key,private key,auth,sk',
  ],
  card: [
    '卡号 卡號 银行卡 銀行卡 银行卡号 銀行卡號 储蓄卡 信用卡 借记卡 付款卡 收款卡 工资卡 银行账号 银行账户 银行帐号 对公账户 银联 储蓄卡号 信用卡号',
    'card,card number,card no,cardno,card num,card_number,bank card,credit card,debit card,visa,mastercard,amex,unionpay,bank account,account number,acct,acct no,account no,pan',
  ],
  id: [
    '身份证 身份證 身份证号 身份证号码 证件号 证件号码 證件號碼 实名 實名 实名认证 公民身份号码 证件 SFZ',
    'id number,id card,id no,id card number,resident id,identity card,identity number,national id,citizen id,id_card,idcard,id num',
  ],
  permit: [
    '港澳通行证 往来港澳通行证 通行证 通行证件 回乡证 回乡证件 台胞证 台胞证件 台湾通行证 来往大陆通行证 往来大陆通行证 居住证 港澳居民居住证 台湾居民居住证 护照 护照号 护照号码 入台证 香港身份证 澳门身份证',
    'passport,passport number,passport no,travel permit,home return permit,hkid',
  ],
  phone: [
    '手机 手機 手机号 手機號 手机号码 手機號碼 电话 電話 电话号码 联系电话 联系 聯繫 联系方式 联系我 微信同号 微信同號 座机 座機 固话 来电 致电 回电 打给我 打我 加我 短信 热线电话',
    'tel,phone,phone number,phone no,mobile,mobile number,mobile phone,cell,cell phone,cellphone,call,call me,my number,my cell,my mobile,call me at,call me on,reach me at,whatsapp,text me at,telephone,contact,contact number,sms,telegram number,hotline number,fax',
  ],
  email: [
    '邮箱 邮件 电子邮箱 邮箱地址 邮件地址 电子邮件 電郵 電郵地址 信箱 電子信箱',
    'email,e-mail,mail,email address,gmail,mailbox',
  ],
  alipay: [
    '支付宝订单号 支付宝交易号 支付宝单号 支付宝流水号 支付寶交易號 交易号 交易號 流水号 流水號 支付流水号 交易流水号 交易流水 支付流水',
    'trade_no,trade no,trade number,alipay transaction,alipay trade no,alipay order,serial number',
  ],
  wechat: [
    '交易单号 交易單號 微信单号 微信订单号 微信交易单号 微信支付单号 转账单号 转账单 微信支付交易单号 微信流水号',
    'transaction_id,transaction id,transaction no,transaction number,transaction,txn,txn id,txn_id,txid,wechat order,wechat transaction,payment id,payment_id,receipt number,receipt no,reference,reference number,ref,ref no,payment intent',
  ],
  order: [
    '订单号 訂單號 订单号码 订单编号 訂單編號 订单id 订单ID 商户订单号 商家订单号 商戶訂單號 商户单号 商家单号 单号 單號 付款单号 收款单号 充值单号 充值订单号 支付单号 退款单号 业务单号 凭证号 参考号 快递单号',
    'out_trade_no,order id,orderid,order_id,order number,order no,order_no,orderno,order num,order ref,order reference,merchant order,merchant order no,merchant order number,refund id,refund no,invoice number,payment number,bill no',
  ],
  orderish: ['订单 訂單 这单 单子 账单', 'order,my order,payment,purchase'],
  password: [
    '密码 密碼 口令 登录密码 登陆密码 支付密码 登录口令 查询密码 初始密码 新密码 旧密码 取款密码 登錄密碼 安全码 卡背面',
    'password,passwd,pwd,pass,passcode,passphrase,pin,pin code,cvv,cvv2,cvc,pass word,pw',
  ],
  login: [
    '账号密码 帐号密码 账号和密码 账号/密码 帐号/密码 账密 用户名密码 用户名和密码 用户名/密码 邮箱密码 帳號密碼 账户密码',
    'login,account/password,user/pass,username/password,login/password,email/password,username and password,email and password,account and password,login and password,credentials,login info,login details',
  ],
  address: [
    '地址 收货地址 收件地址 邮寄地址 寄送地址 家庭地址 家庭住址 住址 住在 我住 我家住 家住 寄到 寄至 寄往 邮寄到 快递到 发货到 送到 收件 居住地址 注册地址 公司地址 联系地址 通讯地址 现住址 户籍地址',
    'address,ship to,ship it to,shipping address,billing address,billing,mailing address,home address,deliver to,delivery address,street address,send it to,mail it to,i live at,registered address',
  ],
  account: [
    '支付宝账号 支付宝帐号 支付宝账户 支付寶帳號 支付宝 支付寶 微信号 微信號 微信账号 微信id 微信ID 我的微信 加微信 加我微信 我微信 微信 付款账户 付款账号 付款帐号 付款方 付款方账号 收款账户 收款账号 收款帐号 收款方账号 提现账号 钱包 钱包地址 收币地址 转账地址 充币地址 QQ 账号 帐号 账户 QQ号 qq号 QQ号码 扣扣 企鹅号 对方账户 付款人账号 vx 薇信 威信 加V V信 飞机号 电报号',
    'paypal,paypal account,paypal id,payer,payer account,payer id,payer_id,wallet,wallet address,usdt,usdt address,trc20,erc20,btc address,eth address,wechat,wechat id,wechat_id,wxid,wx,vx,v x,qq,qq number,alipay,alipay account,alipay id,venmo,cash app,skype,buyer_logon_id,buyer_id,payment account,telegram id,line id',
  ],
  person: [
    '户名 戶名 姓名 收款人 收款人姓名 收款人全称 收款人(全称) 收款人户名 真实姓名 账户名 开户名 帐户名 账户姓名 收款方姓名 付款人姓名 持卡人姓名 户主姓名',
    // Forms set the two characters of a word apart.
    '户 名,姓 名,收 款 人,account holder,account holder name,payee,payee name,name of payee,name of account holder,holder name',
  ],
  // What follows these is wanted in the open: staff work with it.
  ticket: [
    '工单 工單 工单号 工單號 工单编号 案件号 案件编号 客服单号 QQ群 qq群 群号 Q群 交流群 进群 加群 入群 版本号 税号 纳税人识别号',
    'ticket,ticket id,ticket no,ticket number,case,case id,case number,issue,pr,pull request,channel id,server id,guild id,message id,group,chat id,build,build number,version,port',
  ],
  amount: [
    '金额 金額 余额 餘額 充值 充了 付了 支付了 实付 合计 总计 总共 额度 額度 价格 消费 消耗 用量 扣费 扣了 积分 点数 数量 共计 到账 限额',
    'amount,balance,total,price,paid,quota,credits,credit,usage,tokens,cost,fee,sum,subtotal,limit,max_tokens,units,count,size,bytes,length,duration',
  ],
  time: [
    '时间 時間 日期 时间戳 時間戳 创建时间 支付时间 付款时间 到账时间 下单时间 有效期 截止',
    'time,date,timestamp,epoch,unix,unix time,ts,created,created at,created_at,paid at,paid_at,time_paid,updated_at,expires,expires_at,expire,exp,iat,nbf,started,finished,start_time,end_time',
  ],
  hash: [
    '提交 哈希 校验 摘要 校验和 指纹 镜像',
    'commit,sha,sha1,sha256,sha-256,sha512,sha-512,md5,hash,digest,checksum,integrity,head,rev,revision,fingerprint,etag,blob,tree,parent,merge,image',
  ],
  request: [
    '请求id 请求ID 请求号 请求编号 任务 任务号 任务id 任务ID 追踪id 日志id 日志ID 会话id 会话ID 链路',
    'request,request id,request-id,request_id,requestid,req id,req,x-request-id,trace,trace id,trace_id,traceid,trace-id,traceparent,span id,span_id,correlation id,task,task id,task_id,job,job id,session id,log id,run id,response id,cf-ray,completion id,x-oneapi-request-id',
  ],
  model: ['模型 模型名 型号', 'model,models,model name,engine,deployment'],
  user: [
    '收件人 收货人 联系人 寄件人 持卡人 用户id 用户ID 用户编号 会员号 账号id 账户id UID',
    'uid,user id,userid,user_id,member id,account id,account_id,customer id',
  ],
  site: [
    'IP IP地址 ip地址 接口地址 请求地址 网址 链接 回调地址 代理地址 服务器地址 下载地址 登录地址 访问地址 官网地址 网站地址 API地址 api地址 base_url地址 MAC地址 物理地址 内存地址 地址栏 接口 端点 镜像地址 仓库地址',
    'ip,ip address,url,base_url,base url,baseurl,endpoint,host,link,mac address,memory address,web address,web address bar,webhook',
  ],
} as const satisfies Record<string, readonly [string, string]>

export type Topic = keyof typeof TOPICS
export const topicNames = Object.keys(TOPICS) as readonly Topic[]

/** Every word with its topic: Chinese ones stand apart by spaces and are written in both ways, English ones by commas. */
export const topicWords: readonly (readonly [string, Topic])[] = topicNames.flatMap((topic) => {
  const [chinese, english] = TOPICS[topic]
  // "order no" is written "order no." as well.
  const dotted = english.split(',').flatMap((word) => (word.endsWith(' no') ? [word, `${word}.`] : [word]))
  const written = chinese.split(' ').flatMap((word) => [word, ...traditional(word)])
  return [...written, ...dotted].map((word) => [word.toLowerCase(), topic] as const)
})
