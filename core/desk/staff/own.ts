// Whose the ticket is and how it stands: claim, hand on, give back, close, open again, priority, hold, merge, who.
import type { InterfaceKey } from '../../conversation/interface-text.ts'
import { when } from '../../diagnosis/words.ts'
import { priorities } from '../../domain/desk.ts'
import { mint, type Redacted, say } from '../../redaction/redacted.ts'
import { tellUser } from '../outbox/enqueue.ts'
import { type At, ticketMark, told, type Verb, word } from './at.ts'
import { colleagueNamed, colleagues, isNameless } from './colleagues.ts'
import { refused } from './refusal.ts'
import { moneyWaits, moveTicket } from './tickets.ts'

const actor = (at: At): Redacted => mint(at.member.key)

/** One of the deeds that the ticket itself allows or refuses. */
const plain = (deed: 'claim' | 'close' | 'backToBot' | 'reopen', key: InterfaceKey): Verb => ({
  needs: 'name',
  run: async (at) => {
    const done = await at.inside[deed](at.w, at.ticket, at.member)
    return done.ok
      ? told(at, key, { persona: at.member.persona, ticket: ticketMark(at.ticket.id) })
      : refused(at, done.error)
  },
})

/** Somebody who answered in the group's name holds a ticket for nobody: whoever gives a name may take it. */
const isNobodys = async ({ w, ticket }: At): Promise<boolean> =>
  ticket.state !== 'closed' && ticket.owner !== null && (await isNameless(w, ticket.owner))

const claim: Verb = {
  needs: 'name',
  run: async (at, argument) => {
    if (!(await isNobodys(at))) return plain('claim', 'staff_claimed').run(at, argument)
    const event = { kind: 'transfer', staff: at.member.key, persona: at.member.persona } as const
    const moved = await moveTicket(at.w, at.options.context, at.ticket, event, actor(at))
    const vars = { persona: at.member.persona, ticket: ticketMark(at.ticket.id) }
    return moved.ok ? told(at, 'staff_claimed', vars) : refused(at, moved.error)
  },
}

const transfer: Verb = {
  needs: 'name',
  run: async (at, argument) => {
    const { context } = at.options
    const to = argument.trim() === '' ? undefined : await colleagueNamed(at.w, context, argument)
    if (!to) {
      const people = (await colleagues(at.w, context)).map(({ persona }) => persona)
      return told(at, 'staff_transfer_how', { people: mint(people.join(' · ') || '—') })
    }
    const event = { kind: 'transfer', staff: to.key, persona: to.persona } as const
    const moved = await moveTicket(at.w, context, at.ticket, event, actor(at))
    return moved.ok ? told(at, 'staff_transferred', { persona: to.persona }, { loud: true }) : refused(at, moved.error)
  },
}

const priority: Verb = {
  needs: 'name',
  run: async (at, argument) => {
    const wanted = priorities.find((one) => one === argument.trim().toLowerCase())
    if (wanted === undefined) return told(at, 'staff_priority_how')
    const event = { kind: 'priority', priority: wanted } as const
    const moved = await moveTicket(at.w, at.options.context, at.ticket, event, actor(at))
    return moved.ok ? told(at, 'staff_priority_set', { priority: mint(wanted) }) : refused(at, moved.error)
  },
}

const hold: Verb = {
  needs: 'name',
  run: async (at) => {
    const on = !at.ticket.hold
    const moved = await moveTicket(at.w, at.options.context, at.ticket, { kind: 'hold', on }, actor(at))
    return moved.ok ? told(at, on ? 'staff_hold_on' : 'staff_hold_off') : refused(at, moved.error)
  },
}

/**
 * Into the main ticket of one incident. Two users never share a conversation: the merged one ends with a word to its
 * user, who hears again when the main one is solved.
 */
const merge: Verb = {
  needs: 'name',
  run: async (at, argument) => {
    const { w, ticket, options } = at
    const id = Number(/^#?(\d{1,12})$/.exec(argument.trim())?.[1] ?? Number.NaN)
    const into = Number.isNaN(id) ? undefined : await w.tickets.byId(id)
    if (!into) return told(at, 'staff_merge_how')
    const moneyOpen = await moneyWaits(w, ticket)
    const moved = await moveTicket(w, options.context, ticket, { kind: 'merge', into, moneyOpen }, actor(at))
    if (!moved.ok) return refused(at, moved.error)
    const conversation = await w.conversations.byId(ticket.conversationId)
    const now = options.context.clock.now()
    const text = word(at, 'incident_joined', { ticket: ticketMark(ticket.id) })
    if (conversation) await tellUser(w, now, conversation, { kind: 'say', text, step: 0, choices: [] })
    const marks = { ticket: ticketMark(ticket.id), main: ticketMark(into.id) }
    await at.inside.sayThere(w, into, word({ ...at, ticket: into }, 'staff_merged_here', marks))
    return told(at, 'staff_merged', marks, { loud: true })
  },
}

const who: Verb = {
  needs: 'nobody',
  run: async (at) => {
    const { ticket, options } = at
    const now = options.context.clock.now()
    const due = ticket.firstDueAt ?? ticket.nextDueAt ?? ticket.resolveDueAt
    const people = (await colleagues(at.w, options.context)).map(({ persona }) => persona)
    return told(at, 'staff_who', {
      ticket: ticketMark(ticket.id),
      state: word(at, `staff_state_${stateKeys[ticket.state]}`),
      persona: ticket.persona ?? mint('—'),
      due: due === null ? mint('—') : when(due, now),
      people: people.length === 0 ? mint('—') : people.reduce((text, one) => say`${text} · ${one}`),
    })
  },
}

const stateKeys = { queue: 'queue', human: 'human', 'waiting-user': 'waiting', closed: 'closed' } as const

const help: Verb = { needs: 'nobody', run: async (at) => told(at, 'staff_help', {}, { loud: true }) }

export const ownVerbs = {
  claim,
  close: plain('close', 'staff_closed_done'),
  bot: plain('backToBot', 'staff_to_bot'),
  reopen: plain('reopen', 'staff_reopened'),
  transfer,
  priority,
  hold,
  merge,
  who,
  help,
} as const
