// A message's way through the desk: door, inbox, turn, outbox in one transaction; lookups outside; their results in the next.
import { type FlowBook, interfaceText } from '../conversation/book.ts'
import type { ActEffect, Effect, LookupEffect, SayEffect } from '../conversation/effect.ts'
import { outstanding, turn } from '../conversation/engine.ts'
import type { Event } from '../conversation/event.ts'
import { newState, parseState, type State, serialiseState } from '../conversation/state.ts'
import type { Intent } from '../conversation/vocabulary.ts'
import type { ConversationRow } from '../domain/desk.ts'
import { invariant } from '../kit/invariant.ts'
import { type Redacted, stored } from '../redaction/redacted.ts'
import type { Writers } from '../store/nouns.ts'
import { act } from './act.ts'
import { makeDoor } from './admit.ts'
import type { Caller, DemoWords, Result } from './caller.ts'
import type { Context } from './context.ts'
import { handOff } from './hand-off.ts'
import type { Incoming, Kept } from './incoming.ts'
import { lookUp } from './look-up.ts'
import { pictureRemarks } from './picture.ts'
import { relay } from './relay.ts'

export type ChatOptions = {
  readonly context: Context
  readonly book: FlowBook
  /** `demo` or `live`: on the card. */
  readonly environment: string
  readonly demo?: DemoWords
}

/** What leaves: words, and the buttons under them. */
export type Outgoing = Pick<SayEffect, 'text' | 'step' | 'choices'>
type Call = LookupEffect | ActEffect
type Taken = {
  readonly conversation: ConversationRow
  readonly state: State
  readonly accountId: string | null
  readonly calls: readonly Call[]
}

/** No flow comes near; a loop between lookups ends here instead of never. */
const MOST_CALLS = 20

export type Chat = ReturnType<typeof makeChat>

