// What the shipped flows promise: they pass the check, verdicts come first, a person is always there.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AT, choice, command, explore, nextEvents, result, text } from '../../test/flows/explore.ts'
import { parsePolicy } from '../domain/policy-file.ts'
import { mint } from '../redaction/redacted.ts'
import { checkFlows, loadBook } from './check.ts'
import type { SayEffect, Turn } from './effect.ts'
import { expects, outstanding, turn } from './engine.ts'
import type { Event } from './event.ts'
import { newState, parseState, type State, serialiseState } from './state.ts'
import { commands, finds, intents } from './vocabulary.ts'

const policy = parsePolicy(readFileSync('data/policy.yaml', 'utf8'))
if (!policy.ok) throw new Error(JSON.stringify(policy.error))
const loaded = loadBook('data', policy.value)
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error))
const book = loaded.value
const all = explore(book)

const run = (events: readonly Event[], from: State = newState()): Turn =>
  events.reduce<Turn>((last, event) => turn(book, last.state, event), { state: from, effects: [] })
const lastSay = (next: Turn): SayEffect | undefined => next.effects.findLast((effect) => effect.kind === 'say')
const kinds = (next: Turn): string[] => next.effects.map(({ kind }) => kind)
const label = (next: Turn, words: string): Event => {
  const index = lastSay(next)?.choices.findIndex((one) => one.label === words) ?? -1
  expect(index, `the button ${words}`).toBeGreaterThanOrEqual(0)
  return choice(next.state, index)
}

describe('the shipped flows', () => {
  it('have no fault', () => expect(checkFlows('data')).toEqual([]))

  it('are all walked by the tests below, every question and every call of every flow', () => {
    const walked = new Set(all.map(({ turn: { state } }) => `${state.scene.place?.flow}/${state.scene.place?.step}`))
    const stops = Object.values(book.flows).flatMap((flow) =>
      Object.entries(flow.steps)
        .filter(
          ([, step]) => step.kind === 'ask' || step.kind === 'lookup' || step.kind === 'act' || step.kind === 'say',
        )
        .map(([name]) => `${flow.name}/${name}`),
    )
    expect(stops.filter((stop) => !walked.has(stop))).toEqual([])
    expect(stops.length).toBeGreaterThan(100)
  })

  it.each(['paid_not_credited', 'payment_failed', 'order_processing', 'duplicate_payment'] as const)(
    'an opening sentence about %s looks into the payment before it asks anything',
    (intent) => {
      const next = run([text('我付了款但是没到账', { intent })])
      expect(next.effects).toMatchObject([{ kind: 'lookup', about: 'payment', args: {} }])
    },
  )

  it.each([
    ['refund', 'refund'],
    ['invoice', 'invoice'],
    ['task_charged', 'task'],
    ['redeem_code', 'redeem'],
  ] as const)('an opening sentence about %s looks up %s before it asks anything', (intent, about) => {
    expect(run([text('帮我看看', { intent })]).effects).toMatchObject([{ kind: 'lookup', about }])
  })

  it('from the menu every money matter reaches its lookup with one tap and nothing typed', () => {
    const menu = run([command('start')])
    for (const words of [
      '付款了没到账',
      '付款失败',
      '订单一直在处理中',
      '重复付款',
      '退款',
      '发票',
      '任务失败却扣费',
    ]) {
      expect(kinds(turn(book, menu.state, label(menu, words)))).toEqual(['lookup'])
    }
  })

  it('another order is judged within four taps from the menu', () => {
    let next = run([command('start')])
    next = turn(book, next.state, label(next, '付款了没到账'))
    next = turn(book, next.state, result(next.state, 'already-credited'))
    next = turn(book, next.state, label(next, '查另一笔订单'))
    next = turn(book, next.state, result(next.state, 'some'))
    next = turn(book, next.state, label(next, 'row 2'))
    expect(next.effects).toMatchObject([{ kind: 'lookup', about: 'payment', args: { order: 'id2' } }])
  })

  it('an order in the opening sentence is the one that is looked up', () => {
    const next = run([text('这笔没到账', { intent: 'paid_not_credited', references: { order: 'ord_7' } })])
    expect(next.effects).toMatchObject([{ kind: 'lookup', args: { order: 'ord_7' } }])
  })

  it('the verdict and what happens now stand in the reply, in the language of the opening sentence', () => {
    const opening = text('I paid 50 yuan and nothing arrived', { intent: 'paid_not_credited' })
    const waiting = run([opening])
    const next = turn(book, waiting.state, result(waiting.state, 'credited-by-requery'))
    expect(lastSay(next)?.text).toBe('<say>\n\n<next>')
    expect(lastSay(next)?.choices.map((one) => one.label)).toContain('Talk to a person')
  })

  it('somebody without a linked account hears the general advice, how to link, and no finding', () => {
    for (const { turn: at } of all.filter(({ turn: { state } }) => state.waiting !== null)) {
      const next = turn(book, at.state, result(at.state, 'not-linked'))
      if (!nextEvents(book, at).some((event) => event.kind === 'result' && event.outcome === 'not-linked')) continue
      expect(kinds(next)).toEqual(['say'])
      expect(lastSay(next)?.text).not.toContain('<')
      expect(lastSay(next)?.text).toMatch(/绑定/)
    }
  })

  it('a finding that needs a person is told and handed over in one turn', () => {
    const waiting = run([text('没到账', { intent: 'paid_not_credited' })])
    const next = turn(book, waiting.state, result(waiting.state, 'amount-mismatch', true))
    expect(next.effects).toMatchObject([
      { kind: 'say', text: '<say>\n\n<next>' },
      { kind: 'handoff', reason: 'finding', topic: 'paid-not-credited' },
    ])
  })

  it('/redeem with a code redeems it without a question', () => {
    const next = run([{ kind: 'command', at: AT, command: 'redeem', references: { code: 'ref' } }])
    expect(next.effects).toMatchObject([{ kind: 'act', action: 'redeem', args: { code: 'ref' } }])
  })

  it('a mistyped code is asked for again and not tried twice', () => {
    let next = run([{ kind: 'command', at: AT, command: 'redeem', references: { code: 'ref' } }])
    next = turn(book, next.state, result(next.state, 'code-malformed'))
    next = turn(book, next.state, label(next, '重新输入'))
    expect(kinds(next)).toEqual(['say'])
    expect(expects(book, next.state)).toBe('code')
  })

  it('a code that came with the opening sentence is looked up once; typing it again means typing', () => {
    let next = run([text('这个码不对', { intent: 'redeem_code', references: { code: 'ref' } })])
    expect(next.effects).toMatchObject([{ kind: 'lookup', about: 'redeem', args: { code: 'ref' } }])
    next = turn(book, next.state, result(next.state, 'code-malformed'))
    next = turn(book, next.state, label(next, '重新输入'))
    expect(expects(book, next.state)).toBe('code')
  })

  it('a recharge goes from amount and method to an order that can be checked', () => {
    let next = run([text('我要充值', { intent: 'recharge' })])
    next = turn(book, next.state, result(next.state, 'shown'))
    next = turn(book, next.state, label(next, '¥50'))
    next = turn(book, next.state, label(next, '支付宝'))
    expect(next.effects).toMatchObject([
      { kind: 'act', action: 'create-order', args: { amount: 5000, channel: 'alipay' } },
    ])
    next = turn(book, next.state, result(next.state, 'created'))
    next = turn(book, next.state, label(next, '我已付款，查一下'))
    expect(next.effects).toMatchObject([{ kind: 'lookup', about: 'payment', args: { order: 'order1' } }])
  })

  it('/recharge 50 asks for the method only', () => {
    let next = run([{ kind: 'command', at: AT, command: 'recharge', references: { amount: 5000 } }])
    next = turn(book, next.state, result(next.state, 'shown'))
    expect(lastSay(next)?.choices[0]?.label).toBe('支付宝')
  })

  it('a chosen language is kept whatever language the next messages are in', () => {
    let next = run([text('language', { intent: 'language' })])
    next = turn(book, next.state, label(next, 'English'))
    next = turn(book, next.state, result(next.state, 'done'))
    expect(lastSay(next)?.text).toMatch(/English/)
    next = turn(book, next.state, text('你好', { intent: 'greeting' }))
    expect(lastSay(next)?.text).toMatch(/Hello/)
  })

  it('each intent and command opens something, but what the matcher does not know', () => {
    const triggers = [...intents, ...commands.map((name) => `/${name}`), ...finds]
    expect(triggers.filter((trigger) => book.opens[trigger] === undefined)).toEqual(['other', 'unknown', '/cancel'])
  })
})

