// A code's reference as one string, so that a conversation's state can carry it.
import type { CodeReference } from '../../redaction/door.ts'

export const packCode = (code: CodeReference): string =>
  code.kind === 'code' ? `code.${code.lookup}.${code.tail}.${code.fingerprint}` : `malformed.${code.looksLike}`

/** What cannot be read back is a malformed code. */
export function unpackCode(packet: string): CodeReference {
  const [kind, lookup = '', tail = '', fingerprint = ''] = packet.split('.')
  if (kind === 'code') return { kind: 'code', lookup, tail, fingerprint }
  return { kind: 'malformed', looksLike: lookup === 'api-key' ? 'api-key' : 'nothing' }
}
