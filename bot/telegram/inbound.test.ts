// Updates as Telegram writes them, and what the desk hears: every kind of message, and never a name.
import type { Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import type { Around } from './around.ts'
import { hear, UPDATES } from './inbound.ts'

const STAFF = -1_001
const member = { key: 'telegram:7', persona: redact(new Raw('A')).text, proven: true }
const around: Around = {
  botId: 42,
  botName: () => 'Daozhang_bot',
  staffChat: () => String(STAFF),
  member: (id) => (id === 7 ? member : undefined),
}

const li = { id: 5, is_bot: false, first_name: 'SECRETNAME', last_name: 'SECRETNAME', language_code: 'zh-hans' }
const mei = { id: 7, is_bot: false, first_name: 'SECRETNAME' }
const bot = { id: 42, is_bot: true, first_name: 'Support' }
const chats = {
  own: { id: 5, type: 'private', first_name: 'SECRETNAME', username: 'SECRETNAME' },
  staff: { id: STAFF, type: 'supergroup', title: 'SECRETNAME', is_forum: true },
  group: { id: -9, type: 'supergroup', title: 'SECRETNAME' },
}

/** What was heard, with the words that it holds. */
function heard(update: object): unknown {
  const found = hear(around, { update_id: 100, ...update } as unknown as Update)
  return JSON.parse(
    JSON.stringify(found, function (this: Record<string, unknown>, key, value: unknown) {
      const own = this[key]
      return own instanceof Raw ? `words:${redact(own).text}` : value
    }),
  )
}
const own = (content: object) => ({ message: { message_id: 3, date: 1, chat: chats.own, from: li, ...content } })
const inTopic = (content: object, from: object = mei) => ({
  message: {
    message_id: 3,
    date: 1,
    chat: chats.staff,
    from,
    message_thread_id: 77,
    is_topic_message: true,
    reply_to_message: { message_id: 77, forum_topic_created: { name: 'SECRETNAME' } },
    ...content,
  },
})
const said = (update: object): unknown => (heard(update) as { incoming?: { message?: unknown } }).incoming?.message

const file = { file_id: 'F', file_unique_id: 'u' }
const photo = [
  { ...file, file_id: 'small', width: 90, height: 60, file_size: 900 },
  { ...file, file_id: 'large', width: 1280, height: 960, file_size: 90_000 },
  { ...file, file_id: 'too-large', width: 9000, height: 9000, file_size: 30 * 1024 * 1024 },
]

describe('a message in private', () => {
  it('says who, where, what and in which language', () => {
    expect(heard(own({ text: '你好' }))).toEqual({
      kind: 'user',
      incoming: {
        platform: 'telegram',
        user: '5',
        eventId: '42:100',
        address: '5',
        hint: 'zh',
        messageId: '3',
        message: { kind: 'text', raw: 'words:你好' },
      },
    })
  })

  const unreadable = (what: string, caption = '') => ({ kind: 'unreadable', what, caption: `words:${caption}` })
  const kinds: readonly (readonly [string, object, unknown])[] = [
    ['text', { text: '/start@Daozhang_bot X' }, { kind: 'text', raw: 'words:/start@Daozhang_bot X' }],
    ['photo', { photo, caption: '看' }, { kind: 'media', file: 'large', caption: 'words:看', album: null }],
    [
      'part of an album',
      { photo, media_group_id: 'g' },
      { kind: 'media', file: 'large', caption: 'words:', album: 'g' },
    ],
    [
      'picture as a file',
      { document: { ...file, mime_type: 'image/png', file_name: 'SECRETNAME' } },
      { kind: 'media', file: 'F', caption: 'words:', album: null },
    ],
    [
      'file',
      { document: { ...file, mime_type: 'application/pdf', file_name: 'SECRETNAME' }, caption: '账单' },
      unreadable('file', '账单'),
    ],
    ['vector picture', { document: { ...file, mime_type: 'image/svg+xml' } }, unreadable('file')],
    ['animation', { animation: file, document: { ...file, mime_type: 'image/png' } }, unreadable('video')],
    ['video', { video: { ...file, file_name: 'SECRETNAME' }, caption: '录屏' }, unreadable('video', '录屏')],
    ['round video', { video_note: file }, unreadable('video')],
    ['voice', { voice: file }, unreadable('voice')],
    ['audio', { audio: { ...file, title: 'SECRETNAME', performer: 'SECRETNAME' } }, unreadable('voice')],
    ['sticker', { sticker: { ...file, emoji: '👍' } }, unreadable('sticker')],
    ['contact', { contact: { phone_number: 'SECRETNAME', first_name: 'SECRETNAME' } }, unreadable('contact')],
    ['location', { location: { latitude: 1, longitude: 2 } }, unreadable('location')],
    ['venue', { venue: { title: 'SECRETNAME' }, location: { latitude: 1, longitude: 2 } }, unreadable('location')],
    ['poll', { poll: { question: 'SECRETNAME' } }, unreadable('poll')],
    ['dice', { dice: { value: 1 } }, unreadable('other')],
    ['story', { story: {} }, unreadable('other')],
    ['game', { game: { title: 'SECRETNAME' } }, unreadable('other')],
    ['a kind of a later year', { hologram: { of: 'SECRETNAME' } }, unreadable('other')],
    [
      'forward',
      { text: '转', forward_origin: { type: 'hidden_user', sender_user_name: 'SECRETNAME' } },
      { kind: 'text', raw: 'words:转' },
    ],
    [
      'quote of another chat',
      { text: '这', quote: { text: 'SECRETNAME' }, external_reply: {} },
      { kind: 'text', raw: 'words:这' },
    ],
    ['pinned message', { pinned_message: { text: 'SECRETNAME' } }, undefined],
    ['timer of messages', { message_auto_delete_timer_changed: {} }, undefined],
  ]
  for (const [name, content, expected] of kinds) {
    it(`${name}: ${(expected as { kind?: string } | undefined)?.kind ?? 'nothing'}`, () => {
      expect(said(own(content))).toEqual(expected)
      expect(JSON.stringify(heard(own(content)))).not.toContain('SECRETNAME')
    })
  }

  it('answers what it answers', () => {
    expect(heard(own({ text: '是', reply_to_message: { message_id: 2 } }))).toMatchObject({
      incoming: { answers: '2' },
    })
  })

  it('edited says the new words; a live location that moves says nothing', () => {
    const { message } = own({ text: '改了' })
    expect(said({ edited_message: message })).toEqual({ kind: 'edit', of: '3', raw: 'words:改了' })
    const { message: moving } = own({ location: { latitude: 1, longitude: 2 } })
    expect(heard({ edited_message: moving })).toEqual({ kind: 'nothing' })
  })
})

describe('what is not a message', () => {
  const query = (data: string, chat: object) => ({
    callback_query: { id: 'q', from: li, chat_instance: '1', data, message: { message_id: 3, date: 0, chat } },
  })
  it('a button of a step, of the stars, of nobody', () => {
    expect(said(query('c:4:1', chats.own))).toEqual({ kind: 'choice', step: 4, index: 1 })
    expect(said(query('rate:8:5', chats.own))).toEqual({ kind: 'rating', ticketId: 8, stars: 5 })
    for (const data of ['t:8:claim', 'x', 'c:1', `c:${'9'.repeat(40)}:1`])
      expect(said(query(data, chats.own))).toEqual({ kind: 'stale' })
    expect(heard(query('c:4:1', chats.group))).toEqual({ kind: 'nothing' })
  })

  it('a button of staff tells who pressed it, also in the name of the group', () => {
    const { callback_query: pressed } = query('t:8:send:12', chats.staff)
    expect(heard({ callback_query: { ...pressed, from: mei } })).toMatchObject({
      kind: 'staff',
      incoming: {
        member: { key: 'telegram:7' },
        message: { kind: 'button', ticketId: 8, verb: 'send', argument: '12' },
      },
    })
    expect(heard({ callback_query: pressed })).toMatchObject({ incoming: { member: null } })
  })

  it('a reaction, its end, and one that only they have', () => {
    const reaction = (...now: object[]) => ({
      message_reaction: { chat: chats.own, message_id: 9, user: li, date: 1, old_reaction: [], new_reaction: now },
    })
    expect(said(reaction({ type: 'emoji', emoji: '❤' }))).toEqual({ kind: 'reaction', of: '9', mark: '❤' })
    expect(said(reaction())).toEqual({ kind: 'reaction', of: '9', mark: null })
    expect(heard(reaction({ type: 'custom_emoji', custom_emoji_id: '1' }))).toEqual({ kind: 'nothing' })
  })

  it('who blocks the bot cannot be reached, and who comes back can', () => {
    const change = (status: string) => ({
      my_chat_member: { chat: chats.own, from: li, date: 1, new_chat_member: { status, user: bot } },
    })
    expect(said(change('kicked'))).toEqual({ kind: 'reachable', reachable: false })
    expect(said(change('member'))).toEqual({ kind: 'reachable', reachable: true })
  })

  it('asks Telegram for nothing else', () => {
    expect([...UPDATES].sort()).toEqual([
      'callback_query',
      'edited_message',
      'message',
      'message_reaction',
      'my_chat_member',
    ])
    for (const kind of ['channel_post', 'inline_query', 'poll', 'chat_member', 'business_message'])
      expect(heard({ [kind]: { chat: chats.own, from: li } })).toEqual({ kind: 'nothing' })
  })
})

describe('the staff group', () => {
  it('a plain message of a topic answers nothing, although on the wire it answers the topic itself', () => {
    expect(heard(inTopic({ text: '在查' }))).toMatchObject({
      kind: 'staff',
      incoming: { chat: '-1001', thread: '77', member: { key: 'telegram:7' }, message: { raw: 'words:在查' } },
    })
    expect(heard(inTopic({ text: '在查' }))).not.toHaveProperty('incoming.answers')
    expect(heard(inTopic({ text: '在查', reply_to_message: { message_id: 80 } }))).toHaveProperty(
      'incoming.answers',
      '80',
    )
  })

  it('General is no thread, also where a reply there has a number', () => {
    expect(heard(inTopic({ text: 'x', is_topic_message: undefined }))).toHaveProperty('incoming.thread', null)
  })

  it('an anonymous admin is somebody, and proven nobody; another channel is a stranger', () => {
    const anonymous = { ...bot, id: 1_087_968_824 }
    expect(heard(inTopic({ text: 'x', sender_chat: chats.staff }, anonymous))).toMatchObject({
      incoming: { member: { key: 'telegram:anonymous', proven: false } },
    })
    expect(heard(inTopic({ text: 'x', sender_chat: { id: -5, type: 'channel' } }, anonymous))).toHaveProperty(
      'incoming.member',
      null,
    )
    expect(heard(inTopic({ text: 'x' }, li))).toHaveProperty('incoming.member', null)
  })

  it('what the bot did itself, or another bot said, moves nothing', () => {
    for (const content of [{ forum_topic_closed: {} }, { forum_topic_reopened: {} }, { text: 'x' }])
      expect(heard(inTopic(content, bot))).toEqual({ kind: 'nothing' })
    expect(said(inTopic({ forum_topic_closed: {} }))).toEqual({ kind: 'thread-closed' })
    expect(said(inTopic({ forum_topic_reopened: {} }))).toEqual({ kind: 'thread-reopened' })
    expect(heard(inTopic({ forum_topic_edited: { name: 'x' } }))).toEqual({ kind: 'nothing' })
  })

  it('a command for another bot is none of ours', () => {
    expect(heard(inTopic({ text: '/close@other_bot' }))).toEqual({ kind: 'nothing' })
    expect(said(inTopic({ text: '/close@daozhang_BOT' }))).toMatchObject({ kind: 'text' })
  })

  it('stickers and voices may be sent on, unless words hang on them; the rest is told', () => {
    expect(said(inTopic({ sticker: file }))).toEqual({ kind: 'copy', what: 'sticker', file: 'F' })
    expect(said(inTopic({ voice: file }))).toEqual({ kind: 'copy', what: 'voice', file: 'F' })
    expect(said(inTopic({ voice: file, caption: 'x' }))).toEqual({ kind: 'unreadable', what: 'voice' })
    expect(said(inTopic({ video: file }))).toEqual({ kind: 'unreadable', what: 'video' })
    expect(said(inTopic({ photo, caption: 'x' }))).toMatchObject({ kind: 'media', file: 'large' })
  })

  it('moves, as told from the old place and from the new one', () => {
    const { message } = inTopic({ is_topic_message: undefined, migrate_to_chat_id: -1_002 })
    expect(said({ message })).toEqual({ kind: 'moved', to: '-1002' })
    const there = {
      message_id: 1,
      date: 1,
      chat: { id: -1_002, type: 'supergroup' },
      from: li,
      migrate_from_chat_id: STAFF,
    }
    expect(said({ message: there })).toEqual({ kind: 'moved', to: '-1002' })
  })
})

describe('a group of users', () => {
  const inGroup = (content: object) => ({
    message: { message_id: 3, date: 1, chat: chats.group, from: li, ...content },
  })
  const addressed = (content: object): unknown =>
    (heard(inGroup(content)) as { incoming?: { addressed?: boolean } }).incoming?.addressed

  it('is spoken to by name, command or answer', () => {
    for (const text of ['/orders', '/orders@daozhang_bot', '@daozhang_bot 在吗', '在吗 @Daozhang_Bot'])
      expect(addressed({ text })).toBe(true)
    expect(addressed({ text: '谢谢', reply_to_message: { message_id: 1, from: bot } })).toBe(true)
    for (const text of ['谁遇到过', '/orders@other_bot', '/weather', '@daozhang_bot2 在吗', 'a@daozhang_botx'])
      expect(addressed({ text })).toBe(false)
  })

  it('says where and who, never their names, and nothing that nobody said', () => {
    expect(heard(inGroup({ text: '字' }))).toEqual({
      kind: 'group',
      incoming: {
        platform: 'telegram',
        eventId: '42:100',
        chat: '-9',
        user: '5',
        messageId: '3',
        lang: 'zh',
        addressed: false,
        words: 'words:字',
        picture: null,
      },
    })
    expect(heard(inGroup({ photo }))).toMatchObject({ incoming: { picture: 'large' } })
    for (const content of [{ new_chat_members: [li] }, { sticker: file }, { new_chat_title: 'SECRETNAME' }])
      expect(heard(inGroup(content))).toEqual({ kind: 'nothing' })
  })
})
