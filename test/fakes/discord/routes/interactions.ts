// How the bot answers an interaction: once within three seconds, then through its token for a quarter of an hour.
import { z } from 'zod'
import type { Upload } from '../body.ts'
import { type Interaction, KIND } from '../interaction.ts'
import { COMPONENTS_V2, EPHEMERAL, LOADING, type Message } from '../message.ts'
import { changeOf, created, draftOf, type Said, said } from '../message-body.ts'
import { checkModal, modalShape } from '../modal.ts'
import { change, type Draft, post, remove } from '../posting.ts'
import { badForm, refuse } from '../refusal.ts'
import { route } from '../route.ts'
import { held } from '../shape.ts'
import type { World } from '../world.ts'
import { shown } from './messages.ts'

type Files = ReadonlyMap<string, Upload>

const callback = z.strictObject({ type: z.int(), data: z.unknown().optional() })
const reply = z.strictObject(created)
const deferred = z.strictObject({ flags: z.int().optional() })

/** A message that only the token's holder may change, seen by one person alone where it is ephemeral. */
function say(world: World, interaction: Interaction, draft: Draft): Message {
  const ephemeral = ((draft.flags ?? 0) & EPHEMERAL) !== 0
  const { type, by, mark } = interaction
  return post(world, interaction.channel, world.bot, {
    ...draft,
    type: type === KIND.command ? 20 : 0,
    onlyFor: ephemeral ? by : undefined,
    interaction: mark,
  })
}

type Answer = { readonly as: Parameters<Interaction['acknowledge']>[0]; readonly act: () => Message | undefined }

const needsMessage = (interaction: Interaction): Message => {
  if (!interaction.message) throw badForm(['type'], 'INTERACTION_TYPE_INVALID', 'There is no message to update.')
  return interaction.message
}

/** What each type of answer does; its shape is held first, so that a wrong one leaves the interaction open. */
const answers: {
  readonly [type: number]: (world: World, interaction: Interaction, data: unknown, files: Files) => Answer
} = {
  4: (world, interaction, data, files) => {
    const draft = draftOf(world, held(reply, data, ['data']), files, { ephemeral: true })
    return { as: 'reply', act: () => say(world, interaction, draft) }
  },
  5: (world, interaction, data) => {
    const { flags = 0 } = held(deferred, data ?? {}, ['data'])
    return { as: 'defer', act: () => say(world, interaction, { flags: (flags & EPHEMERAL) | LOADING }) }
  },
  6: (_, interaction) => {
    const message = needsMessage(interaction)
    return { as: 'defer-update', act: () => message }
  },
  7: (world, interaction, data, files) => {
    const message = needsMessage(interaction)
    const given = changeOf(world, message, held(z.strictObject(said), data ?? {}, ['data']), files)
    return { as: 'update', act: () => change(world, message, given) }
  },
  9: (_, interaction, data) => {
    if (interaction.type === KIND.modal)
      throw badForm(['type'], 'INTERACTION_TYPE_INVALID', 'A modal cannot answer a modal.')
    const modal = held(modalShape, data, ['data'])
    checkModal(modal)
    return {
      as: 'modal',
      act: () => {
        interaction.modal = modal
        return undefined
      },
    }
  },
}

const byToken = (world: World, token: string): Interaction => {
  const interaction = world.tokens.get(token)
  if (!interaction) throw refuse(50027)
  interaction.alive()
  return interaction
}

function target(world: World, token: string, id: string): { interaction: Interaction; message: Message } {
  const interaction = byToken(world, token)
  const { response, followUps } = interaction
  const message = id === '@original' ? response : [response, ...followUps].find((one) => one?.id === id)
  if (!message || message.deleted) throw refuse(10008)
  return { interaction, message }
}

/** The first words of a deferred answer take the place of "thinking"; whether it is ephemeral was said then. */
function fill(world: World, message: Message, given: Said, files: Files): Message {
  const loading = (message.flags & LOADING) !== 0
  const found = changeOf(world, message, given, files)
  const flags = (message.flags & EPHEMERAL) | ((given.flags ?? message.flags) & COMPONENTS_V2)
  message.flags &= ~LOADING
  return change(world, message, { ...found, flags }, { edited: !loading })
}

export const interactionRoutes = [
  route('POST /interactions/:interaction/:token/callback', {
    by: 'token',
    query: { with_response: z.string().optional() },
    body: callback,
    run: ({ world, params, query, body, files }) => {
      const interaction = world.interactions.get(params.interaction)
      if (!interaction || interaction.token !== params.token) throw refuse(10062)
      const make = answers[body.type]
      if (!make) throw badForm(['type'], 'BASE_TYPE_CHOICES', 'Value must be one of (4, 5, 6, 7, 9).')
      const { as, act } = make(world, interaction, body.data, files)
      interaction.acknowledge(as)
      interaction.response = act()
      if (query.with_response !== 'true') return undefined
      const { id, type, response } = interaction
      return {
        interaction: {
          id,
          type,
          ...(response
            ? {
                response_message_id: response.id,
                response_message_loading: (response.flags & LOADING) !== 0,
                response_message_ephemeral: response.onlyFor !== undefined,
              }
            : {}),
        },
        resource: { type: body.type, ...(response ? { message: shown(world, response) } : {}) },
      }
    },
  }),
  route('POST /webhooks/:application/:token', {
    by: 'token',
    query: { wait: z.string().optional(), with_components: z.string().optional(), thread_id: z.string().optional() },
    body: reply,
    run: ({ world, params, body, files }) => {
      const interaction = byToken(world, params.token)
      const { response } = interaction
      if (interaction.acked === 'defer' && response && !response.deleted && response.flags & LOADING)
        return shown(world, fill(world, response, { ...body, flags: (body.flags ?? 0) & COMPONENTS_V2 }, files))
      const message = say(world, interaction, draftOf(world, body, files, { ephemeral: true }))
      interaction.followUps.push(message)
      return shown(world, message)
    },
  }),
  route('GET /webhooks/:application/:token/messages/:message', {
    by: 'token',
    query: { thread_id: z.string().optional() },
    run: ({ world, params }) => shown(world, target(world, params.token, params.message).message),
  }),
  route('PATCH /webhooks/:application/:token/messages/:message', {
    by: 'token',
    query: { with_components: z.string().optional(), thread_id: z.string().optional() },
    body: z.strictObject(said),
    run: ({ world, params, body, files }) => {
      const { message } = target(world, params.token, params.message)
      return shown(world, fill(world, message, body, files))
    },
  }),
  route('DELETE /webhooks/:application/:token/messages/:message', {
    by: 'token',
    query: { thread_id: z.string().optional() },
    run: ({ world, params }) => {
      const { message } = target(world, params.token, params.message)
      remove(world, message)
      return undefined
    },
  }),
]
