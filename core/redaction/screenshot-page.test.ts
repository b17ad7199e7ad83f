// What a whole page makes of its lines: second lines, fields, sentences, pages that were read badly or seen at an angle.
import { expect, it } from 'vitest'
import { hidden, line, SIZE } from '../../test/screens/typed-lines.ts'
import { readScreen } from './screenshot.ts'

it('the short second line of a value is hidden although its label stands between both lines', () => {
  const lines = [
    line('转账单号', 20, 52),
    line('42000148820260716951', 300, 40),
    line('77', 300, 64),
    line('¥5.00', 20, 120),
  ]
  expect(hidden(lines, '77')).toBe(true)
})

it('two times below each other in a column are not one, and an order’s number ends where a sentence goes on', () => {
  const lines = [
    line('2026-01-16 00:03:48', 20, 40),
    line('2026-01-11 11:12:47', 20, 66),
    line('Order QE4CW3Z4-2702 was paid with PayPal', 20, 140),
  ]
  expect(readScreen(lines).fields).toMatchObject({ time: '2026-01-16 00:03:48', order_masked: '****2702' })
})

it('a date that broke over two lines stays', () => {
  const lines = [line('paid on Nov 22,', 20, 40), line('2026 at 12:09 AM', 20, 66), line('2026年12', 20, 120)]
  expect(readScreen(lines).covers).toEqual([])
})

it('an amount below a headline that could announce a code stays', () => {
  expect(readScreen([line('Your gift card', 20, 40), line('$25.00', 20, 76)]).covers).toEqual([])
})

it('a card number is not taken for the four digits behind a bank’s name', () => {
  const lines = [line('Card 4242 4242 4242 4242', 20, 40)]
  expect(hidden(lines, '4242 4242 4242 4242')).toBe(true)
})

it('a page read badly shows nothing but what was recognised', () => {
  const lines = [line('随便一句话', 20, 40), line('¥12.00', 20, 80)]
  const { covers } = readScreen(lines, { strict: true })
  expect(covers.map(({ y }) => y < 60)).toEqual([true])
})

it('a turned line is covered in steps, and the row below stays open', () => {
  const secret = line('622202119900112233445566', 20, 100)
  const turned = { ...secret, to: { x: secret.to.x, y: 120 } }
  const { covers } = readScreen([turned, { ...line('¥12.00', 20, 140), to: { x: 90, y: 146 } }])
  expect(covers.length).toBeGreaterThan(2)
  expect(covers.every(({ h }) => h < 2 * SIZE)).toBe(true)
})
