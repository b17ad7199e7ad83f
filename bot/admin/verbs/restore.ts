// A backup becomes the database: only where it is proved, only while nobody else has the database open, and the old one is kept.
import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { systemClock } from '../../../core/kit/clock.ts'
import { randomIds } from '../../../core/kit/ids.ts'
import { partBeside, removeDatabase, Stopped } from '../../../core/store/backup.ts'
import { install } from '../../../core/store/backup-install.ts'
import { caller } from '../../config.ts'
import { toggle } from '../shapes.ts'
import { type StageFault, stage } from '../staged.ts'
import { done, failed, misused, type Outcome, replacingVerb, taken } from '../verb.ts'
import { file } from './backup.ts'

const UNTOUCHED = 'the database was not touched'

const faults: { readonly [K in Exclude<StageFault['kind'], 'broken'>]: Outcome } = {
  'no-database': failed(`this file is no SQLite database; ${UNTOUCHED}`),
  damaged: failed(`this backup is damaged; take an older one. ${UNTOUCHED}`),
  'not-ours': failed(`this is a database of another program, or an empty one; ${UNTOUCHED}`),
  newer: failed(`this backup was made by a newer version; update the program first. ${UNTOUCHED}`),
  'other-secret': misused(`APP_SECRET is not the one that this backup was made with; set that one again`),
}

const refusals = {
  'open-elsewhere': failed('another process has the database open; stop the bot, the MCP server and other tools first'),
  unreadable: failed(
    'the database that is to be replaced cannot be read, so nobody can tell who has it open; stop the bot, then add --force',
  ),
} as const

export const restore = replacingVerb({
  name: 'restore',
  says: 'Puts a backup in the place of the database, after checking it; the old one is kept beside it under a dated name.',
  example: 'restore /backups/daozhang-2026-11-21.db',
  argument: taken('<file>', 'the backup', file),
  options: { force: taken('', 'also over a database that cannot be read any more', toggle) },
  run: async ({ config, by, progress, print, over }, from, { force = false }) => {
    const { path } = config.database
    const backup = resolve(caller.folder, from)
    if (path === ':memory:') return misused('DATABASE_URL: a database in memory cannot be restored; name a file')
    if (!existsSync(backup) || !statSync(backup).isFile()) return misused('there is no such file')
    if (existsSync(path) && realpathSync(path) === realpathSync(backup)) return misused('this is the database itself')
    mkdirSync(dirname(path), { recursive: true })
    const at = systemClock.now()
    const part = partBeside(path, randomIds, at)
    const bar = progress('restore', 100)
    try {
      const staged = await stage(backup, part, {
        clock: systemClock,
        ids: randomIds,
        keyring: config.keyring,
        by,
        onStep: (copied, of) => {
          if (over.aborted) throw new Stopped()
          bar.to(Math.round((copied / Math.max(1, of)) * 100))
        },
      })
      if (!staged.ok) {
        const { error } = staged
        if (error.kind !== 'broken') return faults[error.kind]
        await print(...error.rules.map((rule) => `broken  ${rule}`))
        return failed(`the rows of this backup contradict each other; take another one. ${UNTOUCHED}`)
      }
      const bytes = statSync(part).size
      const installed = await install(part, path, { at, force })
      if (!installed.ok) return refusals[installed.error]
      const { kept = null } = installed.value
      await print(JSON.stringify({ path, from: backup, bytes, kept, at: new Date(at).toISOString() }))
      return done
    } catch (error) {
      if (error instanceof Stopped) return failed(`stopped before the end; ${UNTOUCHED}`)
      throw error
    } finally {
      bar.end()
      removeDatabase(part)
    }
  },
})
