// The task delivered: the charge stands.
import { task, taskFacts } from '../example.ts'
import type { TaskFacts } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const taskSucceeded: Rule<'task', TaskFacts> = {
  finding: 'task-succeeded',
  fits: ({ task }) => task?.outcome === 'succeeded',
  evidence: ({ task }) => (task ? [`task:${task.id}`] : []),
  cases: {
    fits: {
      delivered: taskFacts(task({ outcome: 'succeeded' })),
    },
    leaves: {
      'no outcome yet': taskFacts(task()),
    },
  },
}
