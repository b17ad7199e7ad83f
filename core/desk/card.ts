// The hand-off card: who, what they see, the path walked, what was looked up and when, the evidence, what was promised.
import { z } from 'zod'
import type { FlowBook } from '../conversation/book.ts'
import { flowOf } from '../conversation/book.ts'
import type { State } from '../conversation/state.ts'
import type { Language, TicketRow, VerdictRow } from '../domain/desk.ts'
import type { Order } from '../domain/order.ts'
import { type Instant, instantOf } from '../kit/clock.ts'
import { dateTimeOf } from '../kit/zone.ts'
import type { Button } from '../ports/chat-platform.ts'
import { join, mask, mint, type Redacted, say } from '../redaction/redacted.ts'
import type { Context } from './context.ts'
import { staffData } from './outbox/address.ts'

const redacted = z.custom<Redacted>((value) => typeof value === 'string')
const at = z.int().transform(instantOf)
const entry = z.object({ text: redacted, at })

/** Redacted texts and times only: it can be shown to staff as it is. */
export const cardShape = z.object({
  who: redacted,
  platform: z.string(),
  lang: z.enum(['zh', 'en']),
  /** What the user was about, in the flow's own words. */
  capability: redacted,
  reason: z.string(),
  environment: z.string(),
  /** The user's last words, redacted, newest last. */
  symptom: z.array(entry),
  path: z.array(entry),
  answers: z.array(redacted),
  lookups: z.array(entry),
  /** `table:id` of the rows that the newest verdict rests on. */
  evidence: z.array(z.string()),
  lastKnownGood: entry.nullable(),
  promised: redacted,
  nextReview: at,
})
export type Card = z.infer<typeof cardShape>

export const readCard = (json: string): Card => cardShape.parse(JSON.parse(json))

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
  readonly verdicts: readonly VerdictRow[]
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

export function makeCard(facts: CardFacts): Card {
  const { book, state, lang, verdicts, accountId } = facts
  const answers = Object.entries(state.scene.answers).map(([name, value]) => {
    if (name === 'amount') return say`amount: ¥${Number(value) / 100}`
    // A reason was redacted at the door; every other answer here is a word that one of our own choices set.
    return say`${mint(name)}: ${mint(shownAnswers.has(name) ? String(value) : '✓')}`
  })
  const found = verdicts.map(({ about, finding, at: when }) => ({ text: mint(`${about} → ${finding}`), at: when }))
  const others = state.lookups
    .filter(({ outcome }) => !verdicts.some(({ finding }) => finding === outcome))
    .map(({ name, outcome, at: when }) => ({ text: mint(`${name} → ${outcome ?? '…'}`), at: when }))
  return {
    who: accountId === null ? mint('not linked') : mask(accountId),
    platform: facts.platform,
    lang,
    capability: titleOf(book, facts.topic, lang),
    reason: facts.reason,
    environment: facts.environment,
    symptom: facts.said.map(({ text, at }) => ({ text, at })),
    path: state.path.map(({ flow, step, at: when }) => ({
      text: say`${titleOf(book, flow, lang)} / ${mint(step)}`,
      at: when,
    })),
    answers,
    lookups: [...others, ...[...found].reverse()],
    evidence: verdicts[0] ? (JSON.parse(verdicts[0].evidence) as string[]) : [],
    lastKnownGood: facts.lastCredited?.completedAt
      ? { text: say`order ${mask(facts.lastCredited.number)} credited`, at: facts.lastCredited.completedAt }
      : null,
    promised: facts.promised,
    nextReview: facts.nextReview,
  }
}

const labels = {
  who: { zh: '账户', en: 'Account' },
  about: { zh: '问题', en: 'About' },
  environment: { zh: '环境', en: 'Environment' },
  symptom: { zh: '用户说', en: 'User said' },
  path: { zh: '走过的步骤', en: 'Path walked' },
  answers: { zh: '回答', en: 'Answers' },
  lookups: { zh: '查询记录', en: 'Looked up' },
  evidence: { zh: '依据', en: 'Evidence' },
  good: { zh: '最近一次正常', en: 'Last known good' },
  promised: { zh: '已告知用户', en: 'User was told' },
  review: { zh: '下次复查', en: 'Next review' },
} as const

