// The charge was put back before, whatever the outcome.
import { at, task, taskFacts } from '../example.ts'
import type { TaskFacts } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const taskRefunded: Rule<'task', TaskFacts> = {
  finding: 'task-refunded',
  fits: ({ task }) => task?.refundedAt != null,
  evidence: ({ task }) => (task ? [`task:${task.id}`] : []),
  cases: {
    fits: {
      'put back': taskFacts(task({ refundedAt: at('10:00') })),
    },
    leaves: {
      'not put back': taskFacts(task({ outcome: 'succeeded' })),
      unknown: taskFacts(undefined),
    },
  },
}
