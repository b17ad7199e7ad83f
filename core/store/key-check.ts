// Which secret a database was made with, as a keyed hash of nothing: enough to tell another one, useless for anything else.
import type { Connection } from './connection.ts'
import { query } from './query.ts'

const known = query<object>('key_check.of', (db) => db.selectFrom('key_check').select('hash').where('id', '=', 1))
const insert = query<{ hash: string }>('key_check.insert', (db, p) =>
  db.insertInto('key_check').values({ id: 1, hash: p.hash }),
)

export const keyCheckReader = (c: Connection) => ({
  hash: async () => (await known(c, {}))[0]?.hash as string | undefined,
})
export const keyCheckWriter = (c: Connection) => ({
  ...keyCheckReader(c),
  insert: async (hash: string) => void (await insert(c, { hash })),
})
