// Interactions as people cause them: a command with its options, a press, a choice, a modal that is filled in.
import { randomBytes } from 'node:crypto'
import type { Upload } from './body.ts'
import { attachmentWire } from './cdn.ts'
import type { Channel } from './channel.ts'
import type { Command, Option } from './command.ts'
import type { User } from './guild.ts'
import { Interaction, KIND } from './interaction.ts'
import type { Message } from './message.ts'
import { attach, FILE_BYTES } from './message-body.ts'
import { messageWire } from './message-wire.ts'
import { type Field, fieldsOf, type Modal } from './modal.ts'
import { bits, guildRights, may, rightsIn } from './permissions.ts'
import type { World } from './world.ts'

type Act = {
  readonly by: User
  readonly channel: Channel
  readonly type: number
  readonly data: object
  readonly locale: string
  readonly message?: Message | undefined
  readonly name?: string
  readonly opener?: Interaction
}

/** Interactions reach the bot also from channels that it does not see. */
export function interact(world: World, { by, channel, type, data, locale, message, name, opener }: Act): Interaction {
  const { guild } = channel
  const member = guild?.members.get(by.id)
  const interaction = new Interaction({
    id: world.nextId(),
    token: `it-${randomBytes(24).toString('base64url')}`,
    type,
    by,
    channel,
    now: world.now,
    patienceMs: world.patienceMs,
    data,
    message,
    name,
    opener,
  })
  world.interactions.set(interaction.id, interaction)
  world.tokens.set(interaction.token, interaction)
  world.tell('INTERACTION_CREATE', 0, {
    id: interaction.id,
    application_id: world.bot.id,
    type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: { ...channel.wire, permissions: String(rightsIn(channel, by.id)) },
    locale,
    entitlements: [],
    authorizing_integration_owners: { 0: guild?.id ?? '0' },
    context: guild ? 0 : 1,
    app_permissions: String(rightsIn(channel, world.bot.id)),
    attachment_size_limit: FILE_BYTES,
    ...(guild
      ? {
          guild_id: guild.id,
          guild_locale: 'en-US',
          guild: { id: guild.id, locale: 'en-US', features: [] },
          member: { ...member?.wire(), permissions: String(rightsIn(channel, by.id)) },
        }
      : { user: by.wire }),
    ...(message ? { message: messageWire(world, message, true) } : {}),
  })
  return interaction
}

/** What is given for an option or a field: words, a number, a choice, or a file. */
export type Value = string | number | boolean | Upload

const isFile = (value: unknown): value is Upload => typeof value === 'object' && value !== null && 'bytes' in value

function uploads(world: World, files: readonly Upload[]): { ids: readonly string[]; resolved: object } {
  const kept = files.map((file) => attach(world, file))
  for (const file of kept) world.cdn.keep(world.nextId(), file)
  return {
    ids: kept.map(({ id }) => id),
    resolved: Object.fromEntries(kept.map((file) => [file.id, attachmentWire(world.cdn, file, true)])),
  }
}

type Values = { readonly [name: string]: Value }

/** Throws where the person's client would not let them send it. */
function optionsOf(world: World, known: readonly Option[], given: Values): { options: object[]; attachments: object } {
  const wrong = Object.keys(given).find((name) => !known.some((one) => one.name === name))
  if (wrong !== undefined) throw new Error(`the command has no option "${wrong}"`)
  let attachments = {}
  const options = known.flatMap(({ name, type, required, choices }): object[] => {
    const value = given[name]
    if (value === undefined) {
      if (required) throw new Error(`the option "${name}" is required`)
      return []
    }
    if (choices?.length && !choices.some((choice) => choice.value === value))
      throw new Error(`"${String(value)}" is no choice of "${name}"`)
    if (!isFile(value)) return [{ name, type, value }]
    const { ids, resolved } = uploads(world, [value])
    attachments = { ...attachments, ...resolved }
    return [{ name, type, value: ids[0] }]
  })
  return { options, attachments }
}

function commandFor(world: World, name: string, channel: Channel, by: User): { command: Command; place: string } {
  const places = channel.guild ? [channel.guild.id, ''] : ['']
  for (const place of places) {
    const command = world.commands.get(place)?.find((one) => one.type === 1 && one.name === name)
    if (!command) continue
    const context = channel.guild ? 0 : 1
    const contexts = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1])
    if (!contexts.includes(context)) throw new Error(`/${name} is not for this place`)
    const member = channel.guild?.members.get(by.id)
    const needed = BigInt(command.default_member_permissions ?? 0)
    if (channel.guild && member && (guildRights(channel.guild, member) & needed) !== needed)
      throw new Error(`${by.name} does not see /${name}: it needs permissions ${needed}`)
    return { command, place }
  }
  throw new Error(`/${name} is not registered`)
}

