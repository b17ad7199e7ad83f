// The redactor: the one way from Raw to Redacted. What it cannot read in time or at all it withholds as a whole.
import { cover, edit, type Patch } from './cover.ts'
import { backTo } from './fixpoint.ts'
import type { Find } from './kinds.ts'
import { type OperatorPattern, operatorRule } from './operator-patterns.ts'
import { Page } from './page.ts'
import { Raw } from './raw.ts'
import { mint, type Redacted } from './redacted.ts'
import { rules } from './rules/index.ts'
import { makeScanner } from './scan.ts'

export type { Find, Kind } from './kinds.ts'
export type { OperatorPattern } from './operator-patterns.ts'

/** Why a message was withheld as a whole: too long, took too long, or a rule failed. */
export type Withheld = 'size' | 'time' | 'error'

export type Redaction = {
  readonly text: Redacted
  /** In the order they stand; spans in UTF-16 units of the original, apart from each other. */
  readonly finds: readonly Find[]
  readonly withheld?: Withheld
}

export type Redactor = { redact(raw: Raw): Redaction }

export type Limits = {
  /** Longest message, in bytes of UTF-8. */
  readonly maxBytes: number
  /** Longest time, in milliseconds of this thread's processor time: a busy machine withholds nothing. */
  readonly maxMs: number
}

/** Chat: a person's message. */
export const CHAT_LIMITS: Limits = { maxBytes: 32 * 1024, maxMs: 50 }
/** A file or a stream: the time is linear, so the size need not be bounded. */
export const NO_LIMITS: Limits = { maxBytes: Number.POSITIVE_INFINITY, maxMs: Number.POSITIVE_INFINITY }

export type RedactorOptions = { readonly patterns?: readonly OperatorPattern[]; readonly limits?: Limits }

/** Shown instead of a whole message. */
export const PLACEHOLDER = mint('[消息已隐藏 · message withheld]')

// The output is read again until nothing is found. Two rounds are the rule; more than this is a fault of ours.
const MOST_ROUNDS = 6

const spentMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

class TooSlow extends Error {}

/** Makes a redactor. Throws a PatternError that names the pattern if an operator's pattern is unusable. */
export function makeRedactor(options: RedactorOptions = {}): Redactor {
  const { patterns = [], limits = CHAT_LIMITS } = options
  const scan = makeScanner(rules)
  const custom = operatorRule(patterns)

  const round = (source: string): Patch[] => {
    const page = new Page(source)
    return cover(page, [...scan(page), ...custom(page)])
  }

  const run = (source: string): Redaction => {
    const bounded = Number.isFinite(limits.maxMs)
    const began = bounded ? spentMs() : 0
    let patches = round(source)
    let text = edit(source, patches)
    for (let rounds = 1; patches.length > 0; rounds++) {
      if (bounded && spentMs() - began > limits.maxMs) throw new TooSlow()
      const more = round(text)
      if (more.length === 0) break
      if (rounds === MOST_ROUNDS) throw new Error('the text does not settle')
      patches = backTo(patches, more)
      text = edit(source, patches)
    }
    if (bounded && spentMs() - began > limits.maxMs) throw new TooSlow()
    return { text: mint(text), finds: patches.map(({ kind, start, end }) => ({ kind, start, end })) }
  }

  const redact = (raw: Raw): Redaction => {
    const source = Raw.open(raw)
    const withhold = (withheld: Withheld): Redaction => ({ text: PLACEHOLDER, finds: [], withheld })
    if (source.length > limits.maxBytes || Buffer.byteLength(source) > limits.maxBytes) return withhold('size')
    try {
      return run(source)
    } catch (failure) {
      return withhold(failure instanceof TooSlow ? 'time' : 'error')
    }
  }
  return { redact }
}

const plain = makeRedactor()

/** Redacts a message of a chat without an operator's patterns. Never throws. */
export const redact = (raw: Raw): Redaction => plain.redact(raw)
