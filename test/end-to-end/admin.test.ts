// The operator's tool as a program: its help, its settings, wrong usage in one line, accounts and what they hold.
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verbs } from '../../bot/admin/verbs.ts'
import { makeAdminShop } from './admin-shop.ts'

const shop = makeAdminShop()
afterAll(() => shop.remove())
const TOOL = 'npm run -s admin --'

describe('help', () => {
  it('lists every verb with an example, on stdout, and needs no settings', async () => {
    const { code, out, err } = await shop.run(['--help'], { APP_SECRET: '', DATABASE_URL: '' })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(verbs.length).toBeGreaterThan(20)
    for (const { name, example } of verbs) {
      expect(out).toContain(`  ${name}\n`)
      expect(out).toContain(`${TOOL} ${example}\n`)
      expect(example).toMatch(new RegExp(`^${name}( |$)`))
    }
  })

  it('of one verb names its options and its example', async () => {
    const { code, out } = await shop.run(['codes', 'issue', '--help'])
    expect(code).toBe(0)
    for (const part of ['--credit <units>', '--count <n>', '--only-for', '--by', 'Example: npm run']) {
      expect(out).toContain(part)
    }
  })
})

describe('wrong usage', () => {
  it('ends with 2 and one line that says what to do', async () => {
    for (const [words, line] of [
      [[], /^admin: name a verb; .*--help lists every verb\n$/],
      [
        ['codes', 'issue', '--count', '3'],
        /^codes issue: --credit is missing; for example: npm run -s admin -- codes issue .*\n$/,
      ],
      [['flows', 'check', 'no-such-folder'], /^flows check: the folder needs flows.*\n$/],
    ] as const) {
      const { code, out, err } = await shop.run(words)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(line)
      expect(err.split('\n')).toHaveLength(2)
    }
  })

  it('without repeating a code that was typed in the wrong place', async () => {
    const { code, err } = await shop.run(['codes', 'K7M2P-9QRST-VWXYZ-01234'])
    expect(code).toBe(2)
    expect(err).not.toContain('K7M2P')
  })
})

describe('settings', () => {
  it.each([
    [
      { APP_SECRET: '' },
      /^.*: APP_SECRET is missing; make one with: node -e "console\.log\(require\('crypto'\)\.randomBytes\(32\)/,
    ],
    [{ APP_SECRET: 'c2hvcnQ=' }, /APP_SECRET is not the base64 of 32 bytes/],
    [{ DATABASE_URL: 'postgres://me:hunter2@db/shop' }, /DATABASE_URL: PostgreSQL is not built yet/],
    [{ DATABASE_URL: 'sqlite::memory:' }, /a database in memory is empty at every start/],
    [{ TELEGRAM_BOT_TOKEN: '123456:AAFplanted-token' }, /TELEGRAM_STAFF_CHAT_ID, TELEGRAM_STAFF_IDS missing/],
    [{ POLICY_FILE: 'data/none.yaml' }, /data\/none\.yaml:1: /],
  ])('%o end with 2 and one line', async (env, line) => {
    const { code, out, err } = await shop.run(['account', 'list'], env)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.trimEnd()).toMatch(line)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(err).not.toMatch(/hunter2|AAFplanted/)
  })

  it('a database that is not there yet is not made by looking', async () => {
    for (const verb of [
      ['account', 'list'],
      ['ledger', 'verify'],
      ['link-code', '--account', 'a1'],
    ]) {
      const { code, err } = await shop.run(verb)
      expect(code).toBe(2)
      expect(err).toMatch(/there is no database at .*; run: npm run -s admin -- migrate\n$/)
    }
  })
})

/** Those of the folder, in the order of their numbers. */
const migrations = readdirSync(new URL('../../core/store/migrations', import.meta.url))
  .map((file) => file.replace(/\.ts$/, ''))
  .toSorted()

