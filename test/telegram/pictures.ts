// Pictures for tests of the desk: a tiny one, and a redactor that answers at once what a test wants to have been read.

import { ok } from '../../core/kit/result.ts'
import type { RedactedScreenshot, ScreenshotRedactor } from '../../core/ports/screenshot-reader.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'

export const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
/** What comes out of the redactor: other bytes than went in. */
export const COVERED = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 9, 9, 9])

const words = (text: string) => redact(new Raw(text)).text

export function pictureReader(found: Partial<Record<'amount' | 'status', string>> = {}): ScreenshotRedactor {
  const fields = {
    amount: found.amount === undefined ? null : words(found.amount),
    time: null,
    status: found.status === undefined ? null : words(found.status),
    method: null,
    order_masked: null,
  }
  const read = { mode: 'masked', bytes: COVERED, width: 8, height: 8, covered: [], fields } as RedactedScreenshot
  return { redact: async () => ok(read), close: async () => undefined }
}
