// What the doctor says of Telegram: each thing that keeps the desk from working, with the line that mends it.
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseConfig } from '../../bot/config.ts'
import { telegramChecks } from '../../bot/telegram/doctor.ts'
import { systemClock } from '../../core/kit/clock.ts'
import type { Group } from '../fakes/telegram/group.ts'
import { openTelegram, type Telegram, type TelegramOptions } from '../fakes/telegram/telegram.ts'

type Given = TelegramOptions & {
  readonly staff?: (telegram: Telegram) => Group
  readonly env?: Record<string, string>
  readonly aheadMs?: number
}

async function told({ staff, env, aheadMs = 0, ...options }: Given = {}): Promise<readonly string[]> {
  const telegram = await openTelegram(options)
  onTestFinished(() => telegram.close())
  const group = staff?.(telegram) ?? telegram.supergroup()
  const mei = telegram.user()
  group.add(mei)
  const config = parseConfig({
    APP_SECRET: Buffer.alloc(32, 'x').toString('base64'),
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_STAFF_CHAT_ID: String(group.id),
    TELEGRAM_STAFF_IDS: String(mei.id),
    ...env,
  })
  if (!config.ok) throw new Error(config.error)
  const clock = { now: () => (systemClock.now() + aheadMs) as ReturnType<typeof systemClock.now> }
  const checks = await telegramChecks(config.value, clock)
  expect(telegram.faults).toEqual([])
  return checks.map(
    (check) => `${check.level} ${check.name}: ${check.what}${check.level === 'ok' ? '' : ` → ${check.fix}`}`,
  )
}

const wrong = (lines: readonly string[]): readonly string[] => lines.filter((line) => !line.startsWith('ok'))

describe('the doctor of Telegram', () => {
  it('finds nothing wrong where all is right', async () => {
    const lines = await told({ readsAll: true })
    expect(wrong(lines)).toEqual([])
    expect(lines.length).toBeGreaterThanOrEqual(6)
  })

  it('says nothing where Telegram is off', async () => {
    const config = parseConfig({ APP_SECRET: Buffer.alloc(32, 'x').toString('base64') })
    expect(config.ok && (await telegramChecks(config.value))).toEqual([])
  })

  const cases: readonly (readonly [string, Given, RegExp])[] = [
    ['a token that is none', { env: { TELEGRAM_BOT_TOKEN: '1:wrong' } }, /fail telegram token.*@BotFather/],
    ['a group without topics', { staff: (t) => t.supergroup({ forum: false }) }, /fail telegram staff group.*Topics/],
    ['a basic group', { staff: (t) => t.group() }, /fail telegram staff group: is a group.*Topics/],
    [
      'a group that the bot is not in',
      { env: { TELEGRAM_STAFF_CHAT_ID: '-100999' } },
      /fail telegram staff group: cannot be seen.*TELEGRAM_STAFF_CHAT_ID/,
    ],
    [
      'a bot that is no administrator',
      { staff: (t) => t.supergroup({ bot: 'member' }) },
      /fail telegram rights.*administrator/,
    ],
    [
      'a missing right',
      { staff: (t) => t.supergroup({ bot: ['can_delete_messages', 'can_pin_messages'] }) },
      /fail telegram rights: can_manage_topics.*give the bot/,
    ],
    [
      'a right that is only convenient',
      { staff: (t) => t.supergroup({ bot: ['can_delete_messages', 'can_manage_topics'] }) },
      /warn telegram rights: can_pin_messages/,
    ],
    ['privacy mode', {}, /warn telegram privacy mode.*setprivacy/],
    ['staff who are not there', { env: { TELEGRAM_STAFF_IDS: '987654' } }, /warn telegram staff: no\. 1.*invite/],
    ['a clock that is wrong', { aheadMs: 300_000 }, /fail telegram clock: ours is (299|300|301) s off/],
    [
      'a webhook that is not set',
      { env: { TELEGRAM_WEBHOOK_URL: 'https://bot.example.com', TELEGRAM_WEBHOOK_SECRET: 'x' } },
      /warn telegram updates: no webhook/,
    ],
    [
      'a server that cannot be reached',
      { env: { TELEGRAM_API_ROOT: 'http://127.0.0.1:9' } },
      /fail telegram: cannot be reached/,
    ],
  ]
  for (const [name, given, line] of cases) {
    it(`names ${name} and what mends it`, async () => {
      expect(wrong(await told(given)).join('\n')).toMatch(line)
    })
  }
})
