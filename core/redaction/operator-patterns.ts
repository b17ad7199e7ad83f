// Patterns an operator adds for identifiers of the own shop: run by a linear-time engine, checked at start.
import { RE2JS } from 're2js'
import type { Page } from './page.ts'
import type { Claim } from './rule.ts'

/** `pattern` in RE2 syntax; what it matches is hidden as kind `custom`. Matched against the view, case as written. */
export type OperatorPattern = { readonly name: string; readonly pattern: string }

/** An operator's pattern that cannot be used; the message says which and why, and is safe to show. */
export class PatternError extends Error {
  override readonly name = 'PatternError'
}

export const LONGEST_PATTERN = 500
/** More patterns than this would make every message slow. */
export const MOST_PATTERNS = 20
/** Texts in which a useful pattern finds nothing: one that matches here would hide ordinary words. */
const TOO_SHORT = ['', ' ', 'a', '1', '我', '\n']
const ORDINARY = ['我付了款但是没到账，麻烦帮我看一下，谢谢', 'I paid yesterday but nothing has arrived, please check']

const compiled = (pattern: string): RE2JS | undefined => {
  try {
    return RE2JS.compile(pattern)
  } catch {
    return undefined
  }
}

/** Why a pattern cannot be used, or undefined if it can. Never says what it would match. */
export function patternFault(pattern: string): string | undefined {
  if (pattern.length > LONGEST_PATTERN) return `is longer than ${LONGEST_PATTERN} characters`
  const engine = compiled(pattern)
  if (!engine) return 'is not a pattern in RE2 syntax (no look-around, no back references)'
  if (TOO_SHORT.some((text) => engine.matcher(text).find())) return 'matches an empty text or a single character'
  if (ORDINARY.some((text) => engine.matcher(text).find())) return 'matches ordinary words'
  return undefined
}

function compile({ name, pattern }: OperatorPattern): RE2JS {
  const fault = patternFault(pattern)
  if (fault !== undefined) throw new PatternError(`redaction pattern "${name}": ${fault}`)
  return RE2JS.compile(pattern)
}

/** Compiles the patterns. Throws a PatternError for the first that is unusable. */
export function operatorRule(patterns: readonly OperatorPattern[]): (page: Page) => readonly Claim[] {
  if (patterns.length > MOST_PATTERNS) throw new PatternError(`redaction patterns: more than ${MOST_PATTERNS}`)
  const names = new Set<string>()
  const engines = patterns.map((pattern) => {
    if (names.has(pattern.name)) throw new PatternError(`redaction pattern "${pattern.name}": the name is used twice`)
    names.add(pattern.name)
    return compile(pattern)
  })
  return (page) => {
    const claims: Claim[] = []
    for (const engine of engines) {
      const matcher = engine.matcher(page.text)
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) claims.push({ kind: 'custom', start: matcher.start(), end: matcher.end() })
      }
    }
    return claims
  }
}
