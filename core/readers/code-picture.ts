// A QR code of our own: its squares, and a PNG of them that a phone reads from another screen.
import sharp from 'sharp'
import { encode } from 'uqr'

/** Light squares around the code, as its standard asks for. */
const QUIET = 4
/** Pixels a square: the whole stays within what chat platforms show unscaled on a phone. */
const SQUARE_PX = 10
/** More than a provider's code ever holds. */
const MOST_CHARACTERS = 1_000

/** Rows of squares, true is dark, with the quiet zone; undefined for a text that no code should hold. */
export function squaresOf(text: string): readonly (readonly boolean[])[] | undefined {
  if (text.length === 0 || text.length > MOST_CHARACTERS) return undefined
  return encode(text, { ecc: 'M', border: QUIET }).data
}

/** A grey PNG; undefined for a text that no code should hold. */
export async function paintCode(text: string): Promise<Uint8Array | undefined> {
  const squares = squaresOf(text)
  if (!squares) return undefined
  const side = squares.length
  const grey = Uint8Array.from(squares.flatMap((row) => row.map((dark) => (dark ? 0 : 255))))
  const size = side * SQUARE_PX
  const picture = sharp(grey, { raw: { width: side, height: side, channels: 1 } })
  return picture.resize(size, size, { kernel: 'nearest' }).toColourspace('b-w').png({ compressionLevel: 9 }).toBuffer()
}
