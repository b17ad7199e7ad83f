// Statements as an operator takes them in: from a file and from the provider, with exits and lines that say what to do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, instantOf, systemClock } from '../../core/kit/clock.ts'
import { fen } from '../../core/kit/money.ts'
import { dateOf } from '../../core/kit/zone.ts'
import { alipayZip } from '../fakes/providers/bill.ts'
import { openWechat } from '../fakes/providers/wechat.ts'
import { type AdminShop, makeAdminShop } from './admin-shop.ts'

const folder = mkdtempSync(join(tmpdir(), 'daozhang-statement-'))
const yesterday = instantOf(Date.now() - DAY)
const day = dateOf(yesterday)
const NUMBER = `DZ${day.replaceAll('-', '')}AAAAAAAAAAAA`
let shop: AdminShop
let bank: Awaited<ReturnType<typeof openWechat>>
let settings: Record<string, string>
beforeAll(async () => {
  shop = makeAdminShop()
  await shop.lines('migrate')
  bank = await openWechat(systemClock)
  settings = { ...bank.environment, PUBLIC_URL: 'https://bot.example.com' }
  await bank.channel.create(
    { number: NUMBER, amount: fen(5_000n), expiresAt: instantOf(Date.now() + 600_000) },
    new AbortController().signal,
  )
  await bank.pay(NUMBER)
  bank.till.get(NUMBER).paidAt = yesterday
})
afterAll(async () => {
  await bank.close()
  shop.remove()
  rmSync(folder, { recursive: true, force: true })
})
const statement = (...words: readonly string[]) => shop.run(['statement', ...words], settings)

describe('admin statement', () => {
  it('fetches a day over HTTP, takes it in once, and matches it with what a person must look at', async () => {
    const first = await statement('import', '--channel', 'wechat')
    expect([first.code, JSON.parse(first.out)]).toEqual([
      0,
      { channel: 'wechat', days: [day], lines: 1, added: 1, repeat: false },
    ])
    const again = await statement('import', '--channel', 'wechat', '--day', day)
    expect([again.code, JSON.parse(again.out)]).toMatchObject([0, { added: 0, repeat: true }])
    const matched = await statement('match')
    expect([matched.code, JSON.parse(matched.out)]).toMatchObject([
      1,
      { day, suspense: 1, left: [{ what: 'suspense' }] },
    ])
    expect(matched.out).not.toContain(NUMBER)
    expect((await shop.run(['ledger', 'verify'])).code).toBe(0)
  })

  it.each([
    ['neither a file nor a channel', 2, 'one of the two', ['import']],
    ['a channel that is off', 2, 'alipay is off', ['import', '--channel', 'alipay']],
    ['a channel without statements', 2, 'alipay or wechat', ['import', '--channel', 'stripe']],
    [
      'a day that is not over',
      1,
      'try again after ten',
      ['import', '--channel', 'wechat', '--day', dateOf(instantOf(Date.now()))],
    ],
    ['no such day', 1, 'statement import', ['match', '--day', '2020-01-01']],
    ['a date that is none', 2, 'a date such as', ['match', '--day', '2026-13-45']],
    ['no such file', 2, 'cannot be read', ['import', join(folder, 'none.csv')]],
  ] as const)('%s ends with one line that says what to do', async (_, code, line, words) => {
    const ended = await statement(...words)
    expect([ended.code, ended.out]).toEqual([code, ''])
    expect(ended.err).toContain(line)
    expect(ended.err.trim().split('\n')).toHaveLength(1)
  })

  it('refuses the bill of a channel that is off, and whatever is no bill', async () => {
    const zip = join(folder, 'bill.zip')
    writeFileSync(zip, alipayZip(bank.till, day, '2088000000000001'))
    const other = await statement('import', zip)
    expect([other.code, other.err.includes('Alipay has no settings here')]).toEqual([1, true])
    writeFileSync(join(folder, 'x.csv'), 'a,b\n1,2\n')
    expect((await statement('import', join(folder, 'x.csv'))).code).toBe(1)
  })
})
