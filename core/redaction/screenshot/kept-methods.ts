// The ways to pay, by their names and by the last digits of cards.
import { screenWords } from './english.ts'
import type { Pattern } from './keep.ts'

const BANK =
  '(?:[\\u4e00-\\u9fff]{0,6}银行|储蓄卡|信用卡|借记卡|银联|云闪付|Visa|Master ?[Cc]ard|Amex|American ?Express|UnionPay|Discover|JCB|[Cc]ard|ICBC|CMB|Bank|\\b(?:debit|credit))'

export const methods: readonly Pattern[] = [
  [
    new RegExp(
      `${BANK}(?:, ?N\\.?A\\.?)?[^A-Za-z0-9，。,;；】]{0,3}(?:[储信借][^\\d()]{0,6}|(?:ending|ends)? ?(?:in|with)? ?|debit|credit)?[^A-Za-z0-9，。,;；】]{0,12}(?:尾号|末四位|后四位|[Xx]{2,12}|[Xx]-)?[^A-Za-z0-9，。,;；】]{0,8}\\(?\\d{4}\\)?(?!\\d|[ -]?\\d)`,
      'gi',
    ),
  ],
  [/[([](?:尾号|\*+|[·•.…]+)?\s?\d{4}[)\]](?!\d)/g],
  [/(?:尾号|末四位|后四位|ending (?:in|with))\s?:?\s?\d{4}(?!\d|[ -]\d)/gi],
  [
    /支付宝(?:香港|HK)?(?!账|帐|订单|交易|流水|单号)(?:支付)?|微信(?:支付|零钱|转账|扫码|付款|免密支付|(?=[付转扫充]))|^微信$|零钱通|零钱|余额宝|花呗|QQ钱包|(?:全家|莱尔富|统一超商|OK ?超商|7-?ELEVEN) ?(?:FamiPort|ibon)?|货到付款|到付|现金|(?:京东)?白条|(?:京东|美团|抖音|和包|翼|街口|全)支付|悠游付|八达通|转数快|超商(?:代码|缴费)|(?:余额|银行卡|快捷|扫码|银联|信用卡|储蓄卡)支付|云闪付|数字人民币|网银|(?<![A-Za-z])ATM(?![A-Za-z])(?:转[账帐]|储值|存款|缴费)?|(?<![A-Za-z])(?:Alipay|WeChat ?Pay|PayPal|Apple ?Pay|G[o0]{2}gle ?Pay|UnionPay|Stripe|Creem|Paddle|Visa|Master ?Card|USDT(?!-(?:TRC|ERC|BEP))|Bank ?transfer|Credit ?card|Debit ?card|LINE ?Pay|Klarna|FPS|PayNow|PayMe|Octopus|JKO ?PAY|GrabPay|GCash|AlipayHK|Samsung ?Pay|Amazon ?Pay|Shop ?Pay|Cash ?App|Venmo|Zelle|Revolut|Touch ?[’'n]{1,2} ?Go|iDEAL|SEPA|Ethereum|Polygon|Solana|ACH|Debit|wire ?transfer|direct ?debit|Faster ?Payments?(?: ?System)?|Google ?Play(?: ?balance)?|USDT[ -]?\(?(?:TRC|ERC|BEP)-?20\)?|(?:TRC|ERC|BEP)-?20|Tap ?& ?Go|O! ?ePay)(?: ?(?:Wallet|balance))?(?![A-Za-z@]|\d{3}|\.[A-Za-z]|\s?(?:ID|account|no\b))/gi,
  ],
  // Blue Cash ending in 0379, Apple Card ··4988, Chase Sapphire (...1234): what the card is called, not whose it is.
  [
    /(?<![A-Za-z])\p{Lu}\p{L}+(?: \p{L}+){0,3} ?(?:(?:ending in |[xX]-|(?:[·•.][·•.:]{1,3}|[·•]) ?)\d{4}|\((?:\.{2,4}|…|[•·*xX]{2,8}) ?\d{4}\))(?![\dA-Za-z]| ?\d)/gu,
    (found) => (found.match(/\p{L}{2,}/gu) ?? []).every((word) => screenWords.has(word)),
  ],
  // TokenPay, JKO PAY: whatever house it is that pays.
  [/(?<![A-Za-z])[A-Z][A-Za-z]{1,10} ?(?:Pay|PAY)(?![A-Za-z@.])/g],
  // A field between commas.
  [/(?<=[,\t|])(?:wise|card|paypal|alipay|wxpay|wechat|stripe|crypto|usdt|bank|balance|epay)(?=[,\t|])/gi],
  // Words glued together by the reader: $5.00withPayPal,it.
  [
    /(?<=with|via|by|using|from|used)(?:bank ?transfer|PayPal|Alipay|WeChat ?Pay|Apple ?Pay|Google ?Pay|Visa|Stripe)(?:(?=on|at|and|but|to|for)|(?![A-Za-z@]|\.[a-z]))/g,
  ],
]
