// Methods that send something new: text, media, albums, contacts, places.
import { z } from 'zod'
import {
  aboveMedia,
  captioned,
  entities,
  file,
  place,
  preview,
  quiet,
  replyParameters,
  sending,
  size,
  spoiler,
} from '../fields.ts'
import { type MediaKind, wireMedia } from '../files.ts'
import { type Around, type Methods, method } from '../method.ts'
import { breach } from '../refusal.ts'
import { type Captioned, captionOf, type Part, type Sending, send, sendOne } from '../send.ts'
import { MESSAGE, styled } from '../text.ts'

type More = { readonly duration?: number | undefined; readonly emoji?: string | undefined }

function partOf(kind: MediaKind, named: string, given: Captioned & More, { world, uploads }: Around): Part {
  const stored = world.files.named(kind, named, uploads)
  const more = { duration: given.duration ?? 1, emoji: given.emoji }
  return { content: { ...captionOf(given), ...wireMedia(stored, more) }, files: [stored] }
}

const one = (kind: MediaKind, named: string, given: Sending & Captioned & More, around: Around): object =>
  sendOne(around.world, given, partOf(kind, named, given, around))

const inAlbum = { ...captioned, media: z.string() }
const photo = z.strictObject({ type: z.literal('photo'), ...inAlbum, ...aboveMedia, ...spoiler })
const document = z.strictObject({
  type: z.literal('document'),
  ...inAlbum,
  thumbnail: z.string().optional(),
  disable_content_type_detection: z.boolean().optional(),
})
const video = z.strictObject({
  type: z.literal('video'),
  ...inAlbum,
  ...aboveMedia,
  ...spoiler,
  ...size,
  thumbnail: z.string().optional(),
  supports_streaming: z.boolean().optional(),
})
const audio = z.strictObject({
  type: z.literal('audio'),
  ...inAlbum,
  duration: z.int().optional(),
  performer: z.string().optional(),
  title: z.string().optional(),
})
const animation = z.strictObject({ type: z.literal('animation'), ...inAlbum, ...aboveMedia, ...spoiler, ...size })
const albumItem = z.discriminatedUnion('type', [photo, document, video, audio])
export const inputMedia = z.discriminatedUnion('type', [photo, document, video, audio, animation])

/** Documents stand with documents, audio with audio; photos and videos mix. */
const familyOf = (type: string): string => (type === 'photo' || type === 'video' ? 'seen' : type)

export const mediaPart = (given: z.output<typeof inputMedia>, around: Around): Part =>
  partOf(given.type, given.media, given, around)

export const sendingMethods: Methods = {
  sendMessage: method(
    { ...sending, text: z.string(), parse_mode: z.string().optional(), entities, link_preview_options: preview },
    (given, { world }) => {
      const kept = styled({ text: given.text, mode: given.parse_mode, entities: given.entities }, MESSAGE)
      const content = { text: kept.text, ...(kept.entities.length > 0 ? { entities: kept.entities } : {}) }
      return sendOne(world, given, { content })
    },
  ),
  sendPhoto: method({ ...sending, ...captioned, ...aboveMedia, ...spoiler, photo: file }, (given, around) =>
    one('photo', given.photo, given, around),
  ),
  sendDocument: method(
    {
      ...sending,
      ...captioned,
      document: file,
      thumbnail: file.optional(),
      disable_content_type_detection: z.boolean().optional(),
    },
    (given, around) => one('document', given.document, given, around),
  ),
  sendVoice: method({ ...sending, ...captioned, voice: file, duration: z.int().optional() }, (given, around) =>
    one('voice', given.voice, given, around),
  ),
  sendVideo: method(
    {
      ...sending,
      ...captioned,
      ...aboveMedia,
      ...spoiler,
      ...size,
      video: file,
      thumbnail: file.optional(),
      supports_streaming: z.boolean().optional(),
    },
    (given, around) => one('video', given.video, given, around),
  ),
  sendAudio: method(
    {
      ...sending,
      ...captioned,
      audio: file,
      thumbnail: file.optional(),
      duration: z.int().optional(),
      performer: z.string().optional(),
      title: z.string().optional(),
    },
    (given, around) => one('audio', given.audio, given, around),
  ),
  sendAnimation: method(
    { ...sending, ...captioned, ...aboveMedia, ...spoiler, ...size, animation: file, thumbnail: file.optional() },
    (given, around) => one('animation', given.animation, given, around),
  ),
  sendVideoNote: method(
    {
      ...sending,
      video_note: file,
      thumbnail: file.optional(),
      duration: z.int().optional(),
      length: z.int().optional(),
    },
    (given, around) => one('video_note', given.video_note, given, around),
  ),
  sendSticker: method({ ...sending, sticker: file, emoji: z.string().optional() }, (given, around) =>
    one('sticker', given.sticker, given, around),
  ),
  sendContact: method(
    {
      ...sending,
      phone_number: z.string(),
      first_name: z.string(),
      last_name: z.string().optional(),
      vcard: z.string().max(2048).optional(),
    },
    (given, { world }) => {
      const { phone_number, first_name, last_name, vcard } = given
      return sendOne(world, given, { content: { contact: { phone_number, first_name, last_name, vcard } } })
    },
  ),
  sendLocation: method({ ...sending, latitude: z.number(), longitude: z.number() }, (given, { world }) =>
    sendOne(world, given, { content: { location: { latitude: given.latitude, longitude: given.longitude } } }),
  ),
  sendMediaGroup: method(
    {
      business_connection_id: z.string().optional(),
      ...place,
      ...quiet,
      reply_parameters: replyParameters,
      media: z.array(albumItem).min(2).max(10),
    },
    (given, around) => {
      if (new Set(given.media.map(({ type }) => familyOf(type))).size > 1)
        throw breach(`can't use the media of the specified type in the album`)
      const parts = given.media.map((item) => mediaPart(item, around))
      return send(around.world, given, parts).map(({ wire }) => wire)
    },
  ),
}
