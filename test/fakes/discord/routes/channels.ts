// Channels themselves: read, changed, archived and locked where they are threads, deleted.
import { z } from 'zod'
import { type Channel, FORUM } from '../channel.ts'
import { may } from '../permissions.ts'
import { badForm, refuse } from '../refusal.ts'
import { route } from '../route.ts'
import { held, snowflake, text } from '../shape.ts'
import { changeThread, deleteChannel } from '../thread.ts'
import { INTENT, type World } from '../world.ts'
import { checkTags } from './threads.ts'

const threadBody = z.strictObject({
  name: text(1, 100).optional(),
  archived: z.boolean().optional(),
  locked: z.boolean().optional(),
  invitable: z.boolean().optional(),
  auto_archive_duration: z.union([z.literal(60), z.literal(1440), z.literal(4320), z.literal(10080)]).optional(),
  rate_limit_per_user: z.int().min(0).max(21_600).nullish(),
  flags: z.int().optional(),
  applied_tags: z.array(snowflake).max(5).optional(),
})

const tag = z.strictObject({
  id: snowflake.optional(),
  name: text(1, 20),
  moderated: z.boolean().optional(),
  emoji_id: snowflake.nullish(),
  emoji_name: z.string().nullish(),
})
const channelBody = z.strictObject({
  name: text(1, 100).optional(),
  topic: z.string().max(4096).nullish(),
  available_tags: z.array(tag).max(20).optional(),
})

/** Its opener may rename, close and wake it; the rest is for those who manage threads. */
function patchThread(world: World, channel: Channel, given: unknown): object {
  const body = held(threadBody, given)
  const manages = may(channel, world.bot.id, 'ManageThreads')
  const owns = channel.thread?.ownerId === world.bot.id
  const wakesOnly = Object.keys(body).every((name) => name === 'archived') && body.archived === false
  if (!manages) {
    if (channel.locked || body.locked !== undefined || body.flags !== undefined) throw refuse(50013)
    if (!owns && !wakesOnly) throw refuse(50013)
    if (!may(channel, world.bot.id, 'SendMessagesInThreads')) throw refuse(50013)
  }
  const others = Object.keys(body).filter((name) => name !== 'archived' && name !== 'locked')
  if (channel.archived && body.archived !== false && others.length > 0) throw refuse(50083)
  if (body.applied_tags && channel.parent?.type !== FORUM)
    throw badForm(['applied_tags'], 'THREAD_NO_FORUM_POST', 'Only posts of a forum have tags.')
  if (body.applied_tags && channel.parent) checkTags(world, channel.parent, body.applied_tags)
  changeThread(world, channel, world.bot, {
    name: body.name,
    archived: body.archived,
    locked: body.locked,
    invitable: body.invitable,
    autoArchiveMinutes: body.auto_archive_duration,
    tags: body.applied_tags,
    pinned: body.flags === undefined ? undefined : (body.flags & 2) !== 0,
  })
  return channel.wire
}

function patchChannel(world: World, channel: Channel, given: unknown): object {
  const body = held(channelBody, given)
  world.botMay(channel, 'ManageChannels')
  channel.name = body.name ?? channel.name
  if (body.topic !== undefined) channel.topic = body.topic
  if (body.available_tags)
    channel.tags = body.available_tags.map((one) => ({
      id: one.id ?? world.nextId(),
      name: one.name,
      moderated: one.moderated ?? false,
    }))
  world.tellIn(channel, 'CHANNEL_UPDATE', INTENT.guilds, channel.wire)
  return channel.wire
}

export const channelRoutes = [
  route('GET /channels/:channel', {
    run: ({ world, params }) => {
      const channel = world.channel(params.channel)
      const member = channel.threadMember(world.bot.id)
      return { ...channel.wire, ...(member ? { member } : {}) }
    },
  }),
  route('PATCH /channels/:channel', {
    body: z.record(z.string(), z.unknown()),
    run: ({ world, params, body }) => {
      const channel = world.channel(params.channel)
      if (channel.recipient) throw refuse(50024)
      return channel.thread ? patchThread(world, channel, body) : patchChannel(world, channel, body)
    },
  }),
  route('DELETE /channels/:channel', {
    run: ({ world, params }) => {
      const channel = world.channel(params.channel)
      const told = channel.wire
      if (!channel.recipient) {
        world.botMay(channel, channel.thread ? 'ManageThreads' : 'ManageChannels')
        deleteChannel(world, channel)
      }
      return told
    },
  }),
]
