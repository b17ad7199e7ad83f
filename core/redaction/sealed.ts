// Field encryption: AES-256-GCM under a versioned key. What is sealed in one field cannot be moved to another.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { invariant } from '../kit/invariant.ts'
import type { Keyring } from './keyring.ts'

declare const sealed: unique symbol
/** `v1.nonce.ciphertext.tag` in base64url. */
export type Sealed = string & { readonly [sealed]: true }

/** Where a value lives; bound into the ciphertext as associated data. */
export type SealedField =
  | 'account.email'
  | 'account.nickname'
  | 'payment.txn'
  | 'notice.body'
  | 'invoice.title'
  | 'invoice.tax_id'
  | 'bill.code'
  | 'conversation.address'
  | 'inbox.file'
  | 'attachment.original'
  | 'inbox.original'

export function seal(keyring: Keyring, field: SealedField, value: string): Sealed {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyring.key('seal', keyring.current), nonce)
  cipher.setAAD(Buffer.from(field))
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
  const parts = [nonce, body, cipher.getAuthTag()].map((part) => part.toString('base64url'))
  return `v${keyring.current}.${parts.join('.')}` as Sealed
}

/** Throws where the text was tampered with, belongs to another field or was sealed under another secret. */
export function unseal(keyring: Keyring, field: SealedField, value: Sealed): string {
  const match = /^v(\d{1,4})\.([\w-]+)\.([\w-]*)\.([\w-]+)$/.exec(value)
  invariant(match, 'a sealed value has another form')
  const [, version, nonce, body, tag] = match
  const part = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyring.key('seal', Number(version)), part(nonce), {
    authTagLength: 16,
  })
  decipher.setAAD(Buffer.from(field))
  decipher.setAuthTag(part(tag))
  return Buffer.concat([decipher.update(part(body)), decipher.final()]).toString('utf8')
}
