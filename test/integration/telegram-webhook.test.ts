// The webhook: the same way in as polling, behind a secret, and answered only once the update is committed.
import { describe, expect, it, onTestFinished } from 'vitest'
import { startHttp } from '../../bot/http/server.ts'
import { Secret } from '../../core/kit/secret.ts'
import { makeLog } from '../../core/redaction/log.ts'
import { openDesk } from '../telegram/desk.ts'

const SECRET = 's3cret-of-the-hook'

async function hooked() {
  const desk = await openDesk({ asleep: true })
  // The route is known before the port is; the address is told once it is.
  const settings = { url: 'http://127.0.0.1:1', secret: new Secret(SECRET) }
  desk.telegram.fails({ kind: 'drop' }, 'setWebhook')
  const running = await desk.run({ webhook: settings })
  const log = makeLog({ level: 'silent', name: 'http' })
  const server = await startHttp({ host: '127.0.0.1', port: 0, routes: running.routes, log })
  if (!server.ok) throw new Error(server.error)
  onTestFinished(() => server.value.close())
  Object.assign(settings, { url: `http://127.0.0.1:${server.value.port}` })
  await running.arrived
  const post = (body: unknown, secret?: string): Promise<Response> =>
    fetch(`${settings.url}/telegram`, {
      method: 'POST',
      headers: secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return { desk, post }
}

const update = (id: number, user: number, text: string) => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1,
    chat: { id: user, type: 'private' },
    from: { id: user, is_bot: false, first_name: 'Li', language_code: 'zh' },
    text,
  },
})

describe('the webhook', () => {
  it('is set with the secret and for what is handled only, and brings updates', async () => {
    const { desk } = await hooked()
    const [, call] = desk.telegram.callsOf('setWebhook')
    expect(call?.params).toMatchObject({ secret_token: SECRET, url: expect.stringMatching(/\/telegram$/) })
    const li = desk.telegram.user({ language_code: 'zh' })
    li.starts()
    await desk.reads(li, '您好')
    expect(desk.telegram.callsOf('getUpdates')).toEqual([])
    expect(desk.telegram.faults).toEqual([])
  })

  it('is deaf to whoever does not know the secret', async () => {
    const { desk, post } = await hooked()
    const li = desk.telegram.user()
    for (const secret of [undefined, '', 'x', `${SECRET}x`])
      expect((await post(update(1, li.id, 'hi'), secret)).status).toBe(401)
    expect(await desk.count('select count(*) as n from inbox')).toBe(0)
  })

  it('refuses what is no update', async () => {
    const { post } = await hooked()
    for (const body of ['', 'null', '[]', '{"update_id":"1"}']) expect((await post(body, SECRET)).status).toBe(400)
  })

  it('says yes only to what is committed: one that could not be comes again', async () => {
    const { desk, post } = await hooked()
    const li = desk.telegram.user()
    li.starts()
    await desk.reads(li, /./)
    await desk.quiet()
    const before = await desk.count('select count(*) as n from inbox')
    desk.disk.refuses = 3
    expect((await post(update(9, li.id, '在吗'), SECRET)).status).toBe(500)
    expect(await desk.count('select count(*) as n from inbox')).toBe(before)
    expect((await post(update(9, li.id, '在吗'), SECRET)).status).toBe(200)
    expect((await post(update(9, li.id, '在吗'), SECRET)).status).toBe(200)
    expect(await desk.count('select count(*) as n from inbox')).toBe(before + 1)
  })

  it('is taken away when the bot polls', async () => {
    const desk = await openDesk()
    await desk.running.arrived
    expect(desk.telegram.callsOf('deleteWebhook')).toHaveLength(1)
    expect(desk.telegram.callsOf('deleteWebhook')[0]?.params).toEqual({})
  })
})

describe('a start', () => {
  it('ends with a line that says what to do where the token is refused', async () => {
    const desk = await openDesk({ asleep: true })
    Object.assign(desk.settings, { token: new Secret('1:another') })
    const running = await desk.run()
    const ended = await running.ended
    expect(ended.ok ? '' : ended.error).toContain('TELEGRAM_BOT_TOKEN')
    expect(ended.ok ? '' : ended.error).not.toContain('another')
  })

  it('waits for a network that is down, and then works', async () => {
    const desk = await openDesk({ asleep: true })
    desk.telegram.fails({ kind: 'drop' }, { method: 'getMe', times: 1 })
    await desk.run()
    const li = desk.telegram.user({ language_code: 'zh' })
    li.starts()
    await desk.reads(li, '您好')
    expect(desk.logged.filter((line) => line.includes('cannot be reached'))).toHaveLength(1)
  })

  it('tells Telegram the commands of users in two languages, and those of staff in their group', async () => {
    const desk = await openDesk()
    await desk.telegram.until('all commands', () => desk.telegram.callsOf('setMyCommands').length === 5)
    const seen = desk.telegram.callsOf('setMyCommands').map(({ params }) => JSON.stringify(params))
    expect(seen.filter((one) => one.includes('all_private_chats'))).toHaveLength(3)
    expect(seen.some((one) => one.includes('"language_code":"en"') && one.includes('Talk to a person'))).toBe(true)
    expect(desk.telegram.faults).toEqual([])
  })
})