export function makeChat({ context, book, environment, demo }: ChatOptions) {
  const { store, clock, ids, keyring } = context
  const door = makeDoor(context, book)

  async function conversationOf(
    w: Writers,
    { platform, user, lang }: Pick<Incoming, 'platform' | 'user' | 'lang'>,
  ): Promise<ConversationRow> {
    const userHash = keyring.hash('chat-user', `${platform}:${user}`)
    const known = await w.conversations.ofUser(platform, userHash)
    if (known) return known
    const now = clock.now()
    const row: ConversationRow = {
      id: ids.row('cnv', now),
      platform,
      userHash,
      lang: lang ?? null,
      state: serialiseState(newState(lang)),
      ticketId: null,
      version: 1,
      updatedAt: now,
    }
    await w.conversations.insert(row)
    return row
  }

  const stateOf = ({ state, lang }: ConversationRow): State => {
    const read = parseState(stored(state))
    return read.ok ? read.value : newState(lang ?? undefined)
  }

  /** What the engine hears; undefined where a message says nothing, as a picture does that could not be read. */
  function eventOf(kept: Kept): Event | undefined {
    const at = clock.now()
    if (kept.kind === 'choice' || kept.kind === 'command') return { ...kept, at }
    if (kept.kind === 'text') return { ...kept, intent: kept.intent as Intent | null, at }
    const { text, references } = kept
    return text === null ? undefined : { kind: 'text', text, references, intent: 'paid_not_credited', at }
  }

  /** What is said before the engine's own answer. */
  function remarksOn(kept: Kept, lang: State['lang']): readonly Redacted[] {
    if (kept.kind === 'picture') return pictureRemarks(book, lang, kept)
    return kept.kind === 'text' && kept.secret ? [interfaceText(book, lang, 'secret_hidden')] : []
  }

  const send = (w: Writers, conversationId: string, { text, step, choices }: Outgoing): Promise<void> =>
    w.conversations.send(conversationId, JSON.stringify({ text, step, choices } satisfies Outgoing), clock.now())

  /** Lets the effects of a turn happen in the transaction that saves its state; calls are handed back. */
  async function settle(
    w: Writers,
    conversation: ConversationRow,
    state: State,
    effects: readonly Effect[],
  ): Promise<Taken> {
    const calls: Call[] = []
    let ticketId = conversation.ticketId
    const accountId = (await w.accounts.identity(conversation.platform, conversation.userHash))?.accountId ?? null
    for (const effect of effects) {
      if (effect.kind === 'say') await send(w, conversation.id, effect)
      else if (effect.kind === 'handoff') {
        const row = { ...conversation, ticketId }
        const handed = await handOff(w, context, book, row, state, effect, accountId, environment)
        ticketId = handed.ticketId
        await send(w, conversation.id, { text: handed.said, step: state.step, choices: [] })
      } else calls.push(effect)
    }
    const lang = state.langChosen ? state.lang : conversation.lang
    const saved = { ...conversation, lang, ticketId, state: serialiseState(state), updatedAt: clock.now() }
    await w.conversations.save(saved)
    return { conversation: { ...saved, version: saved.version + 1 }, state, accountId, calls }
  }

  /** Commits an event; undefined where there is nothing left to do: a repeat, or a person has the conversation. */
  const take = (incoming: Incoming): Promise<Taken | undefined> =>
    store.write(async (w) => {
      if (await w.conversations.wasReceived(incoming.platform, incoming.eventId)) return undefined
      const conversation = await conversationOf(w, incoming)
      const inboxId = ids.row('in', clock.now())
      const { kept, state } = await door.admit(w, incoming.message, stateOf(conversation), conversation, inboxId)
      await w.conversations.receive({
        id: inboxId,
        platform: incoming.platform,
        eventId: incoming.eventId,
        conversationId: conversation.id,
        body: JSON.stringify(kept),
        state: 'done',
        at: clock.now(),
      })
      const said = await relay(w, context, book, conversation, state.lang, kept, inboxId)
      if (said !== 'for-the-bot') {
        if (said !== undefined) await send(w, conversation.id, { text: said, step: state.step, choices: [] })
        return undefined
      }
      const event = eventOf(kept)
      const { state: next, effects } = event ? turn(book, state, event) : { state, effects: [] }
      for (const text of remarksOn(kept, next.lang)) {
        await send(w, conversation.id, { text, step: next.step, choices: [] })
      }
      return settle(w, conversation, next, effects)
    })

  async function perform({ conversation, state, accountId }: Taken, call: Call): Promise<Result> {
    const caller: Caller = {
      context,
      book,
      user: { platform: conversation.platform, userHash: conversation.userHash },
      conversationId: conversation.id,
      lang: state.lang,
      accountId,
      demo,
    }
    return call.kind === 'lookup'
      ? lookUp(caller, call.about, call.args)
      : act(caller, call.action, call.args, call.step)
  }

  const bring = (taken: Taken, call: Call, { verdict, ...result }: Result): Promise<Taken> =>
    store.write(async (w) => {
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
      if (await humanOwns(w, conversation)) return { ...taken, conversation, state: before, calls: [] }
      const event: Event = { kind: 'result', at: clock.now(), step: call.step, ...result }
      const { state, effects } = turn(book, before, event)
      return settle(w, conversation, state, effects)
    })

  async function follow(first: Taken | undefined): Promise<void> {
    let taken = first
    for (let round = 0; taken && taken.calls.length > 0 && round < MOST_CALLS; round++) {
      const [call, ...others]: readonly Call[] = taken.calls
      if (!call) return
      const result: Result = await perform(taken, call)
      const next: Taken = await bring(taken, call, result)
      taken = { ...next, calls: [...next.calls, ...others] }
    }
  }

  return {
    /** Takes one event and resolves when everything it caused is in the outbox. */
    receive: async (incoming: Incoming): Promise<void> => follow(await take(incoming)),
    /** Hands out again what a conversation was waiting for when the process died. */
    resume: async (platform: string, user: string): Promise<void> => {
      const taken = await store.write(async (w) => {
        const conversation = await conversationOf(w, { platform, user })
        const state = stateOf(conversation)
        const accountId = (await w.accounts.identity(platform, conversation.userHash))?.accountId ?? null
        const calls = outstanding(state).filter(
          (effect): effect is Call => effect.kind === 'lookup' || effect.kind === 'act',
        )
        return { conversation, state, accountId, calls }
      })
      await follow(taken)
    },
    /** What is queued for a person, oldest first; `sent` is called with each id once it is out. */
    queued: async (
      platform: string,
      user: string,
    ): Promise<readonly { readonly id: number; readonly message: Outgoing }[]> => {
      const userHash = keyring.hash('chat-user', `${platform}:${user}`)
      const rows = await store.read(async (r) => {
        const conversation = await r.conversations.ofUser(platform, userHash)
        return conversation ? r.conversations.queued(conversation.id, 100) : []
      })
      return rows.map(({ id, body }) => ({ id, message: JSON.parse(body) as Outgoing }))
    },
    sent: (id: number): Promise<void> => store.write((w) => w.conversations.markSent(id, clock.now())),
  }
}

const humanOwns = async (w: Writers, { ticketId }: ConversationRow): Promise<boolean> => {
  const ticket = ticketId === null ? undefined : await w.tickets.byId(ticketId)
  return ticket?.state === 'human' || ticket?.state === 'waiting-user'
}
