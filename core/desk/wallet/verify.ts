// Runs the invariants of money over the whole store.
import { invariantChecks } from '../../store/invariants.ts'
import type { Store } from '../../store/open.ts'

/** The names of the invariants that do not hold; empty is good. `onChecked` is told after each, for a progress bar. */
export async function brokenInvariants(
  store: Store,
  onChecked?: (done: number, of: number) => void,
): Promise<readonly string[]> {
  const broken: string[] = []
  for (const [index, { name, sql }] of invariantChecks.entries()) {
    const rows = await store.sql(sql)
    if (rows.length > 0) broken.push(`${name} (${rows.length})`)
    onChecked?.(index + 1, invariantChecks.length)
  }
  return broken
}
