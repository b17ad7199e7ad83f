// The staff's forum: a post a ticket with tags for state and topic, found again by its number, closed and opened, and the team's own post.
import {
  type APIGuildForumChannel,
  type APIThreadChannel,
  type APIThreadList,
  type RESTGetAPIGuildThreadsResult,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js'
import type { Request, ThreadState } from '../../core/ports/chat-platform.ts'
import type { Redacted } from '../../core/redaction/redacted.ts'
import type { Client } from './api.ts'
import { failureOf } from './failure.ts'
import { literal } from './literal.ts'
import { madeAt } from './name.ts'

export type Tag = { readonly key: string; readonly name: Redacted }

export type ForumOptions = {
  readonly client: Client
  readonly guildId: string
  readonly channelId: string
  readonly botId: () => string
  /** One a state (`state:queue` …), and one a topic, most wanted first. */
  readonly tags: readonly Tag[]
  readonly room: { readonly name: Redacted; readonly words: Redacted }
  /** The bot itself makes, opens or closes this post. */
  readonly touches?: (thread: string) => void
}

export type Forum = ReturnType<typeof makeForum>

/** Discord takes so many tags a forum. */
const MOST_TAGS = 20
const NAME = 100
const NOBODY = { parse: [] }
/** Half a minute of clocks that disagree. */
const SKEW_MS = 30_000

type Thread = Pick<APIThreadChannel, 'id' | 'name' | 'owner_id' | 'parent_id' | 'applied_tags' | 'last_message_id'>

export function makeForum({ client, guildId, channelId, botId, tags, room, touches = () => undefined }: ForumOptions) {
  const { rest } = client
  const ids = new Map<string, string>()
  /** What a post shows, so that it is not told again. */
  const shown = new Map<string, string>()
  let roomId: string | undefined
  let isPrepared = false

  /** Makes the tags that are missing where we may; without that right posts simply have none. */
  async function prepare(signal: AbortSignal): Promise<void> {
    if (isPrepared) return
    const forum = (await rest.get(Routes.channel(channelId), { signal })) as APIGuildForumChannel
    let available = forum.available_tags ?? []
    const missing = tags.filter(({ name }) => !available.some((tag) => tag.name === name))
    const room = Math.max(0, MOST_TAGS - available.length)
    if (missing.length > 0 && room > 0) {
      const added = missing.slice(0, room).map(({ name }) => ({ name, moderated: true }))
      const body = { available_tags: [...available, ...added] }
      const patched = await rest.patch(Routes.channel(channelId), { body, signal }).catch(() => undefined)
      if (patched) available = (patched as APIGuildForumChannel).available_tags
    }
    for (const { key, name } of tags) {
      const found = available.find((tag) => tag.name === name)
      if (found) ids.set(key, found.id)
    }
    isPrepared = true
  }

  const tagsOf = ({ state, topic }: ThreadState): string[] =>
    [ids.get(`state:${state}`), ids.get(`topic:${topic}`)].filter((id) => id !== undefined)

  async function active(signal: AbortSignal): Promise<readonly Thread[]> {
    const { threads } = (await rest.get(Routes.guildActiveThreads(guildId), { signal })) as RESTGetAPIGuildThreadsResult
    return (threads as readonly APIThreadChannel[]).filter(({ parent_id: parent }) => parent === channelId)
  }

  async function asleep(signal: AbortSignal): Promise<readonly Thread[]> {
    const page = await rest.get(Routes.channelThreads(channelId, 'public'), { signal })
    return (page as APIThreadList).threads as readonly APIThreadChannel[]
  }

  async function create(name: string, words: string, state: ThreadState | undefined, signal: AbortSignal) {
    const body = {
      name: [...name].slice(0, NAME).join(''),
      auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
      message: { content: words, allowed_mentions: NOBODY },
      ...(state ? { applied_tags: tagsOf(state) } : {}),
    }
    const { id } = (await rest.post(Routes.threads(channelId), { body, signal })) as { id: string }
    touches(id)
    return id
  }

  /** The guild has as many open threads as it may: the one that waits longest for its user sleeps. */
  async function makeRoom(signal: AbortSignal): Promise<boolean> {
    const waits = ids.get('state:waiting-user')
    const done = ids.get('state:closed')
    const posts = (await active(signal)).filter(({ id, owner_id: owner }) => id !== roomId && owner === botId())
    const rank = ({ applied_tags: own }: Thread): number =>
      own?.some((tag) => tag === done) ? 0 : own?.some((tag) => tag === waits) ? 1 : 2
    const [oldest] = posts.toSorted(
      (a, b) => rank(a) - rank(b) || madeAt(a.last_message_id ?? a.id) - madeAt(b.last_message_id ?? b.id),
    )
    if (!oldest) return false
    touches(oldest.id)
    await rest.patch(Routes.channel(oldest.id), { body: { archived: true }, signal })
    return true
  }

  async function withRoom<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (failureOf(error).kind !== 'active-cap' || !(await makeRoom(signal))) throw error
      return work()
    }
  }

  return {
    prepare,
    active,
    withRoom,

    /** Posts have no key of ours: one that may have been made before is looked for by its title. */
    async open(
      { name, state, againSince }: Extract<Request, { kind: 'open-thread' }>,
      signal: AbortSignal,
    ): Promise<string> {
      await prepare(signal)
      if (againSince !== undefined) {
        const own = (await active(signal)).filter(
          (thread) => thread.owner_id === botId() && thread.name === name && madeAt(thread.id) > againSince - SKEW_MS,
        )
        const found = own.toSorted((a, b) => madeAt(a.id) - madeAt(b.id))[0]
        if (found) return found.id
      }
      const id = await withRoom(() => create(name, literal(name), state, signal), signal)
      shown.set(id, tagsOf(state).join())
      return id
    },

    /** Closed posts are locked too: one that only sleeps is still open. */
    async set({ thread, open, state }: Extract<Request, { kind: 'set-thread' }>, signal: AbortSignal): Promise<void> {
      await prepare(signal)
      const applied = tagsOf(state)
      touches(thread)
      const body = { archived: !open, locked: !open, ...(applied.length > 0 ? { applied_tags: applied } : {}) }
      // Discord changes nothing else of a post in the call that archives it, or while it is archived.
      await withRoom(() => rest.patch(Routes.channel(thread), { body, signal }), signal)
      shown.set(thread, applied.join())
    },

    /** The tags of an open post follow its ticket. */
    async show(thread: string, state: ThreadState, signal: AbortSignal): Promise<void> {
      await prepare(signal)
      const applied = tagsOf(state)
      if (applied.length === 0 || shown.get(thread) === applied.join()) return
      await rest.patch(Routes.channel(thread), { body: { applied_tags: applied }, signal })
      shown.set(thread, applied.join())
    },

    /** Opens what sleeps, does the work, and lets it sleep again as it did. */
    async awake<T>(thread: string, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
      touches(thread)
      const { thread_metadata: before } = (await rest.get(Routes.channel(thread), { signal })) as APIThreadChannel
      await withRoom(
        () => rest.patch(Routes.channel(thread), { body: { archived: false, locked: false }, signal }),
        signal,
      )
      try {
        return await work()
      } finally {
        const body = { archived: before?.archived ?? true, locked: before?.locked ?? false }
        await rest.patch(Routes.channel(thread), { body, signal }).catch(() => undefined)
      }
    },

    /** The post in which the desk speaks to everybody; found by its name, made where there is none. */
    async room(signal: AbortSignal): Promise<string> {
      if (roomId !== undefined) return roomId
      await prepare(signal)
      const isRoom = ({ name, owner_id: owner }: Thread): boolean => name === room.name && owner === botId()
      const found = (await active(signal)).find(isRoom) ?? (await asleep(signal)).find(isRoom)
      roomId = found?.id ?? (await withRoom(() => create(room.name, literal(room.words), undefined, signal), signal))
      return roomId
    },
    /** It was deleted: the next word makes another. */
    roomIsGone(): void {
      roomId = undefined
    },
  }
}
