// What a monitor reads: the figures of a real database, and whether the bot is ready.
import { afterEach, describe, expect, it } from 'vitest'
import { metricsRoute } from '../../bot/http/metrics.ts'
import type { Incoming } from '../../bot/http/route.ts'
import { makeSampler } from '../../core/desk/metrics.ts'
import { OUTBOX_LATE_MS, Pulse, RECONCILER_LATE_MS, readiness } from '../../core/desk/readiness.ts'
import { openShop } from '../fakes/shop.ts'

const shops: Awaited<ReturnType<typeof openShop>>[] = []
afterEach(() => Promise.all(shops.splice(0).map(({ context }) => context.store.close())))

async function watched() {
  const shop = await openShop()
  shops.push(shop)
  const { context } = shop
  const pulse = new Pulse(context.clock)
  const route = metricsRoute({
    sample: makeSampler(context, ['telegram', 'discord']),
    reconciledAt: () => pulse.lastAt,
  })
  const incoming: Incoming = {
    params: {},
    query: new Uint8Array(),
    headers: {},
    body: new Uint8Array(),
    signal: new AbortController().signal,
  }
  const text = async (): Promise<string> => String((await route.handle(incoming)).body)
  /** The value of one line; undefined where it is not there. */
  const value = (page: string, name: string): number | undefined => {
    const line = page.split('\n').find((one) => one.startsWith(`${name} `))
    return line === undefined ? undefined : Number(line.slice(name.length + 1))
  }
  const sql = context.store.sql
  const converse = async (id: string): Promise<void> =>
    void (await sql(
      `insert into conversation (id, platform, user_hash, state, blocked, version, updated_at) values (?, 'telegram', ?, '{}', 0, 1, 0)`,
      id,
      id,
    ))
  const queue = async (state: string, at: number, platform = 'telegram'): Promise<void> =>
    void (await sql(
      `insert into outbox (platform, lane, body, state, parts, tries, due_at, at) values (?, 'a', '{}', ?, 0, 0, ?, ?)`,
      platform,
      state,
      at,
      at,
    ))
  const ticket = async (id: string, openedAt: number, firstReplyAt: number | null): Promise<void> => {
    await converse(id)
    await sql(
      `insert into ticket (conversation_id, lang, topic, state, priority, card, reason, origin, money_open, opened_at,
         next_review_at, first_reply_at, reminders, hold, reopened, version)
       values (?, 'zh', 't', ?, 'normal', '{}', 'r', 'o', 0, ?, 0, ${firstReplyAt ?? 'null'}, 0, 0, 0, 1)`,
      id,
      firstReplyAt === null ? 'queue' : 'human',
      openedAt,
    )
  }
  return { shop, context, pulse, text, value, queue, ticket }
}

