// The audit trail as an operator reads it: who did what, when, to which row.
import { limit } from '../shapes.ts'
import { done, taken, verb } from '../verb.ts'
import { timeOf } from '../words.ts'

export const auditList = verb({
  name: 'audit list',
  says: 'What operators and staff did, newest first.',
  example: 'audit list --limit 20',
  opens: 'reading',
  options: { limit: taken('<n>', 'so many at most (50)', limit(50)) },
  run: async ({ context, list }, _, { limit: most }) => {
    const rows = await context.store.read((r) => r.audit.newest(most))
    await list(
      ['id', 'when', 'who', 'what', 'row', 'detail'],
      rows.map(({ id, at, actor, action, subject, detail }) => [
        String(id),
        timeOf(at),
        actor,
        action,
        subject,
        detail === '{}' ? '' : detail,
      ]),
    )
    return done
  },
})
