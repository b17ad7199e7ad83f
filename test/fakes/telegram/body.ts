// What a request carries: parameters from the address and the body, files from a multipart body.
import type { IncomingMessage } from 'node:http'
import type { Params } from './call.ts'
import { UPLOAD_BYTES, type Uploads } from './files.ts'
import { readMultipart } from './multipart.ts'
import { Refusal } from './refusal.ts'

export type Body = {
  readonly params: Params
  readonly uploads: Uploads
  /** The parameters are text, whatever they mean. */
  readonly form: boolean
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > UPLOAD_BYTES) throw new Refusal(413, 'Request Entity Too Large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export async function readBody(request: IncomingMessage, url: URL): Promise<Body> {
  const type = request.headers['content-type'] ?? ''
  const asked = Object.fromEntries(url.searchParams)
  const bytes = await bytesOf(request)
  if (type.startsWith('multipart/form-data')) {
    const { fields, uploads } = readMultipart(bytes, type)
    // A file under the name of a parameter stands for `attach://` of that name.
    const files = [...uploads.keys()].map((name) => [name, `attach://${name}`])
    const named = new Set([...fields.values()].flatMap((value) => value.match(/attach:\/\/[\w-]+/g) ?? []))
    const direct = files.filter(([, value]) => !named.has(value as string))
    return { params: { ...asked, ...Object.fromEntries([...direct, ...fields]) }, uploads, form: true }
  }
  const uploads = new Map()
  const text = bytes.toString('utf8')
  if (!type.startsWith('application/json'))
    return { params: { ...asked, ...Object.fromEntries(new URLSearchParams(text)) }, uploads, form: true }
  try {
    return { params: { ...asked, ...(text === '' ? {} : JSON.parse(text)) }, uploads, form: false }
  } catch {
    throw new Refusal(400, `Bad Request: can't parse JSON object`, { breach: true })
  }
}
