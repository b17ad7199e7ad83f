// What kind of file the bytes are, by their first and last marks; a name or a header field proves nothing.
import type { PictureFormat } from '../ports/screenshot-reader.ts'

const starts = (bytes: Uint8Array, at: number, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[at + index] === byte)

/** The format, or undefined for anything that is not taken. */
export function formatOf(bytes: Uint8Array): PictureFormat | undefined {
  if (starts(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (starts(bytes, 0, 0xff, 0xd8, 0xff)) return 'jpg'
  if (starts(bytes, 0, 0x52, 0x49, 0x46, 0x46) && starts(bytes, 8, 0x57, 0x45, 0x42, 0x50)) return 'webp'
  return undefined
}

// Phones append videos and second pictures to a photo; these marks belong to no camera.
const FOREIGN = ['PK\x03\x04', '%PDF', '<html', '<script', '<?php', '<svg', '\x7fELF', 'Rar!', 'MZ\x90', '#!/']

/** Another file stands behind the picture's end. */
export function hidesAnotherFile(bytes: Uint8Array, format: PictureFormat): boolean {
  const end = endOf(bytes, format)
  if (end >= bytes.length) return false
  const rest = Buffer.from(bytes.buffer, bytes.byteOffset + end, bytes.length - end)
  return FOREIGN.some((mark) => rest.includes(mark, 0, 'latin1'))
}

const ends = {
  /** Chunk by chunk up to IEND. */
  png: (bytes: Uint8Array, view: DataView): number => {
    let at = 8
    while (at + 12 <= bytes.length) {
      const length = view.getUint32(at)
      const last = starts(bytes, at + 4, 0x49, 0x45, 0x4e, 0x44)
      at += 12 + length
      if (last) return at
    }
    return bytes.length
  },
  /** Segment by segment to the scan, then to the first end mark: none can stand inside the scan's data. */
  jpg: (bytes: Uint8Array, view: DataView): number => {
    let at = 2
    while (at + 4 <= bytes.length && bytes[at] === 0xff) {
      const mark = bytes[at + 1] ?? 0
      if (mark === 0xda) break
      at += 2 + view.getUint16(at + 2)
    }
    for (; at + 1 < bytes.length; at++) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2
    return bytes.length
  },
  webp: (_: Uint8Array, view: DataView): number => 8 + view.getUint32(4, true),
} as const

const endOf = (bytes: Uint8Array, format: PictureFormat): number =>
  ends[format](bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.length))
