// Walks the audit trail from its first row and finds where its chain is broken.
import { brokenLink } from '../../core/store/audit.ts'
import type { Store } from '../../core/store/open.ts'

const PAGE = 1_000

/** How many rows hold, and the id of the first that does not. `between` is called before each page; it may throw. */
export async function walkAudit(
  store: Store,
  between: () => Promise<void> = async () => undefined,
): Promise<{ readonly rows: number; readonly broken?: number }> {
  let rows = 0
  for (let last: Parameters<typeof brokenLink>[1]; ; ) {
    await between()
    const page = await store.read((r) => r.audit.page(last?.id ?? 0, PAGE))
    const broken = brokenLink(page, last)
    if (broken) return { rows, broken: broken.id }
    rows += page.length
    last = page.at(-1)
    if (!last || page.length < PAGE) return { rows }
  }
}
