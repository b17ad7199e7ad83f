// kill -9 of the whole bot on Discord under traffic in both directions: nothing is lost or astray, nothing is said twice, no post has a twin.
// DAOZHANG_DISCORD_KILLS for more.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { liveThrough } from '../kill-discord/day.ts'

const KILLS = Number(process.env.DAOZHANG_DISCORD_KILLS ?? 12)
/** After so many a new town with a new database begins. */
const KILLS_A_DAY = 50

const scratch = mkdtempSync(join(tmpdir(), 'daozhang-discord-kill-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

it(`in ${KILLS} kills no message is lost, none reaches a wrong person, none is seen twice, and no post has a twin`, async () => {
  const tally = { kills: 0, messages: 0, marked: 0 }
  for (let day = 0; day * KILLS_A_DAY < KILLS; day++) {
    const kills = Math.min(KILLS_A_DAY, KILLS - day * KILLS_A_DAY)
    const { lost, wrong, doubled, twins, breaches, errors, exit, ...rest } = await liveThrough(
      join(scratch, `day-${day}`),
      kills,
      day + 1,
      join(scratch, 'compiled'),
    )
    tally.kills += rest.kills
    tally.messages += rest.messages
    tally.marked += rest.marked
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
  expect(tally.messages).toBeGreaterThan(KILLS)
}, 7_200_000)
