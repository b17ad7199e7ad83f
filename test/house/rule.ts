// A house rule: how it finds its faults, and the samples that prove that it sees.
import type { SourceFile } from './source.ts'

export type HouseRule = {
  /** A claim in plain words. */
  readonly name: string
  /** One line a fault: where, and what to do. */
  faults(files: readonly SourceFile[]): readonly string[]
  /** Each of these, alone, must be refused. */
  readonly refuses: readonly SourceFile[]
  /** Each of these, alone, must pass. */
  readonly allows: readonly SourceFile[]
}

/** A sample file; its text may be pieced together, so that the rules do not find it here. */
export const sample = (path: string, ...pieces: readonly string[]): SourceFile => ({ path, text: pieces.join('') })
