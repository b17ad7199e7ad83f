// A database knows the secret it was made with.
import { expect, it } from 'vitest'
import { countedIds } from '../kit/ids.ts'
import { Keyring } from '../redaction/keyring.ts'
import { openStore } from '../store/open.ts'
import { isRightKey, rememberKey } from './key-check.ts'

const secret = (letter: string): Keyring => new Keyring(Buffer.alloc(32, letter))

it('the secret of the first start is right for ever, another one is told', async () => {
  const store = openStore({ path: ':memory:' }, countedIds())
  await store.migrate()
  expect(await isRightKey(store, secret('a'))).toBe(true)
  await rememberKey(store, secret('a'))
  await rememberKey(store, secret('b'))
  expect(await isRightKey(store, secret('a'))).toBe(true)
  expect(await isRightKey(store, secret('b'))).toBe(false)
  await store.close()
})
