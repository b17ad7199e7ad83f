// How Epay signs: MD5 over the sorted fields with the key behind them. Weak, and what this family of gateways speaks.
import { createHash, timingSafeEqual } from 'node:crypto'
import { signedText } from '../form.ts'
import type { Dialect } from './dialect.ts'

const UNSIGNED = ['sign', 'sign_type']

export function signEpay(fields: Iterable<readonly [string, string]>, key: string, dialect: Dialect): string {
  const text = signedText(
    [...fields].filter(([, value]) => value !== ''),
    UNSIGNED,
  )
  const md5 = createHash('md5')
    .update(`${text}${dialect.keyed ? '&key=' : ''}${key}`, 'utf8')
    .digest('hex')
  return dialect.upper ? md5.toUpperCase() : md5
}

export function verifyEpay(fields: ReadonlyMap<string, string>, key: string, dialect: Dialect): boolean {
  // `a=1&b=2` is one field or two: what can be cut in another way proves nothing.
  if ([...fields.values()].some((value) => value.includes('&'))) return false
  const right = Buffer.from(signEpay(fields, key, dialect))
  const given = Buffer.from(fields.get('sign') ?? '')
  return given.length === right.length && timingSafeEqual(given, right)
}
