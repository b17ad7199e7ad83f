// The narrow grammars of what staff must still read on a screen: amounts, times, statuses, methods; and names of models and versions.
import { screenWords } from './english.ts'
import { isOfTradeWords } from './trade-words.ts'

export type KeptKind = 'amount' | 'time' | 'status' | 'method' | 'masked' | 'name'
export type KeptSpan = { readonly start: number; readonly end: number; readonly kind: KeptKind }

/** The readers take 0 for o, 1 for l and a comma for a stop. */
const D = '[0-9]'
/** The readers take S for $ behind a country. */
const SIGN =
  '(?:(?:JP|CN)?[¥￥]|[$€£₩]|(?:人民币|新?台币?|港[币元]|美[元金])(?=\\s?\\d)|(?:US|HK|NT)S(?=\\s?\\d)|(?:CNY|RMB|USD|EUR|GBP|HKD|TWD|NTD|SGD|JPY|MYR|INR|IDR|PHP|THB|VND|KRW|AUD|CAD|NZD|CHF|SEK|NOK|DKK|PLN|BRL|TRY|AED|Rs\\.?|RM|Rp\\.?|R\\$|kr|zł|(?:US|HK|NT|NZ|AU|CA|MX|S|A|C)\\$|[₹₫₱฿₺₴₦])[ ]?)'
const WHOLE = `(?:${D}{1,3}(?:[,，]${D}{3}){1,3}|${D}{1,8})`
const CENTS = `(?:[.,。·]\\s?${D}{1,2})`
/** What a thousand tokens cost has more places. */
const PLACES = `(?:[.,。·]\\s?${D}{1,6})`
const UNIT =
  '(?:元|块|CNY|RMB|USDT|USDC|USD|EUR|GBP|HKD|TWD|NTD|SGD|MYR|AUD|CAD|NZD|JPY|INR|KRW|THB|PHP|IDR|VND|CHF|€|yuan|credits?|points?|quota|点|积分|万|美元|港[币元]|额度|张|次|[kKM]?\\s?tokens?|r(?![a-z]))'
const CLOCK = `(?:[01]?${D}|2[0-4])\\s?[:.：]\\s?[0-5]${D}(?:\\s?[:.：]\\s?[0-5]?${D})?(?:\\.\\d{1,3})?(?:\\s?[AaPp]\\.?[Mm]\\.?)?`
const YEAR = '(?:19|20)\\d{2}'
const MONTH = '(?:0?[1-9]|1[0-2])'
const DAY = '(?:0[1-9]|[12]\\d|3[01]|[1-9])'
const MONTHS = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|[O0]ct|Nov|Dec)[a-z]{0,6}'
const FULL_MONTHS = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const ZONE =
  '(?:Z(?![A-Za-z])|\\s?\\(?(?:UTC|GMT|CST|HKT|SGT|JST|PST|PDT|EST|EDT|BST|CET|CEST|IST|AEST|AEDT|NZST|NZDT|WIB|PHT|MYT|ICT|[ECMP]T(?![A-Za-z])|北京时间)?(?:[+-]\\d{1,2}(?::?\\d{2})?)?\\)?)'
/** The years of Taiwan count from 1911. */
const ROC = `1[01]\\d/${MONTH}/(?:0[1-9]|[12]\\d|3[01])`
const WEEKDAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}'
const DATE = `(?:${WEEKDAY},?\\s?)?(?:${ROC}|${YEAR}\\s?[-/.年]\\s?${MONTH}\\s?[-/.月]\\s?${DAY}(?:日)?|${MONTH}月${DAY}[日号]|${MONTHS}\\.?\\s?${DAY}(?:st|nd|rd|th)?[,.]?\\s?${YEAR}|${DAY}(?:st|nd|rd|th)?\\s?${MONTHS}\\.?[,.]?\\s?${YEAR}|${DAY}\\s?-\\s?${MONTHS}\\s?-\\s?${YEAR}|${MONTH}/${DAY}/${YEAR}|${DAY}/${MONTH}/${YEAR}|${DAY}\\.${MONTH}\\.${YEAR}|${MONTH}/${DAY}/\\d{2}|${DAY}/${MONTH}/\\d{2})`
const BETWEEN =
  '\\s?(?:[,T·.]|-(?=\\s?\\d\\d:\\d\\d:)|at|上午|下午|凌晨|晚上|周.|星期.|\\((?:周|星期).\\))?\\s?(?:上午|下午|凌晨|晚上)?\\s?'
