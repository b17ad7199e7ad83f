// Renders screens and photos anew: `node test/screens/make-screens.ts [BATCH] [ROUNDS] [SEED]`. Needs Chromium and CJK fonts; the tests do not.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import { type Box, openBrowser } from './browser.ts'
import { chanceOf } from './chance.ts'
import { composed } from './composed.ts'
import { fifteenth } from './fifteenth/templates.ts'
import { fourteenth } from './fourteenth/templates.ts'
import type { Screen } from './page.ts'
import { photograph } from './photo.ts'
import { second } from './second/templates.ts'
import { makeScreen, type Template } from './template.ts'
import { first } from './templates-first.ts'
import { thirteenth } from './thirteenth/templates.ts'
import { folder, truths as known, type Truth } from './truth.ts'

const pictures = new URL('pictures/', folder)
const [, , only, rounds = '1', seedShift = '0'] = process.argv
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

type Batch = {
  readonly name: string
  readonly set: Truth['set']
  readonly templates: readonly Template[]
  readonly seed: number
}
/** A half that was set aside is named after the reading it was made for. */
const batches: readonly Batch[] = [
  { name: 'composed', set: 'open', templates: composed, seed: 7_000 },
  { name: 'first', set: 'open', templates: first, seed: 5_000 },
  { name: 'second', set: 'open', templates: second, seed: 9_000 },
  { name: 'thirteenth', set: 'open', templates: thirteenth, seed: 67_000 },
  { name: 'fourteenth', set: 'open', templates: fourteenth, seed: 61_000 },
  { name: 'fifteenth', set: 'held', templates: fifteenth, seed: 79_000 },
]

async function render({ name, set, templates, seed }: Batch): Promise<Truth[]> {
  for (const file of readdirSync(pictures)) if (file.startsWith(`${name}-`)) rmSync(new URL(file, pictures))
  const truths: Truth[] = []
  for (let count = 0; count < Number(rounds) * templates.length; count++) {
    const [round, index] = [Math.floor(count / templates.length), count % templates.length]
    const template = templates[index]
    if (!template) continue
    const chance = chanceOf(seed + Number(seedShift) + round * 100 + index)
    const screen = makeScreen(template, chance)
    const tall = screen.width < 600 ? Math.round(screen.width * chance.pick([1.4, 1.8, 2.16])) : 600
    const { png, boxes } = await browser.render(await drawn(screen), screen.width, screen.ratio, tall)
    const stem = `${name}-${String(count + 1).padStart(2, '0')}-${screen.kind}`
    const asJpeg = count % 5 === 4
    const file = asJpeg ? `${stem}.jpg` : `${stem}.webp`
    const bytes = asJpeg
      ? await sharp(png).jpeg({ quality: 62 }).toBuffer()
      : await sharp(png).webp({ lossless: true, effort: 5 }).toBuffer()
    writeFileSync(new URL(file, pictures), bytes)
    truths.push(truthOf(file, set, false, screen, boxes, (x, y) => [x, y]))
    if (count % PHOTO_EVERY === 0) {
      const { jpg, place } = await photograph(png, chance)
      writeFileSync(new URL(`${stem}-photo.jpg`, pictures), jpg)
      truths.push(truthOf(`${stem}-photo.jpg`, set, true, screen, boxes, place))
    }
  }
  return truths
}

mkdirSync(pictures, { recursive: true })
const browser = await openBrowser()
const wanted = batches.filter(({ name }) => only === undefined || only === name)
const truths = (existsSync(new URL('truth.jsonl', folder)) ? known() : []).filter(
  ({ file }) => !wanted.some(({ name }) => file.startsWith(`${name}-`)),
)
for (const batch of wanted) truths.push(...(await render(batch)))
browser.close()
writeFileSync(new URL('truth.jsonl', folder), truths.map((truth) => `${JSON.stringify(truth)}\n`).join(''))
