// A guild with its roles and members, and the people of Discord, as they stand on the wire.
import type { Channel } from './channel.ts'

export class User {
  readonly id: string
  readonly name: string
  readonly bot: boolean
  locale: string
  /** Takes no direct messages. */
  dmsClosed = false

  constructor(id: string, name: string, { bot = false, locale = 'en-US' }: { bot?: boolean; locale?: string } = {}) {
    this.id = id
    this.name = name
    this.bot = bot
    this.locale = locale
  }

  get wire(): object {
    return {
      id: this.id,
      username: this.name.toLowerCase().replace(/[^a-z0-9_.]+/g, '_'),
      discriminator: '0',
      global_name: this.name,
      avatar: null,
      banner: null,
      accent_color: null,
      avatar_decoration_data: null,
      collectibles: null,
      primary_guild: null,
      public_flags: 0,
      flags: 0,
      ...(this.bot ? { bot: true } : {}),
    }
  }
}

export type Role = { readonly id: string; readonly name: string; permissions: bigint; position: number }

export const roleWire = ({ id, name, permissions, position }: Role): object => ({
  id,
  name,
  permissions: String(permissions),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  managed: false,
  mentionable: false,
  flags: 0,
})

export class Member {
  readonly user: User
  readonly roles = new Set<string>()
  readonly nick: string | null
  readonly joinedAt: string

  constructor(user: User, joinedAt: string, nick: string | null = null) {
    this.user = user
    this.joinedAt = joinedAt
    this.nick = nick
  }

  /** In a message its author stands beside, and is left out here. */
  wire({ user = true }: { user?: boolean } = {}): object {
    return {
      ...(user ? { user: this.user.wire } : {}),
      nick: this.nick,
      avatar: null,
      banner: null,
      roles: [...this.roles],
      joined_at: this.joinedAt,
      premium_since: null,
      communication_disabled_until: null,
      deaf: false,
      mute: false,
      pending: false,
      flags: 0,
    }
  }
}

export class Guild {
  readonly id: string
  readonly name: string
  readonly ownerId: string
  readonly roles = new Map<string, Role>()
  readonly members = new Map<string, Member>()
  readonly channels = new Map<string, Channel>()
  activeThreadCap = 1000

  constructor(id: string, name: string, ownerId: string) {
    this.id = id
    this.name = name
    this.ownerId = ownerId
  }

  get threads(): readonly Channel[] {
    return [...this.channels.values()].filter(({ thread }) => thread)
  }

  get activeThreads(): readonly Channel[] {
    return this.threads.filter(({ thread }) => !thread?.archived)
  }

  get wire(): object {
    return {
      id: this.id,
      name: this.name,
      owner_id: this.ownerId,
      icon: null,
      icon_hash: null,
      splash: null,
      discovery_splash: null,
      banner: null,
      description: null,
      home_header: null,
      roles: [...this.roles.values()].map(roleWire),
      emojis: [],
      stickers: [],
      features: ['COMMUNITY'],
      afk_channel_id: null,
      afk_timeout: 300,
      application_id: null,
      system_channel_id: null,
      system_channel_flags: 0,
      rules_channel_id: null,
      region: 'deprecated',
      public_updates_channel_id: null,
      safety_alerts_channel_id: null,
      widget_enabled: false,
      widget_channel_id: null,
      verification_level: 1,
      default_message_notifications: 1,
      explicit_content_filter: 0,
      mfa_level: 0,
      nsfw_level: 0,
      nsfw: false,
      premium_tier: 0,
      premium_subscription_count: 0,
      premium_progress_bar_enabled: false,
      preferred_locale: 'en-US',
      vanity_url_code: null,
      max_members: 500_000,
      max_presences: null,
      max_video_channel_users: 25,
      max_stage_video_channel_users: 50,
      incidents_data: null,
    }
  }
}