/** `/support`, or `/support order` for a command within. */
export function slash(
  world: World,
  by: User,
  channel: Channel,
  line: string,
  given: Values,
  locale: string,
): Interaction {
  const [name = '', ...path] = line.replace(/^\//, '').split(' ')
  const { command, place } = commandFor(world, name, channel, by)
  if (channel.guild && !may(channel, by.id, 'UseApplicationCommands'))
    throw new Error(`${by.name} may use no commands here`)
  let known = ('options' in command ? (command.options ?? []) : []) as readonly Option[]
  const within = path.map((step) => {
    const next = known.find((one) => one.name === step && one.type <= 2)
    if (!next) throw new Error(`/${name} has no "${step}"`)
    known = next.options ?? []
    return next
  })
  const read = optionsOf(world, known, given)
  const options = within.reduceRight<object[]>(
    (inner, one) => [{ name: one.name, type: one.type, options: inner }],
    read.options,
  )
  const data = {
    id: command.id,
    name,
    type: 1,
    ...(options.length > 0 ? { options } : {}),
    ...(Object.keys(read.attachments).length > 0 ? { resolved: { attachments: read.attachments } } : {}),
    ...(place ? { guild_id: place } : {}),
  }
  return interact(world, { by, channel, type: KIND.command, data, locale, name })
}

export type Filled = { readonly [customId: string]: string | readonly string[] | readonly Upload[] | undefined }

const lengthOf = (value: Filled[string]): number => value?.length ?? 0

/** Throws where the person's client would not submit it. */
function checkField({ type, custom_id, required = true, ...more }: Field, value: Filled[string]): void {
  const empty = lengthOf(value) === 0
  if (empty && required) throw new Error(`"${custom_id}" must be filled in`)
  if (empty) return
  const [least, most] =
    type === 4 ? [more.min_length ?? 0, more.max_length ?? 4000] : [more.min_values ?? 1, more.max_values ?? 1]
  const size = type === 21 ? 1 : lengthOf(value)
  if (size < least || size > most) throw new Error(`"${custom_id}" takes ${least} to ${most}, not ${size}`)
  if (!more.options) return
  const chosen = [value as string | readonly string[]].flat()
  const odd = chosen.find((one) => !more.options?.some((option) => option.value === one))
  if (odd !== undefined) throw new Error(`"${odd}" is no choice of "${custom_id}"`)
}

export function submit(
  world: World,
  by: User,
  opened: Interaction & { modal: Modal },
  filled: Filled,
  locale: string,
): Interaction {
  const { modal, channel, message } = opened
  const fields = fieldsOf(modal)
  const wrong = Object.keys(filled).find((id) => !fields.some(({ field }) => field.custom_id === id))
  if (wrong !== undefined) throw new Error(`the modal has no field "${wrong}"`)
  let attachments = {}
  const components = fields.map(({ field, within }, index) => {
    const { type, custom_id } = field
    const value = filled[custom_id] ?? (type === 4 ? field.value : undefined)
    checkField(field, value)
    const base = { type, id: 2 * index + 2, custom_id }
    const outer = { type: within, id: 2 * index + 1 }
    if (type === 4 || type === 21) {
      const text = { ...base, value: value ?? (type === 4 ? '' : null) }
      return within === 18 ? { ...outer, component: text } : { ...outer, components: [text] }
    }
    if (type !== 19) return { ...outer, component: { ...base, values: value ?? [] } }
    const { ids, resolved } = uploads(world, (value ?? []) as readonly Upload[])
    attachments = { ...attachments, ...resolved }
    return { ...outer, component: { ...base, values: ids } }
  })
  const data = {
    custom_id: modal.custom_id,
    components,
    ...(Object.keys(attachments).length > 0 ? { resolved: { attachments } } : {}),
  }
  const done = interact(world, { by, channel, type: KIND.modal, data, locale, message, opener: opened })
  Object.assign(opened, { modal: undefined })
  return done
}

export const manages = (world: World, userId: string): boolean => {
  const member = world.guild.members.get(userId)
  return member !== undefined && (guildRights(world.guild, member) & bits(['ManageThreads'])) !== 0n
}
