// A value sent in pieces is hidden in each message, also in those that were shown before the last piece came.
import { describe, expect, it } from 'vitest'
import { type Instant, instantOf } from '../kit/clock.ts'
import { JoinWindow } from './join-window.ts'
import { Raw } from './raw.ts'
import { makeRedactor } from './redact.ts'

const at = (seconds: number): Instant => instantOf(1_790_000_000_000 + seconds * 1_000)
const send = (window: JoinWindow, seconds: number, text: string) => window.add(new Raw(text), at(seconds))

/** Sends the texts two seconds apart; says how each is shown in the end. */
function shown(...texts: string[]): string[] {
  const window = new JoinWindow(makeRedactor())
  const out: string[] = []
  texts.forEach((text, i) => {
    const { text: mine, earlier } = send(window, i * 2, text)
    out.push(mine)
    for (const { back, redaction } of earlier) out[i - back] = redaction.text
  })
  return out
}

describe('values in pieces', () => {
  it('a card number in two messages', () => {
    expect(shown('6222 0212 3456', '7890 128')).toEqual(['****', '****0128'])
  })

  it('a redeem code in three', () => {
    expect(shown('兑换码 A7K2M-9XQ4T', 'BC3DE', 'F6GH8 用不了')).toEqual(['兑换码 ****', '****', '****6GH8 用不了'])
  })

  it('a key cut in the middle', () => {
    const [first, second] = shown('sk-Ab3dEf6hIj9kLm', 'N2pQr5sTuVwX8yZ1')
    expect(first).toMatch(/^(?:sk-)?\*\*\*\*/)
    expect(`${first}${second}`).not.toMatch(/3dEf6hIj|pQr5sTuV/)
  })

  it('a label first, then the value', () => {
    expect(shown('我的密码是', 'abc12345')).toEqual(['我的密码是', '[password]'])
  })

  it('a value first, then what it is', () => {
    expect(shown('4111 1111 1111 1112', '这是我的银行卡号')).toEqual(['****1112', '这是我的银行卡号'])
  })

  it('a phone number in two', () => {
    expect(shown('1381234', '5678 打这个')).toEqual(['****', '138****5678 打这个'])
  })
})

describe('the window', () => {
  it('tells which earlier message must be shown otherwise', () => {
    const window = new JoinWindow(makeRedactor())
    expect(send(window, 0, '6222 0212 3456').text).toBe('6222 0212 3456')
    const { earlier } = send(window, 5, '7890 128')
    expect(earlier.map(({ back, redaction }) => [back, redaction.text])).toEqual([[1, '****']])
    expect(send(window, 6, '好的').earlier).toEqual([])
  })

  it('forgets after a minute', () => {
    const window = new JoinWindow(makeRedactor())
    send(window, 0, '6222 0212 3456')
    expect(send(window, 61, '7890 128')).toMatchObject({ text: '7890 128', earlier: [] })
  })

  it('reads no more than three messages together', () => {
    expect(shown('6222 0212', 'a', 'b', '3456 7890 128')).toEqual(['6222 0212', 'a', 'b', '3456 7890 128'])
  })

  it('leaves ordinary messages alone', () => {
    const texts = ['我昨天付了 50 元', '2026-11-20 15:04', '用的 gpt-4o', '还没到账', 'gpt-4o-2024-08-06', 'OK']
    expect(shown(...texts)).toEqual(texts)
  })

  it('withholds a message that is too long and does not keep it', () => {
    const window = new JoinWindow(makeRedactor())
    expect(send(window, 0, 'x '.repeat(40_000)).withheld).toBe('size')
    expect(send(window, 1, 'hello')).toMatchObject({ text: 'hello', earlier: [] })
  })
})