describe('accounts', () => {
  let lily = ''
  beforeAll(async () => {
    expect(await shop.lines('migrate')).toEqual(migrations)
    const created = await shop.lines('account', 'create', '--email', 'Lily@qq.com', '--nickname', '莉莉周')
    lily = created[0] ?? ''
  })

  it('migrating again changes nothing', async () => {
    expect(await shop.run(['migrate'])).toEqual({ code: 0, out: '', err: 'The tables are up to date.\n' })
  })

  it('are created with an id that is printed alone, and listed with it in front, people masked', async () => {
    expect(lily).toMatch(/^acc_\w{19}$/)
    const [line = '', ...more] = await shop.lines('account', 'list')
    expect(more).toEqual([])
    expect(line).toMatch(
      new RegExp(`^${lily}  normal  ¥0  [lL]\\*\\*\\*@qq\\.com  莉\\*\\*\\*  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d$`),
    )
  })

  it('can take the id that the gateway gave, once', async () => {
    expect(await shop.lines('account', 'create', '--id', 'gw-42')).toEqual(['gw-42'])
    const again = await shop.run(['account', 'create', '--id', 'gw-42'])
    expect(again).toEqual({ code: 1, out: '', err: 'account create: there is an account with this id already\n' })
    const mail = await shop.run(['account', 'create', '--email', 'LILY@QQ.com'])
    expect(mail.code).toBe(1)
    expect(mail.err).not.toMatch(/qq\.com/i)
  })

  it('are found by the whole e-mail, shown with what they hold, and suspended once', async () => {
    const order = await shop.paidOrder(lily, 50)
    const shown = await shop.run(['account', 'show', 'lily@QQ.com'])
    expect(shown.out).toMatch(new RegExp(`^${lily}  normal  ¥50 `))
    expect(shown.out).toContain(`****${order.number.slice(-4)}`)
    expect(shown.out).not.toContain(order.number)
    expect(await shop.lines('ledger', 'show', '--account', lily)).toEqual([
      expect.stringMatching(new RegExp(`^${lily}  ¥50  25000000$`)),
      expect.stringMatching(/^tx_\w+ {2}[\d-]{10} \d\d:\d\d {2}\+¥50 {2}\+25000000 {2}order-credit$/),
    ])
    const [suspended] = await shop.lines('account', 'status', lily, '--to', 'suspended', '--reason', 'a chargeback')
    expect(suspended).toContain('suspended')
    const again = await shop.run(['account', 'status', lily, '--to', 'suspended'])
    expect(again.code).toBe(1)
    expect(again.err).toContain('suspended already; nothing was changed')
    await shop.lines('account', 'status', lily, '--to', 'normal')
  })

  it.each([
    [['account', 'show', 'nobody']],
    [['account', 'status', 'nobody', '--to', 'normal']],
    [['link-code', '--account', 'nobody']],
    [['ledger', 'show', '--account', 'nobody']],
  ])('that do not exist end with 1 and one line: %j', async (words) => {
    const { code, out, err } = await shop.run(words)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^.*: there is no such account; list them with: npm run -s admin -- account list\n$/)
  })

  it('are not opened with another secret: nothing is shown or issued, and the line says why', async () => {
    const other = { APP_SECRET: Buffer.alloc(32, 9).toString('base64') }
    for (const words of [
      ['account', 'list'],
      ['codes', 'issue', '--credit', '500000', '--count', '1'],
    ]) {
      const { code, out, err } = await shop.run(words, other)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain('APP_SECRET is not the one that this database was made with')
    }
  })
})

describe('the demo', () => {
  it('is refused on a database that has accounts, and fills an empty one that can be verified', async () => {
    expect((await shop.run(['seed-demo'])).err).toMatch(/^seed-demo: this database has accounts already/)
    const other = makeAdminShop()
    try {
      expect((await other.run(['seed-demo'])).code).toBe(0)
      expect((await other.lines('account', 'list')).length).toBeGreaterThan(3)
      expect((await other.run(['seed-demo'])).code).toBe(1)
      expect((await other.run(['seed-demo', '--force'])).code).toBe(1)
      expect(await other.lines('ledger', 'verify')).toEqual([expect.stringMatching(/^ok /)])
    } finally {
      other.remove()
    }
  })
})

describe('flows check', () => {
  it('passes the shipped flows without any settings, and tells a fault by file and line', async () => {
    const none = { APP_SECRET: '', DATABASE_URL: '' }
    expect((await shop.run(['flows', 'check'], none)).code).toBe(0)
    const { code, out } = await shop.run(['flows', 'check'], { ...none, POLICY_FILE: 'data/flows/human.yaml' })
    expect(code).toBe(1)
    expect(out).toMatch(/^data\/flows\/human\.yaml:\d+: /)
  })
})
