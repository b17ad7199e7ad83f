// No charge for such a task under this account.
import { task, taskFacts } from '../example.ts'
import type { TaskFacts } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const taskNotCharged: Rule<'task', TaskFacts> = {
  finding: 'task-not-charged',
  fits: ({ task }) => task === undefined || task.chargedAt === null,
  evidence: () => [],
  cases: {
    fits: {
      unknown: taskFacts(undefined),
      'finished without a charge': taskFacts(task({ chargedAt: null, units: null })),
    },
    leaves: {
      charged: taskFacts(task()),
    },
  },
}
