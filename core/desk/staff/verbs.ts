// Every verb of staff, by command or button, with the right that it needs: what is not in this table cannot be done.
import type { Verb } from './at.ts'
import { code } from './money/code.ts'
import { credit, task } from './money/credit.ts'
import { refund } from './money/refund.ts'
import { requery } from './money/requery.ts'
import { agree } from './money/second.ts'
import { suspense } from './money/suspense.ts'
import { ownVerbs } from './own.ts'
import { revealVerbs } from './reveal.ts'
import { talkVerbs } from './talk.ts'

/** `r` and `note` take words as they are written and stand in the room itself. */
export const verbs: Readonly<Record<string, Verb>> = {
  ...ownVerbs,
  ...talkVerbs,
  ...revealVerbs,
  requery,
  refund,
  suspense,
  credit,
  task,
  code,
  agree: agree(() => verbs),
}

/** Pressed only: their arguments are rows of ours, which nobody types. */
const pressedOnly: readonly string[] = ['send', 'drop', 'reply', 'agree', 'open']

export const verbOf = (name: string, pressed: boolean): Verb | undefined =>
  Object.hasOwn(verbs, name) && (pressed || !pressedOnly.includes(name)) ? verbs[name] : undefined
