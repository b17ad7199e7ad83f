// The few words in which databases differ; a second database adds its row here and its connection beside sqlite.ts.

export type DialectWords = {
  /** A 64-bit integer column. */
  readonly integer: string
  /** A primary key that counts up. */
  readonly serial: string
  /** What stands behind a table's closing parenthesis. */
  readonly strict: string
  /** The same for a table of short rows that are only ever found by their primary key: it is the table itself. */
  readonly keyed: string
  /** The range in which JavaScript counts exactly, as the right side of a check. */
  readonly exact: string
  /** Statements that make a table refuse every change and removal of its rows. */
  appendOnly(table: string): readonly string[]
}

const EXACT = 'between -9007199254740991 and 9007199254740991'

export const sqliteWords: DialectWords = {
  integer: 'integer',
  serial: 'integer primary key autoincrement',
  strict: 'strict',
  keyed: 'strict, without rowid',
  exact: EXACT,
  appendOnly: (table) =>
    ['update', 'delete'].map(
      (verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table}
        begin select raise(abort, '${table} is append-only'); end`,
    ),
}
