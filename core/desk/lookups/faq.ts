// Finds help articles by what somebody asks: the words that stand in them, and what the triage takes the question for.

import { openingOf } from '../../conversation/book.ts'
import type { Article } from '../../conversation/export.ts'
import { matchIntent } from '../../conversation/match/intent.ts'
import { plain } from '../../conversation/match/plain.ts'
import type { Language } from '../../domain/desk.ts'
import { Raw } from '../../redaction/raw.ts'
import { redact } from '../../redaction/redact.ts'
import type { LookupDesk } from './desk.ts'

/** Words of a text: Latin ones whole, Chinese ones as pairs of characters, since nobody writes gaps between them. */
export function termsOf(text: string): ReadonlySet<string> {
  const low = plain(text)
  const latin = low.match(/[a-z][a-z0-9_]{2,}/g) ?? []
  const pairs = (low.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) =>
    [...run].slice(1).map((letter, at) => `${[...run][at]}${letter}`),
  )
  return new Set([...latin, ...pairs])
}

const STOP = new Set([
  'the',
  'and',
  'for',
  'you',
  'can',
  'how',
  'what',
  'does',
  'did',
  'are',
  'was',
  'have',
  'with',
  'this',
  'that',
  'not',
  'from',
  'when',
  'will',
  'but',
  '什么',
  '怎么',
  '为什',
  '可以',
  '我的',
])

const weights = { title: 4, applies: 2, body: 1 } as const
/** What the triage says counts more than any word, but a title that says it all wins. */
const MEANT = 6
const LEAST = 2

type Known = { readonly article: Article; readonly terms: Readonly<Record<keyof typeof weights, ReadonlySet<string>>> }
const known = new WeakMap<readonly Article[], readonly Known[]>()

function indexOf(articles: readonly Article[]): readonly Known[] {
  const made = known.get(articles)
  if (made) return made
  const both = (text: { readonly zh: string; readonly en: string }): ReadonlySet<string> =>
    termsOf(`${text.zh}\n${text.en}`)
  const index = articles.map((article) => ({
    article,
    terms: { title: both(article.title), applies: both(article.applies), body: both(article.body) },
  }))
  known.set(articles, index)
  return index
}

/** The best articles for a question, best first; `query` goes nowhere else and is not kept. */
export function searchFaq(desk: LookupDesk, query: string, limit: number): readonly Article[] {
  const text = redact(new Raw(query)).text
  const terms = [...termsOf(text)].filter((term) => !STOP.has(term))
  const meant = openingOf(desk.book, matchIntent(text).intent)?.flow
  const scored = indexOf(desk.articles).map(({ article, terms: own }) => {
    const score = (Object.keys(weights) as (keyof typeof weights)[]).reduce(
      (sum, part) => sum + weights[part] * terms.filter((term) => own[part].has(term)).length,
      article.id === meant ? MEANT : 0,
    )
    return { article, score }
  })
  return scored
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ article }) => article)
}

/** Characters; a Chinese one says more, and takes three bytes of an answer's four thousand. */
const PASSAGE: { readonly [lang in Language]: number } = { zh: 140, en: 240 }

/** The beginning of an article, cut at the end of a line or sentence. */
export function passageOf({ body }: Article, lang: Language): string {
  const text = body[lang].replaceAll('\n', ' ')
  const most = PASSAGE[lang]
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  // A dot behind a number begins an item of a list and ends nothing.
  const end = Math.max(cut.lastIndexOf('。'), ...[...cut.matchAll(/(?<!\d)\. |；/g)].map(({ index }) => index))
  return `${cut.slice(0, end > most / 3 ? end + 1 : most)} …`
}
