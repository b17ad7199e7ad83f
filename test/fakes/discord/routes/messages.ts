// Messages of a channel: sent, read page by page, edited, deleted, pinned; and the sign that somebody types.
import { z } from 'zod'
import { type Channel, FORUM } from '../channel.ts'
import type { Message } from '../message.ts'
import { changeOf, created, draftOf, said } from '../message-body.ts'
import { messageWire } from '../message-wire.ts'
import { may } from '../permissions.ts'
import { change, type Draft, post, remove, removeMany } from '../posting.ts'
import { badForm, refuse } from '../refusal.ts'
import { route } from '../route.ts'
import { snowflake } from '../shape.ts'
import { byAge, timeOf } from '../snowflake.ts'
import { mayWrite } from '../thread.ts'
import type { World } from '../world.ts'

const reference = z.strictObject({
  type: z.literal(0).optional(),
  message_id: snowflake,
  channel_id: snowflake.optional(),
  guild_id: snowflake.optional(),
  fail_if_not_exists: z.boolean().optional(),
})

const messageBody = z.strictObject({
  ...created,
  message_reference: reference.nullish(),
})

export const shown = (world: World, message: Message): object =>
  messageWire(world, message, world.grants.messageContent)

/** Whether the bot may put this into the channel now. */
export function maySend(world: World, channel: Channel, draft: Draft): void {
  if (channel.recipient?.dmsClosed) throw refuse(50007)
  if (channel.recipient && !world.guild.members.has(channel.recipient.id)) throw refuse(50278)
  if (channel.type === FORUM || channel.type === 4) throw refuse(50008)
  world.botMay(channel, channel.thread ? 'SendMessagesInThreads' : 'SendMessages')
  if (draft.embeds?.length) world.botMay(channel, 'EmbedLinks')
  if (draft.files?.length) world.botMay(channel, 'AttachFiles')
  mayWrite(channel, world.bot.id)
}

