// Who may redeem a code, until when, and when guessing stops.
import { describe, expect, it } from 'vitest'
import { instantOf, MINUTE, plus } from '../kit/clock.ts'
import { credit } from '../kit/money.ts'
import { judgeCode, lockAfter, type RedeemCode } from './redeem-code.ts'

const now = instantOf(1_000_000_000)
const alice = { id: 'alice', status: 'normal' as const, everCredited: false }
const code = (changes: Partial<RedeemCode> = {}): RedeemCode => ({
  id: 'c',
  lookup: 'l',
  tail: '1234',
  fingerprint: 'f',
  units: credit(100n),
  state: 'issued',
  issuedAt: now,
  expiresAt: null,
  onlyFor: null,
  redeemedBy: null,
  redeemedAt: null,
  disabledAt: null,
  ...changes,
})
const byAlice = { state: 'redeemed', redeemedBy: 'alice', redeemedAt: now } as const

describe('a code', () => {
  it.each([
    ['that was never issued', undefined, 'code-unusable'],
    ['that is fresh', code(), 'code-ready'],
    ['that somebody else redeemed', code({ ...byAlice, redeemedBy: 'bob' }), 'code-unusable'],
    ['that was disabled', code({ state: 'disabled', disabledAt: now }), 'code-unusable'],
    ['of the last millisecond', code({ expiresAt: plus(now, 1) }), 'code-ready'],
    ['at the second of its end', code({ expiresAt: now }), 'code-unusable'],
    ['for somebody else', code({ onlyFor: 'bob' }), 'code-unusable'],
    ['for the one who asks', code({ onlyFor: 'alice' }), 'code-ready'],
    ['for new accounts', code({ onlyFor: 'new-accounts' }), 'code-ready'],
    ['that the asker redeemed', code(byAlice), 'code-redeemed-by-you'],
    ['that the asker redeemed, long expired', code({ ...byAlice, expiresAt: now }), 'code-redeemed-by-you'],
  ])('%s', (_, given, finding) => expect(judgeCode(given, alice, now)).toBe(finding))

  it('for new accounts is not for one that was ever credited', () =>
    expect(judgeCode(code({ onlyFor: 'new-accounts' }), { ...alice, everCredited: true }, now)).toBe(
      'code-not-eligible',
    ))

  it('of a suspended account is not eligible, but an unusable one stays unusable', () => {
    const suspended = { ...alice, status: 'suspended' as const }
    expect(judgeCode(code(), suspended, now)).toBe('code-not-eligible')
    expect(judgeCode(undefined, suspended, now)).toBe('code-unusable')
  })
})

describe('guessing', () => {
  const ago = (...minutes: readonly number[]) => minutes.map((minute) => plus(now, -minute * MINUTE))

  it.each([
    ['the fifth miss within ten minutes', ago(8, 6, 4, 2), true],
    ['both ends included', ago(10, 6, 4, 2), true],
    ['the fourth miss', ago(6, 4, 2), false],
    ['the fifth, but the first is a millisecond too old', [plus(now, -10 * MINUTE - 1), ...ago(6, 4, 2)], false],
    ['all at once', [now, now, now, now], true],
  ])('%s locks: %s', (_, tries, locks) =>
    expect(lockAfter(tries, now)).toBe(locks ? plus(now, 10 * MINUTE) : undefined),
  )
})
