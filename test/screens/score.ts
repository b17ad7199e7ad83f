// How well a picture was redacted: secrets hidden from another reader, codes dead, fields left readable.
import sharp from 'sharp'
import type { RedactedScreenshot } from '../../core/ports/screenshot-reader.ts'
import { findCodesOf, readCrop } from './independent.ts'
import type { Mark, Truth } from './truth.ts'

export type Score = {
  readonly truth: Truth
  readonly refused: boolean
  readonly secrets: number
  readonly leaks: readonly Mark[]
  readonly keeps: number
  readonly lost: readonly Mark[]
  /** Values that were hidden in part already, and those of them that got covered all the same. */
  readonly masked: number
  readonly maskedLost: readonly Mark[]
  readonly decodable: number
  readonly metadata: boolean
  readonly ms: number
}

const GRID = 24
type Rect = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }

/** Share of the mark's quad that lies under covers; the outermost rows are line spacing, not letters. */
export function coveredShare({ quad }: Mark, covers: readonly Rect[]): number {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = quad
  let hit = 0
  let all = 0
  for (let i = 0; i < GRID; i++) {
    for (let j = 0; j < 7; j++) {
      const u = (i + 0.5) / GRID
      const v = 0.2 + (0.6 * (j + 0.5)) / 7
      const x = (1 - v) * ((1 - u) * ax + u * bx) + v * ((1 - u) * dx + u * cx)
      const y = (1 - v) * ((1 - u) * ay + u * by) + v * ((1 - u) * dy + u * cy)
      all++
      if (covers.some((box) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h)) hit++
    }
  }
  return hit / all
}

/** A code without its quiet zone and frame. */
function inner(mark: Mark): Mark {
  const [x, y] = [0, 1].map((axis) => mark.quad.reduce((sum, n, at) => sum + (at % 2 === axis ? n / 4 : 0), 0))
  return { ...mark, quad: mark.quad.map((n, at) => n + (((at % 2 === 0 ? x : y) ?? n) - n) * 0.3) }
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** A run of the value that tells something: three characters of a name, four of anything else. */
function readsOn(value: string, seen: string): boolean {
  const wanted = plain(value)
  const text = plain(seen)
  const length = Math.min(wanted.length, /\p{Script=Han}/u.test(wanted) ? 2 : 4)
  for (let at = 0; at + length <= wanted.length; at++) if (text.includes(wanted.slice(at, at + length))) return true
  return false
}

async function leaks(mark: Mark, result: RedactedScreenshot, picture: Buffer): Promise<boolean> {
  const share = coveredShare(mark, result.covered)
  if (share >= 0.97) return false
  if (share < 0.5) return true
  return readsOn(mark.text, await readCrop(picture, mark.quad))
}

export async function score(truth: Truth, result: RedactedScreenshot, ms: number): Promise<Score> {
  const picture = Buffer.from(result.bytes)
  const secrets = truth.marks.filter(({ mark }) => mark !== 'keep')
  const keeps = truth.marks.filter(({ mark, kind }) => mark === 'keep' && kind !== 'masked')
  const masked = truth.marks.filter(({ mark, kind }) => mark === 'keep' && kind === 'masked')
  const refused = result.mode === 'refused'
  const leaked: Mark[] = []
  for (const mark of secrets) {
    const leak =
      mark.mark === 'code' ? coveredShare(inner(mark), result.covered) < 0.95 : await leaks(mark, result, picture)
    if (leak) leaked.push(mark)
  }
  const lost = (mark: Mark): boolean => coveredShare(mark, result.covered) > 0.06
  const { exif, icc, xmp, iptc } = await sharp(picture).metadata()
  return {
    truth,
    refused,
    secrets: secrets.length,
    leaks: leaked,
    keeps: refused ? 0 : keeps.length,
    lost: refused ? [] : keeps.filter(lost),
    masked: refused ? 0 : masked.length,
    maskedLost: refused ? [] : masked.filter(lost),
    decodable: await findCodesOf(picture),
    metadata: [exif, icc, xmp, iptc].some((part) => part !== undefined),
    ms,
  }
}
