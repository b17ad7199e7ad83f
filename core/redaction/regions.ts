// Stretches of a view that are something known and public: links, mentions, UUIDs, masks.
import type { View } from './view.ts'
import type { Part, Word } from './words.ts'

export type RegionKind = 'link' | 'mention' | 'uuid' | 'query' | 'mask'
export type Region = { readonly kind: RegionKind; readonly start: number; readonly end: number }

const SCHEME = /(?:https?|wss?|ftp|tg|discord|weixin|alipays?)$/i
/** Sites that people write without a scheme. */
const SITE =
  /(?<![A-Za-z0-9.@-])(?:www\.[a-z0-9.-]{1,60}|discord(?:app)?\.(?:com|gg)|t\.me|telegram\.me|(?:gist\.)?github\.com|wa\.me|youtu\.be|x\.com|twitter\.com)$/i
const MENTION = /<(?:@[!&]?|#|a?:[A-Za-z0-9_]{1,32}:|t:|\/[a-z0-9 _-]{1,40}:|id:)[0-9a-zA-Z:]{1,40}>/y
const MASK = /\*{3,}(?:[A-Za-z0-9]{0,4}(?![A-Za-z0-9])|@)|\[(?:password|address|name)\]/g
const UUID = [8, 4, 4, 4, 12]
/** Longest scheme or site before a slash. */
const LONGEST_SITE = 64

const inLink = (unit: number): boolean => unit > 0x20 && unit < 0x7f

/** A link is ASCII in the original too: a full-width comma looks like part of it in the view and is not. */
function linkEnd({ codes, length, source, start }: View, from: number): number {
  let end = from
  while (end < length && inLink(codes[end] ?? 0) && source.charCodeAt(start(end)) < 0x7f) end++
  return end
}

/** Links found by their slashes. The query of a link is read like any other text. */
function links(view: View, add: (region: Region) => void): void {
  const { text } = view
  for (let at = text.indexOf('/'), done = 0; at >= 0; at = text.indexOf('/', Math.max(at + 1, done))) {
    const schemed = text.charCodeAt(at - 1) === 58 && text.charCodeAt(at + 1) === 47
    const before = text.slice(Math.max(done, at - (schemed ? 9 : LONGEST_SITE)), schemed ? at - 1 : at)
    const site = (schemed ? SCHEME : SITE).exec(before)
    if (!site) continue
    const start = at - (schemed ? 1 : 0) - site[0].length
    const end = linkEnd(view, at)
    const query = text.slice(at, end).search(/[?#]/)
    add({ kind: 'link', start, end: query < 0 ? end : at + query })
    if (query >= 0) add({ kind: 'query', start: at + query, end })
    done = end
  }
}

function mentions(text: string, add: (region: Region) => void): void {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    MENTION.lastIndex = at
    const mention = MENTION.exec(text)
    if (mention) add({ kind: 'mention', start: at, end: at + mention[0].length })
  }
}

function masks(text: string, add: (region: Region) => void): void {
  MASK.lastIndex = 0
  for (let mask = MASK.exec(text); mask; mask = MASK.exec(text)) {
    add({ kind: 'mask', start: mask.index, end: mask.index + mask[0].length })
  }
}

function uuids(parts: readonly Part[], words: readonly Word[], add: (region: Region) => void): void {
  for (const { start, end, from, to } of words) {
    if (end - start < 36 || to - from < 5) continue
    for (let first = from; first + 5 <= to; first++) {
      const five = parts.slice(first, first + 5)
      if (!five.every((part, i) => part.hex && part.end - part.start === UUID[i])) continue
      add({ kind: 'uuid', start: five[0]?.start ?? start, end: five[4]?.end ?? end })
    }
  }
}

/** Regions in the order they stand, apart from each other. */
export function regionsOf(view: View, parts: readonly Part[], words: readonly Word[]): Region[] {
  const regions: Region[] = []
  const add = (region: Region): void => {
    regions.push(region)
  }
  const { text } = view
  links(view, add)
  mentions(text, add)
  uuids(parts, words, add)
  if (text.includes('***') || text.includes('[')) {
    masks(text, add)
  }
  regions.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return regions.filter((region) => {
    const apart = region.start >= end
    if (apart) end = region.end
    return apart
  })
}
