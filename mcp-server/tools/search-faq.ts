// search_faq: the public help texts, by what somebody asks.
import { z } from 'zod'
import { uriOf } from '../../core/conversation/export-pages.ts'
import { passageOf, searchFaq } from '../../core/desk/lookups/faq.ts'
import * as field from '../fields.ts'
import { ended, tool } from '../tool.ts'

export const searchFaqTool = tool({
  name: 'search_faq',
  title: 'Help search',
  description:
    'Searches public help text on payment, refunds, invoices, codes. Answers policy questions, knows no customer data.',
  scope: 'help:read',
  input: z.strictObject({
    query: z.string().min(1).max(300).describe('the question, without personal data'),
    limit: z.int().min(1).max(5).default(3).describe('how many'),
    lang: field.lang,
  }),
  output: z.strictObject({
    hits: z
      .array(
        z.strictObject({
          article_id: z
            .string()
            .regex(/^[a-z][a-z0-9-]{0,40}$/)
            .describe('stable id'),
          title: field.sentence('its matter'),
          passage: z.string().max(400).describe('its beginning'),
          uri: z
            .string()
            .regex(/^faq:\/\/(zh|en)\/[a-z0-9-]+$/)
            .describe('resource with the whole text'),
          updated_at: field.date('last reviewed'),
        }),
      )
      .max(5)
      .describe('best first'),
    ...field.answered,
  }),
  example: { query: '充值多久到账' },
  answer: async (ask) => {
    const { desk, input, lang } = ask
    const hits = searchFaq(desk, input.query, input.limit)
    return {
      hits: hits.map((article) => ({
        article_id: article.id,
        title: article.title[lang],
        passage: passageOf(article, lang),
        uri: uriOf(lang, article.id),
        updated_at: article.updated,
      })),
      ...ended(ask, hits.length > 0 ? 'faq-some' : 'faq-none'),
    }
  },
})
