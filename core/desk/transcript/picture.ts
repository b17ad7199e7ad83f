// A covered picture of a ticket, as it stands in a transcript: its bytes themselves, so that no link can die.
import type { AttachmentRow } from '../../domain/desk.ts'
import type { Picture } from './shape.ts'

const kinds: readonly { readonly type: Picture['type']; readonly begins: readonly number[]; readonly at: number }[] = [
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47], at: 0 },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff], at: 0 },
  { type: 'image/webp', begins: [0x57, 0x45, 0x42, 0x50], at: 8 },
]

/** Undefined for bytes that are no picture. */
export function pictureOf({ bytes, width, height, covered }: AttachmentRow): Picture | undefined {
  const kind = kinds.find(({ begins, at }) => begins.every((byte, index) => bytes[at + index] === byte))
  return kind && { type: kind.type, width, height, covered, data: Buffer.from(bytes).toString('base64') }
}
