// What reads lines of text from pixels: both engines look like this from outside.
import type { ScreenLine } from '../redaction/screenshot/screen.ts'
import type { Pixels } from './picture.ts'

export type LineReader = {
  /** Lines in pixels of the picture, in any order. */
  read(pixels: Pixels): Promise<ScreenLine[]>
  close(): Promise<void>
}
