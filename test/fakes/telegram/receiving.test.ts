// How updates come: offsets, one poller, webhooks, updates that come twice or in the wrong order.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { opened, toldBy } from './opened.ts'

const textsOf = (updates: readonly { message?: { text?: string } | undefined }[]) =>
  updates.map(({ message }) => message?.text)

/** A bot's own server: says 500 until it said it `failures` times; what it took. */
async function hook(failures: number) {
  const taken: { text: string; secret: unknown }[] = []
  let left = failures
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    left -= 1
    if (left < 0) {
      const { message } = JSON.parse(body) as { message: { text: string } }
      taken.push({ text: message.text, secret: request.headers['x-telegram-bot-api-secret-token'] })
    }
    response.writeHead(left < 0 ? 200 : 500).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { taken, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram` }
}

describe('polling', () => {
  it('an update comes again until an offset above it confirms it, and never afterwards', async () => {
    const { telegram, api } = await opened()
    const li = telegram.user()
    for (const text of ['a', 'b', 'c']) li.sends(text)
    const first = await api.getUpdates({ limit: 2 })
    expect(textsOf(first)).toEqual(['a', 'b'])
    expect(textsOf(await api.getUpdates())).toEqual(['a', 'b', 'c'])
    const offset = (first[0]?.update_id ?? 0) + 1
    expect(textsOf(await api.getUpdates({ offset }))).toEqual(['b', 'c'])
    expect(telegram.unconfirmed()).toHaveLength(2)
    expect(textsOf(await api.getUpdates({ offset: -1 }))).toEqual(['c'])
    expect(textsOf(await api.getUpdates({ offset: offset + 2 }))).toEqual([])
    expect(telegram.unconfirmed()).toEqual([])
  })

  it('a long poll answers when something comes', async () => {
    const { telegram, api } = await opened()
    const waiting = api.getUpdates({ timeout: 50 })
    await telegram.until('the poll', () => telegram.callsOf('getUpdates').length === 1)
    telegram.user().sends('now')
    expect(textsOf(await waiting)).toEqual(['now'])
  })

  it('a second poller ends the first with 409 and goes on itself', async () => {
    const { telegram, api } = await opened()
    const first = toldBy(api.getUpdates({ timeout: 50 }))
    await telegram.until('the poll', () => telegram.callsOf('getUpdates').length === 1)
    const second = api.getUpdates({ timeout: 50 })
    expect(await first).toBe(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    telegram.user().sends('x')
    expect(textsOf(await second)).toEqual(['x'])
  })

  it('an edit after the update was queued leaves the update as it was sent', async () => {
    const { telegram, api } = await opened()
    const li = telegram.user()
    li.edits(li.sends('before'), 'after')
    const [sent, edited] = await api.getUpdates()
    expect([sent?.message?.text, edited?.edited_message?.text]).toEqual(['before', 'after'])
  })

  it('an update may come twice, and two may come in the wrong order', async () => {
    const { telegram, api } = await opened()
    const li = telegram.user()
    telegram.repeatsNextUpdate()
    li.sends('twice')
    const [first] = await api.getUpdates()
    const again = await api.getUpdates({ offset: (first?.update_id ?? 0) + 1 })
    expect(again.map(({ update_id }) => update_id)).toEqual([first?.update_id])
    expect(await api.getUpdates({ offset: (first?.update_id ?? 0) + 1 })).toEqual([])
    telegram.swapsNextUpdates()
    li.sends('earlier')
    li.sends('later')
    expect(textsOf(await api.getUpdates())).toEqual(['later', 'earlier'])
  })
})

describe('a webhook', () => {
  it('gets each update with the secret, again until it is taken, in order; polling is refused meanwhile', async () => {
    const { telegram, api } = await opened()
    const { taken, url } = await hook(2)
    const li = telegram.user()
    li.sends('a')
    await api.setWebhook(url, { secret_token: 's3cret' })
    expect(await toldBy(api.getUpdates())).toBe(
      `409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first`,
    )
    li.sends('b')
    await telegram.until('both taken', () => telegram.unconfirmed().length === 0)
    expect(taken).toEqual([
      { text: 'a', secret: 's3cret' },
      { text: 'b', secret: 's3cret' },
    ])
    expect(await api.getWebhookInfo()).toMatchObject({ url, last_error_message: expect.stringContaining('500') })
    await api.deleteWebhook()
    li.sends('c')
    expect(textsOf(await api.getUpdates())).toEqual(['c'])
  })
})
