// A small archive taken apart in memory, within bounds: what a provider's statement comes in.
import { inflateRawSync } from 'node:zlib'

export type Packed = { readonly name: Uint8Array; readonly bytes: Uint8Array }

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]
const MOST_FILES = 32
/** All files together, unpacked. */
const MOST_BYTES = 64 * 1_048_576
const STORED = 0
const DEFLATED = 8

export const isZip = (bytes: Uint8Array): boolean => bytes.length > 4 && Buffer.from(bytes).readUInt32LE(0) === LOCAL

/** The files of an archive; undefined where it is none, is encrypted, or unpacks to more than the bounds. */
export function unzip(given: Uint8Array): readonly Packed[] | undefined {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  try {
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
    if (end < 0 || bytes.readUInt32LE(end) !== END) return undefined
    const count = bytes.readUInt16LE(end + 10)
    if (count > MOST_FILES) return undefined
    const files: Packed[] = []
    let left = MOST_BYTES
    for (let at = bytes.readUInt32LE(end + 16), index = 0; index < count; index++) {
      if (bytes.readUInt32LE(at) !== ENTRY) return undefined
      const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)]
      const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)]
      const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ]
      const local = bytes.readUInt32LE(at + 42)
      if ((flags & 1) !== 0 || size > left || bytes.readUInt32LE(local) !== LOCAL) return undefined
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      const inside = bytes.subarray(from, from + packed)
      const unpacked =
        method === STORED
          ? inside
          : method === DEFLATED
            ? inflateRawSync(inside, { maxOutputLength: Math.max(1, size) })
            : undefined
      if (unpacked?.length !== size) return undefined
      left -= size
      files.push({ name: bytes.subarray(at + 46, at + 46 + name), bytes: unpacked })
      at += 46 + name + extra + comment
    }
    return files
  } catch {
    return undefined
  }
}
