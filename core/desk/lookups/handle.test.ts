// A handle leads its owner to a row, for an hour, and nobody anywhere else.
import { describe, expect, it } from 'vitest'
import { fixedClock, HOUR, instantOf, MINUTE, plus } from '../../kit/clock.ts'
import { countedIds } from '../../kit/ids.ts'
import { Keyring, newSecret } from '../../redaction/keyring.ts'
import { makeHandles } from './handle.ts'

const now = fixedClock('2026-11-21T14:00:00+08:00').now()
const handles = makeHandles(new Keyring(newSecret()))
const id = countedIds(5).row('o', now)

describe('a handle', () => {
  const handle = handles.ofOrder('account:a', id, now) ?? ''

  it('is short, and says nothing of the row', () => {
    expect(handle).toMatch(/^h_[\w-]{22}$/)
    expect(handle).not.toContain(id.slice(2, 8))
  })

  it('leads its owner back, for an hour', () => {
    expect(handles.order('account:a', handle, now)).toBe(id)
    expect(handles.order('account:a', handle, plus(now, HOUR))).toBe(id)
    expect(handles.order('account:a', handle, plus(now, HOUR + 2 * MINUTE))).toBeUndefined()
  })

  it('leads nobody else, and not under another secret', () => {
    expect(handles.order('account:b', handle, now)).not.toBe(id)
    expect(makeHandles(new Keyring(newSecret())).order('account:a', handle, now)).not.toBe(id)
  })

  it.each([
    '',
    'h_',
    'x',
    'h_AAAAAAAAAAAAAAAAAAAAAA',
    'DZ202611210123456789AB',
    'c_AAAAAAAAAAAAAAAAAAAAAA',
    '💥'.repeat(12),
  ])('is not %s', (text) => expect(handles.order('account:a', text, now)).toBeUndefined())

  it('is not made for an id of another form', () => {
    expect(handles.ofOrder('account:a', 'gateway-17', now)).toBeUndefined()
    expect(handles.ofOrder('account:a', 'o_000000001', now)).toBeUndefined()
  })

  it('of any order comes back as it was', () => {
    const ids = countedIds(9)
    for (let at = 0; at < 500; at++) {
      const when = instantOf(now - at * 86_400_000)
      const one = ids.row('o', when)
      expect(handles.order('s', handles.ofOrder('s', one, now) ?? '', now)).toBe(one)
    }
  })
})

describe('a cursor', () => {
  it('works for the same subject and filters only', () => {
    const cursor = handles.ofEntry('account:a', 'x', 4_711, now)
    expect(handles.entry('account:a', 'x', cursor, now)).toBe(4_711)
    expect(handles.entry('account:a', 'y', cursor, now)).not.toBe(4_711)
    expect(handles.entry('account:b', 'x', cursor, now)).not.toBe(4_711)
    const page = handles.ofPage('account:a', 'x', id, now) ?? ''
    expect(handles.page('account:a', 'x', page, now)).toBe(id)
    expect(handles.page('account:a', 'y', page, now)).not.toBe(id)
  })
})
