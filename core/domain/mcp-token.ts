// An access token of the MCP server: whom it lets in, to see what, and until when. The token itself is kept nowhere.
import type { Instant } from '../kit/clock.ts'

/** Families of lookups; a token names each that it may use, there is no wildcard. */
export const mcpScopes = [
  'orders:read',
  'ledger:read',
  'codes:check',
  'refunds:read',
  'invoices:read',
  'tickets:read',
  'help:read',
] as const
export type McpScope = (typeof mcpScopes)[number]

export type McpToken = {
  readonly id: string
  /** Keyed hash of the token. */
  readonly hash: string
  /** `support`, or `account:ID`. */
  readonly subject: string
  /** Scopes, separated by spaces. */
  readonly scopes: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
}

/** The known scopes among some words; unknown words give nothing. */
export const scopesIn = (words: string): readonly McpScope[] => {
  const said = new Set(words.split(' '))
  return mcpScopes.filter((scope) => said.has(scope))
}
