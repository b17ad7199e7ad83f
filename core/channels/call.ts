// One call to a provider: ends with its signal, takes in a bounded answer, never throws and never follows a redirect.
import type { NoticeHeaders } from '../ports/payment-channel.ts'
import { strictText } from './strict-text.ts'

export type Answer = { readonly status: number; readonly headers: NoticeHeaders; readonly text: string }
export type Question = {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A statement of a busy day is the largest thing that a provider sends. */
export const MAX_BYTES = 1_048_576

/** The bytes of an answer; undefined where they are more than `max`. */
export async function bytesOf(response: Response, max: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.byteLength
    if (length > max) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** A file of some thousand rows, packed or not. */
const MAX_FILE = 64 * 1_048_576

/** The bytes behind an address that a provider gave; undefined: no answer, a refusal, or too many. */
export async function download(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(url, { headers, redirect: 'manual', signal })
    return response.status === 200 ? await bytesOf(response, MAX_FILE) : undefined
  } catch {
    return undefined
  }
}

/** Undefined: no answer, or one that is too large or no text. The address may hold a key: it is shown to nobody. */
export async function call(url: string, question: Question, signal: AbortSignal): Promise<Answer | undefined> {
  try {
    // Who is redirected would hand the signed request, or a key, to another host.
    const response = await fetch(url, { ...question, redirect: 'manual', signal })
    const bytes = await bytesOf(response, MAX_BYTES)
    const text = bytes && strictText(bytes)
    return text === undefined
      ? undefined
      : { status: response.status, headers: Object.fromEntries(response.headers), text }
  } catch {
    return undefined
  }
}
