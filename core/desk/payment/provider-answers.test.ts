// What was answered lately is remembered for a while and for so many orders; questions of all users share a budget.
import { describe, expect, it } from 'vitest'
import type { QueryAnswer } from '../../domain/channel.ts'
import { instantOf, MINUTE, plus } from '../../kit/clock.ts'
import { ProviderAnswers, QUESTIONS_A_MINUTE, REMEMBERED_ORDERS } from './provider-answers.ts'

const now = instantOf(1_000_000)
const said = (kind: 'not-paid' | 'unknown'): Promise<QueryAnswer> => Promise.resolve({ kind })
const INTERVAL = 20_000

describe('an answer', () => {
  it.each([
    [0, true],
    [INTERVAL - 1, true],
    [INTERVAL, false],
    [-1, false],
  ])('is recalled %d ms later: %s', async (ms, recalled) => {
    const answers = new ProviderAnswers()
    answers.remember('o1', now, said('not-paid'))
    expect(answers.recall('o1', plus(now, ms), INTERVAL) !== undefined).toBe(recalled)
  })

  it('is never recalled where there is no interval, as in a replay', () => {
    const answers = new ProviderAnswers()
    answers.remember('o1', now, said('not-paid'))
    expect(answers.recall('o1', now, 0)).toBeUndefined()
  })

  it('that came unasked is the one recalled, and does not put off the next question', async () => {
    const answers = new ProviderAnswers()
    answers.replace('o1', said('unknown'))
    expect(answers.recall('o1', now, INTERVAL)).toBeUndefined()
    answers.remember('o1', now, said('unknown'))
    answers.replace('o1', said('not-paid'))
    expect(await answers.recall('o1', plus(now, 1), INTERVAL)).toEqual({ kind: 'not-paid' })
    expect(answers.recall('o1', plus(now, INTERVAL), INTERVAL)).toBeUndefined()
  })

  it('of a thousand orders is remembered, the one longest ago is forgotten first', () => {
    const answers = new ProviderAnswers()
    for (let n = 0; n < REMEMBERED_ORDERS; n++) answers.remember(`o${n}`, now, said('not-paid'))
    answers.remember('o0', now, said('not-paid'))
    answers.remember('one more', now, said('not-paid'))
    const known = (key: string): boolean => answers.recall(key, now, INTERVAL) !== undefined
    expect([known('o0'), known('o1'), known('o2'), known('one more')]).toEqual([true, false, true, true])
  })
})

describe('the budget of a provider', () => {
  const spend = (answers: ProviderAnswers, times: number): boolean[] =>
    Array.from({ length: times }, () => answers.spend('alipay', now))

  it('is 120 questions a minute', () => {
    const outcomes = spend(new ProviderAnswers(), QUESTIONS_A_MINUTE + 1)
    expect(outcomes.filter(Boolean)).toHaveLength(120)
    expect(outcomes.at(-1)).toBe(false)
  })

  it('comes back as the minute passes, and refused questions do not use it', () => {
    const answers = new ProviderAnswers(2)
    spend(answers, 10)
    expect(answers.spend('alipay', plus(now, MINUTE - 1))).toBe(false)
    expect(answers.spend('alipay', plus(now, MINUTE))).toBe(true)
  })

  it('is its own for each provider', () => {
    const answers = new ProviderAnswers(1)
    spend(answers, 2)
    expect(answers.spend('wechat', now)).toBe(true)
  })

  it('has no end in a replay', () => {
    expect(spend(new ProviderAnswers(Number.POSITIVE_INFINITY), 500).every(Boolean)).toBe(true)
  })
})
