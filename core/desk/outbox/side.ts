// What goes neither to a user nor to a ticket: the staff's common room, and a group of users.
import type { OutboxRow } from '../../domain/desk.ts'
import type { Request } from '../../ports/chat-platform.ts'
import { mint } from '../../redaction/redacted.ts'
import { unseal } from '../../redaction/sealed.ts'
import type { Job } from './job.ts'
import { splitText } from './split.ts'
import { keepLinks, keyOf, type Post, repeated, type Step } from './step.ts'

export function stepsOfSide(post: Post, row: OutboxRow, job: Job): Step | undefined {
  if (job.kind === 'room') {
    const parts = splitText(job.text, post.platform.limits.text - 100)
    const text = parts[row.parts] ?? mint('')
    const last = row.parts >= parts.length - 1
    const to = { room: 'staff', thread: null } as const
    return {
      request: {
        kind: 'text',
        to,
        key: keyOf(row),
        text: row.state === 'ambiguous' ? repeated(post, 'zh', text) : text,
        buttons: last ? job.buttons : [],
      },
      kept: (w, done) => keepLinks(w, post, to, row, done),
      last,
      marked: true,
    }
  }
  if (job.kind !== 'group' && job.kind !== 'remove') return undefined
  const spot = { room: 'group', address: unseal(post.context.keyring, 'conversation.address', job.address) } as const
  const request: Request =
    job.kind === 'remove'
      ? { kind: 'remove', at: spot, message: job.message }
      : {
          kind: 'text',
          to: spot,
          key: keyOf(row),
          text: job.text,
          buttons: job.buttons,
          ...(job.answers === null ? {} : { answers: job.answers }),
        }
  return { request, kept: async () => undefined, last: true, marked: false }
}
