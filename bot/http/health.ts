// The two questions of whoever watches the process: does it live, and can it do its work.
import type { Readiness } from '../../core/desk/readiness.ts'
import { SECOND } from '../../core/kit/clock.ts'
import { within } from '../../core/kit/deadline.ts'
import { jsonReply } from './refusal.ts'
import type { Route } from './route.ts'

const CHECK_MS = 3 * SECOND

const late: readonly Readiness[] = [{ name: 'checks', ok: false, says: 'no answer within 3 s' }]

const small = { method: 'GET', maxBytes: 1_024, maxMs: 5 * SECOND } as const

/** `GET /healthz`: 200 while the process answers at all. `GET /readyz`: 200 or 503, with every check by name. */
export const healthRoutes = (checks: () => Promise<readonly Readiness[]>): readonly Route[] => [
  { ...small, path: '/healthz', handle: async () => jsonReply(200, { ok: true }) },
  {
    ...small,
    path: '/readyz',
    handle: async () => {
      const found = await within(CHECK_MS, late, checks)
      const ready = found.every((check) => check.ok)
      return jsonReply(ready ? 200 : 503, {
        ok: ready,
        checks: Object.fromEntries(found.map(({ name, ...check }) => [name, check])),
      })
    },
  },
]
