// Threads and forum posts: opened, joined, listed.
import { z } from 'zod'
import type { Upload } from '../body.ts'
import { type Channel, FORUM, PRIVATE_THREAD, PUBLIC_THREAD, TEXT } from '../channel.ts'
import { created, draftOf } from '../message-body.ts'
import { may, sees } from '../permissions.ts'
import { post } from '../posting.ts'
import { badForm, refuse } from '../refusal.ts'
import { route } from '../route.ts'
import { held, snowflake, text } from '../shape.ts'
import { add, leave, mayWrite, openThread } from '../thread.ts'
import type { World } from '../world.ts'
import { shown } from './messages.ts'

const sleep = z.union([z.literal(60), z.literal(1440), z.literal(4320), z.literal(10080)])
const opening = {
  name: text(1, 100),
  auto_archive_duration: sleep.nullish(),
  rate_limit_per_user: z.int().min(0).max(21_600).nullish(),
}
const fromNothing = z.strictObject({
  ...opening,
  type: z.union([z.literal(10), z.literal(PUBLIC_THREAD), z.literal(PRIVATE_THREAD)]).nullish(),
  invitable: z.boolean().nullish(),
})
const forumPost = z.strictObject({
  ...opening,
  applied_tags: z.array(snowflake).max(5).nullish(),
  message: z.strictObject(created),
})

/** Tags of the forum, at most five; some only for those who manage threads. */
export function checkTags(world: World, forum: Channel, tags: readonly string[]): void {
  tags.forEach((id, index) => {
    const tag = forum.tags.find((one) => one.id === id)
    if (!tag) throw badForm(['applied_tags', index], 'FORUM_TAG_UNKNOWN', 'Unknown tag')
    if (tag.moderated && !may(forum, world.bot.id, 'ManageThreads')) throw refuse(50013)
  })
  if (forum.requiresTag && tags.length === 0) throw refuse(40067)
}

function openPost(world: World, forum: Channel, given: unknown, files: ReadonlyMap<string, Upload>): object {
  const body = held(forumPost, given)
  const draft = draftOf(world, body.message, files)
  world.botMay(forum, 'SendMessages')
  if (draft.files?.length) world.botMay(forum, 'AttachFiles')
  if (draft.embeds?.length) world.botMay(forum, 'EmbedLinks')
  const tags = body.applied_tags ?? []
  checkTags(world, forum, tags)
  const thread = openThread(world, forum, {
    name: body.name,
    type: PUBLIC_THREAD,
    by: world.bot,
    tags,
    ...(body.auto_archive_duration ? { autoArchiveMinutes: body.auto_archive_duration } : {}),
  })
  const message = post(world, thread, world.bot, { ...draft, id: thread.id })
  return { ...thread.wire, member: thread.threadMember(world.bot.id), message: shown(world, message) }
}

function openText(world: World, channel: Channel, given: unknown): object {
  const body = held(fromNothing, given)
  const type = body.type ?? PRIVATE_THREAD
  world.botMay(channel, type === PRIVATE_THREAD ? 'CreatePrivateThreads' : 'CreatePublicThreads')
  const thread = openThread(world, channel, {
    name: body.name,
    type,
    by: world.bot,
    invitable: body.invitable ?? true,
    ...(body.auto_archive_duration ? { autoArchiveMinutes: body.auto_archive_duration } : {}),
  })
  return { ...thread.wire, member: thread.threadMember(world.bot.id) }
}

const threadOf = (world: World, id: string): Channel => {
  const channel = world.channel(id)
  if (!channel.thread) throw refuse(50024)
  return channel
}

const memberWire = (world: World, thread: Channel, userId: string): object => {
  const own = thread.threadMember(userId)
  if (!own) throw refuse(10007)
  return { ...own, member: world.guild.members.get(userId)?.wire() }
}

const listed = (world: World, threads: readonly Channel[]): object => ({
  threads: threads.map(({ wire }) => wire),
  members: threads.flatMap((thread) => thread.threadMember(world.bot.id) ?? []),
})

const archivedPage = {
  before: z.iso.datetime({ offset: true }).optional(),
  limit: z.coerce.number().int().min(2).max(100).optional(),
}

/** Those archived last come first. */
function archived(
  world: World,
  all: readonly Channel[],
  { before, limit = 100 }: { before?: string | undefined; limit?: number | undefined },
): object {
  const at = ({ thread }: Channel): string => thread?.archivedAt ?? ''
  const asleep = all
    .filter((thread) => thread.archived && (before === undefined || at(thread) < new Date(before).toISOString()))
    .sort((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0))
  return { ...listed(world, asleep.slice(0, limit)), has_more: asleep.length > limit }
}

