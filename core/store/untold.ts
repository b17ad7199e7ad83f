// Payments that nobody has been told of yet; a row goes with the words that tell of it.
import type { Instant } from '../kit/clock.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'

type Untold = { readonly paymentId: string; readonly at: Instant }

const add = query<Untold>('untold.add', (db, p) =>
  db
    .insertInto('untold')
    .values({ payment_id: p.paymentId, at: p.at })
    .onConflict((conflict) => conflict.doNothing()),
)
const drop = query<{ paymentId: string }>('untold.drop', (db, p) =>
  db.deleteFrom('untold').where('payment_id', '=', p.paymentId),
)
const has = query<{ paymentId: string }>('untold.has', (db, p) =>
  db.selectFrom('untold').select('payment_id').where('payment_id', '=', p.paymentId),
)
const page = query<{ after: string; limit: number }>('untold.page', (db, p) =>
  db
    .selectFrom('untold')
    .select(['payment_id as paymentId', 'at'])
    .where('payment_id', '>', p.after)
    .orderBy('payment_id')
    .limit(p.limit),
)

export const untoldReader = (c: Connection) => ({
  has: async (paymentId: string): Promise<boolean> => (await has(c, { paymentId })).length > 0,
  /** In the order of their ids, which is that of their time. */
  page: async (after: string, limit: number) => (await page(c, { after, limit })) as unknown as readonly Untold[],
})
export const untoldWriter = (c: Connection) => ({
  ...untoldReader(c),
  add: async (paymentId: string, at: Instant) => void (await add(c, { paymentId, at })),
  drop: async (paymentId: string) => void (await drop(c, { paymentId })),
})
