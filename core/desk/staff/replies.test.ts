// The prepared replies: the shipped ones hold, and what would fail in front of a user is told with its line beforehand.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mint } from '../../redaction/redacted.ts'
import { readReplies } from './replies.ts'

const facts = { service: mint('x'), hours: mint('x'), refund_days: mint('x') }

describe('replies', () => {
  it('the shipped ones have no fault, and none asks for a code, a card or a full screenshot', () => {
    const read = readReplies(readFileSync('data/texts/replies.yaml', 'utf8'), facts)
    expect(read.ok ? [] : read.error).toEqual([])
    expect(read.ok && Object.keys(read.value).length).toBeGreaterThan(8)
  })

  it.each([
    ['a slot that nobody fills', 'replies:\n  one: { zh: "{nobody}", en: "{nobody}" }', 2],
    ['a language that is missing', 'replies:\n  one: { zh: 好, en: "" }', 2],
    ['slots of one language only', 'replies:\n  ok: { zh: 好, en: fine }\n  two: { zh: "{order}", en: fine }', 3],
    ['a name that is none', 'replies:\n  ONE: { zh: 好, en: fine }', 2],
  ])('%s is told with its line', (_, text, line) => {
    const read = readReplies(text, facts)
    expect(read.ok ? undefined : read.error[0]?.line).toBe(line)
  })
})
