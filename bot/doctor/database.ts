// The database as a file and as rows: can it be written, is it ours and whole, does its money add up.
import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { isRightKey } from '../../core/desk/key-check.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { randomIds } from '../../core/kit/ids.ts'
import { knownMigrations, openStore, type Store } from '../../core/store/open.ts'
import { walkAudit } from '../admin/audit-chain.ts'
import type { Config } from '../config.ts'
import { type Check, fail, good, warn } from './check.ts'

const MEGABYTE = 1_048_576
const LITTLE_MB = 1_024
const NONE_MB = 100
const MIGRATE = 'run: npm run -s admin -- migrate'
const RESTORE = 'stop the bot, keep a copy of the file, and run: npm run -s admin -- restore BACKUP'

const nearestFolder = (path: string): string => {
  const folder = dirname(path)
  return existsSync(folder) || folder === dirname(folder) ? folder : nearestFolder(folder)
}

function folderCheck(path: string): Check {
  const name = 'database folder'
  try {
    accessSync(nearestFolder(path), constants.W_OK | constants.X_OK)
    if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK)
    return good(name, 'can be written')
  } catch {
    return fail(
      name,
      'cannot be written',
      'give its folder and files to the user that runs the bot, or change DATABASE_URL',
    )
  }
}

export function diskCheck(freeMb: number): Check {
  const name = 'disk'
  const what = `${freeMb} MB free`
  const fix = 'make room where the database lies; a full disk stops every credit'
  if (freeMb < NONE_MB) return fail(name, what, fix)
  return freeMb < LITTLE_MB ? warn(name, what, fix) : good(name, what)
}

function freeMbOf(path: string): number {
  const { bavail, bsize } = statfsSync(nearestFolder(path))
  return Math.floor((bavail * bsize) / MEGABYTE)
}

async function tablesCheck(store: Store): Promise<Check> {
  const name = 'tables'
  const known = await store.sql(`select 1 from sqlite_schema where name = 'kysely_migration'`)
  const applied =
    known.length === 0 ? [] : (await store.sql('select name from kysely_migration')).map((row) => row.name)
  if (applied.some((one) => !knownMigrations.includes(String(one)))) {
    return fail(name, 'are those of a newer version', 'update this program')
  }
  const missing = knownMigrations.length - applied.length
  return missing > 0
    ? fail(name, `${missing} of ${knownMigrations.length} migrations are missing`, MIGRATE)
    : good(name, 'up to date')
}

/** One check over an open database; the first three must hold before the others can be asked. */
const rowChecks: readonly { readonly first?: true; readonly ask: (store: Store, config: Config) => Promise<Check> }[] =
  [
    {
      first: true,
      ask: async (store) => {
        const [row = {}] = await store.sql('pragma quick_check(1)')
        return Object.values(row)[0] === 'ok'
          ? good('file', 'every page can be read')
          : fail('file', 'pages are damaged', RESTORE)
      },
    },
    { first: true, ask: tablesCheck },
    {
      first: true,
      ask: async (store, { keyring }) =>
        (await isRightKey(store, keyring))
          ? good('secret', 'APP_SECRET is the one that the database was made with')
          : fail('secret', 'APP_SECRET is not the one that the database was made with', 'set that one again'),
    },
    {
      ask: async (store) => {
        const [row = {}] = await store.sql('pragma journal_mode')
        const mode = String(Object.values(row)[0])
        return mode === 'wal'
          ? good('journal', 'WAL')
          : warn(
              'journal',
              `${mode} instead of WAL: readers wait for writers`,
              'start the bot once; it sets WAL by itself',
            )
      },
    },
    {
      ask: async (store) => {
        const broken = await brokenInvariants(store)
        return broken.length === 0
          ? good('money', 'every invariant holds')
          : fail('money', `${broken.length} invariants do not hold`, 'run: npm run -s admin -- ledger verify')
      },
    },
    {
      ask: async (store) => {
        const { rows, broken } = await walkAudit(store)
        return broken === undefined
          ? good('audit trail', `${rows} rows are unbroken`)
          : fail(
              'audit trail',
              `the chain is broken at row ${broken}`,
              'keep the file as it is, and find out who changed it',
            )
      },
    },
  ]

async function checksIn(store: Store, config: Config): Promise<readonly Check[]> {
  const checks: Check[] = []
  for (const { first, ask } of rowChecks) {
    const check = await ask(store, config)
    checks.push(check)
    if (first && check.level === 'fail') break
  }
  return checks
}

export async function databaseChecks(config: Config): Promise<readonly Check[]> {
  const { path } = config.database
  if (path === ':memory:') {
    return [
      warn('database', 'is kept in memory and lost at every end', 'name a file: DATABASE_URL=sqlite:var/daozhang.db'),
    ]
  }
  const around = [folderCheck(path), diskCheck(freeMbOf(path))]
  if (!existsSync(path)) return [...around, fail('database', 'is not there yet', MIGRATE)]
  try {
    const store = openStore(config.database, randomIds, { readonly: true })
    try {
      return [...around, ...(await checksIn(store, config))]
    } finally {
      await store.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    if (code.startsWith('SQLITE_BUSY')) {
      return [
        ...around,
        fail('database', 'another process keeps everybody out', 'wait until its restore or backup has ended'),
      ]
    }
    const known = /^[A-Z_]{3,40}$/.test(code) ? code : 'unknown'
    return [...around, fail('file', `cannot be read (${known})`, RESTORE)]
  }
}
