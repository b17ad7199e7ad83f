// kill -9 on a real file: whatever was acknowledged is there afterwards, and nothing is there twice. DAOZHANG_KILLS for more.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { CROCKFORD, countedIds } from '../../core/kit/ids.ts'
import { makeJudge } from '../kill/judge.ts'
import { type End, liveAndDie } from '../kill/life.ts'
import { foundShop } from '../kill/shop.ts'

const KILLS = Number(process.env.DAOZHANG_KILLS ?? 200)
/** Side by side: starting a victim is most of the cost. */
const LANES = 2
/** After so many deaths a shop's file is judged as a whole and a new one is founded. */
const LIVES_A_FILE = 25

const folder = mkdtempSync(join(tmpdir(), 'daozhang-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const tally = { kills: 0, writing: 0, committing: 0, idle: 0, acknowledged: 0, lost: 0, doubled: 0 }

async function lane(first: number): Promise<void> {
  const chance = countedIds(first + 1)
  const dice = (): number => CROCKFORD.indexOf(chance.base32(1)) * 32 + CROCKFORD.indexOf(chance.base32(1))
  let shop = ''
  let judge = makeJudge(shop)
  for (let life = first, lived = 0; life < KILLS; life += LANES, lived++) {
    if (lived % LIVES_A_FILE === 0) {
      shop = join(folder, `shop-${life}`)
      mkdirSync(shop)
      await foundShop(shop)
      judge = makeJudge(shop)
    }
    // Every second dies inside a write for certain; the others whenever it hits them.
    const end: End = lived % 2 === 0 ? { atStatement: 1 + dice() } : { afterMs: dice() / 4 }
    const { told, died } = await liveAndDie(shop, life, end)
    const last = (lived + 1) % LIVES_A_FILE === 0 || life + LANES >= KILLS
    const judgement = await judge(told, last)
    tally.kills += 1
    tally[died] += 1
    tally.acknowledged += judgement.acknowledged
    tally.lost += judgement.lost.length
    tally.doubled += judgement.doubled.length
    expect({ life, ...judgement, acknowledged: 0 }).toEqual({
      life,
      acknowledged: 0,
      lost: [],
      doubled: [],
      broken: [],
    })
  }
}

it(`nothing acknowledged is lost and nothing is credited twice in ${KILLS} kills, half of them in an open write`, async () => {
  await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)))
  process.stderr.write(`kill -9: ${JSON.stringify(tally)}\n`)
  expect(tally.kills).toBe(KILLS)
  expect(tally.writing * 2).toBeGreaterThanOrEqual(KILLS)
  expect(tally.acknowledged).toBeGreaterThan(KILLS)
  expect([tally.lost, tally.doubled]).toEqual([0, 0])
}, 600_000)
