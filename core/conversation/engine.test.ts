// The engine's manners, over a small set of flows of its own.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AT, choice, command, text } from '../../test/flows/explore.ts'
import { parsePolicy } from '../domain/policy-file.ts'
import { instantOf } from '../kit/clock.ts'
import { mint } from '../redaction/redacted.ts'
import type { FlowBook } from './book.ts'
import { bookText, makeBook } from './check.ts'
import type { SayEffect, Turn } from './effect.ts'
import { current, expects, outstanding, turn } from './engine.ts'
import type { Event, ResultEvent } from './event.ts'
import { newState, type State } from './state.ts'

const policy = parsePolicy(readFileSync('data/policy.yaml', 'utf8'))
if (!policy.ok) throw new Error(JSON.stringify(policy.error))

const about =
  'title: { zh: 测试, en: Test }\nowner: tests\nlast_review: 2026-11-20\napplies: { zh: 测试, en: A test }\nlimits: { zh: 测试, en: A test }\n'
const flow = (name: string, body: string) => ({ file: `${name}.yaml`, text: `flow: ${name}\n${about}${body}` })
const flows = [
  flow(
    'menu',
    'opens_on: { /start: menu }\nstart: menu\nsteps:\n  menu: { say: { zh: 菜单, en: Menu here }, choices: [{ label: { zh: 付款, en: Pay }, go: pay }] }',
  ),
  flow('human', 'opens_on: { /human: person, human: person }\nstart: person\nsteps:\n  person: { handoff: asked }'),
  flow(
    'pay',
    `opens_on: { paid_not_credited: look, has-order: look }
start: look
steps:
  look: { lookup: payment, with: [order, txn], on: { not-linked: over, needs-human: person }, else: verdict }
  person: { handoff: finding, say: { zh: "{say}", en: "{say}" } }
  verdict:
    say: { zh: "结论：{say}", en: "Verdict: {say}" }
    choices:
      - { label: { zh: 再查, en: Again }, to: look }
      - { label: { zh: 写订单号, en: Type it }, to: number }
  number: { ask: order, say: { zh: 订单号？, en: Which number? }, to: look }
  over: { end: true, say: { zh: 请绑定, en: Please link } }
`,
  ),
  flow(
    'refund',
    'opens_on: { refund: why }\nstart: why\nsteps:\n  why: { ask: reason, say: { zh: 原因？, en: Why? }, to: over }\n  over: { end: true, say: { zh: 记下了, en: Noted } }',
  ),
]
const bookOf = (texts: typeof flows): FlowBook => {
  const made = makeBook({ flows: texts, texts: bookText('data').texts }, policy.value)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}
const book = bookOf(flows)

const run = (events: readonly Event[], from: State = newState()): Turn =>
  events.reduce<Turn>((last, event) => turn(book, last.state, event), { state: from, effects: [] })
const said = ({ effects }: Turn): string => effects.findLast((one): one is SayEffect => one.kind === 'say')?.text ?? ''
const paid = text('没到账', { intent: 'paid_not_credited' })
const found = (state: State, words: string, more: Partial<ResultEvent> = {}): ResultEvent => ({
  kind: 'result',
  at: AT,
  step: state.step,
  outcome: 'already-credited',
  vars: { say: mint(words) },
  ...more,
})
const verdict = (): Turn => {
  const { state } = run([paid])
  return turn(book, state, found(state, '已到账'))
}

describe('a button', () => {
  it('of an earlier step says that it is behind us and shows the open question again', () => {
    const old = verdict()
    const asked = turn(book, old.state, choice(old.state, 1))
    const stale = turn(book, asked.state, choice(old.state, 0))
    expect(said(stale)).toMatch(/已经过去.*\n\n订单号？/s)
    expect(stale.state).toEqual(asked.state)
  })

  it('pressed twice works once', () => {
    const old = verdict()
    const first = turn(book, old.state, choice(old.state, 0))
    expect(first.effects).toMatchObject([{ kind: 'lookup' }])
    expect(turn(book, first.state, choice(old.state, 0)).effects).toMatchObject([{ kind: 'say' }])
  })

  it('of a flow that was edited meanwhile shows the question anew and does nothing', () => {
    const old = verdict()
    const edited = bookOf(flows.map((one) => ({ ...one, text: one.text.replace('再查', '再查一遍') })))
    const next = turn(edited, old.state, choice(old.state, 0))
    expect(next.effects).toMatchObject([{ kind: 'say', text: '结论：已到账' }])
    expect(turn(edited, next.state, choice(next.state, 0)).effects).toMatchObject([{ kind: 'lookup' }])
  })

  it('of a step that an upgrade took away begins politely at the menu', () => {
    const old = verdict()
    const without = bookOf(
      [...flows.slice(0, 2), flow('other-matter', 'opens_on: { refund: a }\nstart: a\nsteps:\n  a: { end: true }')].map(
        (one) => ({ ...one, text: one.text.replace('go: pay', 'go: other-matter') }),
      ),
    )
    expect(said(turn(without, old.state, choice(old.state, 0)))).toMatch(/机器人刚刚更新[\s\S]*菜单/)
    expect(said(turn(without, old.state, text('退款', { intent: 'refund' })))).toMatch(/还有别的问题/)
  })

  it('can be typed by its number or its label', () => {
    const { state } = verdict()
    expect(turn(book, state, text('1')).effects).toMatchObject([{ kind: 'lookup' }])
    expect(turn(book, state, text(' 再查 ')).effects).toMatchObject([{ kind: 'lookup' }])
    expect(said(turn(book, state, text('取消')))).toMatch(/已停下/)
  })
})

