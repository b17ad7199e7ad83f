// A file for what a verb gives out: new, and for the eyes of its owner only; why it could not be made, as a sentence.
import { writeFile } from 'node:fs/promises'
import { failed, type Outcome } from './verb.ts'

const refusals: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file of this name already; take another name',
  ENOENT: 'there is no such folder; make it first',
  EACCES: 'the file cannot be written there; take another folder',
  EISDIR: 'this is a folder; name a file in it',
  ENOSPC: 'the disk is full; remove the unfinished file and take another place',
}

/** Undefined: it stands there. */
export async function writeNew(path: string, text: string): Promise<Outcome | undefined> {
  try {
    // Nobody else on this machine is to read it; and an older file is never lost.
    await writeFile(path, text, { flag: 'wx', mode: 0o600 })
    return undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return failed(refusals[code] ?? 'the file could not be written')
  }
}
