// What every lookup is given: views to look at, the clock, the keys, the policy and the help texts. No provider and no writer.
import type { FlowBook } from '../../conversation/book.ts'
import { type Article, articlesOf } from '../../conversation/export.ts'
import type { Policy } from '../../domain/policy.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Keyring } from '../../redaction/keyring.ts'
import type { ViewStore } from '../../store/views/open.ts'
import { type Handles, makeHandles } from './handle.ts'

export type LookupDesk = {
  readonly store: ViewStore
  readonly clock: Clock
  readonly keyring: Keyring
  readonly policy: Policy
  readonly book: FlowBook
  readonly articles: readonly Article[]
  readonly handles: Handles
}

export const makeLookupDesk = (given: Omit<LookupDesk, 'articles' | 'handles'>): LookupDesk => ({
  ...given,
  articles: articlesOf(given.book),
  handles: makeHandles(given.keyring),
})
