// What staff see of a redeem code that a user typed: its end, its fingerprint and what the records say; never the code.

import type { Answers } from '../../conversation/state.ts'
import { when } from '../../diagnosis/words.ts'
import type { Language } from '../../domain/desk.ts'
import type { RedeemCode } from '../../domain/redeem-code.ts'
import type { Instant } from '../../kit/clock.ts'
import { mint, type Redacted, say } from '../../redaction/redacted.ts'
import type { Readers } from '../../store/nouns.ts'
import { unpackCode } from '../chat/code-packet.ts'
import { readIncoming } from '../chat/incoming.ts'
import type { Context } from '../context.ts'

const words = {
  code: { zh: '兑换码', en: 'code' },
  unknown: { zh: '没有发行过', en: 'never issued' },
  yours: { zh: '本账户已兑换', en: 'redeemed by this account' },
  theirs: { zh: '被其他账户兑换', en: 'redeemed by another account' },
  taken: { zh: '已被兑换', en: 'redeemed' },
  disabled: { zh: '已停用', en: 'disabled' },
  expired: { zh: '已过期', en: 'expired' },
  bound: { zh: '只给另一个账户', en: 'meant for another account' },
  open: { zh: '可用，未兑换', en: 'not redeemed yet' },
} as const

function fate(
  code: RedeemCode | undefined,
  accountId: string | null,
  now: Instant,
): [keyof typeof words, Instant | null] {
  if (!code) return ['unknown', null]
  if (code.state === 'redeemed') {
    return [accountId === null ? 'taken' : code.redeemedBy === accountId ? 'yours' : 'theirs', code.redeemedAt]
  }
  if (code.state === 'disabled') return ['disabled', code.disabledAt]
  if (code.expiresAt !== null && now >= code.expiresAt) return ['expired', code.expiresAt]
  const bound = code.onlyFor !== null && code.onlyFor !== 'new-accounts' && code.onlyFor !== accountId
  return [bound ? 'bound' : 'open', null]
}

/** [code ****7K2P · fp 3f9c21aa · redeemed by this account 09:14]; undefined where the message holds no code of ours. */
export async function codeWord(
  r: Readers,
  { clock }: Pick<Context, 'clock'>,
  accountId: string | null,
  references: Answers | undefined,
  lang: Language,
): Promise<Redacted | undefined> {
  const packet = references?.code
  const reference = typeof packet === 'string' ? unpackCode(packet) : undefined
  if (reference?.kind !== 'code') return undefined
  const now = clock.now()
  const [what, at] = fate(await r.codes.byLookup(reference.lookup), accountId, now)
  const time = at === null ? mint('') : say` ${when(at, now)}`
  return say`[${mint(words.code[lang])} ****${mint(reference.tail)} · fp ${mint(reference.fingerprint)} · ${mint(words[what][lang])}${time}]`
}

const LOOKED_AT = 100

/** The codes that were typed in a conversation and exist, newest first, and one that the ticket knows already. */
export async function codesSpokenOf(
  r: Readers,
  conversationId: string,
  knownId: string | null,
): Promise<readonly RedeemCode[]> {
  const found = new Map<string, RedeemCode>()
  const keep = (code: RedeemCode | undefined): void => {
    if (code) found.set(code.id, code)
  }
  for (const { body } of await r.inbox.received(conversationId, LOOKED_AT)) {
    const kept = readIncoming(body)
    const packet = 'references' in kept ? kept.references.code : undefined
    const reference = typeof packet === 'string' ? unpackCode(packet) : undefined
    if (reference?.kind === 'code') keep(await r.codes.byLookup(reference.lookup))
  }
  if (knownId !== null) keep(await r.codes.byId(knownId))
  return [...found.values()]
}
