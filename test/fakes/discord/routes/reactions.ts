// Reactions to a message: given, taken back, read.
import type { Message } from '../message.ts'
import { react } from '../posting.ts'
import { refuse } from '../refusal.ts'
import { route } from '../route.ts'
import type { World } from '../world.ts'

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[0-9#*]\uFE0F?\u20E3/u

function found(world: World, params: { channel: string; message: string; emoji?: string }): Message {
  const channel = world.channel(params.channel)
  const message = world.message(channel, params.message)
  if (params.emoji !== undefined && !EMOJI.test(params.emoji)) throw refuse(10014)
  if (channel.archived) throw refuse(50083)
  return message
}

export const reactionRoutes = [
  route('PUT /channels/:channel/messages/:message/reactions/:emoji/@me', {
    run: ({ world, params }) => {
      const message = found(world, params)
      world.botMay(message.channel, 'ReadMessageHistory')
      if (!message.reactions.has(params.emoji)) world.botMay(message.channel, 'AddReactions')
      react(world, message, world.bot, params.emoji, true)
      return undefined
    },
  }),
  route('DELETE /channels/:channel/messages/:message/reactions/:emoji/@me', {
    run: ({ world, params }) => {
      react(world, found(world, params), world.bot, params.emoji, false)
      return undefined
    },
  }),
  route('DELETE /channels/:channel/messages/:message/reactions/:emoji/:user', {
    run: ({ world, params }) => {
      const message = found(world, params)
      world.botMay(message.channel, 'ManageMessages')
      react(world, message, world.user(params.user), params.emoji, false)
      return undefined
    },
  }),
  route('GET /channels/:channel/messages/:message/reactions/:emoji', {
    run: ({ world, params }) => {
      const message = world.message(world.channel(params.channel), params.message)
      return [...(message.reactions.get(params.emoji) ?? [])].map((id) => world.user(id).wire)
    },
  }),
]