/** The card as lines for staff, in the language of the ticket. */
export function showCard(card: Card): Redacted {
  const { lang } = card
  const timed = (entries: Card['path']): Redacted =>
    entries.length === 0
      ? mint('-')
      : join(
          entries.map(({ text, at: when }) => say`\n    ${mint(dateTimeOf(when).slice(5))}  ${text}`),
          ' ',
        )
  const list = (items: readonly Redacted[]): Redacted => (items.length === 0 ? mint('-') : join(items, ' · '))
  const line = (label: keyof typeof labels, value: Redacted): Redacted => say`  ${mint(labels[label][lang])}: ${value}`
  return join(
    [
      line('who', say`${card.who} (${mint(card.platform)}, ${mint(lang)})`),
      line('about', say`${card.capability} (${mint(card.reason)})`),
      line('environment', mint(card.environment)),
      line('symptom', timed(card.symptom)),
      line('path', timed(card.path)),
      line('answers', list(card.answers)),
      line('lookups', timed(card.lookups)),
      line('evidence', list(card.evidence.map(mint))),
      line('good', card.lastKnownGood ? timed([card.lastKnownGood]) : mint('-')),
      line('promised', card.promised),
      line('review', mint(dateTimeOf(card.nextReview))),
    ],
    '\n',
  )
}

const states = {
  queue: { zh: '🟡 等待接手', en: '🟡 waiting' },
  human: { zh: '🟢 处理中', en: '🟢 with' },
  'waiting-user': { zh: '🔵 等用户回复', en: '🔵 waiting for the user' },
  closed: { zh: '⚪️ 已结束', en: '⚪️ closed' },
} as const

/** The card as it stands now: state and owner, clocks, then what was known at the hand-off. */
export function renderCard(ticket: TicketRow, _context: Context): Redacted {
  const { lang, state, persona } = ticket
  const due = ticket.firstDueAt ?? ticket.nextDueAt
  const head = [
    say`#${ticket.id} · ${mint(states[state][lang])}${persona === null ? mint('') : say` ${persona}`}`,
    ...(ticket.priority === 'normal' ? [] : [mint(ticket.priority === 'urgent' ? '🔴 urgent' : '🟠 high')]),
    ...(due === null || state === 'closed' ? [] : [say`⏱ ${mint(dateTimeOf(due))}`]),
    ...(ticket.moneyOpen ? [mint(lang === 'zh' ? '💰 款项未了结' : '💰 money unresolved')] : []),
    ...(ticket.follows === null ? [] : [say`↩︎ #${ticket.follows}`]),
  ]
  return join([join(head, ' · '), showCard(readCard(ticket.card))], '\n')
}

const buttons = {
  claim: { zh: '接手', en: 'Claim' },
  reply: { zh: '回复', en: 'Reply' },
  bot: { zh: '交还机器人', en: 'Back to bot' },
  close: { zh: '结束', en: 'Close' },
  reopen: { zh: '重新打开', en: 'Reopen' },
} as const

const shown: { readonly [S in TicketRow['state']]: readonly (readonly (keyof typeof buttons)[])[] } = {
  queue: [['claim', 'reply'], ['close']],
  human: [['reply'], ['bot', 'close']],
  'waiting-user': [['reply'], ['bot', 'close']],
  closed: [['reopen']],
}

/** The buttons that fit the ticket's state. */
export const cardButtons = ({ id, state, lang }: TicketRow): readonly (readonly Button[])[] =>
  shown[state].map((row) => row.map((verb) => ({ label: mint(buttons[verb][lang]), data: staffData(id, verb) })))
