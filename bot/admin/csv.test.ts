// A spreadsheet opens the table as it was meant, and runs nothing of it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cell, csv } from './csv.ts'

/** Reads RFC 4180, as strictly as its grammar says. */
function read(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  while (field.lastIndex < text.length) {
    const at = field.lastIndex
    const match = field.exec(text)
    if (!match) throw new Error(`no field at ${at}`)
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'))
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

describe('a table for a spreadsheet', () => {
  it('begins with the mark of UTF-8 and ends each line with CR LF', () => {
    expect(
      csv([
        ['订单号', '金额'],
        ['DZ1', '50.00'],
      ]),
    ).toBe('\uFEFF订单号,金额\r\nDZ1,50.00\r\n')
  })

  it.each([
    '=1+1',
    '+8613800138000',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '%0A=1',
    '|calc',
  ])('%j is words, not a formula', (text) => expect(read(`${cell(text)}\r\n`)[0]?.[0]).toBe(`'${text}`))

  it.each(['50.00', '0', '10000.01', 'DZ20261120ABCDEFGHJKMN', '某公司 (北京)', "o'clock", 'a=b'])(
    '%j stays as it is',
    (text) => expect(cell(text)).toBe(text),
  )

  it('whatever stands in it is read back, and no cell begins as a formula does', () => {
    const words = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\r', '\n', '=', '+', '-', '@', ' ', '\t', '税', '0', '.', '＝'),
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words, words), { minLength: 1, maxLength: 5 }), (rows) => {
        const back = read(csv(rows).slice(1))
        expect(back.map((row) => row.length)).toEqual(rows.map(() => 3))
        for (const [at, row] of back.entries()) {
          for (const [index, text] of row.entries()) {
            expect([text, text.replace(/^'/, '')]).toContain(rows[at]?.[index])
            if (!/^\d+(\.\d+)?$/.test(text)) expect(text.trimStart()).not.toMatch(/^[=+\-@＝]/)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
