// The sandbox provider's own books: a foreign world that happens to live in our file, so that a demo survives a restart.
import type { Connection } from './connection.ts'
import { query } from './query.ts'

const trade = query<{ number: string }>('sandbox_trade.byNumber', (db, p) =>
  db.selectFrom('sandbox_trade').select('trade').where('number', '=', p.number),
)
const put = query<{ number: string; trade: string }>('sandbox_trade.put', (db, p) =>
  db
    .insertInto('sandbox_trade')
    .values({ number: p.number, trade: p.trade })
    .onConflict((conflict) => conflict.column('number').doUpdateSet({ trade: p.trade })),
)

export const sandboxReader = (c: Connection) => ({
  /** A trade as JSON. */
  trade: async (number: string) => (await trade(c, { number }))[0]?.trade as string | undefined,
})

export const sandboxWriter = (c: Connection) => ({
  ...sandboxReader(c),
  put: async (number: string, json: string) => void (await put(c, { number, trade: json })),
})
