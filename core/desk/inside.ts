// A use case that opens its own transaction, run inside one that is open already.
import type { Readers, Writers } from '../store/nouns.ts'
import type { Context } from './context.ts'

/** The context whose reads and writes are those of `w`: what a use case does stands or falls with the caller's deed. */
export function within(context: Context, w: Writers): Context {
  const read = <T>(work: (r: Readers) => Promise<T>): Promise<T> => work(w)
  const write = <T>(work: (w: Writers) => Promise<T>): Promise<T> => work(w)
  return { ...context, store: { ...context.store, read, write } }
}
