// The digest as staff read it: both languages, short enough for one message.
import { type FlowBook, flowOf, interfaceText } from '../../conversation/book.ts'
import type { Language } from '../../domain/desk.ts'
import { DAY, instantOf, plus } from '../../kit/clock.ts'
import { dateOf } from '../../kit/zone.ts'
import { join, mint, type Redacted, say } from '../../redaction/redacted.ts'
import type { Figures } from './figures.ts'

const LISTED = 5
const LABEL = 40

const short = (text: string): Redacted => mint(text.length > LABEL ? `${text.slice(0, LABEL - 1)}…` : text)

const titleOf = (book: FlowBook, flow: string, lang: Language): Redacted =>
  short(flowOf(book, flow)?.title[lang] ?? flow)

/** A step by the title of its flow and its own name. */
function stepName(book: FlowBook, place: string, lang: Language): Redacted {
  const [flow = '', step] = place.split('/')
  return step === undefined ? titleOf(book, flow, lang) : say`${titleOf(book, flow, lang)}/${short(step)}`
}

/** 48 min, 3 h 05 min */
const duration = (minutes: number | null): Redacted => {
  if (minutes === null) return say`-`
  const whole = Math.round(minutes)
  return whole < 60 ? say`${whole} min` : mint(`${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, '0')} min`)
}

const list = (items: readonly Redacted[]): Redacted => (items.length === 0 ? say`-` : join(items, ' · '))

function spanOf({ from, to }: Figures): Redacted {
  const first = dateOf(instantOf(Date.parse(from)))
  const last = dateOf(plus(instantOf(Date.parse(to)), -1))
  return Date.parse(to) - Date.parse(from) <= DAY ? mint(first) : mint(`${first} – ${last}`)
}

function inOneLanguage(book: FlowBook, figures: Figures, lang: Language): Redacted {
  const { talks, tickets, firstReply, bot, ratings, now } = figures
  const share = bot.share === null ? say`` : say` (${Math.round(bot.share * 100)}%)`
  const opened = tickets.byTopic.filter((one) => one.opened > 0).slice(0, LISTED)
  return interfaceText(book, lang, 'staff_digest', {
    span: spanOf(figures),
    talks: say`${talks.all}`,
    judged: say`${bot.judged}`,
    solved: say`${bot.solved}${share}`,
    opened: say`${tickets.opened}`,
    closed: say`${tickets.closed}`,
    reopened: say`${tickets.reopened}`,
    topics: list(opened.map((one) => say`${titleOf(book, one.topic, lang)} ${mint(one.platform)} ${one.opened}`)),
    half: duration(firstReply.p50Minutes),
    most: duration(firstReply.p90Minutes),
    unanswered: say`${firstReply.unanswered}`,
    origins: list(
      figures.handOffs.slice(0, LISTED).map((one) => say`${stepName(book, one.step, lang)} ${one.tickets}`),
    ),
    stale: list(
      figures.stale.slice(0, LISTED).map((one) => say`${stepName(book, one.step, lang)} ${one.left}+${one.missed}`),
    ),
    rating: ratings.average === null ? say`-` : say`${mint(ratings.average.toFixed(1))} ★ (${ratings.count})`,
    overdue: say`${now.overdue}`,
    dead: say`${now.dead}`,
    suspense: say`${now.suspense}`,
  })
}

export const digestText = (book: FlowBook, figures: Figures): Redacted =>
  join([inOneLanguage(book, figures, 'zh'), inOneLanguage(book, figures, 'en')], '\n\n')
