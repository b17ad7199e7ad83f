// Access tokens of the MCP server: made and taken back by the operator, found by their hash.
import type { McpToken } from '../domain/mcp-token.ts'
import type { Instant } from '../kit/clock.ts'
import type { Connection } from './connection.ts'
import { query } from './query.ts'
import { table } from './table.ts'

const token = table<McpToken>('mcp_token', {
  id: 'plain',
  hash: 'plain',
  subject: 'plain',
  scopes: 'plain',
  createdAt: 'plain',
  expiresAt: 'plain',
  revokedAt: 'plain',
})
const insert = token.inserter()
const byHash = token.one('byHash', (q, p: { hash: string }) => q.where('hash', '=', p.hash))
const byId = token.one('byId', (q, p: { id: string }) => q.where('id', '=', p.id))
const newest = token.many('newest', (q, p: { limit: number }) => q.orderBy('created_at', 'desc').limit(p.limit))
const revoke = query<{ id: string; at: Instant }>('mcp_token.revoke', (db, p) =>
  db.updateTable('mcp_token').set({ revoked_at: p.at }).where('id', '=', p.id).where('revoked_at', 'is', null),
)

export const mcpTokenReader = (c: Connection) => ({
  byHash: (hash: string) => byHash(c, { hash }),
  byId: (id: string) => byId(c, { id }),
  newest: (limit: number) => newest(c, { limit }),
})
export const mcpTokenWriter = (c: Connection) => ({
  ...mcpTokenReader(c),
  insert: (row: McpToken) => insert(c, row),
  /** A token that is revoked already keeps its time. */
  revoke: async (id: string, at: Instant) => void (await revoke(c, { id, at })),
})
