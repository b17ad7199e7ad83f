// Access tokens of the MCP server, by hash; and the index by which a code that is meant for one account is found.
import { type Kysely, sql } from 'kysely'
import type { DialectWords } from '../dialect.ts'

const statements = ({ integer, strict }: DialectWords): readonly string[] => [
  `create table mcp_token (
    id text primary key, hash text not null unique, subject text not null check (subject = 'support' or subject like 'account:_%'),
    scopes text not null, created_at ${integer} not null, expires_at ${integer} not null check (expires_at > created_at),
    revoked_at ${integer}) ${strict}`,
  'create index mcp_token_by_time on mcp_token (created_at)',
  `create index redeem_code_bound on redeem_code (only_for, tail) where only_for is not null`,
]

export const up = async (db: Kysely<never>, words: DialectWords): Promise<void> => {
  for (const statement of statements(words)) await sql.raw(statement).execute(db)
}
