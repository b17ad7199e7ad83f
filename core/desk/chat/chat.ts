// A message's way through the desk: door, inbox, turn, outbox in one transaction; lookups outside; their results in the next.
import type { FlowBook } from '../../conversation/book.ts'
import type { SayEffect } from '../../conversation/effect.ts'
import { outstanding } from '../../conversation/engine.ts'
import type { ConversationRow } from '../../domain/desk.ts'
import { DAY, plus } from '../../kit/clock.ts'
import { type ReadBill, readBill } from '../bill/read.ts'
import { billShows } from '../bill/turn.ts'
import type { Context } from '../context.ts'
import { userLane } from '../outbox/enqueue.ts'
import { readJob } from '../outbox/job.ts'
import type { Replies } from '../staff/replies.ts'
import { makeDoor } from './admit.ts'
import type { DemoWords } from './caller.ts'
import { conversationOf, stateOf } from './conversations.ts'
import { follow, isCall, type Taken } from './follow.ts'
import { handle } from './handle.ts'
import type { Incoming } from './incoming.ts'
import { keepIncoming } from './take.ts'

export type ChatOptions = {
  readonly context: Context
  readonly book: FlowBook
  /** `demo` or `live`: on the card. */
  readonly environment: string
  readonly demo?: DemoWords
  /** Replies written beforehand for staff. */
  readonly replies?: Replies
  /** On which platform staff see the tickets of a platform's users; undefined: nowhere but in the terminal. */
  readonly staffPlatform?: (platform: string) => string | undefined
}

/** What leaves: words, the buttons under them, and above them the text of a payment code. */
export type Outgoing = Pick<SayEffect, 'text' | 'step' | 'choices'> & { readonly code?: string }

export type Chat = ReturnType<typeof makeChat>

export function makeChat(options: ChatOptions) {
  const { context, book } = options
  const { store, clock, ids, keyring } = context
  const door = makeDoor(context, book)
  /** What bills said when they were last read from the queue. */
  const faces = new Map<number, ReadBill>()

  /** Commits an event; undefined where there is nothing left to do: a repeat, or a person has the conversation. */
  const take = (incoming: Incoming): Promise<Taken | undefined> =>
    store.write(async (w) => {
      if (await w.inbox.byEvent(incoming.platform, incoming.eventId)) return undefined
      const conversation = await conversationOf(w, context, incoming)
      const inboxId = ids.row('in', clock.now())
      const admitted = await door.admit(w, incoming, stateOf(conversation), conversation, inboxId)
      const kept = await keepIncoming(w, context, incoming, conversation, admitted, inboxId)
      return kept.now ? handle(w, options, kept.conversation, admitted.state, admitted.kept, inboxId) : undefined
    })

  async function waitingOf(conversation: ConversationRow): Promise<Taken> {
    const state = stateOf(conversation)
    const identity = await store.read((r) => r.accounts.identity(conversation.platform, conversation.userHash))
    return { conversation, state, accountId: identity?.accountId ?? null, calls: outstanding(state).filter(isCall) }
  }

  return {
    options,
    /** Takes one event and resolves when everything it caused is in the outbox. */
    receive: async (incoming: Incoming): Promise<void> => follow(options, await take(incoming)),
    /** Commits one event and gives what is still to be done: for a platform that is told "received" in between. */
    accept: async (incoming: Incoming): Promise<() => Promise<void>> => {
      const taken = await take(incoming)
      return () => follow(options, taken)
    },
    /** Hands out again what a conversation was waiting for when the process died. */
    resume: async (platform: string, user: string): Promise<void> => {
      const conversation = await store.write((w) => conversationOf(w, context, { platform, user }))
      await follow(options, await waitingOf(conversation))
    },
    /** The same for everybody on a platform: at its start, before anything new is taken. */
    resumeAll: async (platform: string): Promise<number> => {
      const since = plus(clock.now(), -2 * DAY)
      const waiting = await store.read((r) => r.conversations.waiting(platform, since))
      for (const conversation of waiting) await follow(options, await waitingOf(conversation))
      return waiting.length
    },
    /** What is queued for a person, oldest first; null: nothing is to be shown any more. `sent` is called with each id. */
    queued: async (
      platform: string,
      user: string,
    ): Promise<readonly { readonly id: number; readonly message: Outgoing | null }[]> => {
      const userHash = keyring.hash('chat-user', `${platform}:${user}`)
      return store.read(async (r) => {
        const conversation = await r.conversations.ofUser(platform, userHash)
        const rows = conversation ? await r.outbox.lane(platform, userLane(conversation.id), 100) : []
        const shown: { id: number; message: Outgoing | null }[] = []
        for (const { id, body } of rows) {
          const job = readJob(body)
          if (job.kind === 'say') shown.push({ id, message: { text: job.text, step: job.step, choices: job.choices } })
          if (job.kind === 'rate') shown.push({ id, message: { text: job.text, step: 0, choices: [] } })
          if (job.kind !== 'bill' && job.kind !== 'turn') continue
          const bill = await readBill(r, options, job, conversation ? stateOf(conversation).lang : 'zh')
          if (bill) faces.set(id, bill)
          shown.push({ id, message: bill?.message ?? null })
        }
        return shown
      })
    },
    sent: (id: number): Promise<void> =>
      store.write(async (w) => {
        const row = await w.outbox.byId(id)
        if (row) await w.outbox.save({ ...row, state: 'sent', sentAt: clock.now() })
        const bill = faces.get(id)
        if (bill) await billShows(w, bill.billId, bill.face)
        faces.delete(id)
      }),
  }
}
