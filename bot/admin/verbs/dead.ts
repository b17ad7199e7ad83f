// What a platform refused for good: looked at, sent once more, or put away; the digest counts it until then.
import type { OutboxRow } from '../../../core/domain/desk.ts'
import { Raw } from '../../../core/redaction/raw.ts'
import { redact } from '../../../core/redaction/redact.ts'
import type { Desk, Entry } from '../desk.ts'
import { limit, upTo } from '../shapes.ts'
import { done, failed, type Outcome, taken, verb } from '../verb.ts'
import { timeOf } from '../words.ts'

export const deadList = verb({
  name: 'dead list',
  says: 'Messages that could not be delivered, newest first: why, for which ticket, since when.',
  example: 'dead list',
  opens: 'reading',
  options: { limit: taken('<n>', 'so many at most (50)', limit(50)) },
  run: async ({ context, list }, _, { limit: most }) => {
    const rows = await context.store.read((r) => r.outbox.dead(most))
    await list(
      ['id', 'when', 'why', 'platform', 'where', 'ticket', 'what'],
      rows.map(({ id, at, error, platform, lane, ticketId, body }) => [
        String(id),
        timeOf(at),
        error ?? '',
        platform,
        lane.split(':')[0] ?? '',
        ticketId === null ? '' : `#${ticketId}`,
        String((JSON.parse(body) as { kind?: unknown }).kind),
      ]),
    )
    return done
  },
})

const row = taken('<id>', "the message's id from dead list", upTo(999_999_999))

async function settled(
  { context: { store, clock }, by }: Desk,
  id: number,
  action: Entry['action'],
  change: (row: OutboxRow) => OutboxRow,
): Promise<Outcome> {
  const known = await store.write(async (w) => {
    const dead = await w.outbox.byId(id)
    if (dead?.state !== 'dead') return false
    await w.outbox.save(change(dead))
    const error = dead.error === null ? null : redact(new Raw(dead.error)).text
    await w.audit.append({ at: clock.now(), actor: by, action, subject: `outbox:${id}`, detail: { error } })
    return true
  })
  return known
    ? done
    : failed('there is no undelivered message of this id; list them with: npm run -s admin -- dead list')
}

export const deadRetry = verb({
  name: 'dead retry',
  says: 'Sends such a message once more, behind nothing: what came after it has long gone out.',
  example: 'dead retry 4711',
  opens: 'writing',
  argument: row,
  run: (desk, id) =>
    settled(desk, id, 'outbox.retry', (dead) => ({
      ...dead,
      state: 'queued',
      tries: 0,
      error: null,
      dueAt: desk.context.clock.now(),
    })),
})

export const deadDismiss = verb({
  name: 'dead dismiss',
  says: 'Puts such a message away: it is not sent and not counted any more.',
  example: 'dead dismiss 4711',
  opens: 'writing',
  argument: row,
  run: (desk, id) =>
    settled(desk, id, 'outbox.dismiss', (dead) => ({ ...dead, state: 'sent', error: 'dismissed', sentAt: null })),
})
