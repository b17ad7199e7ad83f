// What the inbound side knows of its surroundings: the bot itself, the staff's group, who is staff and under which name.
import type { Member } from '../../core/desk/staff/work.ts'
import type { Policy } from '../../core/domain/policy.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import type { TelegramSettings } from './api.ts'
import { TELEGRAM } from './platform.ts'

export type Around = {
  readonly botId: number
  /** Without the @; empty until Telegram told it. */
  readonly botName: () => string
  readonly staffChat: () => string
  /** Undefined for somebody who is not in the settings. */
  readonly member: (id: number) => Member | undefined
}

/** For an admin who writes in the group's name: nobody can tell who it is. */
export const ANONYMOUS: Member = { key: `${TELEGRAM}:anonymous`, persona: redact(new Raw('Team')).text, proven: false }

const letter = (index: number): string =>
  `${String.fromCharCode(65 + (index % 26))}${index < 26 ? '' : Math.floor(index / 26) + 1}`

/** Users know a colleague by the policy's name, else by a letter: never by the name of their account. */
export function makeMembers({ staffIds }: TelegramSettings, { desk }: Policy): Around['member'] {
  const members = new Map<number, Member>()
  for (const [index, id] of staffIds.entries()) {
    const key = `${TELEGRAM}:${id}`
    const name = desk.personas.find(({ staff }) => staff === key)?.name.zh ?? letter(index)
    members.set(id, { key, persona: redact(new Raw(name)).text, proven: true })
  }
  return (id) => members.get(id)
}
