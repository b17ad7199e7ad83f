// Bytes as text, one way only: what two byte sequences could both mean is no text, or a signature would cover either.
import type { z } from 'zod'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Undefined where the bytes are not valid UTF-8. */
export function strictText(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** What the text holds as JSON, in the shape; undefined where it does not. */
export function readJson<T>(text: string | undefined, shape: z.ZodType<T>): T | undefined {
  try {
    const read = shape.safeParse(JSON.parse(text ?? ''))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** The bytes of a base64 text in its only right spelling; undefined for any other. */
export function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : undefined
}
