// The help articles as files: llms.txt for assistants, a Markdown page each, and everything once more as JSON.

import type { FlowBook } from './book.ts'
import { type Article, articlesOf } from './export.ts'
import { type Language, languages } from './language.ts'

export type Page = { readonly path: string; readonly text: string }

const names: { readonly [lang in Language]: string } = { zh: '中文', en: 'English' }
const head: { readonly [lang in Language]: (service: string) => string } = {
  zh: (service) => `${service}：付款、订单、退款、发票和兑换码的帮助`,
  en: (service) => `${service}: help on payments, orders, refunds, invoices and redeem codes`,
}
const reviewed: { readonly [lang in Language]: string } = { zh: '最近复核', en: 'Last reviewed' }

export const uriOf = (lang: Language, id: string): string => `faq://${lang}/${id}`

/** A list stays together, other lines become paragraphs. */
const markdown = (text: string): string => text.replace(/^· /gm, '- ').replace(/\n+(?!\d+\. |- )/g, '\n\n')

/** One article as a Markdown page. */
export const pageOf = ({ title, body, updated }: Article, lang: Language): string =>
  `# ${title[lang]}\n\n${markdown(body[lang])}\n\n${reviewed[lang]}: ${updated}\n`

/** https://llmstxt.org: a title, a summary, and lists of links. */
function index(articles: readonly Article[], service: { readonly [lang in Language]: string }): string {
  const sections = languages.map((lang) => {
    const links = articles.map(({ id, title, applies }) => `- [${title[lang]}](${lang}/${id}.md): ${applies[lang]}`)
    return `## ${names[lang]}\n\n${links.join('\n')}`
  })
  return `# ${service.en} · ${service.zh}\n\n> ${head.en(service.en)}. ${head.zh(service.zh)}。\n\n${sections.join('\n\n')}\n`
}

/** Every file, its path relative to the folder that it is written to; the same book gives the same bytes. */
export function exportPages(book: FlowBook): readonly Page[] {
  const articles = articlesOf(book)
  const service = { zh: String(book.facts.zh.service), en: String(book.facts.en.service) }
  const json = languages.flatMap((lang) =>
    articles.map(({ id, title, body, updated }) => ({
      uri: uriOf(lang, id),
      lang,
      id,
      title: title[lang],
      text: body[lang],
      updated_at: updated,
    })),
  )
  return [
    { path: 'llms.txt', text: index(articles, service) },
    { path: 'faq.json', text: `${JSON.stringify(json, null, 2)}\n` },
    ...languages.flatMap((lang) =>
      articles.map((article) => ({ path: `${lang}/${article.id}.md`, text: pageOf(article, lang) })),
    ),
  ]
}
