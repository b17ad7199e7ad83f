// The help texts for a site and for assistants: what the chat tells everybody, and nothing of anybody.
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { policyDefaults } from '../domain/policy-defaults.ts'
import { loadBook } from './check.ts'
import { articlesOf } from './export.ts'
import { exportPages } from './export-pages.ts'

const book = loadBook(fileURLToPath(new URL('../../data', import.meta.url)), policyDefaults)
if (!book.ok) throw new Error(book.error[0]?.message)
const articles = articlesOf(book.value)
const pages = exportPages(book.value)

describe('the articles', () => {
  it('cover what people ask most', () => {
    const ids = articles.map(({ id }) => id)
    for (const id of ['paid-not-credited', 'refund', 'refund-policy', 'invoice', 'redeem-code', 'order-statuses'])
      expect(ids).toContain(id)
    expect(ids).not.toContain('menu')
    expect(ids).not.toContain('thanks')
  })

  it('have no slot left open, and do not speak of the chat they come from', () => {
    for (const { id, body } of articles) {
      for (const text of [body.zh, body.en]) {
        expect(text.length, id).toBeGreaterThan(20)
        expect(text, id).not.toMatch(/[{}]|—$/)
        expect(text, id).not.toMatch(/^这个聊天|^This chat/)
      }
    }
  })

  it('say the facts of the policy', () => {
    expect(articles.find(({ id }) => id === 'refund')?.body.en).toContain('30 days')
  })
})

describe('the files', () => {
  it('are one llms.txt, one JSON and a page for each article and language', () => {
    expect(pages.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['llms.txt', 'faq.json', 'zh/refund.md', 'en/refund.md']),
    )
    expect(pages.length).toBe(2 + 2 * articles.length)
  })

  it('link only to pages that are there, and every page is linked', () => {
    const index = pages.find(({ path }) => path === 'llms.txt')?.text ?? ''
    const links = [...index.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link)
    expect(links.toSorted()).toEqual(
      pages
        .map(({ path }) => path)
        .filter((path) => path.endsWith('.md'))
        .toSorted(),
    )
  })

  it('say the same in Markdown and JSON, and come out the same each time', () => {
    const json = JSON.parse(pages.find(({ path }) => path === 'faq.json')?.text ?? '[]') as {
      id: string
      lang: string
      title: string
    }[]
    expect(json.length).toBe(2 * articles.length)
    const page = pages.find(({ path }) => path === 'en/refund.md')?.text
    expect(page).toContain(`# ${json.find(({ id, lang }) => id === 'refund' && lang === 'en')?.title}`)
    expect(exportPages(book.value)).toEqual(pages)
  })
})
