// What is left of a pasted report when the furniture is out, and how much each part weighs.
import { expect, test } from 'vitest'
import { passages } from './passage.ts'

const said = (text: string): string =>
  passages(text)
    .map((one) => one.text.replace(/\s+/g, ' '))
    .join(' | ')

test('check boxes, comments, code, pictures, links, tables and hints of a template say nothing', () => {
  const report = `充值不到账

**确认项**
- [x] 我读过退款说明

<!-- 发票问题请联系站长 -->
**说明**
付了钱没有余额，见 ![图](https://img.example.com/refund.png) 和 https://example.com/redeem

| 版本 | 退款 |
| --- | --- |

\`\`\`
order pending refund
\`\`\`
[GIN] 2026/11/02 - 10:00:00 | 200 | POST "/api/redeem"
`
  expect(said(report)).toBe('充值不到账 | 说明 | 付了钱没有余额，见 和')
})

test('the title weighs most, what is expected less, the environment nothing', () => {
  const [title, body, wanted, ...rest] = passages(`Payment failed

### What happened?
The button is dead.

### Expected behaviour
I can pay.

### Environment
A paid server.
`).filter((one) => one.text !== 'what happened')
  expect(title).toEqual({ text: 'Payment failed', weight: 1 })
  expect(body).toEqual({ text: 'The button is dead.', weight: 1 })
  expect(wanted).toEqual({ text: 'I can pay.', weight: 0.5 })
  expect(rest).toEqual([])
})

test('a first line that looks like a log or a section is still the title', () => {
  expect(said('# 充值问题')).toBe('充值问题')
  expect(said('[BUG] paid, nothing arrived')).toBe('[BUG] paid, nothing arrived')
})

test('a text that is all furniture comes back whole', () => {
  expect(passages('```\npaid, no credit\n```')).toEqual([{ text: '```\npaid, no credit\n```', weight: 0.6 }])
})

test('a sentence without an end is cut, so that no piece is longer than a sentence is', () => {
  const pieces = passages(`${'付款之后一直没有到账，'.repeat(60)}${'x'.repeat(900)}`)
  expect(Math.max(...pieces.map((one) => one.text.length))).toBeLessThanOrEqual(171)
})
