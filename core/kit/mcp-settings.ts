// The settings of the MCP server: who may connect over HTTP, what standard input may see, whose access tokens hold.
import { address, either, listOf, needed, optional, port, scope, text, word } from './setting.ts'

/** Each stands alone, with what holds without it. */
export const mcp = {
  host: either('MCP_HTTP_HOST', word, '127.0.0.1'),
  port: either('MCP_HTTP_PORT', port, 8790),
  allowedHosts: either('MCP_HTTP_ALLOWED_HOSTS', listOf(word), []),
  allowedOrigins: either('MCP_HTTP_ALLOWED_ORIGINS', listOf(address), []),
  scope: optional('MCP_SCOPE', scope),
} as const

/** A block: all of it, or the server knows its own tokens only. */
export const mcpOauth = {
  issuer: needed('MCP_OAUTH_ISSUER', address),
  audience: needed('MCP_OAUTH_AUDIENCE', text),
  jwksUrl: needed('MCP_OAUTH_JWKS_URL', address),
} as const
