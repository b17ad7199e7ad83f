// Stretches of a view that are something known and public: links, mentions, UUIDs, masks.
import { isAlnum, SignSet } from './glyphs.ts'
import type { Parts } from './parts.ts'
import type { Indexes, Pool } from './pool.ts'
import { HEX } from './units.ts'
import type { View } from './view.ts'
import type { Word } from './words.ts'

export type RegionKind = 'link' | 'mention' | 'uuid' | 'query' | 'mask'
export type Region = { readonly kind: RegionKind; readonly start: number; readonly end: number }

type Add = (region: Region) => void

const SCHEME = /(?:https?|wss?|ftp|tg|discord|weixin|alipays?)$/i
/** Sites that people write without a scheme. */
const SITE =
  /(?<![A-Za-z0-9.@-])(?:www\.[a-z0-9.-]{1,60}|discord(?:app)?\.(?:com|gg)|t\.me|telegram\.me|(?:gist\.)?github\.com|wa\.me|youtu\.be|x\.com|twitter\.com)$/i
const MENTION = /^<(?:@[!&]?|#|a?:[A-Za-z0-9_]{1,32}:|t:|\/[a-z0-9 _-]{1,40}:|id:)[0-9a-zA-Z:]{1,40}>/
const LONGEST_MENTION = 96
const STAR = 42
const SLASH = 47
const DASH = 45
const POINT = 46
const ANGLE = 60
const COLON = 58
/** What stands behind "<" in a mention. */
const MENTIONED = new SignSet('@#:/ati')
/** A mask has at least three stars and shows at most four characters behind them. */
const LEAST_STARS = 3
const SHOWN = 4
const PLACEHOLDERS = ['[password]', '[address]', '[name]']
const UUID = [8, 4, 4, 4, 12]
export const UUID_LENGTH = 36
/** Longest scheme or site before a slash. */
const LONGEST_SITE = 64

const inLink = (unit: number): boolean => unit > 0x20 && unit < 0x7f

/** A link is ASCII in the original too: a full-width comma looks like part of it in the view and is not. */
function linkEnd(view: View, from: number): number {
  const { codes, length, source } = view
  let end = from
  while (end < length && inLink(codes[end] ?? 0) && source.charCodeAt(view.start(end)) < 0x7f) end++
  return end
}

/** A point stands in the run of host characters before `at`. */
function pointBefore(codes: Uint16Array, at: number): boolean {
  for (let before = at - 1; before >= 0 && at - before <= LONGEST_SITE; before--) {
    const unit = codes[before] ?? 0
    if (unit === POINT) return true
    if (!isAlnum(unit) && unit !== DASH) return false
  }
  return false
}

/** The link whose first slash stands at `at`, none before `done`; returns where it ends. The query of a link is read like any other text. */
function link(view: View, at: number, done: number, add: Add): number {
  const { codes } = view
  const schemed = codes[at - 1] === COLON && codes[at + 1] === SLASH
  // A site has a point: most slashes are passed here.
  if (!schemed && !pointBefore(codes, at)) return done
  const before = view.slice(Math.max(done, at - (schemed ? 9 : LONGEST_SITE)), schemed ? at - 1 : at)
  const site = (schemed ? SCHEME : SITE).exec(before)
  if (!site) return done
  const start = at - (schemed ? 1 : 0) - site[0].length
  const end = linkEnd(view, at)
  const query = view.slice(at, end).search(/[?#]/)
  add({ kind: 'link', start, end: query < 0 ? end : at + query })
  if (query >= 0) add({ kind: 'query', start: at + query, end })
  return end
}

function mention(view: View, at: number, add: Add): void {
  if (!MENTIONED.has(view.codes[at + 1] ?? 0)) return
  const found = MENTION.exec(view.slice(at, at + LONGEST_MENTION))
  if (found) add({ kind: 'mention', start: at, end: at + found[0].length })
}

/** The mask of the row of stars that begins at `at`: at most four characters behind the stars belong to it. */
function starMask({ codes, length }: View, at: number, add: Add): void {
  let stars = at
  while (stars < length && codes[stars] === STAR) stars++
  let end = stars
  while (end < length && end - stars <= SHOWN && isAlnum(codes[end] ?? 0)) end++
  if (end - stars <= SHOWN) add({ kind: 'mask', start: at, end })
  // Stars before a longer word: all but the last are a mask of nothing.
  else if (stars - at > LEAST_STARS) add({ kind: 'mask', start: at, end: stars - 1 })
}

function placeholder({ codes, length }: View, at: number, add: Add): void {
  for (const word of PLACEHOLDERS) {
    let same = 1
    while (same < word.length && at + same < length && codes[at + same] === word.charCodeAt(same)) same++
    if (same === word.length) add({ kind: 'mask', start: at, end: at + same })
  }
}

function uuids(parts: Parts, words: Pool<Word>, add: Add): void {
  for (let i = 0; i < words.length; i++) {
    const { start = 0, end = 0, from = 0, to = 0 } = words.at(i) ?? {}
    if (end - start < UUID_LENGTH || to - from < 5) continue
    for (let first = from; first + 5 <= to; first++) {
      const shaped = UUID.every(
        (size, group) => parts.size(first + group) === size && (parts.kind(first + group) & HEX) !== 0,
      )
      if (shaped) add({ kind: 'uuid', start: parts.start(first), end: parts.end(first + 4) })
    }
  }
}

/**
 * Regions in the order they stand, apart from each other. `openers` are the places of "/", "<", "[" and of the first of
 * at least three stars; `longWords` says that a word may be a UUID.
 */
export function regionsOf(
  view: View,
  parts: Parts,
  words: Pool<Word>,
  openers: Indexes,
  longWords: boolean,
): readonly Region[] {
  const regions: Region[] = []
  const add: Add = (region) => {
    regions.push(region)
  }
  for (let i = 0, linked = 0; i < openers.length; i++) {
    const at = openers.at(i)
    const sign = view.codes[at]
    if (sign === STAR) starMask(view, at, add)
    else if (sign === ANGLE) mention(view, at, add)
    else if (sign !== SLASH) placeholder(view, at, add)
    else if (at >= linked) linked = link(view, at, linked, add)
  }
  if (longWords) uuids(parts, words, add)
  if (regions.length < 2) return regions
  regions.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return regions.filter((region) => {
    const apart = region.start >= end
    if (apart) end = region.end
    return apart
  })
}
