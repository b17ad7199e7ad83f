// What Discord answers when it will not: its codes with their status and words, and the tree of a form that is wrong.

const KNOWN = {
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10014: [400, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  30003: [400, 'Maximum number of pins reached for the channel (50)'],
  30010: [400, 'Maximum number of reactions reached (20)'],
  40005: [413, 'Request entity too large'],
  40058: [400, 'Cannot message this thread until after the post author has sent an initial message.'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40067: [400, 'A tag is required to create a forum post in this channel'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50034: [400, 'You can only bulk delete messages that are under 14 days old.'],
  50083: [400, 'Thread is archived'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'This thread is locked'],
  160006: [400, 'Maximum number of active threads reached.'],
} as const

export type Code = keyof typeof KNOWN

export type FormFault = { readonly path: readonly PropertyKey[]; readonly code: string; readonly message: string }

/** Faults as Discord nests them: by field and index, each with its list. */
export function faultTree(faults: readonly FormFault[]): object {
  const tree: Record<string, unknown> = {}
  for (const { path, code, message } of faults) {
    let at = tree
    for (const step of path) {
      at[String(step)] ??= {}
      at = at[String(step)] as Record<string, unknown>
    }
    at._errors = [...((at._errors as object[] | undefined) ?? []), { code, message }]
  }
  return tree
}

export class Refusal extends Error {
  readonly status: number
  readonly code: number
  readonly body: object

  constructor(status: number, code: number, message: string, more: object = {}) {
    super(message)
    this.status = status
    this.code = code
    this.body = { message, code, ...more }
  }
}

export const refuse = (code: Code): Refusal => new Refusal(KNOWN[code][0], code, KNOWN[code][1])

/** The request does not have the shape of its route: the bot's own mistake. */
export class BadForm extends Refusal {
  readonly faults: readonly FormFault[]

  constructor(faults: readonly FormFault[]) {
    super(400, 50035, 'Invalid Form Body', { errors: faultTree(faults) })
    this.faults = faults
  }
}

export const badForm = (path: readonly PropertyKey[], code: string, message: string): BadForm =>
  new BadForm([{ path, code, message }])
