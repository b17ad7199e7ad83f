// The rehearsal: so many orders, so many deaths, bad weather all the time; then quiet, and a judgement.
import { join } from 'node:path'
import { resolveSuspense } from '../../core/desk/payment/suspense.ts'
import { mint } from '../../core/redaction/redacted.ts'
import { faults } from '../fakes/providers/gate.ts'
import { diceOf } from '../kill-telegram/dice.ts'
import { ledgerVerify, makeBot } from './bot.ts'
import { gather } from './crowd.ts'
import { type Judgement, judge } from './judge.ts'
import { openPost, type PostOffice } from './post.ts'
import { type Chronicle, storyteller } from './story.ts'

export type Rehearsal = Judgement & {
  readonly orders: number
  readonly kills: number
  readonly outages: number
  readonly plots: Chronicle['plots']
  readonly notices: PostOffice['figures']
  readonly believed: readonly string[]
  readonly statesOfOrders: Readonly<Record<string, number>>
  readonly errors: readonly string[]
  readonly exit: number | null
  readonly verify: number | null
  readonly seconds: number
}

export type Plan = {
  readonly folder: string
  readonly orders: number
  readonly kills: number
  readonly faster: number
  /** Real milliseconds between two orders. */
  readonly everyMs: number
  readonly seed: number
  readonly progress?: (line: string) => void
}

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))
/** At the end everything must be known within so long of the wall's time. */
const SETTLE_MS = 150_000
/** A line that tells of an alert is what it should be. */
const isAlert = (line: string): boolean => line.includes('payment notices stopped coming')

export async function rehearse({ folder, orders, kills, faster, everyMs, seed, progress }: Plan): Promise<Rehearsal> {
  const began = performance.now()
  const crowd = await gather(folder, Math.max(6, Math.ceil(orders / 8)), faster)
  const bot = await makeBot(crowd.environment, join(folder, '..', 'compiled'))
  const dice = diceOf(seed)
  const post = openPost(bot.port, diceOf(seed + 1))
  const chronicle: Chronicle = { paid: [], shown: [], plots: {} }
  const tell = storyteller(crowd, post, diceOf(seed + 2), chronicle)
  let killed = 0
  let outages = 0
  let placed = 0
  let over = false
  const say = (what: string): void =>
    progress?.(
      `${what}: ${placed}/${orders} orders, ${chronicle.paid.length} payments, ${killed}/${kills} kills, ${outages} outages, ${post.figures.accepted} notices taken, ${post.figures.forged} forged`,
    )
  try {
    bot.start()
    await bot.ready()
    for (const { who } of crowd.people) who.sends('/start')
    await crowd.telegram.until(
      'everybody is greeted',
      () => crowd.people.every(({ who }) => who.sees().length > 1),
      60_000,
    )

    const stories: Promise<void>[] = []
    const telling = (async () => {
      for (; placed < orders; placed++) {
        // The deaths are spread over all of it, however long a start takes on this machine.
        while (placed > ((killed + 1) * orders) / kills) await pause(50)
        stories.push(tell(dice.of(crowd.people)))
        await pause(everyMs * (0.5 + dice.roll()))
      }
      await Promise.all(stories)
    })()
    const storms = (async () => {
      while (!over) {
        await pause(1_500 + dice.roll() * 3_000)
        if (over) return
        const bank = dice.of(crowd.banks)
        outages += 1
        await bank.fail(dice.of(faults))
        await pause(500 + dice.roll() * 2_500)
        await bank.fail(undefined)
      }
    })()
    const spanMs = orders * everyMs + (17 * 60_000) / faster
    const reaping = (async () => {
      for (; killed < kills; killed++) {
        await pause((spanMs / kills) * (0.3 + dice.roll() * 0.7))
        await bot.kill()
        bot.start()
        // Some die while they start.
        if (dice.roll() > 0.15) await bot.ready()
      }
      await bot.ready()
    })()
    const ticking = setInterval(() => say('rehearsing'), 5_000)
    await Promise.all([telling, reaping])
    over = true
    await storms
    for (const bank of crowd.banks) await bank.fail(undefined)
    say('everything has happened')

    await settled(crowd, chronicle, dice.roll)
    clearInterval(ticking)
    post.stop()
    say('all is quiet')
    const exit = await bot.end()
    const states = await crowd.context.store.sql('select state, count(*) as n from orders group by state')
    return {
      ...(await judge(crowd, chronicle)),
      orders: chronicle.shown.length,
      kills: killed,
      outages,
      plots: chronicle.plots,
      notices: post.figures,
      believed: post.believed,
      statesOfOrders: Object.fromEntries(states.map(({ state, n }) => [String(state), Number(n)])),
      errors: bot.errors.filter((line) => !isAlert(line)),
      exit,
      verify: await ledgerVerify(crowd.environment),
      seconds: Math.round((performance.now() - began) / 1_000),
    }
  } finally {
    over = true
    post.stop()
    await bot.kill().catch(() => undefined)
    await crowd.close()
  }
}

type Crowd = Awaited<ReturnType<typeof gather>>

/** Until every payment is known and told of, then staff decide about half of what waits, until that is done, too. */
async function settled(crowd: Crowd, { paid }: Chronicle, roll: () => number): Promise<void> {
  const { store } = crowd.context
  const one = async (sql: string): Promise<number> => Number((await store.sql(sql))[0]?.n)
  const quiet = async (): Promise<boolean> =>
    (await one('select count(*) as n from payment')) >= paid.length &&
    (await one('select count(*) as n from untold')) === 0 &&
    (await one(`select count(*) as n from payback where ended_at is null and state not in ('by-hand', 'refused')`)) ===
      0 &&
    (await one(`select count(*) as n from orders where state = 'processing'`)) === 0 &&
    (await one(`select count(*) as n from outbox where state in ('queued', 'sending', 'ambiguous')`)) === 0
  const wait = async (): Promise<void> => {
    const until = performance.now() + SETTLE_MS
    while (!(await quiet()) && performance.now() < until) await pause(500)
  }
  await wait()
  const waiting = await store.sql(
    `select id, order_id as orderId from payment p where disposition = 'suspense'
      and not exists (select 1 from payment o where o.order_id = p.order_id and o.id <> p.id)`,
  )
  for (const { id, orderId } of waiting) {
    const luck = roll()
    if (luck < 0.5) continue
    const to = luck < 0.75 && orderId !== null ? 'credit' : 'return'
    const decision = { paymentId: String(id), to, reason: mint('rehearsal') } as const
    await store.write((w) => resolveSuspense(w, crowd.context, decision))
  }
  await wait()
}