export const threadRoutes = [
  route('POST /channels/:channel/threads', {
    status: 201,
    body: z.record(z.string(), z.unknown()),
    run: ({ world, params, body, files }) => {
      const channel = world.channel(params.channel)
      if (channel.type === FORUM) return openPost(world, channel, body, files)
      if (channel.type !== TEXT) throw refuse(50024)
      return openText(world, channel, body)
    },
  }),
  route('POST /channels/:channel/messages/:message/threads', {
    status: 201,
    body: z.strictObject(opening),
    run: ({ world, params, body }) => {
      const channel = world.channel(params.channel)
      if (channel.type !== TEXT) throw refuse(50024)
      const message = world.message(channel, params.message)
      world.botMay(channel, 'CreatePublicThreads')
      if (world.channels.has(message.id)) throw refuse(160004)
      return openThread(world, channel, { name: body.name, type: PUBLIC_THREAD, by: world.bot, id: message.id }).wire
    },
  }),
  route('GET /channels/:channel/thread-members', {
    query: { with_member: z.string().optional(), after: snowflake.optional(), limit: z.coerce.number().optional() },
    run: ({ world, params }) => {
      const thread = threadOf(world, params.channel)
      if (!world.grants.members) throw refuse(50001)
      return [...(thread.thread?.members.keys() ?? [])].map((id) => memberWire(world, thread, id))
    },
  }),
  route('GET /channels/:channel/thread-members/:user', {
    query: { with_member: z.string().optional() },
    run: ({ world, params }) => {
      const id = params.user === '@me' ? world.bot.id : params.user
      return memberWire(world, threadOf(world, params.channel), id)
    },
  }),
  route('PUT /channels/:channel/thread-members/:user', {
    run: ({ world, params }) => {
      const thread = threadOf(world, params.channel)
      if (thread.archived) throw refuse(50083)
      const user = world.user(params.user === '@me' ? world.bot.id : params.user)
      if (!world.guild.members.has(user.id)) throw refuse(10007)
      if (!may(thread.parent ?? thread, user.id, 'ViewChannel')) throw refuse(50001)
      mayWrite(thread, world.bot.id)
      world.botMay(thread, 'SendMessagesInThreads')
      const mine = thread.thread?.ownerId === world.bot.id || may(thread, world.bot.id, 'ManageThreads')
      if (user !== world.bot && thread.type === PRIVATE_THREAD && !thread.thread?.invitable && !mine)
        throw refuse(50013)
      add(world, thread, user, world.bot)
      return undefined
    },
  }),
  route('DELETE /channels/:channel/thread-members/:user', {
    run: ({ world, params }) => {
      const thread = threadOf(world, params.channel)
      if (thread.archived) throw refuse(50083)
      const user = world.user(params.user === '@me' ? world.bot.id : params.user)
      const mine = thread.type === PRIVATE_THREAD && thread.thread?.ownerId === world.bot.id
      if (user !== world.bot && !mine) world.botMay(thread, 'ManageThreads')
      leave(world, thread, user)
      return undefined
    },
  }),
  route('GET /guilds/:guild/threads/active', {
    run: ({ world, params }) => {
      const guild = world.guildOf(params.guild)
      const seen = guild.activeThreads.filter((thread) => sees(thread, world.bot.id))
      return { ...listed(world, seen), has_more: false }
    },
  }),
  route('GET /channels/:channel/threads/archived/public', {
    query: archivedPage,
    run: ({ world, params, query }) => {
      const channel = world.channel(params.channel)
      world.botMay(channel, 'ReadMessageHistory')
      return archived(
        world,
        channel.threads.filter(({ type }) => type === PUBLIC_THREAD),
        query,
      )
    },
  }),
  route('GET /channels/:channel/threads/archived/private', {
    query: archivedPage,
    run: ({ world, params, query }) => {
      const channel = world.channel(params.channel)
      world.botMay(channel, 'ReadMessageHistory', 'ManageThreads')
      return archived(
        world,
        channel.threads.filter(({ type }) => type === PRIVATE_THREAD),
        query,
      )
    },
  }),
  route('GET /channels/:channel/users/@me/threads/archived/private', {
    query: { before: snowflake.optional(), limit: archivedPage.limit },
    run: ({ world, params, query }) => {
      const channel = world.channel(params.channel)
      world.botMay(channel, 'ReadMessageHistory')
      const joined = channel.threads.filter(
        ({ type, thread }) => type === PRIVATE_THREAD && thread?.members.has(world.bot.id),
      )
      return archived(world, joined, { limit: query.limit })
    },
  }),
]
