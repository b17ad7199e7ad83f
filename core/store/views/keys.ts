// What lets somebody in: an access token by its hash, and the check that the secret is the one of this database.
import { sql } from 'kysely'
import type { McpToken } from '../../domain/mcp-token.ts'
import type { Connection } from '../connection.ts'
import { view } from './view.ts'

type TokenView = Omit<McpToken, 'id' | 'createdAt'>

const byHash = view<{ hash: string }, TokenView>(
  'token.byHash',
  (p) => sql`select hash, subject, scopes, expires_at as expiresAt, revoked_at as revokedAt
    from mcp_token where hash = ${p.hash}`,
)
const check = view<object, { hash: string }>('keyCheck', () => sql`select hash from key_check where id = 1`)

export const keyViews = (c: Connection) => ({
  tokenByHash: async (hash: string) => (await byHash(c, { hash }))[0],
  /** Undefined in a database that no program has worked with yet. */
  checkHash: async () => (await check(c, {}))[0]?.hash,
})