describe('Back', () => {
  it('brings the earlier question back with the words it had', () => {
    const asked = turn(book, verdict().state, choice(verdict().state, 1))
    const back = turn(book, asked.state, text('返回'))
    expect(said(back)).toBe('结论：已到账')
  })

  it('leads to another question, not to the same one twice', () => {
    let next = verdict()
    next = turn(book, next.state, choice(next.state, 0))
    next = turn(book, next.state, found(next.state, '还是已到账'))
    expect(said(turn(book, next.state, text('返回')))).toMatch(/第一步[\s\S]*菜单/)
  })
})

describe('a message that answers no question', () => {
  it('is kept as a note, asked about once, and the second time a person is offered', () => {
    const first = turn(book, verdict().state, text('嗯嗯嗯'))
    expect(said(first)).toMatch(/没看懂[\s\S]*结论/)
    const second = turn(book, first.state, text('啊啊啊'))
    expect(said(second)).toMatch(/人工客服[\s\S]*结论/)
    expect(second.state.notes.map((note) => note.text)).toEqual(['嗯嗯嗯', '啊啊啊'])
  })

  it('at the beginning opens the menu, and the second time a person is offered', () => {
    const next = run([text('asdf'), text('qwer')])
    expect(said(next)).toMatch(/Talk to a person[\s\S]*Menu here/)
  })

  it('opens the flow that it means, and Back returns', () => {
    const next = turn(book, verdict().state, text('我要退款', { intent: 'refund' }))
    expect(said(next)).toBe('原因？')
    expect(said(turn(book, next.state, text('返回')))).toBe('结论：已到账')
  })

  it('with another order asks the same about that one', () => {
    const next = turn(book, verdict().state, text('DZ…', { references: { order: 'ord_2' } }))
    expect(next.effects).toMatchObject([{ kind: 'lookup', about: 'payment', args: { order: 'ord_2' } }])
  })

  it('is never taken for a reason when it asks for a person', () => {
    const next = run([text('退款', { intent: 'refund' }), text('帮我转人工客服', { intent: 'human' })])
    expect(next.effects).toMatchObject([{ kind: 'handoff', reason: 'asked', topic: 'refund' }])
  })
})

describe('an ask', () => {
  it('tells the door what it expects', () => {
    expect(expects(book, turn(book, verdict().state, choice(verdict().state, 1)).state)).toBe('order')
    expect(expects(book, verdict().state)).toBeNull()
  })

  it('takes the newer of an order number and a transaction number', () => {
    const { state } = run([text('没到账', { intent: 'paid_not_credited', references: { txn: 'txn_1' } })])
    let next = turn(book, state, found(state, '已到账'))
    next = turn(book, next.state, choice(next.state, 1))
    next = turn(book, next.state, text('DZ…', { references: { order: 'ord_2' } }))
    expect(next.effects).toMatchObject([{ kind: 'lookup', args: { order: 'ord_2' } }])
    expect(outstanding(next.state)).toEqual([
      { kind: 'lookup', step: next.state.step, about: 'payment', args: { order: 'ord_2' } },
    ])
  })
})

it('a sentence about something else is no redeem code, though the door made one of it', () => {
  const asks =
    'opens_on: { redeem_code: code }\nstart: code\nsteps:\n  code: { ask: code, say: { zh: 码？, en: Code? }, to: over }\n  over: { end: true }'
  const more = bookOf([...flows, flow('codes', asks)])
  const { state } = turn(more, newState(), text('码', { intent: 'redeem_code' }))
  const next = turn(more, state, text('我要退款', { intent: 'refund', references: { code: 'malformed' } }))
  expect(said(next)).toBe('原因？')
  expect(said(turn(more, state, text('取消', { references: { code: 'malformed' } })))).toMatch(/已停下/)
})

