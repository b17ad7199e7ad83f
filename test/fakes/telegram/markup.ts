// Parse modes: HTML and Markdown as far as a bot may want them, and the errors for text that is no markup.
import { bad } from './refusal.ts'
import type { Entity } from './wire.ts'

type Parsed = { readonly text: string; readonly entities: readonly Entity[] }

const TAGS: { readonly [tag: string]: string } = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
}
const ESCAPES: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"' }
const MARKS: { readonly [mark: string]: string } = { '*': 'bold', _: 'italic', '~': 'strikethrough', '`': 'code' }
/** Outside of entities MarkdownV2 wants all of these escaped. */
const RESERVED = /[[\]()>#+\-=|{}.!]/

const wrong = (what: string): Error => bad(`can't parse entities: ${what}`)
const bytesBefore = (source: string, at: number): number => Buffer.byteLength(source.slice(0, at))

function html(source: string): Parsed {
  let text = ''
  const open: { tag: string; offset: number; at: number; url: string | undefined }[] = []
  const entities: Entity[] = []
  let at = 0
  while (at < source.length) {
    const rest = source.slice(at)
    const named = /^&(lt|gt|amp|quot);/.exec(rest)
    const tag = /^<(\/?)([a-z-]+)(?:\s+href="([^"]*)")?>/i.exec(rest)
    if (named) text += ESCAPES[named[1] ?? '']
    else if (rest.startsWith('<') && !tag)
      throw wrong(
        `Unsupported start tag "${/^<([^\s>]*)/.exec(rest)?.[1] ?? ''}" at byte offset ${bytesBefore(source, at)}`,
      )
    else if (tag) {
      const name = (tag[2] ?? '').toLowerCase()
      const type = TAGS[name]
      if (!type) throw wrong(`Unsupported start tag "${name}" at byte offset ${bytesBefore(source, at)}`)
      if (!tag[1]) open.push({ tag: name, offset: text.length, at, url: tag[3] })
      else {
        const begun = open.pop()
        if (begun?.tag !== name) throw wrong(`Unexpected end tag at byte offset ${bytesBefore(source, at)}`)
        entities.push({ type, offset: begun.offset, length: text.length - begun.offset, url: begun.url })
      }
    } else text += source[at]
    at += named?.[0].length ?? tag?.[0].length ?? 1
  }
  const left = open.at(-1)
  if (left) throw wrong(`Can't find end tag corresponding to start tag "${left.tag}"`)
  return { text, entities: entities.filter(({ length }) => length > 0) }
}

function markdown(source: string, second: boolean): Parsed {
  let text = ''
  const open: { mark: string; offset: number; at: number }[] = []
  const entities: Entity[] = []
  for (let at = 0; at < source.length; at += 1) {
    const mark = source[at] ?? ''
    const type = MARKS[mark]
    if (mark === '\\' && at + 1 < source.length) {
      at += 1
      text += source[at]
    } else if (type && (second || mark !== '~')) {
      const begun = open.at(-1)
      if (begun?.mark === mark) {
        open.pop()
        entities.push({ type, offset: begun.offset, length: text.length - begun.offset })
      } else open.push({ mark, offset: text.length, at })
    } else if (second && RESERVED.test(mark))
      throw wrong(`Character '${mark}' is reserved and must be escaped with the preceding '\\'`)
    else text += mark
  }
  const left = open.at(-1)
  if (left) {
    const name = second
      ? `${(MARKS[left.mark] ?? '').replace(/^./, (c) => c.toUpperCase())} entity`
      : 'the entity starting'
    throw wrong(`Can't find end of ${name} at byte offset ${bytesBefore(source, left.at)}`)
  }
  return { text, entities: entities.filter(({ length }) => length > 0) }
}

export function parseMarkup(source: string, mode: string): Parsed {
  const wanted = mode.toLowerCase()
  if (wanted === 'html') return html(source)
  if (wanted === 'markdown') return markdown(source, false)
  if (wanted === 'markdownv2') return markdown(source, true)
  throw bad('unsupported parse_mode')
}
