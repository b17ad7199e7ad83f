// Codes as the operator's tool makes them: printed alone, kept nowhere in clear, stopped between two batches, used once.
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useLinkCode } from '../../core/desk/chat/link.ts'
import { readCode } from '../../core/kit/code-text.ts'
import { linkReference } from '../../core/redaction/door.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { type AdminShop, makeAdminShop } from './admin-shop.ts'

let shop: AdminShop
beforeAll(async () => {
  shop = makeAdminShop()
  await shop.lines('migrate')
  await shop.lines('account', 'create', '--id', 'alice', '--email', 'alice@example.com')
})
afterAll(() => shop.remove())

/** Everything that is on the disk of this shop. */
const disk = (): string => {
  const folder = dirname(shop.path)
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('')
}

describe('codes', () => {
  it('are printed alone, one a line, and nowhere to be found in the file', async () => {
    const codes = await shop.lines('codes', 'issue', '--credit', '5000000', '--count', '3', '--only-for', 'alice')
    expect(codes).toHaveLength(3)
    for (const code of codes) {
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
      expect(readCode(code).kind).toBe('code')
      expect(disk()).not.toContain(code)
      expect(disk()).not.toContain(code.replaceAll('-', ''))
    }
    expect(shop.sql('select units, only_for from redeem_code')).toEqual(
      Array(3).fill({ units: 5_000_000, only_for: 'alice' }),
    )
  })

  it('are shown by their end, a fingerprint and a state, typed or piped in, and disabled once', async () => {
    const [code = ''] = await shop.lines('codes', 'issue', '--credit', '1', '--count', '1')
    const typed = await shop.run(['codes', 'show', code.toLowerCase().replaceAll('-', ' ')])
    expect(typed.out).toMatch(new RegExp(`^cod_\\w+  \\*{4}${code.slice(-4)}  [\\w-]{8}  issued\n$`))
    expect(await shop.run(['codes', 'show', '-'], {}, `${code}\n`)).toEqual(typed)
    const id = typed.out.split(' ')[0] ?? ''
    expect((await shop.lines('codes', 'disable', id))[0]).toContain('disabled')
    const again = await shop.run(['codes', 'disable', code])
    expect(again).toEqual({
      code: 1,
      out: '',
      err: 'codes disable: the code is disabled already; nothing was changed\n',
    })
  })

  it('that are none, or were never issued, are not repeated', async () => {
    const none = await shop.run(['codes', 'show', 'sk-planted1234567890'])
    expect(none.code).toBe(2)
    const unknown = await shop.run(['codes', 'show', '00000-00000-00000-00000'])
    expect(unknown.code).toBe(1)
    expect(none.err + unknown.err).not.toMatch(/planted|00000/)
  })

  it.each([
    [['--expires', '2020-01-01'], 2, /--expires lies in the past/],
    [['--only-for', 'nobody'], 1, /--only-for names no account/],
  ])('are not issued with %j', async (words, code, line) => {
    const before = shop.sql('select count(*) as n from redeem_code')
    const ended = await shop.run(['codes', 'issue', '--credit', '5', '--count', '2', ...words])
    expect(ended).toMatchObject({ code, out: '', err: expect.stringMatching(line) })
    expect(shop.sql('select count(*) as n from redeem_code')).toEqual(before)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stop at %s behind a whole batch, and every printed code counts',
    async (signal) => {
      const before = Number(shop.sql('select count(*) as n from redeem_code')[0]?.n)
      const child = shop.start(['codes', 'issue', '--credit', '5', '--count', '1000000'])
      let out = ''
      let err = ''
      child.stdout.on('data', (chunk: Buffer) => {
        if (out === '') child.kill(signal)
        out += chunk.toString('utf8')
      })
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString('utf8')
      })
      const [code] = await once(child, 'close')
      const printed = out.split('\n').filter(Boolean)
      expect(code).toBe(1)
      expect(err).toMatch(/^codes issue: stopped; \d+ of 1000000 codes were issued/)
      expect(printed.length).toBeGreaterThan(0)
      expect(printed.length).toBeLessThan(1_000_000)
      expect(Number(shop.sql('select count(*) as n from redeem_code')[0]?.n) - before).toBe(printed.length)
    },
  )
})

describe('a link code', () => {
  it('is printed alone, kept as a keyed hash only, and links once', async () => {
    const lines = await shop.lines('link-code', '--account', 'alice')
    const [code = ''] = lines
    expect(lines).toHaveLength(1)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(disk()).not.toContain(code)
    const hash = linkReference(
      new Keyring(Buffer.from(shop.secret, 'base64')),
      new Raw(` ${code.toLowerCase()} `),
      true,
    )
    const use = (userHash: string) =>
      shop.inside((context) => useLinkCode(context, { platform: 'telegram', userHash }, hash ?? ''))
    expect(await use('u1')).toEqual({ ok: true, value: 'alice' })
    expect(await use('u2')).toEqual({ ok: false, error: { kind: 'link-refused' } })
  })
})

describe('the audit trail', () => {
  it('has a row for every change, unbroken, and no secret in it', async () => {
    const rows = shop.sql('select action, subject, detail from audit')
    const actions = new Set(rows.map(({ action }) => action))
    expect([...actions].toSorted()).toEqual([
      'account.create',
      'codes.disable',
      'codes.issue',
      'link-code.make',
      'migrate',
    ])
    expect(JSON.stringify(rows)).not.toMatch(/alice@|([0-9A-Z]{5}-){3}/)
    expect(disk()).not.toContain(shop.secret)
    expect(disk()).not.toContain('alice@example.com')
    const [newest] = await shop.lines('audit', 'list', '--limit', '1')
    expect(newest).toMatch(/^\d+ {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}\S+ {2}link-code\.make {2}account:alice/)
    expect((await shop.run(['ledger', 'verify'])).code).toBe(0)
  })
})
