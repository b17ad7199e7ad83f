// Words that an operator gets wrong: each has one line that says what to do, and what was typed is not repeated where it may be a secret.
import { describe, expect, it } from 'vitest'
import { parse } from './parser.ts'

const line = (words: readonly string[]): string => {
  const asked = parse(words)
  return asked.ok ? 'understood' : asked.error
}

describe('wrong usage has one line that says what to do', () => {
  it.each([
    [[], /^admin: name a verb; .*--help lists every verb$/],
    [['frobnicate'], /^admin: unknown command 'frobnicate'; .*--help/],
    [['codes'], /^codes: name a verb \(issue, show, disable\)/],
    [['codes', 'burn'], /^codes: unknown command 'burn' \(issue, show, disable\)/],
    [
      ['account', 'list', '--all'],
      /^account list: unknown option '--all'; for example: npm run -s admin -- account list$/,
    ],
    [['account', 'list', 'mei'], /^account list: too many arguments/],
    [['account', 'list', '--limit', '0'], /^account list: --limit: a whole number from 1/],
    [['account', 'show'], /^account show: missing required argument 'id\|e-mail'; for example/],
    [['account', 'create', '--email', 'nobody'], /^account create: --email: a whole e-mail address/],
    [['account', 'status', 'a1', '--to', 'gone'], /^account status: --to: normal or suspended/],
    [['account', 'status', 'a1'], /^account status: --to is missing/],
    [['link-code'], /^link-code: --account is missing/],
    [['order', 'show', 'a b'], /^order show: <number\|id>: an id/],
    [['codes', 'issue', '--count', '3'], /^codes issue: --credit is missing/],
    [['codes', 'issue', '--credit', '1.5', '--count', '3'], /^codes issue: --credit: credit units, a whole number/],
    [['codes', 'issue', '--credit', '5', '--count', '3', '--expires', 'soon'], /^codes issue: --expires: a date/],
    [['refund', 'reject', 'rfd_1'], /^refund reject: --reason is missing/],
    [['refund', 'approve', 'rfd_1', '--by', '\u001b[2J'], /^refund approve: --by: a name/],
    [['refund', 'list', '--state', 'open'], /^refund list: --state: requested, approved, rejected or returned/],
  ])('%j', (words, expected) => {
    expect(line(words)).toMatch(expected)
    expect(line(words).split('\n')).toHaveLength(1)
  })

  it('a code in the wrong place is not repeated', () => {
    expect(line(['codes', 'K7M2P-9QRST-VWXYZ-01234'])).not.toMatch(/K7M2P|9QRST/)
    expect(line(['codes', 'show', '--K7M2P-9QRST-VWXYZ-01234'])).not.toMatch(/K7M2P|9QRST/)
  })
})

describe('what was understood', () => {
  it('carries values, not texts', () => {
    const asked = parse([
      'codes',
      'issue',
      '--credit',
      '5000000',
      '--count',
      '10',
      '--expires',
      '2026-12-31',
      '--by',
      '王 Li',
    ])
    expect(asked.ok && asked.value).toMatchObject({
      verb: { name: 'codes issue' },
      options: { credit: 5_000_000n, count: 10, expires: Date.parse('2027-01-01T00:00:00+08:00') },
      by: '王 Li',
    })
  })

  it('keeps the words of a reason closed', () => {
    const asked = parse(['refund', 'reject', 'rfd_1', '--reason', 'call 13812345678'])
    expect(JSON.stringify(asked.ok && asked.value !== 'shown' && asked.value.options)).not.toContain('138')
  })

  it('a name is asked for by verbs that change something, and by no other', () => {
    expect(line(['account', 'list', '--by', 'lily'])).toContain('unknown option')
    expect(line(['refund', 'approve', 'rfd_1', '--by', 'lily'])).toBe('understood')
  })
})
