// Stretches of a view that are something known and public: links, mentions, UUIDs, masks.
import { isAlnum, isLetter } from './glyphs.ts'
import type { Pool } from './pool.ts'
import type { View } from './view.ts'
import type { Part, Word } from './words.ts'

/** What the reader met that may begin a region: bits of one number, so that most texts are passed with one look. */
export const SLASH = 1
export const ANGLE = 2
export const STARS = 4
export const BRACKET = 8
export const LONG_WORD = 16

export type RegionKind = 'link' | 'mention' | 'uuid' | 'query' | 'mask'
export type Region = { readonly kind: RegionKind; readonly start: number; readonly end: number }

const SCHEME = /(?:https?|wss?|ftp|tg|discord|weixin|alipays?)$/i
/** Sites that people write without a scheme. */
const SITE =
  /(?<![A-Za-z0-9.@-])(?:www\.[a-z0-9.-]{1,60}|discord(?:app)?\.(?:com|gg)|t\.me|telegram\.me|(?:gist\.)?github\.com|wa\.me|youtu\.be|x\.com|twitter\.com)$/i
const MENTION = /<(?:@[!&]?|#|a?:[A-Za-z0-9_]{1,32}:|t:|\/[a-z0-9 _-]{1,40}:|id:)[0-9a-zA-Z:]{1,40}>/y
const STAR = 42
const OPEN_BRACKET = 91
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

/** Links found by their slashes. The query of a link is read like any other text. */
function links(view: View, add: (region: Region) => void): void {
  const { text } = view
  for (let at = text.indexOf('/'), done = 0; at >= 0; at = text.indexOf('/', Math.max(at + 1, done))) {
    const schemed = text.charCodeAt(at - 1) === 58 && text.charCodeAt(at + 1) === 47
    // Sites end in letters; only "www." may end in something else.
    if (
      !schemed &&
      !isLetter(text.charCodeAt(at - 1)) &&
      !/www\./i.test(text.slice(Math.max(done, at - LONGEST_SITE), at))
    )
      continue
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

/** Where the mask of stars that begins at `at` ends: at most four characters behind the stars belong to it. */
function starsEnd({ codes, length }: View, at: number): number {
  let stars = at
  while (stars < length && codes[stars] === STAR) stars++
  let end = stars
  while (end < length && end - stars <= SHOWN && isAlnum(codes[end] ?? 0)) end++
  if (end - stars <= SHOWN) return end
  // Stars before a longer word: all but the last are a mask of nothing.
  return stars - at > LEAST_STARS ? stars - 1 : -1
}

function starMasks(view: View, add: (region: Region) => void): void {
  const { codes, length } = view
  for (let at = 0; at + LEAST_STARS <= length; at++) {
    if (codes[at] !== STAR || codes[at + 1] !== STAR || codes[at + 2] !== STAR) continue
    const end = starsEnd(view, at)
    if (end >= 0) add({ kind: 'mask', start: at, end })
    while (codes[at + 1] === STAR) at++
  }
}

function placeholders({ codes, length }: View, add: (region: Region) => void): void {
  for (let at = 0; at < length; at++) {
    if (codes[at] !== OPEN_BRACKET) continue
    for (const word of PLACEHOLDERS) {
      let same = 1
      while (same < word.length && at + same < length && codes[at + same] === word.charCodeAt(same)) same++
      if (same === word.length) add({ kind: 'mask', start: at, end: at + same })
    }
  }
}

function uuids(parts: Pool<Part>, words: Pool<Word>, add: (region: Region) => void): void {
  for (let i = 0; i < words.length; i++) {
    const { start = 0, end = 0, from = 0, to = 0 } = words.at(i) ?? {}
    if (end - start < UUID_LENGTH || to - from < 5) continue
    for (let first = from; first + 5 <= to; first++) {
      const shaped = UUID.every((size, group) => {
        const part = parts.at(first + group)
        return part?.hex === true && part.end - part.start === size
      })
      if (shaped) add({ kind: 'uuid', start: parts.at(first)?.start ?? start, end: parts.at(first + 4)?.end ?? end })
    }
  }
}

/** Regions in the order they stand, apart from each other. */
export function regionsOf(view: View, parts: Pool<Part>, words: Pool<Word>, openers: number): Region[] {
  if (openers === 0) return []
  const regions: Region[] = []
  const add = (region: Region): void => {
    regions.push(region)
  }
  if (openers & SLASH) links(view, add)
  if (openers & ANGLE) mentions(view.text, add)
  if (openers & LONG_WORD) uuids(parts, words, add)
  if (openers & STARS) starMasks(view, add)
  if (openers & BRACKET) placeholders(view, add)
  if (regions.length < 2) return regions
  regions.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return regions.filter((region) => {
    const apart = region.start >= end
    if (apart) end = region.end
    return apart
  })
}
