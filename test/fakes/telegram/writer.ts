// What somebody can write to the bot: texts, media, albums, cards; in private, in a group, in a topic.
import type { Chat } from './chat.ts'
import { type MediaKind, wireMedia } from './files.ts'
import type { Doer } from './forum.ts'
import type { Group } from './group.ts'
import type { Person } from './person.ts'
import { Post } from './post.ts'
import type { Seen } from './screen.ts'
import { CAPTION, MESSAGE, styled } from './text.ts'
import { Topic } from './topic.ts'
import type { Content, Entity, WireUser } from './wire.ts'
import type { World } from './world.ts'

/** Where somebody writes: in private with the bot unless said, a group (its General), or a topic. */
export type Place = Group | Topic
/** A message, as it was written or as it is seen. */
export type Which = Post | Seen

export type How = {
  readonly in?: Place | undefined
  readonly replyTo?: Which | undefined
  readonly entities?: readonly Entity[] | undefined
  /** They forward it from this name or person. */
  readonly from?: string | WireUser | undefined
}
export type HowMedia = How & { readonly caption?: string | undefined; readonly name?: string | undefined }
export type AlbumItem = {
  readonly bytes: Uint8Array
  readonly kind?: MediaKind
  readonly caption?: string
  readonly name?: string
}

const GROUP_ANONYMOUS: WireUser = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}
const NAMES: { readonly [kind in MediaKind]: string } = {
  photo: 'photo.jpg',
  document: 'file.pdf',
  voice: 'voice.ogg',
  sticker: 'sticker.webp',
  video: 'video.mp4',
  audio: 'audio.mp3',
  animation: 'animation.mp4',
  video_note: 'note.mp4',
}

export const postOf = (which: Which): Post => (which instanceof Post ? which : which.post)

const captionOf = (caption: string | undefined): Content => {
  if (!caption) return {}
  const { text, entities } = styled({ text: caption }, CAPTION)
  return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) }
}

export class Writer {
  protected readonly world: World
  protected readonly person: Person
  protected readonly anonymous: boolean

  constructor(world: World, person: Person, anonymous = false) {
    this.world = world
    this.person = person
    this.anonymous = anonymous
  }

  get id(): number {
    return this.person.user.id
  }

  get user(): WireUser {
    return this.person.user
  }

  protected get own(): Chat {
    return this.world.privateChat(this.person)
  }

  starts(payload?: string): Post {
    return this.sends(payload === undefined ? '/start' : `/start ${payload}`)
  }

  sends(text: string, how: How = {}): Post {
    const kept = styled({ text, entities: how.entities }, MESSAGE)
    return this.#write({ text: kept.text, ...(kept.entities.length > 0 ? { entities: kept.entities } : {}) }, how)
  }

  /** Staff's way to say it: into a topic, or General of a group. */
  writes(place: Place, text: string, how: Omit<How, 'in'> = {}): Post {
    return this.sends(text, { ...how, in: place })
  }

  forwards(text: string, from: string | WireUser, how: How = {}): Post {
    return this.sends(text, { ...how, from })
  }

  sendsPhoto(bytes: Uint8Array, how: HowMedia = {}): Post {
    return this.#media('photo', bytes, how)
  }

  sendsDocument(bytes: Uint8Array, how: HowMedia = {}): Post {
    return this.#media('document', bytes, how)
  }

  sendsVoice(bytes: Uint8Array, how: HowMedia = {}): Post {
    return this.#media('voice', bytes, how)
  }

  sendsVideo(bytes: Uint8Array, how: HowMedia = {}): Post {
    return this.#media('video', bytes, how)
  }

  sendsSticker(how: How = {}): Post {
    return this.#media('sticker', new Uint8Array([0x52, 0x49, 0x46, 0x46]), how)
  }

  /** Each part is a message and an update of its own, under one `media_group_id`. */
  sendsAlbum(items: readonly AlbumItem[], how: How = {}): readonly Post[] {
    const album = this.world.nextAlbum()
    return items.map(({ bytes, kind = 'photo', caption, name }) =>
      this.#media(kind, bytes, { ...how, caption, name }, album),
    )
  }

  sendsContact(
    contact: { phone_number: string; first_name: string; last_name?: string; vcard?: string },
    how: How = {},
  ): Post {
    return this.#write({ contact }, how)
  }

  sendsLocation(latitude: number, longitude: number, how: How = {}): Post {
    return this.#write({ location: { latitude, longitude } }, how)
  }

  /** Any other kind, as it travels: `{ poll: … }`, `{ dice: … }`. */
  sendsOther(content: Content, how: How = {}): Post {
    return this.#write(content, how)
  }

  protected doer(chat: Chat): Doer {
    return this.anonymous && chat.type !== 'private' ? { user: GROUP_ANONYMOUS, as: chat.wire } : { user: this.user }
  }

  #media(kind: MediaKind, bytes: Uint8Array, how: HowMedia, album?: string): Post {
    const file = this.world.files.add(kind, how.name ?? NAMES[kind], bytes)
    return this.#write({ ...captionOf(how.caption), ...wireMedia(file) }, how, { files: [file], album })
  }

  #write(content: Content, how: How, more: Pick<Parameters<World['write']>[1], 'files' | 'album'> = {}): Post {
    const place = how.in
    const chat = place === undefined ? this.own : place.chat
    if (place === undefined && this.person.blocked) throw new Error('they blocked the bot: unblock first')
    if (place === undefined) this.person.started = true
    if (place !== undefined && !chat.has(this.id)) throw new Error('they are not in this group')
    const { user, as } = this.doer(chat)
    const { from } = how
    const origin =
      typeof from === 'string'
        ? { type: 'hidden_user', sender_user_name: from, date: this.world.nowS }
        : { type: 'user', sender_user: from, date: this.world.nowS }
    const post = this.world.write(chat, {
      ...more,
      content,
      topic: place instanceof Topic ? place.id : undefined,
      from: user,
      as,
      replyTo: how.replyTo && postOf(how.replyTo),
      more: from === undefined ? {} : { forward_origin: origin },
    })
    this.world.hear('message', post)
    return post
  }
}