describe('a result', () => {
  it('that comes twice is told once', () => {
    const { state } = run([paid])
    const first = turn(book, state, found(state, '已到账'))
    expect(turn(book, first.state, found(state, '已到账'))).toEqual({ state: first.state, effects: [] })
  })

  it('that comes after the user went elsewhere is told all the same, and the talk stays where it is', () => {
    const { state } = run([paid])
    const left = turn(book, state, text('退款', { intent: 'refund' }))
    const late = turn(book, left.state, found(state, '已到账'))
    expect(said(late)).toMatch(/已到账[\s\S]*原因？/)
    expect(late.state.scene).toEqual(left.state.scene)
    expect(turn(book, late.state, found(state, '已到账')).effects).toEqual([])
  })

  it('that needs a person reaches one even when it comes late', () => {
    const { state } = run([paid])
    const left = turn(book, state, command('cancel'))
    const late = turn(book, left.state, found(state, '金额不符', { handoff: true }))
    expect(late.effects).toMatchObject([{ kind: 'say' }, { kind: 'handoff', reason: 'finding', topic: 'pay' }])
  })

  it('that failed offers another try with the same question', () => {
    const { state } = run([text('x', { intent: 'paid_not_credited', references: { order: 'ord_1' } })])
    const failed = turn(book, state, found(state, '', { outcome: 'failed' }))
    expect(said(failed)).toMatch(/没有改动/)
    expect(turn(book, failed.state, choice(failed.state, 0)).effects).toMatchObject([
      { kind: 'lookup', args: { order: 'ord_1' } },
    ])
  })

  it('is logged for the card with its time and outcome', () => {
    expect(verdict().state.lookups).toEqual([{ name: 'payment', step: 1, at: AT, outcome: 'already-credited' }])
    expect(verdict().state.path.map(({ step }) => step)).toEqual(['look', 'verdict'])
  })
})

describe('while a lookup is out', () => {
  it('the rest of a sentence sent in two parts does not start anew', () => {
    const { state } = run([paid])
    const next = turn(book, state, text('昨天付的', { intent: 'paid_not_credited' }))
    expect(next.state.waiting).toEqual(state.waiting)
    expect(said(next)).toMatch(/正在查/)
  })

  it('an order number that follows is the one that counts', () => {
    const { state } = run([paid])
    const next = turn(book, state, text('DZ…', { references: { order: 'ord_9' } }))
    expect(next.effects).toMatchObject([{ kind: 'lookup', args: { order: 'ord_9' } }])
  })

  it('a day without a result gives it up and offers another try', () => {
    const { state } = run([paid])
    expect(said(turn(book, state, { kind: 'timeout', at: AT }))).toMatch(/再试/)
  })
})

describe('after a day of silence', () => {
  const later = { kind: 'timeout', at: instantOf(AT + 86_400_000) } as const

  it('one nudge comes, then the question is parked, and Back resumes it', () => {
    const nudged = turn(book, verdict().state, later)
    expect(said(nudged)).toMatch(/还在吗[\s\S]*结论/)
    const parked = turn(book, nudged.state, later)
    expect(said(parked)).toMatch(/放在一边/)
    expect(said(turn(book, parked.state, text('返回')))).toBe('结论：已到账')
    expect(turn(book, parked.state, later).effects).toEqual([])
  })
})

describe('the language', () => {
  it('follows the opening message and stays through a bare number', () => {
    expect(said(run([text('hello there', { intent: 'unknown' })]))).toMatch(/Menu here/)
    expect(said(run([text('到帳了嗎', { intent: 'unknown' })]))).toMatch(/菜单/)
    const next = run([text('my money', { intent: 'paid_not_credited' }), command('cancel')])
    expect(said(turn(book, next.state, text('DZ20261121ABCDEF')))).toMatch(/Menu here/)
  })
})

it('/cancel always resets to nothing', () => {
  const next = turn(book, turn(book, verdict().state, choice(verdict().state, 1)).state, command('cancel'))
  expect(next.state).toMatchObject({ scene: { place: null, answers: {} }, history: [], waiting: null, misses: 0 })
})

it('what is shown can be shown once more without a change', () => {
  const { state, effects } = verdict()
  expect([current(book, state)]).toEqual(effects)
})
