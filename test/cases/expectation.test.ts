import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compare, compareSame, type Expected, readExpectations } from './expectation.ts'

const expected: Expected = {
  file: 'payment/lost.json',
  finding: 'credited-by-requery',
  handoff: false,
  credited: { alice: 25_000_000, wanglei: 0 },
  order_status: 'Completed',
  refused: [{ event: 2, code: 'order-not-open' }],
  sayHas: ['{mask:o1}', '{yuan:50}'],
  sayNotHas: ['{txn:2026112022001400000000000001}', 'alice@example.com', 'wanglei'],
}
const both = (zh: string, en: string) => ({ zh, en })
const line = {
  name: 'a lost callback',
  file: 'data/cases/payment/lost.json',
  finding: 'credited-by-requery',
  handoff: false,
  credited: { wanglei: 0, alice: 25_000_000 },
  order_status: 'Completed',
  say: both('订单 ****JK7M 的 ¥50 已到账。', 'Order ****JK7M: ¥50 is credited.'),
  next: both('无需再做什么。', 'Nothing more to do.'),
  evidence: ['orders:ord_1'],
  labels: { o1: 'DZ20261120ABCDEFGHJK7M', c1: 'AAAAA-BBBBB-CCCCC-DDDDD', t1: 'task_1' },
  refused: [{ event: 2, code: 'order-not-open', message: both('订单已关闭', 'The order is closed.') }],
  invariants: 'ok',
}

describe('an expectation', () => {
  test('finds nothing where the line agrees', () => {
    expect(compare(expected, line)).toEqual([])
  })

  test.each<[string, object, string]>([
    ['another file', { file: 'payment/found.json' }, 'file'],
    ['another finding', { finding: 'already-credited' }, 'finding'],
    ['another handoff', { handoff: true }, 'handoff'],
    ['another balance', { credited: { alice: 24_999_999, wanglei: 0 } }, 'credited'],
    ['a missing account', { credited: { alice: 25_000_000 } }, 'credited'],
    ['another order status', { order_status: 'Pending' }, 'order_status'],
    ['an order status where none is expected', { order_status: null }, 'order_status'],
    ['a refusal that is missing', { refused: [] }, 'refused'],
    ['a refusal of another event', { refused: [{ ...line.refused[0], event: 1 }] }, 'refused'],
    ['another code of refusal', { refused: [{ ...line.refused[0], code: 'refund-used' }] }, 'refused'],
    ['a refusal without words', { refused: [{ event: 2, code: 'order-not-open' }] }, 'message'],
    ['a Chinese text without the mask', { say: both('¥50 已到账', line.say.en) }, 'zh: the text lacks {mask:o1}'],
    [
      'an English text without the amount',
      { say: both(line.say.zh, 'Order ****JK7M') },
      'en: the text lacks {yuan:50}',
    ],
    ['a text with an e-mail', { next: both('联系 alice@example.com', 'Done.') }, 'zh: the text must not hold alice'],
    ['a text with twelve digits of a payment', { next: both('好', 'Seen 202611202200.') }, 'must not hold {txn:'],
    ['a text with a full order number', { next: both('订单 dz20261120abcdefghjk7m', 'Done.') }, 'identifier of o1'],
    ['a text with a full code in spaces', { next: both('好', 'AAAAA BBBBB CCCCC DDDDD') }, 'identifier of c1'],
    ['evidence with a full order number', { evidence: ['orders:DZ20261120ABCDEFGHJK7M'] }, 'identifier of o1'],
    ['evidence with a name', { evidence: ['accounts:wanglei'] }, 'evidence or a refusal'],
    ['evidence of another form', { evidence: ['the order'] }, 'table:id'],
    ['no evidence', { evidence: [] }, 'no evidence'],
    ['a broken invariant', { invariants: ['wallet below zero'] }, 'invariants'],
    ['Chinese missing in Chinese', { next: both('Done.', 'Done.') }, 'without Chinese'],
    ['Chinese in English', { next: both('好的', '好的') }, 'with Chinese'],
    ['an empty text', { next: both('', 'Done.') }, 'next.zh'],
    ['an error in place of an answer', { say: undefined, error: 'unreadable' }, 'say'],
  ])('finds %s', (_, change, part) => {
    const found = compare(expected, { ...line, ...change })
    expect(found.join('\n')).toContain(part)
  })

  test('the name of a task may be said', () => {
    expect(compare(expected, { ...line, next: both('任务 task_1', 'Task task_1.') })).toEqual([])
  })

  test('refusals may be absent where none are expected, and may not appear', () => {
    const { refused, ...without } = expected
    const { refused: listed, ...plain } = line
    expect(compare(without, plain)).toEqual([])
    expect(compare(without, line).join()).toContain(`refused: expected [], got`)
    expect([refused, listed].every(Array.isArray)).toBe(true)
  })

  test('an order of nobody or of another has no evidence', () => {
    const foreign: Expected = { ...expected, finding: 'other-account', order_status: null, same: 'no order' }
    const said = { ...line, finding: 'other-account', order_status: null }
    expect(compare(foreign, said)).toEqual(['evidence is named for no own order'])
    expect(compare(foreign, { ...said, evidence: [] })).toEqual([])
  })

  test('a file that cannot be read must fail under its own name', () => {
    const broken: Expected = { file: 'unreadable/half.json', error: true, name: 'half' }
    const error = { name: 'half', file: 'data/cases/unreadable/half.json', error: 'no JSON' }
    expect(compare(broken, error)).toEqual([])
    expect(compare(broken, { ...error, name: null })).toEqual([])
    expect(compare(broken, { ...error, name: 'whole' }).join()).toContain('name')
    expect(compare(broken, { ...error, file: 'unreadable/other.json' }).join()).toContain('file')
    expect(compare(broken, line).join()).toContain('error')
  })

  test('answers of one group must be word for word the same', () => {
    const same: Expected = { ...expected, same: 'no order' }
    const other: Expected = { ...same, file: 'payment/b.json' }
    expect(
      compareSame([
        { expected: same, line },
        { expected: other, line },
      ]),
    ).toEqual([])
    const changed = { ...line, next: both('别的', 'Else.') }
    expect(
      compareSame([
        { expected: same, line },
        { expected: other, line: changed },
      ]),
    ).toEqual(['payment/b.json is not worded like payment/lost.json (no order)'])
  })

  test('the committed expectations can be read and name each file once', () => {
    const all = readExpectations(readFileSync(new URL('expected.jsonl', import.meta.url), 'utf8'))
    expect(new Set(all.map(({ file }) => file)).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(400)
  })

  test('a misspelt phrase makes the expectations unreadable', () => {
    expect(() => readExpectations(JSON.stringify({ ...expected, sayHas: ['{maks:o1}'] }))).toThrow()
  })
})
