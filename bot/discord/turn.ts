// Somebody archived, locked or opened a ticket's post by hand: who it was stands in the guild's audit log, if we may read that.
import { type APIThreadChannel, AuditLogEvent, Routes } from 'discord.js'
import type { Member } from '../../core/desk/staff/work.ts'
import { type Clock, type Instant, plus, SECOND } from '../../core/kit/clock.ts'
import type { Client, DiscordSettings } from './api.ts'
import type { Around } from './around.ts'
import { SOMEBODY } from './colleague.ts'
import type { Intake } from './intake.ts'
import { madeAt } from './name.ts'
import { threadTurn, turnOf } from './staff-inbound.ts'

export type Turns = {
  /** `wasOpen`: the guild told of it as an open one before. */
  take(thread: APIThreadChannel, wasOpen: boolean): Promise<void>
  /** The bot itself is about to do that. */
  own(thread: string): void
}

/** The gateway tells what we did ourselves a moment later. */
const OWN_MS = 10 * SECOND
const MOST = 1_000

export type TurnsOptions = {
  readonly client: Client
  readonly settings: DiscordSettings
  readonly around: Around
  readonly intake: Intake
  readonly learn: (user: string) => Promise<void>
  readonly clock: Clock
}

type AuditLog = { readonly audit_log_entries: readonly { readonly user_id: string; readonly target_id: string }[] }

export function makeTurns({ client, settings, around, intake, learn, clock }: TurnsOptions): Turns {
  const own = new Map<string, Instant>()
  const before = new Map<string, 'closed' | 'reopened'>()

  async function whoDid(thread: string): Promise<Member | 'bot'> {
    const query = new URLSearchParams({ action_type: String(AuditLogEvent.ThreadUpdate), limit: '20' })
    const log = (await client.rest.get(Routes.guildAuditLog(settings.guildId), { query }).catch(() => undefined)) as
      | AuditLog
      | undefined
    const user = log?.audit_log_entries.find(({ target_id: target }) => target === thread)?.user_id
    if (user === undefined) return SOMEBODY
    if (user === around.botId()) return 'bot'
    await learn(user)
    return around.member(user, undefined) ?? SOMEBODY
  }

  return {
    own: (thread) => {
      own.delete(thread)
      own.set(thread, plus(clock.now(), OWN_MS))
      const eldest = own.keys().next()
      if (own.size > MOST && !eldest.done) own.delete(eldest.value)
    },
    take: async (thread, wasOpen) => {
      const turn = turnOf(thread, madeAt)
      if (turn === undefined || (before.get(thread.id) ?? (wasOpen ? 'reopened' : 'closed')) === turn) return
      before.set(thread.id, turn)
      const until = own.get(thread.id)
      if (until !== undefined && until > clock.now()) return
      const who = await whoDid(thread.id)
      if (who === 'bot') return
      await intake.take(threadTurn(around, thread, turn, who))
    },
  }
}
