// From a provider's notice to the message that says "credited", and notices a second, beside a bare server that commits one row a notice.

import { systemClock } from '../../core/kit/clock.ts'
import { invariant } from '../../core/kit/invariant.ts'
import { openEpay } from '../fakes/providers/epay.ts'
import { type Bench, type Figure, median, progress, quantile, timed } from './figure.ts'
import { deliver, fillOrders, fillPeople, noticeOf, type Served, startBare, startShop } from './notices-place.ts'
import { openWorld } from './telegram-place.ts'
import type { Turn } from './telegram-world.ts'
import { removeFolder, scratchFolder } from './till.ts'

const sizes = {
  long: { people: 300, rounds: 7, notices: 1_000 },
  quick: { people: 20, rounds: 1, notices: 100 },
} as const
/** Under the 28 calls a second that Telegram takes. */
const EVERY_MS = 50
/** Deliveries under way at a time. */
const AT_ONCE = 32

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

/** Sends each notice at its time; gives when, by the order's last characters. */
async function paced(tails: readonly string[], send: (index: number) => Promise<string>): Promise<Map<string, number>> {
  const sentMs = new Map<string, number>()
  const answers: Promise<string>[] = []
  for (const [index, tail] of tails.entries()) {
    sentMs.set(tail, Date.now())
    answers.push(send(index))
    await pause(EVERY_MS)
  }
  for (const answer of await Promise.all(answers)) invariant(answer === 'success', 'a notice was not taken')
  return sentMs
}

const latencies = (sentMs: ReadonlyMap<string, number>, turns: readonly Turn[]): number[] =>
  turns.map(({ tail, atMs }) => atMs - (sentMs.get(tail) ?? Number.NaN))

/** All of them, so many at a time. */
async function pour(server: Served, path: string, bodies: readonly Buffer[]): Promise<void> {
  let next = 0
  const line = async (): Promise<void> => {
    for (let body = bodies[next++]; body; body = bodies[next++])
      invariant((await deliver(server.port, path, body)) === 'success', 'a notice was not taken')
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line))
}

type Rate = { readonly cpu: number[]; readonly wall: number[] }

async function rate(server: Served, path: string, bodies: readonly Buffer[], into: Rate): Promise<void> {
  const before = await server.usage()
  const ms = await timed(() => pour(server, path, bodies))
  const { cpuMs } = await server.usage()
  into.cpu.push((bodies.length / (cpuMs - before.cpuMs)) * 1_000)
  into.wall.push((bodies.length / ms) * 1_000)
}

export const bench: Bench = async function* ({ quick }) {
  const { people, rounds, notices } = sizes[quick ? 'quick' : 'long']
  const folder = scratchFolder('notices')
  const gateway = await openEpay(systemClock)
  const figure = (metric: string, unit: string, value: number, baseline: number): Figure => ({
    metric,
    unit,
    value,
    baseline,
  })
  try {
    progress(`${people} people order in a Telegram chat`)
    const world = await openWorld()
    const { ids } = await world.ask({ kind: 'people', count: people, topics: false })
    await fillPeople(folder, ids as number[])
    const shop = await startShop(folder, gateway, world)
    await world.ask({ kind: 'order', count: people, text: '/recharge 50' })
    const numbers = [...gateway.till.trades.keys()]
    invariant(numbers.length === people, 'not everybody has an order')
    const bodies = numbers.map((number) => noticeOf(gateway, number))
    const tails = numbers.map((number) => number.slice(-4))
    progress('their notices arrive, one at a time')
    const sent = await paced(tails, (index) => deliver(shop.port, '/notify/epay', bodies[index] as Buffer))
    const ours = (await world.ask({ kind: 'turned', count: people })).turns as Turn[]
    await shop.end()

    const bare = await startBare(folder, world)
    const again = await paced(
      ours.map(({ tail }) => tail),
      (index) => {
        const { chat, message, tail } = ours[index] as Turn
        return deliver(bare.port, `/?chat=${chat}&message=${message}&caption=${tail}`, bodies[index] as Buffer)
      },
    )
    const theirs = (await world.ask({ kind: 'turned', count: people })).turns as Turn[]
    await bare.end()
    await world.close()
    const [oursMs, theirsMs] = [latencies(sent, ours), latencies(again, theirs)]

    progress(`${rounds * notices} notices, ${AT_ONCE} at a time, to the bot and to the bare server in turn`)
    const full = scratchFolder('notices-full')
    try {
      const open = await fillOrders(full, (rounds + 1) * notices)
      const [product, plain] = [await startShop(full, gateway), await startBare(full)]
      const rates = { ours: { cpu: [], wall: [] } as Rate, theirs: { cpu: [], wall: [] } as Rate }
      const batch = (round: number): Buffer[] =>
        open.slice(round * notices, (round + 1) * notices).map((number) => noticeOf(gateway, number))
      // Compiled and warm before it counts.
      for (const [server, path] of [
        [product, '/notify/epay'],
        [plain, '/'],
      ] as const)
        await pour(server, path, batch(rounds))
      for (let round = 0; round < rounds; round++) {
        const given = batch(round)
        const turns = [
          () => rate(product, '/notify/epay', given, rates.ours),
          () => rate(plain, '/', given, rates.theirs),
        ]
        for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
        progress(`round ${round + 1} of ${rounds}`)
      }
      await Promise.all([product.end(), plain.end()])
      yield figure('notice to edited message p50', 'ms', median(oursMs), median(theirsMs))
      yield figure('notice to edited message p99', 'ms', quantile(oursMs, 0.99), quantile(theirsMs, 0.99))
      yield figure('notices per second', 'notices/s', median(rates.ours.wall), median(rates.theirs.wall))
      yield figure('notices per processor second', 'notices/s', median(rates.ours.cpu), median(rates.theirs.cpu))
    } finally {
      removeFolder(full)
    }
  } finally {
    await gateway.close()
    removeFolder(folder)
  }
}
