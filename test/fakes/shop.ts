// One shop with a store, a clock that stands still, the sandbox as its provider, and a log of what the provider was asked.
import { makeSandbox, memoryBook } from '../../core/channels/sandbox.ts'
import type { Context } from '../../core/desk/context.ts'
import { placeOrder } from '../../core/desk/order/order.ts'
import { ProviderAnswers } from '../../core/desk/payment/provider-answers.ts'
import { type NoticeOutcome, receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { openAccount } from '../../core/desk/wallet/account.ts'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import type { AccountStatus } from '../../core/domain/account.ts'
import { walletOf } from '../../core/domain/ledger.ts'
import type { Order } from '../../core/domain/order.ts'
import { policyDefaults } from '../../core/domain/policy-defaults.ts'
import { fixedClock } from '../../core/kit/clock.ts'
import { countedIds } from '../../core/kit/ids.ts'
import { type Fen, fenOfYuan } from '../../core/kit/money.ts'
import { shanghai } from '../../core/kit/zone.ts'
import type { PaymentChannel } from '../../core/ports/payment-channel.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { openStore, type StoreOptions } from '../../core/store/open.ts'

export type ShopOptions = StoreOptions &
  Partial<Pick<Context, 'queryDeadlineMs' | 'queryIntervalMs' | 'answers' | 'policy'>> & {
    readonly path?: string
    /** Stands between us and the provider: it may hang, lie or fail. */
    readonly provider?: (channel: PaymentChannel) => Partial<PaymentChannel>
  }

export const OPENED_AT = shanghai('2026-11-20', '10:00')

export async function openShop({ path = ':memory:', provider = () => ({}), ...options }: ShopOptions = {}) {
  const clock = fixedClock(OPENED_AT)
  const ids = countedIds()
  const sandbox = makeSandbox(memoryBook(), clock)
  const store = openStore({ path }, ids, options)
  await store.migrate()
  /** `create`, `query` and `close` in the order in which the provider heard them. */
  const heard: string[] = []
  const hear = <A extends readonly unknown[], R>(what: string, work: (...given: A) => R) => {
    return (...given: A): R => {
      heard.push(what)
      return work(...given)
    }
  }
  const listening = (channel: PaymentChannel): PaymentChannel => ({
    ...channel,
    create: hear('create', channel.create),
    query: hear('query', channel.query),
    close: hear('close', channel.close),
  })
  const context: Context = {
    store,
    clock,
    ids,
    keyring: new Keyring(Buffer.alloc(32, 'a shop in a test')),
    policy: policyDefaults,
    channel: (name) => {
      const channel = sandbox.channel(name)
      return listening({ ...channel, ...provider(channel) })
    },
    queryDeadlineMs: 1_000,
    queryIntervalMs: 0,
    answers: new ProviderAnswers(),
    ...options,
  }
  const orderOf = async (id: string): Promise<Order> => {
    const order = await store.read((r) => r.orders.byId(id))
    if (!order) throw new Error('no such order')
    return order
  }
  return {
    context,
    clock,
    sandbox,
    store,
    heard,
    orderOf,
    openAccount: (id: string, status: AccountStatus = 'normal') => openAccount(context, { id, status }),
    /** An order as a fact: without limits, always a new one. */
    async order(accountId = 'alice', yuan = 50): Promise<Order> {
      const placed = await placeOrder(context, { accountId, amount: fenOfYuan(yuan), channel: 'alipay' }, true)
      if (!placed.ok) throw new Error(placed.error.code)
      return placed.value.order
    },
    pay: ({ number }: Order, txn: string, amount: Fen = fenOfYuan(50)) => sandbox.pay('alipay', number, txn, amount),
    async notify({ number }: Order, txn: string): Promise<NoticeOutcome> {
      const notice = await sandbox.notice('alipay', number, txn)
      if (!notice) throw new Error('no such payment')
      return receiveNotice(context, 'alipay', notice.body, notice.headers)
    },
    balance: (accountId = 'alice') => store.read((r) => r.ledger.credit(walletOf(accountId))),
    broken: () => brokenInvariants(store),
    count: async (table: string) => Number((await store.sql(`select count(*) as n from ${table}`))[0]?.n),
    close: () => store.close(),
  }
}

export type Shop = Awaited<ReturnType<typeof openShop>>
/** What an order of ¥50 is worth in the wallet. */
export const FIFTY = 25_000_000n
