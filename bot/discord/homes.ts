// Making sure that a person can be reached: their private thread in the guild, or their direct messages.
import {
  type APIChannel,
  type APIThreadChannel,
  ChannelType,
  type RESTGetAPIGuildThreadsResult,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js'
import type { Redacted } from '../../core/redaction/redacted.ts'
import type { Client } from './api.ts'
import { codeOf, failureOf } from './failure.ts'
import type { Places } from './places.ts'

export type Way = 'thread' | 'direct'

export type HomesOptions = {
  readonly client: Client
  readonly guildId: string
  readonly botId: () => string
  readonly places: Places
  /** Under which private threads are made; undefined while nobody called the bot in a channel. */
  readonly parent: () => string | undefined
  /** `Support · 1a2b3c`: the same for the same person, so that a thread is found again, and telling nothing of them. */
  readonly nameOf: (user: string) => Redacted
}

export type Homes = ReturnType<typeof makeHomes>

/** They are not in the guild, or we may not make it there: then it is simply no way. */
const NO_WAY = [10_003, 10_004, 10_007, 10_013, 50_001, 50_007, 50_013, 50_024, 50_278, 160_006]

export function makeHomes({ client, guildId, botId, places, parent, nameOf }: HomesOptions) {
  const { rest } = client
  const making = new Map<string, Promise<string | undefined>>()

  /** A thread that was made just before we died: made again, nobody would know the first one. */
  async function existing(name: string, under: string, signal: AbortSignal): Promise<string | undefined> {
    const active = (await rest.get(Routes.guildActiveThreads(guildId), { signal })) as RESTGetAPIGuildThreadsResult
    const threads = active.threads as readonly APIThreadChannel[]
    return threads.find((one) => one.parent_id === under && one.owner_id === botId() && one.name === name)?.id
  }

  async function makeThread(user: string, signal: AbortSignal): Promise<string | undefined> {
    const under = parent()
    if (under === undefined) return undefined
    const name = nameOf(user)
    const found = await existing(name, under, signal)
    const body = {
      name,
      type: ChannelType.PrivateThread,
      invitable: false,
      auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
    }
    const id = found ?? ((await rest.post(Routes.threads(under), { body, signal })) as APIChannel).id
    try {
      await rest.put(Routes.threadMembers(id, user), { signal })
    } catch (error) {
      // Nobody is in it: it must not stay there.
      if (found === undefined && codeOf(error) !== undefined)
        await rest.delete(Routes.channel(id), { signal }).catch(() => undefined)
      throw error
    }
    await places.settle(user, { thread: id })
    return id
  }

  async function makeDirect(user: string, signal: AbortSignal): Promise<string> {
    const body = { recipient_id: user }
    const { id } = (await rest.post(Routes.userChannels(), { body, signal })) as APIChannel
    await places.settle(user, { direct: id })
    return id
  }

  /** Two that want the same place make it once. */
  const once = (key: string, make: () => Promise<string | undefined>): Promise<string | undefined> => {
    const known = making.get(key) ?? make().finally(() => making.delete(key))
    making.set(key, known)
    return known
  }

  return {
    /** Best first: where they spoke last; else the thread, which needs nobody's settings. */
    ways(user: string): readonly Way[] {
      const { last, direct, thread } = places.home(user)
      const directFirst = last === 'direct' || (thread === undefined && parent() === undefined && direct !== undefined)
      return directFirst ? ['direct', 'thread'] : ['thread', 'direct']
    },

    /** The channel, made where there is none yet; undefined where this is no way. Throws what may pass. */
    async reach(user: string, way: Way, signal: AbortSignal): Promise<string | undefined> {
      const known = places.home(user)[way]
      if (known !== undefined) return known
      try {
        return await once(`${way}:${user}`, () =>
          way === 'thread' ? makeThread(user, signal) : makeDirect(user, signal),
        )
      } catch (error) {
        const code = codeOf(error)
        if (code !== undefined && NO_WAY.includes(code)) return undefined
        throw error
      }
    },

    /** It is gone, or closed to us. */
    leave: (user: string, way: Way): Promise<void> => places.settle(user, { [way]: undefined }),

    /** Somebody archived or locked it. */
    async wake(channel: string, signal: AbortSignal): Promise<boolean> {
      try {
        await rest.patch(Routes.channel(channel), { body: { archived: false, locked: false }, signal })
        return true
      } catch (error) {
        if (failureOf(error).kind === 'unclear') throw error
        return false
      }
    },
  }
}
