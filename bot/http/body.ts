// Reads a request's body, never more of it than its route takes.
import type { IncomingMessage } from 'node:http'

export type Body =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  /** The caller went away before the end. */
  | { readonly kind: 'gone' }

/** What a request announces; it may announce nothing and send in pieces. */
export const announcedBytes = ({ headers }: IncomingMessage): number => Number(headers['content-length'] ?? 0)

export function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  if (announcedBytes(request) > maxBytes) return Promise.resolve({ kind: 'too-large' })
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    let length = 0
    request.on('data', (piece: Buffer) => {
      length += piece.length
      if (length > maxBytes) {
        // Nobody keeps the rest: the connection ends behind the answer.
        request.removeAllListeners('data').pause()
        resolve({ kind: 'too-large' })
      } else pieces.push(piece)
    })
    request.on('end', () => resolve({ kind: 'whole', bytes: Buffer.concat(pieces) }))
    // Behind `end` these change nothing any more.
    request.on('error', () => resolve({ kind: 'gone' }))
    request.on('close', () => resolve({ kind: 'gone' }))
  })
}
