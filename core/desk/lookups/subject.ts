// Whom a lookup serves: one account and its own rows, or a support desk that looks up by reference. Never an argument.
import type { Keyring } from '../../redaction/keyring.ts'
import { mask, type Redacted } from '../../redaction/redacted.ts'

export type Subject = { readonly kind: 'account'; readonly accountId: string } | { readonly kind: 'support' }

/** `support` or `account:ID`, as settings and tokens write it; undefined for anything else. */
export function parseSubject(text: string): Subject | undefined {
  if (text === 'support') return { kind: 'support' }
  const accountId = /^account:([\w.:-]{1,64})$/.exec(text)?.[1]
  return accountId === undefined ? undefined : { kind: 'account', accountId }
}

export const subjectText = (subject: Subject): string =>
  subject.kind === 'support' ? 'support' : `account:${subject.accountId}`

const marks = new WeakMap<Subject, Redacted>()

/** Who asked, for the log: the end of a keyed hash, the same for the same subject. */
export function subjectMark(keyring: Keyring, subject: Subject): Redacted {
  const made =
    marks.get(subject) ?? mask(keyring.hash('mcp-subject', subjectText(subject)).replace(/[^A-Za-z0-9]/g, ''))
  marks.set(subject, made)
  return made
}
