// Pictures that move: of an animated webp or png only the first frame comes out, covered like any other.
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { makeScreenshotRedactor } from '../../core/readers/index.ts'
import { coveredShare } from '../screens/score.ts'
import { pictureOf, truths } from '../screens/truth.ts'

const redactor = makeScreenshotRedactor()
afterAll(() => redactor.close())

const shown = truths().find(
  ({ photo, set, kind, file }) => !photo && set === 'open' && kind === 'bill' && file.endsWith('.webp'),
)
if (!shown) throw new Error('no picture of a bill')
const frame = await sharp(pictureOf(shown.file)).removeAlpha().png().toBuffer()
const { width, height } = await sharp(frame).metadata()
const other = await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
  .png()
  .toBuffer()

function crc(bytes: Buffer): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc(named))
  return Buffer.concat([length, named, sum])
}

/** Chunks of a png by their names, in order. */
function chunksOf(png: Buffer): { type: string; body: Buffer }[] {
  const found = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    found.push({ type: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return found
}

/** Two frames, the second written as the format wants it: its data behind a number that counts on. */
function apng(first: Buffer, second: Buffer): Buffer {
  const control = (order: number): Buffer => {
    const body = Buffer.alloc(26)
    body.writeUInt32BE(order, 0)
    body.writeUInt32BE(width, 4)
    body.writeUInt32BE(height, 8)
    body.writeUInt16BE(1, 20)
    body.writeUInt16BE(10, 22)
    return chunk('fcTL', body)
  }
  const [one, two] = [chunksOf(first), chunksOf(second)]
  const count = Buffer.alloc(8)
  count.writeUInt32BE(2)
  const data = (chunks: typeof one): Buffer =>
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body))
  const order = Buffer.alloc(4)
  order.writeUInt32BE(2)
  return Buffer.concat([
    first.subarray(0, 8),
    chunk('IHDR', one[0]?.body ?? Buffer.alloc(0)),
    chunk('acTL', count),
    control(0),
    chunk('IDAT', data(one)),
    control(1),
    chunk('fdAT', Buffer.concat([order, data(two)])),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

it.each([
  [
    'webp',
    async () =>
      sharp([frame, other], { join: { animated: true } })
        .webp({ lossless: true, effort: 0 })
        .toBuffer(),
  ],
  ['png', async () => apng(frame, other)],
] as const)(
  'an animated %s comes out as its first frame alone, covered',
  async (format, make) => {
    const bytes = await make()
    expect(bytes.includes(format === 'webp' ? 'ANMF' : 'fdAT')).toBe(true)
    const result = await redactor.redact(bytes, format)
    if (!result.ok) throw new Error(result.error)
    const out = Buffer.from(result.value.bytes)
    expect(result.value).toMatchObject({ mode: 'masked', width, height })
    expect(['ANMF', 'ANIM', 'acTL', 'fdAT'].filter((mark) => out.includes(mark))).toEqual([])
    expect((await sharp(out).metadata()).pages ?? 1).toBe(1)
    const open = shown.marks.filter((mark) => mark.mark === 'secret' && coveredShare(mark, result.value.covered) < 0.97)
    expect(open).toEqual([])
  },
  60_000,
)
