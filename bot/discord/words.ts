// Words of ours that Discord shows around talks: tags of the forum, names of threads, subjects of the form, the team's post.
import { type FlowBook, flowOf, interfaceText } from '../../core/conversation/book.ts'
import type { Language } from '../../core/domain/desk.ts'
import type { Keyring } from '../../core/redaction/keyring.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import { join, type Redacted } from '../../core/redaction/redacted.ts'
import type { Tag } from './forum.ts'

const TAG = 20

const word = (text: string): Redacted => redact(new Raw(text)).text

const states = {
  queue: '待接手 queue',
  human: '处理中 in hand',
  'waiting-user': '等用户 waiting',
  closed: '已结束 closed',
} as const

/** What a ticket can be about, the most frequent first: a forum takes twenty tags. */
const topics = [
  ...['paid-not-credited', 'duplicate-payment', 'payment-failed', 'order-processing', 'refund', 'redeem-code'],
  ...['task-charged', 'invoice', 'recharge', 'plans', 'link-account', 'human'],
] as const

/** With what a talk can begin in one sentence. */
const subjects = topics.slice(0, 9)

const titleOf = (book: FlowBook, name: string, lang: Language): Redacted | undefined => {
  const title = flowOf(book, name)?.title[lang]
  return title === undefined ? undefined : word(title)
}

export const tagsOf = (book: FlowBook): readonly Tag[] => [
  ...Object.entries(states).map(([state, name]) => ({ key: `state:${state}`, name: word(name) })),
  ...topics.flatMap((topic) => {
    const title = titleOf(book, topic, 'zh')
    return title === undefined ? [] : [{ key: `topic:${topic}`, name: word(title.slice(0, TAG)) }]
  }),
]

export const subjectsOf = (book: FlowBook, lang: Language): readonly Redacted[] =>
  subjects.flatMap((topic) => {
    const title = titleOf(book, topic, lang)
    return title === undefined ? [] : [title]
  })

export const roomWords = (book: FlowBook) => ({
  name: join([interfaceText(book, 'zh', 'room_name'), interfaceText(book, 'en', 'room_name')], ' · '),
  words: join([interfaceText(book, 'zh', 'room_words'), interfaceText(book, 'en', 'room_words')], '\n'),
})

/** The same for the same person, and nothing of them: their name could say who they are. */
export function threadName(book: FlowBook, keyring: Keyring, user: string, lang: Language): Redacted {
  const mark = keyring.hash('chat-user', `discord:${user}`).replace(/[^0-9a-z]/gi, '')
  return join([interfaceText(book, lang, 'place_name'), word(mark.slice(0, 4).toLowerCase())], ' · ')
}
