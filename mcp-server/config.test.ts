// The settings of the MCP server as an operator gets them wrong and right.
import { describe, expect, it } from 'vitest'
import { newSecret } from '../core/redaction/keyring.ts'
import { parseConfig } from './config.ts'

const APP_SECRET = newSecret().toString('base64')
const refusal = (env: Record<string, string>): string => {
  const read = parseConfig({ APP_SECRET, ...env })
  return read.ok ? 'accepted' : read.error
}

describe('settings', () => {
  it('need nothing but the secret, and listen on this machine only', () => {
    const read = parseConfig({ APP_SECRET })
    expect(read.ok && read.value.http).toMatchObject({ host: '127.0.0.1', port: 8790 })
    expect(read.ok && read.value.oauth).toBeUndefined()
    expect(read.ok && read.value.subject).toBeUndefined()
  })

  it('read whom standard input speaks for', () => {
    const read = parseConfig({ APP_SECRET, MCP_SCOPE: 'account:mei' })
    expect(read.ok && read.value.subject).toEqual({ kind: 'account', accountId: 'mei' })
    expect(refusal({ MCP_SCOPE: 'everything' })).toMatch(/^MCP_SCOPE: /)
    expect(refusal({ MCP_SCOPE: 'account:' })).toMatch(/^MCP_SCOPE: /)
  })

  it('refuse to listen beyond this machine without the names that are served', () => {
    expect(refusal({ MCP_HTTP_HOST: '0.0.0.0' })).toMatch(/^MCP_HTTP_ALLOWED_HOSTS is missing/)
    expect(refusal({ MCP_HTTP_HOST: '0.0.0.0', MCP_HTTP_ALLOWED_HOSTS: 'mcp.example.com' })).toBe('accepted')
  })

  it('take all of the authorization server or nothing', () => {
    expect(refusal({ MCP_OAUTH_ISSUER: 'https://id.example.com' })).toMatch(
      /^MCP_OAUTH_AUDIENCE, MCP_OAUTH_JWKS_URL missing/,
    )
  })

  it('want a database that is there', () => {
    expect(refusal({ DATABASE_URL: 'sqlite::memory:' })).toMatch(/^DATABASE_URL: /)
  })
})
