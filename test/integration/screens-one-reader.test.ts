// A machine without onnxruntime: the second reader works alone, and shows nothing but what it recognised.
import { afterAll, expect, it } from 'vitest'
import { redactPicture } from '../../core/readers/redact-picture.ts'
import { openTesseract } from '../../core/readers/tesseract.ts'
import { coveredShare } from '../screens/score.ts'
import { pictureOf, truths } from '../screens/truth.ts'

const proof = await openTesseract()
afterAll(() => proof.close())

const shown = ['order', 'identity', 'qr'].flatMap(
  (kind) => truths().find((truth) => truth.kind === kind && !truth.photo && truth.set === 'open') ?? [],
)

it.each(shown.map((truth) => [truth.kind, truth] as const))(
  'one reader alone leaves no secret open on the picture of class %s',
  async (_, { file, marks }) => {
    const result = await redactPicture(pictureOf(file), 'png', { first: undefined, proof }, () => {})
    if (!result.ok) throw new Error(result.error)
    const open = marks.filter((mark) => mark.mark === 'secret' && coveredShare(mark, result.value.covered) < 0.9)
    expect(open.map(({ kind }) => kind)).toEqual([])
  },
  60_000,
)

it('one reader alone still leaves the amount of a bill readable, and tells it', async () => {
  const bill = truths().find(({ file }) => file === 'thirteenth-01-bill.webp')
  if (!bill) throw new Error('no picture of a bill')
  const result = await redactPicture(pictureOf(bill.file), 'png', { first: undefined, proof }, () => {})
  if (!result.ok) throw new Error(result.error)
  const amount = bill.marks.find(({ mark, kind }) => mark === 'keep' && kind === 'amount')
  expect(result.value.mode).toBe('masked')
  expect(amount && coveredShare(amount, result.value.covered)).toBeLessThan(0.06)
  expect(result.value.fields.amount).not.toBeNull()
}, 60_000)
