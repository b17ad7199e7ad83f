// What the outbox holds: one thing to be said or done, in redacted words and row numbers, resolved when it goes out.
import { z } from 'zod'
import type { Redacted } from '../../redaction/redacted.ts'
import type { Sealed } from '../../redaction/sealed.ts'

const redacted = z.custom<Redacted>((value) => typeof value === 'string')
const sealed = z.custom<Sealed>((value) => typeof value === 'string')

export const choice = z.object({
  label: redacted,
  role: z.enum(['pick', 'menu', 'back', 'human', 'cancel']),
})
const button = z.union([
  z.object({ label: redacted, data: z.string() }),
  z.object({ label: redacted, link: z.string() }),
])

export const jobShape = z.discriminatedUnion('kind', [
  /** To the user: words, and the choices of a step under them. `lineId` of the row: the staff's line that it is. */
  z.object({ kind: z.literal('say'), text: redacted, step: z.int(), choices: z.array(choice) }),
  /** To the user: something that staff sent on as it is. */
  z.object({ kind: z.literal('copy'), what: z.enum(['sticker', 'voice']), file: z.string() }),
  /** To the user: one to five stars for a ticket. */
  z.object({ kind: z.literal('rate'), text: redacted, ticketId: z.int() }),
  /**
   * To the user: an order's code, or what has become of it meanwhile; the step that it stands for, as in `say`. `about`:
   * the order as it stood then, for the transcript.
   */
  z.object({
    kind: z.literal('bill'),
    billId: z.int(),
    about: redacted,
    again: z.boolean(),
    step: z.int(),
    choices: z.array(choice),
  }),
  /** The message of a bill is to say how its order stands now. */
  z.object({ kind: z.literal('turn'), billId: z.int(), about: redacted }),
  /** To the ticket's thread: the row's line, as it reads when it goes out. */
  z.object({ kind: z.literal('line') }),
  /** To the ticket's thread: a sentence of the desk, with buttons. `answers`: the inbox row that it answers. */
  z.object({
    kind: z.literal('word'),
    text: redacted,
    buttons: z.array(z.array(button)),
    prompt: z.boolean(),
    answers: z.string().nullable(),
  }),
  /** The ticket's card is to be shown as it stands now. */
  z.object({ kind: z.literal('card') }),
  /** The ticket's thread is to be named, opened or closed as the ticket stands now. */
  z.object({ kind: z.literal('thread') }),
  /** The row's line was edited or taken back: every copy of it on the other side follows. */
  z.object({ kind: z.literal('amend') }),
  /** A reaction on the other side's copies of the row's line. */
  z.object({ kind: z.literal('react'), side: z.enum(['user', 'staff']), mark: z.string().nullable() }),
  /** To the room that all staff share. */
  z.object({ kind: z.literal('room'), text: redacted, buttons: z.array(z.array(button)) }),
  /** In a group of users: a word to the author of a message, and the message taken away. */
  z.object({
    kind: z.literal('group'),
    address: sealed,
    text: redacted,
    buttons: z.array(z.array(button)),
    answers: z.string().nullable(),
  }),
  z.object({ kind: z.literal('remove'), address: sealed, message: z.string() }),
])
export type Job = Readonly<z.infer<typeof jobShape>>
export type JobButton = z.infer<typeof button>

export const readJob = (body: string): Job => jobShape.parse(JSON.parse(body))
