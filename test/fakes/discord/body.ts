// What a request carries: JSON, or a form with `payload_json` and the uploads beside it.
import type { IncomingMessage } from 'node:http'
import { readMultipart } from '../telegram/multipart.ts'
import { badForm, Refusal, refuse } from './refusal.ts'

export type Upload = { readonly name: string; readonly bytes: Uint8Array }
export type Body = { readonly json: unknown; readonly files: ReadonlyMap<string, Upload> }

/** Over all files of a request together; more is cut off at the front. */
const REQUEST_BYTES = 26 * 1024 * 1024

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size <= REQUEST_BYTES) chunks.push(chunk as Buffer)
  }
  if (size > REQUEST_BYTES) throw refuse(40005)
  return Buffer.concat(chunks)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 50109, 'The request body contains invalid JSON.')
  }
}

export async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await bytesOf(request)
  const type = request.headers['content-type'] ?? ''
  if (bytes.length === 0) return { json: undefined, files: new Map() }
  if (type.startsWith('multipart/form-data')) {
    const { fields, uploads } = readMultipart(bytes, type)
    const payload = fields.get('payload_json')
    return { json: payload === undefined ? {} : parsed(payload), files: uploads }
  }
  if (!type.startsWith('application/json'))
    throw badForm(
      ['content_type'],
      'CONTENT_TYPE_INVALID',
      'Expected "Content-Type" header to be one of {\'application/json\'}.',
    )
  return { json: parsed(bytes.toString('utf8')), files: new Map() }
}
