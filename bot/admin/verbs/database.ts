// The database itself: its tables, and the demo's people in it.
import { rememberKey } from '../../../core/desk/key-check.ts'
import { demoDefault, seedDemo } from '../../../core/replay/demo.ts'
import { storedBook } from '../../terminal/demo.ts'
import { toggle } from '../shapes.ts'
import { done, failed, taken, verb } from '../verb.ts'

export const migrate = verb({
  name: 'migrate',
  says: 'Makes the database or brings its tables up to date; prints what was applied.',
  example: 'migrate',
  opens: 'making',
  run: async ({ context: { store, clock, keyring }, by, progress, print, note }) => {
    const bar = progress('migrate', 1)
    const applied = await store.migrate().finally(bar.end)
    await rememberKey(store, keyring)
    for (const name of applied) {
      const row = { at: clock.now(), actor: by, action: 'migrate', subject: `migration:${name}`, detail: {} }
      await store.write((w) => w.audit.append(row))
      await print(name)
    }
    if (applied.length === 0) note('The tables are up to date.')
    return done
  },
})

export const seed = verb({
  name: 'seed-demo',
  says: 'Fills an empty database with the made-up people of the demo.',
  example: 'seed-demo',
  opens: 'making',
  options: { force: taken('', 'also into a database that has accounts already', toggle) },
  run: async ({ context, by, note }, _, { force }) => {
    const { store, clock } = context
    await store.migrate()
    await rememberKey(store, context.keyring)
    const [present] = await store.read((r) => r.accounts.page('', 1))
    if (present && !force) {
      return failed('seed-demo: this database has accounts already; name another in DATABASE_URL, or add --force')
    }
    if (await store.read((r) => r.accounts.byId(demoDefault()))) {
      return failed('seed-demo: the demo is in this database already; name another in DATABASE_URL')
    }
    const { accounts, orders } = await seedDemo(context, storedBook(store))
    const detail = { accounts: accounts.length, orders, forced: force === true }
    await store.write((w) =>
      w.audit.append({ at: clock.now(), actor: by, action: 'demo.seed', subject: 'database:demo', detail }),
    )
    note(`${accounts.length} accounts and ${orders} orders are in; list them with: npm run -s admin -- account list`)
    return done
  },
})
