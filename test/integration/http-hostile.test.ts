// What the bot's HTTP server refuses, and that nobody who is slow, large or many can hold it.
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { echo, errorIn, route, said, sockets, started } from './http-server.ts'

describe('what is refused has a status and a code as JSON', () => {
  it.each([
    ['GET', '/nothing', 404, 'not-found'],
    ['POST', '/notify/a/b', 404, 'not-found'],
    ['POST', '/notify/%2e%2e', 404, 'not-found'],
    ['GET', '/notify/alipay', 405, 'method-not-allowed'],
    ['DELETE', '/notify/alipay', 405, 'method-not-allowed'],
  ])('%s %s: %i', async (method, path, status, code) => {
    const { at } = await started([echo])
    const reply = await fetch(at + path, { method })
    const { error } = (await reply.json()) as { error: { code: string; message: string } }
    expect([reply.status, error.code]).toEqual([status, code])
    expect(error.message).not.toBe('')
    if (status === 405) expect(reply.headers.get('allow')).toBe('POST')
  })

  it('a body that announces more than its address takes is not read', async () => {
    const { server } = await started([echo])
    const text = await said(server.port, 'POST /notify/alipay HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n')
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
    expect(errorIn(text)).toBe('body-too-large')
  })

  it('a body that comes in pieces is cut off where it grows too large', async () => {
    let answered = 0
    const { server } = await started([
      route(async () => {
        answered += 1
        return { status: 200 }
      }),
    ])
    const piece = `${(600).toString(16)}\r\n${'x'.repeat(600)}\r\n`
    const head = 'POST /notify/alipay HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n'
    const text = await said(server.port, head, piece, piece)
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
    expect(answered).toBe(0)
  })

  it('the largest body that is taken is taken', async () => {
    const { at } = await started([echo])
    const reply = await fetch(`${at}/notify/alipay`, { method: 'POST', body: 'x'.repeat(1_000) })
    expect(await reply.text()).toBe('alipay 1000')
  })

  it('who asks before sending too much is told no instead of "continue"', async () => {
    const { server } = await started([echo])
    const head = 'POST /notify/alipay HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5000\r\n\r\n'
    expect(await said(server.port, head)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('headers beyond their bound are 431', async () => {
    const { server } = await started([echo], { headerBytes: 2_048 })
    const text = await said(server.port, `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(4_000)}\r\n\r\n`)
    expect(text).toMatch(/^HTTP\/1\.1 431 /)
    expect(errorIn(text)).toBe('headers-too-large')
  })

  it('what is no HTTP at all is 400, and nothing of it is repeated', async () => {
    const { server, logged } = await started([echo])
    const text = await said(server.port, 'canary-7Zq9 hello\r\n\r\n')
    expect(text).toMatch(/^HTTP\/1\.1 400 /)
    expect(errorIn(text)).toBe('bad-request')
    expect(text + logged()).not.toContain('canary')
  })

  it('a request that could be read in two ways is not read', async () => {
    const { server } = await started([echo])
    const both =
      'POST /notify/alipay HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
    expect(await said(server.port, both)).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('nobody can hold the server', () => {
  const hasty = { headersMs: 100, requestMs: 200, lookMs: 20 }

  it('with headers that never end: 408', async () => {
    const { server } = await started([echo], hasty)
    const text = await said(server.port, 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: ')
    expect(text).toMatch(/^HTTP\/1\.1 408 /)
    expect(errorIn(text)).toBe('request-timeout')
  })

  it('with a body that never ends: the connection is closed', async () => {
    let answered = 0
    const { server } = await started(
      [
        route(async () => {
          answered += 1
          return { status: 200 }
        }),
      ],
      hasty,
    )
    const text = await said(server.port, 'POST /notify/alipay HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab')
    expect(text).not.toContain('200')
    expect(answered).toBe(0)
  })

  it('by many slow ones: everybody else is answered meanwhile', async () => {
    const { server, at } = await started([echo], { running: 2, connections: 64 })
    for (let index = 0; index < 40; index++) {
      const slow = connect(server.port, '127.0.0.1')
      sockets.push(slow.on('error', () => undefined))
      slow.write('POST /notify/alipay HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na')
    }
    const reply = await fetch(`${at}/notify/alipay`, { method: 'POST', body: 'x' })
    expect(await reply.text()).toBe('alipay 1')
  })

  it('by asking more than can be answered at once: the others hear 503 and when to come again', async () => {
    const release = Promise.withResolvers<void>()
    const { at } = await started(
      [
        route(async () => {
          await release.promise
          return { status: 200 }
        }),
      ],
      { running: 2 },
    )
    const ask = () => fetch(`${at}/notify/alipay`, { method: 'POST', body: 'x' })
    const refused = Promise.withResolvers<Response>()
    const all = Array.from({ length: 5 }, async () => {
      const reply = await ask()
      if (reply.status === 503) refused.resolve(reply)
      return reply.status
    })
    expect((await refused.promise).headers.get('retry-after')).toBe('5')
    expect(await (await refused.promise).json()).toMatchObject({ error: { code: 'busy' } })
    release.resolve()
    expect((await Promise.all(all)).filter((status) => status === 200).length).toBeGreaterThanOrEqual(2)
    expect((await ask()).status).toBe(200)
  })

  it('with more connections than the bound', async () => {
    const { server } = await started([echo], { connections: 3 })
    for (let index = 0; index < 3; index++) {
      const idle = connect(server.port, '127.0.0.1')
      sockets.push(idle)
      await once(idle, 'connect')
      // Only a connection that the server has taken counts.
      idle.write('GET /healthz HTTP/1.1\r\nHost: x\r\n')
    }
    expect(await said(server.port, 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('')
  })
})
