// What an event does once it is its turn: it goes to the people who have the conversation, or the engine takes a step.
import { type FlowBook, interfaceText } from '../../conversation/book.ts'
import type { Effect } from '../../conversation/effect.ts'
import { turn } from '../../conversation/engine.ts'
import type { Event } from '../../conversation/event.ts'
import { matchIntent } from '../../conversation/match/intent.ts'
import { type State, serialiseState } from '../../conversation/state.ts'
import { type Intent, intents } from '../../conversation/vocabulary.ts'
import type { ConversationRow } from '../../domain/desk.ts'
import type { Instant } from '../../kit/clock.ts'
import type { Redacted } from '../../redaction/redacted.ts'
import type { Writers } from '../../store/nouns.ts'
import { pressedBill } from '../bill/press.ts'
import { type NewBill, showBill } from '../bill/show.ts'
import { tellUser } from '../outbox/enqueue.ts'
import type { ChatOptions } from './chat.ts'
import { type Call, isCall, type Taken } from './follow.ts'
import { handOff } from './hand-off.ts'
import type { Kept } from './incoming.ts'
import { pictureRemarks } from './picture.ts'
import { rate, ratedInWords } from './rating.ts'
import { reachable } from './reachable.ts'
import { passDeletion, passEdit, passReaction, relay } from './relay.ts'

/** Below this a message does not leave an open question for another matter. */
const SURE = 0.5

/** Asked only for words that the bot answers: those for a person cost nothing. */
function intentOf(text: Redacted): Intent | null {
  const { intent, confidence } = matchIntent(text)
  return confidence >= SURE && (intents as readonly string[]).includes(intent) ? (intent as Intent) : null
}

/** What the engine hears; undefined where a message says nothing, as a picture does that could not be read. */
function eventOf(kept: Kept, at: Instant): Event | undefined {
  switch (kept.kind) {
    case 'choice':
    case 'command':
      return { ...kept, at }
    case 'stale':
      return { kind: 'choice', step: -1, index: 0, at }
    case 'text':
    case 'edit':
      return { kind: 'text', text: kept.text, references: kept.references, intent: intentOf(kept.text), at }
    case 'picture': {
      const { text, references } = kept
      return text === null ? undefined : { kind: 'text', text, references, intent: 'paid_not_credited', at }
    }
    default:
      return undefined
  }
}

/** What is said before the engine's own answer. */
function remarksOn(book: FlowBook, kept: Kept, lang: State['lang']): readonly Redacted[] {
  if (kept.kind === 'picture') return pictureRemarks(book, lang, kept)
  if (kept.kind === 'unreadable') return [interfaceText(book, lang, `unreadable_${kept.what}`)]
  const secret = (kept.kind === 'text' || kept.kind === 'edit') && kept.secret
  return secret ? [interfaceText(book, lang, 'secret_hidden')] : []
}

const say = (w: Writers, at: Instant, conversation: ConversationRow, text: Redacted, step: number): Promise<number> =>
  tellUser(w, at, conversation, { kind: 'say', text, step, choices: [] })

/** Lets the effects of a turn happen in the transaction that saves its state; calls are handed back. */
export async function settle(
  w: Writers,
  { context, book, environment, staffPlatform }: ChatOptions,
  conversation: ConversationRow,
  state: State,
  effects: readonly Effect[],
  bill?: NewBill,
): Promise<Taken> {
  const calls: Call[] = []
  const at = context.clock.now()
  let ticketId = conversation.ticketId
  const accountId = (await w.accounts.identity(conversation.platform, conversation.userHash))?.accountId ?? null
  let unshown = bill
  for (const effect of effects) {
    if (isCall(effect)) calls.push(effect)
    // The code, with its own words, stands in the place of the question that follows it.
    else if (effect.kind === 'say' && unshown && effect.choices.length > 0) {
      await showBill(w, context, conversation, unshown, effect)
      unshown = undefined
    } else if (effect.kind === 'say') {
      const { text, step, choices } = effect
      await tellUser(w, at, conversation, { kind: 'say', text, step, choices: [...choices] })
    } else if (effect.kind === 'handoff') {
      const row = { ...conversation, ticketId }
      const staff = staffPlatform?.(conversation.platform)
      const handed = await handOff(w, { context, book, environment, staff }, row, state, effect, accountId)
      ticketId = handed.ticketId
      await say(w, at, conversation, handed.said, state.step)
    }
  }
  if (unshown) await showBill(w, context, conversation, unshown, { step: state.step, choices: [] })
  const lang = state.langChosen ? state.lang : conversation.lang
  const saved = { ...conversation, lang, ticketId, state: serialiseState(state), updatedAt: at }
  await w.conversations.save(saved)
  return { conversation: { ...saved, version: saved.version + 1 }, state, accountId, calls }
}

/** In the caller's transaction; undefined where nothing is left to be done outside. */
export async function handle(
  w: Writers,
  options: ChatOptions,
  conversation: ConversationRow,
  state: State,
  kept: Kept,
  inboxId: string,
): Promise<Taken | undefined> {
  const { context, book } = options
  const at = context.clock.now()
  if (kept.kind === 'reaction') return void (await passReaction(w, context, conversation, kept))
  if (kept.kind === 'reachable') return void (await reachable(w, context, book, conversation, kept.reachable))
  if (kept.kind === 'rating') return void (await rate(w, context, book, conversation, kept))
  if (kept.kind === 'deleted') return void (await passDeletion(w, context, kept))
  if (kept.kind === 'edit' && (await passEdit(w, context, kept))) return undefined
  if (kept.kind === 'text' && (await ratedInWords(w, context, book, conversation, state, kept.text))) return undefined
  const relayed = await relay(w, options, conversation, state.lang, kept, inboxId)
  if (relayed !== 'for-the-bot') {
    if (relayed !== undefined) await say(w, at, conversation, relayed, state.step)
    return undefined
  }
  const event = kept.kind === 'bill' ? await pressedBill(w, conversation, kept, at) : eventOf(kept, at)
  const { state: next, effects } = event ? turn(book, state, event) : { state, effects: [] }
  for (const text of remarksOn(book, kept, next.lang)) await say(w, at, conversation, text, next.step)
  return settle(w, options, conversation, next, effects)
}
