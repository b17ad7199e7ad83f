// Backups under load, and kill -9 in the middle of a backup or a restore: what lies there is the old or the new one, whole. DAOZHANG_BACKUPS for more.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenInvariants } from '../../core/desk/wallet/verify.ts'
import { systemClock } from '../../core/kit/clock.ts'
import { CROCKFORD, countedIds, randomIds } from '../../core/kit/ids.ts'
import { backUp } from '../../core/store/backup.ts'
import { kept } from '../kill/deed.ts'
import type { Told } from '../kill/life.ts'
import { filesIn, foundShop, openShop } from '../kill/shop.ts'

/** Backups taken under load, and kills at random moments. */
const ROUNDS = Number(process.env.DAOZHANG_BACKUPS ?? 12)

const root = mkdtempSync(join(tmpdir(), 'daozhang-backup-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'compiled') }
const program = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** A process full of customers; `told` grows with what they did and were told. */
function atWork(folder: string, life: number) {
  const child = spawn(process.execPath, [program('../kill/victim.ts'), folder, String(life), '0'], { env })
  const told = new Map<number, Told>()
  const busy = Promise.withResolvers<void>()
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text)
    if ('deed' in line) told.set(line.id, { deed: line.deed })
    else if ('outcome' in line) {
      const begun = told.get(line.id)
      if (begun) told.set(line.id, { ...begun, outcome: line.outcome })
    }
    if (told.size > 20) busy.resolve()
  })
  return {
    busy: busy.promise,
    acknowledged: (): readonly Told[] => [...told.values()].filter(({ outcome }) => outcome !== undefined),
    stop: async () => {
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}

/** Everything that must hold in a copy of the shop, judged in a folder of its own. */
async function judged(copy: string, name: string, book: string, promised: readonly Told[]) {
  const folder = join(root, name)
  mkdirSync(folder)
  copyFileSync(copy, filesIn(folder).database)
  copyFileSync(book, filesIn(folder).book)
  const shop = openShop(folder)
  try {
    const lost: string[] = []
    for (const { deed, outcome = '' } of promised)
      if (!(await kept(shop, deed, outcome))) lost.push(`${deed.kind} ${outcome}`)
    const [check] = await shop.context.store.sql('pragma integrity_check')
    return { lost, broken: await brokenInvariants(shop.context.store), whole: Object.values(check ?? {}) }
  } finally {
    await shop.context.store.close()
    rmSync(folder, { recursive: true })
  }
}
const good = { lost: [], broken: [], whole: ['ok'] }

it(`${ROUNDS} backups while customers pay: each is whole, and holds every deed acknowledged before it began`, async () => {
  const folder = join(root, 'busy')
  mkdirSync(folder)
  await foundShop(folder)
  const { database, book } = filesIn(folder)
  const work = atWork(folder, 1)
  await work.busy
  let during = 0
  const counts: number[] = []
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const before = work.acknowledged()
      const to = join(root, `busy-${round}.db`)
      // Small steps: many writes fall between two of them.
      const made = await backUp(database, to, { ids: randomIds, at: systemClock.now(), pagesAStep: 5 })
      expect(made).toMatchObject({ ok: true, value: { path: to } })
      during += work.acknowledged().length - before.length
      counts.push(before.length)
      expect(await judged(to, `judge-${round}`, book, before)).toEqual(good)
      rmSync(to)
    }
  } finally {
    await work.stop()
  }
  process.stderr.write(`backup: ${JSON.stringify({ rounds: ROUNDS, deeds: counts.at(-1), during })}\n`)
  // Nobody was held up: deeds went on while copies were made.
  expect(during).toBeGreaterThan(0)
  expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0)
})

