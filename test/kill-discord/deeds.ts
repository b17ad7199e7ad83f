// What people do on a day: words in direct messages, private threads, forms and commands; replies of staff in each way; edits.
import type { Message } from '../fakes/discord/message.ts'
import type { Somebody } from '../fakes/discord/somebody.ts'
import type { Dice } from '../kill-telegram/dice.ts'
import type { Neighbour, Token, Town } from './town.ts'

/** Answered at once: what a lookup would answer gives way to the next command. */
const COMMANDS = ['/help', '/start', '/support']
/** Of one's own messages the last few are edited. */
const RECENT = 6

const asks = (token: Token): string => `${token} 请帮我看一下`
const replies = (token: Token): string => `${token} 正在查`

function says(town: Town, neighbour: Neighbour): void {
  const token = town.token('u', neighbour)
  const { who, home } = neighbour
  const place = town.placeOf(neighbour)
  if (home === 'called')
    town.note(token, neighbour, { by: who.slash('/support', { text: asks(token) }, { in: 'support' }) })
  else if (place) town.note(token, neighbour, { typed: who.sends(place, asks(token)) })
}

/**
 * In two turns: the form is opened, then filled in. Once they have a ticket: a form is heard before what was missed, and
 * until somebody has asked for a person its words are the bot's.
 */
function fillsIn(town: Town, neighbour: Neighbour): void {
  const { who } = neighbour
  if (town.postsOf(neighbour).length === 0) return
  if (who.modal) {
    const token = town.token('u', neighbour)
    town.note(token, neighbour, { by: who.submits({ words: asks(token) }) })
    return
  }
  const place = town.placeOf(neighbour)
  const last = place && who.sees(place).findLast(({ by }) => by === 'bot')
  if (last) who.pressesRaw(last.message, 'write')
}

function commands(town: Town, dice: Dice): void {
  const talker = dice.of(town.people.filter(({ hasTicket }) => !hasTicket))
  talker.asked += 1
  talker.who.sends('dm', dice.of(COMMANDS))
}

const colleagueOf = (town: Town, { index }: Neighbour): Somebody =>
  town.colleagues[index % town.colleagues.length] as Somebody

function repliesTyping(town: Town, neighbour: Neighbour): void {
  const [post] = town.postsOf(neighbour)
  if (!post || !town.cardOf(post)) return
  const token = town.token('r', neighbour)
  town.note(token, neighbour, { typed: colleagueOf(town, neighbour).writes(post, `/r ${replies(token)}`) })
}

function repliesByCommand(town: Town, neighbour: Neighbour): void {
  const [post] = town.postsOf(neighbour)
  if (!post || !town.cardOf(post)) return
  const token = town.token('r', neighbour)
  const by = colleagueOf(town, neighbour).slash('/r', { text: replies(token) }, { in: post })
  town.note(token, neighbour, { by })
}

/** In two turns as well; the form names the ticket that it is for. */
function repliesInForm(town: Town, neighbour: Neighbour): void {
  const colleague = colleagueOf(town, neighbour)
  const ticket = /#(\d+)/.exec(colleague.modal?.title ?? '')?.[1]
  const meant = town.people.find((one) => ticket !== undefined && town.ticketOf(one) === Number(ticket))
  if (meant) {
    const token = town.token('r', meant)
    town.note(token, meant, { by: colleague.submits({ words: replies(token) }) })
    return
  }
  const [post] = town.postsOf(neighbour)
  const card = post && town.cardOf(post)
  const button = card?.buttons.flat().find(({ customId }) => customId?.includes(':reply'))
  if (button?.customId) colleague.presses(button.customId, card?.message)
}

/** What stands for one person's eyes only cannot be changed any more: of those who are answered so nothing is edited. */
function edits(town: Town, dice: Dice, neighbour: Neighbour, kind: 'u' | 'r'): void {
  if (neighbour.home === 'called') return
  const own = [...town.said].filter(([token, { neighbour: whose, typed }]) => {
    return whose === neighbour && typed !== undefined && token.startsWith(kind)
  })
  const recent = own.slice(-RECENT)
  if (recent.length === 0) return
  const [token, said] = dice.of(recent)
  said.edits += 1
  const words = kind === 'u' ? asks(token) : `/r ${replies(token)}`
  const author = kind === 'u' ? neighbour.who : colleagueOf(town, neighbour)
  author.edits(said.typed as Message, `${words} e${said.edits}`)
}

type Deed = (town: Town, dice: Dice, neighbour: Neighbour) => void
/** Up to which roll of the dice each is done. */
type Chances = readonly (readonly [number, Deed])[]

const typed: Chances = [
  [0.4, (town, _, neighbour) => neighbour.home !== 'called' && says(town, neighbour)],
  [0.5, (town, dice) => commands(town, dice)],
  [0.62, (town, dice, neighbour) => edits(town, dice, neighbour, 'u')],
  [0.74, (town, dice, neighbour) => edits(town, dice, neighbour, 'r')],
  [1, (town, _, neighbour) => repliesTyping(town, neighbour)],
]

const pressed: Chances = [
  [0.4, (town, _, neighbour) => (neighbour.home === 'called' ? says : fillsIn)(town, neighbour)],
  [0.6, (town, _, neighbour) => repliesByCommand(town, neighbour)],
  [1, (town, _, neighbour) => repliesInForm(town, neighbour)],
]

function something(chances: Chances, town: Town, dice: Dice): void {
  const neighbour = dice.of(town.served)
  const roll = dice.roll()
  chances.find(([most]) => roll < most)?.[1](town, dice, neighbour)
}

/** Somebody writes, or changes what they wrote. */
export const somebodyWrites = (town: Town, dice: Dice): void => something(typed, town, dice)

/** Somebody presses, calls or fills in; those who wait have their turn. */
export function somebodyPresses(town: Town, dice: Dice): void {
  something(pressed, town, dice)
  for (const patient of town.patients) patient.goOn()
}
