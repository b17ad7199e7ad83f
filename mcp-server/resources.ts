// What can be read as it stands: the help articles in both languages, and three pages on how this server answers.
import { pageOf, uriOf } from '../core/conversation/export-pages.ts'
import { type Language, languages } from '../core/conversation/language.ts'
import type { LookupDesk } from '../core/desk/lookups/desk.ts'
import { sentence } from '../core/desk/lookups/words.ts'
import { defaultLimits } from './budget.ts'

export type Resource = {
  readonly uri: string
  readonly name: string
  readonly title: string
  readonly description: string
  readonly mimeType: 'text/markdown'
}

export const templates = [
  {
    uriTemplate: 'faq://{lang}/{id}',
    name: 'faq',
    title: 'Help article',
    description: 'A public help article; lang is zh or en, id is an article_id of search_faq.',
    mimeType: 'text/markdown',
  },
] as const

const statuses = ['pending', 'processing', 'completed', 'cancelled-expired', 'cancelled-user', 'refunded'] as const
const shownStatus = (key: (typeof statuses)[number]): string => key.split('-')[0] ?? key

/** The pages of the policy, by name; each says the same in both languages. */
const policies: { readonly [name: string]: { readonly title: string; readonly text: () => string } } = {
  redaction: {
    title: 'What is never shown',
    text: () =>
      [
        '# What is never shown · 从不显示的内容',
        '',
        'Order numbers appear as `****` and their last four characters. Full order numbers, provider transaction numbers, redeem codes, keys, names, e-mail addresses, phone and card numbers, invoice titles, tax numbers and what customers or staff wrote are not read by this server at all. Every answer may be posted in public.',
        '',
        '订单号只显示 `****` 和后四位。完整订单号、支付平台交易号、兑换码、密钥、姓名、邮箱、手机号、卡号、发票抬头、税号，以及用户和客服写的话，本服务根本不读取。每个回答都可以公开。',
        '',
      ].join('\n'),
  },
  'order-statuses': {
    title: 'What the statuses of an order mean',
    text: () =>
      [
        '# Statuses of an order · 订单状态',
        '',
        ...statuses.map(
          (key) => `- **${shownStatus(key)}**: ${sentence(`status/${key}`, 'en')} · ${sentence(`status/${key}`, 'zh')}`,
        ),
        '',
      ].join('\n'),
  },
  limits: {
    title: 'How much may be asked',
    text: () =>
      [
        '# Limits · 限额',
        '',
        `${defaultLimits.perSubject} calls a minute for one credential. After ${defaultLimits.misses} references that are not found, each further one doubles the wait. A list has at most 20 rows and 90 days; a handle or cursor lasts one hour and works for its owner only.`,
        '',
        `每个凭证每分钟最多 ${defaultLimits.perSubject} 次调用。连续 ${defaultLimits.misses} 个查不到的编号之后，每多一个等待时间加倍。列表最多 20 行、90 天；handle 和 cursor 一小时内有效，只供本人使用。`,
        '',
      ].join('\n'),
  },
}

export const resourcesOf = (desk: LookupDesk): readonly Resource[] => [
  ...languages.flatMap((lang) =>
    desk.articles.map(
      ({ id, title, applies }): Resource => ({
        uri: uriOf(lang, id),
        name: `faq-${lang}-${id}`,
        title: title[lang],
        description: applies[lang],
        mimeType: 'text/markdown',
      }),
    ),
  ),
  ...Object.entries(policies).map(
    ([name, { title }]): Resource => ({
      uri: `policy://${name}`,
      name: `policy-${name}`,
      title,
      description: `${title}; in English and Chinese.`,
      mimeType: 'text/markdown',
    }),
  ),
]

/** The text behind an address; undefined where there is none. */
export function readResource(desk: LookupDesk, uri: string): string | undefined {
  const faq = /^faq:\/\/(zh|en)\/([a-z0-9-]{1,60})$/.exec(uri)
  if (faq) {
    const lang = faq[1] as Language
    const found = desk.articles.find(({ id }) => id === faq[2])
    return found && pageOf(found, lang)
  }
  const name = /^policy:\/\/([a-z-]{1,40})$/.exec(uri)?.[1] ?? ''
  return Object.hasOwn(policies, name) ? policies[name]?.text() : undefined
}
