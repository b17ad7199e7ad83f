// What was covered: kept only where the policy says so, sealed, opened by one named person for a reason, seen by nobody else.
import { afterEach, describe, expect, it } from 'vitest'
import { DAY, MINUTE } from '../../core/kit/clock.ts'
import { anonymous, lin, StaffPlace, wang } from '../fakes/staff-place.ts'

const CARD = '6222021234567890128'
let place: StaffPlace
afterEach(() => place.desk.context.store.close())

async function told(keep: boolean): Promise<string> {
  place = await StaffPlace.open((policy) => ({
    ...policy,
    desk: { ...policy.desk, keepOriginals: keep ? { days: 7 } : false },
  }))
  await place.says('mei', '人工')
  await place.says('mei', `卡号 ${CARD} 扣的款`)
  return (await place.found(1, '扣的款')).id
}
const last = async () => (await place.shows(1)).at(-1) ?? ''
const everything = async (): Promise<string> => {
  const { store } = place.desk.context
  const tables = await store.sql("select name from sqlite_schema where type = 'table'")
  return JSON.stringify(await Promise.all(tables.map(({ name }) => store.sql(`select * from "${String(name)}"`))))
}

describe('originals', () => {
  it('are not kept unless the policy says so, and staff are told that', async () => {
    const id = await told(false)
    await place.writes(lin, 1, '/reveal 核对卡号', { answers: id })
    expect(await last()).toContain('没有开启')
    expect(await place.desk.context.store.sql('select * from original')).toEqual([])
  })

  it('are shown once to the one who gave a reason, and to nobody and nothing else', async () => {
    const id = await told(true)
    await place.writes(lin, 1, '/reveal', { answers: id })
    expect(await last()).toContain('原因')
    await place.writes(lin, 1, '/reveal 核对卡号', { answers: id })
    expect(await place.pressUnder(wang, 1, '审计', 'open')).toContain('只有申请的人')
    expect(await place.pressUnder(lin, 1, '审计', 'open')).toContain(CARD)
    expect(await place.pressUnder(lin, 1, '审计', 'open')).toContain('已经看过')
    expect(JSON.stringify(place.network.messages)).not.toContain(CARD)
    expect(await everything()).not.toContain(CARD)
    expect(await place.audit()).toEqual(expect.arrayContaining(['original.reveal', 'original.open']))
  })

  it('need a name, a line of the user, and are gone when their time is over', async () => {
    const id = await told(true)
    await place.writes(anonymous, 1, '/reveal 好奇', { answers: id })
    expect(await last()).toContain('匿名')
    await place.writes(lin, 1, '/reveal 好奇')
    expect(await last()).toContain('回复用户的那条消息')
    await place.writes(lin, 1, '/reveal 核对', { answers: id })
    place.desk.clock.advance(11 * MINUTE)
    expect(await place.pressUnder(lin, 1, '审计', 'open')).toContain('再写一次原因')
    place.desk.clock.advance(7 * DAY)
    await place.writes(lin, 1, '/reveal 核对', { answers: id })
    expect(await last()).toContain('已经删除')
    const { store, clock } = place.desk.context
    expect(await store.write((w) => w.originals.purge(clock.now()))).toBe(2)
    expect(await store.sql('select * from original')).toEqual([])
  })
})
