// What the server itself refuses, as status, code and a sentence of ours: nothing of the request and nothing of an error is in it.
import type { Reply } from './route.ts'

const refusals = {
  'bad-request': [400, 'the request cannot be read as HTTP'],
  'not-found': [404, 'there is nothing here'],
  'method-not-allowed': [405, 'this address takes another method'],
  'request-timeout': [408, 'the request did not arrive in time'],
  'body-too-large': [413, 'the body is larger than this address takes'],
  'headers-too-large': [431, 'the headers are larger than this server takes'],
  'server-error': [500, 'something failed here; it was logged'],
  busy: [503, 'too many requests are being answered; try again shortly'],
  late: [503, 'this took too long; try again shortly'],
  closing: [503, 'the server is closing; try again shortly'],
} as const satisfies { readonly [code: string]: readonly [number, string] }

export type RefusalCode = keyof typeof refusals

const json = { 'content-type': 'application/json; charset=utf-8' }

/** `{"error":{"code","message"}}` */
export function refusal(code: RefusalCode, headers: Readonly<Record<string, string>> = {}): Reply {
  const [status, message] = refusals[code]
  const retry: Record<string, string> = status === 503 ? { 'retry-after': '5' } : {}
  return { status, headers: { ...json, ...retry, ...headers }, body: JSON.stringify({ error: { code, message } }) }
}

export const jsonReply = (status: number, value: object): Reply => ({
  status,
  headers: json,
  body: JSON.stringify(value),
})

/** The codes that Node's parser gives a request that never became one. */
const broken: { readonly [code: string]: RefusalCode } = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

/** The answer to a connection whose request could not be read, as bytes for the bare socket. */
export function rawRefusal(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const { status, headers = {}, body = '' } = refusal(broken[code] ?? 'bad-request')
  const head = {
    ...headers,
    'x-content-type-options': 'nosniff',
    'content-length': String(body.length),
    connection: 'close',
  }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n${body}`
}
