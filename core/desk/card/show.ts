// How the card reads: state and clocks first, then what the records say, then what the user says; always one message.
import { methodNames } from '../../conversation/fact.ts'
import type { TicketRow } from '../../domain/desk.ts'
import type { Instant } from '../../kit/clock.ts'
import { dateTimeOf } from '../../kit/zone.ts'
import { join, mint, type Redacted, say } from '../../redaction/redacted.ts'
import type { Context } from '../context.ts'
import { statuses } from '../wallet/words.ts'
import { type Card, type Compared, readCard } from './shape.ts'
import { reasonWords } from './words.ts'

/** Room in one message of the narrowest platform that shows it as text. */
export const LONGEST_CARD = 3_500

const labels = {
  account: { zh: '账户', en: 'Account' },
  about: { zh: '问题', en: 'About' },
  verdict: { zh: '结论', en: 'Verdict' },
  evidence: { zh: '依据', en: 'Evidence' },
  method: { zh: '方式', en: 'Method' },
  time: { zh: '时间', en: 'Time' },
  amount: { zh: '金额', en: 'Amount' },
  status: { zh: '状态', en: 'Status' },
  page: { zh: '页面提示（截图）', en: 'Page said (screenshot)' },
  twice: { zh: '重复提交', en: 'Submitted twice' },
  number: { zh: '订单/兑换码', en: 'Order or code' },
  accounts: { zh: '账户核对', en: 'Accounts' },
  symptom: { zh: '用户说', en: 'User said' },
  path: { zh: '走过的步骤', en: 'Path walked' },
  answers: { zh: '回答', en: 'Answers' },
  lookups: { zh: '查询记录', en: 'Looked up' },
  environment: { zh: '环境', en: 'Environment' },
  good: { zh: '最近一次正常', en: 'Last known good' },
  promised: { zh: '已告知用户', en: 'User was told' },
  review: { zh: '下次复查', en: 'Next review' },
  earlier: { zh: '以前的工单', en: 'Earlier tickets' },
} as const

const states = {
  queue: { zh: '🟡 等待接手', en: '🟡 waiting' },
  human: { zh: '🟢 处理中', en: '🟢 with' },
  'waiting-user': { zh: '🔵 等用户回复', en: '🔵 waiting for the user' },
  closed: { zh: '⚪️ 已结束', en: '⚪️ closed' },
} as const

const small = {
  firstDue: { zh: '⏱ 首次回复', en: '⏱ first reply' },
  nextDue: { zh: '⏱ 回复', en: '⏱ next reply' },
  resolveDue: { zh: '🏁 解决', en: '🏁 solve' },
  paused: { zh: '⏸', en: '⏸' },
  closes: { zh: '🌙 自动结束', en: '🌙 closes itself' },
  hold: { zh: '📌 不自动结束', en: '📌 on hold' },
  money: { zh: '💰 款项未了结', en: '💰 money unresolved' },
  urgent: { zh: '🔴 紧急', en: '🔴 urgent' },
  high: { zh: '🟠 优先', en: '🟠 high' },
  follows: { zh: '↩︎ 接', en: '↩︎ follows' },
  merged: { zh: '⤵︎ 并入', en: '⤵︎ merged into' },
  paid: { zh: '实付', en: 'paid' },
  words: { zh: '用户说', en: 'user says' },
  signedIn: { zh: '登录', en: 'signed in' },
  paying: { zh: '付款', en: 'paying' },
  api: { zh: 'API', en: 'API' },
  redeeming: { zh: '兑换', en: 'redeeming' },
  suspended: { zh: '⛔️ 受限', en: '⛔️ suspended' },
} as const

const comparisons: { readonly [C in Compared]: { readonly zh: string; readonly en: string } } = {
  same: { zh: '同一', en: 'same' },
  another: { zh: '❗️不同', en: '❗️another' },
  none: { zh: '无', en: 'none' },
  unknown: { zh: '—', en: '—' },
}
const twice = {
  no: { zh: '否', en: 'no' },
  'two-payments': { zh: '❗️一单两付', en: '❗️one order, two payments' },
  'two-orders': { zh: '❗️两个相同订单', en: '❗️two like orders' },
} as const

type Both = { readonly zh: string; readonly en: string }

/** How much of each part is shown; the next row is tried where the one before is too long. */
type Room = {
  readonly said: number
  readonly letters: number
  readonly path: number
  readonly rows: number
  readonly rest: boolean
}
const rooms: readonly Room[] = [
  { said: 5, letters: 400, path: 60, rows: 12, rest: true },
  { said: 4, letters: 240, path: 8, rows: 8, rest: true },
  { said: 3, letters: 160, path: 4, rows: 5, rest: true },
  { said: 2, letters: 120, path: 2, rows: 3, rest: false },
  { said: 1, letters: 60, path: 1, rows: 2, rest: false },
]

const NONE = mint('—')
const short = (text: Redacted, most: number): Redacted =>
  text.length <= most ? text : mint(`${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`)

/** A name that records keep, in words where there are some. */
const named = (words: Readonly<Record<string, Both>>, name: string | null | undefined, lang: Card['lang']): Redacted =>
  name == null ? NONE : mint(words[name]?.[lang] ?? name)