const FREE = '(?<![A-Za-z0-9./-]|\\d[:,])'
/** A comma and six digits or more begin the next field of a list. */
const OVER = '(?!(?!(?:by|and|via|from|with|using))[A-Za-z0-9]|[-/:]\\d|[.,]\\d{1,5}(?![\\dA-Za-z]))'
const BANK =
  '(?:[\\u4e00-\\u9fff]{0,6}银行|储蓄卡|信用卡|借记卡|银联|云闪付|Visa|Master ?[Cc]ard|Amex|American ?Express|UnionPay|Discover|JCB|[Cc]ard|ICBC|CMB|Bank|\\b(?:debit|credit))'

/** What was hidden in part before the picture was taken: 138****5678, l***@qq.com, sk-Ab3d****x9Yz, 6222 **** **** 1234. */
const HIDING = '[*＊•●·✱×]'
export const MASKED = new RegExp(
  `(?<![A-Za-z0-9*])(?:(?:sk-)?[A-Za-z0-9._+-]{0,6}|\\d{3,4}\\s)(?:${HIDING}{2,}\\s?){1,4}(?:@[A-Za-z0-9.-]{3,24}(?![A-Za-z0-9])|[A-Za-z0-9]{0,4}(?![A-Za-z0-9])|(?<=${HIDING}{4})[A-Za-z0-9]{5}(?![A-Za-z0-9]))`,
  'g',
)
/** A row of stars as a reader mistakes it: 188*3987, 150.*5240, 6222*家家*3216. */
const ONE_STAR = /(?<![A-Za-z0-9*.])[A-Za-z0-9]{1,3}[*＊•●·✱×]@[A-Za-z0-9.-]{3,24}(?![A-Za-z0-9])/g
const STARS = /(?<![A-Za-z0-9.*-])\d{3,4}[ .]?[*＊•●·✱×米家][*＊•●·✱×米家. ]{0,12}\d{3,4}(?![A-Za-z0-9])/g

/** What may stand behind a model's name: claude-3.5-sonnet, qwen2.5-72b-instruct. */
const EDITION =
  'mini|nano|pro|max|plus|turbo|lite|flash|opus|sonnet|haiku|preview|vision|audio|realtime|instruct|chat|coder|reasoner|thinking|exp|latest|long|vl|omni|large|small|medium|base|dev|schnell|air|high|low|xl|hd|image|tts|embedding|search|codex|distill|it|fast|ultra|deep|research|code|math|moe|v|r|k|m|t|x'

/** 张*, **萱, 李**: as the apps themselves show who is paid. */
const MASKED_NAME =
  /(?<![\p{Script=Han}*＊])(?:[*＊○〇]{1,3}\p{Script=Han}|\p{Script=Han}[*＊○〇]{1,3}\p{Script=Han}?)(?![\p{Script=Han}*＊○〇])/gu

