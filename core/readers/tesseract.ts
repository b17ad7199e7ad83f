// Reader two: Tesseract with its best integer models. Slower to be fooled by layout, so it reads the redacted picture as proof.
import { createWorker, PSM } from 'tesseract.js'
import type { ScreenLine } from '../redaction/screenshot/screen.ts'
import type { LineReader } from './line-reader.ts'
import { languages, withLanguageData } from './packaged.ts'
import { fileFor, type Pixels } from './picture.ts'

type Word = { text: string; confidence: number; bbox: Box; symbols: readonly { text: string; bbox: Box }[] }
type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
type Line = { words: readonly Word[] }
type Block = { paragraphs: readonly { lines: readonly Line[] }[] }

const LSTM_ONLY = 1
/** Below this width letters are too small for it; above the other nothing is gained. */
const NARROW = 760
const WIDE = 1440

/** A line of words as one text; a wide gap becomes a space of its own, as on the other reader. */
function lineOf(words: readonly Word[], scale: number): ScreenLine | undefined {
  const symbols = words.flatMap((word, index) => [
    ...(index > 0 && word.symbols[0]
      ? [{ text: ' ', bbox: { ...word.bbox, x0: words[index - 1]?.bbox.x1 ?? 0, x1: word.bbox.x0 } }]
      : []),
    ...word.symbols,
  ])
  if (symbols.length === 0) return undefined
  const left = Math.min(...words.map(({ bbox }) => bbox.x0))
  const right = Math.max(...words.map(({ bbox }) => bbox.x1))
  const top = Math.min(...words.map(({ bbox }) => bbox.y0))
  const bottom = Math.max(...words.map(({ bbox }) => bbox.y1))
  const length = Math.max(1, right - left)
  const edges: number[] = []
  let text = ''
  for (const { text: units, bbox } of symbols) {
    for (let unit = 0; unit < units.length; unit++) edges.push(Math.min(1, Math.max(0, (bbox.x0 - left) / length)))
    text += units
  }
  edges.push(1)
  const y = (top + bottom) / 2 / scale
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / words.length / 100
  return {
    text,
    confidence,
    edges,
    height: (bottom - top) / scale,
    from: { x: left / scale, y },
    to: { x: right / scale, y },
  }
}

export async function openTesseract(): Promise<LineReader> {
  const worker = await withLanguageData((langPath) =>
    createWorker(languages, LSTM_ONLY, { langPath, cacheMethod: 'none', gzip: true }),
  )
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT, user_defined_dpi: '220' })
  return {
    async read(pixels: Pixels) {
      const scale = pixels.width < NARROW ? Math.min(2, NARROW / pixels.width) : Math.min(1, WIDE / pixels.width)
      const { data } = await worker.recognize(await fileFor(pixels, scale), {}, { blocks: true, text: false })
      const blocks = (data.blocks ?? []) as readonly Block[]
      return blocks
        .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
        .flatMap(({ words }) => lineOf(words, scale) ?? [])
    },
    async close() {
      await worker.terminate()
    },
  }
}