describe('the figures', () => {
  it('tell what is open: tickets, messages, payments, and how long the oldest waits', async () => {
    const { context, text, value, queue, ticket, pulse } = await watched()
    const now = context.clock.now()
    await ticket('c1', now - 90_000, null)
    await ticket('c2', now - 30_000, null)
    await ticket('c3', now - 30_000, now - 1_000)
    await queue('queued', now - 40_000)
    await queue('ambiguous', now - 5_000)
    await queue('dead', now - 99_000)
    await queue('sent', now - 99_000)
    await queue('sending', now - 60_000, 'discord')
    pulse.beat()
    const page = await text()
    expect(
      Object.fromEntries(
        [
          'daozhang_tickets{state="queue"}',
          'daozhang_tickets{state="human"}',
          'daozhang_ticket_queue_oldest_seconds',
          'daozhang_outbox{platform="telegram",state="queued"}',
          'daozhang_outbox{platform="telegram",state="ambiguous"}',
          'daozhang_outbox{platform="discord",state="sending"}',
          'daozhang_outbox_dead',
          'daozhang_outbox_oldest_seconds',
          'daozhang_inbox_open',
          'daozhang_payments_in_suspense',
          'daozhang_orders_processing',
          'daozhang_reconciler_last_success_timestamp_seconds',
        ].map((name) => [name, value(page, name)]),
      ),
    ).toEqual({
      'daozhang_tickets{state="queue"}': 2,
      'daozhang_tickets{state="human"}': 1,
      daozhang_ticket_queue_oldest_seconds: 90,
      'daozhang_outbox{platform="telegram",state="queued"}': 1,
      'daozhang_outbox{platform="telegram",state="ambiguous"}': 1,
      'daozhang_outbox{platform="discord",state="sending"}': 1,
      daozhang_outbox_dead: 1,
      daozhang_outbox_oldest_seconds: 60,
      daozhang_inbox_open: 0,
      daozhang_payments_in_suspense: 0,
      daozhang_orders_processing: 0,
      daozhang_reconciler_last_success_timestamp_seconds: now / 1_000,
    })
    expect(page).toMatch(/^process_resident_memory_bytes \d{7,}$/m)
  })

  it('count what happens from the first reading on, each deed once, without an id in any label', async () => {
    const { shop, context, text, value } = await watched()
    await text()
    await shop.openAccount('alice')
    const order = await shop.order()
    await shop.pay(order, '2026112000000001')
    await shop.notify(order, '2026112000000001')
    await context.store.sql(
      `insert into verdict (id, account_id, about, finding, handoff, evidence, at)
       values ('v1', 'alice', 'payment', 'already-credited', 0, '[]', 0)`,
    )
    const states = 'daozhang_order_states_entered_total{state="completed"}'
    const findings = 'daozhang_diagnoses_total{about="payment",finding="already-credited"}'
    const notices = 'daozhang_notices_total{channel="alipay",state="accepted"}'
    for (const page of [await text(), await text()])
      expect([states, findings, notices].map((name) => value(page, name))).toEqual([1, 1, 1])
    expect(await text()).not.toMatch(new RegExp(`${order.id}|${order.number}|${order.accountId}`))
  })

  it('measure the first reply of a person once a ticket', async () => {
    const { context, text, value, ticket } = await watched()
    const now = context.clock.now()
    await ticket('old', now - 9_000_000, now - 8_000_000)
    expect(value(await text(), 'daozhang_ticket_first_reply_seconds_count')).toBe(0)
    await ticket('new', now - 200_000, now - 100_000)
    for (const page of [await text(), await text()]) {
      expect(value(page, 'daozhang_ticket_first_reply_seconds_count')).toBe(1)
      expect(value(page, 'daozhang_ticket_first_reply_seconds_sum')).toBe(100)
    }
  })

  it('are read once by monitors that ask at the same time', async () => {
    const { shop, text, value } = await watched()
    await shop.openAccount('alice')
    await text()
    await shop.order()
    const pages = await Promise.all([text(), text(), text()])
    const name = 'daozhang_order_states_entered_total{state="pending"}'
    expect(pages.map((page) => value(page, name))).toEqual([1, 1, 1])
    expect(value(await text(), name)).toBe(1)
  })
})

describe('ready', () => {
  const names = (all: Awaited<ReturnType<typeof readiness>>) => all.filter(({ ok }) => !ok).map(({ name }) => name)

  it('is the bot whose store answers, whose outbox moves and whose reconciler runs', async () => {
    const { shop, context, pulse, queue } = await watched()
    const check = () => readiness(context, ['telegram'], pulse)
    expect(names(await check())).toEqual([])
    await queue('queued', context.clock.now())
    shop.clock.advance(RECONCILER_LATE_MS)
    expect(names(await check())).toEqual([])
    shop.clock.advance(1)
    expect(names(await check())).toEqual(['reconciler'])
    pulse.beat()
    expect(names(await check())).toEqual([])
    shop.clock.advance(OUTBOX_LATE_MS)
    expect(names(await check())).toEqual(['outbox', 'reconciler'])
  })

  it('is nobody whose database is gone', async () => {
    const { context, pulse } = await watched()
    const gone = { ...context.store, read: () => Promise.reject(new Error('gone')) }
    expect(names(await readiness({ ...context, store: gone }, ['telegram'], pulse))).toEqual(['store', 'outbox'])
  })
})
