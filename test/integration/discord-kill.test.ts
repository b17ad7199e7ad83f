// kill -9 of the whole bot on Discord under traffic in both directions (words, forms, commands, presses, edits): nothing is lost or astray,
// nothing is said twice, no post has a twin.
// DAOZHANG_DISCORD_KILLS for more.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { liveThrough } from '../kill-discord/day.ts'

const KILLS = Number(process.env.DAOZHANG_DISCORD_KILLS ?? 12)
/** After so many a new town with a new database begins; two at a time where there are many. */
const KILLS_A_DAY = 50
const LANES = KILLS > KILLS_A_DAY ? 2 : 1

const scratch = mkdtempSync(join(tmpdir(), 'daozhang-discord-kill-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const tally = { kills: 0, messages: 0, interactions: 0, edits: 0, marked: 0, again: 0 }

async function lane(first: number): Promise<void> {
  for (let day = first; day * KILLS_A_DAY < KILLS; day += LANES) {
    const kills = Math.min(KILLS_A_DAY, KILLS - day * KILLS_A_DAY)
    const { lost, wrong, doubled, twins, breaches, errors, exit, ...rest } = await liveThrough(
      join(scratch, `day-${day}`),
      kills,
      day + 1,
      join(scratch, 'compiled'),
    )
    for (const figure of Object.keys(tally) as (keyof typeof tally)[]) tally[figure] += rest[figure]
    process.stderr.write(`kill -9 on Discord: ${JSON.stringify(tally)}\n`)
    expect({ day, lost, wrong, doubled, twins, breaches, errors, exit }).toEqual({
      day,
      lost: [],
      wrong: [],
      doubled: [],
      twins: [],
      breaches: [],
      errors: [],
      exit: 0,
    })
  }
}

it(`in ${KILLS} kills no message is lost, none reaches a wrong person, none is seen twice, and no post has a twin`, async () => {
  await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)))
  expect(tally.kills).toBe(KILLS)
  expect(tally.messages).toBeGreaterThan(KILLS)
  expect(tally.interactions).toBeGreaterThan(KILLS / 6)
  expect(tally.edits).toBeGreaterThan(KILLS / 6)
}, 7_200_000)
