// The operator's facts as words for the texts: limits, hours, links, methods, each in both languages.
import { spansOf } from '../domain/calendar.ts'
import type { Policy } from '../domain/policy.ts'
import { mint } from '../redaction/redacted.ts'
import type { FlowBook } from './book.ts'
import type { Language } from './language.ts'
import type { Item } from './state.ts'
import type { Template, Vars } from './template.ts'

type Channel = Policy['recharge']['channels'][number]

/** Payment methods as users know them. */
export const methodNames: Readonly<Record<Channel, Template>> = {
  alipay: { zh: '支付宝', en: 'Alipay' },
  wechat: { zh: '微信支付', en: 'WeChat Pay' },
  epay: { zh: '易支付', en: 'Epay' },
  stripe: { zh: '银行卡（Stripe）', en: 'Card (Stripe)' },
  sandbox: { zh: '沙箱支付（演示）', en: 'Sandbox (demo)' },
}

/** The same in the middle of a sentence: "please pay with …". */
export const methodsInSentence: Readonly<Record<Channel, Template>> = {
  ...methodNames,
  stripe: { zh: '银行卡（Stripe）', en: 'a card (Stripe)' },
  sandbox: { zh: '沙箱支付', en: 'the sandbox' },
}

const days: Readonly<Record<Language, readonly string[]>> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}
const between: Readonly<Record<Language, string>> = { zh: '至', en: ' to ' }
const comma: Readonly<Record<Language, string>> = { zh: '、', en: ', ' }
const zone: Readonly<Record<Language, string>> = { zh: '北京时间', en: 'Beijing time' }

/** Runs of at least three days become "Monday to Friday"; Sunday stands last, as people count a week. */
function daysText(numbers: readonly number[], lang: Language): string {
  const week = [...new Set(numbers)].map((day) => (day === 0 ? 7 : day)).toSorted((a, b) => a - b)
  const runs: number[][] = []
  for (const day of week) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  const name = (day: number | undefined): string => days[lang][(day ?? 0) % 7] ?? ''
  return runs
    .map((run) => (run.length > 2 ? name(run[0]) + between[lang] + name(run.at(-1)) : run.map(name).join(comma[lang])))
    .join(comma[lang])
}

export const hoursText = (hours: Policy['hours'], lang: Language): string => {
  const week = daysText(hours.days, lang)
  const spans = spansOf(hours).map(({ from, to }) => `${from}-${to}`)
  return lang === 'zh'
    ? `${week} ${spans.join(comma.zh)}（${zone.zh}）`
    : `${week}, ${spans.join(' and ')} (${zone.en})`
}

const refundRules: Readonly<Record<Policy['refund']['mode'], Template>> = {
  remainder: {
    zh: '可退的是该订单尚未使用的部分，已使用的部分不退',
    en: 'what is still unused of the order can be refunded, what was used cannot',
  },
  strict: {
    zh: '订单金额完全没有使用过才能退',
    en: 'an order can be refunded only while nothing of it was used',
  },
}

const yuan = (amount: number): string => `¥${amount.toLocaleString('en-US')}`

/** One line a fact: its slot, and its words in a language. */
const facts = {
  service: (policy, lang) => policy.service.name[lang],
  site: (policy) => policy.service.site,
  orders_url: (policy) => policy.service.orders,
  recharge_url: (policy) => policy.service.recharge,
  redeem_url: (policy) => policy.service.redeem,
  support_url: (policy) => policy.service.support,
  base_url: (policy) => policy.service.baseUrl,
  models_url: (policy) => policy.service.models ?? policy.service.site,
  greeting: (policy, lang) => policy.wording.greeting[lang],
  support: (policy, lang) => policy.wording.support[lang],
  promise: (policy, lang) => policy.wording.promise[lang],
  hours: (policy, lang) => hoursText(policy.hours, lang),
  min: (policy) => yuan(policy.recharge.minYuan),
  max: (policy) => yuan(policy.recharge.maxYuan),
  minutes: (policy) => String(policy.recharge.minutes),
  open_orders: (policy) => String(policy.recharge.openOrders),
  methods: (policy, lang) => policy.recharge.channels.map((channel) => methodNames[channel][lang]).join(comma[lang]),
  refund_days: (policy) => String(policy.refund.days),
  refund_working_days: (policy) => policy.refund.businessDays.join('-'),
  refund_rule: (policy, lang) => refundRules[policy.refund.mode][lang],
} as const satisfies Readonly<Record<string, (policy: Policy, lang: Language) => string>>

/** The slots that any text may use. */
export const factNames = Object.keys(facts) as readonly (keyof typeof facts)[]

const inLanguage = (policy: Policy, lang: Language): Vars =>
  // The operator wrote these words for users to read, in our own data file.
  Object.fromEntries(Object.entries(facts).map(([name, words]) => [name, mint(words(policy, lang))]))

export const factsOf = (policy: Policy): FlowBook['facts'] => ({
  zh: inLanguage(policy, 'zh'),
  en: inLanguage(policy, 'en'),
})

const offersIn = (policy: Policy, lang: Language): { amount: Item[]; channel: Item[] } => ({
  amount: policy.recharge.presetsYuan.map((amount) => ({ label: mint(yuan(amount)), value: String(amount * 100) })),
  channel: policy.recharge.channels.map((channel) => ({ label: mint(methodNames[channel][lang]), value: channel })),
})

/** Buttons that the policy decides; an amount's value is fen. */
export const offersOf = (policy: Policy): FlowBook['offers'] => ({
  zh: offersIn(policy, 'zh'),
  en: offersIn(policy, 'en'),
})
