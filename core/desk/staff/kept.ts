// What the inbox keeps of a colleague's deed: who did what where, redacted; and what waits for something outside.
import { z } from 'zod'
import type { Redacted } from '../../redaction/redacted.ts'
import type { Sealed } from '../../redaction/sealed.ts'

const redacted = z.custom<Redacted>((value) => typeof value === 'string')
const sealed = z.custom<Sealed>((value) => typeof value === 'string')
const member = z.object({ key: z.string(), persona: redacted, proven: z.boolean() })
const who = { member: member.nullable(), ticketId: z.int().nullable() }

const shape = z.discriminatedUnion('kind', [
  /** Done with. `verb` and `argument` stay where a second person may have to agree. */
  z.object({
    kind: z.literal('staff'),
    what: z.string(),
    verb: z.string().nullable(),
    argument: redacted.nullable(),
    ...who,
  }),
  /** A picture that goes to the user once it is redacted. */
  z.object({
    kind: z.literal('staff-picture'),
    file: sealed,
    caption: redacted,
    album: z.string().nullable(),
    answers: z.int().nullable(),
    ...who,
  }),
  /** The provider is to be asked about an order now. */
  z.object({ kind: z.literal('staff-requery'), orderId: z.string(), ...who }),
])
export type StaffKept = z.infer<typeof shape>
export type KeptPicture = Extract<StaffKept, { kind: 'staff-picture' }>
export type KeptRequery = Extract<StaffKept, { kind: 'staff-requery' }>

/** Undefined for a row that is none of staff's. */
export function readStaffKept(body: string): StaffKept | undefined {
  const read = shape.safeParse(JSON.parse(body))
  return read.success ? read.data : undefined
}
