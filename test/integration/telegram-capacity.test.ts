// How much one staff group takes: sixty people at once, with Telegram's limits on, through the real client on a clock that runs fast.
import { expect, it } from 'vitest'
import { quantile } from '../bench/figure.ts'
import type { Seen } from '../fakes/telegram/screen.ts'
import { openDesk, runningClock } from '../telegram/desk.ts'

const PEOPLE = 60
const START = '2026-11-20T03:00:00Z'
/** Six minutes in two; a call that takes 10 ms takes a thirtieth of a second then, and what a busy machine adds counts three times. */
const FASTER = 3

it(`${PEOPLE} people at once: each has a line within a minute and a topic within six, nothing is lost`, async () => {
  const { now } = runningClock(START, FASTER)
  const desk = await openDesk({ limits: true, now, start: START, faster: FASTER })
  const began = now()
  const people = Array.from({ length: PEOPLE }, () => desk.telegram.user({ language_code: 'en' }))
  for (const [index, one] of people.entries()) {
    one.sends(`u${index}m1 my top-up is missing`)
    one.sends('human')
  }
  const ticketOf = (index: number): string | undefined =>
    people[index]
      ?.sees()
      .map(({ by, text }) => (by === 'bot' ? /ticket #(\d+)/i.exec(text)?.[1] : undefined))
      .find((ticket) => ticket !== undefined)
  const secondsOf = ({ post }: Seen): number => post.wire.date - began / 1000
  const cards = (): readonly Seen[] =>
    desk.staff.topics.flatMap((topic) =>
      desk.staff.messages(topic).filter(({ by, text }) => by === 'bot' && text !== ''),
    )
  await desk.telegram.until(
    'a card for everybody',
    () => desk.staff.topics.length >= PEOPLE && cards().length >= PEOPLE,
    150_000,
  )

  const listed = desk.staff.messages('General').filter(({ by }) => by === 'bot')
  const named: number[] = []
  const topics: number[] = []
  const shown: number[] = []
  for (const [index] of people.entries()) {
    const ticket = ticketOf(index)
    expect(ticket).toBeDefined()
    const mark = `#${ticket} `
    const own = desk.staff.topics.filter(({ name }) => name.startsWith(mark))
    expect(own).toHaveLength(1)
    const [opened, ...inside] = own.flatMap((topic) => desk.staff.messages(topic))
    // What they wrote stands with their own ticket and with nobody else's.
    const card = inside.find(({ text }) => text.startsWith(mark))
    expect(card?.text).toContain(`u${index}m1`)
    const inList = listed.find(({ text }) => text.split('\n').some((line) => line.startsWith(mark)))
    topics.push(secondsOf(opened as Seen))
    shown.push(secondsOf(card as Seen))
    named.push(Math.min(...[inList, card].filter((seen) => seen !== undefined).map(secondsOf)))
  }
  const refused = desk.telegram.calls.filter(({ outcome }) => outcome?.ok === false && outcome.code === 429).length
  const told = (seconds: readonly number[]): string =>
    `p50 ${Math.round(quantile(seconds, 0.5))} s, last ${Math.round(Math.max(...seconds))} s`
  process.stderr.write(
    `${PEOPLE} at once: named ${told(named)}; topic ${told(topics)}; card ${told(shown)}; ${refused} calls refused with 429\n`,
  )
  expect(Math.max(...named)).toBeLessThanOrEqual(60)
  expect(Math.max(...topics)).toBeLessThanOrEqual(360)
  expect(desk.telegram.faults).toEqual([])
}, 200_000)
