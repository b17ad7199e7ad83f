// At the door, what a user typed becomes references: what follows never sees a full code or number.
import { describe, expect, it } from 'vitest'
import { newCode, showCode } from '../kit/code-text.ts'
import { countedIds } from '../kit/ids.ts'
import { codeReference, numberReferences, txnHashOf } from './door.ts'
import { Keyring } from './keyring.ts'
import { Raw } from './raw.ts'

const keyring = new Keyring(Buffer.alloc(32, 'door'))
const code = newCode(countedIds(5))
const shown = showCode(code)
const ORDER = 'DZ20261120ABCDEFGHJKMN'
const TXN = '2026112022001400000000000001'
const numbers = (text: string) => numberReferences(keyring, new Raw(text)).map(({ orderNumber }) => orderNumber)

describe('a code', () => {
  it('travels as a keyed hash, its last four characters and a fingerprint', () => {
    const reference = codeReference(keyring, new Raw(shown))
    expect(reference).toMatchObject({ kind: 'code', tail: code.slice(-4) })
    expect(JSON.stringify(reference)).not.toContain(code.slice(0, 10))
  })

  it('has one reference, however it is written', () => {
    const of = (text: string) => codeReference(keyring, new Raw(text))
    for (const text of [shown.toLowerCase(), code, shown.replaceAll('-', ' ')]) expect(of(text)).toEqual(of(shown))
  })

  it('has a fingerprint that is no part of what it is found by', () => {
    const reference = codeReference(keyring, new Raw(shown))
    if (reference.kind !== 'code') throw new Error('no code')
    expect(reference.fingerprint).toHaveLength(8)
    expect(reference.lookup).not.toContain(reference.fingerprint)
  })

  it('that is malformed is told without its text', () =>
    expect(codeReference(keyring, new Raw(`sk-${'a'.repeat(20)}`))).toEqual({
      kind: 'malformed',
      looksLike: 'api-key',
    }))
})

describe('numbers in a message', () => {
  it.each([
    ['alone', ORDER],
    ['in lower case', ORDER.toLowerCase()],
    ['in a sentence', `订单${ORDER}还没到账，急`],
    ['in brackets', `order (${ORDER}), please`],
    ['in full width', [...ORDER].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')],
    ['with an invisible character inside', `${ORDER.slice(0, 6)}\u200b${ORDER.slice(6)}`],
  ])('an order number is found %s', (_, text) => expect(numbers(text)).toContain(ORDER))

  it('stand in the order in which they were written', () =>
    expect(numbers(`${TXN} then ${ORDER}`)).toEqual([TXN, ORDER]))

  it('short words are none', () => expect(numbers('I paid 50 yuan at 10:03 for pro')).toEqual([]))

  it('are bounded', () => expect(numbers(`${ORDER} `.repeat(500))).toHaveLength(50))

  it('a transaction number is found by one hash, in whatever case', () => {
    const [found] = numberReferences(keyring, new Raw(`交易号 4200abcdef12345678`))
    expect(found?.txnHash).toBe(txnHashOf(keyring, ' 4200ABCDEF12345678 '))
  })
})
