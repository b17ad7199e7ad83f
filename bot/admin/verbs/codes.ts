// Redeem codes: issued in batches, each printed only once it is committed; looked at and disabled by what is typed.
import { text as readAll } from 'node:stream/consumers'
import { disableCode, type IssuedCode, issueCodes } from '../../../core/desk/wallet/redeem.ts'
import type { RedeemCode } from '../../../core/domain/redeem-code.ts'
import { codeReference } from '../../../core/redaction/door.ts'
import { Raw } from '../../../core/redaction/raw.ts'
import { audited, type Desk } from '../desk.ts'
import { onlyFor, typedCode, units, until, upTo } from '../shapes.ts'
import { done, failed, misused, taken, verb } from '../verb.ts'

/** Codes in one durable transaction. */
const BATCH = 500
const MOST = 1_000_000

const span = (codes: readonly IssuedCode[]): string => `redeem_code:${codes[0]?.id}..${codes.at(-1)?.id}`

export const codesIssue = verb({
  name: 'codes issue',
  says: 'Issues redeem codes and prints them alone, one a line. They can be read nowhere else afterwards.',
  example: 'codes issue --credit 5000000 --count 100',
  opens: 'writing',
  options: {
    credit: taken('<units>', 'credit units that each is worth', units),
    count: taken('<n>', 'how many', upTo(MOST)),
    expires: taken('<time>', 'usable until then: 2026-12-31 (all day), or a time with its offset', until.optional()),
    onlyFor: taken('<whom>', 'new-accounts, or the id of one account', onlyFor.optional()),
  },
  run: async (desk, _, { credit, count, expires, onlyFor: whom }) => {
    const { store, clock } = desk.context
    if (expires !== undefined && expires <= clock.now()) return misused('codes issue: --expires lies in the past')
    if (whom !== undefined && whom !== 'new-accounts' && !(await store.read((r) => r.accounts.byId(whom)))) {
      return failed(
        'codes issue: --only-for names no account of ours; list them with: npm run -s admin -- account list',
      )
    }
    const wish = {
      units: credit,
      ...(expires === undefined ? {} : { expiresAt: expires }),
      ...(whom === undefined ? {} : { onlyFor: whom }),
    }
    const bar = desk.progress('codes', count, 'prints lines')
    let made = 0
    try {
      while (made < count && !(await desk.stopped())) {
        const size = Math.min(BATCH, count - made)
        const codes = await audited(
          desk,
          (context) => issueCodes(context, { ...wish, count: size }),
          (batch) => ({
            action: 'codes.issue',
            subject: span(batch),
            detail: { count: batch.length, units: Number(credit), restricted: whom !== undefined },
          }),
        )
        await desk.print(...codes.map(({ text }) => text))
        made += size
        bar.to(made)
      }
    } finally {
      bar.end()
    }
    if (made === count) return done
    return failed(`codes issue: stopped; ${made} of ${count} codes were issued, and those that were printed are valid`)
  },
})

const argument = taken('<code|id>', 'the code, our id of it, or - to read the code from standard input', typedCode)

/** The row of a code that was typed or piped in; undefined where it is none, null where it was never issued. */
async function lookUp({ context }: Desk, typed: string): Promise<RedeemCode | null | undefined> {
  const { store, keyring } = context
  const text = typed === '-' ? (await readAll(process.stdin)).trim() : typed
  if (text.startsWith('cod_')) return (await store.read((r) => r.codes.byId(text))) ?? null
  const reference = codeReference(keyring, new Raw(text))
  if (reference.kind === 'malformed') return undefined
  return (await store.read((r) => r.codes.byLookup(reference.lookup))) ?? null
}

const show = ({ list }: Desk, { id, tail, fingerprint, state }: RedeemCode): Promise<void> =>
  list(['id', 'code', 'fingerprint', 'state'], [[id, `****${tail}`, fingerprint, state]])

const malformed = (name: string) => misused(`${name}: this is no code of ours: four groups of five, or an id cod_…`)
const unknown = (name: string) => failed(`${name}: no such code was ever issued here; check it character by character`)

export const codesShow = verb({
  name: 'codes show',
  says: 'Whether a code was issued here: its end, its fingerprint and its state.',
  example: 'codes show -',
  opens: 'reading',
  argument,
  run: async (desk, typed) => {
    const code = await lookUp(desk, typed)
    if (code === undefined) return malformed('codes show')
    if (code === null) return unknown('codes show')
    await show(desk, code)
    return done
  },
})

export const codesDisable = verb({
  name: 'codes disable',
  says: 'Makes a code unusable that nobody has redeemed yet.',
  example: 'codes disable cod_0m1x2y3z4ABCDEFGHJK',
  opens: 'writing',
  argument,
  run: async (desk, typed) => {
    const code = await lookUp(desk, typed)
    if (code === undefined) return malformed('codes disable')
    if (code === null) return unknown('codes disable')
    const changed = await audited(
      desk,
      (context) => disableCode(context, code.id),
      (ok) => (ok ? { action: 'codes.disable', subject: `redeem_code:${code.id}` } : undefined),
    )
    if (!changed) return failed(`codes disable: the code is ${code.state} already; nothing was changed`)
    await show(desk, { ...code, state: 'disabled' })
    return done
  },
})
