// Every refusal once, told by the real client in Telegram's own words.
import { type Api, InputFile } from 'grammy'
import { describe, expect, it } from 'vitest'
import type { Group } from './group.ts'
import { opened, PNG, parametersOf, toldBy } from './opened.ts'
import type { Somebody } from './somebody.ts'
import type { Telegram } from './telegram.ts'

type Scene = {
  readonly telegram: Telegram
  readonly api: Api
  readonly li: Somebody
  readonly group: Group
  readonly topic: number
  readonly own: number
}

type Case = readonly [refusal: string, work: (scene: Scene) => unknown]

const bold = (offset: number, length: number) => ({ entities: [{ type: 'bold' as const, offset, length }] })
const key = (callback_data: string) => ({ reply_markup: { inline_keyboard: [[{ text: 'x', callback_data }]] } })
const raw = (api: Api, method: string, params: object): unknown =>
  (api.raw as unknown as Record<string, (given: object) => unknown>)[method]?.(params)

/** The request itself was wrong: also a fault. */
const breaches: readonly Case[] = [
  ['400 Bad Request: message text is empty', ({ api, li }) => api.sendMessage(li.id, ' \n ')],
  ['400 Bad Request: message is too long', ({ api, li }) => api.sendMessage(li.id, '长'.repeat(4097))],
  [
    '400 Bad Request: message caption is too long',
    ({ api, li }) => api.sendPhoto(li.id, new InputFile(PNG), { caption: 'x'.repeat(1025) }),
  ],
  ['400 Bad Request: BUTTON_DATA_INVALID', ({ api, li }) => api.sendMessage(li.id, 'x', key('到'.repeat(22)))],
  [
    '400 Bad Request: entity begins after the end of the text at UTF-16 offset 4',
    ({ api, li }) => api.sendMessage(li.id, 'abcd', bold(4, 1)),
  ],
  [
    '400 Bad Request: entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 5',
    ({ api, li }) => api.sendMessage(li.id, 'abcd', bold(2, 3)),
  ],
  [
    '400 Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 3',
    ({ api, li }) => api.sendMessage(li.id, '🙂x', bold(1, 2)),
  ],
  [
    '400 Bad Request: REACTION_INVALID',
    ({ api, li, own }) => api.setMessageReaction(li.id, own, [{ type: 'emoji', emoji: '✅' as never }]),
  ],
  ['400 Bad Request: name must be non-empty', ({ api, group }) => api.createForumTopic(group.id, ' ')],
  [
    '400 Bad Request: wrong parameter "text" in request',
    ({ api, li }) => raw(api, 'sendMessage', { chat_id: li.id, text: 5 }),
  ],
  ['400 Bad Request: chat_id is empty', ({ api }) => raw(api, 'sendMessage', { text: 'x' })],
  [
    '400 Bad Request: wrong parameter "media" in request',
    ({ api, li }) => raw(api, 'sendMediaGroup', { chat_id: li.id, media: [] }),
  ],
  ['404 Not Found: method not found', ({ api }) => raw(api, 'sendMoney', {})],
]

/** The request was right and the world was not so. */
const states: readonly Case[] = [
  ['400 Bad Request: chat not found', ({ api }) => api.sendMessage(99, 'x')],
  [
    '403 Forbidden: bot was blocked by the user',
    ({ api, li }) => {
      li.blocks()
      return api.sendMessage(li.id, 'x')
    },
  ],
  [
    '403 Forbidden: user is deactivated',
    ({ api, li }) => {
      li.vanishes()
      return api.sendMessage(li.id, 'x')
    },
  ],
  [
    `403 Forbidden: bot can't initiate conversation with a user`,
    ({ api, telegram }) => api.sendMessage(telegram.user().id, 'x'),
  ],
  [
    '403 Forbidden: bot was kicked from the supergroup chat',
    ({ api, group }) => {
      group.bot('kicked')
      return api.sendMessage(group.id, 'x')
    },
  ],
  [
    '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    ({ api, li, own }) => api.editMessageText(li.id, own, 'own'),
  ],
  ['400 Bad Request: message to edit not found', ({ api, li }) => api.editMessageText(li.id, 999, 'x')],
  [`400 Bad Request: message can't be edited`, ({ api, li }) => api.editMessageText(li.id, 1, 'x')],
  [
    '400 Bad Request: there is no caption in the message to edit',
    ({ api, li, own }) => api.editMessageCaption(li.id, own, { caption: 'x' }),
  ],
  ['400 Bad Request: message to delete not found', ({ api, li }) => api.deleteMessage(li.id, 999)],
  [
    `400 Bad Request: message can't be deleted`,
    ({ api, li, telegram }) => {
      const plain = telegram.group()
      plain.add(li)
      return api.deleteMessage(plain.id, li.sends('x', { in: plain }).id)
    },
  ],
  [
    '400 Bad Request: message to be replied not found',
    ({ api, li }) => api.sendMessage(li.id, 'x', { reply_parameters: { message_id: 999 } }),
  ],
  [
    '400 Bad Request: message thread not found',
    ({ api, group }) => api.sendMessage(group.id, 'x', { message_thread_id: 1 }),
  ],
  [
    '400 Bad Request: TOPIC_DELETED',
    ({ api, group, topic, telegram, li }) => {
      telegram.quirk({ deletedTopic: 'TOPIC_DELETED' })
      li.deletesTopic(group.topic(topic))
      return api.sendMessage(group.id, 'x', { message_thread_id: topic })
    },
  ],
  [
    '400 Bad Request: TOPIC_CLOSED',
    ({ api, group, topic, telegram, li }) => {
      telegram.quirk({ closedTopic: 'closed to all' })
      li.closes(group.topic(topic))
      return api.sendMessage(group.id, 'x', { message_thread_id: topic })
    },
  ],
  ['400 Bad Request: TOPIC_NOT_MODIFIED', ({ api, group, topic }) => api.reopenForumTopic(group.id, topic)],
  ['400 Bad Request: TOPIC_ID_INVALID', ({ api, group }) => api.closeForumTopic(group.id, 999)],
  [
    '400 Bad Request: not enough rights to create a topic',
    ({ api, group }) => {
      group.bot(['can_delete_messages'])
      return api.createForumTopic(group.id, 'x')
    },
  ],
  [
    '400 Bad Request: the chat is not a forum',
    ({ api, telegram }) => api.createForumTopic(telegram.supergroup({ forum: false }).id, 'x'),
  ],
  [
    '400 Bad Request: not enough rights to manage pinned messages in the chat',
    ({ api, group, topic }) => {
      group.bot(['can_manage_topics'])
      return api.pinChatMessage(group.id, topic)
    },
  ],
  [
    '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
    ({ api }) => api.answerCallbackQuery('q77'),
  ],
  [
    '400 Bad Request: group chat was upgraded to a supergroup chat',
    ({ api, telegram }) => {
      const group = telegram.group()
      group.becomesSupergroup()
      return api.sendMessage(group.id, 'x')
    },
  ],
  [
    `400 Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 2`,
    ({ api, li }) => api.sendMessage(li.id, 'my_name', { parse_mode: 'Markdown' }),
  ],
  ['400 Bad Request: wrong file identifier/HTTP URL specified', ({ api, li }) => api.sendPhoto(li.id, 'no-such-file')],
  [
    '400 Bad Request: IMAGE_PROCESS_FAILED',
    ({ api, li }) => api.sendPhoto(li.id, new InputFile(new Uint8Array([1, 2]))),
  ],
  ['400 Bad Request: invalid file_id', ({ api }) => api.getFile('x')],
  [
    '400 Bad Request: file is too big',
    ({ api, li }) => {
      const [file] = li.sendsDocument(new Uint8Array(20 * 1024 * 1024 + 1)).files
      return api.getFile(file?.id ?? '')
    },
  ],
]

