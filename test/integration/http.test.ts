// The bot's HTTP server over real sockets: what it answers, how it closes, and whether it says that it can work.
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { healthRoutes } from '../../bot/http/health.ts'
import type { Incoming } from '../../bot/http/route.ts'
import { startHttp } from '../../bot/http/server.ts'
import { makeLog } from '../../core/redaction/log.ts'
import { echo, route, started } from './http-server.ts'

describe('a handler', () => {
  it('gets the raw bytes, the query as it came, the named part of the path and headers in lower case', async () => {
    const heard: Incoming[] = []
    const { at } = await started([
      route(async (incoming) => {
        heard.push(incoming)
        return { status: 200, body: 'success' }
      }),
    ])
    const bytes = new Uint8Array([0, 255, 10, 13, 128])
    const reply = await fetch(`${at}/notify/alipay?sign=a%2Bb&x=%E4`, {
      method: 'POST',
      body: bytes,
      headers: { 'Wechatpay-Signature': 'abc' },
    })
    expect([reply.status, await reply.text()]).toEqual([200, 'success'])
    const [incoming] = heard
    expect(incoming).toMatchObject({ params: { channel: 'alipay' }, headers: { 'wechatpay-signature': 'abc' } })
    expect(Buffer.from(incoming?.query ?? []).toString()).toBe('sign=a%2Bb&x=%E4')
    expect([...(incoming?.body ?? [])]).toEqual([...bytes])
  })

  it('answers with what no browser guesses about and nobody keeps', async () => {
    const { at } = await started([echo])
    const { headers } = await fetch(`${at}/notify/alipay`, { method: 'POST', body: 'x' })
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })

  it('is found behind a doubled slash and one at the end, as callback addresses are mistyped', async () => {
    const { at } = await started([echo])
    for (const path of ['//notify/alipay', '/notify//alipay', '/notify/alipay/']) {
      expect((await fetch(at + path, { method: 'POST', body: 'x' })).status, path).toBe(200)
    }
  })

  it('that fails is a bare 500: nothing of its error leaves, in the answer or the log', async () => {
    const { at, logged } = await started([
      route(async () => {
        throw new Error('canary-7Zq9 was refused by the provider')
      }),
    ])
    const reply = await fetch(`${at}/notify/alipay`, { method: 'POST', body: 'canary-7Zq9' })
    const text = await reply.text()
    expect([reply.status, JSON.parse(text).error.code]).toEqual([500, 'server-error'])
    expect(text + logged()).not.toMatch(/canary/)
    expect(logged()).toContain('a request failed')
    expect(logged()).toContain('POST /notify/{channel}')
    expect(logged()).toContain('http.test.ts')
    expect(text).not.toMatch(/\.ts|at /)
  })

  it('that takes too long is told so by its signal, and its caller hears 503', async () => {
    let told = false
    const { at } = await started([
      route(
        async ({ signal }) => {
          await once(signal, 'abort')
          told = true
          return { status: 200 }
        },
        { maxMs: 30 },
      ),
    ])
    const reply = await fetch(`${at}/notify/alipay`, { method: 'POST', body: 'x' })
    expect([reply.status, (await reply.json()) as object]).toMatchObject([503, { error: { code: 'late' } }])
    expect(told).toBe(true)
  })

  it('goes on when its caller goes away: a payment that was told of is settled', async () => {
    const begun = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<boolean>()
    const { server } = await started([
      route(async ({ signal }) => {
        begun.resolve()
        await gone.promise
        ended.resolve(signal.aborted)
        return { status: 200 }
      }),
    ])
    const gone = Promise.withResolvers<void>()
    const socket = connect(server.port, '127.0.0.1')
    socket.write('POST /notify/alipay HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx')
    await begun.promise
    socket.destroy()
    await once(socket, 'close')
    gone.resolve()
    expect(await ended.promise).toBe(false)
  })
})

describe('closing', () => {
  it('takes nothing new and lets what runs end', async () => {
    const begun = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    const { server, at } = await started([
      route(async () => {
        begun.resolve()
        await release.promise
        return { status: 200, body: 'settled' }
      }),
    ])
    const running = fetch(`${at}/notify/alipay`, { method: 'POST', body: 'x' })
    await begun.promise
    const closed = server.close()
    await expect(fetch(`${at}/notify/alipay`, { method: 'POST', body: 'x' })).rejects.toThrow()
    release.resolve()
    expect(await (await running).text()).toBe('settled')
    await closed
  })

  it('waits no longer than its grace, and tells who runs', async () => {
    let told = false
    const begun = Promise.withResolvers<void>()
    const { server, at } = await started(
      [
        route(async ({ signal }) => {
          signal.addEventListener('abort', () => {
            told = true
          })
          begun.resolve()
          await new Promise(() => undefined)
          return { status: 200 }
        }),
      ],
      { graceMs: 30 },
    )
    const running = fetch(`${at}/notify/alipay`, { method: 'POST', body: 'x' }).then(
      (reply) => reply.status,
      () => 'cut off',
    )
    await begun.promise
    await server.close()
    expect(await running).not.toBe(200)
    expect(told).toBe(true)
  })
})

describe('health', () => {
  const check = (ok: boolean) => ({ name: 'store', ok, says: ok ? 'answers' : 'does not answer' })

  it('/healthz is 200 while the process lives, also for HEAD', async () => {
    const { at } = await started(healthRoutes(async () => [check(false)]))
    expect((await fetch(`${at}/healthz`)).status).toBe(200)
    const head = await fetch(`${at}/healthz`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('/readyz names each check, and is 503 where one is not ok', async () => {
    let good = true
    const { at } = await started(healthRoutes(async () => [check(good), { name: 'outbox', ok: true, says: '0 s old' }]))
    const ready = await fetch(`${at}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ok: true, checks: { store: { ok: true, says: 'answers' }, outbox: { ok: true, says: '0 s old' } } },
    ])
    good = false
    const down = await fetch(`${at}/readyz`)
    expect([down.status, await down.json()]).toMatchObject([503, { ok: false, checks: { store: { ok: false } } }])
  })

  it('/readyz is 503 where a check fails altogether', async () => {
    const { at } = await started(healthRoutes(() => Promise.reject(new Error('canary'))))
    const reply = await fetch(`${at}/readyz`)
    expect(reply.status).toBe(503)
    expect(await reply.text()).not.toContain('canary')
  })
})

describe('a start that fails', () => {
  it('says which settings to change', async () => {
    const { server } = await started([echo])
    const log = makeLog({ level: 'silent', name: 'http' })
    const again = await startHttp({ host: '127.0.0.1', port: server.port, routes: [], log })
    expect(again).toEqual({
      ok: false,
      error: `HTTP_HOST, HTTP_PORT: cannot listen on 127.0.0.1:${server.port}: another program listens there; stop it or set another HTTP_PORT`,
    })
    const elsewhere = await startHttp({ host: '203.0.113.1', port: 0, routes: [], log })
    expect(elsewhere.ok ? '' : elsewhere.error).toContain('this machine does not have that address')
  })
})
