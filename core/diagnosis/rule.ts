// What a rule is: one finding, when it fits, and the rows it rests on. Its cases stand in its own file and run by themselves.
import type { About, Finding } from '../domain/finding.ts'

export type Rule<A extends About, F> = {
  readonly finding: Finding<A>
  fits(facts: F): boolean
  /** Behind a dot in data/texts/findings.yaml, where one finding needs other words. */
  variant?(facts: F): string | undefined
  /** Whether a person takes it (case-rules 7); absent means never. */
  handoff?(facts: F): boolean
  /** `table:id` of every row that the verdict rests on. */
  evidence(facts: F): readonly string[]
  readonly cases: { readonly fits: Cases<F>; readonly leaves: Cases<F> }
}

/** Facts by what they show. */
export type Cases<F> = { readonly [claim: string]: F }

export type Ruling = {
  readonly finding: Finding
  readonly variant: string | undefined
  readonly handoff: boolean
  readonly evidence: readonly string[]
}

/** The first rule that fits; undefined where none does. */
export function firstRuling<A extends About, F>(rules: readonly Rule<A, F>[], facts: F): Ruling | undefined {
  const rule = rules.find(({ fits }) => fits(facts))
  return (
    rule && {
      finding: rule.finding,
      variant: rule.variant?.(facts),
      handoff: rule.handoff?.(facts) ?? false,
      evidence: rule.evidence(facts),
    }
  )
}
