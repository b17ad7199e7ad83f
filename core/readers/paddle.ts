// Reader one: PP-OCRv4 on onnxruntime. Finds lines of text, reads each, and knows where every character stands.
import type { ScreenLine } from '../redaction/screenshot/screen.ts'
import { cutOut } from './cut-out.ts'
import { readLine } from './line-decoder.ts'
import type { LineReader } from './line-reader.ts'
import { characterList, detectionModel, recognitionModel } from './packaged.ts'
import { type Pixels, resized } from './picture.ts'
import type { Slant } from './slant.ts'
import { findLines } from './text-finder.ts'

type Ort = typeof import('onnxruntime-node')
type Session = import('onnxruntime-node').InferenceSession

const WIDEST = 1920
/** Letters on a phone are large, on a desktop small: the first is searched smaller. */
const MOST_AREA = { upright: 1_300_000, wide: 1_900_000 } as const
/** A picture narrower than this has letters too small for the detector. */
const NARROW = 760
const STEP = 32
const LINE_HEIGHT = 48
const LONGEST_LINE = 3_200
// What the models were trained with, in the order blue, green, red.
const MEAN = [0.406, 0.456, 0.485] as const
const DEVIATION = [0.225, 0.224, 0.229] as const

/** Blank first, the space last: so the model counts its classes. */
const alphabet = (): readonly string[] => ['', ...characterList().trimEnd().split('\n'), ' ']

function detectorInput({ data, width, height }: Pixels): Float32Array {
  const plane = width * height
  const input = new Float32Array(plane * 3)
  for (let channel = 0; channel < 3; channel++) {
    const mean = MEAN[channel] ?? 0
    const scale = 1 / (255 * (DEVIATION[channel] ?? 1))
    const shift = mean / (DEVIATION[channel] ?? 1)
    for (let at = 0, from = 2 - channel; at < plane; at++, from += 3) {
      input[channel * plane + at] = (data[from] ?? 0) * scale - shift
    }
  }
  return input
}

/** The size in which a picture is searched: both sides multiples of 32. */
export function searchSize(width: number, height: number): { width: number; height: number } {
  const wanted = width < NARROW ? Math.min(2, NARROW / width) : Math.min(1, WIDEST / width)
  const factor = Math.min(wanted, Math.sqrt(MOST_AREA[width < height ? 'upright' : 'wide'] / (width * height)))
  const rounded = (side: number): number => Math.max(STEP, Math.round((side * factor) / STEP) * STEP)
  return { width: rounded(width), height: rounded(height) }
}

class Paddle implements LineReader {
  readonly #ort: Ort
  readonly #detector: Session
  readonly #recogniser: Session
  readonly #alphabet = alphabet()

  constructor(ort: Ort, detector: Session, recogniser: Session) {
    this.#ort = ort
    this.#detector = detector
    this.#recogniser = recogniser
  }

  async read(pixels: Pixels): Promise<ScreenLine[]> {
    const lines: ScreenLine[] = []
    for (const slant of await this.#find(pixels)) {
      const line = await this.#readLine(pixels, slant)
      if (line) lines.push(line)
    }
    return lines
  }

  async #find(pixels: Pixels): Promise<Slant[]> {
    const { width, height } = searchSize(pixels.width, pixels.height)
    const small = await resized(pixels, width, height)
    const input = new this.#ort.Tensor('float32', detectorInput(small), [1, 3, height, width])
    const output = await this.#detector.run({ [this.#detector.inputNames[0] ?? 'x']: input })
    const map = output[this.#detector.outputNames[0] ?? '']
    if (!map) return []
    // Both sides were stretched to multiples of 32, each by its own factor: back to the picture's own pixels.
    const fx = pixels.width / width
    const fy = pixels.height / height
    return findLines({ data: map.data as Float32Array, width, height }).map(({ centre, length, height: h, angle }) => ({
      centre: { x: centre.x * fx, y: centre.y * fy },
      length: length * fx,
      height: h * fy,
      angle: Math.atan2(Math.sin(angle) * fy, Math.cos(angle) * fx),
    }))
  }

  async #readLine(pixels: Pixels, slant: Slant): Promise<ScreenLine | undefined> {
    const width = Math.min(LONGEST_LINE, Math.max(16, Math.ceil((LINE_HEIGHT * slant.length) / slant.height / 8) * 8))
    const strip = cutOut(pixels, slant, width, LINE_HEIGHT)
    const input = new this.#ort.Tensor('float32', strip, [1, 3, LINE_HEIGHT, width])
    const output = await this.#recogniser.run({ [this.#recogniser.inputNames[0] ?? 'x']: input })
    const scores = output[this.#recogniser.outputNames[0] ?? '']
    if (!scores) return undefined
    const { text, confidence, edges } = readLine(scores.data as Float32Array, this.#alphabet)
    const dx = (Math.cos(slant.angle) * slant.length) / 2
    const dy = (Math.sin(slant.angle) * slant.length) / 2
    const { x, y } = slant.centre
    return {
      text,
      confidence,
      edges,
      height: slant.height,
      from: { x: x - dx, y: y - dy },
      to: { x: x + dx, y: y + dy },
    }
  }

  async close(): Promise<void> {
    await this.#detector.release()
    await this.#recogniser.release()
  }
}

/** Loads the models; undefined where onnxruntime is not installed or does not run here. */
export async function openPaddle(): Promise<LineReader | undefined> {
  try {
    const loaded = await import('onnxruntime-node')
    const ort = 'default' in loaded ? (loaded.default as Ort) : loaded
    const options = {
      intraOpNumThreads: 2,
      interOpNumThreads: 1,
      enableCpuMemArena: false,
      // A pattern is kept for every new width of a line: memory would grow with each picture.
      enableMemPattern: false,
      logSeverityLevel: 3,
    } as const
    const detector = await ort.InferenceSession.create(detectionModel(), options)
    const recogniser = await ort.InferenceSession.create(recognitionModel(), options)
    return new Paddle(ort, detector, recogniser)
  } catch {
    return undefined
  }
}
