// Whatever happens, in whatever order, to whatever state: no turn throws, every state can be read back, a person is near.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AT, explore } from '../../test/flows/explore.ts'
import { parsePolicy } from '../domain/policy-file.ts'
import { instantOf } from '../kit/clock.ts'
import { mint } from '../redaction/redacted.ts'
import type { FlowBook } from './book.ts'
import { loadBook } from './check.ts'
import { outstanding, turn } from './engine.ts'
import type { Event } from './event.ts'
import { newState, parseState, type State, serialiseState, stateShape } from './state.ts'
import { actions, answerNames, commands, intents, lookups } from './vocabulary.ts'

const policy = parsePolicy(readFileSync('data/policy.yaml', 'utf8'))
if (!policy.ok) throw new Error(JSON.stringify(policy.error))
const loaded = loadBook('data', policy.value)
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error))
const book = loaded.value
const scenes = explore(book).map((found) => found.turn.state)

const at = fc.integer({ min: AT, max: AT + 1e9 }).map(instantOf)
const words = fc
  .oneof(
    fc.constantFrom('人工', 'human', '取消', '返回', '1', '13', '谢谢', '', ' ', 'menu', '退款'),
    fc.string({ maxLength: 40 }),
  )
  .map(mint)
const references = fc.dictionary(
  fc.constantFrom(...answerNames),
  fc.oneof(fc.string({ maxLength: 8 }), fc.integer({ min: -5, max: 2_000_000 })),
  { maxKeys: 3 },
)
const outcomes = [
  ...new Set([...Object.values(lookups), ...Object.values(actions)].flatMap((call) => Object.keys(call.outcomes))),
  ...['failed', 'not-linked', 'needs-human', 'nonsense', '__proto__', 'constructor'],
]
const vars = fc.dictionary(fc.constantFrom('say', 'next', 'list', '__proto__', 'balance'), fc.string().map(mint), {
  maxKeys: 3,
})
// A step near the state's own is what a shell sends; any other is a stale or broken one.
const step = (state: State): fc.Arbitrary<number> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(state.step) }, fc.integer({ min: -2, max: state.step + 2 }))

const anyEvent = (state: State): fc.Arbitrary<Event> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      at,
      text: words,
      references,
      intent: fc.option(fc.constantFrom(...intents)),
    }),
    fc.record({ kind: fc.constant('choice' as const), at, step: step(state), index: fc.integer({ min: -1, max: 18 }) }),
    fc.record({ kind: fc.constant('command' as const), at, command: fc.constantFrom(...commands), references }),
    fc.record({
      kind: fc.constant('result' as const),
      at,
      step: step(state),
      outcome: fc.constantFrom(...outcomes),
      handoff: fc.boolean(),
      vars,
      items: fc.array(fc.record({ label: fc.string().map(mint), value: fc.string() }), { maxLength: 12 }),
      answers: references,
    }),
    fc.record({ kind: fc.constant('timeout' as const), at }),
  )

function holds(flows: FlowBook, state: State, event: Event): State {
  const next = turn(flows, state, event)
  expect(turn(flows, structuredClone(state), structuredClone(event))).toEqual(next)
  const read = parseState(mint(serialiseState(next.state)))
  expect(read.ok && read.value).toEqual(JSON.parse(serialiseState(next.state)))
  const said = next.effects.filter((effect) => effect.kind === 'say')
  const handed = next.effects.some(({ kind }) => kind === 'handoff')
  const calls = next.effects.filter(({ kind }) => kind === 'lookup' || kind === 'act')
  expect(calls.length).toBeLessThanOrEqual(1)
  if (calls.length === 1) expect(calls).toEqual(outstanding(next.state))
  else if (!handed && said.length > 0) expect(said.at(-1)?.choices.map(({ role }) => role)).toContain('human')
  expect(next.state.step).toBeGreaterThanOrEqual(state.step)
  return next.state
}

describe('any events in any order', () => {
  it('never throw, keep the state readable and a person one tap away, and give the same turn when replayed', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 25 }), fc.nat(), (seeds, length, start) => {
        let state = start % 3 === 0 ? newState() : (scenes[start % scenes.length] ?? newState())
        for (const seed of seeds.take(length)) {
          const [event] = fc.sample(anyEvent(state), { numRuns: 1, seed })
          if (event !== undefined) state = holds(book, state, event)
        }
      }),
      { numRuns: 300 },
    )
  }, 120_000)

  it('are survived by a state that another version of the flows wrote', () => {
    const place = fc.option(
      fc.record({ flow: fc.constantFrom('refund', 'gone', '__proto__', 'menu'), step: fc.string() }),
    )
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        place,
        fc.constantFrom('payment', 'gone', 'constructor'),
        (n, seed, old, name) => {
          const base = scenes[n % scenes.length] ?? newState()
          const waiting = base.waiting === null ? null : { ...base.waiting, name }
          const scene = { ...base.scene, place: old, version: 'older' }
          const state = stateShape.parse({ ...base, scene, waiting, history: [scene, ...base.history].slice(0, 8) })
          const [event] = fc.sample(anyEvent(state), { numRuns: 1, seed })
          if (event !== undefined) holds(book, state, event)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('are survived by a set of flows that an author has emptied', () => {
    const empty: FlowBook = { ...book, flows: {}, opens: {} }
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (n, seed) => {
        const state = scenes[n % scenes.length] ?? newState()
        const [event] = fc.sample(anyEvent(state), { numRuns: 1, seed })
        if (event !== undefined) holds(empty, state, event)
      }),
      { numRuns: 200 },
    )
  })

  it('leave a state that stays small however long somebody talks', () => {
    let state = newState()
    for (let n = 0; n < 400; n += 1) {
      const intent = intents[n % intents.length] ?? null
      state = turn(book, state, { kind: 'text', at: AT, text: mint(`第 ${n} 句`), references: {}, intent }).state
      if (state.waiting !== null) {
        const { step } = state.waiting
        state = turn(book, state, {
          kind: 'result',
          at: AT,
          step,
          outcome: 'none',
          vars: { list: mint('x'.repeat(200)) },
        }).state
      }
    }
    expect(serialiseState(state).length).toBeLessThan(20_000)
  })
})
