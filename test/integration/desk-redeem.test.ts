// A code gives its credit once, to one account; whoever guesses is stopped, whoever mistypes is not.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askAboutCode, disableCode, issueCodes, redeemCode } from '../../core/desk/wallet/redeem.ts'
import { MINUTE, plus } from '../../core/kit/clock.ts'
import { newCode } from '../../core/kit/code-text.ts'
import { countedIds } from '../../core/kit/ids.ts'
import { credit } from '../../core/kit/money.ts'
import { codeReference } from '../../core/redaction/door.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { OPENED_AT, openShop, type Shop } from '../fakes/shop.ts'

let shop: Shop
let code = { id: '', text: '' }
beforeEach(async () => {
  shop = await openShop()
  await shop.openAccount('alice')
  await shop.openAccount('bob')
  const [issued] = await issueCodes(shop.context, { units: credit(100n), count: 1 })
  if (issued) code = issued
})
afterEach(async () => {
  expect(await shop.broken()).toEqual([])
  await shop.close()
})

const reference = (text: string) => codeReference(shop.context.keyring, new Raw(text))
const redeem = async (text = code.text, account = 'alice') =>
  (await redeemCode(shop.context, account, reference(text))).finding
const ask = async (text = code.text, account = 'alice') =>
  (await askAboutCode(shop.context, account, reference(text))).finding
const unknown = (seed: number): string => newCode(countedIds(1_000 + seed))

describe('a code', () => {
  it('is redeemed once, however often and by whomever it is tried', async () => {
    expect([await redeem(), await redeem(), await redeem(code.text, 'bob')]).toEqual([
      'code-ready',
      'code-redeemed-by-you',
      'code-unusable',
    ])
    expect([await shop.balance(), await shop.balance('bob'), await shop.count('lot')]).toEqual([100n, 0n, 1])
  })

  it('tried by two people at once goes to one of them', async () => {
    await Promise.all([redeem(), redeem(code.text, 'bob'), redeem(), redeem(code.text, 'bob')])
    expect((await shop.balance()) + (await shop.balance('bob'))).toBe(100n)
  })

  it('is not redeemed by a question', async () => {
    expect([await ask(), await ask()]).toEqual(['code-ready', 'code-ready'])
    expect(await shop.balance()).toBe(0n)
  })

  it('stands in no table in a form from which it could be read', async () => {
    const plain = code.text.replaceAll('-', '')
    const rows = JSON.stringify(await shop.store.sql('select * from redeem_code'))
    for (let at = 0; at + 6 <= plain.length; at++) expect(rows).not.toContain(plain.slice(at, at + 6))
    expect(rows).toContain(plain.slice(-4))
  })

  it('that is disabled cannot be redeemed; one that was redeemed cannot be disabled', async () => {
    expect(await disableCode(shop.context, code.id)).toBe(true)
    expect(await redeem()).toBe('code-unusable')
    const [other] = await issueCodes(shop.context, { units: credit(5n), count: 1 })
    await redeem(other?.text)
    expect(await disableCode(shop.context, other?.id ?? '')).toBe(false)
    expect(await shop.balance()).toBe(5n)
  })
})

describe('guessing', () => {
  const miss = (seed: number) => redeem(unknown(seed))

  it('five times within ten minutes locks for ten minutes, also for the right code', async () => {
    for (const seed of [1, 2, 3, 4, 5]) expect(await miss(seed)).toBe('code-unusable')
    expect([await redeem(), await ask()]).toEqual(['code-locked', 'code-locked'])
    shop.clock.advance(10 * MINUTE - 1)
    expect(await redeem()).toBe('code-locked')
    shop.clock.advance(1)
    expect(await redeem()).toBe('code-ready')
  })

  it('four times does not', async () => {
    for (const seed of [1, 2, 3, 4]) await miss(seed)
    expect(await redeem()).toBe('code-ready')
  })

  it('by asking counts like trying', async () => {
    for (const seed of [1, 2, 3, 4]) await ask(unknown(seed))
    await miss(5)
    expect(await redeem()).toBe('code-locked')
  })

  it('spread over more than ten minutes does not lock', async () => {
    await miss(1)
    shop.clock.advance(10 * MINUTE + 1)
    for (const seed of [2, 3, 4, 5]) await miss(seed)
    expect(await redeem()).toBe('code-ready')
  })

  it('locks nobody else', async () => {
    for (const seed of [1, 2, 3, 4, 5]) await miss(seed)
    expect(await redeem(code.text, 'bob')).toBe('code-ready')
  })

  it('is not what a typo, a word or a code of their own is', async () => {
    await redeem()
    for (let n = 0; n < 12; n++) {
      expect(await redeem()).toBe('code-redeemed-by-you')
      expect(await redeem('hello')).toBe('code-malformed')
    }
    for (const seed of [1, 2, 3, 4]) expect(await miss(seed)).toBe('code-unusable')
  })

  it('while locked is not counted: the lock ends when it was said to', async () => {
    for (const seed of [1, 2, 3, 4, 5]) await miss(seed)
    for (let n = 0; n < 20; n++) await miss(n + 10)
    const answer = await redeemCode(shop.context, 'alice', reference(code.text))
    expect(answer.until).toBe(plus(OPENED_AT, 10 * MINUTE))
    shop.clock.set(plus(OPENED_AT, 10 * MINUTE))
    expect(await redeem()).toBe('code-ready')
  })
})
