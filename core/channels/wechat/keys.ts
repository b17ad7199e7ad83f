// The keys of a WeChat Pay merchant, checked at the start: ours to sign, theirs to verify, one to open what a notice holds.
import type { KeyObject } from 'node:crypto'
import { err, ok, type Result } from '../../kit/result.ts'
import type { Secret } from '../../kit/secret.ts'
import { isPairOf, privateKeyOf, publicKeyOf, serialOf } from '../rsa.ts'

export type WechatSettings = {
  readonly merchantId: string
  readonly appId: string
  readonly apiV3Key: Secret
  readonly privateKey: Secret
  readonly certSerial: string
  readonly platformPublicKey: Secret
  readonly platformKeyId: string
  readonly apiRoot: string
}

export type WechatKeys = {
  readonly apiV3Key: string
  readonly ours: KeyObject
  /** The serial number of our certificate: they pick the key to verify us by it. */
  readonly ourSerial: string
  readonly theirs: KeyObject
  /** `PUB_KEY_ID_…`, or the serial number of their certificate. Nothing signed under another is believed. */
  readonly theirId: string
}

/** The error is one line that names the setting and never its value. */
export function readWechatKeys(settings: WechatSettings): Result<WechatKeys, string> {
  const apiV3Key = settings.apiV3Key.reveal()
  if (Buffer.byteLength(apiV3Key) !== 32) return err('WECHAT_API_V3_KEY: 32 characters')
  const ours = privateKeyOf(settings.privateKey)
  if (!ours) return err('WECHAT_PRIVATE_KEY: a private RSA key (apiclient_key.pem)')
  const theirs = publicKeyOf(settings.platformPublicKey)
  if (!theirs) return err('WECHAT_PLATFORM_PUBLIC_KEY: WeChat Pay’s public key or certificate (pub_key.pem)')
  if (isPairOf(theirs, ours)) return err('WECHAT_PLATFORM_PUBLIC_KEY: this is your own key; WeChat Pay’s belongs here')
  const serial = serialOf(settings.platformPublicKey)
  if (serial !== undefined && serial !== settings.platformKeyId.toUpperCase()) {
    return err('WECHAT_PLATFORM_KEY_ID: not the serial number of the certificate in WECHAT_PLATFORM_PUBLIC_KEY')
  }
  return ok({
    apiV3Key,
    ours,
    ourSerial: settings.certSerial,
    theirs,
    theirId: serial ?? settings.platformKeyId,
  })
}
