// Failed and charged: put back while answering.
import { at, task, taskFacts } from '../example.ts'
import type { TaskFacts } from '../facts.ts'
import type { Rule } from '../rule.ts'

export const taskRefundPosted: Rule<'task', TaskFacts> = {
  finding: 'task-refund-posted',
  fits: ({ refundedNow }) => refundedNow,
  evidence: ({ task }) => (task ? [`task:${task.id}`] : []),
  cases: {
    fits: {
      'put back now': taskFacts(task({ outcome: 'failed', refundedAt: at('10:03') }), { refundedNow: true }),
    },
    leaves: {
      'put back before': taskFacts(task({ outcome: 'failed', refundedAt: at('10:00') })),
    },
  },
}
