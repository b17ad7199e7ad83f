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

const LONGEST = 500
/** A text in which a useful pattern finds nothing: one that matches here would hide ordinary words. */
const ORDINARY = ['', ' ', 'a', '1', '我']

function compile({ name, pattern }: OperatorPattern): RE2JS {
  const fail = (why: string): never => {
    throw new PatternError(`redaction pattern "${name}": ${why}`)
  }
  if (pattern.length > LONGEST) fail(`is longer than ${LONGEST} characters`)
  let compiled: RE2JS
  try {
    compiled = RE2JS.compile(pattern)
  } catch (failure) {
    return fail(`is not a pattern we can run (${failure instanceof Error ? failure.message : 'unreadable'})`)
  }
  if (ORDINARY.some((text) => compiled.matcher(text).find())) fail('matches an empty text or a single character')
  return compiled
}

/** Compiles the patterns. Throws a PatternError for the first that is unusable. */
export function operatorRule(patterns: readonly OperatorPattern[]): (page: Page) => Claim[] {
  const names = new Set<string>()
  const compiled = patterns.map((pattern) => {
    if (names.has(pattern.name)) throw new PatternError(`redaction pattern "${pattern.name}": the name is used twice`)
    names.add(pattern.name)
    return compile(pattern)
  })
  return (page) => {
    const claims: Claim[] = []
    for (const one of compiled) {
      const matcher = one.matcher(page.text)
      while (matcher.find()) claims.push({ kind: 'custom', start: matcher.start(), end: matcher.end() })
    }
    return claims
  }
}
