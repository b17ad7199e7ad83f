// A sealed value opens in its own field under its own secret, whatever version is current, and nowhere else.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Keyring, newSecret } from './keyring.ts'
import { type Sealed, type SealedField, seal, unseal } from './sealed.ts'

const secret = newSecret()
const first = new Keyring(secret, 1)
const second = new Keyring(secret, 2)
const TITLE = '上海某某科技有限公司'

describe('a sealed value', () => {
  it('opens to what it was, any text of any length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(unseal(first, 'account.email', seal(first, 'account.email', text))).toBe(text)
      }),
    )
  })

  it('is another each time, and shows nothing of its text', () => {
    const [one, two] = [seal(first, 'invoice.title', TITLE), seal(first, 'invoice.title', TITLE)]
    expect(one).not.toBe(two)
    expect(one).not.toContain(Buffer.from(TITLE).toString('base64url').slice(0, 8))
    expect(one).toMatch(/^v1\.[\w-]+\.[\w-]+\.[\w-]+$/)
  })

  it('of version 1 still opens when version 2 is current; new ones carry 2', () => {
    const old = seal(first, 'invoice.title', TITLE)
    expect(unseal(second, 'invoice.title', old)).toBe(TITLE)
    const fresh = seal(second, 'invoice.title', TITLE)
    expect(fresh).toMatch(/^v2\./)
    expect(unseal(second, 'invoice.title', fresh)).toBe(TITLE)
  })

  it('does not open under the key of another version', () => {
    const old = seal(first, 'invoice.title', TITLE)
    expect(() => unseal(second, 'invoice.title', old.replace(/^v1/, 'v2') as Sealed)).toThrow()
  })

  it.each(['account.nickname', 'payment.txn', 'notice.body', 'invoice.title', 'invoice.tax_id'] as const)(
    'of the email field does not open as %s',
    (field: SealedField) => {
      expect(() => unseal(first, field, seal(first, 'account.email', 'li@example.com'))).toThrow()
    },
  )

  it('does not open under another secret', () =>
    expect(() => unseal(new Keyring(newSecret()), 'payment.txn', seal(first, 'payment.txn', '1'))).toThrow())
})

describe('tampering', () => {
  const whole = seal(first, 'account.email', 'li@example.com')

  it('with any character of nonce, text or tag is noticed', () => {
    const [version = '', ...parts] = whole.split('.')
    for (const [index, part] of parts.entries()) {
      for (let at = 0; at < part.length - 1; at++) {
        const changed = part.slice(0, at) + (part[at] === 'A' ? 'B' : 'A') + part.slice(at + 1)
        const text = [version, ...parts.with(index, changed)].join('.')
        expect(() => unseal(first, 'account.email', text as Sealed), text).toThrow()
      }
    }
  })

  it.each([
    ['a shorter tag', (text: string) => text.slice(0, -8)],
    ['no tag', (text: string) => text.slice(0, text.lastIndexOf('.'))],
    ['an empty text', () => ''],
    ['a plain text', () => 'li@example.com'],
    ['no version', (text: string) => text.slice(3)],
    ['a part more', (text: string) => `${text}.AAAA`],
  ])('%s is refused', (_, change) => {
    expect(() => unseal(first, 'account.email', change(whole) as Sealed)).toThrow()
  })

  it('the error quotes nothing of the value', () => {
    try {
      unseal(first, 'payment.txn', whole)
      expect.unreachable()
    } catch (error) {
      expect(String(error)).not.toContain(whole.slice(5, 20))
    }
  })
})