describe('at every node of every flow', () => {
  it('a person is one tap away, and so are Back and Cancel', () => {
    for (const { turn: at } of all) {
      if (kinds(at).some((kind) => kind === 'handoff') || at.state.waiting !== null) continue
      const roles = lastSay(at)?.choices.map(({ role }) => role) ?? []
      expect(roles).toContain('human')
      if (at.state.scene.place !== null) expect(roles.slice(-3)).toEqual(['back', 'human', 'cancel'])
    }
  })

  it.each(['人工', ' human ', 'HUMAN'])('%j hands over', (words) => {
    for (const { turn: at } of all) expect(kinds(turn(book, at.state, text(words)))).toContain('handoff')
  })

  it('a kill loses nothing: the stored state gives the same next step', () => {
    for (const { turn: at } of all) {
      const read = parseState(mint(serialiseState(at.state)))
      if (!read.ok) throw new Error(`unreadable at ${JSON.stringify(at.state.scene.place)}`)
      expect(read.value).toEqual(at.state)
      expect(outstanding(read.value)).toEqual(at.effects.filter(({ kind }) => kind === 'lookup' || kind === 'act'))
      for (const event of [...nextEvents(book, at), text('???'), command('cancel')]) {
        expect(turn(book, read.value, event)).toEqual(turn(book, at.state, event))
      }
    }
  })

  it('no text leaves a slot open, in either language', () => {
    for (const lang of ['zh', 'en'] as const) {
      for (const { events } of all) {
        const said = run(events, newState(lang)).effects.filter((effect) => effect.kind === 'say')
        for (const { text: words } of said) expect(words).not.toMatch(/\{[a-z_]+\}|undefined|^$/)
      }
    }
  })

  it('a text or a button stays within what a chat platform takes', () => {
    for (const { turn: at } of all) {
      const said = lastSay(at)
      expect(said?.text.length ?? 0).toBeLessThan(2_000)
      expect(said?.choices.length ?? 0).toBeLessThanOrEqual(25)
    }
  })
})