/** What each pattern claims, if it has it from these words only. */
const rules: readonly (readonly [KeptKind, RegExp, ((found: string) => boolean)?])[] = [
  // First what is only harmless: what the later rules claim is theirs.
  ['masked', MASKED],
  ['masked', STARS],
  ['masked', ONE_STAR],
  ['masked', MASKED_NAME],
  // sk-76…iWH7: the middle left out.
  ['masked', /(?<![A-Za-z0-9-])(?:sk-|pk-)?[A-Za-z0-9]{1,6}(?:…|\.{3,}|(?<=sk-)\.{2})[A-Za-z0-9]{2,5}(?![A-Za-z0-9])/g],
  ['masked', /(?<![A-Za-z0-9])[Xx]{4,12}[ -]?\d{4}(?![A-Za-z0-9])/g],
  ['masked', /(?<![A-Za-z0-9*-])(?:\*{2,}-){1,3}\d{3,4}(?![A-Za-z0-9])/g],
  [
    'name',
    new RegExp(
      `(?<![A-Za-z0-9_-])(?:gpt|claude|gemini|deepseek|qwen|glm|llama|mistral|doubao|grok|dall-?e|whisper|midjourney|ernie|hunyuan|(?:kimi|flux|sora|yi)(?=-|\\s?\\d)|o[134])(?![a-z_])(?:[-. ]?(?:(?:${EDITION})(?![a-z]))?\\d{0,3}(?:\\.\\d)?[bko]?){0,6}(?:-\\d{4}-?\\d\\d-?\\d\\d)?(?![A-Za-z0-9]|-[A-Za-z0-9])`,
      'gi',
    ),
  ],
  ['name', /(?<![A-Za-z0-9.])v?\d{1,3}\.\d{1,3}(?:\.\d{1,3})?(?:-(?:beta|rc|alpha)\.?\d*)?(?![0-9A-Za-z]|[.]\d)/gi],
  // A date that broke over two lines: "2026 at 12:09 AM", "2026年12".
  ['time', new RegExp(`${FREE}(?:${DAY},\\s?)?${YEAR}\\s?(?:at|,)?\\s?${CLOCK}${OVER}`, 'g')],
  ['time', new RegExp(`${FREE}${YEAR}年(?:\\d{1,2}月?)?(?![A-Za-z0-9])`, 'g')],
  // "on Nov 22, 2026" as the reader gives it: onNov22,2026.
  [
    'time',
    new RegExp(`(?<![A-Z0-9])${MONTHS}\\.?\\s?${DAY}[,.]?\\s?${YEAR}(?:${BETWEEN}${CLOCK}${ZONE})?(?![0-9])`, 'g'),
  ],
  // Words glued to it on either side by the reader: Youpaid$15.03USDto.
  ['amount', new RegExp(`(?<![0-9.])${SIGN}\\s?${WHOLE}\\.${D}{2}(?![0-9])(?![-]?[A-Z]*\\d)`, 'g')],
  ['amount', /(?<![A-Za-z0-9.,-])\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,2})?(?!,?\d|[A-Za-z-])/g],
  // A name right before a date, the space lost: Helper2026/07/01 12:30.
  ['time', new RegExp(`(?<=[a-z])${YEAR}[-/.]${MONTH}[-/.](?:0[1-9]|[12]\\d|3[01])${BETWEEN}${CLOCK}${OVER}`, 'g')],
  ['time', new RegExp(`${FREE}${DATE}(?:${BETWEEN}${CLOCK}${ZONE})?${OVER}`, 'gi')],
  [
    'time',
    new RegExp(
      `(?<![A-Za-z0-9./]|\\d:)(?:${MONTH}[-/]${DAY}\\s?)?(?:昨天|今天|前天|(?:星期|周)[一二三四五六日天])?\\s?(?:上午|下午|凌晨|晚上)?\\s?${CLOCK}${OVER}`,
      'g',
    ),
  ],
  ['time', new RegExp(`(?<=[a-z])${MONTH}/${DAY}/${YEAR}(?:${BETWEEN}${CLOCK})?${OVER}`, 'g')],
  // Who wrote, and when, the space lost: rachel276611/1318:11.
  ['time', new RegExp(`(?<=[A-Za-z_]\\d{0,4})(?:0[1-9]|1[0-2])/(?:0[1-9]|[12]\\d|3[01])[. ]?${CLOCK}$`, 'g')],
  ['time', new RegExp(`(?<=at)${CLOCK}(?![\\d:])`, 'g')],
  ['time', new RegExp(`(?<=[Oo]n|at|by|until|till)${DAY}\\s?${MONTHS}\\s?${YEAR}(?:${BETWEEN}${CLOCK})?`, 'g')],
  ['time', new RegExp(`${FREE}${DATE}\\s?[-~至到]\\s?${DATE}(?![0-9A-Za-z])`, 'gi')],
  ['time', new RegExp(`${FREE}${DATE}\\s?(?:星期|周)[一二三四五六日天]`, 'g')],
  [
    'time',
    new RegExp(
      `${FREE}(?:${MONTHS}-${DAY}-${YEAR}|${YEAR} ${MONTHS} ${DAY})(?:${BETWEEN}${CLOCK}${ZONE})?${OVER}`,
      'gi',
    ),
  ],
  ['time', new RegExp(`^${YEAR}-(?:0[1-9]|1[0-2])$`, 'g')],
  [
    'time',
    /(?<![\dA-Za-z.])(?:\d{1,3}\s?(?:秒|分钟|小时|天|周|个月)前|(?:\d{1,2}|an?|one)\s?(?:sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?)\s?ago|just\s?now)(?![A-Za-z])/gi,
  ],
  // Of this year: Oct 17,7:55AM.
  [
    'time',
    new RegExp(`(?<![A-Z0-9])${MONTHS}\\.?\\s?${DAY}(?:st|nd|rd|th)?[,.]?\\s?(?:at)?\\s?${CLOCK}(?![0-9])`, 'g'),
  ],
  // A year of which the reader lost or doubled a sign: January9,026.
  ['time', new RegExp(`(?<![A-Z0-9])${FULL_MONTHS}\\s?${DAY}[,.]\\s?\\d{2,5}(?![0-9])`, 'g')],
  ['time', new RegExp(`(?<![A-Za-z])(?:Today|Yesterday|${WEEKDAY}),?\\s?(?:at)?\\s?${CLOCK}`, 'gi')],
  ['time', new RegExp(`${FREE}${MONTH}-${DAY}\\s?${CLOCK}${OVER}`, 'g')],
  // ATM right behind a clock, the space lost.
  ['time', new RegExp(`${FREE}${DATE}\\s?${CLOCK}(?=[A-Z]{3}(?![A-Za-z0-9]))`, 'g')],
  // As bank statements print it: 20261121 14:05:33.
  ['time', new RegExp(`${FREE}20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\s?${CLOCK}${OVER}`, 'g')],
  // In a list of mails: the day alone.
  ['time', new RegExp(`^${MONTH}[-/](?:0[1-9]|[12]\\d|3[01])$`, 'g')],
  [
    'amount',
    new RegExp(
      `(?<![A-Za-z0-9.])[+-]?\\s?${SIGN}\\s?[+-]?\\s?${WHOLE}${PLACES}?\\s?${UNIT}?(?![0-9])(?![-]?[A-Za-z]*\\d)`,
      'g',
    ),
  ],
  ['amount', new RegExp(`(?<![A-Za-z0-9.-])[+-]?\\s?${WHOLE}${CENTS}?\\s?${UNIT}(?![0-9A-Za-z])`, 'gi')],
  ['amount', new RegExp(`(?<![A-Za-z0-9.:/*-]|\\d )[+-]?\\s?${WHOLE}[.]\\s?${D}{2}(?![0-9.A-Za-z]|[-:/ ]\\d)`, 'g')],
  // The sign before an amount is read as some letter, above all in large print.
  ['amount', /(?<![A-Za-z0-9-])[-+]?[YSFf](?:\d{1,6}\.\d{2,6}|\d{1,3}(?:,\d{3})+(?:\.\d{2})?)(?![0-9A-Za-z-])/g],
  ['amount', /(?<=\d\/)[S$]\d{1,6}(?:\.\d{2})?(?![\d.])/g],
  // Within a sentence that lost its spaces: toppedup$50viaPayPal, showsbalance82.27.
  ['amount', /(?<=[A-Za-z])[$¥€£]\d{1,6}(?:\.\d{2})?(?=via|with|by|using|from|to|on|for|and|but|[,.!?]|$)/g],
  ['amount', /(?<=(?:shows?|is|was|of|balance) ?)\d{1,6}\.\d{2}(?![\d.])/g],
  // Of how much: $147.91/100, the sign misread or left out.
  ['amount', /(?<=[¥$€£]\d{1,6}\.\d{2}\s?\/\s?)\d{1,6}(?:\.\d{2})?(?![\d./-])/g],
  [
    'amount',
    new RegExp(
      `(?<=[Pp]aid|[Ss]ent|[Cc]harged|was|for|of)\\s?${WHOLE}${CENTS}?\\s?(?:USD|CNY|EUR|GBP|HKD|SGD|USDT|RMB)(?![A-Za-z])`,
      'g',
    ),
  ],
  ['amount', /(?<=(?:paid|sent|of|for|is|got) ?)[S$¥]\d{1,6}(?:\.\d{2})?(?![0-9]|[A-Z-])/g],
  // As the continent of Europe writes it: 1.234,56 €.
  ['amount', /(?<![\w.,])[-+]?(?:€\s?\d{1,3}(?:\.\d{3})*,\d{2}|\d{1,3}(?:\.\d{3})*,\d{2}\s?(?:€|EUR|kr|zł))(?![\w])/g],
  // What few tokens cost.
  ['amount', /(?<![\w.,/-])0\.0\d{1,7}(?![\w.-])/g],
  ['time', /(?<![0-9:.])(?:1[0-2]|0?\d):[0-5]\d\s?[AP]\.?M\.?(?![A-Za-z])/g],
  ['amount', /^[-+]?[A-Za-z羊半]{0,2}[-+]?\s?\d{1,6}\.\d{2}$/g],
  // The last place of an entry in a list may be lost: +168.0.
  ['amount', /^[-+]\s?\d{1,6}\.\d$/g],
  [
    'method',
    new RegExp(
      `${BANK}(?:, ?N\\.?A\\.?)?[^A-Za-z0-9，。,;；】]{0,3}(?:[储信借][^\\d()]{0,6}|(?:ending|ends)? ?(?:in|with)? ?|debit|credit)?[^A-Za-z0-9，。,;；】]{0,12}(?:尾号|末四位|后四位|[Xx]{2,12}|[Xx]-)?[^A-Za-z0-9，。,;；】]{0,8}\\(?\\d{4}\\)?(?!\\d|[ -]?\\d)`,
      'gi',
    ),
  ],
  ['method', /[([](?:尾号|\*+|[·•.…]+)?\s?\d{4}[)\]](?!\d)/g],
  ['method', /(?:尾号|末四位|后四位|ending (?:in|with))\s?:?\s?\d{4}(?!\d|[ -]\d)/gi],
  [
    'method',
    /支付宝(?:香港|HK)?(?!账|帐|订单|交易|流水|单号)(?:支付)?|微信(?:支付|零钱|转账|扫码|付款|免密支付|(?=[付转扫充]))|^微信$|零钱通|零钱|余额宝|花呗|QQ钱包|(?:全家|莱尔富|统一超商|OK ?超商|7-?ELEVEN) ?(?:FamiPort|ibon)?|货到付款|到付|现金|(?:京东)?白条|(?:京东|美团|抖音|和包|翼|街口|全)支付|悠游付|八达通|转数快|超商(?:代码|缴费)|(?:余额|银行卡|快捷|扫码|银联|信用卡|储蓄卡)支付|云闪付|数字人民币|网银|(?<![A-Za-z])ATM(?![A-Za-z])(?:转[账帐]|储值|存款|缴费)?|(?<![A-Za-z])(?:Alipay|WeChat ?Pay|PayPal|Apple ?Pay|G[o0]{2}gle ?Pay|UnionPay|Stripe|Creem|Paddle|Visa|Master ?Card|USDT(?!-(?:TRC|ERC|BEP))|Bank ?transfer|Credit ?card|Debit ?card|LINE ?Pay|Klarna|FPS|PayNow|PayMe|Octopus|JKO ?PAY|GrabPay|GCash|AlipayHK|Samsung ?Pay|Amazon ?Pay|Shop ?Pay|Cash ?App|Venmo|Zelle|Revolut|Touch ?[’'n]{1,2} ?Go|iDEAL|SEPA|Ethereum|Polygon|Solana|ACH|Debit|wire ?transfer|direct ?debit|Faster ?Payments?(?: ?System)?|Google ?Play(?: ?balance)?|USDT[ -]?\(?(?:TRC|ERC|BEP)-?20\)?|(?:TRC|ERC|BEP)-?20|Tap ?& ?Go|O! ?ePay)(?: ?(?:Wallet|balance))?(?![A-Za-z@]|\d{3}|\.[A-Za-z]|\s?(?:ID|account|no\b))/gi,
  ],
  // Blue Cash ending in 0379, Apple Card ··4988, Chase Sapphire (...1234): what the card is called, not whose it is.
  [
    'method',
    /(?<![A-Za-z])\p{Lu}\p{L}+(?: \p{L}+){0,3} ?(?:(?:ending in |[xX]-|(?:[·•.][·•.:]{1,3}|[·•]) ?)\d{4}|\((?:\.{2,4}|…|[•·*xX]{2,8}) ?\d{4}\))(?![\dA-Za-z]| ?\d)/gu,
    (found) => (found.match(/\p{L}{2,}/gu) ?? []).every((word) => screenWords.has(word)),
  ],
  // TokenPay, JKO PAY: whatever house it is that pays.
  ['method', /(?<![A-Za-z])[A-Z][A-Za-z]{1,10} ?(?:Pay|PAY)(?![A-Za-z@.])/g],
  // Alone on its line or in its cell.
  ['status', /^[已待未]\p{Script=Han}{1,2}$/gu],
  [
    'status',
    /^(?:active|inactive|revoked|suspended|enabled|disabled|blocked|frozen|locked|verified|unverified|open|opened|draft|sent|void|live|resolved|escalated|returned|bounced|held|released|scheduled|upcoming|due|overdue|trialing|past due|cancell?ed|incomplete|unclaimed|claimed|queued|running|ready|available|unavailable|online|offline)\.?$/gi,
  ],
  [
    'status',
    /(?<![A-Za-z])(?:paid ?in ?full|not ?(?:redeemed|paid|delivered|used|activated|received|verified|started|completed|found|credited))(?![A-Za-z])/gi,
  ],
  // 已耗尽, 已批核: whatever a thing already is, though not to whom money went.
  ['status', /已(?!经)\p{Script=Han}{1,4}(?!\p{Script=Han})/gu, isOfTradeWords],
  [
    'status',
    /(?<![A-Za-z])(?:insufficient funds|(?:your )?card (?:was|is) declined|do not honou?r|unclaimed)(?![A-Za-z])/gi,
  ],
  [
    'status',
    /(?<!\d)[1-5]\d\d (?:[O0]K|Created|Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Too Many Requests|Internal Server Error|Bad Gateway)(?![A-Za-z])/g,
  ],
  [
    'status',
    /(?<=(?:was|is|as|been|says|Status|status)\s?)(?:paid|unpaid|completed|pending|failed|refunded|successful)(?=on|at|in|with|[^a-z]|$)/gi,
  ],
  // A field between commas.
  ['method', /(?<=[,\t|])(?:wise|card|paypal|alipay|wxpay|wechat|stripe|crypto|usdt|bank|balance|epay)(?=[,\t|])/gi],
  // Words glued together by the reader: $5.00withPayPal,it.
  [
    'method',
    /(?<=with|via|by|using|from|used)(?:bank ?transfer|PayPal|Alipay|WeChat ?Pay|Apple ?Pay|Google ?Pay|Visa|Stripe)(?:(?=on|at|and|but|to|for)|(?![A-Za-z@]|\.[a-z]))/g,
  ],
  [
    'status',
    /(?:(?<!微信|银联|扫码|余额)支付|交易|付款|充值|转账|转帐|汇款|退款|兑换|扣款|订单|提现|收款|缴费|入账|入帐|到账|开票|激活|核销|下单|预订|购买)?(?:已?(?:成功|完成|失败|关闭|取消|超时)|处理中|进行中|待(?:支付|付款|处理|确认|到账|入账|发货|收货|评价|审核|缴费|激活|使用|退款|收款|取件|开票)|(?:退款|审核|充值|支付|汇款|运输|派送|配送|受理|冻结|清算|结算)中|已(?:支付|付款|退款|到账|入账|收款|发货|过期|签收|结算|撤销|扣款|入帐|送出|寄出|领取|使用|兑换|激活|生效|失效|作废|提交|受理|通过|拒绝|驳回|冻结|封禁|禁用|停用|启用|注销|退回|冲正|汇出|转账|缴费|开票|核销|揽收|下单|出票|接单|处理))|等待(?:付款|支付|买家付款|确认)|未(?:通过|支付|付款|到账|入账|使用|激活|发货|成功|完成)|(?<![A-Za-z])(?:(?:payment|transaction|order|transfer|top-?up|recharge|refund)\s?(?:was|is|has been)?\s?)?(?:success(?:ful(?:ly)?)?|succe(?:eded|ss)|completed?|paid|pending|processing|failed|declined|refunded|cancell?ed|expired|unpaid|closed|delivered|settled|conf(?:i|l)?rmed|authori[sz]ed|captured|disputed|reversed|approved|rejected|denied|received|redeemed|shipped|dispatched|in transit|in progress|on hold|under review|awaiting (?:payment|confirmation|review)|overdue|voided|posted|cleared|credited|accepted|timed out|unused)(?![A-Za-z])/gi,
  ],
]

/** What the grammars claim in a plain line, in any order. */
export function keptIn(text: string): KeptSpan[] {
  return rules.flatMap(([kind, pattern, fits]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      if (fits && !fits(match[0])) return []
      const start = match.index + (match[0].length - match[0].trimStart().length)
      const end = match.index + match[0].trimEnd().length
      return end > start ? [{ kind, start, end }] : []
    }),
  )
}

