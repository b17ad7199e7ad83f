// Renders all screens and photos anew: `node test/screens/make-screens.ts`. Needs Chromium and CJK fonts; the tests do not.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { type Box, openBrowser } from './browser.ts'
import { chanceOf } from './chance.ts'
import type { Screen } from './page.ts'
import { photograph } from './photo.ts'
import { held } from './templates-held.ts'
import { makeScreen, open, type Template } from './templates-open.ts'
import type { Truth } from './truth.ts'

const folder = new URL('./pictures/', import.meta.url)
const ROUNDS = 3
const PHOTO_EVERY = 3

prepareZXingModule({
  overrides: {
    wasmBinary: new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'))))
      .buffer,
  },
})

async function drawn({ html, codes }: Screen): Promise<string> {
  let page = html
  for (const [index, { format, text }] of codes.entries()) {
    const { svg } = await writeBarcode(text, { format, scale: 4, addQuietZones: true })
    const stretched = svg.replace('<svg ', '<svg preserveAspectRatio="none" ')
    page = page.replace(
      `data-code="${index}"`,
      `data-code="${index}" src="data:image/svg+xml;base64,${Buffer.from(stretched).toString('base64')}"`,
    )
  }
  return page
}

const quadOf = (
  { x, y, w, h }: Box,
  place: (x: number, y: number) => readonly [number, number],
): Truth['marks'][number]['quad'] =>
  [...place(x, y), ...place(x + w, y), ...place(x + w, y + h), ...place(x, y + h)].map((n) => Math.round(n * 10) / 10)

const truthOf = (
  file: string,
  set: Truth['set'],
  photo: boolean,
  screen: Screen,
  boxes: readonly Box[],
  place: (x: number, y: number) => readonly [number, number],
): Truth => ({
  file,
  set,
  photo,
  kind: screen.kind,
  language: screen.language,
  marks: boxes.map((box) => ({ mark: box.mark, kind: box.kind, text: box.text, quad: quadOf(box, place) })),
})

mkdirSync(folder, { recursive: true })
const browser = await openBrowser()
const truths: Truth[] = []
let count = 0
for (const [set, templates] of [
  ['open', open],
  ['held', held],
] as const satisfies readonly (readonly [Truth['set'], readonly Template[]])[]) {
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, template] of templates.entries()) {
      const chance = chanceOf((set === 'open' ? 1_000 : 5_000) + round * 100 + index)
      const screen = makeScreen(template, chance)
      const tall = screen.width < 600 ? Math.round(screen.width * chance.pick([1.4, 1.8, 2.16])) : 600
      const { png, boxes } = await browser.render(await drawn(screen), screen.width, screen.ratio, tall)
      const name = `${set}-${String(round * templates.length + index + 1).padStart(2, '0')}-${screen.kind}`
      const asJpeg = count % 5 === 4
      const file = asJpeg ? `${name}.jpg` : `${name}.webp`
      const bytes = asJpeg
        ? await sharp(png).jpeg({ quality: 62 }).toBuffer()
        : await sharp(png).webp({ lossless: true, effort: 5 }).toBuffer()
      writeFileSync(new URL(file, folder), bytes)
      truths.push(truthOf(file, set, false, screen, boxes, (x, y) => [x, y]))
      if (count++ % PHOTO_EVERY === 0) {
        const { jpg, place } = await photograph(png, chance)
        writeFileSync(new URL(`${name}-photo.jpg`, folder), jpg)
        truths.push(truthOf(`${name}-photo.jpg`, set, true, screen, boxes, place))
      }
    }
  }
}
browser.close()
writeFileSync(new URL('./truth.jsonl', import.meta.url), truths.map((truth) => `${JSON.stringify(truth)}\n`).join(''))
