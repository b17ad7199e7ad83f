// kill -9 of the whole bot under traffic in both directions: nothing is lost, nothing goes astray, no second copy without its mark.
// DAOZHANG_TELEGRAM_KILLS for more.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { quantile } from '../bench/figure.ts'
import { type Day, liveThrough } from '../kill-telegram/day.ts'
import { openDesk } from '../telegram/desk.ts'

const KILLS = Number(process.env.DAOZHANG_TELEGRAM_KILLS ?? 16)
/** After so many a new town with a new database begins; two at a time where there are many. */
const KILLS_A_DAY = 50
const LANES = KILLS > KILLS_A_DAY ? 2 : 1

const scratch = mkdtempSync(join(tmpdir(), 'daozhang-telegram-kill-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const tally = { kills: 0, messages: 0, lost: 0, wrong: 0, doubled: 0, marked: 0, toldBack: 0 }
const where: { [place: string]: number } = {}
const firstDoneMs: number[] = []

function add(day: Day): void {
  tally.kills += day.kills
  tally.messages += day.messages
  tally.lost += day.lost.length
  tally.wrong += day.wrong.length
  tally.doubled += day.doubled.length
  tally.marked += day.marked
  tally.toldBack += day.toldBack
  for (const [place, count] of Object.entries(day.where)) where[place] = (where[place] ?? 0) + count
  firstDoneMs.push(...day.firstDoneMs)
}

async function lane(first: number): Promise<void> {
  for (let day = first; day * KILLS_A_DAY < KILLS; day += LANES) {
    const kills = Math.min(KILLS_A_DAY, KILLS - day * KILLS_A_DAY)
    const lived = await liveThrough(join(scratch, `day-${day}`), kills, day + 1, join(scratch, 'compiled'))
    add(lived)
    if (KILLS > KILLS_A_DAY) process.stderr.write(`${told()}\n`)
    const { lost, wrong, doubled, breaches, errors, broken, exit } = lived
    expect({ day, lost, wrong, doubled, breaches, errors, broken, exit }).toEqual({
      day,
      lost: [],
      wrong: [],
      doubled: [],
      breaches: [],
      errors: [],
      broken: [],
      exit: 0,
    })
  }
}

const told = (): string =>
  `kill -9 on Telegram: ${JSON.stringify({ ...tally, where })}; from a start to the first waiting event committed: p50 ${Math.round(quantile(firstDoneMs, 0.5))} ms, p95 ${Math.round(quantile(firstDoneMs, 0.95))} ms`

it(`in ${KILLS} kills no message is lost, none reaches a wrong person, and each second copy says that it is one`, async () => {
  await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)))
  process.stderr.write(`${told()}\n`)
  expect(tally.kills).toBe(KILLS)
  expect(tally.messages).toBeGreaterThan(KILLS)
  expect([tally.lost, tally.wrong, tally.doubled]).toEqual([0, 0, 0])
}, 7_200_000)

it('a reply to a copy that the bot never heard it had sent becomes a note, and its writer is told so', async () => {
  const desk = await openDesk()
  const li = desk.telegram.user()
  li.sends('人工')
  const topic = await desk.topicOf(1)
  await desk.staffReads('人工', topic)
  desk.telegram.fails({ kind: 'accept-then-drop' }, { method: 'sendMessage', chat: desk.staff.id })
  li.sends('还没到')
  await desk.staffReads('可能是重复的', topic)
  const [unknown] = desk.staff.messages(topic).filter(({ text }) => text.includes('还没到'))
  desk.mei.writes(topic, '已经在查', { replyTo: unknown })
  const told = await desk.staffReads('没有发给用户', topic)
  expect(desk.staff.messages(topic).find(({ id }) => id === told.replyTo)?.text).toBe('已经在查')
  expect(li.sees().map(({ text }) => text)).not.toContainEqual(expect.stringContaining('已经在查'))
})
