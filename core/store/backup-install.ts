// Puts a checked copy in the place of the database: one rename, the old one kept beside it under a dated name.
import { existsSync, linkSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Instant } from '../kit/clock.ts'
import { invariant } from '../kit/invariant.ts'
import { ok, type Result } from '../kit/result.ts'
import { dateTimeOf } from '../kit/zone.ts'
import { sidecars, syncFile, syncFolder } from './backup.ts'
import { lockAlone } from './backup-lock.ts'

/** Where a kill would be worst; a test dies at each. */
export type Moment = 'locked' | 'kept' | 'replaced'

export type InstallOptions = {
  readonly at: Instant
  /** Replaces also what is no database any more; whether somebody has it open cannot be told then. */
  readonly force?: boolean
  readonly on?: (moment: Moment) => void
}

/** `kept`: where the replaced database lies now; undefined where there was none. */
export type Installed = { readonly kept: string | undefined }

const stamp = (at: Instant): string => dateTimeOf(at).replace(/\D/g, '')

function freeName(path: string, at: Instant): string {
  const name = join(dirname(path), `${basename(path)}.replaced-${stamp(at)}`)
  for (let count = 1; ; count++) {
    const tried = count === 1 ? name : `${name}-${count}`
    if (!existsSync(tried)) return tried
  }
}

/** A log without its file, or beside a damaged one, goes away with it: it would be read into the new one. */
function setAside(path: string, kept: string): void {
  for (const [index, file] of sidecars(path).entries()) {
    if (existsSync(file)) renameSync(file, sidecars(kept)[index] ?? `${kept}-log`)
  }
}

/** A second name for the same bytes, so that at no moment there is no database; where a disk knows none, a new name. */
function keep(path: string, kept: string): void {
  try {
    linkSync(path, kept)
  } catch {
    renameSync(path, kept)
  }
}

/**
 * `part` becomes the database at `path`. Whatever dies when, `path` is the old database or the new one, whole, and
 * nothing lies beside it that belongs to the other.
 */
export async function install(
  part: string,
  path: string,
  { at, force = false, on }: InstallOptions,
): Promise<Result<Installed, 'open-elsewhere' | 'unreadable'>> {
  invariant(!sidecars(part).some(existsSync), 'a copy still has a log beside it: it was not closed')
  syncFile(part)
  const kept = freeName(path, at)
  if (!existsSync(path)) {
    setAside(path, kept)
    renameSync(part, path)
    syncFolder(path)
    return ok({ kept: undefined })
  }
  const lock = lockAlone(path)
  if (!lock.ok && !(lock.error === 'unreadable' && force)) return lock
  on?.('locked')
  if (!lock.ok) setAside(path, kept)
  keep(path, kept)
  on?.('kept')
  renameSync(part, path)
  on?.('replaced')
  syncFolder(path)
  if (lock.ok) await lock.value.release()
  return ok({ kept })
}
