// Which Latin words a dictionary knows: what it does not know on a screen may be somebody's name.
import english from 'an-array-of-english-words' with { type: 'json' }

/** What no dictionary of common words has and what stands on the screens of this trade: months, days, places, makers, techniques. */
const OF_THE_TRADE =
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
  'china chinese hong kong macau taiwan taipei singapore malaysia japan japanese korea korean india london paris berlin tokyo beijing shanghai shenzhen guangzhou hangzhou america american europe european england english british germany german france french canada canadian australia ' +
  'alipay alipayhk wechat weixin paypal paynow payme unionpay mastercard amex visa jcb klarna venmo zelle revolut wise octopus grabpay gcash paytm stripe creem paddle airwallex payoneer interac duitnow promptpay maybank hsbc citibank dbs ocbc uob icbc abc ccb boc cmb fps ach sepa swift iban bic usdt usdc eth btc trc erc usd cny rmb hkd twd sgd jpy krw eur gbp cad aud wxpay epay ewallet ' +
  'openai chatgpt gpt claude anthropic gemini google deepmind deepseek qwen moonshot kimi zhipu glm doubao midjourney mistral llama grok xai azure aws github gitlab gmail outlook microsoft apple iphone ipad ios android windows macos linux huawei xiaomi samsung xianyu taobao tmall jd ebay amazon shopify telegram whatsapp discord slack facebook instagram twitter youtube tiktok linkedin qq line safari chrome firefox ' +
  'api apis app apps url urls http https www json xml csv pdf html css js sql uuid id ids uid sku vip pro ui ux otp sms pin cvv vat gst utc gmt hkt sgt cst pst est qr wifi vpn ip cpu gpu ram ssl tls oauth sdk cli webhook webhooks login signup signin logout username admin dashboard config env async auth param params desc asc txn txid ref refs qty subtotal topup topups checkout ecommerce contactless cashless prepaid payout payouts chargeback chargebacks cashback paywall freemium onboarding timestamp backend frontend realtime offline online email emails homepage website chatbot llm llms rpm tpm tpd'

const known: ReadonlySet<string> = new Set([...english, ...OF_THE_TRADE.split(' ')])

const LONGEST = 18
/** These stand between words that a reader glued together. */
const SHORT = new Set('a i to of on at by is in or an my me no up as it we he be do go so us am if'.split(' '))

/** Whether letters are English words with their spaces lost: Paymentstatus, insufficientfunds. */
export function isEnglishGlued(letters: string): boolean {
  const text = letters.toLowerCase()
  const reached = [true]
  for (let end = 1; end <= text.length; end++) {
    reached[end] = false
    for (let start = Math.max(0, end - LONGEST); start < end && !reached[end]; start++) {
      const word = reached[start] ? text.slice(start, end) : ''
      reached[end] = word.length > 2 ? known.has(word) : SHORT.has(word)
    }
  }
  return reached[text.length] === true
}

/** Whether an English dictionary has the word, in whatever writing; what stands behind an apostrophe or a dash is no part of it. */
export const isEnglish = (word: string): boolean => known.has(word.toLowerCase().replace(/['’-].*|\.$/, ''))

/** What the readers make of print: fi as f, l as i, m as rn, w as vv. */
const MISREAD: readonly (readonly [RegExp, string])[] = [
  [/f(?!i)/g, 'fi'],
  [/l/g, 'i'],
  [/i/g, 'l'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
]

/** The same for a word that a reader got wrong in one of its usual ways: Confrmed, Bulld. */
export const isEnglishMisread = (word: string): boolean =>
  MISREAD.some(([sign, print]) =>
    [...word.toLowerCase().matchAll(sign)].some(({ 0: { length }, index }) =>
      isEnglish(word.slice(0, index) + print + word.slice(index + length)),
    ),
  )
