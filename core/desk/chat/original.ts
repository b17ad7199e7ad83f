// Originals: kept only where the policy says so, sealed, for a while; opened by one named person for a reason that is kept.
import { DAY, plus } from '../../kit/clock.ts'
import { sealField } from '../../redaction/door.ts'
import type { Raw } from '../../redaction/raw.ts'
import { unseal } from '../../redaction/sealed.ts'
import type { Readers, Writers } from '../../store/nouns.ts'
import type { Context } from '../context.ts'
import type { Incoming } from './incoming.ts'

const wordsOf = (message: Incoming['message']): Raw | undefined =>
  'raw' in message ? message.raw : 'caption' in message ? message.caption : undefined

/** Pictures are never kept as they came: what is not covered cannot be shown to one person alone. */
export async function keepOriginal(
  w: Writers,
  { keyring, clock, policy }: Context,
  { message }: Incoming,
  inboxId: string,
): Promise<void> {
  const keep = policy.desk.keepOriginals
  const raw = wordsOf(message)
  if (keep === false || raw === undefined || raw.length === 0) return
  const text = sealField(keyring, 'inbox.original', raw)
  await w.originals.keep({ inboxId, text, expiresAt: plus(clock.now(), keep.days * DAY) })
}

/** In the clear: for the eyes of the person who gave a reason, and for no message, row or log. */
export async function openOriginal(
  r: Readers,
  { keyring, clock }: Context,
  inboxId: string,
): Promise<string | undefined> {
  const row = await r.originals.ofInbox(inboxId)
  return row && row.expiresAt > clock.now() ? unseal(keyring, 'inbox.original', row.text) : undefined
}
