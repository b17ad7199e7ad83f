// The hand-off card as it is made: who, what they see, the path walked, what was looked up and when, what was promised.
import { type FlowBook, flowOf } from '../../conversation/book.ts'
import type { State } from '../../conversation/state.ts'
import type { Language, VerdictRow } from '../../domain/desk.ts'
import type { Order } from '../../domain/order.ts'
import type { Instant } from '../../kit/clock.ts'
import { mask, mint, type Redacted, say } from '../../redaction/redacted.ts'
import type { Card, CardRecords } from './shape.ts'
import { findingWords } from './words.ts'

export { cardButtons } from './buttons.ts'
export { type Card, cardShape, readCard } from './shape.ts'
export { renderCard, showCard } from './show.ts'

export type CardFacts = {
  readonly book: FlowBook
  readonly state: State
  readonly lang: Language
  readonly platform: string
  readonly environment: string
  readonly accountId: string | null
  readonly reason: string
  readonly topic: string | null
  readonly said: readonly { readonly text: Redacted; readonly at: Instant }[]
  /** What a screenshot of theirs showed. */
  readonly page: Redacted | null
  readonly verdicts: readonly VerdictRow[]
  readonly records: CardRecords
  readonly earlier: readonly { readonly id: number; readonly topic: string }[]
  readonly lastCredited: Order | undefined
  readonly promised: Redacted
  readonly nextReview: Instant
}

/** Answers of choices are words of ours; what the door made references of is named, never shown. */
const shownAnswers = new Set(['channel', 'pay_with', 'kind', 'language', 'plan', 'reason'])

const titleOf = (book: FlowBook, name: string | null, lang: Language): Redacted => {
  const title = name === null ? undefined : flowOf(book, name)?.title[lang]
  return title === undefined ? mint(name ?? '-') : mint(title)
}

const creditedWords = (number: string, lang: Language): Redacted =>
  lang === 'zh' ? say`订单 ${mask(number)} 到账` : say`order ${mask(number)} credited`

export function makeCard(facts: CardFacts): Card {
  const { book, state, lang, verdicts, accountId } = facts
  // Which page of a list was open says nothing to anybody.
  const { page: _, ...given } = state.scene.answers
  const answers = Object.entries(given).map(([name, value]) => {
    if (name === 'amount') return say`amount: ¥${Number(value) / 100}`
    // A reason was redacted at the door; every other answer here is a word that one of our own choices set.
    return say`${mint(name)}: ${mint(shownAnswers.has(name) ? String(value) : '✓')}`
  })
  const found = verdicts.map(({ finding, at: when }) => ({ text: findingWords(finding, lang), at: when }))
  const others = state.lookups
    .filter(({ outcome }) => !verdicts.some(({ finding }) => finding === outcome))
    .map(({ name, outcome, at: when }) => ({ text: mint(`${name} → ${outcome ?? '…'}`), at: when }))
  return {
    who: accountId === null ? mint(lang === 'zh' ? '未绑定' : 'not linked') : mask(accountId),
    platform: facts.platform,
    lang,
    capability: titleOf(book, facts.topic, lang),
    reason: facts.reason,
    environment: facts.environment,
    symptom: facts.said.map(({ text, at }) => ({ text, at })),
    said: { amount: given.amount === undefined ? null : say`¥${Number(given.amount) / 100}`, page: facts.page },
    path: state.path.map(({ flow, step, at: when }) => ({
      text: say`${titleOf(book, flow, lang)} / ${mint(step)}`,
      at: when,
    })),
    answers,
    lookups: [...others, ...[...found].reverse()],
    evidence: verdicts[0] ? (JSON.parse(verdicts[0].evidence) as string[]) : [],
    verdict: found[0]?.text ?? null,
    records: facts.records,
    earlier: facts.earlier.map(({ id, topic }) => ({ id, topic: titleOf(book, topic, lang) })),
    lastKnownGood: facts.lastCredited?.completedAt
      ? { text: creditedWords(facts.lastCredited.number, lang), at: facts.lastCredited.completedAt }
      : null,
    promised: facts.promised,
    nextReview: facts.nextReview,
  }
}
