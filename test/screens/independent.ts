// A reader that knows nothing of ours: what can still be read in a crop, and which codes still decode.
import sharp from 'sharp'
import { createWorker, PSM, type Worker } from 'tesseract.js'
import { readBarcodes } from 'zxing-wasm/reader'
import { prepareCodes } from '../../core/readers/codes.ts'
import { languages, withLanguageData } from '../../core/readers/packaged.ts'

let worker: Promise<Worker> | undefined

async function reader(): Promise<Worker> {
  worker ??= withLanguageData((langPath) => createWorker(languages, 1, { langPath, cacheMethod: 'none' }))
  const ready = await worker
  await ready.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK })
  return ready
}

/** The text of a mark's surroundings, enlarged. */
export async function readCrop(picture: Buffer, quad: readonly number[]): Promise<string> {
  const { width, height } = await sharp(picture).metadata()
  const xs = quad.filter((_, index) => index % 2 === 0)
  const ys = quad.filter((_, index) => index % 2 === 1)
  const left = Math.max(0, Math.floor(Math.min(...xs) - 6))
  const top = Math.max(0, Math.floor(Math.min(...ys) - 4))
  const right = Math.min(width, Math.ceil(Math.max(...xs) + 6))
  const bottom = Math.min(height, Math.ceil(Math.max(...ys) + 4))
  if (right <= left || bottom <= top) return ''
  const crop = sharp(picture).extract({ left, top, width: right - left, height: bottom - top })
  const large = await crop
    .resize({ height: Math.max(bottom - top, 64), kernel: 'cubic' })
    .png()
    .toBuffer()
  const { data } = await (await reader()).recognize(large)
  return data.text
}

export async function findCodesOf(picture: Buffer): Promise<number> {
  await prepareCodes()
  return (await readBarcodes(new Uint8Array(picture), { tryHarder: true })).length
}

export async function closeReader(): Promise<void> {
  await (await worker)?.terminate()
  worker = undefined
}
