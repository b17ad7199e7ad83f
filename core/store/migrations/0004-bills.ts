// The message in a chat that shows an order's code and turns with the order.
import { type Kysely, sql } from 'kysely'
import type { DialectWords } from '../dialect.ts'

const statements = ({ integer, serial, strict }: DialectWords): readonly string[] => [
  `create table bill (
    id ${serial}, order_id text not null references orders (id), conversation_id text not null references conversation (id),
    outbox_id ${integer}, code_sealed text, picture blob, pictured ${integer} not null check (pictured in (0, 1)), shown text,
    at ${integer} not null) ${strict}`,
  'create index bill_of_order on bill (order_id, id)',
]

export const up = async (db: Kysely<never>, words: DialectWords): Promise<void> => {
  for (const statement of statements(words)) await sql.raw(statement).execute(db)
}
