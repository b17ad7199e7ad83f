// The table inside a provider's statement: rows by the names of their columns, without the marks that keep spreadsheets from guessing.

export type Row = ReadonlyMap<string, string>

/** One line of fields: quoted ones may hold commas; a backtick before and a tab behind a field are packing. */
function fieldsOf(line: string): readonly string[] {
  const fields: string[] = []
  const pattern = /(?:"((?:[^"]|"")*)"\s*|([^,]*))(,|$)/gy
  for (let end = ''; end !== 'done'; ) {
    const [whole = '', quoted, plain = '', comma = ''] = pattern.exec(line) ?? []
    fields.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).replace(/^[`\s]+|\s+$/g, ''))
    if (comma === '' || whole === '') end = 'done'
  }
  return fields
}

export const linesOf = (text: string): readonly string[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')

/** Undefined where a row has another number of fields than the heading: it was cut, or is no row. */
export function rowsUnder(heading: string, lines: readonly string[]): readonly Row[] | undefined {
  const names = fieldsOf(heading).filter((name) => name !== '')
  const rows: Row[] = []
  for (const line of lines) {
    const fields = fieldsOf(line)
    if (fields.length < names.length) return undefined
    rows.push(new Map(names.map((name, index) => [name, fields[index] ?? ''])))
  }
  return rows
}

/** The first of these columns that the row has and fills. */
export const of = (row: Row, ...names: readonly string[]): string => {
  for (const name of names) if ((row.get(name) ?? '') !== '') return row.get(name) ?? ''
  return ''
}

/** Yuan with up to five decimals, as fees are written, rounded to the fen; the sign does not count. */
export function feeFen(text: string): bigint {
  const [, yuan = '0', decimals = ''] = /^-?(\d{1,12})(?:\.(\d{1,8}))?$/.exec(text) ?? []
  const fine = BigInt(yuan) * 100_000n + BigInt(decimals.padEnd(5, '0').slice(0, 5))
  return (fine + 500n) / 1_000n
}
