// What is read out of a screen for staff: the names of the fields. Whoever answers without having read a screen needs no dictionary for it.
import type { Redacted } from '../redacted.ts'

export type FieldName = 'amount' | 'time' | 'status' | 'method' | 'order_masked'

/** What staff need, already redacted; null where not read. */
export type ScreenFields = { readonly [Name in FieldName]: Redacted | null }
export const NO_FIELDS: ScreenFields = { amount: null, time: null, status: null, method: null, order_masked: null }
