// The process in which foreign pictures are opened and read, one at a time; it holds no secret and may be ended at any moment.
import type { PictureFormat } from '../ports/screenshot-reader.ts'
import { openPaddle } from './paddle.ts'
import { type Readers, redactPicture } from './redact-picture.ts'
import { openTesseract } from './tesseract.ts'

/** What the worker is asked, and what it says. */
export type Question = { readonly bytes: Uint8Array; readonly format: PictureFormat }
export type Answer =
  | { readonly is: 'ready' }
  | { readonly is: 'opened' }
  | { readonly is: 'done'; readonly result: Awaited<ReturnType<typeof redactPicture>>; readonly rss: number }

const say = (answer: Answer): void => void process.send?.(answer)

const readers: Readers = { first: await openPaddle(), proof: await openTesseract() }

process.on('message', ({ bytes, format }: Question) => {
  redactPicture(bytes, format, readers, () => say({ is: 'opened' }))
    .catch(() => ({ ok: false, error: 'unreadable' }) as const)
    .then((result) => say({ is: 'done', result, rss: process.memoryUsage.rss() }))
})
// Whoever asked is gone: so is the reason to be.
process.on('disconnect', () => process.exit(0))
say({ is: 'ready' })
