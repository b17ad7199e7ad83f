// What the doctor says of the way that notices take: open, redirected, stopped or dead, each with what mends it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { Secret } from '../../core/kit/secret.ts'
import { refusal } from '../http/refusal.ts'
import { reachCheck } from './reach.ts'

type Told = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
let server: ReturnType<typeof createServer> | undefined
const heard: string[] = []
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function answering({ status, headers, body }: Told): Promise<string> {
  heard.length = 0
  server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    response.writeHead(status, headers)
    response.end(body)
  })
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const look = (publicUrl: string | undefined) =>
  reachCheck({
    publicUrl,
    epay: {
      merchantId: '1001',
      key: new Secret('k'.repeat(32)),
      apiRoot: 'https://pay.example.com',
      dialect: 'standard',
    },
  })
const ours = refusal('not-found')

it('is well where the bot itself answers, and no notice was sent for it', async () => {
  const [check] = await look(await answering({ status: ours.status, body: String(ours.body) }))
  expect(check).toMatchObject({ level: 'ok' })
  expect(heard).toEqual(['POST /notify/doctor'])
})

it.each([
  ['a redirect', { status: 301, headers: { location: 'https://www.example.com/' } }, 'fail', 'behind the redirect'],
  ['a proxy without a bot', { status: 502, body: '<html>' }, 'fail', 'start the bot'],
  ['a challenge page', { status: 403, body: '<html>Just a moment' }, 'fail', 'no challenge page'],
  ['another site', { status: 404, body: '<html>Not found' }, 'fail', 'no other site'],
  ['a page for everything', { status: 200, body: '<html>Welcome' }, 'fail', 'no other site'],
] as const)('%s is told with what mends it', async (_, told, level, fix) => {
  const [check] = await look(await answering(told))
  expect(check).toMatchObject({ level, fix: expect.stringContaining(fix) })
})

it('nobody at all is a warning: it may be only from here', async () => {
  const url = await answering({ status: 200 })
  server?.close()
  server?.closeAllConnections()
  const [check] = await look(url)
  expect(check).toMatchObject({ level: 'warn', fix: expect.stringContaining('from another network') })
})

it('without a channel or an address nothing is asked', async () => {
  expect(await look(undefined)).toEqual([])
  expect(await reachCheck({ publicUrl: 'http://127.0.0.1:1' })).toEqual([])
})
