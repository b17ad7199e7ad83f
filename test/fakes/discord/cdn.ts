// The links under which attachments are fetched: signed, and good for a day.
import { createHmac } from 'node:crypto'
import type { Attachment } from './message.ts'

const LIFE_S = 24 * 60 * 60
const sign = (text: string): string => createHmac('sha256', 'the secret of the fake').update(text).digest('hex')

export class Cdn {
  /** Where it listens, known once it does. */
  root = ''
  readonly #files = new Map<string, { readonly file: Attachment; readonly channelId: string }>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  keep(channelId: string, file: Attachment): void {
    this.#files.set(file.id, { file, channelId })
  }

  find(id: string): Attachment | undefined {
    return this.#files.get(id)?.file
  }

  link(id: string): string {
    const kept = this.#files.get(id)
    if (!kept) throw new Error(`no attachment ${id}`)
    const path = `/cdn/attachments/${kept.channelId}/${id}/${encodeURIComponent(kept.file.name)}`
    const issuedS = Math.floor(this.#now() / 1000)
    const [ex, is] = [(issuedS + LIFE_S).toString(16), issuedS.toString(16)]
    return `${this.root}${path}?ex=${ex}&is=${is}&hm=${sign(`${id} ${ex} ${is}`)}&`
  }

  /** A link of any age that was signed here, made new; undefined where it is none of ours. */
  refreshed(link: string): string | undefined {
    const id = /\/attachments\/\d+\/(\d+)\//.exec(link)?.[1]
    return id !== undefined && this.#files.has(id) ? this.link(id) : undefined
  }

  /** The bytes, or why there are none: never signed or too old. */
  open(url: URL): Attachment | 'gone' {
    const id = /\/attachments\/\d+\/(\d+)\//.exec(url.pathname)?.[1] ?? ''
    const [ex, is, hm] = ['ex', 'is', 'hm'].map((name) => url.searchParams.get(name) ?? '')
    const fresh = Number.parseInt(ex ?? '', 16) * 1000 > this.#now()
    return fresh && hm === sign(`${id} ${ex} ${is}`) ? (this.find(id) ?? 'gone') : 'gone'
  }
}

export const attachmentWire = (
  cdn: Cdn,
  { id, name, type, bytes, seconds }: Attachment,
  ephemeral: boolean,
): object => ({
  id,
  filename: name,
  size: bytes.length,
  url: cdn.link(id),
  proxy_url: cdn.link(id),
  content_type: type,
  ...(type.startsWith('image/') ? { width: 64, height: 64, placeholder_version: 1 } : {}),
  ...(seconds === undefined ? {} : { duration_secs: seconds, waveform: 'AAAA' }),
  ...(ephemeral ? { ephemeral: true } : {}),
})
