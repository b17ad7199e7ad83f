// Codes are issued, typed right, wrong and by the wrong person, asked about, and withdrawn.
import * as fc from 'fast-check'
import { askAboutCode, disableCode, issueCodes, redeemCode } from '../../../core/desk/wallet/redeem.ts'
import { instantOf } from '../../../core/kit/clock.ts'
import { newCode, showCode } from '../../../core/kit/code-text.ts'
import { countedIds } from '../../../core/kit/ids.ts'
import { credit } from '../../../core/kit/money.ts'
import { codeReference } from '../../../core/redaction/door.ts'
import { Raw } from '../../../core/redaction/raw.ts'
import type { Book, Code } from '../book.ts'
import { tryCode } from '../codes-and-tasks.ts'
import type { Play } from '../play.ts'
import { rules } from '../rules.ts'
import { always, anyAccount, anyPick, type Chance, type Deed, pick } from './deed.ts'
import { until } from './time.ts'

/** Somebody knows its text: a code that was issued as the process died is in nobody's hands. */
const known = ({ codes }: Book): readonly Code[] => codes.filter(({ text }) => text !== '')

/** `forMs`: how long it can be redeemed; null for ever. */
type Terms = { readonly units: number; readonly forMs: number | null; readonly onlyFor: string | null }

export function issued(play: Play, { units, forMs, onlyFor }: Terms): Promise<boolean> {
  const expiresAt = forMs === null ? null : play.book.now + forMs
  let text = ''
  return play.once(
    async ({ context }) => {
      const [code] = await issueCodes(context, {
        units: credit(BigInt(units)),
        count: 1,
        ...(expiresAt === null ? {} : { expiresAt: instantOf(expiresAt) }),
        ...(onlyFor === null ? {} : { onlyFor }),
      })
      text = code?.text ?? ''
      return ''
    },
    (book, born) => {
      const fresh = { state: 'issued', by: null, redeemedAt: null } as const
      book.codes.push({ id: born.code, text, units, expiresAt, onlyFor, ...fresh })
      return ''
    },
  )
}
const issue: fc.Arbitrary<Deed> = fc
  .record({
    units: fc.constantFrom(3_000_000, 7_000_001),
    forMs: fc.constantFrom(null, null, 60_000, 600_000),
    onlyFor: fc.constantFrom(null, null, null, 'new-accounts', 'alice'),
  })
  .map((terms) => ({
    name: `issue code ${JSON.stringify(terms)}`,
    ready: always,
    play: (play) => issued(play, terms),
  }))

export const typed = (
  play: Play,
  account: string,
  text: string,
  code: Code | undefined | 'malformed',
  redeems: boolean,
) =>
  play.once(
    async ({ context }) => {
      const reference = codeReference(context.keyring, new Raw(text))
      const answer = await (redeems ? redeemCode : askAboutCode)(context, account, reference)
      return answer.redeemed ? 'redeemed' : answer.finding
    },
    (book) => {
      const mine = typeof code === 'object' ? book.codes.find(({ id }) => id === code.id) : code
      return tryCode(book, account, mine, redeems)
    },
  )

const hands: { readonly [name: string]: (text: string) => string } = {
  plain: (text) => text,
  lower: (text) => ` ${text.toLowerCase()} `,
  spaced: (text) => text.replaceAll('-', ' '),
}
const redeems = fc.constantFrom(true, true, true, false)

const right: fc.Arbitrary<Deed> = fc
  .record({ account: anyAccount, index: anyPick, hand: fc.constantFrom(...Object.keys(hands)), redeems })
  .map(({ account, index, hand, redeems }) => ({
    name: `${account} ${redeems ? 'redeems' : 'asks about'} code [-${index + 1}] ${hand}`,
    ready: (book) => known(book).length > 0,
    play: (play) => {
      const code = pick(known(play.book), index)
      return typed(play, account, hands[hand]?.(code.text) ?? '', code, redeems)
    },
  }))

const never = showCode(newCode(countedIds(4_711)))
/** Misses, then more of them at an edge of the ten minutes in which they count and for which they lock. */
const wrong: fc.Arbitrary<Deed> = fc
  .record({
    account: anyAccount,
    redeems,
    malformed: fc.constantFrom(true, false, false, false),
    times: fc.integer({ min: 1, max: 5 }),
    pauseMs: fc.constantFrom(0, 0, rules.lockMs - 1, rules.lockMs, rules.missWindowMs + 1),
    again: fc.integer({ min: 0, max: 5 }),
  })
  .map((given) => ({
    name: `misses ${JSON.stringify(given)}`,
    ready: always,
    play: async (play) => {
      const { account, redeems, malformed, times, pauseMs, again } = given
      const miss = (): Promise<boolean> =>
        malformed
          ? typed(play, account, 'a gift', 'malformed', redeems)
          : typed(play, account, never, undefined, redeems)
      let whole = true
      for (let time = 0; time < times; time++) whole = (await miss()) && whole
      whole = (await until(play, play.book.now + pauseMs, false)) && whole
      for (let time = 0; time < again; time++) whole = (await miss()) && whole
      return whole
    },
  }))

const disable: fc.Arbitrary<Deed> = anyPick.map((index) => ({
  name: `disable code [-${index + 1}]`,
  ready: ({ codes }) => codes.length > 0,
  play: (play) => {
    const { id } = pick(play.book.codes, index)
    return play.once(
      async ({ context }) => String(await disableCode(context, id)),
      (book) => {
        const code = book.codes.find((one) => one.id === id)
        if (code?.state !== 'issued') return 'false'
        code.state = 'disabled'
        return 'true'
      },
    )
  },
}))

export const redeeming: readonly Chance[] = [
  [3, issue],
  [4, right],
  [2, wrong],
  [1, disable],
]
