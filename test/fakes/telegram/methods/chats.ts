// Methods that ask about the bot, a chat, its members, a file; and the one that leaves a chat.
import { z } from 'zod'
import { chatNamed, writableChat } from '../access.ts'
import { wireMember } from '../chat.ts'
import { chatId } from '../fields.ts'
import { type Methods, method } from '../method.ts'
import { bad } from '../refusal.ts'

export const chatMethods: Methods = {
  getMe: method({}, (_, { world }) => ({
    ...world.bot,
    can_join_groups: true,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  })),
  getChat: method({ chat_id: chatId }, (given, { world }) => {
    const chat = chatNamed(world, given.chat_id)
    const pinned = [...chat.posts.values()].filter((post) => post.pinned).at(-1)
    return {
      ...chat.wire,
      accent_color_id: 1,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: true,
        limited_gifts: true,
        unique_gifts: true,
        premium_subscription: true,
        gifts_from_channels: true,
      },
      ...(chat.type === 'private' ? {} : { permissions: { can_send_messages: true } }),
      pinned_message: pinned?.quoted,
    }
  }),
  getChatMember: method({ chat_id: chatId, user_id: z.int() }, (given, { world }) => {
    const chat = writableChat(world, given.chat_id)
    const member = chat.member(given.user_id)
    if (member) return wireMember(member)
    const person = world.people.get(given.user_id)
    if (!person) throw bad('invalid user_id specified')
    return { status: chat.id === person.user.id ? 'member' : 'left', user: person.user }
  }),
  getChatAdministrators: method({ chat_id: chatId, return_bots: z.boolean().optional() }, (given, { world }) => {
    const chat = writableChat(world, given.chat_id)
    if (chat.type === 'private') throw bad('there are no administrators in the private chat')
    return [...chat.members.values()]
      .filter(({ user }) => chat.isAdmin(user.id) && (!user.is_bot || user.id === world.bot.id || given.return_bots))
      .map(wireMember)
  }),
  leaveChat: method({ chat_id: chatId }, (given, { world }) => {
    const chat = writableChat(world, given.chat_id)
    if (chat.type === 'private') throw bad(`chat member status can't be changed in private chats`)
    world.seat(chat, world.bot, 'left')
    return true
  }),
  getFile: method({ file_id: z.string() }, (given, { world }) => world.files.path(given.file_id)),
}
