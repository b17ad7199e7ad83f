// QR and barcodes: those that decode, in every direction and both colours, and regions that only look like one.
import { prepareZXingModule, type ReadInputBarcodeFormat, readBarcodes } from 'zxing-wasm/reader'
import type { Cover } from '../redaction/screenshot/screen.ts'
import { codeLikeRegions } from './code-regions.ts'
import { barcodeWasm } from './packaged.ts'
import { type Pixels, resized } from './picture.ts'

const MATRIX = /QR|Matrix|Aztec|Maxi|PDF417/i
const MOST_CODES = 40
// Formats with a real check: the others are also found in lines of text. They are covered as regions.
const FORMATS = [
  'QRCode',
  'MicroQRCode',
  'DataMatrix',
  'Aztec',
  'PDF417',
  'Code128',
  'Code93',
  'Code39',
  'EAN13',
  'EAN8',
  'UPCA',
] as const satisfies readonly ReadInputBarcodeFormat[]
/** Enlarged up to this width, small codes are found that are missed otherwise. */
const ENLARGE_BELOW = 1_100

let ready: Promise<unknown> | undefined
/** Loads the wasm once, from its package. */
export const prepareCodes = (): Promise<unknown> => {
  ready ??= Promise.resolve(
    prepareZXingModule({ overrides: { wasmBinary: barcodeWasm().buffer }, fireImmediately: true }),
  )
  return ready
}

/** The picture as the browser's type, which is all that zxing takes. */
function withAlpha({ data, width, height }: Pixels): Parameters<typeof readBarcodes>[0] {
  const out = new Uint8ClampedArray(width * height * 4)
  for (let at = 0, to = 0; at < data.length; at += 3, to += 4) {
    out[to] = data[at] ?? 0
    out[to + 1] = data[at + 1] ?? 0
    out[to + 2] = data[at + 2] ?? 0
    out[to + 3] = 255
  }
  return { data: out, width, height, colorSpace: 'srgb' } as Parameters<typeof readBarcodes>[0]
}

async function decoded(pixels: Pixels, factor: number): Promise<Cover[]> {
  const picture =
    factor === 1 ? pixels : await resized(pixels, Math.round(pixels.width * factor), Math.round(pixels.height * factor))
  const found = await readBarcodes(withAlpha(picture), {
    tryHarder: true,
    tryRotate: true,
    tryInvert: true,
    tryDownscale: true,
    formats: [...FORMATS],
    maxNumberOfSymbols: MOST_CODES,
  })
  return found.map(({ format, position }) => {
    const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight]
    const xs = corners.map(({ x }) => x / factor)
    const ys = corners.map(({ y }) => y / factor)
    const matrix = MATRIX.test(String(format))
    return grown(matrix ? 'qr' : 'barcode', Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
  })
}

/** A reader of bars gives the line it read along: the code is as high as its bars, at least a third of its length. */
function grown(kind: 'qr' | 'barcode', left: number, top: number, right: number, bottom: number): Cover {
  const [w, h] = [right - left, bottom - top]
  const margin = 0.06 * Math.max(w, h) + 3
  const [growX, growY] =
    kind === 'qr' ? [0, 0] : w >= h ? [0, Math.max(0, (w / 3 - h) / 2)] : [Math.max(0, (h / 3 - w) / 2), 0]
  return {
    kind,
    x: left - margin - growX,
    y: top - margin - growY,
    w: w + 2 * (margin + growX),
    h: h + 2 * (margin + growY),
  }
}

/** The line along which a level barcode was read lies in the region, but for the code's margins. */
const holds = (region: Cover, { x, y, w, h }: Cover): boolean =>
  w > h &&
  region.x < x + 0.12 * w &&
  region.x + region.w > x + 0.88 * w &&
  region.y < y + h / 2 &&
  region.y + region.h > y + h / 2

/** Everything on the picture that is a code or looks like one. */
export async function findCodes(pixels: Pixels): Promise<Cover[]> {
  await prepareCodes()
  const codes = await decoded(pixels, 1)
  const more =
    pixels.width < ENLARGE_BELOW && codes.length === 0 ? await decoded(pixels, pixels.width < 560 ? 2.5 : 1.6) : []
  const regions = codeLikeRegions(pixels)
  // A region shows how high the bars are: better than a third of their length.
  const asHigh = (code: Cover): Cover => {
    const region =
      code.kind === 'barcode' ? regions.find((one) => one.kind === 'barcode' && holds(one, code)) : undefined
    return region ? { ...code, y: region.y, h: region.h } : code
  }
  return [...[...codes, ...more].map(asHigh), ...regions]
}

/** Whether any code can still be decoded: the proof reading of codes. */
export async function decodableCodes(pixels: Pixels): Promise<Cover[]> {
  await prepareCodes()
  return decoded(pixels, 1)
}
