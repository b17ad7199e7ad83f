// What the terminal draws is a code that a phone reads: on dark, on light, and without colours on dark.

import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readBarcodes } from 'zxing-wasm/reader'
import { drawCode } from '../../bot/terminal/code.ts'
import { prepareCodes } from '../../core/readers/codes.ts'

const TEXT = 'https://qr.alipay.com/bax00000abcdefghijkl'
const PX = 6

/** The screen as a photo of it: each half of a character cell is one square, ink and paper as the colours say. */
function photo(
  lines: readonly string[],
  ink: number,
  paper: number,
): { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number } {
  const halves = lines.flatMap((line) => {
    const cells = [...stripVTControlCharacters(line)]
    return [cells.map((cell) => cell === '█' || cell === '▀'), cells.map((cell) => cell === '█' || cell === '▄')]
  })
  const [width, height] = [(halves[0]?.length ?? 0) * PX, halves.length * PX]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < width * height; at++) {
    const inked = halves[Math.floor(at / width / PX)]?.[Math.floor((at % width) / PX)]
    data.set([inked ? ink : paper, inked ? ink : paper, inked ? ink : paper, 255], at * 4)
  }
  return { data, width, height }
}

async function read(lines: readonly string[], ink: number, paper: number): Promise<string | undefined> {
  await prepareCodes()
  const picture = { ...photo(lines, ink, paper), colorSpace: 'srgb' as const }
  // Upright and not turned round: as a phone's scanner does that knows nothing better.
  const [found] = await readBarcodes(picture as Parameters<typeof readBarcodes>[0], {
    formats: ['QRCode'],
    tryInvert: false,
    tryRotate: false,
  })
  return found?.text
}

describe('a code in the terminal', () => {
  it('is black on white whatever the theme, and is read', async () => {
    const lines = drawCode(TEXT, true)
    for (const line of lines) {
      expect(line.startsWith('\u001b[38;5;16;48;5;231m') && line.endsWith('\u001b[0m')).toBe(true)
      expect(stripVTControlCharacters(line)).toMatch(/^[█▀▄ ]+$/)
    }
    expect(await read(lines, 0, 255)).toBe(TEXT)
  })

  it('without colours is read where letters are light on dark', async () =>
    expect(await read(drawCode(TEXT, false), 255, 0)).toBe(TEXT))

  it('has its quiet zone of four squares all around', () => {
    const lines = drawCode(TEXT, true).map(stripVTControlCharacters)
    for (const line of lines) expect([line.slice(0, 4), line.slice(-4)]).toEqual(['    ', '    '])
    for (const line of [...lines.slice(0, 2), ...lines.slice(-2)]) expect(line.trim()).toBe('')
  })
})
