// Access tokens of the operator's own authorization server: signature, issuer, audience and time, then whom they stand for.
import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { parseSubject } from '../core/desk/lookups/subject.ts'
import { mcpScopes, scopesIn } from '../core/domain/mcp-token.ts'
import type { Clock } from '../core/kit/clock.ts'
import type { ViewStore } from '../core/store/views/open.ts'
import type { Verifier } from './credential.ts'

export type OAuth = { readonly issuer: string; readonly audience: string; readonly jwksUrl: string }

/** No algorithm with a shared key: only the issuer can sign. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const

/**
 * RFC 9068 tokens. The scope `support` makes a support desk; otherwise `sub` is the id of an account of ours, which must
 * exist. Other scopes are the families of lookups.
 */
export function oauthTokens(
  { issuer, audience, jwksUrl }: OAuth,
  store: ViewStore,
  clock: Clock,
  keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 3_000 }),
): Verifier {
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: [...ALGORITHMS],
        requiredClaims: ['exp', 'sub'],
        currentDate: new Date(clock.now()),
      })
      const scope = typeof payload.scope === 'string' ? payload.scope : ''
      const subject = scope.split(' ').includes('support')
        ? parseSubject('support')
        : parseSubject(`account:${payload.sub}`)
      if (!subject) return undefined
      if (subject.kind === 'account') {
        const status = await store.look((views) => views.accountStatus(subject.accountId))
        if (status === undefined) return undefined
      }
      return { subject, scopes: scopesIn(scope) }
    } catch {
      // Whatever is wrong with a token, its bearer learns only that it does not hold.
      return undefined
    }
  }
}

/** RFC 9728: where a client finds the authorization server. */
export const resourceMetadata = ({ issuer, audience }: OAuth): object => ({
  resource: audience,
  authorization_servers: [issuer],
  scopes_supported: ['support', ...mcpScopes],
  bearer_methods_supported: ['header'],
})
