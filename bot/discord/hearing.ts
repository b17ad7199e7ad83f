// Events as they come from the gateway: who is where is kept true, what was missed goes first, the rest goes to the desk.
import type { APIThreadChannel } from 'discord.js'
import type { Log } from '../../core/redaction/log.ts'
import type { Around } from './around.ts'
import type { Colleagues } from './colleague.ts'
import type { Gaps } from './gap.ts'
import { hear } from './inbound.ts'
import type { Intake } from './intake.ts'
import { readInteraction } from './interaction.ts'
import type { Packet, Told } from './packet.ts'
import type { Places } from './places.ts'
import type { Reception } from './reception.ts'
import type { Turns } from './turn.ts'
import type { Whispers } from './whisper.ts'

export type HearingOptions = {
  readonly around: Around
  readonly places: Places
  readonly gaps: Gaps
  readonly intake: Intake
  readonly reception: Reception
  readonly whispers: Whispers
  readonly colleagues: Colleagues
  /** Makes sure that we know whether somebody is staff. */
  readonly learn: (user: string) => Promise<void>
  readonly turns: Turns
  readonly log: Log
}

/** Posts of the staff's forum as the gateway tells them. */
export class Posts {
  readonly #forum: string
  readonly #open = new Set<string>()
  #told = Promise.withResolvers<void>()

  constructor(forum: string) {
    this.#forum = forum
  }

  /** A session begins: the guild is told anew. */
  begin(): void {
    this.#told = Promise.withResolvers<void>()
  }

  /** The guild was told. */
  get told(): Promise<void> {
    return this.#told.promise
  }

  areTold(): void {
    this.#told.resolve()
  }

  has(channel: string): boolean {
    return this.#open.has(channel)
  }

  all(): readonly string[] {
    return [...this.#open]
  }

  add(...threads: readonly Pick<APIThreadChannel, 'id' | 'parent_id'>[]): void {
    for (const { id, parent_id: parent } of threads) if (parent === this.#forum) this.#open.add(id)
  }

  remove(channel: string): void {
    this.#open.delete(channel)
  }
}

export type Hearing = {
  take(packet: Packet, name: string): void
  /** One message that was missed. */
  missed(message: Told): Promise<void>
  /** One that was heard before and reads otherwise now. */
  missedEdit(message: Told): Promise<void>
  /** Resolves when everything heard so far is committed. */
  idle(): Promise<void>
}

export function makeHearing(options: HearingOptions, posts: Posts): Hearing {
  const { around, places, gaps, intake, reception, whispers, learn, turns, log } = options
  const working = new Set<Promise<void>>()

  const failed = (error: unknown): void =>
    log.error('an event could not be kept; it is read again at the next gap', {
      error: error instanceof Error ? error : null,
    })

  function run(work: Promise<void>): void {
    const mine = work.catch(failed).finally(() => working.delete(mine))
    working.add(mine)
  }

  /** Where somebody writes is where they are answered. */
  function settle(message: Told): void {
    const { channel_id: channel, author } = message
    if (author.bot || message.webhook_id !== undefined) return
    const isDirect = message.guild_id === undefined
    if (!isDirect && places.userOf(channel) !== author.id) return
    whispers.drop(author.id)
    const change = isDirect ? ({ direct: channel, last: 'direct' } as const) : ({ last: 'thread' } as const)
    places.settle(author.id, change).catch(failed)
  }

  /** The commits are asked for at once, in the order of what was said, and ride in one. */
  async function message(told: Told): Promise<void> {
    const { id, channel_id: channel } = told
    settle(told)
    gaps.begin(channel, id)
    if (around.isPost(channel) && told.member === undefined && !told.author.bot) await learn(told.author.id)
    await Promise.all(hear(around, { t: 'MESSAGE_CREATE', d: told } as Packet, '').map((heard) => intake.take(heard)))
    gaps.done(channel, id)
  }

  async function others(packet: Packet, name: string): Promise<void> {
    if (packet.t === 'MESSAGE_REACTION_REMOVE' && around.isPost(packet.d.channel_id)) await learn(packet.d.user_id)
    await Promise.all(hear(around, packet, name).map((heard) => intake.take(heard)))
  }

  function said(packet: Packet & { readonly d: { readonly channel_id: string } }, name: string): void {
    const again = (): void => said(packet, name)
    if (gaps.holds(packet.d.channel_id, again)) return
    run(packet.t === 'MESSAGE_CREATE' ? message(packet.d) : others(packet, name))
  }

  return {
    take: (packet, name) => {
      switch (packet.t) {
        case 'INTERACTION_CREATE': {
          const asked = readInteraction(around, packet.d)
          if (asked) run(reception.receive(asked))
          return
        }
        case 'MESSAGE_CREATE':
        case 'MESSAGE_UPDATE':
        case 'MESSAGE_DELETE':
        case 'MESSAGE_DELETE_BULK':
        case 'MESSAGE_REACTION_ADD':
        case 'MESSAGE_REACTION_REMOVE':
          return said(packet, name)
        case 'GUILD_CREATE':
          if (packet.d.id !== around.guildId) return
          posts.add(...(packet.d.threads ?? []))
          return posts.areTold()
        case 'THREAD_LIST_SYNC':
          return posts.add(...(packet.d.threads as readonly APIThreadChannel[]))
        case 'THREAD_CREATE':
          return posts.add(packet.d)
        case 'THREAD_UPDATE': {
          const wasOpen = posts.has(packet.d.id)
          posts.add(packet.d)
          if (posts.has(packet.d.id)) run(turns.take(packet.d, wasOpen))
          return
        }
        case 'THREAD_DELETE':
        case 'CHANNEL_DELETE':
          posts.remove(packet.d.id)
          return run(places.forget(packet.d.id))
        default:
          return
      }
    },
    missed: message,
    missedEdit: async (told) => {
      if (around.isPost(told.channel_id)) await learn(told.author.id)
      await others({ t: 'MESSAGE_UPDATE', d: told } as Packet, '')
    },
    idle: async () => {
      while (working.size > 0) await Promise.allSettled(working)
    },
  }
}
