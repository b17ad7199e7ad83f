// What is over its time goes: covered pictures, messages in and out, the lines of tickets that closed long ago. Figures and money stay.
import { newState, serialiseState } from '../../conversation/state.ts'
import { DAY, HOUR, type Instant, plus } from '../../kit/clock.ts'
import type { Writers } from '../../store/nouns.ts'
import { type Card, cardShape } from '../card/card.ts'
import type { Context } from '../context.ts'
import { markOf, pageBehind, setMark } from './mark.ts'

const EVERY_MS = HOUR
/** Rows a transaction, so that nobody who writes waits for it; and transactions a pass. */
const AT_ONCE = 200
const ROUNDS = 50

/** The card without a word that its user wrote. */
function wordless(json: string): string {
  const card = cardShape.safeParse(JSON.parse(json))
  if (!card.success) return json
  return JSON.stringify({ ...card.data, symptom: [], answers: [], said: undefined } satisfies Card)
}

type Broom = (w: Writers, until: Instant) => Promise<number>

async function closedTickets(w: Writers, until: Instant): Promise<number> {
  const after = await markOf(w, 'sweep.tickets')
  const page = await pageBehind(
    after,
    AT_ONCE,
    (limit) => w.history.closedBehind(after, until, limit),
    ({ closedAt }) => closedAt,
  )
  for (const { id, card } of page.rows) await w.history.forgetTicket(id, wordless(card))
  if (page.mark > after) await setMark(w, 'sweep.tickets', page.mark)
  return page.rows.length
}

async function silentTalks(w: Writers, until: Instant): Promise<number> {
  const after = await markOf(w, 'sweep.states')
  const page = await pageBehind(
    after,
    AT_ONCE,
    (limit) => w.history.silentBehind(after, until, limit),
    ({ updatedAt }) => updatedAt,
  )
  for (const { id } of page.rows) {
    const talk = await w.conversations.byId(id)
    if (talk?.ticketId !== null) continue
    await w.conversations.save({ ...talk, state: serialiseState(newState(talk.lang ?? undefined)) })
  }
  if (page.mark > after) await setMark(w, 'sweep.states', page.mark)
  return page.rows.length
}

const brooms: readonly Broom[] = [
  (w, until) => w.history.forgetHeard(until, AT_ONCE),
  (w, until) => w.history.forgetSaid(until, AT_ONCE),
  closedTickets,
  silentTalks,
]

export type Tidied = { readonly did: number; readonly more: boolean }

/** Once an hour; every transaction may be the last one, the next pass goes on from there. */
export async function tidy({ store, clock, policy }: Context): Promise<Tidied> {
  const now = clock.now()
  if ((await store.read((r) => markOf(r, 'sweep.tidied'))) > plus(now, -EVERY_MS)) return { did: 0, more: false }
  const until = plus(now, -policy.desk.transcriptDays * DAY)
  let did = await store.write((w) => w.tickets.purgeAttachments(now))
  did += await store.write((w) => w.originals.purge(now))
  for (const broom of brooms) {
    for (let round = 0; ; round++) {
      if (round === ROUNDS) return { did, more: true }
      const gone = await store.write((w) => broom(w, until))
      did += gone
      if (gone === 0) break
    }
  }
  await store.write((w) => setMark(w, 'sweep.tidied', now))
  return { did, more: false }
}

export const nextTidyAt = async ({ store }: Context): Promise<Instant> =>
  plus(await store.read((r) => markOf(r, 'sweep.tidied')), EVERY_MS)
