// What was missed is read until it is there: a line that breaks on the way does not let newer messages pass it.
import { expect, it } from 'vitest'
import { fixedClock } from '../../core/kit/clock.ts'
import { makeLog } from '../../core/redaction/log.ts'
import { makeBackfill } from './backfill.ts'
import { Gaps } from './gap.ts'
import type { Places } from './places.ts'

const missed = ['101', '102', '103'].map((id) => ({ id, content: id, edited_timestamp: null, author: { id: 'li' } }))

function made(breaks: number) {
  const taken: string[] = []
  const logged: string[] = []
  const places = {
    userOf: () => 'li',
    readUpTo: () => '100',
    notedAt: () => undefined,
    homes: () => ['7'],
    known: () => [],
    read: () => undefined,
  }
  const gaps = new Gaps(places as unknown as Places)
  const after = (query: URLSearchParams): number => Number(query.get('after'))
  const rest = {
    get: async (_: string, { query }: { query?: URLSearchParams }) =>
      query ? missed.filter(({ id }) => Number(id) > after(query)) : { threads: [] },
  }
  let left = breaks
  const backfill = makeBackfill({
    client: { rest } as never,
    guildId: '1',
    places: places as unknown as Places,
    gaps,
    posts: () => [],
    isDirect: () => true,
    isTaken: async () => false,
    takeEdit: async () => undefined,
    clock: fixedClock('2026-11-20T03:00:00Z'),
    take: async ({ id }) => {
      if (id === '102' && left-- > 0) throw new Error('the line broke')
      taken.push(id)
    },
    log: makeLog({ level: 'info', name: 'bot', destination: { write: (line) => void logged.push(line) } }),
  })
  return { backfill, gaps, taken, logged }
}

it.each([0, 1, 2])(
  '%i broken lines while missed messages are read lose none of them, and what is new waits',
  async (breaks) => {
    const { backfill, gaps, taken, logged } = made(breaks)
    const channels = backfill.channels()
    expect(gaps.holds('7', () => taken.push('new'))).toBe(true)
    await backfill.run(channels, new AbortController().signal)
    expect([...new Set(taken)]).toEqual(['101', '102', '103', 'new'])
    expect(logged.filter((line) => line.includes('tried again'))).toHaveLength(Math.min(breaks, 1))
  },
)
