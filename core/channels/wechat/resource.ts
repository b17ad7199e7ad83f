// The sealed part of a WeChat Pay notice: AES-256-GCM under the merchant's APIv3 key, the tag behind the text.
import { createDecipheriv } from 'node:crypto'
import { z } from 'zod'
import { strictBase64, strictText } from '../strict-text.ts'

const TAG_BYTES = 16

export const resource = z.object({
  algorithm: z.literal('AEAD_AES_256_GCM'),
  // Twelve bytes, or the mode is not the one that they use.
  nonce: z.string().regex(/^[\x21-\x7e]{12}$/),
  associated_data: z.string().max(64).optional(),
  ciphertext: z.string(),
})

/** The text inside; undefined where the key is another or anything was changed. */
export function openResource(key: string, sealed: z.infer<typeof resource>): string | undefined {
  const bytes = strictBase64(sealed.ciphertext)
  if (!bytes || bytes.length <= TAG_BYTES) return undefined
  try {
    const opened = createDecipheriv('aes-256-gcm', Buffer.from(key), Buffer.from(sealed.nonce), {
      authTagLength: TAG_BYTES,
    })
    opened.setAAD(Buffer.from(sealed.associated_data ?? ''))
    opened.setAuthTag(bytes.subarray(-TAG_BYTES))
    return strictText(Buffer.concat([opened.update(bytes.subarray(0, -TAG_BYTES)), opened.final()]))
  } catch {
    return undefined
  }
}