describe('kill -9', () => {
  const folder = join(root, 'quiet')
  const { database } = filesIn(folder)
  const older = join(root, 'older.db')
  const newer = join(root, 'newer.db')
  /** How many orders there are tells the two states apart. */
  const ordersIn = (path: string): number => {
    const db = new Database(path)
    try {
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      return Number(db.prepare('select count(*) from orders').pluck().get())
    } finally {
      db.close()
    }
  }
  let had = { older: 0, newer: 0 }

  beforeAll(async () => {
    mkdirSync(folder)
    await foundShop(folder)
    const grow = async (life: number, to: string): Promise<void> => {
      const work = atWork(folder, life)
      await work.busy
      await work.stop()
      const made = await backUp(database, to, { ids: randomIds, at: systemClock.now() })
      expect(made.ok).toBe(true)
    }
    await grow(1, older)
    await grow(2, newer)
    had = { older: ordersIn(older), newer: ordersIn(newer) }
    expect(had.newer).toBeGreaterThan(had.older)
  })

  type End = { readonly at: string } | { readonly afterMs: number }

  /** Whether the operator came to its end. */
  async function operator(what: 'backup' | 'restore', from: string, to: string, end: End): Promise<boolean> {
    const child = spawn(
      process.execPath,
      [program('../backup/operator.ts'), what, from, to, 'at' in end ? end.at : 'none'],
      { env },
    )
    let heard = ''
    let complaint = ''
    child.stderr.on('data', (piece: Buffer) => {
      complaint += piece.toString()
    })
    child.stdout.on('data', (piece: Buffer) => {
      if (heard === '' && 'afterMs' in end) setTimeout(() => child.kill('SIGKILL'), end.afterMs)
      heard += piece.toString()
    })
    const [code, signal] = await once(child, 'close')
    if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the operator ended by itself: ${complaint}`)
    return heard.includes('ended')
  }

  const freshly = (name: string, from: string): string => {
    const path = join(root, name, 'shop.db')
    mkdirSync(join(root, name))
    copyFileSync(from, path)
    return path
  }

  it.each(['1', '2', '5'])('at step %s of a backup leaves the older backup as it was', async (at) => {
    const to = freshly(`step-${at}`, older)
    expect(await operator('backup', newer, to, { at })).toBe(false)
    expect(ordersIn(to)).toBe(had.older)
    // What it left lying is no obstacle to the next.
    expect(await operator('backup', newer, to, { at: 'none' })).toBe(true)
    expect(ordersIn(to)).toBe(had.newer)
  })

  it.each([
    ['staged', 'newer'],
    ['locked', 'newer'],
    ['kept', 'newer'],
    ['replaced', 'older'],
  ] as const)(
    'in a restore when it is %s leaves the %s database, whole, and the next restore goes through',
    async (at, state) => {
      const path = freshly(`moment-${at}`, newer)
      expect(await operator('restore', older, path, { at })).toBe(false)
      expect(ordersIn(path)).toBe(had[state])
      expect(await operator('restore', older, path, { at: 'none' })).toBe(true)
      expect(ordersIn(path)).toBe(had.older)
      const replaced = readdirSync(join(path, '..')).filter((name) => name.includes('.replaced-'))
      expect(replaced.length).toBeGreaterThan(0)
    },
  )

  it(`at ${ROUNDS} random moments leaves the old one or the new one`, async () => {
    const chance = countedIds(7)
    const dice = (): number => CROCKFORD.indexOf(chance.base32(1)) * 32 + CROCKFORD.indexOf(chance.base32(1))
    const seen = { old: 0, new: 0 }
    for (let round = 0; round < ROUNDS; round++) {
      const what = round % 2 === 0 ? 'backup' : 'restore'
      const path = freshly(`random-${round}`, older)
      const ended = await operator(what, newer, path, { afterMs: dice() / 3 })
      const orders = ordersIn(path)
      expect([had.older, had.newer]).toContain(orders)
      // Once it said that it is done, it is.
      if (ended) expect(orders).toBe(had.newer)
      seen[orders === had.newer ? 'new' : 'old'] += 1
      const shop = openShop(join(path, '..'))
      expect(await brokenInvariants(shop.context.store)).toEqual([])
      await shop.context.store.close()
      rmSync(join(path, '..'), { recursive: true })
    }
    process.stderr.write(`killed backups and restores: ${JSON.stringify(seen)}\n`)
    expect(seen.old + seen.new).toBe(ROUNDS)
  })

  it('what a kill left lying for an hour is removed by the next backup, and what is being made is not', async () => {
    const to = freshly('stale', older)
    await operator('backup', newer, to, { at: '2' })
    const lying = (): readonly string[] => readdirSync(join(to, '..')).filter((name) => name.includes('.part-'))
    expect(lying()).not.toEqual([])
    const at = systemClock.now()
    expect((await backUp(newer, to, { ids: randomIds, at, force: true })).ok).toBe(true)
    expect(lying()).not.toEqual([])
    const later = (at + 3_700_000) as typeof at
    expect((await backUp(newer, to, { ids: randomIds, at: later, force: true })).ok).toBe(true)
    expect(lying()).toEqual([])
    expect(existsSync(to)).toBe(true)
  })
})