/** A value behind a label that wants one of these: here the label vouches for what looks like little alone. */
const announced: { readonly [Kind in 'amount' | 'time' | 'method']: RegExp } = {
  amount: /^[-+¥￥$€£₹YVfF羊 ]{0,3}\d{1,3}(?:[,，. ]?\d{3}){0,3}(?:[.,。]\s?\d{1,6})?\s?\D{0,8}$/,
  time: /^(?:20\d{2}\D{0,3}\d{1,2}\D{0,3}\d{1,2}\D{0,4}(?:\d{1,2}\D{0,3}\d{2}(?:\D{0,3}\d{2})?)?\D{0,6}|\D{0,12}\d{1,2}\D{1,3}\d{2}(?:\D{1,3}\d{2})?\D{0,6})$/,
  method: /^\D{0,24}(?:\d{4})?\D{0,3}$/,
}

/** Part of a sentence is no value. */
const SENTENCE = /\p{L}{2}[，,。!！?？;；]|[，。!！?？;；]\p{L}{2}/u

export const fitsLabel = (kind: 'amount' | 'time' | 'method' | 'status', value: string): boolean =>
  (kind === 'method' || kind === 'status') && SENTENCE.test(value)
    ? false
    : kind === 'status'
      ? value.replace(/\D/g, '').length < 4 && !/[A-Za-z0-9]{14}/.test(value)
      : announced[kind].test(value.trim()) && !(kind === 'amount' && /^\D{0,3}\d{9,}\D*$/.test(value.trim()))
