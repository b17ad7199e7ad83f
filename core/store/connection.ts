// One database connection as the store sees it: SQL in, rows out, and the words that open and close a transaction.

export type Value = string | number | bigint | null | Uint8Array
export type DbRow = Record<string, unknown>

export type Connection = {
  /** Runs one statement; the driver may answer at once or later. */
  rows(sql: string, values: readonly Value[]): DbRow[] | Promise<DbRow[]>
  /** Opens a transaction that may write; false when another process holds the lock. */
  begin(): boolean | Promise<boolean>
  beginRead(): void | Promise<void>
  commit(): void | Promise<void>
  rollback(): void | Promise<void>
  savepoint(): void | Promise<void>
  release(): void | Promise<void>
  rollbackToSavepoint(): void | Promise<void>
  close(): void | Promise<void>
}
