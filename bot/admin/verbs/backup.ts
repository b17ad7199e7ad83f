// A backup taken while the bot writes: one file, proved before it gets its name.
import { resolve } from 'node:path'
import { z } from 'zod'
import { type BackupFault, backUp, Stopped } from '../../../core/store/backup.ts'
import { caller } from '../../config.ts'
import { toggle } from '../shapes.ts'
import { done, failed, misused, type Outcome, taken, verb } from '../verb.ts'

export const file = z.string().min(1, 'the path of a file').max(4_096, 'the path of a file')

const refusals: { readonly [F in BackupFault]: Outcome } = {
  exists: failed('there is a file of this name already; take another name, or add --force to replace it'),
  'no-folder': misused('there is no such folder; make it first'),
  itself: misused('this is the database itself; name another file'),
  'in-use': failed('the older backup is open in another program, or was left half written; take another name'),
  damaged: failed('the copy is not whole, so it was not kept: run ledger verify and keep the older backups'),
  stopped: failed('stopped before the end; nothing was kept'),
}

export const backup = verb({
  name: 'backup',
  says: 'Copies the database into one file while the bot works, checks it, and prints its size and SHA-256 as JSON.',
  example: 'backup /backups/daozhang-2026-11-21.db',
  opens: 'reading',
  argument: taken('<file>', 'the new file', file),
  options: { force: taken('', 'replaces an older backup of this name', toggle) },
  run: async ({ config, context: { clock, ids }, progress, print, over }, to, { force = false }) => {
    const bar = progress('backup', 100)
    const made = await backUp(config.database.path, resolve(caller.folder, to), {
      ids,
      at: clock.now(),
      force,
      onStep: (copied, of) => {
        if (over.aborted) throw new Stopped()
        bar.to(Math.round((copied / Math.max(1, of)) * 100))
      },
    }).finally(bar.end)
    if (!made.ok) return refusals[made.error]
    const { path, bytes, sha256, at } = made.value
    await print(JSON.stringify({ path, bytes, sha256, at: new Date(at).toISOString() }))
    return done
  },
})
