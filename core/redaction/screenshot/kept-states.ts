// What a payment, an order or a key is just now, in the words of both languages.
import type { Pattern } from './keep.ts'
import { isOfTradeWords } from './trade-words.ts'

export const states: readonly Pattern[] = [
  // Alone on its line or in its cell.
  [/^[已待未]\p{Script=Han}{1,2}$/gu],
  [
    /^(?:active|inactive|revoked|suspended|enabled|disabled|blocked|frozen|locked|verified|unverified|open|opened|draft|sent|void|live|resolved|escalated|returned|bounced|held|released|scheduled|upcoming|due|overdue|trialing|past due|cancell?ed|incomplete|unclaimed|claimed|queued|running|ready|available|unavailable|online|offline)\.?$/gi,
  ],
  [
    /(?<![A-Za-z])(?:paid ?in ?full|not ?(?:redeemed|paid|delivered|used|activated|received|verified|started|completed|found|credited))(?![A-Za-z])/gi,
  ],
  // 已耗尽, 已批核: whatever a thing already is, though not to whom money went.
  [/已(?!经)\p{Script=Han}{1,4}(?!\p{Script=Han})/gu, isOfTradeWords],
  [/(?<![A-Za-z])(?:insufficient funds|(?:your )?card (?:was|is) declined|do not honou?r|unclaimed)(?![A-Za-z])/gi],
  [
    /(?<!\d)[1-5]\d\d (?:[O0]K|Created|Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Too Many Requests|Internal Server Error|Bad Gateway)(?![A-Za-z])/g,
  ],
  [
    /(?<=(?:was|is|as|been|says|Status|status)\s?)(?:paid|unpaid|completed|pending|failed|refunded|successful)(?=on|at|in|with|[^a-z]|$)/gi,
  ],
  [
    /(?:(?<!微信|银联|扫码|余额)支付|交易|付款|充值|转账|转帐|汇款|退款|兑换|扣款|订单|提现|收款|缴费|入账|入帐|到账|开票|激活|核销|下单|预订|购买)?(?:已?(?:成功|完成|失败|关闭|取消|超时)|处理中|进行中|待(?:支付|付款|处理|确认|到账|入账|发货|收货|评价|审核|缴费|激活|使用|退款|收款|取件|开票)|(?:退款|审核|充值|支付|汇款|运输|派送|配送|受理|冻结|清算|结算)中|已(?:支付|付款|退款|到账|入账|收款|发货|过期|签收|结算|撤销|扣款|入帐|送出|寄出|领取|使用|兑换|激活|生效|失效|作废|提交|受理|通过|拒绝|驳回|冻结|封禁|禁用|停用|启用|注销|退回|冲正|汇出|转账|缴费|开票|核销|揽收|下单|出票|接单|处理))|等待(?:付款|支付|买家付款|确认)|未(?:通过|支付|付款|到账|入账|使用|激活|发货|成功|完成)|(?<![A-Za-z])(?:(?:payment|transaction|order|transfer|top-?up|recharge|refund)\s?(?:was|is|has been)?\s?)?(?:success(?:ful(?:ly)?)?|succe(?:eded|ss)|completed?|paid|pending|processing|failed|declined|refunded|cancell?ed|expired|unpaid|closed|delivered|settled|conf(?:i|l)?rmed|authori[sz]ed|captured|disputed|reversed|approved|rejected|denied|received|redeemed|shipped|dispatched|in transit|in progress|on hold|under review|awaiting (?:payment|confirmation|review)|overdue|voided|posted|cleared|credited|accepted|timed out|unused)(?![A-Za-z])/gi,
  ],
]
