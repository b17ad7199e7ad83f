// Every rule brings its cases: what it hides is hidden to the letter, what it leaves stays to the letter.
import { describe, expect, it } from 'vitest'
import { Raw } from '../raw.ts'
import { redact } from '../redact.ts'
import { rules } from './index.ts'

/** Takes the marks `[[…]]` out of a case and says where they stood. */
function marked(text: string): { plain: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = []
  let plain = ''
  for (const piece of text.split(/(?=\[\[)|(?<=\]\])/)) {
    if (piece.startsWith('[[') && piece.endsWith(']]')) {
      const value = piece.slice(2, -2)
      spans.push({ start: plain.length, end: plain.length + value.length })
      plain += value
    } else plain += piece
  }
  return { plain, spans }
}

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_name, rule) => {
  it.each(rule.cases.hides.map((text) => [text]))('hides what is marked in %j', (text) => {
    const { plain, spans } = marked(text)
    const { finds, withheld } = redact(new Raw(plain))
    expect(withheld).toBeUndefined()
    expect(finds).toEqual(spans.map((span) => ({ kind: rule.kind, ...span })))
  })

  it.each(rule.cases.leaves.map((text) => [text]))('leaves %j as it is', (text) => {
    expect(redact(new Raw(text)).text).toBe(text)
  })
})

describe('what was redacted', () => {
  const all = rules.flatMap((rule) => [...rule.cases.hides.map((text) => marked(text).plain), ...rule.cases.leaves])
  it.each(all.map((text) => [text]))('is not changed by redacting it again: %j', (text) => {
    const once = redact(new Raw(text)).text
    expect(redact(new Raw(once))).toEqual({ text: once, finds: [] })
  })
})
