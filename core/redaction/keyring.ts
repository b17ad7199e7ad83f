// Every key, derived from the one secret by purpose and version, so that a key can be rotated without a new secret.
import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { invariant } from '../kit/invariant.ts'

/** What a key is for; no key serves two purposes. */
export type Purpose =
  | 'seal'
  | 'email'
  | 'txn'
  | 'code'
  | 'code-fingerprint'
  | 'link-code'
  | 'chat-user'
  | 'chat'
  | 'key-check'
  | McpPurpose
/** Tokens of the MCP server by hash, its handles of rows, its subjects in the log. */
type McpPurpose = 'mcp-token' | 'mcp-handle' | 'mcp-subject'

export const SECRET_BYTES = 32

export class Keyring {
  readonly #secret: Buffer
  readonly #derived = new Map<string, KeyObject>()
  /** The version that new ciphertexts carry; older ones stay readable. */
  readonly current: number

  constructor(secret: Buffer, current = 1) {
    invariant(secret.length === SECRET_BYTES, 'APP_SECRET must be 32 bytes')
    this.#secret = secret
    this.current = current
  }

  /** A 256-bit key, by HKDF-SHA256 (RFC 5869). As a key object: bare bytes cost five times as much at each use. */
  key(purpose: Purpose, version: number): KeyObject {
    const name = `${purpose}:v${version}`
    let key = this.#derived.get(name)
    if (!key) {
      key = createSecretKey(Buffer.from(hkdfSync('sha256', this.#secret, 'daozhang', name, 32)))
      this.#derived.set(name, key)
    }
    return key
  }

  /**
   * A keyed hash by which a value is found again without being stored. Always under version 1: rows are found by it,
   * so rotating it means rewriting them.
   */
  hash(purpose: Exclude<Purpose, 'seal'>, value: string): string {
    return createHmac('sha256', this.key(purpose, 1)).update(value).digest('base64url')
  }

  toJSON(): string {
    return '[keyring]'
  }
}

export const newSecret = (): Buffer => randomBytes(SECRET_BYTES)

/** Reads APP_SECRET; undefined unless it is the base64 of exactly 32 bytes. */
export function parseSecret(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === SECRET_BYTES && bytes.toString('base64').replace(/=+$/, '') === text.trim().replace(/=+$/, '')
    ? bytes
    : undefined
}
