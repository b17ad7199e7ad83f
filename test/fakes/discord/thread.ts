// Threads: how they are opened, woken, archived, locked and joined, and what the gateway is told of it.
import { Channel, FORUM, PRIVATE_THREAD } from './channel.ts'
import type { User } from './guild.ts'
import type { Message } from './message.ts'
import { may } from './permissions.ts'
import { post } from './posting.ts'
import { refuse } from './refusal.ts'
import { INTENT, type World } from './world.ts'

type Opening = {
  readonly name: string
  readonly type: number
  readonly by: User
  readonly id?: string
  readonly tags?: readonly string[]
  readonly invitable?: boolean
  readonly autoArchiveMinutes?: number
}

function makeRoom(world: World): void {
  const { guild } = world
  if (guild.activeThreads.length >= guild.activeThreadCap) throw refuse(160006)
}

export function openThread(world: World, parent: Channel, opening: Opening): Channel {
  makeRoom(world)
  const { name, type, by } = opening
  const thread = new Channel({
    id: opening.id ?? world.nextId(),
    type,
    name,
    guild: world.guild,
    parent,
    botId: world.bot.id,
    thread: {
      ownerId: by.id,
      createdAt: world.iso,
      archived: false,
      locked: false,
      invitable: opening.invitable ?? true,
      autoArchiveMinutes: opening.autoArchiveMinutes ?? 4320,
      archivedAt: world.iso,
      tags: opening.tags ?? [],
      pinned: false,
      members: new Map([[by.id, world.iso]]),
      sent: 0,
    },
  })
  world.add(thread)
  if (parent.type === FORUM) parent.lastMessageId = thread.id
  const own = thread.threadMember(world.bot.id)
  world.tellIn(thread, 'THREAD_CREATE', INTENT.guilds, {
    ...thread.wire,
    newly_created: true,
    ...(own ? { member: own } : {}),
  })
  return thread
}

export function toldThread(world: World, thread: Channel): void {
  const own = thread.threadMember(world.bot.id)
  world.tellIn(thread, 'THREAD_UPDATE', INTENT.guilds, { ...thread.wire, ...(own ? { member: own } : {}) })
}

/** Whether somebody may write here now: locked threads are for those who manage threads, locked and archived ones for nobody. */
export function mayWrite(channel: Channel, userId: string): void {
  if (!channel.locked) return
  if (channel.archived) throw refuse(50083)
  if (!may(channel, userId, 'ManageThreads')) throw refuse(160005)
}

/** A message came: an archived thread wakes, its writer is one of its people from now on, and it counts. */
export function reachThread(world: World, channel: Channel, author: User, message: Message): void {
  const { thread } = channel
  if (!thread) return
  if (thread.archived) {
    makeRoom(world)
    thread.archived = false
    thread.archivedAt = world.iso
    toldThread(world, channel)
  }
  if (message.id !== channel.id) thread.sent += 1
  if (!thread.members.has(author.id)) join(world, channel, author)
  for (const id of message.pinged) {
    const named = world.users.get(id)
    if (named && world.guild.members.has(id) && !thread.members.has(id)) join(world, channel, named)
  }
}

export function join(world: World, channel: Channel, user: User): void {
  const { thread } = channel
  if (!thread || thread.members.has(user.id)) return
  const saw = channel.type !== PRIVATE_THREAD || thread.members.has(world.bot.id)
  thread.members.set(user.id, world.iso)
  if (user === world.bot && !saw)
    world.tellIn(channel, 'THREAD_CREATE', INTENT.guilds, { ...channel.wire, member: channel.threadMember(user.id) })
  toldMembers(world, channel, user, true)
}

export function leave(world: World, channel: Channel, user: User): void {
  if (!channel.thread?.members.has(user.id)) return
  toldMembers(world, channel, user, false)
}

/** Without the members intent the bot hears of itself only. */
function toldMembers(world: World, channel: Channel, user: User, joined: boolean): void {
  const { thread } = channel
  if (!thread) return
  const added = { ...channel.threadMember(user.id), member: world.guild.members.get(user.id)?.wire(), presence: null }
  if (!joined) thread.members.delete(user.id)
  const change = {
    id: channel.id,
    guild_id: world.guild.id,
    member_count: Math.min(50, thread.members.size),
    ...(joined ? { added_members: [added] } : { removed_member_ids: [user.id] }),
  }
  world.tellIn(channel, 'THREAD_MEMBERS_UPDATE', INTENT.guilds, (intents: number) =>
    user === world.bot || (intents & INTENT.members) !== 0 ? change : null,
  )
}

const ADDED = 1
const RENAMED = 4

/** Words of Discord itself, in the name of whoever did it: they have a type of their own and are nobody's message. */
function notice(world: World, channel: Channel, by: User, type: number, content: string): void {
  if (world.quirks.notices) post(world, channel, by, { type, content })
}

/** Somebody brings somebody else into a thread. */
export function add(world: World, channel: Channel, user: User, by: User): void {
  if (channel.thread?.members.has(user.id)) return
  join(world, channel, user)
  if (user !== by) notice(world, channel, by, ADDED, '')
}

export type ThreadChange = {
  readonly name?: string | undefined
  readonly archived?: boolean | undefined
  readonly locked?: boolean | undefined
  readonly invitable?: boolean | undefined
  readonly autoArchiveMinutes?: number | undefined
  readonly tags?: readonly string[] | undefined
  readonly pinned?: boolean | undefined
}

export function changeThread(world: World, channel: Channel, by: User, change: ThreadChange): void {
  const { thread } = channel
  if (!thread) throw refuse(50024)
  const renamed = change.name !== undefined && change.name !== channel.name
  const turned = change.archived !== undefined || change.locked !== undefined
  if (turned) world.audit.unshift({ id: world.nextId(), user_id: by.id, target_id: channel.id, action_type: 111 })
  if (change.archived === false && thread.archived) makeRoom(world)
  if (change.archived !== undefined && change.archived !== thread.archived) thread.archivedAt = world.iso
  channel.name = change.name ?? channel.name
  if (change.archived === false) thread.archived = false
  // Everybody reads of it in the thread itself, as a message of whoever did it.
  if (renamed) notice(world, channel, by, RENAMED, channel.name)
  thread.archived = change.archived ?? thread.archived
  thread.locked = change.locked ?? thread.locked
  thread.invitable = change.invitable ?? thread.invitable
  thread.autoArchiveMinutes = change.autoArchiveMinutes ?? thread.autoArchiveMinutes
  thread.tags = change.tags ?? thread.tags
  thread.pinned = change.pinned ?? thread.pinned
  toldThread(world, channel)
}

/** A channel goes with its threads, of which nothing more is told. */
export function deleteChannel(world: World, channel: Channel): void {
  const { guild } = channel
  if (!guild) return
  for (const thread of channel.threads) {
    world.channels.delete(thread.id)
    guild.channels.delete(thread.id)
  }
  const told = channel.thread
    ? { id: channel.id, guild_id: guild.id, parent_id: channel.parent?.id, type: channel.type }
    : channel.wire
  world.tellIn(channel, channel.thread ? 'THREAD_DELETE' : 'CHANNEL_DELETE', INTENT.guilds, told)
  world.channels.delete(channel.id)
  guild.channels.delete(channel.id)
}
