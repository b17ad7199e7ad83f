// Keys made by the tests: RSA pairs for us, the provider, another merchant and somebody who is nobody.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { Secret } from '../../../core/kit/secret.ts'

export type Pair = {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly ours: Secret
  readonly theirs: Secret
}

function pair(): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  return {
    privateKey,
    publicKey,
    ours: new Secret(String(privateKey.export({ type: 'pkcs8', format: 'pem' }))),
    theirs: new Secret(String(publicKey.export({ type: 'spki', format: 'pem' }))),
  }
}

const made = new Map<string, Pair>()
/** The same pair for the same name within a process: making one takes a while. */
export function pairOf(name: string): Pair {
  const known = made.get(name) ?? pair()
  made.set(name, known)
  return known
}

export const signed = (name: string, text: string, algorithm = 'RSA-SHA256'): string =>
  sign(algorithm, Buffer.from(text), pairOf(name).privateKey).toString('base64')
