// RSA with SHA-256, as Alipay (RSA2) and WeChat Pay sign: keys that are what they are called, signatures in one spelling.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify, X509Certificate } from 'node:crypto'
import type { Secret } from '../kit/secret.ts'
import { strictBase64 } from './strict-text.ts'

const BITS = 2_048

const strong = (key: KeyObject): KeyObject | undefined =>
  key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= BITS ? key : undefined

/** Undefined where the PEM holds no private RSA key of 2,048 bits or more. */
export function privateKeyOf(pem: Secret): KeyObject | undefined {
  try {
    return strong(createPrivateKey(pem.reveal()))
  } catch {
    return undefined
  }
}

/** A public key, or the one in a certificate. A private key is none, although one could be drawn from it. */
export function publicKeyOf(pem: Secret): KeyObject | undefined {
  const text = pem.reveal()
  if (/PRIVATE KEY/.test(text)) return undefined
  try {
    return strong(createPublicKey(text))
  } catch {
    return undefined
  }
}

/** The serial number of a certificate, upper case; undefined where the PEM is none. */
export function serialOf(pem: Secret): string | undefined {
  try {
    return new X509Certificate(pem.reveal()).serialNumber.toUpperCase()
  } catch {
    return undefined
  }
}

/** The commonest mistake in a key field: our own public key where the provider's belongs. */
export const isPairOf = (publicKey: KeyObject, privateKey: KeyObject): boolean =>
  createPublicKey(privateKey).equals(publicKey)

export const signRsa = (key: KeyObject, text: string): string =>
  sign('RSA-SHA256', Buffer.from(text), key).toString('base64')

export function verifyRsa(key: KeyObject, text: string, signature: string): boolean {
  const bytes = strictBase64(signature)
  return bytes !== undefined && verify('RSA-SHA256', Buffer.from(text), key, bytes)
}
