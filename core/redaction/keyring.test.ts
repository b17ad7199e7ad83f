// Keys come from one secret, serve one purpose each, and can be rotated while old values stay readable.

import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { InvariantError } from '../kit/invariant.ts'
import { Keyring, newSecret, parseSecret } from './keyring.ts'

const secret = Buffer.alloc(32, 'a secret of a test')
const keyring = new Keyring(secret)

describe('a key', () => {
  it('is the same for the same secret, purpose and version, and 256 bits long', () => {
    const key = keyring.key('seal', 1)
    expect(new Keyring(secret).key('seal', 1).equals(key)).toBe(true)
    expect(key.symmetricKeySize).toBe(32)
  })

  it('is another for every purpose, version and secret', () => {
    const keys = [
      keyring.key('seal', 1),
      keyring.key('seal', 2),
      keyring.key('code', 1),
      keyring.key('code-fingerprint', 1),
      new Keyring(newSecret()).key('seal', 1),
    ].map((key) => key.export().toString('hex'))
    expect(new Set([...keys, secret.toString('hex')]).size).toBe(6)
  })

  it('never shows: neither it nor the secret', () => {
    const shown = inspect(keyring, { showHidden: true, depth: 5 }) + JSON.stringify(keyring) + String(keyring)
    expect(shown).not.toContain(secret.toString('base64'))
    expect(shown).not.toContain(secret.toString('utf8'))
    expect(shown.toLowerCase()).not.toContain(secret.subarray(0, 8).toString('hex'))
  })
})

describe('a keyed hash', () => {
  it('finds the same value again, also after the seal key was rotated', () =>
    expect(new Keyring(secret, 2).hash('email', 'li@example.com')).toBe(keyring.hash('email', 'li@example.com')))

  it('of the same value is another for each purpose', () => {
    const hashes = (['email', 'txn', 'code', 'code-fingerprint', 'link-code', 'chat-user'] as const).map((purpose) =>
      keyring.hash(purpose, 'the same'),
    )
    expect(new Set(hashes).size).toBe(6)
  })

  it('is useless without the secret', () =>
    expect(new Keyring(newSecret()).hash('code', 'X')).not.toBe(keyring.hash('code', 'X')))
})

describe('APP_SECRET', () => {
  it('is the base64 of 32 bytes, with or without its padding', () => {
    const bytes = newSecret()
    expect(parseSecret(bytes.toString('base64'))).toEqual(bytes)
    expect(parseSecret(` ${bytes.toString('base64').replace(/=+$/, '')}\n`)).toEqual(bytes)
  })

  it.each([
    ['too short', Buffer.alloc(31).toString('base64')],
    ['too long', Buffer.alloc(33).toString('base64')],
    ['empty', ''],
    ['a password', 'correct horse battery staple'],
    ['hex', Buffer.alloc(32).toString('hex')],
    [
      'with a stray character',
      `${Buffer.alloc(32).toString('base64').slice(0, 20)}!${Buffer.alloc(32).toString('base64').slice(20)}`,
    ],
  ])('that is %s is refused', (_, text) => expect(parseSecret(text)).toBeUndefined())

  it('of another length never makes a keyring', () =>
    expect(() => new Keyring(Buffer.alloc(16))).toThrow(InvariantError))

  it('is new each time', () => expect(newSecret()).not.toEqual(newSecret()))
})
