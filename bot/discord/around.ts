// What the inbound side knows of its surroundings: the bot, the guild, whose channel is whose, and who is staff.
import type { Member } from '../../core/desk/staff/work.ts'
import type { Language } from '../../core/domain/desk.ts'

export type Around = {
  readonly botId: () => string
  readonly guildId: string
  readonly staffChannelId: string
  /** Words of others come with messages of the guild; without that, only where the bot is meant. */
  readonly readsGuild: () => boolean
  /** A post of the staff's forum. */
  readonly isPost: (channel: string) => boolean
  /** Whose private thread or direct messages a channel is. */
  readonly userOf: (channel: string) => string | undefined
  /** Undefined for somebody who is not staff; `roles` where the event tells them. */
  readonly member: (user: string, roles: readonly string[] | undefined) => Member | undefined
  /** Of their app, where we ever heard it. */
  readonly langOf: (user: string) => Language | undefined
}

/** Discord's tags of languages are those of its app. */
export const languageOf = (locale: string | undefined): Language | undefined =>
  locale === undefined ? undefined : locale.startsWith('zh') ? 'zh' : 'en'
