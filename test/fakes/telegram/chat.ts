// One chat: who is in it with which rights, its topics, and its messages under ids that rise within the chat.
import type { Post } from './post.ts'
import type { Topic } from './topic.ts'
import type { WireChat, WireUser } from './wire.ts'

export type Standing = 'creator' | 'administrator' | 'member' | 'left' | 'kicked'

export const RIGHTS = [
  'can_manage_chat',
  'can_delete_messages',
  'can_manage_video_chats',
  'can_restrict_members',
  'can_promote_members',
  'can_change_info',
  'can_invite_users',
  'can_post_stories',
  'can_edit_stories',
  'can_delete_stories',
  'can_pin_messages',
  'can_manage_topics',
] as const
export type Right = (typeof RIGHTS)[number]

export type Member = {
  readonly user: WireUser
  readonly standing: Standing
  readonly rights: readonly Right[]
  readonly anonymous: boolean
}

export class Chat {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup'
  readonly forum: boolean
  readonly title: string | undefined
  /** The other side of a private chat. */
  readonly user: WireUser | undefined
  readonly members = new Map<number, Member>()
  readonly topics = new Map<number, Topic>()
  readonly posts = new Map<number, Post>()
  /** Since then the chat lives on under this id. */
  movedTo: number | undefined
  #lastMessageId = 0

  constructor(
    id: number,
    type: Chat['type'],
    more: { title?: string | undefined; forum?: boolean | undefined; user?: WireUser | undefined },
  ) {
    this.id = id
    this.type = type
    this.title = more.title
    this.forum = more.forum ?? false
    this.user = more.user
  }

  nextMessageId(): number {
    this.#lastMessageId += 1
    return this.#lastMessageId
  }

  skipMessageIds(count: number): void {
    this.#lastMessageId += count
  }

  member(id: number): Member | undefined {
    return this.members.get(id)
  }

  has(id: number): boolean {
    const standing = this.members.get(id)?.standing
    return standing !== undefined && standing !== 'left' && standing !== 'kicked'
  }

  isAdmin(id: number): boolean {
    const standing = this.members.get(id)?.standing
    return standing === 'creator' || standing === 'administrator'
  }

  may(id: number, right: Right): boolean {
    const member = this.members.get(id)
    return member?.standing === 'creator' || (this.isAdmin(id) && (member?.rights.includes(right) ?? false))
  }

  get wire(): WireChat {
    return this.user
      ? {
          id: this.id,
          type: 'private',
          first_name: this.user.first_name,
          last_name: this.user.last_name,
          username: this.user.username,
        }
      : { id: this.id, type: this.type, title: this.title, is_forum: this.forum ? true : undefined }
  }
}

/** A member as the Bot API writes it. */
export const wireMember = ({ user, standing, rights, anonymous }: Member): object => ({
  user,
  status: standing,
  ...(standing === 'creator' ? { is_anonymous: anonymous } : {}),
  ...(standing === 'kicked' ? { until_date: 0 } : {}),
  ...(standing === 'administrator'
    ? {
        can_be_edited: false,
        is_anonymous: anonymous,
        ...Object.fromEntries(RIGHTS.map((right) => [right, rights.includes(right)])),
      }
    : {}),
})
