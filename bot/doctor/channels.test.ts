// What the doctor says of payment channels: each fault by name, with the line that mends it, and nothing of a secret.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../core/kit/clock.ts'
import { Secret } from '../../core/kit/secret.ts'
import { type ChannelConfig, channelChecks } from './channels.ts'

const NOW = '2026-11-21T02:00:00Z'
let date = NOW
let apiRoot = ''
const server = createServer((_, response) => {
  response.writeHead(404, { date: new Date(date).toUTCString() })
  response.end()
})
beforeEach(async () => {
  date = NOW
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterEach(async () => {
  const closed = new Promise((done) => server.close(done))
  server.closeAllConnections()
  await closed
})

const SECRET = 'canary7Zq9canary7Zq9canary7Zq9xx'
const epay = (more: object = {}): ChannelConfig => ({
  publicUrl: 'https://bot.example.com',
  epay: { merchantId: '1001', key: new Secret(SECRET), apiRoot, dialect: 'standard', ...more },
})
const look = (config: ChannelConfig) => channelChecks(config, fixedClock(NOW))
const find = async (config: ChannelConfig, name: string) => (await look(config)).find((check) => check.name === name)

describe('the doctor of payment channels', () => {
  it('says nothing where none is set up', async () => {
    expect(await look({ publicUrl: undefined })).toEqual([])
  })

  it('finds nothing wrong with one that is right, and shows where its notices go', async () => {
    const checks = await look(epay())
    expect(checks.map(({ level }) => level)).toEqual(['ok', 'ok', 'ok'])
    expect(checks[0]?.what).toBe('https://bot.example.com/notify/{channel}')
  })

  it.each([
    ['no address', undefined],
    ['an address without TLS', 'http://bot.example.com'],
    ['an address of this machine', 'https://localhost:8787'],
    ['an address of this network', 'https://192.168.1.9'],
    ['an address with a question mark', 'https://bot.example.com/?x=1'],
  ])('fails for %s and says to set PUBLIC_URL', async (_, publicUrl) => {
    const check = await find({ ...epay(), publicUrl }, 'payment notices')
    expect(check).toMatchObject({ level: 'fail', fix: expect.stringContaining('PUBLIC_URL') })
  })

  it('fails for a key that cannot be one, by the name of its setting', async () => {
    const check = await find(epay({ key: new Secret('short') }), 'epay keys')
    expect(check).toMatchObject({ level: 'fail', what: expect.stringContaining('EPAY_KEY') })
  })

  it('warns of a merchant number that has another form', async () => {
    const check = await find(epay({ merchantId: 'https://pay.example.com' }), 'EPAY_PID')
    expect(check?.level).toBe('warn')
  })

  it.each([
    ['2026-11-21T02:00:30Z', 'ok'],
    ['2026-11-21T02:02:00Z', 'warn'],
    ['2026-11-21T01:50:00Z', 'fail'],
  ])('compares the clock with the provider’s: theirs at %s is %s', async (theirs, level) => {
    date = theirs
    expect((await find(epay(), 'epay clock'))?.level).toBe(level)
  })

  it('fails where the provider cannot be reached', async () => {
    const check = await find(epay({ apiRoot: 'http://127.0.0.1:1/' }), 'epay clock')
    expect(check).toMatchObject({ level: 'fail', what: 'the provider did not answer' })
  })

  it('shows nothing of a secret, whatever is wrong', async () => {
    const checks = [...(await look(epay())), ...(await look(epay({ dialect: 'klingon' })))]
    expect(JSON.stringify(checks)).not.toContain('canary')
  })
})
