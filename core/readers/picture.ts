// Opens a foreign picture within its limits and writes our own: pixels in, pixels out, nothing else comes along.
import sharp from 'sharp'
import { err, ok, type Result } from '../kit/result.ts'
import type { PictureFault, PictureFormat } from '../ports/screenshot-reader.ts'
import { formatOf, hidesAnotherFile } from './picture-type.ts'

/** Upright, 8 bit, three channels (red, green, blue), row by row. */
export type Pixels = { readonly data: Uint8Array; readonly width: number; readonly height: number }

export const MOST_BYTES = 10 * 1024 * 1024
export const MOST_PIXELS = 20_000_000
/** Nothing can be read on less, and the readers want some room. */
const LEAST_SIDE = 8
const LONGEST_SIDE = 16_383

// One picture at a time: a cache or more threads would only hold memory.
sharp.cache(false)
sharp.concurrency(2)

/** Decodes a png, jpeg or webp; of several frames the first. Applies the orientation that the file claims. */
export async function openPicture(bytes: Uint8Array): Promise<Result<Pixels, PictureFault>> {
  if (bytes.length > MOST_BYTES) return err('size')
  if (bytes.length < 32) return err('unreadable')
  const format = formatOf(bytes)
  if (!format || hidesAnotherFile(bytes, format)) return err('type')
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) return err('size')
    if (Math.min(width, height) < LEAST_SIDE) return err('unreadable')
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    if (info.channels === 3) return ok({ data, width: info.width, height: info.height })
    return ok({ data: coloured(data, info.channels), width: info.width, height: info.height })
  } catch {
    return err('unreadable')
  }
}

/** A grey picture as a coloured one. */
function coloured(data: Uint8Array, channels: number): Uint8Array {
  const count = data.length / channels
  const out = new Uint8Array(count * 3)
  for (let i = 0; i < count; i++) out.fill(data[i * channels] ?? 0, i * 3, i * 3 + 3)
  return out
}

const rawOf = ({ data, width, height }: Pixels) => sharp(data, { raw: { width, height, channels: 3 } })

/** Encodes pixels; sharp writes no metadata unless asked to. */
export async function encodePicture(pixels: Pixels, format: PictureFormat): Promise<Uint8Array> {
  const picture = rawOf(pixels)
  if (format === 'jpg') return picture.jpeg({ quality: 88, chromaSubsampling: '4:4:4' }).toBuffer()
  if (format === 'webp') return picture.webp({ quality: 90, effort: 2 }).toBuffer()
  return picture.png({ compressionLevel: 6 }).toBuffer()
}

/** The picture for a reader that wants a file; `factor` makes small print larger. */
export async function fileFor(pixels: Pixels, factor: number): Promise<Buffer> {
  const picture = rawOf(pixels).greyscale()
  const sized = factor === 1 ? picture : picture.resize({ width: Math.round(pixels.width * factor), kernel: 'cubic' })
  return sized.png({ compressionLevel: 1 }).toBuffer()
}

/** The picture in another size. */
export async function resized(pixels: Pixels, width: number, height: number): Promise<Pixels> {
  const data = await rawOf(pixels).resize(width, height, { fit: 'fill', kernel: 'linear' }).raw().toBuffer()
  return { data, width, height }
}
