// Puts the server together: a read-only store, the help texts, budgets, the scrubber and the log, from one config.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadBook } from '../core/conversation/check.ts'
import { pageOf } from '../core/conversation/export-pages.ts'
import { languages } from '../core/conversation/language.ts'
import { keyCheckOf } from '../core/desk/key-check.ts'
import { type LookupDesk, makeLookupDesk } from '../core/desk/lookups/desk.ts'
import { systemClock } from '../core/kit/clock.ts'
import { err, ok, type Result } from '../core/kit/result.ts'
import { packageFolder } from '../core/kit/setting.ts'
import { makeLog } from '../core/redaction/log.ts'
import { openViews, type ViewStore } from '../core/store/views/open.ts'
import { defaultLimits, type Limits, makeBudget } from './budget.ts'
import type { Office } from './call.ts'
import type { Config } from './config.ts'
import { makeScrubber, type Scrubber } from './scrub.ts'
import { tools } from './tools/index.ts'

const MIGRATE = 'run: npm run -s admin -- migrate'

async function openChecked({ database, keyring }: Config): Promise<Result<ViewStore, string>> {
  if (!existsSync(database.path)) return err(`there is no database at ${database.path}; ${MIGRATE}`)
  const store = openViews(database)
  try {
    const known = await store.read(async (views) => {
      // A database of an older version lacks the table of tokens.
      await views.keys.tokenByHash('-')
      return views.keys.checkHash()
    })
    if (known === undefined || known === keyCheckOf(keyring)) return ok(store)
    await store.close()
    return err('APP_SECRET is not the one that this database was made with; set that one again')
  } catch {
    await store.close()
    return err(`the database has no tables yet, or those of an older version; ${MIGRATE}`)
  }
}

/** The scrubber over all that leaves; what the help texts and our own examples say may be said. */
export const scrubberOver = ({ articles }: LookupDesk): Scrubber =>
  makeScrubber([
    ...articles.flatMap((article) => languages.map((lang) => pageOf(article, lang))),
    ...tools.map(({ example }) => JSON.stringify(example)),
  ])

/** Opens everything. The error is one line that says what to do. */
export async function openOffice(config: Config, limits: Limits = defaultLimits): Promise<Result<Office, string>> {
  const book = loadBook(join(packageFolder, 'data'), config.policy)
  if (!book.ok) return err('the flows have faults; see them with: npm run -s admin -- flows check')
  const store = await openChecked(config)
  if (!store.ok) return store
  const { keyring, policy, logLevel } = config
  const desk = makeLookupDesk({ store: store.value, clock: systemClock, keyring, policy, book: book.value })
  return ok({
    desk,
    budget: makeBudget(limits, systemClock.now()),
    scrubber: scrubberOver(desk),
    log: makeLog({ level: logLevel, name: 'mcp' }),
  })
}
