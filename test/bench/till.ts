// Two equal files full of open, paid orders: one for the product, one for the statements written by hand.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeSandbox, memoryBook, type SignedNotice } from '../../core/channels/sandbox.ts'
import { type Context, QUERY_DEADLINE_MS } from '../../core/desk/context.ts'
import { placeOrder } from '../../core/desk/order/order.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { openAccount } from '../../core/desk/wallet/account.ts'
import type { ChannelName } from '../../core/domain/channel.ts'
import { policyDefaults } from '../../core/domain/policy-defaults.ts'
import { systemClock } from '../../core/kit/clock.ts'
import { randomIds } from '../../core/kit/ids.ts'
import { invariant } from '../../core/kit/invariant.ts'
import { fenOfYuan } from '../../core/kit/money.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { openStore } from '../../core/store/open.ts'
import { breathe } from './figure.ts'

export const CHANNEL: ChannelName = 'alipay'
const ACCOUNTS = 200
const TOGETHER = 500
const AMOUNT = fenOfYuan(50)

export const keyring = new Keyring(Buffer.alloc(32, 'bench'))

/** A folder on the disk that the product would use: a folder in memory would make commits free. */
export function scratchFolder(name: string): string {
  const parent = fileURLToPath(new URL('../../var/', import.meta.url))
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, `bench-${name}-`))
  // Somebody who stops a bench does not keep a gigabyte of it.
  for (const [signal, code] of [['SIGINT', 130] as const, ['SIGTERM', 143] as const]) {
    process.once(signal, () => {
      removeFolder(folder)
      process.exit(code)
    })
  }
  return folder
}
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

export function contextOn(path: string): { context: Context; sandbox: ReturnType<typeof makeSandbox> } {
  const sandbox = makeSandbox(memoryBook(), systemClock)
  const context: Context = {
    store: openStore({ path }, randomIds),
    clock: systemClock,
    ids: randomIds,
    keyring,
    policy: policyDefaults,
    channel: (name) => sandbox.channel(name),
    queryDeadlineMs: QUERY_DEADLINE_MS,
    queryIntervalMs: 0,
    answers: new ProviderAnswers(Number.POSITIVE_INFINITY),
  }
  return { context, sandbox }
}

/** `product` and `byHand` hold the same rows; each notice is the first about its order. */
export async function makeTills(
  folder: string,
  orders: number,
): Promise<{ product: string; byHand: string; notices: readonly SignedNotice[] }> {
  const product = join(folder, 'product.db')
  const { context, sandbox } = contextOn(product)
  await context.store.migrate()
  for (let index = 0; index < ACCOUNTS; index++) await openAccount(context, { id: `acc_${index}`, status: 'normal' })
  const notices: SignedNotice[] = []
  for (let first = 0; first < orders; first += TOGETHER) {
    const batch = Array.from({ length: Math.min(TOGETHER, orders - first) }, async (_, offset) => {
      const index = first + offset
      const wish = { accountId: `acc_${index % ACCOUNTS}`, amount: AMOUNT, channel: CHANNEL }
      const placed = await placeOrder(context, wish, true)
      invariant(placed.ok, 'an order of the bench was refused')
      const { number } = placed.value.order
      const txn = `20261121220014${String(index).padStart(14, '0')}`
      await sandbox.pay(CHANNEL, number, txn, AMOUNT)
      const notice = await sandbox.notice(CHANNEL, number, txn)
      invariant(notice, 'the sandbox lost a payment')
      return notice
    })
    notices.push(...(await Promise.all(batch)))
    await breathe()
  }
  await context.store.close()
  const byHand = join(folder, 'by-hand.db')
  copyFileSync(product, byHand)
  return { product, byHand, notices }
}
