// Scores a redactor on a set of messages: what it found, what it left, by kind.
import { readFileSync } from 'node:fs'
import { Raw } from '../../core/redaction/raw.ts'
import type { Kind, Redactor } from '../../core/redaction/redact.ts'
import type { Message } from './make-messages.ts'

/** The sets of messages (messages/*.jsonl), in the order they were made. */
export const SETS = ['open', 'held-out', 'third', 'fourth', 'fifth'] as const

export const readMessages = (name: (typeof SETS)[number]): Message[] =>
  readFileSync(new URL(`messages/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

type Share = { right: number; of: number }
const share = (): Share => ({ right: 0, of: 0 })
const count = (into: Share, right: boolean): void => {
  into.of++
  if (right) into.right++
}

export type Score = {
  /** Secrets hidden to the last character. */
  readonly found: Share
  readonly byKind: ReadonlyMap<Kind, Share>
  /** Keys, codes, cards and ids written without any disguise. */
  readonly plain: Share
  /** Look-alikes left to the letter, and the text between. */
  readonly left: Share
  readonly named: Share
  readonly missed: readonly string[]
  readonly spoiled: readonly string[]
}

const PLAIN_KINDS: ReadonlySet<Kind> = new Set(['api_key', 'redeem_code', 'redeem_hex', 'bank_card', 'cn_id'])

export function score(redactor: Redactor, messages: readonly Message[]): Score {
  const [found, plain, left, named] = [share(), share(), share(), share()]
  const byKind = new Map<Kind, Share>()
  const missed: string[] = []
  const spoiled: string[] = []
  for (const { id, text, secrets, keeps } of messages) {
    const { finds } = redactor.redact(new Raw(text))
    for (const secret of secrets) {
      const cover = finds.find(({ start, end }) => start <= secret.start && end >= secret.end)
      const of = byKind.get(secret.kind) ?? share()
      byKind.set(secret.kind, of)
      count(found, cover !== undefined)
      count(of, cover !== undefined)
      if (secret.plain && PLAIN_KINDS.has(secret.kind)) count(plain, cover !== undefined)
      if (cover) count(named, cover.kind === secret.kind)
      else missed.push(`${id} ${secret.kind}: ${text.slice(Math.max(0, secret.start - 12), secret.end + 6)}`)
    }
    for (const keep of keeps) {
      const touched = finds.find(({ start, end }) => start < keep.end && end > keep.start)
      count(left, !touched)
      if (touched) spoiled.push(`${id} ${keep.what} as ${touched.kind}: ${text.slice(keep.start, keep.end)}`)
    }
    // The words around: every find must lie within a secret, but for a sign or two beside it.
    for (const { kind, start, end } of finds) {
      const within = [...secrets, ...keeps].some((one) => start >= one.start - 2 && end <= one.end + 2)
      count(left, within)
      if (!within) spoiled.push(`${id} words as ${kind}: ${text.slice(start, end)}`)
    }
  }
  return { found, byKind, plain, left, named, missed, spoiled }
}

export const percent = ({ right, of }: Share): string => `${((100 * right) / Math.max(1, of)).toFixed(2)} % of ${of}`
