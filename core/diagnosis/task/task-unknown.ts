// Charged, and nobody knows the outcome yet: never refunded on a guess.

import { TASK_UNKNOWN_MS } from '../../domain/task.ts'
import { at, task, taskFacts } from '../example.ts'
import type { TaskFacts } from '../facts.ts'
import type { Rule } from '../rule.ts'

const tooLong = ({ now, task }: TaskFacts): boolean =>
  task !== undefined && task.chargedAt !== null && now - task.chargedAt > TASK_UNKNOWN_MS

export const taskUnknown: Rule<'task', TaskFacts> = {
  finding: 'task-unknown',
  fits: ({ task }) => task !== undefined && (task.outcome === null || task.outcome === 'unknown'),
  variant: (facts) => (tooLong(facts) ? 'long' : undefined),
  handoff: tooLong,
  evidence: ({ task }) => (task ? [`task:${task.id}`] : []),
  cases: {
    fits: {
      'still running': taskFacts(task()),
      'for two days': taskFacts(task({ chargedAt: at('10:00', '2026-11-18') })),
    },
    leaves: {
      failed: taskFacts(task({ outcome: 'failed' })),
    },
  },
}
