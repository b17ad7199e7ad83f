// A multipart form, as HTTP clients write it: fields, and files with their names (also unquoted ones, which grammY sends).
import type { Upload } from './files.ts'

export type Form = { readonly fields: ReadonlyMap<string, string>; readonly uploads: ReadonlyMap<string, Upload> }

const attribute = (head: string, name: string): string | undefined => {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, 'i').exec(head)
  return found?.[1] ?? found?.[2]
}

export function readMultipart(body: Buffer, contentType: string): Form {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ''}`)
  const fields = new Map<string, string>()
  const uploads = new Map<string, Upload>()
  let at = body.indexOf(mark)
  while (at >= 0) {
    const next = body.indexOf(Buffer.concat([Buffer.from('\r\n'), mark]), at + mark.length)
    if (next < 0) break
    const part = body.subarray(at + mark.length + 2, next)
    const split = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, split).toString('utf8')
    const content = part.subarray(split + 4)
    const name = attribute(head, 'name') ?? ''
    const fileName = attribute(head, 'filename')
    if (fileName === undefined) fields.set(name, content.toString('utf8'))
    else uploads.set(name, { name: fileName, bytes: new Uint8Array(content) })
    at = next + 2
  }
  return { fields, uploads }
}
