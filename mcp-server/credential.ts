// Credentials over HTTP: a token of ours by its hash, or an access token of the operator's authorization server.
import { timingSafeEqual } from 'node:crypto'
import { parseSubject } from '../core/desk/lookups/subject.ts'
import { scopesIn } from '../core/domain/mcp-token.ts'
import type { Clock } from '../core/kit/clock.ts'
import type { Keyring } from '../core/redaction/keyring.ts'
import type { ViewStore } from '../core/store/views/open.ts'
import type { Caller } from './call.ts'

/** What a token of ours looks like; anything else may be one of the authorization server. */
export const TOKEN_FORM = /^dzm_[0-9A-HJKMNP-TV-Z]{32}$/

/** Gives the caller that a bearer token stands for; undefined for any token that does not hold. Never throws. */
export type Verifier = (token: string) => Promise<Caller | undefined>

/** Our own tokens: found by keyed hash, so that neither the file nor the time it takes tells one. */
export function ownTokens(store: ViewStore, keyring: Keyring, clock: Clock): Verifier {
  return async (token) => {
    if (!TOKEN_FORM.test(token)) return undefined
    const hash = keyring.hash('mcp-token', token)
    const row = await store.look((views) => views.keys.tokenByHash(hash))
    if (!row || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash))) return undefined
    if (row.revokedAt !== null || clock.now() >= row.expiresAt) return undefined
    const subject = parseSubject(row.subject)
    return subject && { subject, scopes: scopesIn(row.scopes) }
  }
}

/** The first that knows the token. */
export const firstOf =
  (...verifiers: readonly Verifier[]): Verifier =>
  async (token) => {
    for (const verify of verifiers) {
      const caller = await verify(token)
      if (caller) return caller
    }
    return undefined
  }

/** The token of an Authorization header; undefined where there is none or it has another form. */
export const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer ([\w.~+/=-]{8,4096})$/i.exec(header ?? '')?.[1]