/** A reply to a message that is gone is refused unless the bot says that it does not mind. */
function answered(world: World, channel: Channel, given: z.output<typeof reference>): Message['reference'] {
  if (!may(channel, world.bot.id, 'ReadMessageHistory')) throw refuse(160002)
  const message = channel.messages.get(given.message_id)
  if (message && !message.onlyFor) return { channelId: channel.id, messageId: message.id, message }
  if (given.fail_if_not_exists === false && !world.quirks.alwaysMindsGone) return undefined
  if (world.quirks.goneReference === '10008') throw refuse(10008)
  // Known to the bot's author by his own world only: no fault of the request's shape.
  throw badForm(['message_reference'], 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message')
}

const inChannel = (world: World, channelId: string): Channel => {
  const channel = world.channel(channelId)
  if (channel.type === FORUM) throw refuse(50024)
  return channel
}

const page = {
  limit: z.coerce.number().int().min(1).max(100).optional(),
  before: snowflake.optional(),
  after: snowflake.optional(),
  around: snowflake.optional(),
}

/** Newest first, as all pages are; `after` begins at the oldest that follows. */
function paged(
  all: readonly Message[],
  {
    limit = 50,
    before,
    after,
    around,
  }: {
    limit?: number | undefined
    before?: string | undefined
    after?: string | undefined
    around?: string | undefined
  },
): readonly Message[] {
  if (after !== undefined)
    return all
      .filter(({ id }) => byAge(id, after) > 0)
      .slice(0, limit)
      .reverse()
  if (before !== undefined)
    return all
      .filter(({ id }) => byAge(id, before) < 0)
      .slice(-limit)
      .reverse()
  if (around === undefined) return all.slice(-limit).reverse()
  const at = all.findIndex(({ id }) => byAge(id, around) >= 0)
  const from = Math.max(0, (at < 0 ? all.length : at) - Math.floor(limit / 2))
  return all.slice(from, from + limit).reverse()
}

const PINS = 50

function pin(world: World, channelId: string, messageId: string, on: boolean): undefined {
  const channel = world.channel(channelId)
  const message = world.message(channel, messageId)
  if (channel.archived) throw refuse(50083)
  if (channel.guild && !may(channel, world.bot.id, 'PinMessages')) throw refuse(50013)
  if (on && !message.pinned && channel.history.filter(({ pinned }) => pinned).length >= PINS) throw refuse(30003)
  message.pinned = on
  change(world, message, {}, { edited: false })
  if (on)
    post(world, channel, world.bot, { type: 6, answers: { channelId: channel.id, messageId: message.id, message } })
}

const DAYS_14_MS = 14 * 24 * 60 * 60_000

export const messageRoutes = [
  route('POST /channels/:channel/messages', {
    body: messageBody,
    run: ({ world, params, body, files }) => {
      const channel = world.channel(params.channel)
      const { nonce, message_reference, enforce_nonce, ...rest } = body
      const known = enforce_nonce && nonce != null ? world.nonces.find(nonce) : undefined
      if (known) return shown(world, known)
      const draft = { ...draftOf(world, rest, files), nonce: nonce ?? undefined }
      maySend(world, channel, draft)
      const answers = message_reference ? answered(world, channel, message_reference) : undefined
      const message = post(world, channel, world.bot, { ...draft, answers })
      if (nonce != null) world.nonces.keep(nonce, message)
      return shown(world, message)
    },
  }),
  route('GET /channels/:channel/messages', {
    query: page,
    run: ({ world, params, query }) => {
      const channel = inChannel(world, params.channel)
      if (channel.guild && !may(channel, world.bot.id, 'ReadMessageHistory')) return []
      return paged(channel.history, query).map((message) => shown(world, message))
    },
  }),
  route('GET /channels/:channel/messages/:message', {
    run: ({ world, params }) => {
      const channel = inChannel(world, params.channel)
      world.botMay(channel, 'ReadMessageHistory')
      return shown(world, world.message(channel, params.message))
    },
  }),
  route('PATCH /channels/:channel/messages/:message', {
    body: z.strictObject(said),
    run: ({ world, params, body, files }) => {
      const channel = inChannel(world, params.channel)
      const message = world.message(channel, params.message)
      if (message.author !== world.bot) throw refuse(50005)
      if (channel.archived) throw refuse(50083)
      return shown(world, change(world, message, changeOf(world, message, body, files)))
    },
  }),
  route('DELETE /channels/:channel/messages/:message', {
    run: ({ world, params }) => {
      const channel = inChannel(world, params.channel)
      const message = world.message(channel, params.message)
      if (message.author !== world.bot) world.botMay(channel, 'ManageMessages')
      if (channel.archived) throw refuse(50083)
      remove(world, message)
      return undefined
    },
  }),
  route('POST /channels/:channel/messages/bulk-delete', {
    body: z.strictObject({ messages: z.array(snowflake).min(2).max(100) }),
    run: ({ world, params, body }) => {
      const channel = inChannel(world, params.channel)
      world.botMay(channel, 'ManageMessages')
      if (body.messages.some((id) => timeOf(id) < world.now() - DAYS_14_MS)) throw refuse(50034)
      removeMany(
        world,
        channel,
        body.messages.flatMap((id) => channel.messages.get(id) ?? []),
      )
      return undefined
    },
  }),
  route('POST /channels/:channel/typing', {
    run: ({ world, params }) => {
      const channel = inChannel(world, params.channel)
      world.botMay(channel, channel.thread ? 'SendMessagesInThreads' : 'SendMessages')
      return undefined
    },
  }),
  route('GET /channels/:channel/messages/pins', {
    query: { limit: z.coerce.number().int().min(1).max(50).optional(), before: z.string().optional() },
    run: ({ world, params }) => {
      const pinned = inChannel(world, params.channel).history.filter((message) => message.pinned)
      return {
        items: pinned.reverse().map((message) => ({ pinned_at: message.createdAt, message: shown(world, message) })),
        has_more: false,
      }
    },
  }),
  ...(['/channels/:channel/messages/pins/:message', '/channels/:channel/pins/:message'] as const).flatMap((path) => [
    route(`PUT ${path}`, { run: ({ world, params }) => pin(world, params.channel, params.message, true) }),
    route(`DELETE ${path}`, { run: ({ world, params }) => pin(world, params.channel, params.message, false) }),
  ]),
]
