// The keys of an Alipay application, checked at the start: ours to sign, theirs to verify.
import type { KeyObject } from 'node:crypto'
import { err, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import { isPairOf, privateKeyOf, publicKeyOf } from '../rsa.ts'

export type AlipaySettings = {
  readonly appId: string
  readonly privateKey: Secret
  readonly publicKey: Secret
  readonly sellerId: string
  readonly apiRoot: string
}

export type AlipayKeys = { readonly ours: KeyObject; readonly theirs: KeyObject }

/** The error is one line that names the setting and never its value. */
export function readAlipayKeys({ privateKey, publicKey }: AlipaySettings): Result<AlipayKeys, string> {
  const ours = privateKeyOf(privateKey)
  if (!ours) return err('ALIPAY_PRIVATE_KEY: a private RSA key of 2048 bits (应用私钥) as PEM')
  const theirs = publicKeyOf(publicKey)
  if (!theirs) return err('ALIPAY_PUBLIC_KEY: Alipay’s public key (支付宝公钥) as PEM')
  if (isPairOf(theirs, ours)) {
    return err(
      'ALIPAY_PUBLIC_KEY: this is the key of your application (应用公钥); Alipay’s own (支付宝公钥) belongs here',
    )
  }
  return ok({ ours, theirs })
}
