// What a turn asks for outside its transaction: looked up or done, and its result is the next turn's event.
import type { ActEffect, Effect, LookupEffect } from '../../conversation/effect.ts'
import { turn } from '../../conversation/engine.ts'
import type { Event } from '../../conversation/event.ts'
import type { State } from '../../conversation/state.ts'
import type { ConversationRow } from '../../domain/desk.ts'
import { invariant } from '../../kit/invariant.ts'
import type { Writers } from '../../store/nouns.ts'
import { lookUp } from '../lookups/look-up.ts'
import { act } from './act.ts'
import type { Caller, Result } from './caller.ts'
import type { ChatOptions } from './chat.ts'
import { stateOf } from './conversations.ts'
import { settle } from './handle.ts'

export type Call = LookupEffect | ActEffect
export type Taken = {
  readonly conversation: ConversationRow
  readonly state: State
  readonly accountId: string | null
  readonly calls: readonly Call[]
}

export const isCall = (effect: Effect): effect is Call => effect.kind === 'lookup' || effect.kind === 'act'

/** No flow comes near; a loop between lookups ends here instead of never. */
const MOST_CALLS = 20

async function perform({ context, book, demo }: ChatOptions, taken: Taken, call: Call): Promise<Result> {
  const { conversation, state, accountId } = taken
  const caller: Caller = {
    context,
    book,
    user: { platform: conversation.platform, userHash: conversation.userHash },
    conversationId: conversation.id,
    lang: state.lang,
    accountId,
    demo,
  }
  return call.kind === 'lookup' ? lookUp(caller, call.about, call.args) : act(caller, call.action, call.args, call.step)
}

const humanOwns = async (w: Writers, { ticketId }: ConversationRow): Promise<boolean> => {
  const ticket = ticketId === null ? undefined : await w.tickets.byId(ticketId)
  return ticket?.state === 'human' || ticket?.state === 'waiting-user'
}

const bring = (options: ChatOptions, taken: Taken, call: Call, { verdict, bill, ...result }: Result): Promise<Taken> =>
  options.context.store.write(async (w) => {
    const { clock, ids } = options.context
    const conversation = await w.conversations.byId(taken.conversation.id)
    invariant(conversation, 'a conversation vanished')
    if (verdict && taken.accountId !== null) {
      await w.verdicts.insert({
        id: ids.row('vrd', clock.now()),
        accountId: taken.accountId,
        conversationId: conversation.id,
        about: verdict.about,
        finding: verdict.finding,
        handoff: verdict.handoff,
        evidence: JSON.stringify(verdict.evidence),
        at: clock.now(),
      })
    }
    const before = stateOf(conversation)
    // The owner is asked again in the transaction that would speak: the bot never answers over a person.
    if (await humanOwns(w, conversation)) return { ...taken, conversation, state: before, calls: [] }
    const event: Event = { kind: 'result', at: clock.now(), step: call.step, ...result }
    const { state, effects } = turn(options.book, before, event)
    return settle(w, options, conversation, state, effects, bill)
  })

export async function follow(options: ChatOptions, first: Taken | undefined): Promise<void> {
  let taken = first
  for (let round = 0; taken && taken.calls.length > 0 && round < MOST_CALLS; round++) {
    const [call, ...others]: readonly Call[] = taken.calls
    if (!call) return
    const result: Result = await perform(options, taken, call)
    const next: Taken = await bring(options, taken, call, result)
    taken = { ...next, calls: [...next.calls, ...others] }
  }
}
