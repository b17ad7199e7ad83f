// What somebody called, pressed, picked or filled in: how it is acknowledged at once, and what the desk hears of it. Pure.
import {
  type APIApplicationCommandInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js'
import type { Incoming } from '../../core/desk/chat/incoming.ts'
import { readPressed } from '../../core/desk/outbox/address.ts'
import type { Language } from '../../core/domain/desk.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { type Around, languageOf } from './around.ts'
import { PANEL } from './commands.ts'
import { linkOf } from './file.ts'
import { readForm } from './form.ts'
import { type Heard, who } from './inbound.ts'
import { isSelect, OPEN, WRITE } from './layout.ts'
import { inPost } from './staff-inbound.ts'

/** The first answer, within three seconds and before anything is looked up. */
export type Ack =
  /** "Thinking", for their eyes only. */
  | { readonly kind: 'wait' }
  /** Nothing visible. */
  | { readonly kind: 'quiet' }
  | { readonly kind: 'write-form' }
  | { readonly kind: 'reply-form'; readonly customId: string; readonly ticketId: number }

export type Asked = {
  readonly id: string
  readonly token: string
  readonly application: string
  readonly user: string
  readonly lang: Language
  /** `open`: a channel that others read too. */
  readonly place: 'open' | 'home' | 'direct' | 'post'
  /** The text channel under which a private thread can be made, and whether they may manage the guild. */
  readonly channel: string | undefined
  readonly mayManage: boolean
  readonly ack: Ack
  /** `private-place`: they want one; `panel`: one is to stand in the channel. */
  readonly wants: 'private-place' | 'panel' | undefined
  readonly heard: readonly Heard[]
}

const eventOf = (id: string, part = 0): string => (part === 0 ? `i:${id}` : `i:${id}:${part}`)

type Base = Omit<Asked, 'ack' | 'wants' | 'heard'>
const asked = (base: Base, ack: Ack, heard: readonly Heard[] = [], wants?: Asked['wants']): Asked => ({
  ...base,
  ack,
  heard,
  wants,
})
const WAIT: Ack = { kind: 'wait' }
const QUIET: Ack = { kind: 'quiet' }

const rolesOf = ({ member }: APIInteraction): readonly string[] | undefined => member?.roles

const userHeard = (around: Around, { user, id, lang }: Base, message: Incoming['message'], part = 0): Heard => ({
  kind: 'user',
  incoming: { ...who(around, user), hint: lang, eventId: eventOf(id, part), message },
})

function staffSaid(around: Around, base: Base, interaction: APIInteraction, text: string): Heard {
  const member = around.member(base.user, rolesOf(interaction)) ?? null
  const channel = interaction.channel?.id ?? ''
  const message = { kind: 'text', raw: new Raw(text) } as const
  return { kind: 'staff', incoming: { ...inPost(around, eventOf(base.id), channel, member), unseen: true, message } }
}

const isChatInput = (
  interaction: APIApplicationCommandInteraction,
): interaction is APIChatInputApplicationCommandInteraction =>
  interaction.data.type === ApplicationCommandType.ChatInput

function onCommand(around: Around, base: Base, interaction: APIApplicationCommandInteraction): Asked {
  if (!isChatInput(interaction)) return asked(base, QUIET)
  const { name, options = [] } = interaction.data
  const [option] = options
  const words = option?.type === ApplicationCommandOptionType.String ? option.value : ''
  if (name === PANEL) return asked(base, WAIT, [], 'panel')
  const typed = words === '' ? `/${name}` : `/${name} ${words}`
  if (base.place === 'post') return asked(base, WAIT, [staffSaid(around, base, interaction, typed)])
  // "/support my payment is missing" is the sentence itself.
  const text = name === 'support' && words !== '' ? words : typed
  return asked(base, WAIT, [userHeard(around, base, { kind: 'text', raw: new Raw(text) })])
}

/** Whoever wants a private place is greeted in it. */
const greeting = (around: Around, base: Base): Heard =>
  userHeard(around, base, { kind: 'text', raw: new Raw('/start') })

const isOwn = (around: Around, { place, user }: Base, { channel }: APIInteraction): boolean =>
  place !== 'home' || around.userOf(channel?.id ?? '') === user

function onComponent(around: Around, base: Base, interaction: APIMessageComponentInteraction): Asked {
  const { data, message } = interaction
  const picked = data.component_type === ComponentType.StringSelect ? data.values[0] : undefined
  const meant = isSelect(data.custom_id) ? (picked ?? '') : data.custom_id
  if (meant === OPEN) return asked(base, WAIT, [greeting(around, base)], 'private-place')
  if (meant === WRITE) return asked(base, { kind: 'write-form' })
  const pressed = readPressed(meant)
  if (base.place === 'post') {
    if (pressed?.kind !== 'staff') return asked(base, QUIET)
    const { ticketId, verb, argument } = pressed
    if (verb === 'reply') return asked(base, { kind: 'reply-form', customId: meant, ticketId })
    const member = around.member(base.user, rolesOf(interaction)) ?? null
    const own = inPost(around, eventOf(base.id), interaction.channel.id, member)
    const deed = { kind: 'button', ticketId, verb, argument } as const
    return asked(base, QUIET, [
      { kind: 'staff', incoming: { ...own, messageId: `${interaction.channel.id}/${message.id}`, message: deed } },
    ])
  }
  // Somebody else in the thread pressed what is not theirs.
  if (!isOwn(around, base, interaction)) return asked(base, QUIET)
  const said = ((): Incoming['message'] => {
    if (pressed?.kind === 'rate') return { kind: 'rating', ticketId: pressed.ticketId, stars: pressed.stars }
    return pressed === undefined || pressed.kind === 'staff' ? { kind: 'stale' } : pressed
  })()
  return asked(base, QUIET, [userHeard(around, base, said)])
}

const PICTURES = ['image/png', 'image/jpeg', 'image/webp']

function onForm(around: Around, base: Base, interaction: APIModalSubmitInteraction): Asked {
  const { about, words, files } = readForm(interaction)
  const quiet = interaction.message ? QUIET : WAIT
  const pressed = readPressed(interaction.data.custom_id)
  if (pressed?.kind === 'staff' && base.place === 'post')
    return asked(base, QUIET, [staffSaid(around, base, interaction, `/r ${words}`)])
  if (!isOwn(around, base, interaction) || base.place === 'post') return asked(base, quiet)
  const text = [about, words].filter((part) => part.trim() !== '').join('\n')
  const album = files.length > 1 ? base.id : null
  const sent = files.map((file, part): Incoming['message'] => {
    const caption = new Raw(part === 0 ? text : '')
    const type = file.content_type?.split(';')[0]?.toLowerCase() ?? ''
    return PICTURES.includes(type)
      ? { kind: 'media', file: linkOf(file), caption, album }
      : { kind: 'unreadable', what: 'file', caption }
  })
  const said: readonly Incoming['message'][] = sent.length > 0 ? sent : [{ kind: 'text', raw: new Raw(text) }]
  const heard = said.map((message, part) => userHeard(around, base, message, part))
  return asked(base, quiet, text === '' && sent.length === 0 ? [] : heard)
}

function placeOf(around: Around, { guild_id: guild, channel }: APIInteraction): Asked['place'] {
  if (guild === undefined) return 'direct'
  if (around.isPost(channel?.id ?? '')) return 'post'
  return around.userOf(channel?.id ?? '') === undefined ? 'open' : 'home'
}

/** Undefined for what asks nothing of us. */
export function readInteraction(around: Around, interaction: APIInteraction): Asked | undefined {
  const { id, token, application_id: application, channel, member } = interaction
  const user = member?.user.id ?? interaction.user?.id
  if (user === undefined) return undefined
  const locale = 'locale' in interaction ? interaction.locale : undefined
  const permissions = BigInt(member?.permissions ?? '0')
  const manage = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator
  const parent = channel && 'parent_id' in channel && isThread(channel.type) ? channel.parent_id : channel?.id
  const base: Base = {
    id,
    token,
    application,
    user,
    lang: languageOf(locale) ?? 'zh',
    place: placeOf(around, interaction),
    channel: interaction.guild_id === undefined ? undefined : (parent ?? undefined),
    mayManage: (permissions & manage) !== 0n,
  }
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return onCommand(around, base, interaction)
    case InteractionType.MessageComponent:
      return onComponent(around, base, interaction)
    case InteractionType.ModalSubmit:
      return onForm(around, base, interaction)
    default:
      return undefined
  }
}

/** Public and private threads, and those of announcements. */
const isThread = (type: number | undefined): boolean => type === 10 || type === 11 || type === 12
