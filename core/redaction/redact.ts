// The redactor: the one way from Raw to Redacted. What it cannot read in time or at all it withholds as a whole.
import { cover, edit, type Patch } from './cover.ts'
import { echoes } from './echoes.ts'
import { backTo } from './fixpoint.ts'
import type { Find } from './kinds.ts'
import { type OperatorPattern, operatorRule } from './operator-patterns.ts'
import { Raw } from './raw.ts'
import { mint, type Redacted } from './redacted.ts'
import { rules } from './rules/index.ts'
import { makeScanner } from './scan.ts'
import { readTogether } from './together.ts'
import { around } from './windows.ts'

export type { Find, Kind } from './kinds.ts'
export { type OperatorPattern, PatternError } from './operator-patterns.ts'

/** Why a message was withheld as a whole: too long, took too long, or a rule failed. */
export type Withheld = 'size' | 'time' | 'error'

export type Redaction = {
  readonly text: Redacted
  /** In the order they stand; spans in UTF-16 units of the original, apart from each other. Empty if withheld. */
  readonly finds: readonly Find[]
  readonly withheld?: Withheld
}

export type Redactor = {
  /** Redacts one message by itself. Never throws. */
  redact(raw: Raw): Redaction
  /** Redacts messages of one person that follow each other: a value sent in pieces is hidden in each. Never throws. */
  redactTogether(raws: readonly Raw[]): readonly Redaction[]
}

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
const MOST_ROUNDS = 10

const spentMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

class TooSlow extends Error {}

/**
 * No character takes longer than this in all readings together: the worst text known took a third of it. A text that ends
 * within its time in any case is read without a look at the clock, which costs as much as a short message.
 */
const SLOWEST_MS = 0.04
const never = (): void => undefined

/** Throws a TooSlow when asked after `maxMs` are up. */
function timer(maxMs: number): () => void {
  const began = spentMs()
  return () => {
    if (spentMs() - began > maxMs) throw new TooSlow()
  }
}

/** Patches of a text, and the text with all of them applied: it holds nothing more. */
type Settled = { readonly patches: readonly Patch[]; readonly text: string }

const redaction = ({ patches, text }: Settled): Redaction => {
  const finds: Find[] = []
  for (const { kind, start, end } of patches) finds.push({ kind, start, end })
  return { text: mint(text), finds }
}

const withhold = (withheld: Withheld): Redaction => ({ text: PLACEHOLDER, finds: [], withheld })

const why = (failure: unknown): Withheld => (failure instanceof TooSlow ? 'time' : 'error')
const NOTHING: readonly Patch[] = []

/** Makes a redactor. Throws a PatternError that names the pattern if an operator's pattern is unusable. */
export function makeRedactor(options: RedactorOptions = {}): Redactor {
  const { patterns = [], limits = CHAT_LIMITS } = options
  const scan = makeScanner(rules)
  const custom = operatorRule(patterns)

  const round = (source: string): readonly Patch[] => {
    const { page, claims } = scan(source)
    if (patterns.length > 0) for (const claim of custom(page)) claims.push(claim)
    if (claims.length === 0) return NOTHING
    for (const claim of echoes(page, claims)) claims.push(claim)
    return cover(page, claims)
  }

  /** Reads a text again that has `patches` applied. How far an operator's patterns reach is anybody's guess. */
  const again = (text: string, patches: readonly Patch[]): readonly Patch[] => {
    const stretches = patterns.length === 0 ? around(text, patches) : undefined
    return stretches?.every((stretch) => round(stretch).length === 0) ? NOTHING : round(text)
  }

  /** Reads on from the patches `first` until the edited text holds nothing more. */
  const settle = (source: string, first: readonly Patch[], check: () => void): Settled => {
    let patches = first
    let text = source
    for (let rounds = 1; patches.length > 0; rounds++) {
      check()
      text = edit(source, patches)
      const more = again(text, patches)
      if (more.length === 0) break
      if (rounds === MOST_ROUNDS) throw new Error('the text does not settle')
      patches = backTo(patches, more)
    }
    check()
    return { patches, text }
  }

  // How long an operator's patterns take is anybody's guess.
  const timerFor = (length: number): (() => void) =>
    limits.maxMs === Number.POSITIVE_INFINITY || (patterns.length === 0 && length * SLOWEST_MS <= limits.maxMs)
      ? never
      : timer(limits.maxMs)

  const tooLong = (source: string): boolean =>
    source.length > limits.maxBytes ||
    (source.length * 3 > limits.maxBytes && Buffer.byteLength(source) > limits.maxBytes)

  const redact = (raw: Raw): Redaction => {
    const source = Raw.open(raw)
    if (tooLong(source)) return withhold('size')
    try {
      const check = timerFor(source.length)
      return redaction(settle(source, round(source), check))
    } catch (failure) {
      return withhold(why(failure))
    }
  }

  const redactTogether = (raws: readonly Raw[]): readonly Redaction[] => {
    const sources = raws.map((raw) => Raw.open(raw))
    const all = sources.join('\n')
    if (tooLong(all)) return raws.map(redact)
    try {
      const check = timerFor(all.length)
      const read = (source: string): readonly Patch[] => settle(source, round(source), check).patches
      return readTogether(sources, read).map((patches, i) => redaction(settle(sources[i] ?? '', patches, check)))
    } catch (failure) {
      return raws.map(() => withhold(why(failure)))
    }
  }
  return { redact, redactTogether }
}

const plain = makeRedactor()

/** Redacts a message of a chat without an operator's patterns. Never throws. */
export const redact = (raw: Raw): Redaction => plain.redact(raw)
