import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { makeScreenshotRedactor } from '../../core/readers/index.ts'
import { openPicture } from '../../core/readers/picture.ts'
import { pictureOf, truths } from '../screens/truth.ts'

const redactor = makeScreenshotRedactor()
afterAll(() => redactor.close())

const flat = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#ddd' } })
const png = await flat(64, 64).png().toBuffer()
const jpg = await flat(64, 64).jpeg().toBuffer()
const first = truths().find(({ photo, file }) => !photo && file.endsWith('.webp'))?.file ?? ''

function crc(bytes: Buffer): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

/** A png chunk by hand, so that a header can lie. */
function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const out = Buffer.alloc(8)
  out.writeUInt32BE(body.length, 0)
  out.writeUInt32BE(crc(named), 4)
  return Buffer.concat([out.subarray(0, 4), named, out.subarray(4)])
}

function pngOf(width: number, height: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

const files: readonly (readonly [string, Buffer, string])[] = [
  ['nothing', Buffer.alloc(0), 'unreadable'],
  ['a few bytes of a png', png.subarray(0, 40), 'unreadable'],
  ['a png cut in two', pictureHalf(await noisy(300, 300)), 'unreadable'],
  [
    'a jpeg cut in two',
    pictureHalf(
      await sharp(await noisy(300, 300))
        .jpeg()
        .toBuffer(),
    ),
    'unreadable',
  ],
  [
    'an SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'),
    'type',
  ],
  ['a GIF', await flat(40, 40).gif().toBuffer(), 'type'],
  ['a PDF', Buffer.from(`%PDF-1.7\n${' '.repeat(200)}`), 'type'],
  ['text with a png name', Buffer.from('order DZ20261120ABCDEFGHJKMN was paid by somebody'), 'type'],
  ['a jpeg with a program behind it', Buffer.concat([jpg, Buffer.from('PK\x03\x04 and so on')]), 'type'],
  ['a png with a page behind it', Buffer.concat([png, Buffer.from('<html><script>alert(1)</script>')]), 'type'],
  ['100 megapixels of nothing', pngOf(10_000, 10_000, deflateSync(Buffer.alloc(30_010_000))), 'size'],
  ['a header that says four thousand million pixels', pngOf(65_000, 65_000, deflateSync(Buffer.alloc(100))), 'size'],
  ['more than 10 MB', Buffer.concat([jpg, Buffer.alloc(11 * 1024 * 1024)]), 'size'],
  [
    'a png whose data is not data',
    pngOf(50, 50, Buffer.from('this is no deflated stream at all, it only says so')),
    'unreadable',
  ],
]

async function noisy(width: number, height: number): Promise<Buffer> {
  const data = Buffer.from(Array.from({ length: width * height * 3 }, (_, at) => (at * 7919) % 251))
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}
function pictureHalf(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length >> 1)
}

describe('a hostile file is refused in bounded time, without a picture', () => {
  it.each(files)('%s', async (_, bytes, reason) => {
    const began = performance.now()
    expect(await openPicture(bytes)).toEqual({ ok: false, error: reason })
    expect(performance.now() - began).toBeLessThan(8_000)
  })

  it('and the worker lives on: the next picture is answered', async () => {
    const [cut, whole] = await Promise.all([redactor.redact(pictureHalf(png)), redactor.redact(pictureOf(first))])
    expect(cut.ok).toBe(false)
    expect(whole.ok && whole.value.mode).toBe('masked')
  })
})

describe('a picture that says nothing', () => {
  it('is covered as a whole: nobody could say what is on it', async () => {
    const result = await redactor.redact(await flat(200, 120).png().toBuffer())
    expect(result.ok && result.value).toMatchObject({
      mode: 'refused',
      covered: [{ kind: 'region', x: 0, y: 0, w: 200, h: 120 }],
      fields: { amount: null, time: null, status: null, method: null, order_masked: null },
    })
    const colours = await sharp(result.ok ? Buffer.from(result.value.bytes) : png).stats()
    expect(colours.channels.every(({ min, max }) => min === max)).toBe(true)
  })

  it('more pictures than the queue holds are turned away at once', async () => {
    const blank = await flat(64, 64).png().toBuffer()
    const answers = await Promise.all(Array.from({ length: 12 }, () => redactor.redact(blank)))
    expect(answers.filter((answer) => !answer.ok && answer.error === 'busy').length).toBe(4)
  })
})

describe('what comes out', () => {
  it.each(['png', 'jpg', 'webp'] as const)(
    'as %s is upright, of the same size, without metadata or a byte behind the end',
    async (format) => {
      const turned = await sharp(pictureOf(first))
        .jpeg()
        .withMetadata({ orientation: 6 })
        .withExifMerge({ IFD0: { Copyright: 'DZ20261120SECRET' } })
        .toBuffer()
      const { width, height } = await sharp(pictureOf(first)).metadata()
      const result = await redactor.redact(turned, format)
      if (!result.ok) throw new Error(result.error)
      const bytes = Buffer.from(result.value.bytes)
      const seen = await sharp(bytes).metadata()
      expect(seen).toMatchObject({ format: format === 'jpg' ? 'jpeg' : format, width: height, height: width })
      expect([seen.exif, seen.icc, seen.xmp, seen.iptc, seen.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(bytes.includes('SECRET')).toBe(false)
      const ends = {
        png: bytes.subarray(-8, -4).toString('latin1') === 'IEND',
        jpg: bytes.readUInt16BE(bytes.length - 2) === 0xffd9,
        webp: bytes.readUInt32LE(4) + 8 === bytes.length,
      }
      expect(ends[format]).toBe(true)
    },
  )
})
