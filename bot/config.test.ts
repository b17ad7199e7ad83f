// The settings as an operator gets them wrong and right.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { newSecret } from '../core/redaction/keyring.ts'
import { type Config, packageFolder, parseConfig, single } from './config.ts'
import { blocks, http, mcp } from './setting-blocks.ts'

const APP_SECRET = newSecret().toString('base64')
const folder = mkdtempSync(join(tmpdir(), 'daozhang-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

function good(env: Record<string, string> = {}): Config {
  const read = parseConfig({ APP_SECRET, ...env })
  if (!read.ok) throw new Error(read.error)
  return read.value
}
const refusal = (env: Record<string, string>): string => {
  const read = parseConfig({ APP_SECRET, ...env })
  return read.ok ? 'accepted' : read.error
}

const telegram = { TELEGRAM_BOT_TOKEN: '1:token', TELEGRAM_STAFF_CHAT_ID: '-1001', TELEGRAM_STAFF_IDS: '7, 8' }

describe('settings', () => {
  it('need nothing but the secret', () => {
    const config = good()
    expect(config.database.path).toBe(join(packageFolder, 'var/daozhang.db'))
    expect(config.http).toEqual({ host: '127.0.0.1', port: 8787 })
    expect(config.mcp).toMatchObject({ host: '127.0.0.1', port: 8790, allowedHosts: [] })
    expect(config.logLevel).toBe('info')
    expect(config.policy.recharge.minYuan).toBe(10)
    expect(config.telegram).toBeUndefined()
    expect(config.off).toContain('telegram')
    expect(config.off).toContain('alipay')
  })

  it('cannot be changed once they are read', () => {
    const config = good(telegram)
    for (const part of [config, config.http, config.telegram, config.policy, config.policy.recharge]) {
      expect(Object.isFrozen(part)).toBe(true)
    }
  })

  it('name the command that makes a secret where there is none, or none of 32 bytes', () => {
    for (const secret of ['', ' ', 'c2hvcnQ=', 'not base64 at all!']) {
      const read = parseConfig({ APP_SECRET: secret })
      expect(read.ok ? '' : read.error).toMatch(/^APP_SECRET .*randomBytes\(32\)/)
      if (secret.trim()) expect(read.ok ? '' : read.error).not.toContain(secret)
    }
  })

  it('refuse PostgreSQL until it is built, without repeating the password in its address', () => {
    expect(refusal({ DATABASE_URL: 'postgres://me:hunter2@db/shop' })).toMatch(
      /^DATABASE_URL: PostgreSQL is not built yet/,
    )
    expect(refusal({ DATABASE_URL: 'postgres://me:hunter2@db/shop' })).not.toContain('hunter2')
    expect(refusal({ DATABASE_URL: 'daozhang.db' })).toMatch(/^DATABASE_URL: write sqlite:PATH/)
  })

  it('take a database in memory and one at a path of its own', () => {
    expect(good({ DATABASE_URL: 'sqlite::memory:' }).database.path).toBe(':memory:')
    expect(good({ DATABASE_URL: 'sqlite:/srv/shop.db' }).database.path).toBe('/srv/shop.db')
  })

  it('take a whole block, and leave a block out whose settings are empty', () => {
    expect(good(telegram).telegram).toMatchObject({
      apiRoot: 'https://api.telegram.org',
      staffChatId: -1001,
      staffIds: [7, 8],
    })
    expect(good({ TELEGRAM_BOT_TOKEN: '', DISCORD_GUILD_ID: ' ' }).off).toContain('telegram')
  })

  it.each([
    [{ TELEGRAM_BOT_TOKEN: '1:token' }, 'TELEGRAM_STAFF_CHAT_ID, TELEGRAM_STAFF_IDS'],
    [{ TELEGRAM_STAFF_CHAT_ID: '-1', TELEGRAM_STAFF_IDS: '1' }, 'TELEGRAM_BOT_TOKEN'],
    [{ ...telegram, TELEGRAM_WEBHOOK_URL: 'https://bot.example.com/telegram' }, 'TELEGRAM_WEBHOOK_SECRET'],
    [
      { TELEGRAM_WEBHOOK_URL: 'https://bot.example.com', TELEGRAM_WEBHOOK_SECRET: 's' },
      'TELEGRAM_BOT_TOKEN, TELEGRAM_STAFF_CHAT_ID, TELEGRAM_STAFF_IDS',
    ],
    [{ DISCORD_BOT_TOKEN: 't' }, 'DISCORD_GUILD_ID, DISCORD_STAFF_CHANNEL_ID, DISCORD_STAFF_ROLE_ID'],
    [{ ALIPAY_APP_ID: '2021' }, 'ALIPAY_PRIVATE_KEY, ALIPAY_PUBLIC_KEY, ALIPAY_SELLER_ID'],
    [{ STRIPE_SECRET_KEY: 'k' }, 'STRIPE_WEBHOOK_SECRET'],
    [{ STRIPE_API_ROOT: 'https://stripe.example.com' }, 'STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET'],
    [{ EPAY_PID: '1', EPAY_KEY: 'k' }, 'EPAY_API_ROOT'],
    [{ MCP_OAUTH_ISSUER: 'https://id.example.com' }, 'MCP_OAUTH_AUDIENCE, MCP_OAUTH_JWKS_URL'],
  ])('name the missing half of a block: %o', (env, missing) => {
    expect(refusal(env as Record<string, string>)).toContain(`${missing} missing`)
  })

  it.each([
    [{ HTTP_PORT: '70000' }, 'HTTP_PORT'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ PUBLIC_URL: 'ftp://bot.example.com' }, 'PUBLIC_URL'],
    [{ MCP_SCOPE: 'everything' }, 'MCP_SCOPE'],
    [{ ...telegram, TELEGRAM_STAFF_IDS: '7,eve' }, 'TELEGRAM_STAFF_IDS'],
  ])('name a setting that has another form: %o', (env, name) => {
    expect(refusal(env as Record<string, string>)).toMatch(new RegExp(`^${name}: `))
  })

  it('read a key from its text or from a file, and never show it', () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nMIIBcGxhbnRlZA==\n-----END PRIVATE KEY-----'
    const file = join(folder, 'key.pem')
    writeFileSync(file, `${pem}\n`)
    const alipay = { ALIPAY_APP_ID: '1', ALIPAY_SELLER_ID: '2' }
    const config = good({ ...alipay, ALIPAY_PRIVATE_KEY: file, ALIPAY_PUBLIC_KEY: pem.replaceAll('\n', '\\n') })
    expect(config.alipay?.privateKey.reveal()).toBe(pem)
    expect(config.alipay?.publicKey.reveal()).toBe(pem)
    for (const shown of [JSON.stringify(config), inspect(config, { depth: 9 }), `${config.alipay?.privateKey}`]) {
      expect(shown).not.toContain('MIIBcGxhbnRlZA')
      expect(shown).not.toContain(APP_SECRET)
    }
    for (const wrong of [join(folder, 'none.pem'), 'MIIBcGxhbnRlZA==', '-----BEGIN PRIVATE KEY-----\nMIIBcG']) {
      const line = refusal({ ...alipay, ALIPAY_PRIVATE_KEY: wrong, ALIPAY_PUBLIC_KEY: pem })
      expect(line).toMatch(/^ALIPAY_PRIVATE_KEY: /)
      expect(line).not.toContain('MIIBc')
    }
  })

  it('name the file and the line of a fault in the policy', () => {
    const file = join(folder, 'policy.yaml')
    writeFileSync(file, 'unitsPerYuan: many\n')
    expect(refusal({ POLICY_FILE: file })).toMatch(new RegExp(`^${file}:1: `))
    expect(refusal({ POLICY_FILE: join(folder, 'none.yaml') })).toMatch(/none\.yaml:1: .*cannot be read/)
  })
})

describe('.env.example', () => {
  const lines = readFileSync(join(packageFolder, '.env.example'), 'utf8').split('\n')
  const named = lines.flatMap((line) => /^([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? [])

  it('explains every setting once, and none that does not exist', () => {
    const settings = [...Object.values(blocks), http, mcp, single].flatMap((block) =>
      Object.values(block).map(({ env }) => env),
    )
    expect(named.toSorted()).toEqual(settings.toSorted())
  })

  it('is accepted as it stands, with a secret', () => {
    const env = Object.fromEntries(
      lines.flatMap((line) => (/^[A-Z]/.test(line) ? [line.split(/=(.*)/).slice(0, 2)] : [])),
    )
    expect(good({ ...env, APP_SECRET }).off).toContain('stripe')
  })
})
