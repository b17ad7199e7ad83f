// Refuses a database that was made with another secret: its sealed fields could not be read, and codes issued now would never be found.
import type { Keyring } from '../redaction/keyring.ts'
import type { Store } from '../store/open.ts'

export const keyCheckOf = (keyring: Keyring): string => keyring.hash('key-check', 'daozhang')

/** Remembers the secret of a database that has none yet. */
export const rememberKey = (store: Store, keyring: Keyring): Promise<void> =>
  store.write(async (w) => {
    if ((await w.keyCheck.hash()) === undefined) await w.keyCheck.insert(keyCheckOf(keyring))
  })

/** False where the database was made with another secret. */
export async function isRightKey(store: Store, keyring: Keyring): Promise<boolean> {
  const known = await store.read((r) => r.keyCheck.hash())
  return known === undefined || known === keyCheckOf(keyring)
}
