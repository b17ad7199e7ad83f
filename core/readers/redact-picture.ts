// The way of one picture: opened, read, covered, read again as proof, encoded anew. What cannot be proved is covered whole.
import { ok, type Result } from '../kit/result.ts'
import type { PictureFault, PictureFormat, RedactedScreenshot } from '../ports/screenshot-reader.ts'
import { type Cover, readScreen, type ScreenLine, type ScreenVerdict } from '../redaction/screenshot/screen.ts'
import { NO_FIELDS } from '../redaction/screenshot/screen-fields.ts'
import { Canvas } from './canvas.ts'
import { decodableCodes, findCodes } from './codes.ts'
import type { LineReader } from './line-reader.ts'
import { encodePicture, openPicture, type Pixels } from './picture.ts'
import { unreadRests } from './unread.ts'
import { unseenInk } from './unseen.ts'

export type Readers = { readonly first: LineReader | undefined; readonly proof: LineReader }

/** Mean confidence below which only recognised amounts, times, statuses and methods stay. */
const SURE = 0.8
const MOST_PROOFS = 3
/** A cover of which more than this shows is a new find. */
const SHOWS = 0.25
/** Processor time for one picture, all threads together: on two cores half of it passes on the clock. */
const MOST_CPU_MS = 15_000
const MOST_MEMORY = 1.5 * 1024 ** 3

class TooMuch extends Error {}

function budget(): () => void {
  const began = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(began)
    if ((user + system) / 1_000 > MOST_CPU_MS || process.memoryUsage.rss() > MOST_MEMORY) throw new TooMuch()
  }
}

/** A covered place as a line, so that the label before it still has its value when the page is read again. */
const asLine = ({ x, y, w, h }: Cover): ScreenLine => ({
  text: '█',
  confidence: 1,
  edges: [0, 1],
  from: { x, y: y + h / 2 },
  to: { x: x + w, y: y + h / 2 },
  height: h / 1.3,
})

const judge = (lines: readonly ScreenLine[], strict: boolean): ScreenVerdict => {
  const verdict = readScreen(lines, { strict })
  return !strict && verdict.confidence < SURE ? readScreen(lines, { strict: true }) : verdict
}

/** Reads the covered picture until nothing is found any more; false if that does not come to pass. */
async function proved(canvas: Canvas, readers: Readers, verdict: ScreenVerdict, check: () => void): Promise<boolean> {
  for (let round = 0; round < MOST_PROOFS; round++) {
    check()
    const values = canvas.covers.filter(({ kind }) => kind !== 'qr' && kind !== 'barcode').map(asLine)
    const seen = await readers.proof.read(canvas.pixels)
    const { covers } = readScreen([...seen, ...values], { earlier: { safe: verdict.kept, open: verdict.open } })
    const codes = await decodableCodes(canvas.pixels)
    const finds = [...covers, ...codes].filter((cover) => canvas.shows(cover) > SHOWS)
    if (finds.length === 0) return true
    canvas.paint(finds)
  }
  return false
}

async function mask(pixels: Pixels, readers: Readers, canvas: Canvas): Promise<ScreenVerdict | undefined> {
  const check = budget()
  const reader = readers.first ?? readers.proof
  const lines = await reader.read(pixels)
  check()
  // With one reader alone nobody else confirms what it saw.
  const verdict = judge(lines, readers.first === undefined)
  if (!verdict.understood) return undefined
  canvas.paint([...verdict.covers, ...unreadRests(pixels, verdict.covers, lines), ...(await findCodes(pixels))])
  if (!readers.first) canvas.paint(unseenInk(pixels, verdict.kept))
  check()
  return (await proved(canvas, readers, verdict, check)) ? verdict : undefined
}

/** Redacts one file. `opened` is called once it is decoded: from there on it always ends in a picture. */
export async function redactPicture(
  bytes: Uint8Array,
  format: PictureFormat,
  readers: Readers,
  opened: () => void,
): Promise<Result<RedactedScreenshot, PictureFault>> {
  const picture = await openPicture(bytes)
  if (!picture.ok) return picture
  opened()
  const pixels = picture.value
  const canvas = new Canvas(pixels)
  const verdict = await mask(pixels, readers, canvas).catch(() => undefined)
  if (!verdict) canvas.coverAll()
  return ok({
    mode: verdict ? 'masked' : 'refused',
    bytes: await encodePicture(canvas.pixels, format),
    width: pixels.width,
    height: pixels.height,
    covered: canvas.covers,
    fields: verdict?.fields ?? NO_FIELDS,
  })
}
