// Linking a chat to an account by a one-time code: ten minutes, single use, one answer for every code that cannot be used.
import { CODE_WINDOW_MS, lockAfter } from '../../domain/redeem-code.ts'
import { type Instant, MINUTE, plus } from '../../kit/clock.ts'
import { CROCKFORD } from '../../kit/ids.ts'
import { err, ok, type Result } from '../../kit/result.ts'
import { LINK_CODE_LENGTH, linkHash } from '../../redaction/door.ts'
import type { Context } from '../context.ts'

const LINK_CODE_MS = 10 * MINUTE

/** A new link code in plain text, which is kept nowhere; undefined if there is no such account. */
export async function makeLinkCode(context: Context, accountId: string): Promise<string | undefined> {
  const now = context.clock.now()
  // At least one digit, so that no word of a language can look like a link code at the door.
  const code = `${context.ids.base32(LINK_CODE_LENGTH - 1)}${CROCKFORD.indexOf(context.ids.base32(1)) % 10}`
  return context.store.write(async (w) => {
    if (!(await w.accounts.byId(accountId))) return undefined
    await w.accounts.insertLinkCode({
      hash: linkHash(context.keyring, code),
      accountId,
      expiresAt: plus(now, LINK_CODE_MS),
      usedAt: null,
    })
    return code
  })
}

/** Who writes: a platform's user, by keyed hash. */
export type ChatUser = { readonly platform: string; readonly userHash: string }

export type LinkRefusal =
  /** Unknown, expired or used: nobody learns which. */
  | { readonly kind: 'link-refused' }
  | { readonly kind: 'already-linked' }
  | { readonly kind: 'too-many'; readonly until: Instant }

/** Links `user` to the account of a code; `hash` is what the door made of what was typed. */
export const useLinkCode = (context: Context, user: ChatUser, hash: string): Promise<Result<string, LinkRefusal>> =>
  context.store.write(async (w) => {
    const now = context.clock.now()
    const guesser = `link:${user.platform}:${user.userHash}`
    const lock = await w.codes.lock(guesser)
    if (lock && now < lock.until) return err({ kind: 'too-many', until: lock.until })
    const code = await w.accounts.linkCode(hash)
    const linked = await w.accounts.identity(user.platform, user.userHash)
    // The same code from the same person again: a message that came twice, or a kill before the answer.
    if (code && code.usedAt !== null && linked?.accountId === code.accountId) return err({ kind: 'already-linked' })
    if (!code || code.usedAt !== null || now >= code.expiresAt) {
      const until = lockAfter(await w.codes.triesSince(guesser, plus(now, -CODE_WINDOW_MS)), now)
      if (until === undefined) await w.codes.insertTry(guesser, now)
      else await w.codes.setLock({ accountId: guesser, lockedAt: now, until })
      return err({ kind: 'link-refused' })
    }
    await w.accounts.useLinkCode(hash, now)
    await w.accounts.link({ id: context.ids.row('idn', now), ...user, accountId: code.accountId, linkedAt: now })
    return ok(code.accountId)
  })
