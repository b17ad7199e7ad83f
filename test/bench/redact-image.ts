// Redaction of pictures beside the same engine used plainly: each line read alone, the text rules over it, and nothing else.
import sharp from 'sharp'
import { openPaddle } from '../../core/readers/paddle.ts'
import { openPicture } from '../../core/readers/picture.ts'
import { type Readers, redactPicture } from '../../core/readers/redact-picture.ts'
import { openTesseract } from '../../core/readers/tesseract.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import type { ScreenLine } from '../../core/redaction/screenshot/screen.ts'
import { coveredShare } from '../screens/score.ts'
import { halfOf, lastReadHalf, pictureOf, readTruths, truths } from '../screens/truth.ts'
import { type Bench, median, progress, timed } from './figure.ts'

/** Boxes of what the text rules find in one line. */
const plainBoxes = ({ text, edges, from, to, height }: ScreenLine) =>
  redact(new Raw(text)).finds.map(({ start, end }) => {
    const x = from.x + (to.x - from.x) * (edges[start] ?? 0)
    const w = (to.x - from.x) * ((edges[end] ?? 1) - (edges[start] ?? 0))
    return { x, y: Math.min(from.y, to.y) - height / 2, w, h: height + Math.abs(to.y - from.y) }
  })

/** A picture as a usual phone would have taken it: 1080 × 2340. */
const onPhone = (bytes: Buffer): Promise<Buffer> =>
  sharp(bytes).resize(1_080, 2_340, { fit: 'contain', position: 'top', background: '#ffffff' }).png().toBuffer()

export const bench: Bench = async function* ({ quick }) {
  progress('loading the readers')
  const first = await openPaddle()
  const proof = await openTesseract()
  if (!first) throw new Error('onnxruntime is missing: there is nothing to compare with')
  const readers: Readers = { first, proof }
  const last = lastReadHalf()
  const all = readTruths().filter((truth) => !truth.photo && halfOf(truth) === last)
  const wanted = quick ? all.slice(0, 3) : all.slice(0, 12)
  const ours: number[] = []
  const plain: number[] = []
  let secrets = 0
  let oursHidden = 0
  let plainHidden = 0
  for (const [index, { file, marks }] of wanted.entries()) {
    progress(`picture ${index + 1} of ${wanted.length}`)
    const bytes = pictureOf(file)
    let covers: readonly { x: number; y: number; w: number; h: number }[] = []
    let found: typeof covers = []
    ours.push(
      await timed(async () => {
        const result = await redactPicture(bytes, 'png', readers, () => {})
        if (result.ok) covers = result.value.covered
      }),
    )
    plain.push(
      await timed(async () => {
        const picture = await openPicture(bytes)
        if (picture.ok) found = (await first.read(picture.value)).flatMap(plainBoxes)
      }),
    )
    for (const mark of marks.filter(({ mark }) => mark === 'secret')) {
      secrets++
      if (coveredShare(mark, covers) >= 0.97) oursHidden++
      if (coveredShare(mark, found) >= 0.97) plainHidden++
    }
  }
  const phones = truths().filter(
    ({ photo, set, kind }) => !photo && set === 'open' && ['bill', 'order', 'bank', 'identity'].includes(kind),
  )
  const wholePhone: number[] = []
  const plainPhone: number[] = []
  for (const [index, { file }] of phones.slice(0, quick ? 2 : 8).entries()) {
    progress(`phone ${index + 1}`)
    const bytes = await onPhone(pictureOf(file))
    wholePhone.push(await timed(async () => void (await redactPicture(bytes, 'png', readers, () => {}))))
    plainPhone.push(
      await timed(async () => {
        const picture = await openPicture(bytes)
        if (picture.ok) await first.read(picture.value)
      }),
    )
  }
  await first.close()
  await proof.close()
  yield { metric: 'secrets covered', value: oursHidden / secrets, unit: 'share', baseline: plainHidden / secrets }
  yield {
    metric: 'time a picture of 1080×2340 with proof reading, p50',
    value: median(wholePhone) / 1_000,
    unit: 's',
    baseline: median(plainPhone) / 1_000,
  }
  yield { metric: 'time a picture, p50', value: median(ours) / 1_000, unit: 's', baseline: median(plain) / 1_000 }
}