function bodyOf(card: Card, room: Room): Redacted {
  const { lang } = card
  const records = card.records ?? null
  const tiny = (name: keyof typeof small): Redacted => mint(small[name][lang])
  const line = (label: keyof typeof labels, value: Redacted): Redacted => say`${mint(labels[label][lang])}: ${value}`
  const timed = (entries: Card['path'], most: number): Redacted =>
    entries.length === 0
      ? NONE
      : entries
          .slice(-most)
          .map(({ text, at }) => say`\n  ${mint(dateTimeOf(at).slice(5))} ${short(text, room.letters)}`)
          .reduce((all, one) => say`${all}${one}`)
  const list = (items: readonly Redacted[]): Redacted =>
    items.length === 0 ? NONE : join(items.slice(0, room.rows), ' · ')
  const same = (what: 'paying' | 'api' | 'redeeming'): Redacted =>
    say`${tiny(what)} ${mint(comparisons[records?.[what] ?? 'unknown'][lang])}`
  // Without an order the user's own figure is all there is, and is said to be theirs.
  const claimed = card.said?.amount == null ? NONE : say`${card.said.amount} (${tiny('words')})`
  const amount =
    records?.amount == null
      ? (records?.paid ?? claimed)
      : records.paid == null
        ? records.amount
        : say`${records.amount} (${tiny('paid')} ${records.paid})`
  const account = say`${records?.account ?? card.who}${records?.accountStatus === 'suspended' ? say` ${tiny('suspended')}` : mint('')}`
  const numbers = [records?.number, records?.code].filter((one) => one != null)
  return join(
    [
      line('account', say`${account} (${mint(card.platform)}, ${mint(lang)})`),
      line('about', say`${card.capability} (${reasonWords(card.reason, lang)})`),
      line('verdict', card.verdict ?? NONE),
      line('evidence', list(card.evidence.map(mint))),
      join(
        [
          line('method', named(methodNames, records?.method, lang)),
          line('time', records?.time == null ? NONE : mint(dateTimeOf(records.time).slice(5))),
          line('amount', amount),
          line('status', named(statuses, records?.status, lang)),
        ],
        ' · ',
      ),
      join(
        [
          line('number', list(numbers)),
          line('twice', records?.twice == null ? NONE : mint(twice[records.twice][lang])),
        ],
        ' · ',
      ),
      line('page', card.said?.page == null ? NONE : short(card.said.page, room.letters)),
      line(
        'accounts',
        join(
          [
            say`${tiny('signedIn')} ${card.who}`,
            same('paying'),
            records?.apiAt == null ? same('api') : say`${same('api')} ${mint(dateTimeOf(records.apiAt).slice(5))}`,
            same('redeeming'),
          ],
          ' · ',
        ),
      ),
      line('symptom', timed(card.symptom, room.said)),
      line('path', timed(card.path, room.path)),
      ...(room.rest ? [line('answers', list(card.answers))] : []),
      line('lookups', timed(card.lookups, room.rows)),
      line(
        'good',
        card.lastKnownGood ? say`${card.lastKnownGood.text} ${mint(dateTimeOf(card.lastKnownGood.at).slice(5))}` : NONE,
      ),
      ...(room.rest ? [line('promised', short(card.promised, room.letters))] : []),
      line('environment', mint(card.environment)),
      ...(card.earlier === undefined || card.earlier.length === 0
        ? []
        : [line('earlier', list(card.earlier.map(({ id, topic }) => say`#${id} ${topic}`)))]),
    ],
    '\n',
  )
}

function headOf(ticket: TicketRow, now: Instant): Redacted {
  const { lang } = ticket
  const tiny = (name: keyof typeof small): Redacted => mint(small[name][lang])
  const timed = (name: keyof typeof small, at: Instant | null): readonly Redacted[] =>
    at === null ? [] : [say`${tiny(name)} ${mint(dateTimeOf(at).slice(5))}${mint(at <= now ? ' ❗️' : '')}`]
  const open = ticket.state !== 'closed'
  const owner = ticket.persona === null ? mint('') : say` ${ticket.persona}`
  return join(
    [
      say`#${ticket.id} · ${mint(states[ticket.state][lang])}${owner}`,
      ...(ticket.priority === 'normal' ? [] : [tiny(ticket.priority)]),
      ...(open ? timed('firstDue', ticket.firstDueAt) : []),
      ...(open ? timed('nextDue', ticket.nextDueAt) : []),
      ...(open && ticket.pausedAt === null ? timed('resolveDue', ticket.resolveDueAt) : []),
      ...(open ? timed('closes', ticket.closeAt) : []),
      ...(ticket.hold ? [tiny('hold')] : []),
      ...(ticket.moneyOpen ? [tiny('money')] : []),
      ...(ticket.rating === null ? [] : [say`★ ${ticket.rating}/5`]),
      ...(ticket.follows === null ? [] : [say`${tiny('follows')} #${ticket.follows}`]),
      ...(ticket.mergedInto === null ? [] : [say`${tiny('merged')} #${ticket.mergedInto}`]),
    ],
    ' · ',
  )
}

/** The card as lines for staff, in the language of the ticket. `before`: what stands above it and takes room too. */
export function showCard(card: Card, before = 0): Redacted {
  const tries = rooms.map((room) => () => bodyOf(card, room))
  let shown = mint('')
  for (const attempt of tries) {
    shown = attempt()
    if (shown.length + before <= LONGEST_CARD) return shown
  }
  return short(shown, LONGEST_CARD - before - 1)
}

/** The card as it stands now: state, owner and clocks, then the records, then what the user says. */
export function renderCard(ticket: TicketRow, { clock }: Pick<Context, 'clock'>): Redacted {
  const head = headOf(ticket, clock.now())
  const label = mint(labels.review[ticket.lang])
  const review = say`${label}: ${mint(dateTimeOf(ticket.nextReviewAt).slice(5))}`
  return join([head, showCard(readCard(ticket.card), head.length + review.length + 2), review], '\n')
}
