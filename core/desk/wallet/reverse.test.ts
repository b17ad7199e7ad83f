// A correction: once, exactly opposite, with two people; the credit is back in the lots it came from.
import { expect, it } from 'vitest'
import { chatContext, linkedUser } from '../../../test/fakes/chat-context.ts'
import { walletOf } from '../../domain/ledger.ts'
import { credit } from '../../kit/money.ts'
import { codeReference } from '../../redaction/door.ts'
import { Raw } from '../../redaction/raw.ts'
import { redact } from '../../redaction/redact.ts'
import { issueCodes, redeemCode } from './redeem.ts'
import { reverse } from './reverse.ts'
import { recordUsage } from './task.ts'
import { brokenInvariants } from './verify.ts'

it('a wrong charge is taken back once, by two people, and every invariant holds', async () => {
  const desk = await chatContext()
  const { context } = desk
  await linkedUser(desk, 'test', 'mei')
  const [code] = await issueCodes(context, { units: credit(1_000n), count: 1 })
  await redeemCode(context, 'mei', codeReference(context.keyring, new Raw(code?.text ?? '')))
  await recordUsage(context, 'mei', credit(400n))
  const [usage] = await context.store.sql(`select id from ledger_tx where kind = 'usage'`)
  const [redeemed] = await context.store.sql(`select id from ledger_tx where kind = 'redeem'`)
  const reason = redact(new Raw('charged twice by the gateway')).text
  const wish = { txId: String(usage?.id), reason, by: 'li', second: 'wang' }

  expect(await reverse(context, { ...wish, second: 'li' })).toMatchObject({ error: 'needs-second-person' })
  expect(await reverse(context, { ...wish, txId: String(redeemed?.id) })).toMatchObject({ error: 'not-reversible' })
  expect(await reverse(context, { ...wish, txId: 'tx_none' })).toMatchObject({ error: 'no-transaction' })
  expect((await reverse(context, wish)).ok).toBe(true)
  expect(await context.store.read((r) => r.ledger.credit(walletOf('mei')))).toBe(1_000n)
  expect(await reverse(context, wish)).toMatchObject({ error: 'reversed-before' })
  expect(await brokenInvariants(context.store)).toEqual([])
  await context.store.close()
})
