// The fake Telegram under the real grammY client: a conversation, and what stands in the chats afterwards.
import { InputFile } from 'grammy'
import { describe, expect, it } from 'vitest'
import { opened, PNG, toldBy } from './opened.ts'

describe('in private', () => {
  it('a message of a person reaches a grammY bot, and its answer with buttons stands in their chat', async () => {
    const { telegram, bot } = await opened()
    bot.command('start', (ctx) =>
      ctx.reply(`hello ${ctx.match}`, {
        reply_markup: { inline_keyboard: [[{ text: 'Human', callback_data: 'v1' }]] },
      }),
    )
    bot.callbackQuery('v1', async (ctx) => {
      await ctx.answerCallbackQuery('one moment')
      await ctx.editMessageText('a colleague is on the way')
    })
    const polling = bot.start()
    const li = telegram.user({ first_name: 'Li', language_code: 'zh' })
    li.starts('CODE')
    await telegram.until('the greeting', () => li.sees().some(({ text }) => text === 'hello CODE'))
    expect(li.sees().at(-1)).toMatchObject({ by: 'bot', buttons: [['Human']] })
    li.presses('Human')
    await telegram.until('the edit', () => li.sees().at(-1)?.text === 'a colleague is on the way')
    expect(li.sees().at(-1)).toMatchObject({ buttons: [], edited: true })
    expect(li.toasts).toMatchObject([{ text: 'one moment', alert: false }])
    expect(telegram.faults).toEqual([])
    await bot.stop()
    await polling
  })

  it('a picture goes up as a file, stands in the chat with its bytes, and comes down again', async () => {
    const { telegram, api } = await opened()
    const li = telegram.user()
    li.starts()
    const sent = await api.sendPhoto(li.id, new InputFile(PNG, '付款 截图.png'), { caption: '收据' })
    expect(li.sees().at(-1)).toMatchObject({
      text: '收据',
      media: { kind: 'photo', name: '付款 截图.png', bytes: PNG },
    })
    const { file_path } = await api.getFile(sent.photo.at(-1)?.file_id ?? '')
    const down = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${file_path}`)
    expect(new Uint8Array(await down.arrayBuffer())).toEqual(PNG)
    expect(telegram.faults).toEqual([])
  })

  it('an album of a person is one update a picture under one id, and the bot sends one as one', async () => {
    const { telegram, api } = await opened()
    const li = telegram.user()
    li.sendsAlbum([{ bytes: PNG, caption: 'both' }, { bytes: PNG }])
    const updates = await api.getUpdates()
    expect(new Set(updates.map(({ message }) => message?.media_group_id)).size).toBe(1)
    expect(updates.map(({ message }) => message?.caption)).toEqual(['both', undefined])
    await api.sendMediaGroup(li.id, [
      { type: 'photo', media: new InputFile(PNG) },
      { type: 'photo', media: updates[0]?.message?.photo?.at(-1)?.file_id ?? '' },
    ])
    expect(li.sees().filter(({ by, album }) => by === 'bot' && album !== undefined)).toHaveLength(2)
    expect(telegram.faults).toEqual([])
  })

  it('a copy bears no author, a forward does, and neither changes its source', async () => {
    const { telegram, api } = await opened()
    const [li, wang] = [telegram.user(), telegram.user()]
    wang.starts()
    const post = li.sends('看一下')
    await api.copyMessage(wang.id, li.id, post.id)
    await api.forwardMessage(wang.id, li.id, post.id)
    const [, copy, forward] = wang.sees()
    expect(copy?.post.wire.forward_origin).toBeUndefined()
    expect(forward?.post.wire.forward_origin).toMatchObject({ type: 'user', sender_user: { id: li.id } })
    expect(li.sees()).toMatchObject([{ text: '看一下', by: li.id }])
  })

  it('blocking and unblocking are told to the bot, reactions only where it asked for them', async () => {
    const { telegram, api } = await opened()
    const li = telegram.user()
    const post = li.sends('hi')
    li.reacts(post, '👍')
    li.blocks()
    li.unblocks()
    const updates = await api.getUpdates({ allowed_updates: ['message_reaction'] })
    expect(updates.map((update) => Object.keys(update)[1])).toEqual(['message', 'my_chat_member', 'my_chat_member'])
    expect(updates[1]?.my_chat_member?.new_chat_member.status).toBe('kicked')
    li.reacts(post, '🔥')
    expect(await api.getUpdates({ offset: (updates.at(-1)?.update_id ?? 0) + 1 })).toMatchObject([
      { message_reaction: { new_reaction: [{ emoji: '🔥' }], old_reaction: [{ emoji: '👍' }] } },
    ])
  })
})

describe('in a staff group with topics', () => {
  it('a topic opens with its service message; notes, replies and anonymous admins arrive as they do on the wire', async () => {
    const { telegram, api } = await opened()
    const group = telegram.supergroup()
    const staff = telegram.user()
    group.add(staff, 'administrator')
    const { message_thread_id } = await api.createForumTopic(group.id, '#1 · not credited · zh')
    const card = await api.sendMessage(group.id, 'card', { message_thread_id })
    const topic = group.topic('#1 · not credited · zh')
    staff.writes(topic, 'a note')
    staff.anonymously.writes(topic, 'an answer', { replyTo: group.messages(topic).at(-2) })
    staff.closes(topic)
    const seen = (await api.getUpdates()).flatMap(({ message }) => message ?? [])
    expect(seen.map((message) => message.message_thread_id)).toEqual(Array(4).fill(message_thread_id))
    expect(seen[0]).toMatchObject({ forum_topic_created: { name: '#1 · not credited · zh' }, from: { is_bot: true } })
    // A plain message of a topic answers the opening of the topic, on the wire.
    expect(seen[1]).toMatchObject({ text: 'a note', reply_to_message: { message_id: message_thread_id } })
    expect(seen[2]).toMatchObject({
      from: { id: 1_087_968_824 },
      sender_chat: { id: group.id },
      reply_to_message: { message_id: card.message_id },
    })
    expect(seen[3]).toMatchObject({ forum_topic_closed: {} })
  })

  it('a topic deleted by hand takes its messages along and tells nobody', async () => {
    const { telegram, api } = await opened()
    const group = telegram.supergroup()
    const { message_thread_id } = await api.createForumTopic(group.id, 'x')
    await api.sendMessage(group.id, 'card', { message_thread_id })
    const confirmed = (await api.getUpdates()).at(-1)?.update_id ?? 0
    telegram.user().deletesTopic(group.topic('x'))
    expect(await api.getUpdates({ offset: confirmed + 1 })).toEqual([])
    expect(group.messages()).toEqual([])
    const text = '400 Bad Request: message thread not found'
    expect(await toldBy(api.sendMessage(group.id, 'more', { message_thread_id }))).toBe(text)
    telegram.quirk({ deletedTopic: 'lands in General' })
    const landed = await api.sendMessage(group.id, 'more', { message_thread_id })
    expect(landed.message_thread_id).toBeUndefined()
    expect(group.messages('General')).toMatchObject([{ text: 'more' }])
  })

  it('with privacy mode a bot that is no admin hears commands and answers to itself alone', async () => {
    const { telegram, api } = await opened()
    const group = telegram.group()
    const li = telegram.user()
    group.add(li)
    li.sends('chatter', { in: group })
    li.sends('/help', { in: group })
    const own = await api.sendMessage(group.id, 'hello')
    li.sends('thanks', { in: group, replyTo: group.messages().find(({ id }) => id === own.message_id) })
    const texts = (await api.getUpdates()).flatMap(({ message }) => message?.text ?? [])
    expect(texts).toEqual(['/help', 'thanks'])
  })

  it('a group that became a supergroup says so in both chats', async () => {
    const { telegram, api } = await opened()
    const group = telegram.group()
    const next = group.becomesSupergroup({ forum: true })
    const messages = (await api.getUpdates()).flatMap(({ message }) => message ?? [])
    expect(messages).toMatchObject([{ migrate_to_chat_id: next.id }, { migrate_from_chat_id: group.id }])
    expect((await api.getChat(next.id)).id).toBe(next.id)
  })
})
