// What stands in a message stands there letter for letter: the cases of markdown and mentions.
import { describe, expect, it } from 'vitest'
import { literal } from './literal.ts'

describe('words of others on Discord', () => {
  it.each([
    ['nothing special', '到账 ¥50 (ok)', '到账 ¥50 (ok)'],
    ['a mask', '****76FC', '\\*\\*\\*\\*76FC'],
    ['bold, italics and struck out', '*a* _b_ ~~c~~', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~'],
    ['code and spoilers', '`x` ||y||', '\\`x\\` \\|\\|y\\|\\|'],
    ['a mention', '<@123> <@&4> <#5> @everyone', '\\<@123> \\<@&4> \\<#5> @everyone'],
    ['a custom emoji and a time', '<:a:1> <t:1>', '\\<:a:1> \\<t:1>'],
    ['a dressed link', '[pay](x)', '\\[pay](x)'],
    ['a backslash', 'a\\*b', 'a\\\\\\*b'],
    ['a heading, a quote, a list', '# a\n> b\n- c\n-# d\n1. e', '\\# a\n\\> b\n\\- c\n\\-# d\n1\\. e'],
    ['the number of a ticket', '#1 · 退款', '#1 · 退款'],
    ['a date', '2026-11-21', '2026-11-21'],
  ])('%s', (_, said, shown) => {
    expect(literal(said)).toBe(shown)
  })

  it('keeps a link a link, whatever letters it has', () => {
    expect(literal('see https://a_b.example/x_y_z?q=1 now')).toBe('see <https://a_b.example/x_y_z?q=1> now')
  })

  it('takes brackets around a link for words', () => {
    expect(literal('[c](http://x_y.example)')).toBe('\\[c](<http://x_y.example>)')
    expect(literal('<https://x.example>')).toBe('\\<<https://x.example>>')
  })
})