async function scene(): Promise<Scene> {
  const { telegram, api } = await opened()
  const li = telegram.user()
  li.starts()
  const group = telegram.supergroup()
  const { message_thread_id: topic } = await api.createForumTopic(group.id, 'ticket')
  const { message_id: own } = await api.sendMessage(li.id, 'own')
  return { telegram, api, li, group, topic, own }
}

describe('refusals', () => {
  it.each(breaches)('%s: and it is a fault of the bot', async (refusal, work) => {
    const here = await scene()
    expect(await toldBy(Promise.resolve(work(here)))).toBe(refusal)
    expect(here.telegram.faults).toHaveLength(1)
  })

  it.each(states)('%s', async (refusal, work) => {
    const here = await scene()
    expect(await toldBy(Promise.resolve(work(here)))).toBe(refusal)
    expect(here.telegram.faults).toEqual([])
  })

  it('401 for another token, 413 for an upload above 50 MB', async () => {
    const { telegram } = await opened()
    const post = (token: string, body: Uint8Array) =>
      fetch(`${telegram.apiRoot}/bot${token}/getMe`, { method: 'POST', body })
    const small = new Uint8Array(0)
    expect(await (await post('1:x', small)).json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
    expect((await post(telegram.token, new Uint8Array(50 * 1024 * 1024 + 1))).status).toBe(413)
  })

  it('an unknown parameter is a fault and otherwise ignored', async () => {
    const { telegram, api, li } = await scene()
    await raw(api, 'sendMessage', { chat_id: li.id, text: 'x', disable_web_page_preview: true })
    expect(telegram.faults).toMatchObject([
      { method: 'sendMessage', fault: 'unknown parameter disable_web_page_preview' },
    ])
    expect(li.sees().at(-1)?.text).toBe('x')
  })

  it('a group that moved answers with its new id', async () => {
    const { telegram, api } = await scene()
    const group = telegram.group()
    const next = group.becomesSupergroup()
    expect(await parametersOf(api.sendMessage(group.id, 'x'))).toEqual({ migrate_to_chat_id: next.id })
  })

  it('a message older than 48 hours stays, unless the bot may delete in a supergroup', async () => {
    let nowMs = 1_000_000_000_000
    const { telegram, api } = await opened({ now: () => nowMs })
    const li = telegram.user()
    const group = telegram.supergroup()
    group.add(li)
    const old = li.sends('code')
    const inGroup = li.sends('code', { in: group })
    nowMs += 48 * 3_600_000 + 1
    expect(await toldBy(api.deleteMessage(li.id, old.id))).toBe(
      `400 Bad Request: message can't be deleted for everyone`,
    )
    expect(await toldBy(api.deleteMessage(group.id, inGroup.id))).toBe('done')
  })

  it('a query form and a urlencoded body are read as JSON is', async () => {
    const { telegram, li } = await scene()
    const markup = JSON.stringify(key('v').reply_markup)
    const body = new URLSearchParams({ text: '123', reply_markup: markup, disable_notification: 'true' })
    const answer = await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendmessage?chat_id=${li.id}`, {
      method: 'POST',
      body,
    })
    expect(await answer.json()).toMatchObject({ ok: true, result: { text: '123' } })
    expect(li.sees().at(-1)?.buttons).toEqual([['x']])
    expect(telegram.faults).toEqual([])
  })
})
