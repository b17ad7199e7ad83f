// The files that Telegram holds: bytes under an id, what they may be used as, and how large they may be.
import { bad, breach } from './refusal.ts'

export type Upload = { readonly name: string; readonly bytes: Uint8Array }
export type Uploads = ReadonlyMap<string, Upload>
export type MediaKind = 'photo' | 'document' | 'voice' | 'sticker' | 'video' | 'audio' | 'animation' | 'video_note'

export type StoredFile = {
  readonly id: string
  readonly kind: MediaKind
  readonly name: string
  readonly bytes: Uint8Array
}

const MB = 1024 * 1024
export const UPLOAD_BYTES = 50 * MB
const PHOTO_BYTES = 10 * MB
const DOWNLOAD_BYTES = 20 * MB

const MIME: { readonly [ending: string]: string } = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  pdf: 'application/pdf',
  txt: 'text/plain',
  ogg: 'audio/ogg',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
}

const beginsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

const isPicture = (bytes: Uint8Array): boolean =>
  beginsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
  beginsWith(bytes, 0xff, 0xd8, 0xff) ||
  beginsWith(bytes, 0x47, 0x49, 0x46) ||
  beginsWith(bytes, 0x52, 0x49, 0x46, 0x46)

export class Files {
  readonly #files = new Map<string, StoredFile>()
  #count = 0

  add(kind: MediaKind, name: string, bytes: Uint8Array): StoredFile {
    this.#count += 1
    const file: StoredFile = { id: `${kind}-${this.#count}`, kind, name, bytes }
    this.#files.set(file.id, file)
    return file
  }

  find(id: string): StoredFile | undefined {
    // A photo has several sizes; each has an id of its own.
    return this.#files.get(id.replace(/-(small|large)$/, ''))
  }

  /** What a bot named in a file parameter: an upload, or the id of a file that Telegram holds already. */
  named(kind: MediaKind, value: string, uploads: Uploads): StoredFile {
    if (/^https?:/.test(value)) throw bad('failed to get HTTP URL content')
    if (!value.startsWith('attach://')) {
      const held = this.find(value)
      if (!held) throw bad('wrong file identifier/HTTP URL specified')
      if (held.kind !== kind) throw bad('type of file mismatch')
      return held
    }
    const upload = uploads.get(value.slice('attach://'.length))
    if (!upload) throw breach('wrong file identifier/HTTP URL specified')
    if (upload.bytes.length === 0) throw bad('file must be non-empty')
    if (kind === 'photo' && upload.bytes.length > PHOTO_BYTES)
      throw bad(
        `file of size ${upload.bytes.length} bytes is too big for a photo; the maximum size is ${PHOTO_BYTES} bytes`,
      )
    if (kind === 'photo' && !isPicture(upload.bytes)) throw bad('IMAGE_PROCESS_FAILED')
    return this.add(kind, upload.name, upload.bytes)
  }

  /** For `getFile`: its path, only within the size that bots may download. */
  path(id: string): object {
    const file = this.find(id)
    if (!file) throw bad('invalid file_id')
    if (file.bytes.length > DOWNLOAD_BYTES) throw bad('file is too big')
    return {
      file_id: id,
      file_unique_id: `u-${id}`,
      file_size: file.bytes.length,
      file_path: `${file.kind}/${file.id}`,
    }
  }

  download(path: string): Uint8Array | undefined {
    return this.find(path.split('/').at(-1) ?? '')?.bytes
  }
}

/** The field of a message that carries the file. */
export function wireMedia(file: StoredFile, more: { duration?: number; emoji?: string | undefined } = {}): object {
  const base = { file_id: file.id, file_unique_id: `u-${file.id}`, file_size: file.bytes.length }
  const size = { width: 1280, height: 960 }
  const duration = more.duration ?? 1
  const mime_type = MIME[file.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
  const named = { file_name: file.name, mime_type }
  const of: { readonly [kind in MediaKind]: object } = {
    photo: [
      {
        ...base,
        file_id: `${file.id}-small`,
        file_unique_id: `u-${file.id}-small`,
        width: 90,
        height: 68,
        file_size: 900,
      },
      { ...base, file_id: `${file.id}-large`, ...size },
    ],
    document: { ...base, ...named },
    voice: { ...base, duration, mime_type: 'audio/ogg' },
    sticker: {
      ...base,
      type: 'regular',
      width: 512,
      height: 512,
      is_animated: false,
      is_video: false,
      emoji: more.emoji ?? '🙂',
      set_name: 'stickers',
    },
    video: { ...base, ...size, duration, ...named },
    audio: { ...base, duration, ...named },
    animation: { ...base, ...size, duration, ...named },
    video_note: { ...base, length: 240, duration },
  }
  // An animation carries a document too, for clients of old.
  return file.kind === 'animation' ? { animation: of.animation, document: of.document } : { [file.kind]: of[file.kind] }
}
