// A template shows redacted words and nothing else.
import { expect, it } from 'vitest'
import { mint } from '../redaction/redacted.ts'
import { fill, slotsOf } from './template.ts'

const template = { zh: '订单 {order}，{amount}', en: '{amount} for order {order}' }

it('fills each language in its own order', () => {
  const vars = { order: mint('****AB12'), amount: mint('¥50') }
  expect(fill(template, 'zh', vars)).toBe('订单 ****AB12，¥50')
  expect(fill(template, 'en', vars)).toBe('¥50 for order ****AB12')
})

it('an empty slot leaves a dash, and never another word', () => {
  expect(fill({ zh: '{constructor}', en: '{x}' }, 'zh', {})).toBe('—')
  expect(fill(template, 'en', { order: mint('****AB12') })).toBe('— for order ****AB12')
})

it('a slot in a value is not filled again', () => {
  expect(fill(template, 'en', { order: mint('{amount}'), amount: mint('¥1') })).toBe('¥1 for order {amount}')
})

it('names the slots', () => expect(slotsOf(template.en)).toEqual(['amount', 'order']))
