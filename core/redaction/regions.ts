// Stretches of a view that are something known and public: links, mentions, UUIDs, masks.
import type { View } from './view.ts'

export type RegionKind = 'link' | 'mention' | 'uuid' | 'query' | 'mask'
export type Region = { readonly kind: RegionKind; readonly start: number; readonly end: number }

// One pass finds them all: each alternative begins with characters that rarely stand elsewhere, and none backtracks.
const KNOWN =
  /(?<link>(?:https?|wss?|ftp|tg|discord|weixin|alipays?):\/\/[!-~]+|(?<![A-Za-z0-9.@])(?:www\.|(?:discord(?:app)?\.(?:com|gg)|t\.me|telegram\.me|github\.com|gist\.github\.com|wa\.me|youtu\.be|x\.com|twitter\.com)\/)[!-~]+)|(?<mention><(?:@[!&]?|#|a?:[A-Za-z0-9_]{1,32}:|t:|\/[a-z0-9 _-]{1,40}:|id:)[0-9a-zA-Z:]{1,40}>)|(?<uuid>(?<![0-9A-Za-z])[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![0-9A-Za-z]))|(?<mask>\*{3,}(?:[A-Za-z0-9]{0,4}(?![A-Za-z0-9])|@)|\[(?:password|address|name)\])/g

/** A link is ASCII in the original too: a full-width comma looks like part of it in the view and is not. */
function linkEnd(view: View, start: number, end: number): number {
  for (let at = start; at < end; at++) if (view.source.charCodeAt(view.start(at)) > 0x7f) return at
  return end
}

/** Regions in the order they stand. A link ends before its query, which is read like any other text. */
export function regionsOf(view: View): Region[] {
  const regions: Region[] = []
  for (const match of view.text.matchAll(KNOWN)) {
    const { link, mention, uuid } = match.groups ?? {}
    const start = match.index
    if (link === undefined) {
      const kind = mention !== undefined ? 'mention' : uuid !== undefined ? 'uuid' : 'mask'
      regions.push({ kind, start, end: start + match[0].length })
      continue
    }
    const query = link.search(/[?#]/)
    const end = linkEnd(view, start, start + link.length)
    regions.push({ kind: 'link', start, end: query < 0 ? end : Math.min(end, start + query) })
    if (query >= 0 && start + query < end) regions.push({ kind: 'query', start: start + query, end })
  }
  return regions
}
